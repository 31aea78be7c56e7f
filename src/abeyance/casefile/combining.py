"""Several claims about one fact: what they leave together, and whether they exclude each other (SEMANTICS 5, 6)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from abeyance.casefile.claims import Claim, Value
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, MomentFact, NumberFact, RefFact
from abeyance.logic.values import Span

MOST_SIDES = 40


@dataclass(frozen=True)
class Combined:
    """The value that claims leave, and whether they conflict; in a conflict the value covers every side.

    A claim that agrees with every side narrows what they leave: typed on the 6th and signed on the 9th, and by the 10th
    in any case, is the 6th to the 9th.

    A reference is a tuple of the keys it may name.  Text in conflict is None: nothing may be written from it.
    """

    value: Any
    conflict: bool


def combine(fact: Fact, values: Sequence[Value], forked: bool = False) -> Combined:
    """What ``values`` (one or more) leave of ``fact``; ``forked`` says that they conflict even if they overlap.

    Claims that agree give the narrower claim's values, and their intersection only where both are exact.
    """
    if isinstance(fact, (DayFact, NumberFact, MomentFact)):
        return _spans([(v.span, v.exact) for v in values if v.span is not None], forked)
    if isinstance(fact, ChoiceFact):
        return _masks([v.mask for v in values if v.mask is not None], forked)
    if isinstance(fact, BoolFact):
        truths = {v.truth for v in values}
        return Combined(truths.pop() if len(truths) == 1 else None, forked or len(truths) > 1)
    if isinstance(fact, RefFact):
        return _keys([(v.text or "").split(" or ") for v in values], forked)
    return _texts([v.text or "" for v in values], forked)


def sides(fact: Fact, claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The sides of a conflict: each a group of claims that agree.  Claims that agree with every other take no side.

    Beyond MOST_SIDES different values every value is a side, without a search for those that agree.
    """

    def differ(*group: Value) -> bool:
        return combine(fact, group).conflict

    by_value: dict[tuple[Any, ...], list[Claim]] = {}
    for claim in claims:
        value = claim.value
        by_value.setdefault((value.span, value.mask, value.truth, value.text, value.exact), []).append(claim)
    alike = list(by_value.values())
    if len(alike) > MOST_SIDES:
        return tuple(map(tuple, alike))
    groups: list[list[Claim]] = []
    for same in alike:
        value = same[0].value
        if any(differ(value, other[0].value) for other in alike):
            home = next((group for group in groups if not differ(*(c.value for c in group), value)), None)
            if home is None:
                groups.append(list(same))
            else:
                home.extend(same)
    # Sets can exclude each other three at a time while every two overlap; then each value is a side.
    return tuple(map(tuple, groups)) or tuple(map(tuple, alike))


def _spans(spans: Sequence[tuple[Span, bool]], forked: bool) -> Combined:
    first, last = max(s[0] for s, _ in spans), min(s[1] for s, _ in spans)
    if forked or first > last:
        apart = [s for s, _ in spans if forked or any(s[0] > other[1] or other[0] > s[1] for other, _ in spans)]
        agreed = [s for s, is_exact in spans if is_exact and s not in apart]
        return Combined(
            (
                max([min(s[0] for s in apart), *(s[0] for s in agreed)]),
                min([max(s[1] for s in apart), *(s[1] for s in agreed)]),
            ),
            True,
        )
    exact = [s for s, is_exact in spans if is_exact]
    candidates = [s for s, is_exact in spans if not is_exact]
    if exact:
        candidates.insert(0, (max(s[0] for s in exact), min(s[1] for s in exact)))
    return Combined(min(candidates, key=lambda s: s[1] - s[0]), False)


def _masks(masks: Sequence[int], forked: bool) -> Combined:
    common = reduce(and_, masks)
    if common and not forked:
        return Combined(common, False)
    apart = [mask for mask in masks if forked or any(not mask & other for other in masks)] or masks
    cover, agreed = reduce(or_, apart), reduce(and_, (mask for mask in masks if mask not in apart), -1)
    return Combined(cover & agreed if all(mask & agreed for mask in apart) else cover, True)


def _keys(named: Sequence[Sequence[str]], forked: bool) -> Combined:
    union = tuple(dict.fromkeys(key for keys in named for key in keys))
    common = tuple(key for key in union if all(key in keys for keys in named))
    conflict = forked or not common
    return Combined(union if conflict else common, conflict)


def _texts(texts: Sequence[str], forked: bool) -> Combined:
    """Words agree where one has all the words of the other: ``Derby`` and ``Derby, Connecticut``; the fuller is kept.

    A word that denies is not one more word: ``dismissed`` and ``not dismissed`` differ.
    """
    fullest = max(texts, key=lambda text: len(_words(text)))
    conflict = forked or any(_differ(text, fullest) for text in texts)
    return Combined(None if conflict else fullest, conflict)


def _differ(text: str, fuller: str) -> bool:
    """Whether a text says other words than a fuller one, also with all blanks and signs left out: ``A000-000-001``."""
    words, most = _words(text), _words(fuller)
    if "".join(_in_order(text)) == "".join(_in_order(fuller)):
        return False
    return not words <= most or bool((most - words) & _DENIALS)


_DENIALS = {"not", "no", "never", "none", "without", "neither", "nor"}


def _words(text: str) -> set[str]:
    return set(_in_order(text))


def _in_order(text: str) -> list[str]:
    same = unicodedata.normalize("NFKC", text)  # an accent typed with its letter, or after it
    return re.findall(r"\w+", same.casefold()) or [same]
