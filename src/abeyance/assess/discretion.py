"""How discretion was to be used on the day, and where this person stood, now and under the guidance of before.

It is told apart from any stay: no guidance gives anybody a right, and a stay may be refused to one whom it does not put first.
"""

from datetime import timedelta
from itertools import zip_longest

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.brief import Factor, Guidance, Stood
from abeyance.assess.reliefs import element
from abeyance.law.discretion.priorities import priority_on_the_day
from abeyance.law.discretion.weighing import Weighing, weighing_on
from abeyance.law.provisions import own_dates
from abeyance.law.tables import Part
from abeyance.logic.causes import causes
from abeyance.logic.specialising import is_seen


def guidance(ask: Inquiry) -> tuple[Guidance, ...]:
    """The guidance that governs on the day, whom it puts first, and what weighs, for and against."""
    return tuple(_told(ask, weighing) for weighing in weighing_on(ask.on))


def _told(ask: Inquiry, weighing: Weighing) -> Guidance:
    regime = weighing.regime
    return Guidance(
        regime.id,
        regime.title,
        regime.start,
        regime.end - timedelta(days=1) if regime.end else None,
        regime.rules,
        regime.first,
        tuple(_back(part) for part in regime.taken_back(ask.on)),
        tuple(element(ask, tier) for tier in weighing.tiers),
        tuple(
            Factor(regime.id, factor.shown.says, factor.weighs, words.truth(ask.ask(factor.shown).value), factor.proof)
            for factor in weighing.factors
        ),
        "" if regime.confidence == "sure" else regime.confidence,
        regime.source,
    )


def _back(part: Part) -> str:
    last = part.end - timedelta(days=1)
    return f"{part.what}, {part.start.isoformat()} to {last.isoformat()}: {part.how}"


def stood(ask: Inquiry) -> tuple[Stood, ...]:
    """Whether the respondent was a priority under the guidance of each time up to the day, as its last day found the facts."""
    expression = ask.expression(priority_on_the_day)
    [dated] = [d for d in own_dates(priority_on_the_day.expression) if len(d.versions) > 2]
    known = ask.known.toordinal() if ask.known else None
    seen = [v for v in dated.versions if is_seen(v, known) and v.start and v.start <= ask.on]
    found = []
    for version, after in zip_longest(seen, seen[1:]):
        assert version.start
        last = after.start - timedelta(days=1) if after and after.start else None
        valuation = ask.valuation_on((last or ask.on).toordinal())
        value = valuation.value(expression) if valuation else None
        why = words.causes(causes(valuation, expression)) if valuation and value is None else ()
        found.append(Stood(version.start, last, version.cite, version.note, words.truth(value), why, version.confirmed))
    return tuple(found)
