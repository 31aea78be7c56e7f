"""Stays of removal by operation of law.  The list is closed (procedure notes, section 3)."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.appeals import appeal_due, appeal_in_time, appealable
from abeyance.law.calendars import EOIR
from abeyance.law.finality import BY_DHS, final_day
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import (
    NO,
    ON,
    YES,
    Bool,
    Day,
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


def before_a_decision(filing: Filing) -> Bool:
    """Received, not rejected, and not decided by the day asked about."""
    return all_(filing.received <= ON, ~filing.rejected, filing.decided > ON)


@provision("stay.auto.appeal-period", "8 CFR 1003.6(a)", subject=Order)
def appeal_period_stay(case: Case, order: Order) -> Bool:
    """the time to appeal to the Board is running, so the order may not be carried out"""
    return all_(
        appealable(case, order),
        order.outcome.is_in("ordered removed", "voluntary departure"),
        ~order.motion_ruling,
        ~order.appeal_waived,
        order.decided <= ON,
        appeal_due(case, order) >= ON,
    )


@provision("stay.auto.appeal-pending", "8 CFR 1003.6(a)", subject=Filing)
def appeal_pending_stay(case: Case, appeal: Filing) -> Bool:
    """a timely appeal from the order itself is before the Board, undecided"""
    return all_(
        appeal_in_time(case, appeal), appealable(case, appeal.of), ~appeal.of.motion_ruling, before_a_decision(appeal)
    )


# --- motions to rescind an order made in absentia ----------------------------------------------------------------------


@provision(
    "mtr.inabs.180",
    "INA 240(b)(5)(C)(i)",
    "former INA 242B(c)(3)(A)",
    "8 CFR 1003.23(b)(4)(ii)",
    subject=Order,
    aliases=("clk.mtr.inabs.180",),
)
def rescission_due(case: Case, order: Order) -> Day:
    """the last day for a motion to rescind that rests on exceptional circumstances: 180 days from the order"""
    return (order.decided + days(180)).open_day(EOIR)


@provision(
    "mtr.exc.inabs",
    "INA 240(b)(5)(C)",
    "former INA 242B(c)(3)",
    subject=Filing,
    aliases=("mtr.exc.inabs-removal", "mtr.exc.inabs-deport", "clk.mtr.inabs.any"),
)
def rescission_ground(case: Case, motion: Filing) -> Bool:
    """the motion rests on want of notice or custody (at any time), or on exceptional circumstances within 180 days"""
    timely = motion.ground_exceptional_circumstances & (motion.received <= rescission_due(case, motion.of))
    return any_(motion.ground_no_notice, motion.ground_custody, timely)


def _to_rescind(case: Case, motion: Filing) -> Bool:
    return all_(
        motion.kind.is_("motion to rescind"),
        motion.forum.is_("immigration court"),
        motion.of.in_absentia,
        rescission_ground(case, motion),
    )


def _an_earlier_one(case: Case, motion: Filing) -> Bool:
    return exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("motion to rescind"), f.of.is_row(motion.of), f.received < motion.received, ~f.rejected
        ),
    )


@provision("stay.auto.inabs-removal", "INA 240(b)(5)(C)", "8 CFR 1003.23(b)(4)(ii)", subject=Filing)
def removal_rescission_stay(case: Case, motion: Filing) -> Bool:
    """a motion to rescind a removal order made in absentia is before the immigration court, undecided"""
    first = all_(motion.of.kind.is_("removal"), _to_rescind(case, motion), before_a_decision(motion))
    return first & unsettled(
        "whether a second motion to rescind stays removal is contested: the statute stays for the motion it describes",
        YES,
        ~_an_earlier_one(case, motion),
    )


@provision(
    "stay.auto.inabs-deport",
    "former INA 242B(c)(3)",
    "8 CFR 1003.23(b)(4)(iii)(A), (C)",
    "Matter of Rivera-Claros, 21 I&N Dec. 232 (BIA 1996)",
    subject=Filing,
)
def deportation_rescission_stay(case: Case, motion: Filing) -> Bool:
    """a motion to rescind a deportation order made in absentia under section 242B is undecided, or on appeal to the Board"""
    order = motion.of
    before_the_judge = before_a_decision(motion)
    on_appeal = exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("appeal"),
            f.forum.is_("Board"),
            f.of.is_row(motion.ruling),
            appeal_in_time(case, f),
            before_a_decision(f),
        ),
    )
    to_appeal = all_(motion.decided <= ON, motion.outcome.is_("denied"), appeal_due(case, motion.ruling) >= ON)
    return all_(
        order.kind.is_("deportation"),
        order.notice_242b,
        _to_rescind(case, motion),
        any_(before_the_judge, on_appeal, to_appeal),
    )


# --- battered spouses, children, parents ---------------------------------------------------------------------------


@provision(
    "mtr.vawa.1y",
    "INA 240(c)(7)(C)(iv)(III)",
    subject=Order,
    aliases=("clk.mtr.vawa.1y",),
    confidence=Confidence.PROBABLY,
    doubt="that a last day on a weekend moves to the next open day was not found for this period",
)
def vawa_due(case: Case, order: Order) -> Day:
    """the last day for a special-rule motion of a battered spouse, child or parent: one year from the final order"""
    return (final_day(case, order) + years(1)).open_day(EOIR)


@provision("stay.auto.vawa", "INA 240(c)(7)(C)(iv)", "Pub. L. 109-162 s. 825", "8 U.S.C. 1641(c)(1)(B)", subject=Filing)
def vawa_stay(case: Case, motion: Filing) -> Bool:
    """a special-rule motion of a battered spouse, child or parent shows qualified status and is not finally decided"""
    in_time = any_(motion.received <= vawa_due(case, motion.of), motion.time_waived)
    elements = all_(
        motion.kind.is_("motion to reopen"),
        motion.forum.is_in("immigration court", "Board"),
        motion.ground_vawa,
        motion.shown_self_petition,
        motion.shown_qualified_alien,
        motion.present_at_filing,
        in_time,
        motion.received <= ON,
        ~motion.rejected,
    )
    pending = motion.decided > ON
    reach = pending | undetermined(Cause.UNSETTLED, "whether the stay lasts through a petition for review is unsettled")
    return by_date(
        motion.received,
        (Version(None, "Pub. L. 106-386 s. 1506(c), without a stay clause"), NO),
        (Version(date(2006, 1, 5), "Pub. L. 109-162 s. 825"), elements & reach),
    )


# --- the rest of the list --------------------------------------------------------------------------------------------


@provision("stay.auto.certification", "8 CFR 1003.6(a)", "8 CFR 1003.7", subject=Order)
def certification_stay(case: Case, order: Order) -> Bool:
    """the case is before the Board by certification, undecided"""
    return (order.certified <= ON) & (order.certification_decided > ON)


@provision("stay.auto.reopened", "Nken v. Holder, 556 U.S. 418, 429 n.1 (2009)", subject=Order)
def reopened(case: Case, order: Order) -> Bool:
    """the case was reopened, which vacates the order: there is nothing to carry out"""
    return order.reopened <= ON


@provision(
    "stay.auto.fear-screening",
    "INA 235(b)(1)(B)",
    "8 CFR 208.30, 208.31, 241.8(e), 238.1(f)(3)",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="the screening itself is not encoded: for an order DHS makes, the answer is unknown",
)
def fear_screening_stay(case: Case, order: Order) -> Bool:
    """an order DHS makes is not carried out to the feared country while a fear claim is screened and reviewed"""
    return order.kind.is_in(*BY_DHS) & undetermined(Cause.NOT_ENCODED, "fear screening is not encoded yet")


@provision(
    "stay.auto.other-status",
    "INA 244(a)(1)(A)",
    "8 CFR 214.204",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the T-visa rule was not re-read",
)
def status_stay(case: Case, _: Case) -> Bool:
    """temporary protected status, or a bona fide finding on a T visa, is in force"""
    return exists(
        case.protections,
        lambda p: all_(
            p.kind.is_in("temporary protected status", "T bona fide determination"), p.since <= ON, p.until > ON
        ),
    )
