"""Screening of a fear of return under an order that DHS makes without a hearing: who looks at it, by when, and what it holds.

Credible fear in expedited removal: INA 235(b)(1)(B); 8 CFR 208.30, 1003.42, 1208.30.  Reasonable fear under reinstatement and
administrative removal: 8 CFR 208.31, 1208.31.
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, FearScreening, Order
from abeyance.law.appeals import AGAIN, TEN
from abeyance.law.calendars import DHS, EOIR, next_open
from abeyance.law.finality import BY_DHS
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import (
    ON,
    UNCONFIRMED,
    Bool,
    Day,
    Moment,
    Version,
    all_,
    any_,
    by_date,
    days,
    not_,
    undetermined,
    unsettled,
)
from abeyance.logic.facts import exists, last
from abeyance.logic.values import Cause

BEFORE = Version(None, "before 8 CFR 208.31")
REASONABLE_FEAR = Version(date(1999, 3, 22), "8 CFR 208.31, since 2003 also 1208.31; 64 Fed. Reg. 8478")


# --- the clocks of the agencies -------------------------------------------------------------------------------------------


@provision(
    "er.credible-fear",
    "INA 235(b)(1)(B)(iii)(III)",
    "8 CFR 1003.42(e)",
    subject=FearScreening,
    aliases=("clk.cf.ij",),
    note="It binds the court and gives the respondent no time: ask for the review when the officer does. No appeal to the Board lies "
    "from the judge's ruling, nor a petition for review.",
    confidence=Confidence.PROBABLY,
    doubt="whether a seventh day on a weekend or a holiday moves to the next open day was not found said",
)
def credible_fear_review_due(case: Case, screening: FearScreening) -> Day:
    """the last day for a judge to review a negative finding of credible fear: seven days after it"""
    last = screening.found + days(7)
    return unsettled(
        "whether a seventh day on a weekend or a holiday moves to the next open day", last, next_open(last, EOIR)
    )


@provision("er.credible-fear.hours", "INA 235(b)(1)(B)(iii)(III)", "8 CFR 1003.42(e)", subject=FearScreening)
def credible_fear_review_aimed_at(case: Case, screening: FearScreening) -> Moment:
    """the moment by which, where practicable, a judge has reviewed a negative finding of credible fear: 24 hours after it"""
    return screening.found_at.plus_hours(24)


SOFT = "Absent exceptional circumstances. It binds the agency only softly: that it is missed holds nothing and frees nobody."


@provision(
    "er.reasonable-fear.interview",
    "8 CFR 208.31(b)",
    "8 CFR 1.2",
    subject=FearScreening,
    aliases=("clk.rf.interview",),
    note=SOFT,
)
def reasonable_fear_finding_due(case: Case, screening: FearScreening) -> Day:
    """the last day for an asylum officer to decide a claim of reasonable fear: ten days after its referral"""
    return next_open(
        screening.referred + by_date(screening.referred, (BEFORE, UNCONFIRMED), (REASONABLE_FEAR, days(10))), DHS
    )


@provision(
    "er.reasonable-fear",
    "8 CFR 1208.31(g)",
    "8 CFR 1001.1(h)",
    subject=FearScreening,
    aliases=("clk.rf.ij",),
    note=f"{SOFT} No appeal to the Board lies from the judge's ruling. Where the judge vacates the finding, withholding of removal "
    "alone is heard.",
)
def reasonable_fear_review_due(case: Case, screening: FearScreening) -> Day:
    """the last day for a judge to review a negative finding of reasonable fear: ten days after it was filed with the court"""
    filed = screening.review_referred
    return next_open(filed + by_date(filed, (BEFORE, UNCONFIRMED), (REASONABLE_FEAR, days(10))), EOIR)


@provision("wo.appeal.period", "8 CFR 1208.31(e), (g)(2)(ii)", "8 CFR 1003.38(b)", subject=FearScreening)
def appeal_by(case: Case, screening: FearScreening) -> Day:
    """the last day on which the Board may receive an appeal from a decision that heard withholding of removal alone"""
    decided = screening.withholding_decided
    period = by_date(decided, (BEFORE, UNCONFIRMED), (REASONABLE_FEAR, days(30)), (TEN, days(10)), (AGAIN, days(30)))
    return next_open(decided + period, EOIR)


@provision(
    "wo.appeal",
    "8 CFR 1208.31(e), (g)(2)(ii)",
    "8 CFR 1003.38(b)",
    subject=Order,
    note="Filed is received, by the Board itself. It counts from the oral decision or, where there was none, from the mailing of the "
    "written one: enter that day. The order itself stays final; a petition for review of it counts from DHS's own order.",
)
def withholding_appeal_due(case: Case, order: Order) -> Day:
    """the last day to appeal to the Board from the latest decision on withholding of removal under the order"""
    return appeal_by(
        case,
        last(
            case.fear_screenings,
            by=lambda s: s.withholding_decided,
            where=lambda s: s.of.is_row(order) & (s.withholding_decided <= ON),
        ),
    )


# --- what it holds --------------------------------------------------------------------------------------------------------


def _found_against(screening: FearScreening) -> Bool:
    """The officer found no fear."""
    return screening.finding.is_("negative") & (screening.found <= ON)


def _being_screened(screening: FearScreening) -> Bool:
    """Before the officer, or before the judge who was asked to review the officer's finding."""
    under_review = all_(_found_against(screening), screening.review_asked <= ON, screening.reviewed > ON)
    return (screening.referred <= ON) & any_(screening.found > ON, under_review)


