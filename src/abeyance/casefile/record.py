"""The record: what the rules see of a case file.  For each fact, the value that follows from its live claims, or the span
that covers them where they conflict; the conflict is reported beside it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from abeyance.casefile.claims import CaseFile, Claim, Completeness, Identity, Source, Standing, Statement, Subject
from abeyance.casefile.clearance import is_cleared
from abeyance.casefile.combining import combine, sides
from abeyance.casefile.completeness import CountConflict, Counts, scope_of
from abeyance.casefile.countries import know_countries
from abeyance.casefile.dating import Misfit, OutOfOrder, leave_open, misfits, out_of_order, rely_on_the_rest, too_late
from abeyance.casefile.identity import Identities, identify, presences
from abeyance.casefile.rulings import imply, leave_standing
from abeyance.casefile.standing import FIRM, standing_of, standing_of_source
from abeyance.casefile.succession import Fate, fates, forked, says_something
from abeyance.casefile.vocabulary import ENTITIES, Case, Filing, Order, Person, Recorded
from abeyance.logic.facts import Fact, ListFact, RefFact
from abeyance.logic.operations import Row, blank, unknown
from abeyance.logic.values import LONG_AGO, NEVER, Presence, Span

BY_CLASS: dict[str, type[Recorded]] = {entity.__name__: entity for entity in (*ENTITIES.values(), Case)}
LISTS: dict[str, type[Recorded]] = {
    name: cast(type[Recorded], fact.entity()) for name, fact in Case.facts.items() if isinstance(fact, ListFact)
}
CASE = "case"  # the subject key of the case itself

ATTACKS_AN_ORDER = Filing.kind.mask(
    "appeal",
    "certification",
    "motion to reopen",
    "motion to reconsider",
    "motion to rescind",
    "petition for review",
)

S = TypeVar("S", Claim, Completeness, Identity)
Known = dict[tuple[str, str], Any]  # subject and fact -> value
_Row = dict[str, Any]


@dataclass(frozen=True)
class Conflict:
    """Live claims about one fact that exclude each other.

    Every one of ``sides`` agrees within itself; ``claims`` are all of theirs.  Live claims that agree with every side are left out.
    """

    subject: str
    fact: str
    claims: tuple[Claim, ...]
    sides: tuple[tuple[Claim, ...], ...] = ()

    def against(self, side: int) -> tuple[Claim, ...]:
        """The claims that would have to go for this side to be right; ``derive`` can leave them out."""
        return tuple(claim for i, other in enumerate(self.sides) if i != side for claim in other)


@dataclass(frozen=True)
class Record:
    """The case as the rules see it.

    ``root`` is the case's row, ``rows`` every recorded row by subject key, ``claims`` the live claims by subject and fact.
    ``names`` gives, for a subject that is merged into another, that other.  ``fates``, ``list_fates`` and ``identity_fates``
    say what has become of each claim, word on a list and word on who is who, in the file's order.  ``agreed_counts`` are
    counts of one list on which sources agree; ``contested`` are words on who is who that contradict each other.
    ``disorder`` are days that cannot be in their order, ``misfits`` stated durations that do not fit their days, ``late`` claims
    of an event later than their source.
    """

    root: Row
    rows: dict[str, Row]
    entities: dict[str, type[Recorded]]
    claims: dict[tuple[str, str], tuple[Claim, ...]]
    conflicts: tuple[Conflict, ...]
    counts: tuple[CountConflict, ...]
    agreed_counts: tuple[tuple[Completeness, ...], ...]
    names: dict[str, str]
    contested: tuple[Identity, ...]
    disorder: tuple[OutOfOrder, ...]
    misfits: tuple[Misfit, ...]
    late: tuple[Claim, ...]
    fates: tuple[Fate, ...]
    list_fates: tuple[Fate, ...]
    identity_fates: tuple[Fate, ...]

    def standing(self, claim: Claim) -> Standing:
        """How well a claim of this record proves its fact."""
        return standing_of(claim, self.entities[claim.subject].__name__)

    def cleared_for(self, claim: Claim, addressee: str) -> bool:
        """Whether a claim may go to an addressee; see ``clearance``."""
        return is_cleared(claim, self.entities[claim.subject].facts[claim.fact], addressee)

    @property
    def agreements(self) -> tuple[tuple[str, str], ...]:
        """The facts on which different sources agree."""
        conflicting = {(c.subject, c.fact) for c in self.conflicts}
        return tuple(
            key
            for key, claims in self.claims.items()
            if key not in conflicting and len({c.source.key for c in claims}) > 1
        )


def derive(
    case: CaseFile,
    *,
    file_known: date | None = None,
    least: Standing = Standing.PRESS,
    without: Collection[Claim] = (),
    settled: bool = False,
) -> Record:
    """The record of a case file as the office knew it on ``file_known`` (None: newest), from claims of standing ``least`` up.

    Corrections and withdrawals hold at every level, since they say what the file says and not what is so.  ``without`` are
    claims to leave out, as when one side of a conflict is tried.  ``settled`` leaves out also what is contradicted by better:
    each fact is then told by its own best claims, where those are firm (SEMANTICS 11).
    """
    said = _Said(case, file_known, least)
    left_out = {id(claim) for claim in without}
    claims: dict[tuple[str, str], tuple[Claim, ...]] = {}
    conflicts: list[Conflict] = []
    known: Known = {}
    for (subject, name), (group, live) in said.live_claims().items():
        entity = said.entities[subject]
        kept = [c for c in live if id(c) not in left_out and standing_of(c, entity.__name__) >= least]
        if not kept:
            continue
        fact = entity.facts[name]
        if settled:
            kept = _best(fact, entity, group, kept)
        fork = forked(group, kept)
        combined = combine(fact, [c.value for c in kept], bool(fork))
        claims[subject, name] = tuple(kept)
        known[subject, name] = combined.value
        if combined.conflict:
            split = sides(fact, fork or kept)
            conflicts.append(Conflict(subject, name, tuple(c for side in split for c in side), split))
    disorder, late = out_of_order(said.entities, claims, known), too_late(said.entities, claims)
    unfitting = misfits(said.entities, claims, known)
    disputed = {(conflict.subject, conflict.fact) for conflict in conflicts}
    rely_on_the_rest(said.entities, known, late, claims, disputed)
    doubtful = leave_open(known, disorder, late, claims)
    _begin(said, claims, known)
    know_countries(said.entities, known)
    said.imply(known)
    rows, root, counts = _rows(said, claims, known, doubtful | disputed)
    return Record(
        root,
        cast(dict[str, Row], rows),
        said.entities,
        claims,
        tuple(conflicts),
        counts,
        _agreed(said, counts),
        said.identities.names,
        said.identities.contested,
        disorder,
        unfitting,
        late,
        tuple(said.fates),
        tuple(said.list_fates),
        tuple(said.identity_fates),
    )


def _best(fact: Fact, entity: type[Recorded], group: Sequence[Claim], live: Sequence[Claim]) -> list[Claim]:
    """The live claims without the weakest of them, standing by standing, for as long as they conflict and some are firm."""
    kept = list(live)
    for standing in sorted({standing_of(c, entity.__name__) for c in live}):
        better = [c for c in kept if standing_of(c, entity.__name__) > standing]
        if not combine(fact, [c.value for c in kept], bool(forked(group, kept))).conflict:
            break
        if not any(standing_of(c, entity.__name__) >= FIRM for c in better):
            break
        kept = better
    return kept


def is_had(source: Source, file_known: date | None, recorded: date | None = None) -> bool:
    """Whether the office surely had a source by a day (None: always).

    A source was had no later than its claims were ``recorded``, and not before it was made, whatever is written; one of which
    neither day is known may have come at any time.
    """
    if file_known is None:
        return True
    days = [day.toordinal() for day in (source.recorded, recorded) if day]
    return max(min([source.had[1], *days]), source.dated[0]) <= file_known.toordinal()


class _Said:
    """What a file says, as known on a day and from a standing up: who there is, and which claims are live."""

    def __init__(self, case: CaseFile, file_known: date | None, least: Standing) -> None:
        self.case, self.file_known, self.least = case, file_known, least
        self.subjects = list(case.subjects)
        if all(s.key != case.respondent for s in self.subjects):
            self.subjects.insert(0, Subject(case.respondent, Person.__name__))
        self.entities = {s.key: BY_CLASS[s.entity] for s in self.subjects} | {CASE: Case}
        self.fates, self.list_fates = self._had(case.claims), self._had(case.completeness)
        self.identity_fates = self._had(case.identities)
        self._succeed(case.completeness, self.list_fates, lambda c: c.list)
        self._succeed(case.identities, self.identity_fates, lambda i: frozenset((i.one, i.other)))
        words = [i for i, fate in zip(case.identities, self.identity_fates, strict=True) if fate is Fate.LIVE]
        weak: list[Identity] = []
        strong: list[Identity] = []
        for word in words:
            (strong if self.is_strong(word.source, self.entities.get(word.one, Case)) else weak).append(word)
        self.identities: Identities = identify(self.subjects, strong, weak)
        self.completeness = [
            c
            for c, fate in zip(case.completeness, self.list_fates, strict=True)
            if fate is Fate.LIVE and self.is_strong(c.source, LISTS[c.list])
        ]
        # rows that follow from claims about others, of which no list's count speaks
        self.implied: frozenset[str] = frozenset()

    def imply(self, known: Known) -> None:
        """Add the rulings that are told only as a filing's outcome, and what is known of them."""
        rulings = imply(self.subjects, self.entities, known)
        leave_standing(self.entities, known)
        self.subjects += rulings
        self.entities |= {ruling.key: Order for ruling in rulings}
        self.implied = frozenset(ruling.key for ruling in rulings)

    def _had(self, statements: Sequence[Statement]) -> list[Fate]:
        return [Fate.LIVE if self._is_had(statement) else Fate.NOT_HAD for statement in statements]

    def _is_had(self, statement: Statement) -> bool:
        """Whether the office surely had a statement.

        One that only acts on another is no word of its source's but of whoever entered it, where it was entered on a day
        of its own: then it was not there before.
        """
        source, recorded = statement.source, statement.recorded
        if not is_had(source, self.file_known, recorded):
            return False
        own = recorded is not None and recorded != source.recorded and not says_something(statement)
        return self.file_known is None or recorded is None or not own or recorded <= self.file_known

    def _succeed(
        self, statements: Sequence[S], found: list[Fate], about: Callable[[S], Hashable]
    ) -> dict[Hashable, list[int]]:
        """Note in ``found`` what has become of the statements that the office had; gives those about each thing."""
        groups: dict[Hashable, list[int]] = defaultdict(list)
        for i, statement in enumerate(statements):
            if found[i] is not Fate.NOT_HAD:
                groups[about(statement)].append(i)
        for positions in groups.values():
            for i, fate in zip(positions, fates([statements[i] for i in positions]), strict=True):
                found[i] = fate
        return groups

    def is_strong(self, source: Source, entity: type[Recorded]) -> bool:
        """Whether a source's word on how many there are of an entity, and who is who, has the standing."""
        return standing_of_source(source, entity.__name__) >= self.least

    def introduces(self, subject: Subject) -> bool:
        """Whether the word that there is such a subject counts; one of no known source does."""
        return not subject.introduced or any(
            is_had(source, self.file_known) and self.is_strong(source, self.entities[subject.key])
            for source in subject.introduced
        )

    def live_claims(self) -> dict[tuple[str, str], tuple[list[Claim], list[Claim]]]:
        """For each subject and fact all the claims that the office had, and those of them that are live; notes their fates."""
        claims, name = self.case.claims, self.identities.name
        return {
            cast(tuple[str, str], key): (
                [claims[i] for i in positions],
                [claims[i] for i in positions if self.fates[i] is Fate.LIVE],
            )
            for key, positions in self._succeed(claims, self.fates, lambda c: (name(c.subject), c.fact)).items()
        }


