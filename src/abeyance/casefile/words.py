"""What a written value means: words of a case file to the set of values they allow.

    2017-05-01   2017-05   1992   May 1, 2017   2012..2016        a day, or the days it may be
    before 1992   after D   by D   not by D   never   not yet      one side of it, or that it has not happened
    25 years ago   almost 15 years ago   about 1992   aged 19      rounded words, with the slack of ``SLACK``
    4   4..6   about 13   at least 3   $155   2 years              numbers; a unit where the fact has one
    immigration judge or Board   not removal   BIA                 a closed list of words, and short names for them

Where words can be read in two ways the wider reading is taken: looser than the truth, never wrong (SEMANTICS 2).
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from typing import NamedTuple
from zoneinfo import ZoneInfo

from abeyance.casefile.claims import Value
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, MomentFact, NumberFact, RefFact, TextFact
from abeyance.logic.values import ANY_DAY, ANY_NUMBER, LONG_AGO, NEVER, Span, add_days, add_months, clamp, hull

YES, NO = frozenset({"yes", "true", "y"}), frozenset({"no", "false", "n"})


class Unreadable(ValueError):
    """Words that say no value of the fact: the message is what is wrong, ``hint`` how to mend it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class NotDated(Unreadable):
    """Words that count from the day of their source, which is not known."""


def parse(fact: Fact, text: str, dated: Span) -> Value:
    """The value that ``text`` gives ``fact`` in a source made on ``dated`` (inclusive; ANY_DAY where that is not known).

    Raises Unreadable.
    """
    written = " ".join(text.split())
    if not written:
        raise Unreadable("nothing is written here", "leave the claim out: what nobody says is unknown")
    if written.casefold() in ("unknown", "?", "null", "~"):
        raise Unreadable(f"{written!r} is no value", "leave the claim out: what nobody says is unknown")
    if len(written) > LONGEST and not isinstance(fact, (TextFact, RefFact)):
        raise Unreadable(f"{written[:40]!r} and so on is no value", "write what this fact takes, and nothing else")
    if isinstance(fact, DayFact):
        if _AGED.fullmatch(written) and fact.name != "born":
            raise Unreadable("an age says when somebody was born, not this", _DAY_HINT)
        span, exact = day_span(written, dated)
        return Value(written, span=span, exact=exact)
    if isinstance(fact, NumberFact):
        span, exact = _numbers(fact, written)
        return Value(written, span=span, exact=exact)
    if isinstance(fact, MomentFact):
        return Value(written, span=_moment(written))
    if isinstance(fact, BoolFact):
        return Value(written, truth=_truth(written))
    if isinstance(fact, ChoiceFact):
        return Value(written, mask=_choice(fact, written))
    if isinstance(fact, RefFact):
        return Value(written, text=" or ".join(re.split(r"\s+or\s+|\s*,\s*", written)))
    return Value(written, text=written)


# --- slack of rounded words (SEMANTICS 6) ---------------------------------------------------------------------------


class Slack(NamedTuple):
    """How far the truth may lie below and above a rounded quantity, in the unit of the row."""

    less: int
    more: int


class SlackRow(NamedTuple):
    """One row of the table: for a quantity of ``unit`` of at least ``least``, where ``round_only`` only for multiples of five."""

    unit: str
    least: int
    round_only: bool
    said: Slack  # "25 years"
    about: Slack  # "about 25 years"
    almost: Slack  # "almost 25 years"


# A bare number of years is completed years, rounded up in the last half year: "13 years" is 12 1/2 to under 14.
# Round numbers are said more loosely the larger they are.  Years are written in months here, months and weeks in days.
# The first row that fits counts.
SLACK: tuple[SlackRow, ...] = (
    SlackRow("year", 20, True, Slack(24, 24), Slack(36, 36), Slack(24, 0)),
    SlackRow("year", 5, True, Slack(12, 12), Slack(24, 24), Slack(12, 0)),
    SlackRow("year", 0, False, Slack(6, 12), Slack(12, 24), Slack(12, 0)),
    SlackRow("month", 6, False, Slack(31, 31), Slack(62, 62), Slack(31, 0)),
    SlackRow("month", 0, False, Slack(16, 31), Slack(31, 46), Slack(16, 0)),
    SlackRow("week", 0, False, Slack(4, 7), Slack(7, 10), Slack(7, 0)),
    SlackRow("day", 30, True, Slack(7, 7), Slack(10, 10), Slack(7, 0)),
    SlackRow("day", 10, True, Slack(2, 2), Slack(4, 4), Slack(2, 0)),
    SlackRow("day", 0, False, Slack(0, 0), Slack(3, 3), Slack(2, 0)),
)
ABOUT_A_DATE = {"year": 366, "month": 31, "day": 7}  # days on either side of "about 1992", "about 2017-05", "about D"
ABOUT_A_NUMBER = 10  # per cent, at least 1
OLDEST = 125  # years
MOST = 10**8  # the largest number that can be written
LONGEST = 400  # characters of any value but a text

