"""A value in the words of a case file: what ``words`` reads, said back."""

from calendar import monthrange
from datetime import date
from typing import Any

from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, MomentFact, NumberFact, RefFact
from abeyance.logic.values import ANY_DAY, ANY_MOMENT, ANY_NUMBER, LONG_AGO, NEVER, Span

UNKNOWN = "unknown"


def say(fact: Fact, value: Any) -> str:
    """A value that a record holds for a fact, in words; ``unknown`` where it says nothing.

    A reference is said by its subjects' keys.  Days and numbers are read back as they were; moments are said in UTC.
    """
    if isinstance(fact, DayFact):
        return say_days(value)
    if isinstance(fact, NumberFact):
        return _number(value)
    if isinstance(fact, MomentFact):
        return _moment(value)
    if isinstance(fact, BoolFact):
        return UNKNOWN if value is None else "yes" if value else "no"
    if isinstance(fact, ChoiceFact):
        return _choice(fact, value)
    if isinstance(fact, RefFact):
        return " or ".join(value) or UNKNOWN
    return value if value is not None else UNKNOWN


def number_of(count: int, word: str) -> str:
    """How many of a thing: no claims, 1 claim, 2 claims."""
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"


def say_days(span: Span) -> str:
    """Days (inclusive) as they are written: ``2017-05-01``, ``2017-05``, ``1992``, ``2003-05-02 to 2004-11-01``, ``by 2012``."""
    first, last = span
    if span == ANY_DAY:
        return UNKNOWN
    if first >= NEVER:
        return "never"
    if last >= NEVER:
        return f"not before {_day(first)}"
    if first <= LONG_AGO:
        return f"by {_day(last)}"
    start, end = date.fromordinal(first), date.fromordinal(last)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if first == last:
        return start.isoformat()
    if (
        start.day == 1
        and (start.year, start.month) == (end.year, end.month)
        and end.day == monthrange(end.year, end.month)[1]
    ):
        return f"{start:%Y-%m}"
    return f"{start.isoformat()} to {end.isoformat()}"


def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _number(span: Span) -> str:
    least, most = span
    if span == ANY_NUMBER:
        return UNKNOWN
    if most >= ANY_NUMBER[1]:
        return f"at least {least}"
    if least == most:
        return str(least)
    return f"at most {most}" if least <= 0 else f"{least} to {most}"


def _moment(span: Span) -> str:
    if span == ANY_MOMENT:
        return UNKNOWN
    first, last = (_minute(minute) for minute in span)
    return f"{first} UTC" if first == last else f"{first} to {last} UTC"


def _minute(minute: int) -> str:
    day, rest = divmod(minute, 1440)
    return f"{_day(day)} {rest // 60:02}:{rest % 60:02}" if day < NEVER else "never"


def _choice(fact: ChoiceFact, mask: int) -> str:
    codes = fact.words(mask)
    others = [code for code in fact.codes if code not in codes]
    if not others:
        return UNKNOWN
    return " or ".join(codes) if len(codes) <= len(others) + 1 else f"not {' or '.join(others)}"
