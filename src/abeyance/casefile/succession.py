"""Which claims still stand: a correction supersedes, a withdrawal ends, a person sets aside (SEMANTICS 10, 11).

What has once been superseded stays so.  That its successor is corrected or withdrawn in turn revives nothing, unless the
withdrawal says so.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from abeyance.casefile.claims import CaseFile, Claim


class Fate(StrEnum):
    """What has become of a claim."""

    LIVE = "live"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    SET_ASIDE = "set aside"
    ACT = "ends or revives another claim"  # says no value of its own
    NOT_HAD = "not yet had by the office"


def fates(claims: Sequence[Claim]) -> list[Fate]:
    """What has become of each of the claims about one fact, all of them known, in their order."""
    ended: dict[int, list[tuple[int, Fate]]] = {}
    for i, act in enumerate(claims):
        for reference, fate in _ends(act):
            for target in _named(reference, i, claims):
                ended.setdefault(target, []).append((i, fate))
    for i, act in enumerate(claims):
        if act.revives and i not in ended:
            for target in _named(act.revives, i, claims):
                ended[target] = [end for end in ended.get(target, []) if not _undone(end[0], i, ended, claims)]
    return [
        ended[i][-1][1] if ended.get(i) else Fate.LIVE if says_something(claim) else Fate.ACT
        for i, claim in enumerate(claims)
    ]


def forked(claims: Sequence[Claim], live: Sequence[Claim]) -> list[Claim]:
    """The ``live`` claims that correct one and the same of ``claims`` to different values."""
    targets: dict[int, list[Claim]] = {}
    positions = {id(claim): i for i, claim in enumerate(claims)}
    for claim in live:
        for target in _named(claim.corrects, positions[id(claim)], claims) if claim.corrects else ():
            targets.setdefault(target, []).append(claim)
    return [c for side in targets.values() if len({_said(c) for c in side}) > 1 for c in side]


def loose_ends(case: CaseFile) -> tuple[tuple[Claim, str], ...]:
    """The claims of a file whose ``corrects``, ``withdraws``, ``revives`` or ``sets aside`` names no other claim, with the name."""
    grouped: dict[tuple[str, str], list[Claim]] = {}
    for claim in case.claims:
        grouped.setdefault((claim.subject, claim.fact), []).append(claim)
    return tuple(
        (claim, reference)
        for claims in grouped.values()
        for i, claim in enumerate(claims)
        for reference in (claim.corrects, claim.withdraws, claim.revives, claim.sets_aside)
        if reference and not _named(reference, i, claims)
    )


def says_something(claim: Claim) -> bool:
    """Whether a claim gives its fact a value, and does not only act on another claim."""
    value = claim.value
    return not (value.span is None and value.mask is None and value.truth is None and value.text is None)


def _said(claim: Claim) -> tuple[object, ...]:
    return (claim.value.span, claim.value.mask, claim.value.truth, claim.value.text)


def _ends(act: Claim) -> list[tuple[str, Fate]]:
    ends = [(act.corrects, Fate.CORRECTED), (act.withdraws, Fate.WITHDRAWN), (act.sets_aside, Fate.SET_ASIDE)]
    return [(reference, fate) for reference, fate in ends if reference]


def _named(reference: str, act: int, claims: Sequence[Claim]) -> list[int]:
    """The other claims that a reference means: ``letter``, or ``letter@¶2`` where the source makes several."""
    source, _, place = reference.partition("@")
    source, place = source.strip(), place.replace("par", "¶").replace(" ", "")
    return [
        i
        for i, claim in enumerate(claims)
        if i != act and claim.source.key == source and (not place or str(claim.place) == place)
    ]


def _undone(end: int, revival: int, ended: dict[int, list[tuple[int, Fate]]], claims: Sequence[Claim]) -> bool:
    """Whether a revival undoes the end that another act made: one that it withdraws itself, or any recorded before it."""
    return any(by == revival for by, _ in ended.get(end, ())) or _moment(end, claims) < _moment(revival, claims)


def _moment(i: int, claims: Sequence[Claim]) -> tuple[date, int]:
    return (claims[i].recorded or claims[i].source.recorded or date.min, i)