_LESS = {"almost", "nearly", "just under", "close to"}
_MORE = {"more than", "over", "at least"}
_FEWER = {"less than", "under", "fewer than", "at most", "up to", "within"}
_ROUGHLY = {"about", "around", "roughly", "approximately", "some", "circa", "ca."}
_FILLER = re.compile(r"^(?:for )?(?:the )?(?:(?:past|last) )?", re.IGNORECASE)

_UP_TO_TWENTY = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
NUMBER_WORDS = {word: number for number, word in enumerate(_UP_TO_TWENTY)} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
_COUNT = r"(\d{1,9}|\d{1,3}(?:,\d{3}){1,2}|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r")"
_HEDGE = "(" + "|".join(re.escape(w) for w in sorted(_LESS | _MORE | _FEWER | _ROUGHLY, key=len, reverse=True)) + ")"
_AGO = re.compile(rf"(?:{_HEDGE}\s+)?{_COUNT}\s+(year|month|week|day)s?(?:\s+ago)?", re.IGNORECASE)
_AGED = re.compile(r"aged?\s+(\d{1,3})(?:\s+(?:on|in)\s+(.+))?", re.IGNORECASE)


def _count(text: str) -> int:
    return NUMBER_WORDS.get(text.casefold()) or int(text.replace(",", "") if text[0].isdigit() else 0)


