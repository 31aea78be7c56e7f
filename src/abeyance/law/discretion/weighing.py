"""Which factors count under which regime of discretion, with what would carry each (``tables/regimes.yaml``)."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from abeyance.casefile.vocabulary import Case
from abeyance.law.discretion.factors import (
    arrested,
    came_as_child,
    came_lawfully,
    came_ten_years_ago,
    cares_for_the_ill,
    citizen_family,
    elderly,
    files_taxes,
    gang,
    gravely_ill,
    minor,
    misrepresented,
    no_conviction,
    pregnant_or_nursing,
    request_open,
    schooled_here,
    served,
    stayed_before,
    supervised,
    tied_to_community,
    victim_or_witness,
    works,
)
from abeyance.law.discretion.tiers import (
    came_back_after_removal,
    convicted_of_crime,
    danger_2011,
    did_not_depart_2017,
    fugitive_2011,
    new_order_2014,
    newcomer_2014,
    priority_2017,
    priority_2021,
    priority_2025,
    priority_guidelines,
    recent_2011,
    security_danger,
    threat_2014,
    under_order,
)
from abeyance.law.provisions import Provision
from abeyance.law.relief.cancellation import danger_abroad, dependent_relative, sole_income
from abeyance.law.relief.reliefs import Factor
from abeyance.law.tables import Regime, regimes
from abeyance.logic.expressions import Bool

PROOF: tuple[tuple[Provision[Case, Bool], str], ...] = (
    (came_ten_years_ago, "a paper of every year: leases, school and medical records, tax returns"),
    (came_as_child, "birth certificate; school records from the first year"),
    (came_lawfully, "I-94, visa and stamps"),
    (citizen_family, "birth, marriage and naturalization certificates"),
    (dependent_relative, "tax returns; letters of doctors and schools"),
    (sole_income, "W-2s and tax returns of the household"),
    (minor, "birth certificate"),
    (elderly, "birth certificate or passport"),
    (gravely_ill, "a doctor's letter of the last sixty days: diagnosis, treatment, outlook"),
    (pregnant_or_nursing, "a doctor's note with the day"),
    (cares_for_the_ill, "a doctor's letter; who gives the care, and why nobody else can"),
    (served, "form DD-214; orders"),
    (schooled_here, "transcripts, diploma"),
    (works, "a letter of the employer; W-2s"),
    (files_taxes, "tax transcripts"),
    (tied_to_community, "letters of people who give their names; the deed"),
    (victim_or_witness, "the certification, the receipt, police and court records"),
    (danger_abroad, "death certificates, police reports, affidavits, press"),
    (request_open, "the filing receipt"),
    (supervised, "form I-220B, and the sheet of reporting days"),
    (stayed_before, "every grant letter"),
    (no_conviction, "certified searches: FBI, and each state and place lived in"),
    (convicted_of_crime, "the certified record; proof of rehabilitation"),
    (arrested, "the police and court record, with what came of it"),
    (under_order, "the order and its notice; say why it was not carried out"),
    (came_back_after_removal, "the A-file"),
    (misrepresented, "the A-file; advice before anything is said"),
    (gang, "what the allegation rests on, and what rebuts it"),
    (security_danger, "what the allegation rests on, and what rebuts it"),
)
_FACTORS = {shown.id: (shown, proof) for shown, proof in PROOF}
TIERS: dict[str, Provision[Case, Any]] = {
    tier.id: tier
    for tier in (
        danger_2011,
        recent_2011,
        fugitive_2011,
        threat_2014,
        newcomer_2014,
        new_order_2014,
        did_not_depart_2017,
        priority_2017,
        priority_2021,
        priority_guidelines,
        priority_2025,
    )
}


@dataclass(frozen=True)
class Weighing:
    """A regime of discretion, the tiers it made and the factors it named, in the order of the table."""

    regime: Regime
    tiers: tuple[Provision[Case, Any], ...]
    factors: tuple[Factor, ...]


@cache
def weighings() -> tuple[Weighing, ...]:
    """Every regime of the table, with its provisions; raises KeyError where the table names one that there is not."""
    return tuple(
        Weighing(
            regime,
            tuple(TIERS[id] for id in regime.tiers),
            (
                *(Factor(shown=_FACTORS[id][0], weighs="for", proof=_FACTORS[id][1]) for id in regime.in_favor),
                *(Factor(shown=_FACTORS[id][0], weighs="against", proof=_FACTORS[id][1]) for id in regime.against),
            ),
        )
        for regime in regimes()
    )


def weighing_on(day: date) -> tuple[Weighing, ...]:
    """The regimes that governed on a day, the one that says whom to put first before those that say what weighs."""
    return tuple(w for w in weighings() if w.regime.governs(day))
