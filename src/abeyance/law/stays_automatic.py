"""Stays of removal by operation of law.  The list is closed."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Order, Protection
from abeyance.law.appeals import (
    appeal_due,
    appeal_in_time,
    appeal_waived,
    appeal_withdrawn,
    appealable,
    at_the_right_office,
)
from abeyance.law.calendars import EOIR, FEDERAL, next_open
from abeyance.law.finality import final_decision_day
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import (
    NO,
    ON,
    UNCONFIRMED,
    YES,
    Bool,
    Day,
    Version,
    all_,
    any_,
    by_date,
    days,
    not_,
    undetermined,
    unsettled,
    years,
)
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause


def before_a_decision(filing: Filing) -> Bool:
    """Received, not rejected, and not decided by the day asked about."""
    return all_(filing.received <= ON, ~filing.rejected, filing.decided > ON)


def orders_removal(order: Order) -> Bool:
    """A decision on the case itself that orders removal, if only should the respondent not leave in time."""
    return order.outcome.is_in("ordered removed", "voluntary departure") & ~order.motion_ruling


@provision(
    "stay.auto.appeal-period",
    "8 CFR 1003.6(a)",
    "BIA Practice Manual 6.2(a)",
    subject=Order,
    note="No order issues: show the rule. An appeal that is decided or withdrawn before the time runs out ends the stay.",
)
def appeal_period_stay(case: Case, order: Order) -> Bool:
    """the time to appeal to the Board is running, so the order may not be carried out"""
    spent = exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("appeal"),
            f.of.is_row(order),
            at_the_right_office(f),
            ~f.rejected,
            f.decided <= ON,
        ),
    )
    return all_(
        appealable(case, order),
        orders_removal(order),
        order.decided <= ON,
        appeal_due(case, order) >= ON,
        ~appeal_waived(case, order),
        ~spent,
    )


@provision(
    "stay.auto.appeal-pending",
    "8 CFR 1003.6(a)",
    "BIA Practice Manual 6.2(b)",
    subject=Filing,
    note="It ends the day the Board decides: nothing holds removal in the thirty days for a petition for review.",
)
def appeal_pending_stay(case: Case, appeal: Filing) -> Bool:
    """a timely appeal from the order itself is before the Board, undecided and not withdrawn"""
    return all_(
        appeal_in_time(case, appeal),
        appealable(case, appeal.of),
        orders_removal(appeal.of),
        before_a_decision(appeal),
        ~appeal_withdrawn(case, appeal),
    )


@provision("stay.auto.certification", "8 CFR 1003.6(a)", "8 CFR 1003.7", "BIA Practice Manual 6.2(c)", subject=Filing)
def certification_stay(case: Case, certification: Filing) -> Bool:
    """the case is before the Board by certification, neither decided nor declined"""
    return all_(
        certification.kind.is_("certification"), orders_removal(certification.of), before_a_decision(certification)
    )


# --- motions to rescind an order made in absentia ----------------------------------------------------------------------

BEFORE_242B = Version(None, "former INA 242(b)", note="no 180 days: the motion had to show reasonable cause")
AFTER_242B = Version(date(1992, 6, 13), "former INA 242B(c)(3)(A); since 1997-04-01 INA 240(b)(5)(C)(i)")


@provision(
    "mtr.inabs.180",
    "INA 240(b)(5)(C)(i)",
    "former INA 242B(c)(3)(A)",
    "8 CFR 1003.23(b)(4)(ii), (iii)(A)(1)",
    subject=Order,
    aliases=("clk.mtr.inabs.180",),
)
def rescission_due(case: Case, order: Order) -> Day:
    """the last day for a motion to rescind that rests on exceptional circumstances: 180 days from the order"""
    return next_open(order.decided + by_date(order.decided, (BEFORE_242B, UNCONFIRMED), (AFTER_242B, days(180))), EOIR)


@provision(
    "mtr.exc.inabs",
    "INA 240(b)(5)(C)",
    "former INA 242B(c)(3)",
    "8 CFR 1003.23(b)(4)(ii), (iii)(A)",
    subject=Filing,
    aliases=("mtr.exc.inabs-removal", "mtr.exc.inabs-deport", "clk.mtr.inabs.any"),
)
def rescission_ground(case: Case, motion: Filing) -> Bool:
    """the motion rests on want of notice or custody (at any time), or on exceptional circumstances within 180 days"""
    timely = motion.ground_exceptional_circumstances & (motion.received <= rescission_due(case, motion.of))
    return any_(motion.ground_no_notice, motion.ground_custody, timely)


def _to_rescind(case: Case, motion: Filing) -> Bool:
    """A motion at the court against its order in absentia, on a ground for which such an order can be rescinded."""
    return all_(
        motion.kind.is_in("motion to rescind", "motion to reopen"),
        motion.forum.is_("immigration court"),
        motion.of.in_absentia,
        any_(motion.ground_no_notice, motion.ground_custody, motion.ground_exceptional_circumstances),
    )


def _an_earlier_one(case: Case, motion: Filing) -> Bool:
    return exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("motion to rescind"), f.of.is_row(motion.of), f.received < motion.received, ~f.rejected
        ),
    )


@provision(
    "stay.auto.inabs-removal",
    "INA 240(b)(5)(C)",
    "8 CFR 1003.23(b)(4)(ii)",
    "BIA Practice Manual 6.2(d)(1)",
    subject=Filing,
    note="It ends on the judge's ruling. On appeal from a denial nothing holds removal: ask the Board for a stay.",
)
def removal_rescission_stay(case: Case, motion: Filing) -> Bool:
    """a motion to rescind a removal order made in absentia is before the immigration court, undecided"""
    pending = all_(motion.of.kind.is_("removal"), _to_rescind(case, motion), before_a_decision(motion))
    return pending & unsettled(
        "whether a second motion, or one late on its face, stays removal is contested: the statute stays for the motion it describes",
        YES,
        rescission_ground(case, motion) & ~_an_earlier_one(case, motion),
    )


@provision(
    "stay.auto.inabs-deport",
    "former INA 242B(c)(3)",
    "8 CFR 1003.23(b)(4)(iii)(A), (C)",
    "8 CFR 1003.6(b)",
    "Matter of Rivera-Claros, 21 I&N Dec. 232 (BIA 1996)",
    subject=Filing,
)
def deportation_rescission_stay(case: Case, motion: Filing) -> Bool:
    """a motion to rescind a deportation order made in absentia under section 242B is undecided, or on appeal to the Board"""
    order = motion.of
    pending = all_(
        order.kind.is_("deportation"),
        order.notice_242b,
        _to_rescind(case, motion),
        ~motion.rejected,
        motion.received <= ON,
        _not_done_with(case, motion),
    )
    return pending & unsettled(
        "whether a motion late on its face stays deportation is contested: the statute stays for the motion it describes",
        YES,
        rescission_ground(case, motion),
    )


def _not_done_with(case: Case, motion: Filing) -> Bool:
    """The motion is undecided; or it was denied, and the time to appeal to the Board runs or a timely appeal is there."""
    on_appeal = exists(
        case.filings,
        lambda f: all_(f.of.is_row(motion.ruling), appeal_in_time(case, f), before_a_decision(f)),
    )
    to_appeal = all_(
        motion.forum.is_("immigration court"),
        motion.outcome.is_in("denied", "dismissed"),
        appeal_due(case, motion.ruling) >= ON,
    )
    return any_(motion.decided > ON, on_appeal, to_appeal)


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
    return next_open(final_decision_day(case, order) + years(1), EOIR)


NO_STAY_CLAUSE = Version(None, "Pub. L. 106-386 s. 1506(c), without a stay clause")
STAY_CLAUSE = Version(date(2006, 1, 5), "Pub. L. 109-162 s. 825", known=date(2006, 1, 5))


@provision(
    "stay.auto.vawa",
    "INA 240(c)(7)(C)(iv)",
    "Pub. L. 109-162 s. 825",
    "8 U.S.C. 1641(c)(1)(B)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="for deportation and exclusion orders the statute sets no deadline and, in a note to 8 U.S.C. 1229a that was not "
    "re-read, a like stay",
    note="The statute stays only for one whose motion establishes that he or she is a qualified alien: attach the prima facie "
    "determination. Who decides that at the jail door is not settled.",
)
def vawa_stay(case: Case, motion: Filing) -> Bool:
    """a special-rule motion of a battered spouse, child or parent shows qualified status and is not finally decided"""
    order = motion.of
    in_time = any_(
        order.kind.is_in("deportation", "exclusion"), motion.received <= vawa_due(case, order), motion.time_waived
    )
    the_only_one = ~exists(
        case.filings,
        lambda f: all_(f.ground_vawa, f.of.is_row(order), f.received < motion.received, ~f.rejected),
    ) | undetermined(Cause.UNSETTLED, "the statute allows one such motion; whether a second one stays removal is open")
    elements = all_(
        motion.kind.is_("motion to reopen"),
        motion.forum.is_in("immigration court", "Board"),
        order.kind.is_in("removal", "deportation", "exclusion"),
        motion.ground_vawa,
        motion.shown_self_petition,
        motion.shown_qualified_alien,
        motion.present_at_filing,
        motion.received <= ON,
        ~motion.rejected,
        in_time,
        the_only_one,
    )
    in_court = _to_be_reviewed(case, motion) & undetermined(
        Cause.UNSETTLED, "whether the stay lasts through a petition for review is unsettled"
    )
    return by_date(
        motion.received, (NO_STAY_CLAUSE, NO), (STAY_CLAUSE, elements & any_(_not_done_with(case, motion), in_court))
    )


def _to_be_reviewed(case: Case, motion: Filing) -> Bool:
    """A court of appeals has, or may still be given, a petition for review of the motion's denial."""
    petitioned = exists(
        case.filings,
        lambda f: all_(f.kind.is_("petition for review"), f.received >= motion.decided, before_a_decision(f)),
    )
    appeal_over = exists(
        case.filings,
        lambda f: all_(f.kind.is_("appeal"), f.of.is_row(motion.ruling), f.received <= ON, _may_petition(f)),
    )
    return any_(petitioned, _may_petition(motion), appeal_over)


