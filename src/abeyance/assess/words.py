"""The words a brief uses for days, rows, facts and sources."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from abeyance.assess.brief import Span as DaySpan
from abeyance.assess.brief import TruthWord
from abeyance.casefile.claims import Place, Source
from abeyance.casefile.vocabulary import Order, Recorded
from abeyance.logic.explaining import spell_days
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, NumberFact, RefFact, TextFact
from abeyance.logic.operations import Row
from abeyance.logic.values import ANY_DAY, ANY_NUMBER, LONG_AGO, NEVER, Cause, Span, Truth

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

CAUSES: dict[Cause, str] = {
    Cause.MISSING: "a fact is missing",
    Cause.CONFLICT: "sources conflict",
    Cause.UNSETTLED: "the law is unsettled",
    Cause.JUDGEMENT: "a judgement no rule makes",
    Cause.NOT_ENCODED: "not encoded",
    Cause.HORIZON: "past the horizon",
}

ORDINALS = {
    "1": "First",
    "2": "Second",
    "3": "Third",
    "4": "Fourth",
    "5": "Fifth",
    "6": "Sixth",
    "7": "Seventh",
    "8": "Eighth",
    "9": "Ninth",
    "10": "Tenth",
    "11": "Eleventh",
    "DC": "D.C.",
}


def truth(value: Truth) -> TruthWord:
    """A truth value as a word."""
    return "unknown" if value is None else "yes" if value else "no"


def causes(found: Cause) -> tuple[str, ...]:
    """Why an answer is unknown, in words (SEMANTICS 22)."""
    return tuple(text for cause, text in CAUSES.items() if found & cause)


def weekday(day: date) -> str:
    """A day with its weekday: Thursday 2017-05-04."""
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"


def distance(day: date, on: date) -> str:
    """How far a day is from the day asked about."""
    number = (day - on).days
    if number == 0:
        return "today"
    unit = "day" if abs(number) == 1 else "days"
    return f"in {number} {unit}" if number > 0 else f"{-number} {unit} ago"


def days(span: Span) -> DaySpan:
    """A span of ordinals as dates; an open side is None."""
    first, last = span
    return DaySpan(
        None if first <= LONG_AGO else date.fromordinal(first), None if last >= NEVER else date.fromordinal(last)
    )


def spelled(span: Span) -> str:
    """A span of days in words, with the weekday where it is one day."""
    if span[0] == span[1] and span[0] < NEVER:
        return weekday(date.fromordinal(span[0]))
    return spell_days(span)


def chosen(fact: Fact, mask: int) -> tuple[str, ...]:
    """The words a choice may still be."""
    assert isinstance(fact, ChoiceFact)
    return fact.words(mask)


def only(fact: Fact, mask: int) -> str:
    """The one word a choice is, or nothing."""
    words = chosen(fact, mask)
    return words[0] if len(words) == 1 else ""


def first_few(items: Sequence[str], most: int) -> list[str]:
    """The first of many, and how many more there are."""
    more = len(items) - most
    return [*items[:most], *([f"and {more} more"] if more > 0 else [])]


def kind_of(entity: type[Recorded], row: Row) -> str:
    """What a row is, by its kind where that is known: "motion to reopen", "removal order", else "a filing"."""
    if entity is Order and row["motion_ruling"]:
        return "ruling on a motion"
    fact = entity.facts.get(entity.kind_fact)
    if isinstance(fact, ChoiceFact) and (word := only(fact, row[entity.kind_fact])):
        return f"{word} {entity.word}" if entity.word == "order" else word
    return entity.word


def named(entity: type[Recorded], row: Row) -> str:
    """A row in a sentence, with its key: "the motion to reopen (motion-2017)"."""
    return f"the {kind_of(entity, row)} ({row['@id']})"


def when(entity: type[Recorded], row: Row) -> str:
    """The day that places a row in time, as `` of 2011-01-01 to 2011-12-31``; nothing where it is not known at all."""
    span = row[entity.dating] if entity.dating else ANY_DAY
    return f" ({spell_days(span)})" if span != ANY_DAY else ""


def cited(source: Source, place: Place) -> str:
    """A source with the place in it: ``letter ¶3``."""
    return f"{source.key} {place}".strip()


def value_of(fact: Fact, value: Any) -> str:
    """A fact's value in a few words; "not in file" where nothing is known."""
    if isinstance(fact, ChoiceFact):
        words = chosen(fact, value)
        return "not in file" if len(words) == len(fact.codes) else " or ".join(words)
    if isinstance(fact, BoolFact):
        return truth(value)
    if isinstance(fact, NumberFact):
        return "not in file" if value == ANY_NUMBER else " to ".join(map(str, dict.fromkeys(value)))
    if isinstance(fact, TextFact):
        return value or "not in file"
    if isinstance(fact, RefFact):
        return " or ".join(row["@id"] for row in value) or "not in file"
    return spell_days(value) if isinstance(fact, DayFact) else "a moment"
