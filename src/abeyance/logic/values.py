"""What a fact may hold while it is only partly known, and the arithmetic of such values.

    kind     known value         partly known          nothing known
    Bool     True / False        None                  None
    Day      (n, n)              (first, last)         ANY_DAY
    Number   (n, n)              (least, most)         ANY_NUMBER
    Moment   (n, n)              (first, last)         ANY_MOMENT
    Choice   one bit             several bits          every bit

Days are proleptic ordinals (``date.toordinal``), both ends inclusive.  ``NEVER`` is the day of an event that does
not happen, so that "not yet" needs no value of its own: an event has happened by a day when its day is on or before it.
"""

from collections.abc import Callable
from datetime import date
from enum import IntFlag
from functools import lru_cache

Span = tuple[int, int]
Truth = bool | None

LONG_AGO = date(1900, 1, 1).toordinal()
NEVER = date(2200, 1, 1).toordinal()
ANY_DAY: Span = (LONG_AGO, NEVER)
ANY_NUMBER: Span = (-(10**9), 10**9)
ANY_MOMENT: Span = (LONG_AGO * 1440, NEVER * 1440)


class Cause(IntFlag):
    """Why an answer is unknown (SEMANTICS 22); in columns the same bits are stored."""

    MISSING = 1
    CONFLICT = 2
    UNSETTLED = 4
    JUDGEMENT = 8
    NOT_ENCODED = 16
    HORIZON = 32


class Presence:
    """How surely a row of a list stands for someone or something of its own."""

    POSSIBLE = 0  # stands for any number of rows not recorded: the open end of an incomplete list
    SURE = 1  # one individual, different from every other SURE row
    MENTION = 2  # somebody, who may be one of the SURE rows


def ordinal(day: date | str) -> int:
    """The ordinal of a date or of its ISO text.  Raises ValueError for text that is no ISO date."""
    return (date.fromisoformat(day) if isinstance(day, str) else day).toordinal()


def clamp(day: int) -> int:
    """``day`` held between LONG_AGO and NEVER."""
    return LONG_AGO if day < LONG_AGO else NEVER if day > NEVER else day


def add_days(day: int, count: int) -> int:
    """``day`` moved by ``count`` calendar days; LONG_AGO and NEVER stay where they are."""
    return day if day in ANY_DAY else clamp(day + count)


@lru_cache(maxsize=200_000)
def add_months(day: int, count: int) -> int:
    """The same day of the month ``count`` months on, cut to the month's length (29 February + 12 is 28 February).

    LONG_AGO and NEVER stay where they are.
    """
    if day in ANY_DAY:
        return day
    start = date.fromordinal(day)
    year, month0 = divmod(start.year * 12 + start.month - 1 + count, 12)
    if not 1 <= year <= 9998:
        return NEVER if count > 0 else LONG_AGO
    first = date(year, month0 + 1, 1).toordinal()
    after = date(year + month0 // 11, (month0 + 1) % 12 + 1, 1).toordinal()
    return clamp(min(first + start.day - 1, after - 1))


class Memo(dict[int, int]):
    """A function of the day, remembered: ``memo[day]`` computes once."""

    def __init__(self, function: Callable[[int], int]) -> None:
        super().__init__()
        self.function = function

    def __missing__(self, day: int) -> int:
        result = self[day] = self.function(day)
        return result


def hull(one: Span, other: Span) -> Span:
    """The narrowest span that covers both."""
    return (min(one[0], other[0]), max(one[1], other[1]))


def meet(stated: Span, derived: Span) -> Span:
    """What two estimates of one quantity leave; where they exclude each other the stated one wins (SEMANTICS 2)."""
    first, last = max(stated[0], derived[0]), min(stated[1], derived[1])
    return (first, last) if first <= last else stated


def not_after(one: Span, other: Span) -> Truth:
    """Whether ``one`` is on or before ``other``."""
    return True if one[1] <= other[0] else False if one[0] > other[1] else None


def within(mask: int, codes: int) -> Truth:
    """Whether a choice is among ``codes``; a mask of no bits, the choice of nothing, is in none."""
    return False if not mask & codes else True if not mask & ~codes else None
