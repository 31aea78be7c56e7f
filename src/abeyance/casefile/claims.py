"""Sources and claims: what somebody says, where, and when each of its four days was (SEMANTICS 9 to 16).

The case file keeps every claim; ``record`` derives from the live ones what the rules see.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from abeyance.logic.values import ANY_DAY, Span


class Standing(IntEnum):
    """How well a claim proves its fact; a higher number proves more.  ``standing`` assigns it."""

    PRESS = 1  # press, hearsay, a stranger
    TOLD = 2  # told to counsel or to an office, unsworn
    OPPOSING = 3  # said by the opposing party, outside its own acts
    SWORN = 4  # under oath by somebody who would know
    DOCUMENTED = 5  # a document made for the purpose by somebody with a duty to be right
    CERTIFIED = 6  # the certified record, or the act itself (the order, the agency's own form)


@dataclass(frozen=True)
class Place:
    """Where in its document a claim stands: page, paragraph, characters [start, end) of the text."""

    page: int | None = None
    paragraph: int | None = None
    characters: tuple[int, int] | None = None

    def __str__(self) -> str:
        page = f"p{self.page}" if self.page else ""
        paragraph = f"¶{self.paragraph}" if self.paragraph else ""
        return page + paragraph + (f":{self.characters[0]}-{self.characters[1]}" if self.characters else "")


@dataclass(frozen=True)
class Source:
    """Something that makes claims: a document, a person, a docket."""

    key: str
    kind: str  # of standing.KINDS
    line: int = 0
    document: str | None = None  # path below the case's folder
    sha256: str | None = None
    dated: Span = ANY_DAY  # the day the document was made
    had: Span = ANY_DAY  # the day the office had it
    recorded: date | None = None  # the day its claims were entered
    by: str = ""  # who entered them
    speaker: str = ""  # of standing.SPEAKERS
    title: str = ""
    cleared: frozenset[str] = frozenset()  # addressees its claims are cleared for, unless a claim says otherwise
    privileged: bool = False
    work_product: bool = False

    @property
    def last_day(self) -> int:
        """The last day of which it can tell: the latest on which it can have been made, or had where that is not known."""
        return self.had[1] if self.dated == ANY_DAY else self.dated[1]


@dataclass(frozen=True)
class Value:
    """What is claimed: the words as written, and the set of values they allow.

    ``spans`` is a (first, last) span for days, numbers and moments; ``mask`` the bits of a choice; ``truth`` for yes or no;
    ``text`` for words and for the subject a reference names.  ``exact`` is false where slack was added to a rounded word.
    """

    written: str
    span: Span | None = None
    mask: int | None = None
    truth: bool | None = None
    text: str | None = None
    exact: bool = True


@dataclass(frozen=True, kw_only=True)
class Act:
    """What every statement says of itself, and what it does to others.

    ``corrects``, ``withdraws``, ``revives`` and ``sets_aside`` refer to a statement about the same thing, as "source" or
    "source@place".
    """

    recorded: date | None = None  # the day it was entered
    by: str = ""  # who entered it
    cleared: frozenset[str] | None = None  # None: as the source says
    privileged: bool | None = None
    corrects: str = ""
    withdraws: str = ""
    revives: str = ""
    sets_aside: str = ""
    because: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Claim(Act):
    """One statement about one fact of one subject; without a value it only acts on another."""

    subject: str
    fact: str
    value: Value
    source: Source
    place: Place = field(default_factory=Place)


@dataclass(frozen=True)
class Completeness(Act):
    """Somebody's word that a list is complete within a scope, as of a day (SEMANTICS 12).

    ``scope`` limits it: fact name to the allowed value.  ``number`` is how many there are, where that was said;
    0 says that there is none.  One that leaves the list open only acts on another.
    """

    list: str  # name of the list fact of the case, as in ``filings``
    source: Source
    place: Place
    as_of: Span
    scope: tuple[tuple[str, Value], ...] = ()
    number: int | None = None
    leaves_open: bool = False

    @property
    def sure_until(self) -> int:
        """The day up to which it holds: the earliest of which it may speak, and none later than its source."""
        return min(self.as_of[0], self.source.last_day)


@dataclass(frozen=True)
class Identity(Act):
    """Somebody's word that two subjects are one person or thing, or are not; it only acts where it ``says`` nothing."""

    one: str
    other: str
    same: bool
    source: Source
    place: Place
    says: bool = True


Statement = Claim | Completeness | Identity


@dataclass(frozen=True)
class Subject:
    """Somebody or something claims are about: an entity of the vocabulary, an individual or a mention (SEMANTICS 13).

    ``introduced`` are the sources that say it is there and claim nothing more of it (``order-1: {order: unknown}``).
    """

    key: str
    entity: str  # class name in vocabulary
    mention: bool = False
    line: int = 0
    introduced: tuple[Source, ...] = ()


@dataclass(frozen=True)
class CaseFile:
    """A whole case as written."""

    name: str
    respondent: str
    sources: tuple[Source, ...]
    subjects: tuple[Subject, ...]
    claims: tuple[Claim, ...]
    completeness: tuple[Completeness, ...] = ()
    identities: tuple[Identity, ...] = ()
