"""Voluntary departure: how long it may run, its bond, and what ends it.  INA 240B; 8 CFR 1240.26."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.calendars import DHS, EOIR, next_open
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import (
    NEVER_COMES,
    NO,
    UNCONFIRMED,
    Bool,
    Day,
    Version,
    all_,
    business_days,
    by_date,
    choose_if,
    days,
    undetermined,
    unsettled,
)
from abeyance.logic.values import Cause

ACCOUNTS = "the regulation was read in two accounts of it, not itself"


# --- how long ---------------------------------------------------------------------------------------------------------------


@provision(
    "vd.periods",
    "INA 240B(a)(2), (b)(2)",
    "8 CFR 1240.26(b), (e), (f)",
    "former INA 244(e)",
    subject=Order,
    note="DHS alone may extend it, and not beyond this in all. While an appeal is pending it does not run; the Board may give it "
    "anew, and no longer than the judge did.",
)
def longest_voluntary_departure(case: Case, order: Order) -> Day:
    """the last day to which an order can give time to leave: 120 days before the end of removal proceedings, 60 at it"""
    given = order.decided + days(60)
    of_removal = choose_if(order.time_to_leave_at_the_end, given, order.decided + days(120))
    return next_open(choose_if(order.kind.is_("removal"), of_removal, NEVER_COMES), EOIR)


@provision(
    "vd.ends",
    "INA 240B(a)(2), (b)(2)",
    "Monsalvo Velazquez v. Bondi (2025)",
    subject=Order,
    aliases=("clk.vd.60", "clk.vd.120"),
    note="The number of days, at most 120 or 60 in all, is in the order; a stay of removal does not extend it. The rule construes the "
    "statute of 1996 and so is applied to every day.",
)
def voluntary_departure_ends(case: Case, order: Order) -> Day:
    """the last day of voluntary departure: the day the order sets, moved off a weekend or holiday to the next open day"""
    return next_open(order.voluntary_departure_until, EOIR)


EARLIER = Version(
    None,
    "Dada v. Mukasey, 554 U.S. 1 (2008)",
    note="The motion ended nothing. From 2008-06-16 it tolled nothing either, and the permission could be given back before it ran "
    "out; before that the circuits divided on tolling.",
)
ENDS = Version(date(2009, 1, 20), "8 CFR 1240.26(b)(3)(iii), (e)(1); 73 Fed. Reg. 76927", known=date(2008, 12, 18))


@provision(
    "vd.effect-of-mtr",
    "8 CFR 1240.26(b)(3)(iii)",
    "8 CFR 1240.26(e)(1)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=ACCOUNTS,
    note="The rule of 2009 is for permission granted on or after 2009-01-20. Once it has ended no penalty for overstaying attaches.",
)
def motion_ends_voluntary_departure(case: Case, motion: Filing) -> Bool:
    """the respondent's motion came in before the time to leave voluntarily ran out, which ended it and revived the order"""
    within = all_(
        motion.kind.is_in("motion to reopen", "motion to reconsider"),
        motion.of.outcome.is_("voluntary departure"),
        ~motion.by.is_("DHS"),
        motion.received <= voluntary_departure_ends(case, motion.of),
        ~motion.rejected,
        ~motion.ground_vawa
        | undetermined(
            Cause.NOT_ENCODED,
            "one account excepts a special-rule motion of a battered person; the rule was not re-read",
        ),
    )
    return by_date(motion.of.decided, (EARLIER, NO), (ENDS, within))


@provision(
    "vd.effect-of-pfr",
    "8 CFR 1240.26(i)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=ACCOUNTS,
    note="One who then leaves within thirty days of filing the petition, and proves it, has not left under an order of removal.",
)
def petition_ends_voluntary_departure(case: Case, petition: Filing) -> Bool:
    """the petition for review came in before the time to leave voluntarily ran out, which ended that permission"""
    within = all_(
        petition.kind.is_("petition for review"),
        petition.of.outcome.is_("voluntary departure"),
        petition.received <= voluntary_departure_ends(case, petition.of),
        ~petition.rejected,
    )
    return by_date(petition.of.decided, (EARLIER, NO), (ENDS, within))


@provision(
    "vd.effect-of-pfr.leaving",
    "8 CFR 1240.26(i)",
    subject=Filing,
    aliases=("clk.vd.pfr.depart",),
    confidence=Confidence.PROBABLY,
    doubt=f"{ACCOUNTS}; whether a thirtieth day on a weekend or a holiday moves was not found said",
    note="The proof goes to DHS within the same time. Without it the departure carries out the order.",
)
def leave_after_petition_by(case: Case, petition: Filing) -> Day:
    """the last day to leave, and prove it, so as not to have left under an order: thirty days after a petition was filed"""
    last = petition.received + by_date(petition.of.decided, (EARLIER, UNCONFIRMED), (ENDS, days(30)))
    return unsettled(
        "whether a thirtieth day on a weekend or a holiday moves to the next open day", last, next_open(last, DHS)
    )


# --- the bond ---------------------------------------------------------------------------------------------------------------


NO_REMOVAL = Version(None, "before IIRIRA", note="no order was one of removal")
REMOVAL = Version(date(1997, 4, 1), "INA 240B(b)(3); 8 CFR 1240.26(c)(3)(i)")


@provision(
    "vd.bond",
    "INA 240B(b)(3)",
    "8 CFR 1240.26(c)(3)(i)",
    subject=Order,
    aliases=("clk.vd.bond",),
    confidence=Confidence.PROBABLY,
    doubt=ACCOUNTS,
    note="At the end of proceedings a bond of at least $500 is required; before it a judge may ask for one. It is posted with ICE.",
)
def bond_due(case: Case, order: Order) -> Day:
    """the last day to post the bond for voluntary departure: five business days after the judge's order of removal"""
    period = by_date(order.decided, (NO_REMOVAL, UNCONFIRMED), (REMOVAL, business_days(5, DHS)))
    return choose_if(order.kind.is_("removal"), order.decided + period, NEVER_COMES)


@provision(
    "vd.bond.proof",
    "8 CFR 1240.26(c)(3)(ii)",
    "Matter of Gamero, 25 I&N Dec. 164 (BIA 2010)",
    subject=Filing,
    aliases=("clk.vd.bond.proof",),
    note="Without it the Board does not give the time to leave anew in its decision, unless the judge did not warn of this.",
)
def bond_proof_due(case: Case, appeal: Filing) -> Day:
    """the last day for the Board to receive proof that the bond was posted: thirty days after the appeal was filed"""
    return next_open(appeal.received + by_date(appeal.of.decided, (EARLIER, UNCONFIRMED), (ENDS, days(30))), EOIR)
