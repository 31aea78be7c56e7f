"""Appeals from an immigration judge to the Board: what may be appealed, the period in all its versions, what makes an appeal
timely, and what ends it without a decision.  8 CFR 1003.3, 1003.4, 1003.38, 1240.15."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Departure, Filing, Order
from abeyance.law.calendars import EOIR, next_open
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import (
    ON,
    Bool,
    Day,
    Period,
    Version,
    all_,
    any_,
    by_date,
    choose_if,
    days,
    later_of,
    undetermined,
    unsettled,
)
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause

OLD = Version(
    None,
    "former 8 CFR 3.38(b), 242.21(a); Vlaicu v. INS, 998 F.2d 758 (9th Cir. 1993)",
    note="ten days from an oral decision, thirteen from the mailing of a written one",
)
THIRTY = Version(date(1996, 7, 1), "8 CFR 1003.38(b); 61 Fed. Reg. 18900", known=date(1996, 4, 29))
TEN = Version(
    date(2026, 3, 9),
    "FR Doc. 2026-02326, interim rule of 2026-02-06",
    known=date(2026, 2, 6),
    undone=date(2026, 3, 8),
    note="ten days, and still thirty for asylum decided on its merits (INA 208(d)(5)(A)(iv)); vacated the day before it was to begin "
    "(Amica Center for Immigrant Rights v. EOIR, D.D.C.)",
)
AGAIN = Version(
    date(2026, 3, 9),
    "8 CFR 1003.38(b), the interim rule of 2026-02-06 having been vacated",
    known=date(2026, 3, 8),
    note="thirty days; treat day ten as the target all the same, since what became of the ruling was not found",
)
WITH_THE_OFFICE = Version(None, "former 8 CFR 3.3(a), 3.38(b): with the office that held the record")
WITH_THE_BOARD = Version(date(1996, 7, 1), "8 CFR 1003.38(b)-(c); 61 Fed. Reg. 18900", known=date(1996, 4, 29))


@provision(
    "stay.bia.appeal-period",
    "8 CFR 1003.38(b)",
    "8 CFR 1003.3(a)(1)",
    "8 CFR 1001.1(h)",
    "Matter of Iskandarani, 29 I&N Dec. 26 (BIA 2025)",
    subject=Order,
    aliases=(
        "stay.bia.ifr-2026",
        "clk.bia.appeal.0",
        "clk.bia.appeal.1",
        "clk.bia.appeal.ifr",
        "clk.bia.appeal.ifr.asylum",
    ),
    note="Filed is received, by the Board itself. It counts from the oral decision, whatever is mailed later; where there was none, "
    "from the mailing or e-notice of the written one.",
)
def appeal_due(case: Case, order: Order) -> Day:
    """the last day on which the Board may receive the notice of appeal"""

    def after(start: Day, formerly: Period) -> Day:
        # added to the very day that chooses the version, so that a span of days is cut where the law changes
        ten = start + by_date(order.decided, (OLD, formerly), (THIRTY, days(30)), (TEN, days(10)), (AGAIN, days(30)))
        kept = start + by_date(order.decided, (OLD, formerly), (THIRTY, days(30)))
        barred = unsettled("asylum denied on a filing bar was reported to be outside the thirty days kept", ten, kept)
        return choose_if(order.asylum_decided, choose_if(order.asylum_barred, barred, kept), ten)

    # nothing is mailed before it is decided; both ends are counted, so that the day of decision is cut where the law changes
    in_writing = later_of(after(order.decided, days(13)), after(order.mailed, days(13)))
    return next_open(choose_if(order.oral, after(order.decided, days(10)), in_writing), EOIR)


@provision(
    "stay.bia.appealable",
    "8 CFR 1240.15",
    "8 CFR 1003.3(a)(1)",
    "Matter of Guzman, 22 I&N Dec. 722 (BIA 1999)",
    "Matter of Gonzalez-Lopez, 20 I&N Dec. 644 (BIA 1993)",
    subject=Order,
)
def appealable(case: Case, order: Order) -> Bool:
    """an appeal to the Board lies from the decision: a judge's, and not one made in absentia that only a motion can rescind"""
    only_by_motion = any_(order.kind.is_("removal"), order.kind.is_("deportation") & order.notice_242b)
    return order.by.is_("immigration judge") & ~(order.in_absentia & only_by_motion)


