"""Which statements still stand: a correction supersedes, a withdrawal ends, a person sets aside (SEMANTICS 10, 11).

What has once been superseded stays so.  That its successor is corrected or withdrawn in turn revives nothing, unless the
withdrawal says so.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter

from abeyance.casefile.claims import CaseFile, Claim, Completeness, Statement
from abeyance.casefile.identity import identify
from abeyance.casefile.places import parse_reference


class Fate(StrEnum):
    """What has become of a statement."""

    LIVE = "live"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    SET_ASIDE = "set aside"
    ACT = "ends or revives another claim"  # says nothing of its own
    NOT_HAD = "not yet had by the office"


def fates(group: Sequence[Statement]) -> list[Fate]:
    """What has become of each of the statements about one thing, all of them known, in their order."""
    named = _References(group)
    ended: dict[int, list[tuple[int, Fate]]] = {}
    for i, act in enumerate(group):
        for reference, fate in _ends(act):
            for target in named(reference, i):
                ended.setdefault(target, []).append((i, fate))
    for i, act in enumerate(group):
        if act.revives and i not in ended:
            for target in named(act.revives, i):
                ended[target] = [end for end in ended.get(target, []) if not _undone(end[0], i, ended, group)]
    return [
        ended[i][-1][1] if ended.get(i) else Fate.LIVE if says_something(statement) else Fate.ACT
        for i, statement in enumerate(group)
    ]


def forked(claims: Sequence[Claim], live: Sequence[Claim]) -> list[Claim]:
    """The ``live`` claims that correct one and the same of ``claims`` to different values."""
    named = _References(claims)
    targets: dict[int, list[Claim]] = {}
    positions = {id(claim): i for i, claim in enumerate(claims)}
    for claim in live:
        for target in named(claim.corrects, positions[id(claim)]) if claim.corrects else ():
            targets.setdefault(target, []).append(claim)
    return [c for side in targets.values() if len({_said(c) for c in side}) > 1 for c in side]


def about(case: CaseFile) -> list[list[Statement]]:
    """The statements of a file, those about one thing together: a fact of a subject, a list, two subjects' being one."""
    name = identify(case.subjects, case.identities, ()).name
    grouped: dict[object, list[Statement]] = defaultdict(list)
    for claim in case.claims:
        grouped[name(claim.subject), claim.fact].append(claim)
    for completeness in case.completeness:
        grouped[completeness.list].append(completeness)
    for identity in case.identities:
        grouped[frozenset((identity.one, identity.other))].append(identity)
    return list(grouped.values())


def loose_ends(case: CaseFile) -> tuple[tuple[Statement, str], ...]:
    """The statements of a file that act on another which is not there, each with the reference that leads nowhere."""
    return tuple(
        (statement, reference)
        for group in about(case)
        for named in (_References(group),)
        for i, statement in enumerate(group)
        for reference in references(statement)
        if not named(reference, i)
    )


def circles(case: CaseFile) -> tuple[Statement, ...]:
    """Statements of a file that end each other in a circle, one of each circle's."""
    found: list[Statement] = []
    for group in about(case):
        named = _References(group)
        graph = {i: {t for reference, _ in _ends(act) for t in named(reference, i)} for i, act in enumerate(group)}
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            found.append(group[min(error.args[1])])
    return tuple(found)


def references(statement: Statement) -> list[str]:
    """What a statement refers to."""
    every = (statement.corrects, statement.withdraws, statement.revives, statement.sets_aside)
    return [reference for reference in every if reference]


def says_something(statement: Statement) -> bool:
    """Whether a statement says something itself, and does not only act on another."""
    if isinstance(statement, Completeness):
        return not statement.leaves_open
    if isinstance(statement, Claim):
        value = statement.value
        return not (value.span is None and value.mask is None and value.truth is None and value.text is None)
    return statement.says


class _References:
    """What references within a group of statements mean: ``letter``, or ``letter@¶2`` where the source makes several."""

    def __init__(self, group: Sequence[Statement]) -> None:
        self.group = group
        self.by_source: dict[str, list[int]] = defaultdict(list)
        for i, statement in enumerate(group):
            self.by_source[statement.source.key].append(i)

    def __call__(self, reference: str, act: int) -> list[int]:
        """The positions of the other statements that a reference made by ``act`` means."""
        try:
            source, place = parse_reference(reference)
        except ValueError:
            return []
        return [
            i for i in self.by_source.get(source, ()) if i != act and (place is None or self.group[i].place == place)
        ]


def _said(claim: Claim) -> tuple[object, ...]:
    return (claim.value.span, claim.value.mask, claim.value.truth, claim.value.text)


def _ends(act: Statement) -> list[tuple[str, Fate]]:
    ends = [(act.corrects, Fate.CORRECTED), (act.withdraws, Fate.WITHDRAWN), (act.sets_aside, Fate.SET_ASIDE)]
    return [(reference, fate) for reference, fate in ends if reference]


def _undone(end: int, revival: int, ended: dict[int, list[tuple[int, Fate]]], group: Sequence[Statement]) -> bool:
    """Whether a revival undoes the end that another act made: one that it withdraws itself, or any recorded before it."""
    return any(by == revival for by, _ in ended.get(end, ())) or _moment(end, group) < _moment(revival, group)


def _moment(i: int, group: Sequence[Statement]) -> tuple[date, int]:
    return (group[i].recorded or group[i].source.recorded or date.min, i)
