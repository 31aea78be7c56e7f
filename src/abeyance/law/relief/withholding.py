"""Withholding of removal, and protection under the Convention against Torture.  INA 241(b)(3); 8 CFR 1208.16-.18.

No time to apply in, no discretion, no family that follows, no way to residence; and removal to another country stays possible.
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, FearScreening
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.asylum import (
    HARM,
    KIN,
    MOVED,
    OFFICIALS,
    REPORTED,
    crime_abroad_bars,
    danger_to_security,
    is_credible,
    took_part_in_persecution,
)
from abeyance.law.relief.crimes import stands
from abeyance.law.relief.gates import no_final_order
from abeyance.law.relief.groups import for_a_ground
from abeyance.law.relief.reliefs import Factor, Judgement, Relief
from abeyance.logic.expressions import NO, ON, YES, Bool, Version, all_, any_, by_choice, by_date, not_, undetermined
from abeyance.logic.facts import at_least, exists
from abeyance.logic.values import Cause

# --- the way to it --------------------------------------------------------------------------------------------------------


def _passed(screening: FearScreening) -> Bool:
    """An officer, or the judge after review, found a reasonable or credible fear, and withholding was not denied for good."""
    by_officer = screening.finding.is_("positive") & (screening.found <= ON)
    by_judge = screening.review.is_("vacated") & (screening.reviewed <= ON)
    on_appeal = (screening.withholding_appealed <= ON) & not_(screening.appeal_decided <= ON)
    won = screening.appeal_outcome.is_in("granted", "remanded") & (screening.appeal_decided <= ON)
    not_lost = any_(not_(screening.withholding_decided <= ON), screening.withholding.is_("granted"), on_appeal, won)
    return (by_officer | by_judge) & not_lost


@provision(
    "gate.withholding",
    "INA 241(b)(3)",
    "8 CFR 1208.31(e), (g)(2)",
    "8 CFR 1003.2, 1003.23",
    subject=Case,
    note="With a final order of a judge the case must be reopened; under an order that DHS makes, a fear screening must be passed.",
)
def withholding_can_be_heard(case: Case, _: Case) -> Bool:
    """a judge can hear withholding: no final order stands, or a screening of fear was passed and no denial followed"""
    return any_(no_final_order(case, case), exists(case.fear_screenings, _passed))


# --- withholding ----------------------------------------------------------------------------------------------------------


def _fears(case: Case) -> Bool:
    """Some harm is feared."""
    return exists(case.fears, lambda f: f.since <= ON)


@provision(
    "wh.threat",
    "INA 241(b)(3)(A)",
    "8 CFR 1208.16(b)",
    "INS v. Stevic, 467 U.S. 407 (1984)",
    subject=Case,
    note="Past persecution for the ground raises a presumption.",
)
def more_likely_than_not(case: Case, _: Case) -> Bool:
    """it is more likely than not that the respondent's life or freedom would be threatened there"""
    return _fears(case) & undetermined(Cause.JUDGEMENT, "whether it is more likely than not is for the judge")


@provision(
    "wh.nexus",
    "INA 241(b)(3)(C)",
    "Matter of C-T-L-, 25 I&N Dec. 341 (BIA 2010)",
    "Barajas-Romero v. Lynch, 846 F.3d 351 (9th Cir. 2017)",
    "Guzman-Vazquez v. Barr, 959 F.3d 253 (6th Cir. 2020)",
    subject=Case,
    confidence=Confidence.UNSETTLED,
    doubt="the Board asks for one central reason here too; the Sixth and Ninth Circuits for a reason; the others were not all read",
)
def threatened_for_ground(case: Case, _: Case) -> Bool:
    """the threat is because of the ground"""
    central = undetermined(
        Cause.UNSETTLED, "whether one central reason is needed, as the Board says, or a reason is enough"
    )
    a_reason = undetermined(Cause.JUDGEMENT, "whether the ground is a reason is for the judge")
    return _fears(case) & by_choice(case.circuit, {("6", "9"): a_reason}, central)


BEFORE_1997 = Version(None, "former INA 243(h)(2)")
FIVE_YEARS = Version(date(1997, 4, 1), "INA 241(b)(3)(B)")


@provision(
    "wh.bar.psc",
    "INA 241(b)(3)(B)(ii) and the sentence after (iv)",
    "Matter of N-A-M-, 24 I&N Dec. 336 (BIA 2007)",
    "Matter of Y-L-, A-G- & R-S-R-, 23 I&N Dec. 270 (A.G. 2002)",
    "Delgado v. Holder, 648 F.3d 1095 (9th Cir. 2011)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="whether the conviction is final is not looked at; that an offense is an aggravated felony is taken from the file; the law "
    "before April 1997, which goes on for cases begun then, is not encoded",
    note="Sentences are those ordered, suspended or not. Trafficking in drugs is presumed particularly serious, and hardly ever found "
    "otherwise. An offense need not be an aggravated felony.",
)
def crime_bars_withholding(case: Case, _: Case) -> Bool:
    """a conviction of a particularly serious crime bars withholding: aggravated felonies with five years together always do"""
    five = exists(case.convictions, lambda c: all_(stands(c), c.aggravated_felony, c.sentence_months >= 60))
    several = at_least(2, case.convictions, lambda c: all_(stands(c), c.aggravated_felony, c.sentence_months > 0))
    any_crime = exists(case.convictions, lambda c: stands(c) & not_(c.level.is_("infraction")))
    formerly = undetermined(Cause.NOT_ENCODED, "which crimes barred withholding of deportation is not encoded")
    together = several & undetermined(
        Cause.NOT_ENCODED, "whether the sentences come to five years together is not summed"
    )
    weighed = any_crime & undetermined(
        Cause.JUDGEMENT, "whether another crime is particularly serious is for the judge"
    )
    return any_(five & by_date(ON, (BEFORE_1997, formerly), (FIVE_YEARS, YES)), together, weighed)


