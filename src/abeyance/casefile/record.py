"""The record: what the rules see of a case file.  For each fact, the value that follows from its live claims, or the span
that covers them where they conflict; the conflict is reported beside it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from abeyance.casefile.claims import CaseFile, Claim, Completeness, Source, Standing
from abeyance.casefile.combining import combine, forks, live
from abeyance.casefile.completeness import in_scope, open_ends
from abeyance.casefile.standing import TABLE, standing_of
from abeyance.casefile.vocabulary import ENTITIES, Case, Recorded
from abeyance.logic.facts import Fact, ListFact, RefFact
from abeyance.logic.operations import Row, blank, unknown
from abeyance.logic.values import LONG_AGO, Presence

BY_CLASS = {entity.__name__: entity for entity in ENTITIES.values()}
CASE = "case"  # the subject key of the case itself


@dataclass(frozen=True)
class Conflict:
    """Live claims about one fact that exclude each other."""

    subject: str
    fact: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class CountConflict:
    """Somebody's count of a list that is less than the individuals recorded in it."""

    claim: Completeness
    recorded: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """The case as the rules see it.

    ``root`` is the case's row, ``rows`` every recorded row by subject key, ``claims`` the live claims by subject and fact.
    ``agreements`` are facts on which two sources or more were compared and agree.
    """

    root: Row
    rows: dict[str, Row]
    entities: dict[str, type[Recorded]]
    claims: dict[tuple[str, str], tuple[Claim, ...]]
    conflicts: tuple[Conflict, ...]
    counts: tuple[CountConflict, ...]

    def standing(self, claim: Claim) -> Standing:
        """How well a claim of this record proves its fact."""
        entity = self.entities.get(claim.subject)
        return standing_of(claim, entity.__name__ if entity else CASE)

    @property
    def agreements(self) -> tuple[tuple[str, str], ...]:
        """The facts on which different sources agree."""
        conflicting = {(c.subject, c.fact) for c in self.conflicts}
        return tuple(
            key
            for key, claims in self.claims.items()
            if key not in conflicting and len({c.source.key for c in claims}) > 1
        )


def derive(case: CaseFile, *, file_known: date | None = None, least: Standing = Standing.PRESS) -> Record:
    """The record of a case file as the office knew it on ``file_known`` (None: newest), from claims of standing ``least`` up.

    A claim is known from the first day on which its source may have been had.
    """
    names = _merged(case, file_known)
    entities = {s.key: BY_CLASS[s.entity] for s in case.subjects if s.entity in BY_CLASS}
    grouped: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if is_had(claim.source, file_known):
            grouped[names.get(claim.subject, claim.subject), claim.fact].append(claim)
    claims: dict[tuple[str, str], tuple[Claim, ...]] = {}
    conflicts: list[Conflict] = []
    known: dict[str, dict[str, Any]] = defaultdict(dict)
    for (subject, name), said in grouped.items():
        kept = [c for c in live(said) if standing_of(c, _class_of(entities, subject)) >= least]
        fact = entities.get(subject, Case).facts.get(name)
        if not kept or fact is None:
            continue
        claims[subject, name] = tuple(kept)
        combined = combine(fact, [c.value for c in kept])
        known[subject][name] = combined.value
        if combined.conflict or forks(said):
            conflicts.append(Conflict(subject, name, tuple(kept)))
    rows, root, counts = _rows(case, entities, names, known, conflicts, file_known, least)
    return Record(root, rows, entities, claims, tuple(conflicts), counts)


def is_had(source: Source, file_known: date | None) -> bool:
    """Whether the office had a source by a day (None: always)."""
    return file_known is None or source.had[0] == LONG_AGO or source.had[0] <= file_known.toordinal()


def _class_of(entities: dict[str, type[Recorded]], subject: str) -> str:
    return entities[subject].__name__ if subject in entities else CASE


