"""Small case files for tests, built from the words that a person would write."""

from datetime import date

from abeyance.casefile import words
from abeyance.casefile.claims import CaseFile, Claim, Completeness, Identity, Place, Source, Subject, Value
from abeyance.casefile.record import BY_CLASS, CASE, LISTS
from abeyance.casefile.vocabulary import Recorded
from abeyance.logic.facts import RefFact
from abeyance.logic.values import ANY_DAY, ordinal

MAY_1 = (ordinal("2017-05-01"), ordinal("2017-05-01"))


def source(
    key: str = "letter",
    kind: str = "letter",
    dated: str = "2017-05-01",
    had: str = "",
    speaker: str = "",
    **more: object,
) -> Source:
    """A source of a day; had on that day unless said otherwise (``had="?"``: not known)."""
    made = words.calendar_span(dated) if dated else ANY_DAY
    came = ANY_DAY if had == "?" else words.calendar_span(had) if had else made
    return Source(key, kind, dated=made, had=came, speaker=speaker, **more)  # type: ignore[arg-type]


class Builder:
    """Collects what is said, and makes the case file of it."""

    def __init__(self) -> None:
        self.subjects: dict[str, Subject] = {"mateo": Subject("mateo", "Person")}
        self.claims: list[Claim] = []
        self.completeness: list[Completeness] = []
        self.identities: list[Identity] = []

    def subject(self, key: str, entity: type[Recorded], mention: bool = False) -> None:
        """Introduce a subject."""
        self.subjects.setdefault(key, Subject(key, entity.__name__, mention))

    def says(self, by: Source, key: str, entity: type[Recorded], /, mention: bool = False, **facts: str) -> None:
        """A source says some facts of a subject, introducing it if need be."""
        self.subject(key, entity, mention)
        for fact, text in facts.items():
            self.claim(by, key, fact, text)

    def claim(self, by: Source, key: str, fact: str, text: str = "", place: int | None = None, **more: object) -> Claim:
        """A source makes one claim; no text says no value."""
        entity = BY_CLASS["Case" if key == CASE else self.subjects[key].entity]
        declared = entity.facts[fact]
        value = Value("")
        if text:
            value = Value(text, text=text) if isinstance(declared, RefFact) else words.parse(declared, text, by.dated)
        made = Claim(key, fact, value, by, Place(paragraph=place), **more)  # type: ignore[arg-type]
        self.claims.append(made)
        return made

    def complete(
        self, by: Source, name: str, number: int | None = None, as_of: str = "2017-05-01", /, **scope: str
    ) -> Completeness:
        """A source says that a list is complete within a scope, or how many there are."""
        facts = LISTS[name].facts
        limits = tuple((k, words.parse(facts[k], text, by.dated)) for k, text in scope.items())
        made = Completeness(name, by, Place(), words.calendar_span(as_of), limits, number)
        self.completeness.append(made)
        return made

    def same(self, by: Source, one: str, other: str) -> None:
        """A source says that two subjects are one."""
        self.identities.append(Identity(one, other, True, by, Place()))

    def different(self, by: Source, one: str, other: str) -> None:
        """A source says that two subjects are two."""
        self.identities.append(Identity(one, other, False, by, Place()))

    @property
    def file(self) -> CaseFile:
        """The case file of all that was said."""
        sources = tuple(dict.fromkeys(c.source for c in self.claims))
        return CaseFile(
            "test",
            "mateo",
            sources,
            tuple(self.subjects.values()),
            tuple(self.claims),
            tuple(self.completeness),
            tuple(self.identities),
        )


def day(text: str) -> int:
    """The ordinal of an ISO date."""
    return ordinal(text)


def span(first: str, last: str) -> tuple[int, int]:
    """The ordinals of two ISO dates."""
    return (ordinal(first), ordinal(last))


def on(text: str) -> date:
    """A date from ISO text."""
    return date.fromisoformat(text)