def _found_for(screening: FearScreening) -> Bool:
    """The officer, or the judge, found the fear to be credible or reasonable."""
    by_officer = screening.finding.is_("positive") & (screening.found <= ON)
    return by_officer | (screening.review.is_("vacated") & (screening.reviewed <= ON))


def _withholding_open(case: Case, screening: FearScreening) -> Bool:
    """Withholding of removal is to be decided, or anew, was granted, or may be or is on appeal in time."""
    due = appeal_by(case, screening)
    in_time = screening.withholding_appealed <= due
    won = (screening.appeal_decided <= ON) & screening.appeal_outcome.is_in("granted", "remanded")
    # nothing is appealed before it is decided, so what is still to be decided may be appealed
    return any_(
        screening.withholding.is_("granted"),
        (due >= ON) & (screening.withholding_appealed > ON),
        in_time & any_(screening.appeal_decided > ON, won),
    )


@provision(
    "stay.auto.fear-screening",
    "INA 235(b)(1)(B)",
    "INA 241(b)(3)",
    "8 CFR 208.30, 208.31, 241.8(e), 238.1(f)(3)",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="that nobody is removed while fear is screened follows from the statute's order of steps; no text says it outright",
    note="Under reinstatement and administrative removal it holds back removal to the feared country only: put any fear of another "
    "country in writing at once.",
)
def fear_screening_stay(case: Case, order: Order) -> Bool:
    """an order DHS makes is not carried out to the feared country while a claim of fear is screened and reviewed, nor, where a
    credible one was found, while asylum is considered"""
    expedited = order.kind.is_("expedited removal")
    considered = exists(case.orders, lambda o: (o.decided > order.decided) & (o.decided <= ON))
    the_order_falls = undetermined(
        Cause.MISSING,
        "whether the expedited order was vacated when fear was found: enter the day as that of reopening",
    )
    there_alone = undetermined(
        Cause.UNSETTLED, "it holds removal to the feared country alone, and whether to a third one is in the courts"
    )

    def holds(screening: FearScreening) -> Bool:
        screened, passed = _being_screened(screening), _found_for(screening)
        return all_(
            screening.of.is_row(order),
            any_(
                expedited & any_(screened, passed & any_(~considered, the_order_falls)),
                ~expedited & any_(screened, passed & _withholding_open(case, screening)) & there_alone,
            ),
        )

    return all_(
        order.kind.is_in(*BY_DHS),
        order.decided <= ON,
        not_(order.reopened <= ON),
        exists(case.fear_screenings, holds),
    )


# --- what may be asked ----------------------------------------------------------------------------------------------------


def _made_and_standing(order: Order) -> Bool:
    """DHS made the order without a hearing; it was neither carried out nor vacated."""
    return all_(order.kind.is_in(*BY_DHS), order.decided <= ON, not_(order.executed <= ON), not_(order.reopened <= ON))


@provision(
    "avenue.fear-claim",
    "INA 235(b)(1)(A)(ii)",
    "8 CFR 208.31(a)-(b), 235.3(b)(4), 238.1(f)(3), 241.8(e)",
    subject=Order,
)
def may_claim_fear(case: Case, order: Order) -> Bool:
    """DHS made the order without a hearing, it was not carried out, and no fear of return was screened under it"""
    screened = exists(case.fear_screenings, lambda s: s.of.is_row(order) & (s.referred <= ON))
    return _made_and_standing(order) & ~screened


@provision(
    "avenue.fear-review",
    "INA 235(b)(1)(B)(iii)(III)",
    "8 CFR 208.30(g), 208.31(f)-(g), 1003.42",
    subject=Order,
)
def may_ask_for_review(case: Case, order: Order) -> Bool:
    """an officer found no credible or reasonable fear under the order, and no judge was asked to review it"""
    return _made_and_standing(order) & exists(
        case.fear_screenings,
        lambda s: all_(s.of.is_row(order), _found_against(s), s.review_asked > ON),
    )


@provision("avenue.withholding-appeal", "8 CFR 1208.31(e), (g)(2)(ii)", "8 CFR 1003.38", subject=Order)
def may_appeal_withholding(case: Case, order: Order) -> Bool:
    """a judge who heard withholding of removal alone denied it, and the time to appeal to the Board has not run out"""
    denied = exists(
        case.fear_screenings,
        lambda s: all_(
            s.of.is_row(order),
            _found_for(s),
            s.withholding.is_("denied"),
            s.withholding_decided <= ON,
            appeal_by(case, s) >= ON,
            s.withholding_appealed > ON,
        ),
    )
    return all_(_made_and_standing(order), ~order.kind.is_("expedited removal"), denied)
