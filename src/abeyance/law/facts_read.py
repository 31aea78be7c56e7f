"""Which facts of the vocabulary a provision can read."""

from functools import cache
from typing import Any

from abeyance.law.provisions import Provision
from abeyance.logic.explaining import entity_of
from abeyance.logic.expressions import Choice, walk


@cache
def facts_read(rule: Provision[Any, Any]) -> frozenset[tuple[str, str]]:
    """Every fact a provision can read, itself or through others, as entity (class name) and fact."""
    found = set()
    for node in walk(rule.expression):
        if node.op in ("field", "ref"):
            name = node.param[0] if isinstance(node, Choice) else node.param
            holder = entity_of(node.args[0])
            if holder:
                found.add((holder.__name__, name))
    return frozenset(found)
