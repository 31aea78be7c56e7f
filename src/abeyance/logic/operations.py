"""What each operation does to partly known values.  Both Python readings use these; ``columns`` says the same in SQL.

A row expression's value is ``Candidates``: the rows it may be, and whether it may be none at all.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any, NamedTuple, cast
from zoneinfo import ZoneInfo

from abeyance.logic.expressions import UNCONFIRMED, Period, Versions
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Entity, ListFact, MomentFact, NumberFact, RefFact
from abeyance.logic.values import (
    ANY_DAY,
    ANY_MOMENT,
    ANY_NUMBER,
    LONG_AGO,
    NEVER,
    Memo,
    Presence,
    Span,
    Truth,
    add_days,
    add_months,
    ordinal,
)

Row = Mapping[str, Any]


class Candidates(NamedTuple):
    """The rows a selection or a reference may be."""

    rows: Sequence[Row]
    may_be_none: bool


# --- rows about which nothing is known ----------------------------------------------------------------------------


def blank(entity: type[Entity]) -> Row:
    """A row of which nothing is known, standing for any number of rows not recorded.  Do not change it."""
    return _blank(cast(Any, entity))


@cache
def _blank(entity: type[Entity]) -> Row:
    row: dict[str, Any] = {name: unknown(fact) for name, fact in entity.facts.items()}
    return row | {"@id": "", "@presence": Presence.POSSIBLE, "@conflicts": frozenset()}


def unknown(fact: object) -> Any:
    """The value of a fact of which nothing is known."""
    if isinstance(fact, DayFact):
        return ANY_DAY
    if isinstance(fact, NumberFact):
        return ANY_NUMBER
    if isinstance(fact, MomentFact):
        return ANY_MOMENT
    if isinstance(fact, ChoiceFact):
        return (1 << len(fact.codes)) - 1
    if isinstance(fact, ListFact):
        return (blank(fact.entity()),)
    return () if isinstance(fact, RefFact) else None


def is_known(fact: object, value: Any) -> bool:
    """Whether a value leaves nothing open."""
    if isinstance(fact, (DayFact, NumberFact, MomentFact)):
        return bool(value[0] == value[1])
    if isinstance(fact, ChoiceFact):
        return bool(value & (value - 1) == 0)
    if isinstance(fact, RefFact):
        return len(value) == 1
    return value is not None if isinstance(fact, BoolFact) else True


# --- joining what several possibilities allow ----------------------------------------------------------------------


def join(kind: str, values: Sequence[Any]) -> Any:
    """What all of ``values`` allow: the common truth, the hull, the union of words."""
    if kind == "condition":
        return values[0] if all(v is values[0] for v in values) else None
    if kind == "choice":
        mask = 0
        for value in values:
            mask |= value
        return mask
    return (min(v[0] for v in values), max(v[1] for v in values))


NOTHING_KNOWN: dict[str, Any] = {"condition": None, "day": ANY_DAY, "number": ANY_NUMBER, "moment": ANY_MOMENT}


def field_of(kind: str, whole: Any, candidates: Candidates, name: str) -> Any:
    """A fact of a row that may be one of several; ``whole`` is the value that says nothing."""
    if candidates.may_be_none or not candidates.rows:
        return whole
    return join(kind, [row[name] for row in candidates.rows])


def list_of(entity: type[Entity], candidates: Candidates, name: str) -> Sequence[Row]:
    """A list fact of a row that may be one of several: the list itself where there is one, else an open one."""
    if len(candidates.rows) == 1 and not candidates.may_be_none:
        return tuple(candidates.rows[0][name])
    return (blank(entity),)


def follow(candidates: Candidates, name: str) -> Candidates:
    """The rows that a reference of any of the candidates may name."""
    found: dict[int, Row] = {}
    open_end = candidates.may_be_none
    for row in candidates.rows:
        open_end = open_end or not row[name]
        for target in row[name]:
            found[id(target)] = target
    return Candidates(tuple(found.values()), open_end)


# --- days and periods ----------------------------------------------------------------------------------------------


def stepper(steps: tuple[tuple[Any, ...], ...]) -> Callable[[int], int]:
    """The function of the day that takes the steps of a Period in order; monotone in the day."""

    def move(day: int) -> int:
        for step in steps:
            if step[0] == "days":
                day = add_days(day, step[1])
            elif step[0] == "months":
                day = add_months(day, step[1])
            elif step[0] == "until":
                day = day if day in ANY_DAY else step[1]
            else:
                for _ in range(step[1]):
                    day = open_day(step[2])(add_days(day, 1))
        return day

    return move


def open_day(calendar: Any) -> Callable[[int], int]:
    """The function that moves a day to the calendar's next open one; LONG_AGO and NEVER stay where they are."""
    return lambda day: day if day in ANY_DAY else min(calendar.open_day(day), NEVER)