def _begin(said: _Said, claims: dict[tuple[str, str], tuple[Claim, ...]], known: Known) -> None:
    """Give what had begun when it was spoken of the latest day on which it can have begun, where no source gives the day."""
    spoken: dict[str, int] = {}
    for (subject, _), live in claims.items():
        if said.entities[subject].begun:
            spoken[subject] = min([spoken.get(subject, NEVER), *(claim.source.dated[1] for claim in live)])
    for subject, latest in spoken.items():
        known.setdefault((subject, said.entities[subject].dating), (LONG_AGO, latest))


def _rows(
    said: _Said, claims: Mapping[tuple[str, str], Sequence[Claim]], known: Known, conflicting: set[tuple[str, str]]
) -> tuple[dict[str, _Row], Row, tuple[CountConflict, ...]]:
    told = _told(said, claims)
    presence_of = _recorded(said, claims, known)
    rows = {key: _row(said.entities[key], key, there, known, conflicting) for key, there in presence_of.items()}
    root = _row(Case, CASE, Presence.SURE, known, conflicting)
    counts: list[CountConflict] = []
    for name, entity in LISTS.items():
        there = {key: row for key, row in rows.items() if said.entities[key] is entity}
        recorded = [row for key, row in there.items() if key not in said.implied]
        implied = [row for key, row in there.items() if key in said.implied]
        about = [c for c in said.completeness if c.list == name]
        said_of_it = Counts(entity, recorded, about, told)
        counts += said_of_it.conflicts
        said_of_it.narrow_mentions()
        missing = [_sequenced(entity, box) for box in said_of_it.open_ends()]
        root[name] = (*recorded, *implied, *missing)
    for order in root["orders"]:
        if (order["@id"], "executed") not in known:
            order.update(_sequenced(Order, order | {"executed": (_first_leaving(order, root), NEVER)}))
    root["@conflicts"] |= {count.claim.list for count in counts}
    for row, entity in [(root, Case), *[(rows[key], said.entities[key]) for key in rows]]:
        for fact in entity.facts.values():
            if isinstance(fact, RefFact):
                row[fact.name] = _named(said, fact, row, rows, root, entity)
    root["respondent"] = (rows[said.case.respondent],)
    return rows, root, tuple(counts)