def _merged(case: CaseFile, file_known: date | None) -> dict[str, str]:
    """For every mention that somebody identified, the individual it is."""
    mentions = {s.key for s in case.subjects if s.mention}
    names: dict[str, str] = {}
    for identity in case.identities:
        if identity.same and is_had(identity.source, file_known):
            one, other = names.get(identity.one, identity.one), names.get(identity.other, identity.other)
            gone, kept = (one, other) if one in mentions else (other, one)
            if gone != kept:
                names = {k: kept if v == gone else v for k, v in names.items()} | {gone: kept}
    return names


def _rows(
    case: CaseFile,
    entities: dict[str, type[Recorded]],
    names: dict[str, str],
    known: dict[str, dict[str, Any]],
    conflicts: list[Conflict],
    file_known: date | None,
    least: Standing,
) -> tuple[dict[str, Row], Row, tuple[CountConflict, ...]]:
    conflicting: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts:
        conflicting[conflict.subject].add(conflict.fact)
    rows: dict[str, dict[str, Any]] = {}
    for subject in case.subjects:
        entity = entities.get(subject.key)
        if entity is None or subject.key in names or subject.key not in known:
            continue
        presence = Presence.MENTION if subject.mention and not _is_apart(case, subject.key, entities) else Presence.SURE
        rows[subject.key] = _row(entity, subject.key, presence, known[subject.key], conflicting[subject.key])
    root = _row(Case, CASE, Presence.SURE, known[CASE], conflicting[CASE])
    counts: list[CountConflict] = []
    for name, fact in Case.facts.items():
        if isinstance(fact, ListFact):
            entity = cast(type[Recorded], fact.entity())
            recorded = [row for key, row in rows.items() if entities[key] is entity]
            said = [c for c in case.completeness if c.list == name and is_had(c.source, file_known) and _carries(c.source, least)]
            root[name] = (*recorded, *open_ends(entity, recorded, said))
            counts += [
                CountConflict(c, tuple(r["@id"] for r in in_scope(entity, recorded, c)))
                for c in said
                if c.number is not None and len(in_scope(entity, recorded, c)) > c.number
            ]
    for row, entity in [(root, Case), *[(rows[key], entities[key]) for key in rows]]:
        _point(row, entity.facts.items(), rows, root, names)
    if "respondent" not in known[CASE] and case.respondent in rows:
        root["respondent"] = (rows[case.respondent],)
    return cast(dict[str, Row], rows), root, tuple(counts)


def _carries(source: Source, least: Standing) -> bool:
    """Whether a source's word on completeness has the standing: an official record's, or the kind's default."""
    default, groups = TABLE.get(source.kind, TABLE["other"])
    return max(default, groups.get("acts", default)) >= least


def _is_apart(case: CaseFile, mention: str, entities: dict[str, type[Recorded]]) -> bool:
    """Whether somebody said of a mention that it is none of the individuals of its kind."""
    apart = {i.other if i.one == mention else i.one for i in case.identities if not i.same and mention in (i.one, i.other)}
    others = {s.key for s in case.subjects if not s.mention and entities.get(s.key) is entities.get(mention)}
    return bool(others) and others <= apart


def _row(entity: type[Recorded], key: str, presence: int, known: dict[str, Any], conflicting: set[str]) -> dict[str, Any]:
    row = {name: known.get(name, unknown(fact)) for name, fact in entity.facts.items()}
    return row | {"@id": key, "@presence": presence, "@conflicts": frozenset(conflicting)}


def _point(row: dict[str, Any], facts: Iterable[tuple[str, Fact]], rows: dict[str, dict[str, Any]], root: Row, names: dict[str, str]) -> None:
    """Turn a reference's subject key into the row; one that is not known may be any row of its kind."""
    for name, fact in facts:
        if isinstance(fact, RefFact):
            target = names.get(row[name], row[name]) if isinstance(row[name], str) else None
            entity = cast(type[Recorded], fact.entity())
            if target in rows:
                row[name] = (rows[cast(str, target)],)
            elif entity.list in root and root is not row:
                row[name] = tuple(root[entity.list])
            else:
                row[name] = (blank(entity),)
