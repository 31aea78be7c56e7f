"""Who is who: mentions, and what was said of their being one with somebody or not (SEMANTICS 13).

An individual is different from every other individual.  A mention may be any of them until ``same_as`` merges it into one,
or ``different_from`` sets it apart from all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from abeyance.casefile.claims import Identity, Subject
from abeyance.logic.values import Presence


@dataclass(frozen=True)
class Identities:
    """Who is who.  ``names`` gives, for every subject merged into another, that other; ``contested`` are the words that
    contradict each other; ``doubtful`` the individuals that may be one with an earlier one; ``apart`` the pairs that are two."""

    names: dict[str, str]
    contested: tuple[Identity, ...]
    doubtful: frozenset[str]
    apart: frozenset[frozenset[str]]

    def name(self, subject: str) -> str:
        """The subject's own key, or that of the one it is merged into."""
        return self.names.get(subject, subject)


def identify(subjects: Sequence[Subject], said: Sequence[Identity], weak: Sequence[Identity]) -> Identities:
    """Who is who by what was ``said``.

    ``weak`` words are too weak to merge two subjects, yet enough that they are not counted as surely two.
    """
    order = {s.key: (s.mention, i) for i, s in enumerate(subjects)}  # individuals first, then in the order of the file
    entity = {s.key: s.entity for s in subjects}
    groups = _groups([i for i in said if i.same and entity.get(i.one, "") == entity.get(i.other)])
    names: dict[str, str] = {}
    contested: list[Identity] = []
    doubtful: set[str] = set()
    for group in groups:
        within = [i for i in said if {i.one, i.other} <= group]
        core = _core(group, within)
        contested += [i for i in within if {i.one, i.other} <= core]
        for one in _groups([i for i in within if i.same and not {i.one, i.other} <= core]):
            first, *others = sorted(one, key=lambda key: order[key])
            names |= dict.fromkeys(others, first)
        doubtful |= set(sorted({names.get(key, key) for key in core}, key=lambda key: order[key])[1:])
    for group in _groups([i for i in weak if i.same and i.one in order and i.other in order]):
        doubtful |= set(sorted({names.get(key, key) for key in group}, key=lambda key: order[key])[1:])
    apart = {frozenset((names.get(i.one, i.one), names.get(i.other, i.other))) for i in said if not i.same}
    return Identities(names, tuple(contested), frozenset(doubtful), frozenset(apart))


def _groups(identities: Sequence[Identity]) -> list[set[str]]:
    """The subjects that are the same by a chain of words."""
    groups: list[set[str]] = []
    for identity in identities:
        touched = [g for g in groups if identity.one in g or identity.other in g]
        groups = [g for g in groups if g not in touched]
        groups.append({identity.one, identity.other}.union(*touched))
    return groups


def _core(group: set[str], words: Sequence[Identity]) -> set[str]:
    """Those of a group that are called the same and not the same, with whoever links them; none where nobody is.

    Whoever is linked to one of them alone is one with that one, whatever becomes of the others.
    """
    at_odds = {key for i in words if not i.same for key in (i.one, i.other)}
    core = set(group) if at_odds else set()
    while loose := {key for key in core - at_odds if len(_linked(key, core, words)) < 2}:
        core -= loose
    return core


def _linked(key: str, core: set[str], words: Sequence[Identity]) -> set[str]:
    return {other for i in words if i.same and key in (i.one, i.other) for other in (i.one, i.other)} & core - {key}


def presences(subjects: Sequence[Subject], identities: Identities, kinds: Mapping[str, int | None]) -> dict[str, int]:
    """How surely each of ``subjects`` (of one entity, merged ones left out) stands for somebody of its own.

    ``kinds`` has the choice of each subject's kind, as a mask: a spouse is no child, and need not be said to be another.
    """
    found = {s.key: Presence.MENTION if s.mention or s.key in identities.doubtful else Presence.SURE for s in subjects}
    merged_individuals = {identities.name(s.key) for s in subjects if not s.mention}
    for subject in subjects:
        if subject.mention and subject.key not in merged_individuals and subject.key not in identities.doubtful:
            others = [key for key, presence in found.items() if presence == Presence.SURE]
            told = any(subject.key in pair for pair in identities.apart)
            if told and all(_are_two(subject.key, other, identities, kinds) for other in others):
                found[subject.key] = Presence.SURE
    return found


def _are_two(one: str, other: str, identities: Identities, kinds: Mapping[str, int | None]) -> bool:
    if frozenset((one, other)) in identities.apart:
        return True
    kind, other_kind = kinds.get(one), kinds.get(other)
    return kind is not None and other_kind is not None and not kind & other_kind
