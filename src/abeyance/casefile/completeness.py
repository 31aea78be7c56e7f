"""What a list may still lack.

The rows a list does not have are one or more boxes: rows of which some facts are limited and the rest open.  Without any
claim there is one box, wholly open.  A claim that the list is complete within a scope takes the scope's corner out of each
box; what is left is again boxes, one for each way of lying outside the scope (SEMANTICS 12).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from abeyance.casefile.claims import Completeness, Value
from abeyance.casefile.vocabulary import Recorded
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact
from abeyance.logic.operations import Row, blank
from abeyance.logic.values import NEVER, Presence


def open_ends(entity: type[Recorded], rows: Sequence[Row], said: Sequence[Completeness]) -> list[Row]:
    """The rows that stand for what a list may lack, given what was said of its completeness."""
    boxes: list[Row] = [blank(entity)]
    for claim in said:
        if claim.number is None or len(in_scope(entity, rows, claim)) >= claim.number:
            boxes = [left for box in boxes for left in _outside(entity, box, claim)]
    return boxes


def in_scope(entity: type[Recorded], rows: Sequence[Row], claim: Completeness) -> list[Row]:
    """The individuals of a list that surely lie within the scope of a claim."""
    return [
        row
        for row in rows
        if row["@presence"] == Presence.SURE and all(_within(entity, row, name, value) for name, value in claim.scope)
    ]


def _within(entity: type[Recorded], row: Row, name: str, value: Value) -> bool:
    held = row[name]
    if isinstance(entity.facts[name], ChoiceFact):
        return value.mask is not None and not held & ~value.mask
    if isinstance(entity.facts[name], BoolFact):
        return held is value.truth
    return value.span is not None and value.span[0] <= held[0] and held[1] <= value.span[1]


def _outside(entity: type[Recorded], box: Row, claim: Completeness) -> Iterator[Row]:
    """The parts of a box that a claim of completeness leaves open."""
    for name, value in claim.scope:
        for rest in _complement(entity, name, box[name], value):
            yield {**box, name: rest}
    if entity.dating and claim.as_of[0] < NEVER:
        first, last = box[entity.dating]
        if last > claim.as_of[0]:  # completeness is sure only up to the earliest day it may speak of
            yield {**box, entity.dating: (max(first, claim.as_of[0] + 1), last)}


def _complement(entity: type[Recorded], name: str, held: Any, value: Value) -> Iterator[Any]:
    fact = entity.facts[name]
    if isinstance(fact, ChoiceFact) and value.mask is not None:
        if held & ~value.mask:
            yield held & ~value.mask
    elif isinstance(fact, BoolFact):
        if held is not value.truth:
            yield not value.truth
    elif isinstance(fact, DayFact) and value.span is not None:
        if held[0] < value.span[0]:
            yield held[0], min(held[1], value.span[0] - 1)
        if held[1] > value.span[1]:
            yield max(held[0], value.span[1] + 1), held[1]
