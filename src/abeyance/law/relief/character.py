"""Good moral character in the years before the decision.  INA 101(f)."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Conviction
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.crimes import is_petty, stands
from abeyance.logic.expressions import ON, Bool, all_, any_, not_, undetermined, years
from abeyance.logic.facts import at_least, exists
from abeyance.logic.values import Cause


def nothing_bars(case: Case, number: int) -> Bool:
    """Nothing in so many years before the day, or for some offenses ever, bars a finding of good moral character."""
    since = ON - years(number)

    def barring(conviction: Conviction) -> Bool:
        recent = (conviction.offense_on > since) & any_(
            conviction.controlled_substance, conviction.moral_turpitude & ~is_petty(case, conviction)
        )
        felony = conviction.aggravated_felony & (conviction.on >= date(1990, 11, 29))
        return all_(stands(conviction), any_(recent, felony))

    convicted = exists(case.convictions, stands)
    jailed = exists(
        case.custody,
        lambda c: all_(c.by.is_("criminal"), c.since <= ON, c.until > since, c.until.since(c.since) >= 180),
    )
    several = at_least(2, case.custody, lambda c: all_(c.by.is_("criminal"), c.since <= ON, c.until > since))
    not_summed = undetermined(Cause.NOT_ENCODED, "whether times in jail come to 180 days together is not summed")
    drunk = at_least(2, case.convictions, lambda c: all_(stands(c), c.drunk_driving, c.offense_on > since))
    presumed = undetermined(
        Cause.JUDGEMENT,
        "what two convictions of drunk driving weigh is for the judge; since October 2019 they raise a presumption against",
    )
    of_ten_years = any_(case.habitual_drunkard, case.vice)
    return all_(
        ~exists(case.convictions, barring),
        ~(convicted & jailed),
        any_(~convicted, ~several, not_summed),
        not_(all_(case.false_testimony > since, case.false_testimony <= ON)),
        not_(all_(case.helped_entry > since, case.helped_entry <= ON)),
        ~of_ten_years if number == 10 else any_(~of_ten_years, WHEN),
        any_(~drunk, presumed),
    )


WHEN = undetermined(Cause.MISSING, "whether drink or vice was within the years that count")


@provision(
    "canc.gmc",
    "INA 240A(b)(1)(B)",
    "INA 101(f)",
    "Matter of Ortega-Cabrera, 23 I&N Dec. 793 (BIA 2005)",
    "Matter of Castillo-Perez, 27 I&N Dec. 664 (A.G. 2019)",
    subject=Case,
    aliases=("def.gmc",),
    confidence=Confidence.PROBABLY,
    doubt="times in jail are not added up, the one small possession of marijuana that the Act forgives is not told apart, and "
    "a judge may find the want of it for other reasons",
    note="The ten years run back from the final decision, so that old conduct drops out and new conduct counts.",
)
def good_moral_character(case: Case, _: Case) -> Bool:
    """nothing in the last ten years, or for some offenses ever, bars a finding of good moral character"""
    return nothing_bars(case, 10)