# --- days -----------------------------------------------------------------------------------------------------------

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = (
    "("
    + "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "september" else "sept?(?:ember)?" for name in _MONTHS)
    + r")\.?"
)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_AMERICAN = re.compile(rf"{_MONTH}(?:\s+(\d{{1,2}})(?:st|nd|rd|th)?,?)?\s+(\d{{4}})", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\s+{_MONTH},?\s+(\d{{4}})", re.IGNORECASE)
_SLASHES = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_DAY_HINT = "write 2017-05-01, 2017-05, 1992, 2012..2016, before 1992, never, not yet, 25 years ago"


def calendar_span(text: str) -> Span:
    """The first and last day of a calendar date, month or year as written (``2017-05-01``, ``May 2017``, ``1992``).

    Raises Unreadable.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _AMERICAN.fullmatch(text):
        name, day, year = match.groups()
        month = str(_month(name))
    elif match := _DAY_FIRST.fullmatch(text):
        day, name, year = match.groups()
        month = str(_month(name))
    elif _SLASHES.fullmatch(text):
        raise Unreadable(f"{text!r} can be read as two different days", "write year-month-day, as in 2017-05-01")
    else:
        raise Unreadable(f"{text!r} is no day", _DAY_HINT)
    return _checked(text, int(year), int(month or 0), int(day or 0))


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].casefold()))


def _checked(text: str, year: int, month: int, day: int) -> Span:
    if not 1900 <= year <= 2199:
        raise Unreadable(f"{text!r} lies outside the years 1900 to 2199", _DAY_HINT)
    if month > 12 or (not month and text[4:5] == "-"):
        raise Unreadable(f"{text!r} is no day: there is no month {month:02d}", "write year-month-day, as in 2017-05-01")
    if not month:
        return (date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    length = monthrange(year, month)[1]
    if day > length or (not day and text[7:8] == "-"):
        raise Unreadable(f"{text!r} is no day: {_MONTHS[month - 1].title()} {year} has {length} days", "check the day")
    return (date(year, month, day or 1).toordinal(), date(year, month, day or length).toordinal())


def _after(day: int) -> int:
    return min(day + 1, NEVER)


# What the words before a day make of its first and last day, ``a`` and ``b``.
_SIDES: tuple[tuple[str, Callable[[int, int], Span]], ...] = (
    ("on or before", lambda a, b: (LONG_AGO, b)),
    ("on or after", lambda a, b: (a, NEVER)),
    ("not before", lambda a, b: (a, NEVER)),
    ("not after", lambda a, b: (LONG_AGO, b)),
    ("not by", lambda a, b: (_after(a), NEVER)),
    ("no later than", lambda a, b: (LONG_AGO, b)),
    ("no earlier than", lambda a, b: (a, NEVER)),
    ("before", lambda a, b: (LONG_AGO, max(a - 1, LONG_AGO))),
    ("after", lambda a, b: (_after(b), NEVER)),
    ("until", lambda a, b: (LONG_AGO, b)),
    ("by", lambda a, b: (LONG_AGO, b)),
    ("from", lambda a, b: (a, NEVER)),
    ("since", lambda a, b: (a, NEVER)),
)


def day_span(text: str, dated: Span) -> tuple[Span, bool]:
    """The days ``text`` may mean, inclusive, and whether they are exact; ``dated`` is the day of the document (or ANY_DAY).

    Raises Unreadable.
    """
    lower = text.casefold()
    if lower == "never":
        return (NEVER, NEVER), True
    if lower == "not yet":
        # Seen on some day of ``dated``: all that is sure is that it had not happened by the first of them.
        return (_after(_made_on(text, dated)[0]), NEVER), True
    if match := _AGED.fullmatch(text):
        return _born(int(match[1]), calendar_span(match[2]) if match[2] else _made_on(text, dated)), True
    if match := _AGO.fullmatch(_FILLER.sub("", text)):
        return _ago(match[1] or "", _count(match[2]), match[3].casefold(), _made_on(text, dated))
    for words, side in _SIDES:
        if lower.startswith(words + " "):
            return side(*calendar_span(text[len(words) :])), True
    for word in _ROUGHLY:
        if lower.startswith(word + " "):
            return _around(calendar_span(text[len(word) :])), False
    return _range(text), True


def _made_on(text: str, dated: Span) -> Span:
    if dated == ANY_DAY:
        raise NotDated(
            f"{text!r} counts from the day of its source, which is not known", "give the source a `dated` day"
        )
    return dated


def _range(text: str) -> Span:
    """``A..B``, ``A to B``, ``A or B``, ``A..``, ``..B`` or a single day."""
    parts = re.split(r"\s*\.\.\s*|\s+to\s+|\s+or\s+", text)
    if len(parts) == 1:
        return calendar_span(text)
    if len(parts) != 2 or not any(parts):
        raise Unreadable(f"{text!r} is no range of days", "write first..last, as in 2012..2016")
    first = calendar_span(parts[0]) if parts[0] else ANY_DAY
    last = calendar_span(parts[1]) if parts[1] else ANY_DAY
    if first[0] > last[1]:
        raise Unreadable(f"{text!r} ends before it begins", f"write {parts[1]}..{parts[0]}")
    return (first[0], last[1])


def _around(span: Span) -> Span:
    days = span[1] - span[0]
    slack = ABOUT_A_DATE["year" if days > 31 else "month" if days else "day"]
    return (clamp(span[0] - slack), clamp(span[1] + slack))


def _born(age: int, on: Span) -> Span:
    """The days of birth of somebody who is ``age`` on a day of ``on``.

    29 February counts as reached on 28 February or on 1 March, as either is said.
    """
    if age > OLDEST:
        raise Unreadable(f"nobody is aged {age}", "check the age")
    first, last = add_months(on[0], -12 * (age + 1)), add_months(on[1] + 1, -12 * age) - 1
    return _within_reach((first if first == LONG_AGO else first + 1, last), f"aged {age}")


def _within_reach(span: Span, text: str) -> Span:
    if span[1] <= LONG_AGO:
        raise Unreadable(f"{text!r} lies outside the years 1900 to 2199", _DAY_HINT)
    return span


def _ago(hedge: str, number: int, unit: str, on: Span) -> tuple[Span, bool]:
    hedge = hedge.casefold()
    if hedge in _MORE:
        return (LONG_AGO, _back(on[1], number, unit)), hedge == "at least"
    if hedge in _FEWER:
        return (_back(on[0], number, unit), on[1]), hedge == "at most"
    if not number:
        raise Unreadable(f"no {unit}s ago is no day", _DAY_HINT)
    slack = _slack(hedge, number, unit)
    least = _back(on[1], number, unit, -slack.less)
    # "almost 15" and "13" are below the next whole: the day itself is already 15, or 14, years back.
    most = _back(on[0], number, unit, slack.more)
    first = most if unit == "day" or most == LONG_AGO else most + 1
    return _within_reach((first, least), f"{number} {unit}s ago"), slack == Slack(0, 0)


def _slack(hedge: str, number: int, unit: str) -> Slack:
    for row in SLACK:
        if row.unit == unit and number >= row.least and not (row.round_only and number % 5):
            return row.almost if hedge in _LESS else row.about if hedge in _ROUGHLY else row.said
    raise AssertionError(f"no slack for {unit}")


def _back(day: int, number: int, unit: str, slack: int = 0) -> int:
    """``number`` units before ``day``, and ``slack`` more: months for years, days for the rest."""
    if unit == "year":
        return add_months(day, -12 * number - slack)
    if unit == "month":
        return add_days(add_months(day, -number), -slack)
    return add_days(day, -number * (7 if unit == "week" else 1) - slack)


# --- numbers --------------------------------------------------------------------------------------------------------

_NUMBER = re.compile(
    rf"(?:{_HEDGE}\s+)?(\$)?\s*{_COUNT}(?:\.(\d\d))?(?:\s+(year|month|week|day|time)s?)?", re.IGNORECASE
)
_NUMBER_HINT = "write 4, 4..6, about 13, at least 3 or $155"
_UNITS = {"months": {"year": 12, "month": 1}, "days": {"week": 7, "day": 1}}


def _numbers(fact: Fact, text: str) -> tuple[Span, bool]:
    parts = re.split(r"\s*\.\.\s*|\s+to\s+|\s+or\s+", text)
    if len(parts) == 1:
        return _number(fact, text)
    if len(parts) != 2:
        raise Unreadable(f"{text!r} is no range of numbers", _NUMBER_HINT)
    (one, exact), (other, other_exact) = _number(fact, parts[0]), _number(fact, parts[1])
    if one[0] > other[1]:
        raise Unreadable(f"{text!r} ends before it begins", f"write {parts[1]}..{parts[0]}")
    return hull(one, other), exact and other_exact


def _number(fact: Fact, text: str) -> tuple[Span, bool]:
    match = _NUMBER.fullmatch(text.strip())
    if not match:
        raise Unreadable(f"{text!r} is no number", _NUMBER_HINT)
    hedge, _, digits, cents, unit = match.groups()
    if cents not in (None, "00"):
        raise Unreadable(f"{text!r} is not in whole dollars", "round it, and say about")
    number, hedge = _count(digits) * _unit(fact, text, unit), (hedge or "").casefold()
    if number > MOST:
        raise Unreadable(f"{text!r} is more than {MOST:,}", "check the number")
    step = max(1, number * ABOUT_A_NUMBER // 100)
    match hedge:
        case "":
            return (number, number), True
        case "at least":
            return (number, ANY_NUMBER[1]), True
        case "more than" | "over":
            return (number + 1, ANY_NUMBER[1]), True
        case "at most" | "up to" | "within":
            return (0, number), True
        case "less than" | "under" | "fewer than":
            return (0, max(number - 1, 0)), True
    return (max(number - step, 0), number if hedge in _LESS else number + step), False


def _unit(fact: Fact, text: str, unit: str | None) -> int:
    """How many of the fact's own unit the written unit is: 12 for years where the fact counts months."""
    if unit is None or unit.casefold() == "time":
        return 1
    own = next((name for name in _UNITS if name in fact.name.split("_")), "")
    factor = _UNITS.get(own, {}).get(unit.casefold())
    if factor is None:
        hint = f"write it in {own}" + (", as in fewer than 12 for 364 days" if own == "months" else "")
        raise Unreadable(f"{text!r}: this fact is not counted in {unit}s", hint if own else _NUMBER_HINT)
    return factor


# --- moments, yes and no, closed lists ------------------------------------------------------------------------------

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}):(\d{2}))?\s+(\S{1,40})", re.ASCII)
_MOMENT_HINT = "write day, time and zone, as in 2017-05-04 13:30 America/New_York"
# A zone is a place.  EST is said of all the year, and is an hour off in summer; other names hang on the machine they are read on.
_ZONE = re.compile(r"(?!right/|posix/)[A-Za-z]+(?:/[A-Za-z][\w+-]*){1,2}|UTC|GMT", re.ASCII)


