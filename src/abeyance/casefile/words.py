"""What is written, as the set of values it allows: ``1992``, ``almost 15 years ago``, ``aged 19``, ``not by 2017-05-01``.

Rounded words get the slack of a table and are marked inexact (SEMANTICS 6).
"""

import calendar
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from abeyance.casefile.claims import Value
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, MomentFact, NumberFact
from abeyance.logic.values import ANY_DAY, ANY_NUMBER, LONG_AGO, NEVER, Span, add_months

YES, NO = frozenset({"yes", "true", "y"}), frozenset({"no", "false", "n"})

# how far a rounded length may be from the truth, as (years short of it, years beyond it)
SLACK = {
    "": (1.0, 1.0),  # "25 years" may be said of 24 and a half, or of almost 26
    "about": (2.0, 2.0),
    "almost": (1.0, 0.0),
    "nearly": (1.0, 0.0),
    "over": (0.0, 1.0),
    "more than": (0.0, 1.0),
}

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"\d{4}$")
_AGED = re.compile(r"aged (\d{1,3})(?: on (\d{4}-\d{2}-\d{2}))?$")
_AGO = re.compile(r"(?:(about|almost|nearly|over|more than) )?(\d{1,3}) (year|month|day)s?(?: ago)?$")
_NUMBER = re.compile(r"[$]?(\d{1,9})$")
_ABOUT_NUMBER = re.compile(r"(about|almost|at least|at most|more than) [$]?(\d{1,9})$")


class Unreadable(ValueError):
    """Words that say no value of the fact; ``hint`` says what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def parse(fact: Fact, text: str, dated: Span) -> Value:
    """The value ``text`` says of ``fact``, in a document made on ``dated``.

    Raises Unreadable if it says none.
    """
    text = " ".join(text.split())
    if isinstance(fact, BoolFact):
        return _truth(text)
    if isinstance(fact, ChoiceFact):
        return _choice(fact, text)
    if isinstance(fact, DayFact):
        span, exact = day_span(text, dated)
        return Value(text, span=span, exact=exact)
    if isinstance(fact, NumberFact):
        return Value(text, span=number_span(text), exact=text[:1].isdigit() or text.startswith("$"))
    if isinstance(fact, MomentFact):
        return Value(text, span=_moment(text))
    return Value(text, text=text)


def _truth(text: str) -> Value:
    if text.lower() in YES or text.lower() in NO:
        return Value(text, truth=text.lower() in YES)
    raise Unreadable(f"{text!r} is neither yes nor no", "write yes or no; leave the fact out if nobody says")


def _choice(fact: ChoiceFact, text: str) -> Value:
    mask = 0
    for word in re.split(r" or |, ", text):
        if word not in fact.codes:
            raise Unreadable(f"{word!r} is not a word for {fact.label}", f"write one of: {', '.join(fact.codes)}; join two with or")
        mask |= 1 << fact.codes.index(word)
    return Value(text, mask=mask)


def day_span(text: str, dated: Span) -> tuple[Span, bool]:
    """The days ``text`` may mean, inclusive, and whether they are exact; ``dated`` is the day of the document."""
    if text == "never":
        return (NEVER, NEVER), True
    if text == "not yet":
        return (_made(dated)[0] + 1, NEVER), True
    for word, shape in (("not by ", _after), ("before ", _before), ("after ", _after), ("by ", _by), ("since ", _from), ("about ", _about)):
        if text.startswith(word):
            return shape(_plain(text.removeprefix(word)))
    if ".." in text:
        first, _, last = text.partition("..")
        span = (_plain(first.strip())[0], _plain(last.strip())[1])
        if span[0] > span[1]:
            raise Unreadable(f"{text!r} ends before it begins", "write the earlier day first")
        return span, True
    if match := _AGED.match(text):
        on = date.fromisoformat(match[2]).toordinal() if match[2] else 0
        seen = (on, on) if on else _made(dated)
        years = int(match[1])
        return (add_months(seen[0], -12 * (years + 1)) + 1, add_months(seen[1], -12 * years)), True
    if match := _AGO.match(text):
        return _ago(match[1] or "", int(match[2]), match[3], _made(dated)), match[3] == "day" and not match[1]
    return _plain(text), True


def _made(dated: Span) -> Span:
    if dated == ANY_DAY:
        raise Unreadable("this hangs on the day of the document, which the source does not give", "add dated: to the source")
    return dated


def _plain(text: str) -> Span:
    try:
        if _DAY.match(text):
            day = date.fromisoformat(text).toordinal()
            return day, day
        if match := _MONTH.match(text):
            year, month = int(match[1]), int(match[2])
            return date(year, month, 1).toordinal(), date(year, month, calendar.monthrange(year, month)[1]).toordinal()
        if _YEAR.match(text):
            return date(int(text), 1, 1).toordinal(), date(int(text), 12, 31).toordinal()
    except (ValueError, calendar.IllegalMonthError):
        raise Unreadable(f"there is no day {text}", "check the month and the day") from None
    raise Unreadable(
        f"{text!r} is not a day",
        "write 2017-05-01, 2017-05, 1992, 2012..2016, before / after / by / not by a day, never, not yet, aged 19, or 25 years ago",
    )


def _after(span: Span) -> tuple[Span, bool]:
    return (span[1] + 1, NEVER), True


def _before(span: Span) -> tuple[Span, bool]:
    return (LONG_AGO, span[0] - 1), True


def _by(span: Span) -> tuple[Span, bool]:
    return (LONG_AGO, span[1]), True


def _from(span: Span) -> tuple[Span, bool]:
    return (span[0], NEVER), True


def _about(span: Span) -> tuple[Span, bool]:
    return (add_months(span[0], -12), add_months(span[1], 12)), False


def _ago(word: str, number: int, unit: str, made: Span) -> Span:
    if unit == "day":
        return made[0] - number, made[1] - number
    short, beyond = SLACK[word]
    size = 12 if unit == "year" else 1
    longest, shortest = round((number + beyond) * size), round((number - short) * size)
    return add_months(made[0], -longest), add_months(made[1], -shortest)


def number_span(text: str) -> Span:
    """The numbers ``text`` may mean, inclusive.  Raises Unreadable if it names none."""
    if match := _NUMBER.match(text):
        return int(match[1]), int(match[1])
    if ".." in text:
        first, _, last = text.partition("..")
        if _NUMBER.match(first) and _NUMBER.match(last) and int(first.lstrip("$")) <= int(last.lstrip("$")):
            return int(first.lstrip("$")), int(last.lstrip("$"))
    if match := _ABOUT_NUMBER.match(text):
        number = int(match[2])
        tenth = max(1, number // 10)
        return {
            "about": (number - tenth, number + tenth),
            "almost": (number - tenth, number),
            "at least": (number, ANY_NUMBER[1]),
            "more than": (number + 1, ANY_NUMBER[1]),
            "at most": (0, number),
        }[match[1]]
    raise Unreadable(f"{text!r} is not a number", "write 4, 4..6, about 13, at least 3, or $155")


def _moment(text: str) -> Span:
    try:
        stamp, _, zone = text.rpartition(" ")
        local = datetime.fromisoformat(stamp).replace(tzinfo=ZoneInfo(zone))
    except (ValueError, ZoneInfoNotFoundError):
        raise Unreadable(f"{text!r} is not a time with its zone", "write 2017-05-04 12:00 America/New_York") from None
    offset = local.utcoffset()
    minute = local.toordinal() * 1440 + local.hour * 60 + local.minute - (int(offset.total_seconds()) // 60 if offset else 0)
    return minute, minute