def minute_of(zone: str) -> Callable[[int], int]:
    """The function from a day to its last minute in the zone, in minutes of UTC since year 1."""
    place = ZoneInfo(zone)

    def minute(day: int) -> int:
        if day in ANY_DAY:
            return day * 1440
        local = datetime.combine(date.fromordinal(day), time(23, 59), place)
        utc_offset = local.utcoffset()
        return within_moments(day * 1440 + 1439 - (int(utc_offset.total_seconds()) // 60 if utc_offset else 0))

    return minute


@cache
def day_function(op: str, param: Any) -> Memo:
    """The remembered function behind a node that moves a day or a moment."""
    makers: dict[str, Callable[[Any], Callable[[int], int]]] = {
        "add": stepper,
        "open_day": open_day,
        "end_of_day": minute_of,
        "add_minutes": lambda minutes: lambda moment: add_minutes((moment, moment), minutes)[0],
    }
    return Memo(makers[op](param))


def starts_of(versions: Versions) -> list[int]:
    """The days on which the second and later versions begin."""
    return [ordinal(v.start) for v in versions[1:] if v.start]


def add_version(base: Span, on: Span, versions: Versions, periods: tuple[Period, ...], together: bool) -> Span:
    """``base`` moved by the period that holds on the day ``on``, in pieces (SEMANTICS 1).

    ``together`` says that both are the same day, so that each version is applied only to its own part of the span.
    """
    edges = [ANY_DAY[0], *starts_of(versions), NEVER + 1]
    ends: list[int] = []
    for start, after, period in zip(edges, edges[1:], periods, strict=False):
        first, last = max(on[0], start), min(on[1], after - 1)
        if first <= last:
            move = day_function("add", period.steps)
            piece = (first, last) if together else base
            ends += (piece[0], NEVER) if period == UNCONFIRMED else (move[piece[0]], move[piece[1]])
    return (min(ends), max(ends))


def days_between(earlier: Span, later: Span) -> Span:
    """The calendar days from one day to another.

    An end that is not known leaves its side open, and so do two events of which neither may ever happen.  From a day that
    is known to one that never comes it is endless.
    """
    least, most = later[0] - earlier[1], later[1] - earlier[0]
    if later[0] == NEVER:
        least = ANY_NUMBER[1]
    if earlier[0] == NEVER:
        most = ANY_NUMBER[0]
    if later[0] == LONG_AGO or earlier[1] == NEVER:
        least = ANY_NUMBER[0]
    if later[1] == NEVER or earlier[0] == LONG_AGO:
        most = ANY_NUMBER[1]
    return (least, most)


def within_moments(moment: int) -> int:
    """``moment`` held between the ends of ANY_MOMENT."""
    return max(ANY_MOMENT[0], min(moment, ANY_MOMENT[1]))


def add_minutes(moment: Span, minutes: int) -> Span:
    """A moment moved; an open end stays open."""
    first, last = (m if m in ANY_MOMENT else within_moments(m + minutes) for m in moment)
    return (first, last)


def same(one: int, other: int) -> Truth:
    """Whether two choices are the same word."""
    return False if not one & other else True if one == other and one & (one - 1) == 0 else None


def same_row(one: Candidates, other: Candidates) -> Truth:
    """Whether two row expressions name one row.

    A row that stands for what is not recorded is never surely itself, nor surely another such row; a mention may be anybody.
    """
    if one.may_be_none or other.may_be_none:
        return None
    pairs = [_is_one(row, another) for row in one.rows for another in other.rows]
    return cast(Truth, join("condition", pairs)) if pairs else None


def _is_one(row: Row, other: Row) -> Truth:
    if row is other:
        return None if row["@presence"] == Presence.POSSIBLE else True
    presences = (row["@presence"], other["@presence"])
    return False if Presence.SURE in presences and Presence.MENTION not in presences else None


# --- branches and quantifiers --------------------------------------------------------------------------------------


def possible_branches(selector: Any, param: tuple[Any, ...], number: int) -> range | list[int]:
    """Which of ``number`` branches of a ``choose`` node the selector's value allows."""
    match param[0]:
        case "if":
            return range(2) if selector is None else [0] if selector else [1]
        case "date":
            starts = starts_of(param[1])
            return range(bisect_right(starts, selector[0]), bisect_right(starts, selector[1]) + 1)
        case "choice":
            named = [i for i, mask in enumerate(param[1]) if selector & mask]
            rest = selector
            for mask in param[1]:
                rest &= ~mask
            return named + ([number - 1] if rest or not named else [])
        case _:
            return range(number)


def tally(verdicts: Sequence[tuple[int, Truth]]) -> Span:
    """How many rows pass, from each row's presence and verdict."""
    sure = sum(1 for presence, verdict in verdicts if presence == Presence.SURE and verdict)
    if not sure and any(presence == Presence.MENTION and verdict for presence, verdict in verdicts):
        sure = 1
    if any(presence == Presence.POSSIBLE and verdict is not False for presence, verdict in verdicts):
        return (sure, ANY_NUMBER[1])
    return (sure, sum(1 for _, verdict in verdicts if verdict is not False))


def reaches(number: Span, least: int) -> Truth:
    """Whether a number is at least ``least``."""
    return True if number[0] >= least else False if number[1] < least else None


def select(rows: Sequence[tuple[Row, Truth, Span]], end: str) -> Candidates:
    """Which row may be the first or the last, from each row with its test's verdict and its day."""
    open_rows = [entry for entry in rows if entry[1] is not False]
    sure = [entry for entry in open_rows if entry[1] and entry[0]["@presence"] != Presence.POSSIBLE]
    if end == "last":
        limit = max((key[0] for _, _, key in sure), default=ANY_DAY[0])
        found = [row for row, _, key in open_rows if key[1] >= limit]
    else:
        limit = min((key[1] for _, _, key in sure), default=NEVER)
        found = [row for row, _, key in open_rows if key[0] <= limit]
    return Candidates(tuple(found), not sure)


def is_found(candidates: Candidates) -> Truth:
    """Whether a selection is a row at all."""
    return None if candidates.may_be_none and candidates.rows else not candidates.may_be_none
