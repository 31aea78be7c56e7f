"""What a Brief is: plain data, ready to be printed, drawn, or written as JSON.  Truth values are "yes", "no", "unknown"."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

TruthWord = Literal["yes", "no", "unknown"]
Form = Literal["HELD", "NO STAY SHOWN", "NOT HELD", "ORDER NOT EXECUTABLE"]

Group = Literal["by law", "granted", "pending"]

SCHEMA_VERSION = "1"


@dataclass(frozen=True)
class Span:
    """A day, or the first and last day it may be (inclusive); None is an open side."""

    first: date | None
    last: date | None


@dataclass(frozen=True)
class Headline:
    """The state of stays in words (SEMANTICS 26).  ``value`` is whether removal is held."""

    form: Form
    value: TruthWord
    sentence: str
    detail: tuple[str, ...]


@dataclass(frozen=True)
class StayLine:
    """One instrument of the closed list, or something pending that is often taken for a stay."""

    group: Group
    title: str
    value: TruthWord
    status: str
    provision: str
    subject: str = ""
    standing: str = ""
    until: Span | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clock:
    """One day that matters.  ``day`` is None where there is no clock or it has not started."""

    kind: Literal["deadline", "agency reply", "instruction", "expiry", "law change"]
    state: Literal["passed", "today", "ahead", "not started", "not known"]
    day: Span | None
    title: str
    detail: str
    provision: str
    authority: tuple[str, ...]
    confidence: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class AvenueLine:
    """Something that may be filed or asked.  ``file_by`` is the earliest day on which the time may end."""

    rank: int
    id: str
    title: str
    forum: str
    available: TruthWord
    filed: str
    granted: str
    by: str
    file_by: date | None
    due: Span | None
    needs: tuple[str, ...]
    fee: str
    rules: tuple[str, ...]
    confidence: str
    because: str


@dataclass(frozen=True)
class Effect:
    """What an open fact would do: in these values, this answer."""

    when: str
    then: str


@dataclass(frozen=True)
class OpenFactLine:
    """A fact that is not known and would change an answer, with what settles it."""

    rank: int
    group: Literal["the stay", "a deadline", "a gate", "merits", "proof"]
    subject: str
    fact: str
    question: str
    effects: tuple[Effect, ...]
    settled_by: str
    conflict: bool


@dataclass(frozen=True)
class Side:
    """One side of a contradiction."""

    value: str
    source: str
    place: str
    standing: str


@dataclass(frozen=True)
class Contradiction:
    """Sources that exclude each other.  ``material`` if fixing either side changes an answer, which ``changes`` names."""

    subject: str
    fact: str
    what: str
    sides: tuple[Side, ...]
    material: bool
    changes: tuple[str, ...]
    settled_by: str


@dataclass(frozen=True)
class Agreement:
    """A fact on which several sources were compared and agree."""

    what: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Consequences:
    """What follows in one of three cases: the respondent stays, leaves, or is removed."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Brief:
    """One case on one day."""

    schema: str
    case: str
    on: date
    known: date | None
    file_known: date | None
    respondent: str
    circuit: str
    facts: int
    claims: int
    sources: int
    headline: Headline
    stays: tuple[StayLine, ...]
    clocks: tuple[Clock, ...]
    avenues: tuple[AvenueLine, ...]
    open_facts: tuple[OpenFactLine, ...]
    search_cut: bool
    contradictions: tuple[Contradiction, ...]
    agreements: tuple[Agreement, ...]
    questions: tuple[str, ...]
    consequences: tuple[Consequences, ...]
    notes: tuple[str, ...]