def _told(said: _Said, claims: Mapping[tuple[str, str], Sequence[Claim]]) -> dict[str, list[Source]]:
    """The sources that tell of each subject, by the name of whom it is one with."""
    told: dict[str, list[Source]] = defaultdict(list)
    for (key, _), live in claims.items():
        told[key] += [claim.source for claim in live]
    for subject in said.subjects:
        told[said.identities.name(subject.key)] += subject.introduced
    return told


def _recorded(said: _Said, claims: Collection[tuple[str, str]], known: Known) -> dict[str, int]:
    """The rows there are, with their presence: the respondent, and whomever a live claim is about or points to.

    A subject is there too if a source that counts introduces it and says nothing more of it.
    """
    name = said.identities.name
    spoken_of = {name(c.subject) for c in said.case.claims}
    there = {subject for subject, _ in claims} | {name(said.case.respondent)}
    there |= said.implied
    there |= {
        name(s.key) for s in said.subjects if (s.introduced or name(s.key) not in spoken_of) and said.introduces(s)
    }
    for subject, fact in claims:
        if isinstance(said.entities[subject].facts[fact], RefFact):
            there |= {name(key) for key in known[subject, fact]}
    found: dict[str, int] = {}
    for entity in LISTS.values():
        members = [
            s for s in said.subjects if said.entities[s.key] is entity and s.key in there and name(s.key) == s.key
        ]
        kinds = {s.key: known.get((s.key, entity.kind_fact)) for s in members}
        found |= presences(members, said.identities, kinds)
    return {s.key: found[s.key] for s in said.subjects if s.key in found}