def at_the_right_office(appeal: Filing) -> Bool:
    """The notice of appeal is at the office that takes it."""
    at_the_office = appeal.forum.is_("immigration court") | undetermined(
        Cause.UNSETTLED, "before July 1996 the rules did not agree on the office that takes a notice of appeal"
    )
    return by_date(appeal.of.decided, (WITH_THE_OFFICE, at_the_office), (WITH_THE_BOARD, appeal.forum.is_("Board")))


@provision(
    "stay.bia.appeal-timely",
    "8 CFR 1003.38(b)-(d)",
    "8 CFR 1003.3(a)(1)",
    "8 CFR 1001.1(dd)",
    "8 CFR 1003.8(a)(2)",
    "Matter of Morales-Morales, 28 I&N Dec. 714 (BIA 2023)",
    subject=Filing,
    note="DHS pays no fee. One filed on the first day after an unplanned outage of e-filing on the last day, or again in the time the "
    "Board gives after refusing a fee waiver, is in time: enter it as accepted late. A party that waived appeal may not file "
    "one; whether the waiver was knowing is then for the Board "
    "(Matter of Rodriguez-Diaz, 22 I&N Dec. 1320 (BIA 2000)).",
)
def appeal_in_time(case: Case, appeal: Filing) -> Bool:
    """the notice of appeal was received in time at the right office, with its fee or a request to waive it, and not rejected"""
    order = appeal.of
    may_appeal = any_(
        ~order.appeal_waived,
        appeal.by.is_("DHS"),
        undetermined(Cause.JUDGEMENT, "whether appeal was knowingly waived is for the Board"),
    )
    return all_(
        appeal.kind.is_("appeal"),
        at_the_right_office(appeal),
        any_(appeal.received <= appeal_due(case, order), appeal.accepted_late),
        any_(appeal.by.is_("DHS"), appeal.fee_paid, appeal.fee_waiver_asked),
        ~appeal.rejected,
        may_appeal,
    )


def left_by_choice(case: Case, order: Order, when: Departure) -> Bool:
    """A departure that gives up an appeal from the order: not by force, not of an arriving alien, not in exclusion proceedings."""
    return all_(
        when.on <= ON,
        when.manner.is_in("own accord", "voluntary departure", "under an order"),
        ~case.arriving,
        ~order.kind.is_("exclusion"),
    )


def left_in_time_to_appeal(case: Case, order: Order, when: Departure) -> Bool:
    """A departure that gives up the appeal that could still be taken from the order."""
    return all_(when.on > order.decided, when.on <= appeal_due(case, order), left_by_choice(case, order, when))


@provision(
    "final.appeal-withdrawn",
    "8 CFR 1003.4",
    "Matter of Diaz-Garcia, 25 I&N Dec. 794 (BIA 2012)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="8 CFR 1003.4 was read in decisions that quote it; its exception for arriving aliens was not re-read",
    note="Removal by DHS in breach of the stay does not withdraw an appeal. Where no stay held removal back, circuits divide: "
    "Madrigal v. Holder, 572 F.3d 239 (6th Cir. 2009) and Lopez-Angel v. Barr (9th Cir. 2019), against Long v. Gonzales "
    "(5th Cir. 2005).",
)
def appeal_withdrawn(case: Case, appeal: Filing) -> Bool:
    """the appeal was withdrawn, in writing or by leaving the country before it was decided"""
    order = appeal.of
    in_writing = appeal.outcome.is_("withdrawn") & (appeal.decided <= ON)
    by_force = all_(
        order.motion_ruling,
        undetermined(
            Cause.UNSETTLED, "circuits divide on whether removal withdraws an appeal that did not hold it back"
        ),
    )
    by_leaving = exists(
        case.departures,
        lambda d: all_(
            d.on >= appeal.received,
            d.on < appeal.decided,
            any_(left_by_choice(case, order, d), all_(d.manner.is_("removed"), d.on <= ON, by_force)),
        ),
    )
    return appeal.kind.is_("appeal") & (in_writing | by_leaving)


@provision(
    "final.appeal-waived",
    "8 CFR 1003.39",
    "8 CFR 1003.3(e)",
    "8 CFR 1241.1(b)",
    "Matter of Shih, 20 I&N Dec. 697 (BIA 1993)",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="8 CFR 1003.3(e) was read in a decision that quotes it; its exception for arriving aliens was not re-read",
)
def appeal_waived(case: Case, order: Order) -> Bool:
    """the respondent waived appeal, in words or by leaving the country while it could still be taken"""
    by_leaving = exists(case.departures, lambda d: left_in_time_to_appeal(case, order, d))
    return any_(order.appeal_waived & (order.decided <= ON), by_leaving)
