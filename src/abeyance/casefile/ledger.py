"""The ledger of a case: for every subject and fact what the claims leave, who says so and where, and what became of each claim."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from abeyance.casefile.claims import CaseFile, Claim, Completeness, Identity, Standing, Statement
from abeyance.casefile.combining import combine
from abeyance.casefile.dating import sequence_of
from abeyance.casefile.record import CASE, LISTS, Conflict, Record, derive
from abeyance.casefile.saying import UNKNOWN, say, say_days
from abeyance.casefile.standing import standing_of_source
from abeyance.casefile.succession import Fate
from abeyance.casefile.vocabulary import Case
from abeyance.casefile.words import Unreadable, parse
from abeyance.casefile.yamlnodes import spaced
from abeyance.logic.facts import DayFact, Fact, ListFact, MomentFact, NumberFact, RefFact
from abeyance.logic.operations import Row
from abeyance.logic.values import ANY_DAY, Presence, Span


@dataclass(frozen=True)
class Heard:
    """One statement as it is heard: what it says, how well it proves that, what became of it."""

    statement: Statement
    says: str
    standing: Standing
    fate: Fate
    side: int | None = None  # of a conflict


@dataclass(frozen=True)
class FactLine:
    """A fact of a subject: its value in words, and everything that was claimed of it.

    ``yet`` says where the day asked about stands: ``not yet``, ``perhaps not yet`` or nothing.  ``why`` says why the value is
    another than that of its claims, or cannot be right.
    """

    name: str
    says: str
    heard: tuple[Heard, ...]
    conflict: bool = False
    private: bool = False
    guarded: bool = False
    yet: str = ""
    why: str = ""

    @property
    def standing(self) -> Standing | None:
        """The best standing of the claims that hold; None where none does."""
        return max((h.standing for h in self.heard if h.fate is Fate.LIVE), default=None)


@dataclass(frozen=True)
class SubjectLines:
    """A subject, and its facts.  ``also`` are the mentions that were merged into it."""

    key: str
    entity: str
    list: str
    mention: bool
    also: tuple[str, ...]
    facts: tuple[FactLine, ...]


@dataclass(frozen=True)
class ListLine:
    """What is said of a list: that it has no more, or how many, within a scope and up to a day.

    Those that no longer hold, or only act on others, stand last, in a line of their own that says nothing.
    """

    list: str
    says: str
    heard: tuple[Heard, ...]
    conflict: bool


@dataclass(frozen=True)
class Ledger:
    """Everything a file says, as the office knew it on ``file_known`` (None: newest); ``not_had`` are sources left out for that."""

    case: str
    respondent: str
    on: date | None
    file_known: date | None
    subjects: tuple[SubjectLines, ...]
    lists: tuple[ListLine, ...]
    who: tuple[Heard, ...]
    not_had: tuple[str, ...]


def ledger(case: CaseFile, on: date | None = None, file_known: date | None = None) -> Ledger:
    """The ledger of a case file; ``on`` marks what had not happened on a day."""
    record = derive(case, file_known=file_known)
    claims: dict[tuple[str, str], list[tuple[Claim, Fate]]] = {}
    for claim, fate in zip(case.claims, record.fates, strict=True):
        if fate is not Fate.NOT_HAD:
            claims.setdefault((record.names.get(claim.subject, claim.subject), claim.fact), []).append((claim, fate))
    keys = [case.respondent, *(s.key for s in case.subjects if s.key != case.respondent), CASE]
    conflicts = {(conflict.subject, conflict.fact): conflict for conflict in record.conflicts}
    pages = [_subject(record, key, claims, conflicts, on) for key in keys if key not in record.names]
    order = {name: i for i, name in enumerate(dict.fromkeys(["people", "", *LISTS]))}
    statements: Iterable[tuple[Statement, Fate]] = [
        *zip(case.claims, record.fates, strict=True),
        *zip(case.completeness, record.list_fates, strict=True),
        *zip(case.identities, record.identity_fates, strict=True),
    ]
    return Ledger(
        case.name,
        case.respondent,
        on,
        file_known,
        tuple(sorted((p for p in pages if p.facts or p.key in record.rows), key=lambda page: order[page.list])),
        _lists(case.completeness, record),
        tuple(
            Heard(word, _who(word), _standing(record, word), fate)
            for word, fate in zip(case.identities, record.identity_fates, strict=True)
            if fate is not Fate.NOT_HAD
        ),
        tuple(dict.fromkeys(s.source.key for s, fate in statements if fate is Fate.NOT_HAD)),
    )


def _subject(
    record: Record,
    key: str,
    claims: dict[tuple[str, str], list[tuple[Claim, Fate]]],
    conflicts: dict[tuple[str, str], Conflict],
    on: date | None,
) -> SubjectLines:
    entity = record.entities[key]
    names = [name for name, fact in entity.facts.items() if not isinstance(fact, ListFact) and (key, name) in claims]
    row = record.rows.get(key)
    return SubjectLines(
        key,
        entity.word,
        entity.list,
        row is not None and row["@presence"] == Presence.MENTION,
        tuple(other for other, name in record.names.items() if name == key),
        tuple(_fact(record, key, name, claims[key, name], conflicts.get((key, name)), on) for name in names),
    )


def _fact(
    record: Record, key: str, name: str, claims: list[tuple[Claim, Fate]], conflict: Conflict | None, on: date | None
) -> FactLine:
    fact = record.entities[key].facts[name]
    side = {id(claim): i for i, group in enumerate(conflict.sides) for claim in group} if conflict else {}
    row = record.root if key == CASE else record.rows.get(key)
    value = row[name] if row is not None else None
    if isinstance(fact, RefFact):
        value = tuple(target["@id"] for target in value or ())
    live = record.claims.get((key, name), ())
    says = (_as_written(fact, value, live) or say(fact, value)) if live else UNKNOWN
    yet = _yet(value, on) if isinstance(fact, DayFact) and on and value is not None and live else ""
    heard = tuple(
        Heard(claim, claim.value.written, record.standing(claim), fate, side.get(id(claim))) for claim, fate in claims
    )
    why = _why(record, key, name, fact, live, row) if isinstance(fact, DayFact) and row is not None and live else ""
    return FactLine(spaced(name), says, heard, conflict is not None, fact.private, fact.guarded, yet, why)


def _why(record: Record, key: str, name: str, fact: Fact, live: Sequence[Claim], row: Row) -> str:
    """Why the days of a fact are others than its claims leave: its source is older, or days of the same row bound it."""
    late = set(map(id, record.late))
    if set(map(id, live)) <= late:
        return "later than its source, so any day before"
    for pair in record.disorder:
        if pair.subject == key and name in (pair.first, pair.second):
            return f"cannot be so beside {spaced(pair.second if name == pair.first else pair.first)}"
    own = combine(fact, [claim.value for claim in live]).value
    if older := [claim.source.key for claim in live if id(claim) in late and own != row[name]]:
        return f"{older[0]} is older than its day, so not by it"
    pairs = sequence_of(record.entities[key])
    after = [one for one, other in pairs if other == name and own[0] < row[name][0] == row[one][0]]
    before = [other for one, other in pairs if one == name and own[1] > row[name][1] == row[other][1]]
    bounds = [f"not before {spaced(one)}" for one in after[:1]] + [f"not after {spaced(other)}" for other in before[:1]]
    return " and ".join(bounds)


def _as_written(fact: Fact, value: Any, live: Sequence[Claim]) -> str:
    """The words of a claim that says just this, where they mean the same in any document: ``not by 2017-05-01``."""
    if isinstance(fact, (DayFact, NumberFact, MomentFact)):
        for claim in live:
            with suppress(Unreadable):
                if claim.value.span == value and parse(fact, claim.value.written, ANY_DAY).span == value:
                    return claim.value.written
    return ""


def _yet(span: Span, on: date) -> str:
    day = on.toordinal()
    return "" if span[1] <= day else "not yet" if span[0] > day else "perhaps not yet"


def _lists(said: Sequence[Completeness], record: Record) -> tuple[ListLine, ...]:
    """What is said of lists; statements that say the same stand together."""
    contested = {id(conflict.claim) for conflict in record.counts}
    lines: dict[tuple[str, str], list[tuple[Heard, bool]]] = {}
    for word, fate in zip(said, record.list_fates, strict=True):
        if fate is not Fate.NOT_HAD:
            heard = Heard(word, _scope(word), _standing(record, word), fate)
            says = heard.says if fate is Fate.LIVE else ""
            lines.setdefault((word.list, says), []).append((heard, id(word) in contested))
    return tuple(
        ListLine(spaced(name), says, tuple(heard for heard, _ in words), any(conflict for _, conflict in words))
        for (name, says), words in sorted(
            lines.items(), key=lambda line: (list(LISTS).index(line[0][0]), not line[0][1])
        )
    )


def _scope(word: Completeness) -> str:
    """What a word on a list says: ``none``, ``complete`` or a number, the scope, and up to when."""
    if word.leaves_open:
        return "open"
    what = {None: "complete", 0: "none"}.get(word.number, f"{word.number} in all")
    scope = ", ".join(f"{spaced(name)} {value.written}" for name, value in word.scope)
    as_of = f", as of {say_days(word.as_of)}" if word.as_of != ANY_DAY else ""
    if word.sure_until < word.as_of[0]:
        as_of += f" (later than its source, so up to {date.fromordinal(word.sure_until)})"
    return what + (f": {scope}" if scope else "") + as_of


def _who(word: Identity) -> str:
    return f"{word.one} {'may be' if not word.says else 'is' if word.same else 'is not'} {word.other}"


def _standing(record: Record, word: Completeness | Identity) -> Standing:
    entity = LISTS[word.list] if isinstance(word, Completeness) else record.entities.get(word.one, Case)
    return standing_of_source(word.source, entity.__name__)
