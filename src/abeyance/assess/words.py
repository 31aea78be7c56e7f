"""The words a brief uses for days, rows and facts."""

from datetime import date

from abeyance.assess.brief import Span as DaySpan
from abeyance.assess.brief import TruthWord
from abeyance.casefile.vocabulary import Recorded
from abeyance.logic.explaining import spell_days
from abeyance.logic.facts import ChoiceFact, Fact
from abeyance.logic.operations import Row
from abeyance.logic.values import LONG_AGO, NEVER, Span, Truth

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def truth(value: Truth) -> TruthWord:
    """A truth value as a word."""
    return "unknown" if value is None else "yes" if value else "no"


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
    return tuple(code for i, code in enumerate(fact.codes) if mask >> i & 1)


def kind_of(entity: type[Recorded], row: Row) -> str:
    """What a row is, by its kind where that is known: "motion to reopen", else "a filing"."""
    fact = entity.facts.get(entity.kind_fact)
    if isinstance(fact, ChoiceFact):
        words = chosen(fact, row[entity.kind_fact])
        if len(words) == 1:
            return words[0] if entity.word == "filing" else f"{words[0]} {entity.word}"
    return entity.word


def named(entity: type[Recorded], row: Row) -> str:
    """A row with its key: "motion to reopen (motion-2017)"."""
    return f"{kind_of(entity, row)} ({row['@id']})"
