"""Several claims about one fact: what they leave together, and whether they exclude each other (SEMANTICS 5, 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from abeyance.casefile.claims import Claim, Value
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, MomentFact, NumberFact
from abeyance.logic.values import Span


@dataclass(frozen=True)
class Combined:
    """The value claims leave, and whether they conflict; in a conflict the value covers them all."""

    value: Any
    conflict: bool


def combine(fact: Fact, values: Sequence[Value]) -> Combined:
    """What ``values`` (one or more) leave of ``fact``.

    Claims that agree give the narrower claim's values, and their intersection only where both are exact.
    """
    if isinstance(fact, (DayFact, NumberFact, MomentFact)):
        return _spans([(v.span, v.exact) for v in values if v.span is not None])
    if isinstance(fact, ChoiceFact):
        return _masks([v.mask for v in values if v.mask is not None])
    if isinstance(fact, BoolFact):
        truths = {v.truth for v in values}
        return Combined(truths.pop() if len(truths) == 1 else None, len(truths) > 1)
    texts = [v.text or "" for v in values]
    return Combined(texts[0], len({" ".join(t.casefold().split()) for t in texts}) > 1)


def _spans(spans: Sequence[tuple[Span, bool]]) -> Combined:
    first, last = max(s[0] for s, _ in spans), min(s[1] for s, _ in spans)
    if first > last:
        return Combined((min(s[0] for s, _ in spans), max(s[1] for s, _ in spans)), True)
    exact = [s for s, is_exact in spans if is_exact]
    rounded = [s for s, is_exact in spans if not is_exact]
    candidates = [*rounded]
    if exact:
        candidates.insert(0, (max(s[0] for s in exact), min(s[1] for s in exact)))
    return Combined(min(candidates, key=lambda s: s[1] - s[0]), False)


def _masks(masks: Sequence[int]) -> Combined:
    common, union = masks[0], 0
    for mask in masks:
        common &= mask
        union |= mask
    return Combined(common or union, not common)


def live(claims: Sequence[Claim]) -> list[Claim]:
    """The claims about one fact that stand: none that was corrected, withdrawn or set aside, unless revived (SEMANTICS 10)."""
    ended = {id(c) for act in claims for ref in (act.corrects, act.withdraws, act.sets_aside) if ref for c in _named(ref, act, claims)}
    revived = {id(c) for act in claims if act.revives and id(act) not in ended for c in _named(act.revives, act, claims)}
    return [c for c in claims if (id(c) not in ended or id(c) in revived) and not (c.withdraws or c.sets_aside)]


def forks(claims: Sequence[Claim]) -> bool:
    """Whether two live corrections of the same claim stand side by side."""
    corrected = [c.corrects for c in live(claims) if c.corrects]
    return len(corrected) != len(set(corrected))


def _named(reference: str, act: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """The other claims a reference means: ``letter``, or ``letter@¶2`` where the source has several."""
    source, _, place = reference.partition("@")
    return [c for c in claims if c is not act and c.source.key == source.strip() and (not place or str(c.place) == place.strip())]
