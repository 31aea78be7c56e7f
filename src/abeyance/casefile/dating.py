"""Days that cannot be so: out of the order in which things happen, or later than the paper that tells of them.

One of two days that cannot be in order is wrong, and nobody knows which: the one may have been any day before, the other any
day after, and nothing is counted from either as it is said.  An event that is later than its source is no news of an event, or
the source is of another day: it may have been any day before.
"""

from collections.abc import Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, replace
from typing import Any

from abeyance.casefile.claims import Claim, Source, Value
from abeyance.casefile.combining import combine
from abeyance.casefile.vocabulary import Recorded
from abeyance.logic.facts import DayFact
from abeyance.logic.values import LONG_AGO, NEVER, Span

Key = tuple[str, str]  # subject and fact
Known = MutableMapping[Key, Any]
Claims = Mapping[Key, tuple[Claim, ...]]
Entities = Mapping[str, type[Recorded]]

# Days that a stamp, a certificate of service or a cover letter adds to a paper made before; the office had it with them.
ADDED = {"sent", "received", "filed", "served", "mailed", "decision_served", "communicated"}


@dataclass(frozen=True)
class OutOfOrder:
    """Two days of a subject of which the first cannot be after the second, and is, by the live claims about each."""

    subject: str
    first: str
    second: str
    sides: tuple[tuple[Claim, ...], tuple[Claim, ...]]


def out_of_order(entities: Entities, claims: Claims, known: Mapping[Key, Span]) -> tuple[OutOfOrder, ...]:
    """The days that contradict the sequence of their entity, by what is ``known`` of each fact that has claims."""
    return tuple(
        OutOfOrder(subject, first, second, (claims[subject, first], claims[subject, second]))
        for subject in dict.fromkeys(subject for subject, _ in claims)
        for first, second in sequence_of(entities[subject])
        if (subject, first) in claims and (subject, second) in claims
        if known[subject, first][0] > known[subject, second][1]
    )


@dataclass(frozen=True)
class Misfit:
    """A number of days that is stated, and does not fit the two days that it lies between, by the live claims about each."""

    subject: str
    days: tuple[Claim, ...]
    number: tuple[Claim, ...]


def misfits(entities: Entities, claims: Claims, known: Mapping[Key, Span]) -> tuple[Misfit, ...]:
    """The durations that are stated and cannot be; whether the first day or the last is counted too is left open."""
    found = []
    for subject in dict.fromkeys(subject for subject, _ in claims):
        keys = [(subject, name) for name in entities[subject].lasting]
        if keys and all(key in claims for key in keys):
            first, last, number = (known[key] for key in keys)
            if number[0] > last[1] - first[0] + 1 or number[1] < last[0] - first[1] - 1:
                found.append(Misfit(subject, (*claims[keys[0]], *claims[keys[1]]), claims[keys[2]]))
    return tuple(found)


def sequence_of(entity: type[Recorded]) -> tuple[tuple[str, str], ...]:
    """All pairs of days of an entity of which the first is never after the second, also by others between them."""
    pairs: dict[tuple[str, str], None] = {}
    for first, second in entity.sequence:
        pairs |= {(before, second): None for before, last in tuple(pairs) if last == first} | {(first, second): None}
    return tuple(pairs)


def too_late(entities: Entities, claims: Claims) -> tuple[Claim, ...]:
    """The live claims of an event after the last day of which their source can tell.

    What a paper may set for a day to come is none: a hearing, the end of a stay; nor is that a thing has not happened yet.
    What is stamped on a paper later is measured by the day the office had it, where that is known.
    """
    return tuple(
        claim
        for (subject, name), live in claims.items()
        if isinstance(entities[subject].facts[name], DayFact) and name not in entities[subject].to_come
        for claim in live
        if _is_too_late(claim.value.span, _last_day(claim.source, name))
    )


def _is_too_late(span: Span | None, last_day: int) -> bool:
    return span is not None and span[1] < NEVER and span[0] > last_day


def _last_day(source: Source, name: str) -> int:
    return max(source.had[1], source.last_day) if name in ADDED and source.had[1] < NEVER else source.last_day


def rely_on_the_rest(
    entities: Entities, known: Known, late: Iterable[Claim], claims: Claims, disputed: Collection[Key]
) -> None:
    """Hold in ``known`` late claims to what they can tell beside others: that it was by their day, and not on it.

    Where they contradict the others nothing is changed, since all sides are covered.
    """
    is_late = set(map(id, late))
    for key, live in claims.items():
        lates = [claim for claim in live if id(claim) in is_late]
        if lates and len(lates) < len(live) and key not in disputed:
            values = [_by_its_day(claim.value) if id(claim) in is_late else claim.value for claim in live]
            known[key] = combine(entities[key[0]].facts[key[1]], values).value


def _by_its_day(value: Value) -> Value:
    return replace(value, span=(LONG_AGO, value.span[1])) if value.span else value


def leave_open(known: Known, disorder: Iterable[OutOfOrder], late: Iterable[Claim], claims: Claims) -> set[Key]:
    """Widen in ``known`` the days that cannot be in their order, and to any day before those of which only late claims tell.

    Gives the facts that were widened.
    """
    is_late = set(map(id, late))
    doubtful = {key for key, live in claims.items() if all(id(claim) in is_late for claim in live)}
    wider: dict[Key, Span] = {key: (LONG_AGO, known[key][1]) for key in doubtful}
    for pair in disorder:
        first, second = (pair.subject, pair.first), (pair.subject, pair.second)
        wider[first] = (LONG_AGO, wider.setdefault(first, known[first])[1])
        wider[second] = (wider.setdefault(second, known[second])[0], NEVER)
    known.update(wider)
    return set(wider)
