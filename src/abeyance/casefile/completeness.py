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

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from abeyance.casefile.claims import Completeness, Source, Value
from abeyance.casefile.clearance import is_to_counsel
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

MOST_BOXES, MOST_SCOPES = 64, 40  # beyond that further claims are left aside, which is looser and never wrong


@dataclass(frozen=True)
class CountConflict:
    """Somebody's count of a list, or word that it is complete, that cannot be right together with the rest.

    ``recorded`` are the individuals surely within its scope, where they are more, or of whom only later sources tell;
    ``others`` the counts that say another number.
    """

    claim: Completeness
    recorded: tuple[str, ...] = ()
    others: tuple[Completeness, ...] = ()


class Counts:
    """The words on one list, against the rows that are recorded of it; ``told`` has the sources that tell of each."""

    def __init__(
        self,
        entity: type[Recorded],
        rows: Sequence[Row],
        said: Sequence[Completeness],
        told: Mapping[str, Collection[Source]],
    ) -> None:
        self.entity, self.rows, self.said = entity, rows, said
        ids = [row["@id"] for row in rows if told.get(row["@id"])]
        # the first day on which a source that tells of a row can have been made, and had
        self.made = {key: min(source.dated[0] for source in told[key]) for key in ids}
        self.had = {key: min(source.had[0] for source in told[key]) for key in ids}
        self._within: dict[tuple[object, ...], list[Row]] = {}

    def within(self, claim: Completeness, presence: int = Presence.SURE) -> list[Row]:
        """The rows, of that presence, that surely lie within the scope of a claim."""
        key = (scope_of(claim), claim.sure_until, presence)
        if key not in self._within:
            there = [row for row in self.rows if row["@presence"] == presence]
            self._within[key] = [row for row in there if _is_within(self.entity, row, claim)]
        return self._within[key]

    def is_reached(self, count: Completeness) -> bool:
        """Whether the individuals recorded surely within the scope of a count are as many as it says."""
        return len(self.within(count)) == count.number

    @cached_property
    def conflicts(self) -> tuple[CountConflict, ...]:
        """The counts and words of completeness that contradict the individuals recorded, or each other."""
        counts = [c for c in self.said if c.number is not None]
        alike: dict[object, list[Completeness]] = defaultdict(list)
        for count in counts:
            alike[scope_of(count)].append(count)
        found = []
        for count in counts:
            recorded = self.within(count) or self.within(count, Presence.MENTION)[:1]
            too_many = tuple(row["@id"] for row in recorded) if len(recorded) > (count.number or 0) else ()
            others = tuple(other for other in alike[scope_of(count)] if _contradict(self.entity, count, other))
            if too_many or others:
                found.append(CountConflict(count, too_many, others))
        found += [CountConflict(word, news) for word in self.said if word.number is None and (news := self._news(word))]
        return tuple(found)

    def _news(self, word: Completeness) -> tuple[str, ...]:
        """The individuals within the scope of a word that the list is complete of whom only sources tell that came after it.

        What is said to counsel speaks of what the office has; another source knows of all that was written before it.
        """
        first = self.had if is_to_counsel(word.source) else self.made
        return tuple(row["@id"] for row in self.within(word) if first.get(row["@id"], 0) > word.source.last_day)

    @cached_property
    def _sound(self) -> list[Completeness]:
        """The words that can be relied on: none that is contested, and no count that is not reached."""
        contested = {id(conflict.claim) for conflict in self.conflicts}
        return [c for c in self.said if id(c) not in contested and (c.number is None or self.is_reached(c))]

    def open_ends(self) -> list[Row]:
        """The rows that stand for what the list may lack.

        Of words with the same scope the latest counts.  Beyond MOST_SCOPES and MOST_BOXES further words are left aside.
        """
        latest: dict[object, Completeness] = {}
        for claim in self._sound:
            known = latest.get(scope_of(claim))
            if known is None or known.sure_until < claim.sure_until:
                latest[scope_of(claim)] = claim
        words = sorted(latest.values(), key=lambda claim: (len(claim.scope), -claim.sure_until))[:MOST_SCOPES]
        limited = {self.entity.dating, *(name for claim in words for name, _ in claim.scope)} - {""}
        boxes: list[Row] = [blank(self.entity)]
        for claim in words:
            left = _pruned(self.entity, limited, [part for box in boxes for part in _outside(self.entity, box, claim)])
            boxes = left if len(left) <= MOST_BOXES else boxes
        return boxes

    def narrow_mentions(self) -> None:
        """Give each mention within a count that is reached what all the individuals counted share.

        Four children are recorded and counted, all citizens: a daughter who is mentioned is one of them, so she is a citizen.
        """
        for count in self._sound:
            if count.number:
                counted, mentioned = self.within(count), self.within(count, Presence.MENTION)
                for row in mentioned:
                    shared = {n: _shared(f, row[n], [r[n] for r in counted]) for n, f in self.entity.facts.items()}
                    cast(dict[str, Any], row).update(shared)


def scope_of(claim: Completeness) -> tuple[object, ...]:
    """A scope without the words in which it was written."""
    return tuple(sorted((name, v.mask, v.truth, v.span, v.exact) for name, v in claim.scope))


def _contradict(entity: type[Recorded], one: Completeness, other: Completeness) -> bool:
    """Whether two counts of the same scope exclude each other; of what happens on days, more may have happened later."""
    if one.number is None or other.number is None or one.number == other.number:
        return False
    fewer, more = (one, other) if one.number < other.number else (other, one)
    return not entity.dating or more.as_of[1] <= fewer.sure_until


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
    if entity.dating and row[entity.dating][1] > claim.sure_until:
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
        if last > claim.sure_until:
            yield {**box, entity.dating: (max(first, claim.sure_until + 1), last)}


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


def _pruned(entity: type[Recorded], limited: Collection[str], boxes: Sequence[Row]) -> list[Row]:
    """The boxes without those that lie within another; they differ in the ``limited`` facts alone."""

    def covers(one: Row, other: Row) -> bool:
        return all(_includes(entity.facts[name], one[name], other[name]) for name in limited)

    kept: list[Row] = []
    for box in boxes:
        if not any(covers(other, box) for other in kept):
            kept = [other for other in kept if not covers(box, other)] + [box]
    return kept


def _includes(fact: Fact, wide: Any, narrow: Any) -> bool:
    if wide == narrow:
        return True
    if isinstance(fact, ChoiceFact):
        return not narrow & ~wide
    if isinstance(fact, (DayFact, NumberFact, MomentFact)):
        return bool(wide[0] <= narrow[0] and narrow[1] <= wide[1])
    return wide is None
