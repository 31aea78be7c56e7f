"""What leaving does to a motion, and what a motion does to permission to leave.  8 CFR 1003.2(d), 1003.23(b)(1), 1240.26."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.calendars import EOIR, next_open
from abeyance.law.circuits import held
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import NO, Bool, Day, Version, all_, by_date, undetermined
from abeyance.logic.values import Cause


@provision(
    "mtr.departure-bar",
    "8 CFR 1003.2(d)",
    "8 CFR 1003.23(b)(1)",
    "Matter of Armendarez-Mendez, 24 I&N Dec. 646 (BIA 2008)",
    subject=Case,
    note="The Board applies the bar where the court of appeals has not struck it, but not to a motion to rescind for want of notice: "
    "Matter of Bulnes, 25 I&N Dec. 57 (BIA 2009).",
)
def departure_defeats_motion(case: Case, _: Case) -> Bool:
    """leaving the country defeats a motion to reopen that is in time, or tolled"""
    return held(
        case,
        "departure-bar",
        "the Board holds that leaving defeats a motion that the statute allows; the court of appeals had not decided it",
    )


@provision(
    "mtr.departure-bar.own-motion",
    "8 CFR 1003.2(d)",
    "8 CFR 1003.23(b)(1)",
    "Matter of Armendarez-Mendez, 24 I&N Dec. 646 (BIA 2008)",
    subject=Case,
)
def departure_defeats_own_motion(case: Case, _: Case) -> Bool:
    """leaving the country defeats a request that the judge or the Board reopen on its own motion"""
    return held(
        case,
        "departure-bar.own-motion",
        "the Board holds that leaving defeats a request to act on its own motion; the court of appeals had not decided it",
    )


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
    doubt="the regulation was read in two accounts of it, not itself",
    note="The rule of 2009 is for permission granted on or after 2009-01-20. Once it has ended no penalty for overstaying attaches.",
)
def motion_ends_voluntary_departure(case: Case, motion: Filing) -> Bool:
    """the motion came in before the time to leave voluntarily ran out, which ended that permission and revived the order"""
    within = all_(
        motion.kind.is_in("motion to reopen", "motion to reconsider"),
        motion.of.outcome.is_("voluntary departure"),
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
    doubt="the regulation was read in two accounts of it, not itself",
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
