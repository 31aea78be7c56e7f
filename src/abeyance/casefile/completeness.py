"""What a list may still lack.

The rows a list does not have are one or more boxes: rows of which some facts are limited and the rest open.  Without any
claim there is one box, wholly open.  A claim that the list is complete within a scope takes the scope's corner out of each
box; what is left is again boxes, one for each way of lying outside the scope (SEMANTICS 12):

    kind    appeal  |  other            no appeal as of D:  of all unrecorded filings
    ------- --------+--------           only those of another kind, or received after D,
    <= D     taken  |  open             may still be missing
    > D      open   |  open

A count is a claim of completeness once as many individuals are recorded within its scope (SEMANTICS 13).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from abeyance.casefile.claims import Completeness, Value
from abeyance.casefile.vocabulary import Recorded
from abeyance.logic import operations as do
from abeyance.logic.facts import (
    BoolFact,
    ChoiceFact,
    DayFact,
    Fact,
    ListFact,
    MomentFact,
    NumberFact,
    RefFact,
    TextFact,
)
from abeyance.logic.operations import Row, blank
from abeyance.logic.values import Presence, meet

MOST_BOXES = 64  # beyond that further claims are left aside, which is looser and never wrong


@dataclass(frozen=True)
class CountConflict:
    """Somebody's count of a list that cannot be right together with the rest.

    ``recorded`` are the individuals surely within its scope, where they are more; ``others`` the counts that say another number.
    """

    claim: Completeness
    recorded: tuple[str, ...] = ()
    others: tuple[Completeness, ...] = ()


def open_ends(entity: type[Recorded], rows: Sequence[Row], said: Sequence[Completeness]) -> list[Row]:
    """The rows that stand for what a list may lack, given what was said of its completeness; contested counts are left aside."""
    contested = {id(c.claim) for c in count_conflicts(entity, rows, said)}
    boxes: list[Row] = [blank(entity)]
    for claim in said:
        if id(claim) in contested or (claim.number is not None and not is_reached(entity, rows, claim)):
            continue
        left = _pruned(entity, [part for box in boxes for part in _outside(entity, box, claim)])
        boxes = left if len(left) <= MOST_BOXES else boxes
    return boxes


def is_reached(entity: type[Recorded], rows: Sequence[Row], count: Completeness) -> bool:
    """Whether the individuals recorded surely within the scope of a count are as many as it says."""
    return len(in_scope(entity, rows, count)) == count.number


def count_conflicts(
    entity: type[Recorded], rows: Sequence[Row], said: Sequence[Completeness]
) -> tuple[CountConflict, ...]:
    """The counts that contradict the individuals recorded, or each other."""
    counts = [c for c in said if c.number is not None]
    found = []
    for count in counts:
        recorded = in_scope(entity, rows, count) or in_scope(entity, rows, count, Presence.MENTION)[:1]
        too_many = tuple(row["@id"] for row in recorded) if len(recorded) > (count.number or 0) else ()
        others = tuple(other for other in counts if _contradict(entity, count, other))
        if too_many or others:
            found.append(CountConflict(count, too_many, others))
    return tuple(found)


def _contradict(entity: type[Recorded], one: Completeness, other: Completeness) -> bool:
    """Whether two counts of the same scope exclude each other; of what happens on days, more may have happened later."""
    if one.number is None or other.number is None or dict(one.scope) != dict(other.scope) or one.number == other.number:
        return False
    fewer, more = (one, other) if one.number < other.number else (other, one)
    return not entity.dating or more.as_of[1] <= fewer.as_of[0]


def in_scope(
    entity: type[Recorded], rows: Sequence[Row], claim: Completeness, presence: int = Presence.SURE
) -> list[Row]:
    """The rows of a list, of that presence, that surely lie within the scope of a claim."""
    return [row for row in rows if row["@presence"] == presence and _is_within(entity, row, claim)]


def narrow_mentions(entity: type[Recorded], rows: Sequence[dict[str, Any]], said: Sequence[Completeness]) -> None:
    """Give each mention within a count that is reached what all the individuals counted share.

    Four children are recorded and counted, all citizens: a daughter who is mentioned is one of them, so she is a citizen.
    """
    contested = {id(c.claim) for c in count_conflicts(entity, rows, said)}
    for count in said:
        if count.number and id(count) not in contested and is_reached(entity, rows, count):
            counted = in_scope(entity, rows, count)
            for row in rows:
                if row["@presence"] == Presence.MENTION and _is_within(entity, row, count):
                    row |= {n: _shared(f, row[n], [r[n] for r in counted]) for n, f in entity.facts.items()}


def _shared(fact: Fact, own: Any, values: list[Any]) -> Any:
    """What is known of a fact of one who is among those with these ``values``."""
    if isinstance(fact, BoolFact):
        return do.join("condition", values) if own is None else own
    if isinstance(fact, ChoiceFact):
        return own & do.join("choice", values) or own
    if isinstance(fact, (TextFact, RefFact, ListFact)):
        return own
    return meet(own, do.join("span", values))


# --- boxes ----------------------------------------------------------------------------------------------------------


def _is_within(entity: type[Recorded], row: Row, claim: Completeness) -> bool:
    if entity.dating and row[entity.dating][1] > claim.as_of[0]:
        return False
    return all(_holds(entity.facts[name], row[name], value) for name, value in claim.scope)


def _holds(fact: Fact, held: Any, value: Value) -> bool:
    """Whether a value that is held surely lies within the one of a scope."""
    if isinstance(fact, ChoiceFact):
        return value.mask is not None and not held & ~value.mask
    if isinstance(fact, BoolFact):
        return held is not None and held is value.truth
    if isinstance(fact, (DayFact, NumberFact, MomentFact)):
        return value.span is not None and value.exact and value.span[0] <= held[0] and held[1] <= value.span[1]
    return False


def _outside(entity: type[Recorded], box: Row, claim: Completeness) -> Iterator[Row]:
    """The parts of a box that a claim of completeness leaves open."""
    for name, value in claim.scope:
        for rest in _complement(entity.facts[name], box[name], value):
            yield {**box, name: rest}
    if entity.dating:
        first, last = box[entity.dating]
        if last > claim.as_of[0]:  # completeness is sure only up to the earliest day it may speak of
            yield {**box, entity.dating: (max(first, claim.as_of[0] + 1), last)}


def _complement(fact: Fact, held: Any, value: Value) -> Iterator[Any]:
    """What of a held value lies outside a scope's; all of it, where the scope is no sharp set of values."""
    if isinstance(fact, ChoiceFact) and value.mask is not None:
        if held & ~value.mask:
            yield held & ~value.mask
    elif isinstance(fact, BoolFact):
        if held is not value.truth:
            yield not value.truth
    elif isinstance(fact, (DayFact, NumberFact, MomentFact)) and value.span is not None and value.exact:
        if held[0] < value.span[0]:
            yield held[0], min(held[1], value.span[0] - 1)
        if held[1] > value.span[1]:
            yield max(held[0], value.span[1] + 1), held[1]
    else:
        yield held


def _pruned(entity: type[Recorded], boxes: Sequence[Row]) -> list[Row]:
    """The boxes without those that lie within another."""
    kept: list[Row] = []
    for box in boxes:
        if not any(_covers(entity, other, box) for other in kept):
            kept = [other for other in kept if not _covers(entity, box, other)] + [box]
    return kept


def _covers(entity: type[Recorded], one: Row, other: Row) -> bool:
    return all(_includes(fact, one[name], other[name]) for name, fact in entity.facts.items())


def _includes(fact: Fact, wide: Any, narrow: Any) -> bool:
    if wide == narrow:
        return True
    if isinstance(fact, ChoiceFact):
        return not narrow & ~wide
    if isinstance(fact, (DayFact, NumberFact, MomentFact)):
        return bool(wide[0] <= narrow[0] and narrow[1] <= wide[1])
    return wide is None