def _may_petition(filing: Filing) -> Bool:
    return ~filing.outcome.is_("granted") & (next_open(filing.decided + days(30), FEDERAL) >= ON)


# --- the rest of the list --------------------------------------------------------------------------------------------


@provision("stay.auto.reopened", "Nken v. Holder, 556 U.S. 418, 429 n.1 (2009)", "8 CFR 1003.6(a)", subject=Order)
def reopened(case: Case, order: Order) -> Bool:
    """the case was reopened or the order vacated: there is nothing to carry out"""
    return order.reopened <= ON


@provision(
    "stay.auto.other-status",
    "INA 244(a)(1)(A)",
    "8 CFR 214.204",
    subject=Protection,
    confidence=Confidence.PROBABLY,
    doubt="the T-visa rule was not re-read",
)
def status_stay(case: Case, protection: Protection) -> Bool:
    """temporary protected status, or a bona fide finding on a T visa, is in force"""
    return all_(
        protection.kind.is_in("temporary protected status", "T bona fide determination"),
        protection.since <= ON,
        protection.until >= ON,
    )


# --- before an administrative order of removal is carried out ----------------------------------------------------------

BEFORE_238 = Version(None, "former INA 242A(b)(3)", note="how long it waited was not read")
FOURTEEN = Version(date(1997, 4, 1), "INA 238(b)(3)")


@provision("stay.auto.administrative-removal.until", "INA 238(b)(3)", subject=Order)
def administrative_wait_ends(case: Case, order: Order) -> Day:
    """the last day on which an order of administrative removal may not be carried out: the fourteenth from its issue"""
    return unsettled(
        "whether the day of issue counts among the fourteen was not found",
        order.decided + by_date(order.decided, (BEFORE_238, UNCONFIRMED), (FOURTEEN, days(13))),
        order.decided + by_date(order.decided, (BEFORE_238, UNCONFIRMED), (FOURTEEN, days(14))),
    )


@provision(
    "stay.auto.administrative-removal",
    "INA 238(b)(3)",
    subject=Order,
    note="It is there so that a court can be asked: file the petition for review, with a motion for a stay, within the fourteen days. "
    "Form I-851A asks the respondent to waive them: sign no waiver.",
)
def administrative_wait(case: Case, order: Order) -> Bool:
    """an order of administrative removal may not be carried out for fourteen days from its issue, unless that was waived"""
    return all_(
        order.kind.is_("administrative removal"),
        order.decided <= ON,
        administrative_wait_ends(case, order) >= ON,
        ~order.wait_waived,
        not_(order.reopened <= ON),
    )