def _row(entity: type[Recorded], key: str, presence: int, known: Known, conflicting: set[tuple[str, str]]) -> _Row:
    row = {name: known.get((key, name), unknown(fact)) for name, fact in entity.facts.items()}
    conflicts = frozenset(name for name in entity.facts if (key, name) in conflicting)
    return _sequenced(entity, row | {"@id": key, "@presence": presence, "@conflicts": conflicts})


def _first_leaving(order: Row, root: Row) -> int:
    """The first day on which an order can have been carried out: that of a departure since it was made (INA 101(g))."""
    since = [left["on"] for left in root["departures"] if left["on"][1] >= order["decided"][0]]
    return min((max(on[0], order["decided"][0]) for on in since), default=NEVER)


def _sequenced(entity: type[Recorded], row: Row) -> _Row:
    """A row whose days are held in their order: nothing was decided before it was received."""
    ordered = dict(row)
    for earlier, later in entity.sequence:
        ordered[earlier], ordered[later] = _in_sequence(ordered[earlier], ordered[later])
    return ordered


def _in_sequence(earlier: Span, later: Span) -> tuple[Span, Span]:
    """Two days of which the first is never after the second; as they are, where they cannot be so."""
    if earlier[0] > later[1]:
        return earlier, later
    return (earlier[0], min(earlier[1], later[1])), (max(earlier[0], later[0]), later[1])


def _named(
    said: _Said, fact: RefFact[Any], row: _Row, rows: dict[str, _Row], root: _Row, entity: type[Recorded]
) -> tuple[Row, ...]:
    """The rows that a reference may name; one that nobody claims may name any other row of its kind, or none."""
    keys = row[fact.name]
    if keys:
        return tuple({said.identities.name(key): rows[said.identities.name(key)] for key in keys}.values())
    target = cast(type[Recorded], fact.entity())
    candidates = tuple(other for other in root[target.list] if other is not row)
    is_open = any(other["@presence"] == Presence.POSSIBLE for other in candidates)
    return candidates if is_open or _must_name(entity, fact, row) else (*candidates, blank(target))


def _must_name(entity: type[Recorded], fact: RefFact[Any], row: _Row) -> bool:
    """Whether a row is of a kind that cannot do without this reference: an appeal or a motion attacks some order."""
    return entity is Filing and fact.name == "of" and not row["kind"] & ~ATTACKS_AN_ORDER


def _agreed(said: _Said, conflicts: Sequence[CountConflict]) -> tuple[tuple[Completeness, ...], ...]:
    """The counts of one list, in one scope, on which different sources agree."""
    contested = {id(conflict.claim) for conflict in conflicts}
    groups: dict[Any, list[Completeness]] = defaultdict(list)
    for claim in said.completeness:
        if claim.number is not None and id(claim) not in contested:
            groups[claim.list, scope_of(claim), claim.number].append(claim)
    return tuple(tuple(group) for group in groups.values() if len({c.source.key for c in group}) > 1)