def _moment(text: str) -> Span:
    """The minutes of UTC since year 1 that a local time can be; a day without a time is any minute of it."""
    match = _MOMENT.fullmatch(text)
    if not match:
        raise Unreadable(f"{text!r} is no moment", _MOMENT_HINT)
    day, hour, minute, zone = match.groups()
    calendar_span(day)
    try:
        place = ZoneInfo(zone) if _ZONE.fullmatch(zone) else None
    except (KeyError, ValueError, OSError):
        place = None
    if place is None:
        raise Unreadable(f"{zone!r} is no time zone", _MOMENT_HINT)
    if hour is None:
        start = datetime.fromisoformat(day)
        return (_utc_minutes(start, place, 0), _utc_minutes(start + timedelta(hours=23, minutes=59), place, 1))
    if int(hour) > 23 or int(minute) > 59:
        raise Unreadable(f"{hour}:{minute} is no time of day", _MOMENT_HINT)
    local = datetime.fromisoformat(f"{day} {hour}:{minute}")
    one, other = _utc_minutes(local, place, 0), _utc_minutes(local, place, 1)
    if one > other:
        raise Unreadable(f"{text!r} never was: clocks were put forward over it", "check the time")
    return (one, other)


def _utc_minutes(local: datetime, zone: ZoneInfo, fold: int) -> int:
    offset = local.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta(0)
    return local.toordinal() * 1440 + local.hour * 60 + local.minute - int(offset.total_seconds() // 60)


def _truth(text: str) -> bool:
    if text.casefold() in YES | NO:
        return text.casefold() in YES
    raise Unreadable(f"{text!r} is neither yes nor no", "write yes or no; what is not known is left out")


_SHORT_NAMES = {
    "ij": "immigration judge",
    "judge": "immigration judge",
    "bia": "Board",
    "board of immigration appeals": "Board",
    "ag": "Attorney General",
    "eoir": "immigration court",
    "ice counsel": "OPLA",
    "nta": "notice to appear",
    "osc": "order to show cause",
    "mtr": "motion to reopen",
    "pfr": "petition for review",
    "i-246": "stay request",
    "stay": "stay request",
    "ewi": "without inspection",
    "tps": "temporary protected status",
    "son": "child",
    "daughter": "child",
    "wife": "spouse",
    "husband": "spouse",
    "mother": "parent",
    "father": "parent",
    "brother": "sibling",
    "sister": "sibling",
    "dc circuit": "DC",
    "d.c.": "DC",
}


def short_names(fact: ChoiceFact) -> list[str]:
    """The short names that can be written for a closed list's words, in small letters and in capitals."""
    names = [name for name, word in _SHORT_NAMES.items() if word in fact.codes and name not in fact.codes]
    return [*names, *(name.upper() for name in names if name.upper() not in fact.codes)]


_CIRCUIT = re.compile(r"(\d{1,2})(?:st|nd|d|rd|th)?(?: cir(?:\.|cuit)?)?", re.IGNORECASE)
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"]


def _choice(fact: ChoiceFact, text: str) -> int:
    denied = next((text[len(d) :] for d in ("not ", "other than ") if text.casefold().startswith(d)), None)
    mask = 0
    for word in _alternatives(fact, text if denied is None else denied):
        mask |= 1 << _code(fact, word)
    if denied is not None:
        mask = ((1 << len(fact.codes)) - 1) & ~mask
    if not mask:
        raise Unreadable(f"{text!r} leaves nothing", f"it is one of: {', '.join(fact.codes)}")
    return mask


def _alternatives(fact: ChoiceFact, text: str) -> list[str]:
    plain = _plain(text)
    return [text] if plain in map(_plain, fact.codes) else re.split(r"\s+or\s+|\s*,\s*(?:or\s+)?", text)


def _plain(word: str) -> str:
    return " ".join(re.split(r"[\s_-]+", word.strip().casefold()))


def _code(fact: ChoiceFact, word: str) -> int:
    codes = [_plain(code) for code in fact.codes]
    plain = _plain(word)
    plain = plain if plain in codes else _plain(_SHORT_NAMES.get(word.strip().casefold(), _circuit(plain)))
    if plain in codes:
        return codes.index(plain)
    near = get_close_matches(plain, codes, n=1, cutoff=0.8)  # slips of spelling: charged is not warned
    hint = f"did you mean {fact.codes[codes.index(near[0])]!r}?" if near else f"it is one of: {', '.join(fact.codes)}"
    raise Unreadable(f"{word!r} is not one of the words for {fact.label or fact.name}", hint)


def _circuit(plain: str) -> str:
    """``2d Cir.``, ``second circuit`` as ``2``; other words as they are."""
    if match := _CIRCUIT.fullmatch(plain):
        return match[1].lstrip("0")
    name = plain.removesuffix(" circuit")
    return str(ORDINALS.index(name) + 1) if name in ORDINALS else plain
