"""One line of claims, as it is written, taken apart into single statements; it knows no vocabulary.

- mateo.nationality @¶1: Guatemala                                  one statement
- mateo.born: {value: 1965-09-30, corrects: letter, because: ...}   one, and what it does to another
- stay-2017 @¶5: {filing: stay request, decided: 2017-03-02}        one a pair; ``recorded`` and the like hold for all
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from abeyance.casefile.yamlnodes import Node, spaced

_KEY = re.compile(r"(?P<subject>[\w-]+)(?:\.(?P<fact>[\w ]*\w))? ?(?:@(?P<place>.+))?")
REFERENCES = ("corrects", "withdraws", "revives", "sets aside")
ACTS = (*REFERENCES, "because", "cleared", "privileged", "recorded")  # may stand beside facts
CLAIM_WORDS = ("value", *ACTS, "by")  # what a claim written as a map may hold


@dataclass(frozen=True)
class Statement:
    """One statement of a line: a word (a fact's name, or the word of an entity), what it says and what it does.

    ``written`` is the node of both, which ``value`` and ``acts`` are taken from.
    """

    word: str
    key: Node
    written: Node
    value: Node | None
    acts: dict[str, Node]


@dataclass(frozen=True)
class Line:
    """A line of claims: ``subject``, ``fact`` (empty where a map of facts follows), ``place`` without its @, and the value."""

    key: Node
    subject: str
    fact: str
    place: str
    value: Node

    def single(self) -> Statement:
        """What a line with a fact says."""
        value, acts = _valued(self.value)
        return Statement(self.fact, self.key, self.value, value, acts)

    def pairs(self) -> Iterator[Statement]:
        """What a line with a map of facts says, a statement a fact."""
        pairs = [(spaced(key.text), key, value) for key, value in self.value.pairs or ()]
        shared = {word: value for word, _, value in pairs if word in ACTS}
        for word, key, node in pairs:
            if word not in ACTS:
                value, acts = _valued(node)
                yield Statement(word, key, node, value, shared | acts)


def split(key: Node, value: Node) -> Line | None:
    """The parts of a line; None where its key is not ``subject``, ``subject.fact``, or one of them with ``@place``."""
    match = _KEY.fullmatch(" ".join((key.text or "").split()))
    if match is None:
        return None
    return Line(key, match["subject"], spaced(match["fact"]), match["place"] or "", value)


def _valued(node: Node) -> tuple[Node | None, dict[str, Node]]:
    """The value that a node gives, and whatever stands beside it where it is a map."""
    if node.pairs is None:
        return node, {}
    acts = {spaced(key.text): value for key, value in node.pairs}
    return acts.pop("value", None), acts