@provision("wh.no-bar", "INA 241(b)(3)(B)", "INA 237(a)(4)(D)", subject=Case, aliases=("wh.no_bar",))
def no_bar_to_withholding(case: Case, _: Case) -> Bool:
    """no persecution of others, particularly serious crime, crime abroad or danger to security bars withholding"""
    return ~any_(
        took_part_in_persecution(case, case),
        crime_bars_withholding(case, case),
        crime_abroad_bars(case, case),
        danger_to_security(case, case),
    )


# --- the Convention against Torture -----------------------------------------------------------------------------------------

NO_RULES = Version(
    None, "before 8 CFR 208.16(c)", note="until then INS asked for informal review, which is not encoded"
)
TORTURE_RULES = Version(
    date(1999, 3, 22), "64 Fed. Reg. 8478; 8 CFR 208.16(c)-(f), 208.17, 208.18", known=date(1999, 2, 19)
)


@provision(
    "cat.in-force",
    "64 Fed. Reg. 8478",
    "8 CFR 1208.16-.18",
    subject=Case,
    note="Who was ordered removed before could move to reopen on it until 1999-06-21.",
)
def torture_rules_in_force(case: Case, _: Case) -> Bool:
    """a judge can grant protection under the Convention against Torture"""
    return by_date(ON, (NO_RULES, NO), (TORTURE_RULES, YES))


@provision(
    "cat.torture",
    "8 CFR 1208.16(c)(2), 1208.18(a)",
    "Matter of J-F-F-, 23 I&N Dec. 912 (A.G. 2006)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="that every link of a chain of events must itself be likely is the Attorney General's reading, which circuits "
    "word differently",
    note="Severe pain or suffering, inflicted on purpose, and not by lawful sanctions. Why need not be a protected ground.",
)
def torture_is_likely(case: Case, _: Case) -> Bool:
    """it is more likely than not that the respondent would be tortured"""
    return _fears(case) & undetermined(Cause.JUDGEMENT, "whether torture is more likely than not is for the judge")


@provision(
    "cat.state",
    "8 CFR 1208.18(a)(1), (7)",
    "Matter of O-F-A-S-, 28 I&N Dec. 35 (A.G. 2020)",
    "Zheng v. Ashcroft, 332 F.3d 1186 (9th Cir. 2003)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="what an official must know, and whether turning a blind eye is enough, was asked differently before 2003 and by circuit",
    note="Acquiescence is to know of it beforehand and to fail in the duty to step in.",
)
def officials_let_it_be(case: Case, _: Case) -> Bool:
    """an official would do it, or consent to it, or let it be"""
    return _fears(case) & undetermined(Cause.JUDGEMENT, "whether officials would let it be is for the judge")


@provision("cat.shown.torture", "8 CFR 1208.16(c)(3)(i)", subject=Case)
def torture_is_feared(case: Case, _: Case) -> Bool:
    """what is feared is torture, as the respondent tells it"""
    return exists(case.fears, lambda f: f.torture & (f.since <= ON))


@provision("cat.shown.officials-knew", "8 CFR 1208.18(a)(7)", subject=Case)
def officials_knew(case: Case, _: Case) -> Bool:
    """officials knew of such harm, or took part in it"""
    return exists(case.fears, lambda f: f.officials_knew & (f.since <= ON))


TORTURE = Factor(shown=torture_is_feared, weighs="for", proof="medical records, an expert, reports on the country")
KNEW = Factor(shown=officials_knew, weighs="for", proof="complaints and what came of them, reports, press")
BY_TORTURE = (
    Judgement(of=torture_is_likely, factors=(TORTURE, HARM, MOVED)),
    Judgement(of=officials_let_it_be, factors=(OFFICIALS, KNEW, REPORTED)),
)

WITHHOLDING = Relief(
    id="withholding",
    title="Withholding of removal",
    asked_of="immigration judge, on form I-589",
    grants="no removal to that country, and a work permit; no residence, nobody follows, and removal elsewhere stays possible",
    elements=(more_likely_than_not, for_a_ground, threatened_for_ground, is_credible, no_bar_to_withholding),
    gates=(withholding_can_be_heard,),
    judgements=(Judgement(of=more_likely_than_not, factors=(HARM, KIN, OFFICIALS, MOVED)),),
)

CAT_WITHHOLDING = Relief(
    id="cat.withholding",
    title="Withholding under the Convention against Torture",
    asked_of="immigration judge, on form I-589",
    grants="no removal to that country, and a work permit; no residence, nobody follows, and removal elsewhere stays possible",
    elements=(torture_rules_in_force, torture_is_likely, officials_let_it_be, is_credible, no_bar_to_withholding),
    gates=(withholding_can_be_heard,),
    judgements=BY_TORTURE,
)

CAT_DEFERRAL = Relief(
    id="cat.deferral",
    title="Deferral of removal under the Convention against Torture",
    asked_of="immigration judge, on form I-589",
    grants="no removal to that country for now: no crime bars it, it is easier to end, and custody may go on",
    elements=(torture_rules_in_force, torture_is_likely, officials_let_it_be, is_credible),
    gates=(withholding_can_be_heard,),
    judgements=BY_TORTURE,
)
