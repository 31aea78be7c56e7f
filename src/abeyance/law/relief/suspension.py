"""Suspension of deportation, for cases begun before the Act of 1996.  Former INA 244(a)."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Entry
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.cancellation import cancellation_in_discretion
from abeyance.law.relief.character import nothing_bars
from abeyance.law.relief.gates import no_final_order, not_reinstated
from abeyance.law.relief.reliefs import Relief
from abeyance.logic.expressions import (
    NO,
    ON,
    Bool,
    Version,
    all_,
    any_,
    by_date,
    days,
    undetermined,
    unsettled,
    years,
)
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause

OLD_FORM = "the text of the former section was not read"
NOT_STOPPED = Version(None, "former INA 244(a)", note="nothing stopped the seven years")
CONTESTED = Version(
    date(1996, 9, 30),
    "IIRIRA 309(c)(5); Matter of N-J-B-, 21 I&N Dec. 812 (BIA 1997), vacated by the Attorney General",
    known=date(1996, 9, 30),
)
STOPPED = Version(date(1997, 11, 19), "IIRIRA 309(c)(5), as amended by NACARA 203(a)", known=date(1997, 11, 19))


@provision(
    "susp.proceeding",
    "former INA 244(a)",
    "IIRIRA 309(c)(1)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=OLD_FORM,
)
def begun_before_the_act(case: Case, _: Case) -> Bool:
    """an order to show cause was filed before 1997-04-01, so that the case is one of deportation under the former law"""
    osc = exists(case.charging_documents, lambda d: d.kind.is_("order to show cause") & (d.filed <= date(1997, 3, 31)))
    anew = exists(case.charging_documents, lambda d: d.kind.is_("notice to appear") & (d.filed <= ON))
    ended = undetermined(Cause.MISSING, "whether the old case was ended and begun anew with the notice to appear")
    return all_(osc, any_(~anew, ended))


@provision(
    "susp.presence",
    "former INA 244(a)(1)",
    "IIRIRA 309(c)(5)",
    "Matter of Mendoza-Sandino, 22 I&N Dec. 1236 (BIA 2000)",
    subject=Case,
    aliases=("susp.presence7",),
    confidence=Confidence.PROBABLY,
    doubt="absences, and the ten years of those deportable on graver grounds, are not looked at",
    note="The service of the order to show cause ends the presence for good in that case.",
)
def seven_years_present(case: Case, _: Case) -> Bool:
    """seven years of presence, before an order to show cause stopped the clock"""

    def stopped(entry: Entry) -> Bool:
        seventh = entry.on + years(7) - days(1)
        served = exists(case.charging_documents, lambda d: d.kind.is_("order to show cause") & (d.served < seventh))
        open_question = unsettled(
            "whether an order to show cause stops the clock in a pending case was open", served, NO
        )
        return by_date(ON, (NOT_STOPPED, NO), (CONTESTED, open_question), (STOPPED, served))

    return exists(case.entries, lambda e: all_(e.on + years(7) - days(1) <= ON, ~stopped(e)))


@provision(
    "susp.character",
    "former INA 244(a)(1)",
    "INA 101(f)",
    subject=Case,
    aliases=("susp.gmc",),
    confidence=Confidence.PROBABLY,
    doubt=OLD_FORM,
)
def good_character_seven_years(case: Case, _: Case) -> Bool:
    """nothing in the last seven years, or for some offenses ever, bars a finding of good moral character"""
    return nothing_bars(case, 7)


@provision(
    "susp.hardship",
    "former INA 244(a)(1)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=OLD_FORM,
    note="The hardship of the respondent counts as well as that of a spouse, parent or child who is a citizen or resident.",
)
def extreme_hardship(case: Case, _: Case) -> Bool:
    """deportation would bring extreme hardship to the respondent, or to a spouse, parent or child who is a citizen or resident"""
    return undetermined(Cause.JUDGEMENT, "whether hardship is extreme is for the judge")


SUSPENSION = Relief(
    id="suspension.pre_iirira",
    title="Suspension of deportation",
    asked_of="immigration judge, on form EOIR-40",
    grants="permanent residence; the numbers are shared with cancellation",
    elements=(
        begun_before_the_act,
        seven_years_present,
        good_character_seven_years,
        extreme_hardship,
        cancellation_in_discretion,
    ),
    gates=(no_final_order, not_reinstated),
    fee="EOIR-40",
)
