"""What a Brief is: plain data, ready to be printed, drawn, or written as JSON.  Truth values are "yes", "no", "unknown".

``write`` prints it and publishes its schema; SCHEMA_VERSION changes when a field changes its meaning or goes.
"""

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
class Particular:
    """One thing that is said of the case above everything else: ``circuit``, ``not in file``."""

    label: str
    value: str


@dataclass(frozen=True)
class Headline:
    """The state of stays in words (SEMANTICS 26).  ``value`` is whether removal is held."""

    form: Form
    value: TruthWord
    sentence: str
    detail: tuple[str, ...]


@dataclass(frozen=True)
class StayLine:
    """One instrument of the closed list, or something pending that is often taken for a stay.

    ``lane`` has one letter for each of the brief's ``lane_days``: ``=`` held, ``?`` could hold by what the file tells of,
    ``.`` not shown (nothing in the file would hold, but the file may lack something), ``-`` pending and holding nothing,
    a space where it does not hold.
    """

    group: Group
    title: str
    value: TruthWord
    status: str
    provision: str
    subject: str = ""
    standing: str = ""
    until: Span | None = None
    sources: tuple[str, ...] = ()
    lane: str = ""


@dataclass(frozen=True)
class Gate:
    """One question the law asks of an order or a filing, and its answer.

    ``confidence`` is empty where the law is sure; ``because`` says what carries the answer, ``causes`` why it is unknown,
    ``asserted`` who asserts an answer that cannot be computed.
    """

    subject: str
    title: str
    provision: str
    question: str
    value: TruthWord
    confidence: str
    because: tuple[str, ...]
    causes: tuple[str, ...]
    asserted: tuple[str, ...]
    standing: str
    authority: tuple[str, ...]


@dataclass(frozen=True)
class Clock:
    """One day that matters.  ``day`` is None where there is no clock or it has not started.

    ``day`` is the last good day of a deadline, an expiry, an instruction; ``hindsight`` marks law made after the day asked.
    """

    kind: Literal["deadline", "agency reply", "instruction", "expiry", "check-in", "law change"]
    state: Literal["passed", "today", "ahead", "not started", "not known"]
    day: Span | None
    title: str
    detail: str
    provision: str
    subject: str
    authority: tuple[str, ...]
    confidence: str
    hindsight: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class AvenueLine:
    """Something that may be filed or asked.  ``file_by`` is the earliest day on which the time may end.

    ``available`` is whether it lies and is in time, on the facts in the file; ``pending`` that it has been filed already.
    """

    rank: int
    id: str
    subject: str
    title: str
    forum: str
    available: TruthWord
    pending: bool
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
class OpenFact:
    """A fact that is not known and would change an answer, with what settles it."""

    rank: int
    group: Literal["the stay", "a deadline", "a gate", "proof", "relief"]
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
    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Element:
    """One element of a relief, or one gate before it; yes is in the respondent's favour.

    ``causes`` say why it is unknown, ``because`` what carries a yes or a no, ``to_ask`` what would decide it, where that was sought.
    """

    provision: str
    says: str
    value: TruthWord
    confidence: str
    standing: str
    causes: tuple[str, ...]
    because: tuple[str, ...]
    to_ask: tuple[str, ...]
    authority: tuple[str, ...]


@dataclass(frozen=True)
class Factor:
    """What weighs for or against in a judgement, ``of`` which provision, whether the file shows it, and what would carry it."""

    of: str
    says: str
    weighs: Literal["for", "against"]
    shown: TruthWord
    proof: str


@dataclass(frozen=True)
class ReliefLine:
    """One relief: whether its ``merits`` are met, every element together, and whether it is ``reachable``, every gate together."""

    id: str
    title: str
    asked_of: str
    grants: str
    merits: TruthWord
    reachable: TruthWord
    elements: tuple[Element, ...]
    gates: tuple[Element, ...]
    factors: tuple[Factor, ...]
    fee: str


@dataclass(frozen=True)
class Guidance:
    """Guidance on discretion that governs on the day: from its first to its last day (None: still), whom it puts ``first``.

    ``taken_back`` is what courts or the agency had taken back of it on the day; each of its ``tiers`` says whether the respondent
    is in it, and ``factors`` what weighs and whether the file shows it.
    """

    id: str
    title: str
    since: date
    until: date | None
    governs: str
    first: str
    taken_back: tuple[str, ...]
    tiers: tuple[Element, ...]
    factors: tuple[Factor, ...]
    confidence: str
    source: str


@dataclass(frozen=True)
class Stood:
    """Whether the respondent was a priority under the guidance of a time, as its last day found the facts; ``until`` is that day.

    ``confirmed`` is false where ``since`` only bounds a day that nobody could confirm.
    """

    since: date
    until: date | None
    cite: str
    note: str
    priority: TruthWord
    causes: tuple[str, ...]
    confirmed: bool


@dataclass(frozen=True)
class Consequence:
    """One thing that follows, with the provision that says so and how sure the law is (empty: sure)."""

    sentence: str
    provision: str
    authority: tuple[str, ...]
    confidence: str


@dataclass(frozen=True)
class Consequences:
    """What follows in one of three cases: the respondent stays, leaves, or is removed."""

    title: str
    points: tuple[Consequence, ...]


@dataclass(frozen=True)
class Brief:
    """One case on one day.

    ``known`` is the last day whose law is known and ``file_known`` the last day whose file is (None: newest);
    ``law_read_through`` the last day on which the law was read; ``lane_days`` the days the letters of each lane stand for.
    """

    schema: str
    case: str
    on: date
    known: date | None
    file_known: date | None
    law_read_through: date
    respondent: str
    particulars: tuple[Particular, ...]
    facts: int
    claims: int
    sources: int
    headline: Headline
    lane_days: tuple[date, ...]
    stays: tuple[StayLine, ...]
    gates: tuple[Gate, ...]
    clocks: tuple[Clock, ...]
    avenues: tuple[AvenueLine, ...]
    reliefs: tuple[ReliefLine, ...]
    guidance: tuple[Guidance, ...]
    stood: tuple[Stood, ...]
    open_facts: tuple[OpenFact, ...]
    search_cut: bool
    contradictions: tuple[Contradiction, ...]
    agreements: tuple[Agreement, ...]
    questions: tuple[str, ...]
    consequences: tuple[Consequences, ...]
    notes: tuple[str, ...]
