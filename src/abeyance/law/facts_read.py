"""Which facts of the vocabulary a rule can read."""

from functools import cache
from typing import Any

from abeyance.law.provisions import Provision
from abeyance.logic.expressions import Choice, Expr, walk
from abeyance.logic.facts import entity_of


def facts_read(rule: Provision[Any, Any]) -> frozenset[tuple[str, str]]:
    """Every fact a provision can read, itself or through others, as entity (class name) and fact."""
    return facts_in(rule.expression)


@cache
def facts_in(root: Expr) -> frozenset[tuple[str, str]]:
    """Every fact an expression can read, as entity (class name) and fact."""
    found = set()
    for node in walk(root):
        if node.op in ("field", "ref"):
            name = node.param[0] if isinstance(node, Choice) else node.param
            found.add((entity_of(node.args[0]).__name__, name))
    return frozenset(found)
