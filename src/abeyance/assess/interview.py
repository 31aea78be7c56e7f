"""The questions to put to the client next.

First what a file cannot do without, then the open facts by what they could change, in the plain words of ``client_words``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.client_words import CODES, FACTS, LISTS, NOUNS, Said
from abeyance.assess.open_facts import open_facts
from abeyance.assess.targets import relief_targets
from abeyance.casefile.record import CASE
from abeyance.casefile.vocabulary import Case, Person, Recorded
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, ListFact, NumberFact
from abeyance.logic.operations import Row
from abeyance.logic.values import ANY_DAY, LONG_AGO, NEVER, Span

# what is asked first, of the respondent and of the case, where the file has nothing of it
FIRST_OF_PERSON = ("name", "nationality", "born")
FIRST_LISTS = (
    "instructions",
    "orders",
    "custody",
    "entries",
    "departures",
    "charging_documents",
    "filings",
    "fears",
    "relatives",
    "arrests",
    "convictions",
)

# and of a row that the client just told of
FIRST_OF_ROW: dict[str, tuple[str, ...]] = {
    "Relative": ("born", "citizen", "permanent_resident"),
    "Entry": ("on",),
    "Departure": ("on", "returned"),
    "ChargingDocument": ("served", "received"),
    "Hearing": ("on", "appeared"),
    "Order": ("decided", "by", "outcome", "in_absentia"),
    "Filing": ("forum", "received", "decided"),
    "Custody": ("since", "until"),
    "Supervision": ("since",),
    "Instruction": ("on", "given", "written"),
    "Arrest": ("on", "charge_pending"),
    "Conviction": ("on", "offense_on"),
    "Employment": ("since", "sole_income"),
    "Residence": ("since",),
    "HealthCondition": ("own", "serious", "since"),
    "Fear": ("by", "ground", "harmed"),
    "Protection": ("since", "until"),
    "Petition": ("filed", "approved"),
}

KNOWN_BY_KIND = frozenset({"Relative", "Filing", "Protection", "Instruction"})

Kind = Literal["yes or no", "a day", "one of these", "a number", "words", "is there any"]


@dataclass(frozen=True)
class Option:
    """One word of a closed list, as the file writes it and as a client is told it."""

    word: str
    english: str
    spanish: str


@dataclass(frozen=True)
class Question:
    """A question to the client.

    ``subject`` and ``fact`` are what it would settle; with ``kind`` "is there any" the fact is a list of the case that may lack a
    row.  ``changes`` is what an answer could change, ``paper`` what would prove it.
    """

    subject: str
    fact: str
    kind: Kind
    english: str
    spanish: str
    options: tuple[Option, ...]
    changes: tuple[str, ...]
    paper: str


def has_nothing(ask: Inquiry) -> bool:
    """Whether the file has nothing yet of what is asked first."""
    return not any(any(ask.rows(name)) for name in FIRST_LISTS)


def questions(ask: Inquiry, told: str = "", *, first: bool = False) -> tuple[Question, ...]:
    """What to ask the client, first to last.

    ``told`` is the row just told of, whose own questions come before the rest; with ``first`` what a file cannot do without comes
    before what is ranked, as in a first talk.
    """
    ranked = {(fact.subject, fact.fact): fact for fact in open_facts(ask, relief_targets())[0]}
    found = []
    of_row = [*_of_row(ask, told), *(key for key in ranked if key[0] == told)] if told else []
    for subject, name in dict.fromkeys([*of_row, *(_first(ask) if first else ()), *ranked]):
        said = _said(ask, subject, name)
        if said is not None:
            about = ranked.get((subject, name))
            changes = tuple(f"{effect.when}: {effect.then}" for effect in about.effects) if about else ()
            fact = _entity(ask, subject).facts[name]
            found.append(
                Question(
                    subject,
                    name,
                    kind_of(fact),
                    *said,
                    options_of(fact),
                    changes,
                    about.settled_by if about else fact.paper,
                )
            )
    return tuple(found)


def _first(ask: Inquiry) -> Iterator[tuple[str, str]]:
    """What is asked before anything is ranked."""
    person = ask.case.respondent
    yield from ((person, name) for name in FIRST_OF_PERSON if (person, name) not in ask.record.claims)
    for name in FIRST_LISTS:
        if ask.record.root[name] and not any(ask.rows(name)):
            yield CASE, name


def _of_row(ask: Inquiry, told: str) -> Iterator[tuple[str, str]]:
    for name in FIRST_OF_ROW.get(_entity(ask, told).__name__, ()):
        if (told, name) not in ask.record.claims:
            yield told, name


def _said(ask: Inquiry, subject: str, name: str) -> Said | None:
    """The question in both languages; nothing where no client is asked for it."""
    if isinstance(_entity(ask, subject).facts[name], ListFact):
        return LISTS.get(name)
    entity = _entity(ask, subject)
    said = FACTS.get((entity.__name__, name))
    if said is None or entity in (Case, Person):
        return said
    row = ask.record.rows[subject]
    english, spanish = (_called(entity, row, language) for language in (0, 1))
    return Said(said.english.format(it=english), said.spanish.format(it=spanish))


def _called(entity: type[Recorded], row: Row, language: int) -> str:
    """A row as the client would call it, with what tells it from others: its key, its kind where that helps, its day."""
    fact = entity.facts.get(entity.kind_fact)
    word = words.only(fact, row[entity.kind_fact]) if isinstance(fact, ChoiceFact) else ""
    kind = CODES[word][language] if entity.__name__ in KNOWN_BY_KIND and word in CODES else ""
    told = (row["@id"], kind, _dated(row[entity.dating]) if entity.dating else "")
    return f"{NOUNS[entity.__name__][language]} ({', '.join(filter(None, told))})"


def _dated(span: Span) -> str:
    """A day as a client says it: the day, the month or the year where it is one of these; else nothing."""
    first, last = span
    if span == ANY_DAY or last >= NEVER or first <= LONG_AGO:
        return ""
    one, other = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    if one == other:
        return one
    return one[:7] if one[:7] == other[:7] else one[:4] if one[:4] == other[:4] else ""


def _entity(ask: Inquiry, subject: str) -> type[Recorded]:
    return Case if subject == CASE else ask.record.entities[subject]


def kind_of(fact: Fact) -> Kind:
    """What kind of answer a fact takes."""
    if isinstance(fact, ListFact):
        return "is there any"
    if isinstance(fact, BoolFact):
        return "yes or no"
    if isinstance(fact, DayFact):
        return "a day"
    if isinstance(fact, ChoiceFact):
        return "one of these"
    return "a number" if isinstance(fact, NumberFact) else "words"


def options_of(fact: Fact) -> tuple[Option, ...]:
    """The words of a closed list; none for other facts."""
    if not isinstance(fact, ChoiceFact):
        return ()
    return tuple(Option(code, *CODES.get(code, Said(code, code))) for code in fact.codes)
