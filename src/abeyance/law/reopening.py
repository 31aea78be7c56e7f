"""Motions to reopen and to reconsider: time, number, forum, exceptions.  INA 240(c)(6)-(7); 8 CFR 1003.2, 1003.23.

*In time* means received by the last day, before the body that has the case, with its fee or a request to waive it, and not
rejected (SEMANTICS 19).
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.appeals import appeal_in_time
from abeyance.law.calendars import EOIR, next_open
from abeyance.law.circuits import held
from abeyance.law.finality import final_decision_day, final_decision_sent
from abeyance.law.provisions import Confidence, provision
from abeyance.law.stays_automatic import rescission_ground, vawa_due
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
    by_choice,
    by_date,
    choose_if,
    days,
    undetermined,
    unsettled,
    until,
)
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause

PUBLISHED = date(1996, 4, 29)  # 61 Fed. Reg. 18900
OLD = Version(None, "8 CFR 1003.2(c)(2) and 1003.23(b)(1): the later of 90 days or 1996-09-30")
NINETY = Version(date(1996, 7, 1), "8 CFR 1003.2(c)(2) and 1003.23(b)(1); INA 240(c)(7)(C)(i)", known=PUBLISHED)
OLD_RECONSIDER = Version(None, "8 CFR 1003.2(b)(2) and 1003.23(b)(1): the later of 30 days or 1996-07-31")
THIRTY = Version(date(1996, 7, 1), "8 CFR 1003.2(b)(2) and 1003.23(b)(1); INA 240(c)(6)(B)", known=PUBLISHED)

BY_BOARD = ("Board", "Attorney General")
DECIDED_ON_THE_MERITS = ("dismissed", "denied", "granted", "terminated")


# --- the body that has the case --------------------------------------------------------------------------------------


def board_has_case(case: Case, order: Order, on: Day) -> Bool:
    """The order is the Board's, or a timely appeal from it was before the Board on a day, or had been decided on the merits.

    An appeal that was withdrawn, sent back or dismissed as late leaves the case with the judge.
    """
    return order.by.is_in(*BY_BOARD) | exists(
        case.filings,
        lambda f: all_(
            f.of.is_row(order),
            appeal_in_time(case, f),
            f.received <= on,
            any_(f.decided > on, f.outcome.is_in(*DECIDED_ON_THE_MERITS)),
        ),
    )


def judge_has_case(case: Case, order: Order, on: Day) -> Bool:
    """The order is a judge's, and the case did not go on to the Board by a day."""
    return order.by.is_("immigration judge") & ~board_has_case(case, order, on)


@provision(
    "mtr.forum",
    "8 CFR 1003.2(a), (c)",
    "8 CFR 1003.23(b)(1)",
    "BIA Practice Manual 5.2(a)",
    "Matter of Lopez, 22 I&N Dec. 16 (BIA 1998)",
    subject=Filing,
    note="A motion filed with the wrong body is rejected, and its day does not count.",
)
def right_forum(case: Case, motion: Filing) -> Bool:
    """the motion is before the body that has the case: the Board where it decided an appeal or has one, otherwise the judge"""
    board = motion.forum.is_("Board") & board_has_case(case, motion.of, motion.received)
    judge = motion.forum.is_("immigration court") & judge_has_case(case, motion.of, motion.received)
    to_rescind = all_(
        motion.kind.is_("motion to rescind"),
        motion.forum.is_("immigration court"),
        motion.of.by.is_("immigration judge"),
    )
    return any_(board, judge, to_rescind)


def fee_met(filing: Filing) -> Bool:
    """The fee was paid, or its waiver asked, or none was due: DHS pays none, nor do both parties together."""
    return any_(
        filing.fee_paid,
        filing.fee_waiver_asked,
        filing.fee_not_due,
        filing.by.is_in("DHS", "both parties"),
    )


def properly_filed(case: Case, motion: Filing) -> Bool:
    """Before the body that has the case, with its fee, and not rejected."""
    return all_(right_forum(case, motion), fee_met(motion), ~motion.rejected)


# --- reopening: time and number ----------------------------------------------------------------------------------------


@provision(
    "mtr.general",
    "INA 240(c)(7)(C)(i)",
    "8 CFR 1003.2(c)(2)",
    "8 CFR 1003.23(b)(1)",
    subject=Order,
    aliases=("clk.mtr.90", "clk.mtr.90.old"),
    note="A decision of a judge that nobody appealed is final when the time to appeal runs out. Some count from the decision itself: "
    "file by then. Neither a petition for review nor a court's stay extends the time (Keo Chan v. Gonzales, 1st Cir. 2005).",
)
def reopening_due(case: Case, order: Order) -> Day:
    """the last day on which a motion to reopen may be received: 90 days after the final administrative decision"""
    final = final_decision_day(case, order)
    # ninety days from any decision before 1996-07-01 end before 1996-09-30, so the later of the two is that day
    return next_open(final + by_date(final, (OLD, until("1996-09-30")), (NINETY, days(90))), EOIR)


@provision("mtr.time", "INA 240(c)(7)(C)(i)", "8 CFR 1003.2(c)(2)", "8 CFR 1003.23(b)(1)", subject=Filing)
def reopening_in_time(case: Case, motion: Filing) -> Bool:
    """the motion to reopen was filed as it must be, and received within 90 days of the final decision"""
    return all_(
        motion.kind.is_("motion to reopen"),
        motion.received <= reopening_due(case, motion.of),
        properly_filed(case, motion),
    )


@provision(
    "mtr.late-by-inference",
    "8 CFR 241.6(a)",
    "INA 240(c)(7)(C)(i)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="an inference, not a fact: a stay ICE granted presupposes an order that was final when it was granted, and this one",
    note="It stands in only where mtr.time is unknown; where the day of the final decision is known, that day decides.",
)
def reopening_late_by_inference(case: Case, motion: Filing) -> Bool:
    """ICE granted a stay, which presupposes a final order, more than 90 days before the motion to reopen: it is late"""
    return motion.kind.is_("motion to reopen") & exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("stay request"),
            f.forum.is_("ICE"),
            f.outcome.is_("granted"),
            motion.received > next_open(f.decided + days(90), EOIR),
        ),
    )


def same_proceeding(case: Case, one: Order, other: Order) -> Bool:
    """Two orders are one, or one of them decided a filing that attacks the other."""
    return any_(
        one.is_row(other),
        exists(
            case.filings,
            lambda f: all_(
                f.received <= ON,
                any_(
                    all_(f.of.is_row(one), f.ruling.is_row(other)),
                    all_(f.of.is_row(other), f.ruling.is_row(one)),
                ),
            ),
        ),
    )


def counts_as_the_one(motion: Filing) -> Bool:
    """A motion to reopen that uses up the one the respondent has.

    One received before 1996-09-30, a special-rule one and one of another party do not.
    """
    made = all_(motion.by.is_("respondent"), ~motion.rejected, ~motion.ground_vawa, motion.received >= "1996-09-30")
    return all_(
        made,
        any_(
            motion.kind.is_("motion to reopen"),
            motion.kind.is_("motion to rescind")
            & undetermined(
                Cause.UNSETTLED, "whether a motion to rescind uses up the one motion to reopen was not settled"
            ),
        ),
    )


@provision(
    "mtr.number",
    "INA 240(c)(7)(A)",
    "8 CFR 1003.2(c)(2)",
    "8 CFR 1003.23(b)(1)",
    subject=Filing,
    note="That a motion made before 1996-09-30 does not count is in the practice manual, not in the rule.",
)
def first_motion(case: Case, motion: Filing) -> Bool:
    """no earlier motion of the respondent counts against this one, of which there may be one in a proceeding"""
    return ~exists(
        case.filings,
        lambda f: all_(counts_as_the_one(f), f.received < motion.received, same_proceeding(case, f.of, motion.of)),
    )


# --- reopening: exceptions -----------------------------------------------------------------------------------------------


@provision(
    "mtr.exc.country-conditions",
    "INA 240(c)(7)(C)(ii)",
    "8 CFR 1003.2(c)(3)(ii)",
    "8 CFR 1003.23(b)(4)(i)",
    subject=Filing,
    aliases=("clk.mtr.country",),
)
def country_conditions(case: Case, motion: Filing) -> Bool:
    """the motion asks for asylum, withholding or CAT protection on changed country conditions: no limit of time or number"""
    new = undetermined(
        Cause.JUDGEMENT,
        "whether conditions have changed, by evidence that could not be had before, is for the tribunal",
    )
    return all_(motion.ground_changed_country, ~motion.frivolous_bar, new)


@provision(
    "mtr.exc.joint", "8 CFR 1003.2(c)(3)(iii)", "8 CFR 1003.23(b)(4)(iv)", subject=Filing, aliases=("clk.mtr.joint",)
)
def joint_motion(case: Case, motion: Filing) -> Bool:
    """the motion is agreed on by all parties and filed jointly: no limit of time or number"""
    return motion.by.is_("both parties")


@provision(
    "mtr.exc.dhs",
    "8 CFR 1003.23(b)(1)",
    "8 CFR 1003.2(c)(3)(iv)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="the two paragraphs were not re-read",
)
def dhs_motion(case: Case, motion: Filing) -> Bool:
    """DHS moves before a judge in removal proceedings, or for fraud or a crime that would end asylum: no limit of time or number"""
    at_court = motion.forum.is_("immigration court") & motion.of.kind.is_("removal")
    cause = undetermined(
        Cause.JUDGEMENT, "whether there was fraud, or a crime that would end asylum, is for the tribunal"
    )
    return motion.by.is_("DHS") & (at_court | cause)


PRESENT = Version(date(2006, 1, 5), "Pub. L. 109-162 s. 825: one who is in the United States")


@provision(
    "mtr.exc.vawa",
    "INA 240(c)(7)(C)(iv)",
    "Pub. L. 106-386 s. 1506(c)(2)",
    subject=Filing,
    note="An order of deportation or exclusion has no limit of a year: 8 U.S.C. 1229a note.",
)
def vawa_motion(case: Case, motion: Filing) -> Bool:
    """a special-rule motion of a battered spouse, child or parent, with the petition or application it rests on, within a year of
    the final order of removal or with that limit waived"""
    in_time = any_(
        motion.of.kind.is_in("deportation", "exclusion"),
        motion.received <= vawa_due(case, motion.of),
        motion.time_waived,
    )
    here = by_date(
        motion.received, (Version(None, "Pub. L. 106-386 s. 1506(c)"), YES), (PRESENT, motion.present_at_filing)
    )
    return all_(motion.ground_vawa, motion.shown_self_petition, here, in_time)


@provision(
    "mtr.tolling",
    "Mata v. Lynch, 576 U.S. 143 (2015)",
    "Guerrero-Lasprilla v. Barr, 589 U.S. 221 (2020)",
    subject=Case,
    note="For each circuit the leading decision. Before it a court may have left the question open or refused to toll.",
)
def tolling_recognised(case: Case, _: Case) -> Bool:
    """the court of appeals accepts that the time for a motion to reopen can be tolled for diligence and an extraordinary obstacle"""
    return held(
        case,
        "tolling",
        "the court of appeals had not decided, or its decision was not read, that the time can be tolled",
    )


def tolled(case: Case, motion: Filing) -> Bool:
    """The motion asks to be tolled, which its circuit allows; whether it earns it is for the tribunal."""
    return all_(
        motion.ground_tolling,
        tolling_recognised(case, case),
        undetermined(
            Cause.JUDGEMENT, "whether diligence and an extraordinary circumstance excuse the delay is for the tribunal"
        ),
    )


LOZADA = Version(None, "Matter of Lozada, 19 I&N Dec. 637 (BIA 1988)")
COMPEAN = Version(date(2009, 1, 7), "Matter of Compean, 24 I&N Dec. 710 (A.G. 2009): six documents")
LOZADA_AGAIN = Version(date(2009, 6, 3), "Matter of Compean, 25 I&N Dec. 1 (A.G. 2009), vacating the first")


@provision(
    "mtr.iac",
    "Matter of Lozada, 19 I&N Dec. 637 (BIA 1988)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="how strictly each circuit takes Lozada was not re-read for most of them",
    note="An affidavit of the agreement and of what counsel did; notice to counsel, with the answer; a complaint to the bar, or why "
    "not. And prejudice, which is for the tribunal.",
)
def ineffective_counsel_shown(case: Case, motion: Filing) -> Bool:
    """the motion rests on the fault of earlier counsel and comes with the three things that Matter of Lozada asks for"""
    steps = all_(motion.shown_counsel_affidavit, motion.shown_counsel_notice, motion.shown_bar_complaint)
    excused = undetermined(Cause.JUDGEMENT, "whether what is missing can be excused is for the tribunal")
    # strict or near-strict: Lara v. Trominski, 216 F.3d 487 (5th Cir. 2000), and the Sixth, Seventh and Eleventh Circuits
    shown = steps | by_choice(case.circuit, {("5", "6", "7", "11"): NO}, excused)
    other = undetermined(Cause.NOT_ENCODED, "what the first Compean decision asked is not encoded")
    return motion.ground_ineffective_counsel & by_date(ON, (LOZADA, shown), (COMPEAN, other), (LOZADA_AGAIN, shown))


CLOSED = Version(date(2005, 4, 27), "8 CFR 1003.43, 1003.44, 1208.18(b)(2): all closed")


@provision(
    "mtr.special-windows",
    "8 CFR 1003.43",
    "8 CFR 1003.44",
    "8 CFR 1208.18(b)(2)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="the windows were not re-read; that the last of them closed on 2005-04-26 is from memory",
)
def special_window(case: Case, motion: Filing) -> Bool:
    """the motion came in while a special time to reopen was open: for NACARA, for former section 212(c), or for CAT protection"""
    open_once = undetermined(Cause.NOT_ENCODED, "the special times to reopen of 1998 to 2005 are not encoded")
    return by_date(motion.received, (Version(None, "8 CFR 1003.43, 1003.44, 1208.18(b)(2)"), open_once), (CLOSED, NO))


def may_be_rescinded(case: Case, motion: Filing) -> Bool:
    """A motion on a ground for which the statute rescinds an order made in absentia, whatever the motion is called."""
    return all_(
        motion.kind.is_in("motion to rescind", "motion to reopen"),
        motion.of.in_absentia,
        rescission_ground(case, motion),
    )


@provision(
    "mtr.exc.inabs-exclusion",
    "8 CFR 1003.23(b)(4)(iii)(B), (D)",
    "Matter of N-B-, 22 I&N Dec. 590 (BIA 1999)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="the regulation was read in the decision, not itself",
    note="Reasonable cause for not appearing must be shown. Filing holds nothing.",
)
def against_exclusion_in_absentia(case: Case, motion: Filing) -> Bool:
    """the motion attacks an exclusion order that a judge made in absentia: no limit of time or number"""
    return all_(
        motion.kind.is_in("motion to rescind", "motion to reopen"),
        motion.forum.is_("immigration court"),
        motion.of.kind.is_("exclusion"),
        motion.of.in_absentia,
        motion.of.by.is_("immigration judge"),
    )


@provision("mtr.open", "INA 240(c)(7)", "INA 240(b)(5)(C)", "8 CFR 1003.2(c)", "8 CFR 1003.23(b)", subject=Filing)
def not_barred(case: Case, motion: Filing) -> Bool:
    """the motion to reopen is within the limits of time and number, or excepted from them"""
    return any_(
        reopening_in_time(case, motion) & first_motion(case, motion),
        country_conditions(case, motion),
        joint_motion(case, motion),
        dhs_motion(case, motion),
        vawa_motion(case, motion),
        may_be_rescinded(case, motion),
        against_exclusion_in_absentia(case, motion),
        special_window(case, motion),
        tolled(case, motion),
    )


SUA_SPONTE = Version(None, "8 CFR 1003.2(a) and 1003.23(b)(1)")
AA96 = Version(
    date(2021, 1, 15), "85 Fed. Reg. 81588: power removed save for clerical errors", known=date(2020, 12, 16)
)
ENJOINED = Version(date(2021, 3, 10), "Centro Legal de la Raza v. EOIR, 524 F. Supp. 3d 919 (N.D. Cal. 2021)")
RESTORED = Version(date(2024, 7, 29), "89 Fed. Reg. 46742", known=date(2024, 5, 29))


@provision(
    "mtr.exc.sua-sponte",
    "8 CFR 1003.2(a)",
    "8 CFR 1003.23(b)(1)",
    "Matter of J-J-, 21 I&N Dec. 976 (BIA 1997)",
    subject=Case,
    note="The text was read as of 2024-09-18, and no change was found up to 2026-11-23. A refusal is reviewed for legal "
    "error at most.",
)
def own_motion(case: Case, _: Case) -> Bool:
    """the judge or the Board may reopen on its own motion at any time, in an exceptional situation"""
    return by_date(ON, (SUA_SPONTE, YES), (AA96, NO), (ENJOINED, YES), (RESTORED, YES))


# --- reconsidering ---------------------------------------------------------------------------------------------------------


def _reconsidered_from(case: Case, order: Order) -> Day:
    sent = final_decision_sent(case, order)
    ruling = unsettled(
        "whether the time to reconsider a judge's ruling on a motion runs from the ruling was not read",
        order.decided,
        sent,
    )
    return choose_if(order.motion_ruling & order.by.is_("immigration judge"), ruling, sent)


@provision(
    "mtrec.general",
    "INA 240(c)(6)(B)",
    "8 CFR 1003.2(b)(2)",
    "8 CFR 1003.23(b)(1)",
    subject=Order,
    aliases=("clk.mtrec.30", "clk.mtrec.old"),
    note="The Board counts from the mailing of its decision, which is usually the day of it.",
)
def reconsideration_due(case: Case, order: Order) -> Day:
    """the last day on which a motion to reconsider may be received: 30 days after the final decision, the Board's from its mailing"""
    start = _reconsidered_from(case, order)
    return next_open(start + by_date(start, (OLD_RECONSIDER, until("1996-07-31")), (THIRTY, days(30))), EOIR)


@provision("mtrec.time", "INA 240(c)(6)(B)", "8 CFR 1003.2(b)(2)", "8 CFR 1003.23(b)(1)", subject=Filing)
def reconsideration_in_time(case: Case, motion: Filing) -> Bool:
    """the motion to reconsider was filed as it must be, and received within 30 days"""
    return all_(
        motion.kind.is_("motion to reconsider"),
        motion.received <= reconsideration_due(case, motion.of),
        properly_filed(case, motion),
    )


def denies_reconsideration(case: Case, order: Order) -> Bool:
    """The order is the ruling on a motion to reconsider."""
    return exists(
        case.filings,
        lambda f: all_(f.kind.is_("motion to reconsider"), f.received <= ON, f.ruling.is_row(order)),
    )


@provision("mtrec.number", "INA 240(c)(6)(A)", "8 CFR 1003.2(b)(2)", "8 CFR 1003.23(b)(1)", subject=Filing)
def first_reconsideration(case: Case, motion: Filing) -> Bool:
    """it is the respondent's first motion to reconsider that decision, which did not itself deny reconsideration"""
    earlier = exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("motion to reconsider"),
            f.of.is_row(motion.of),
            f.by.is_("respondent"),
            ~f.rejected,
            f.received < motion.received,
            f.received >= "1996-07-31",
        ),
    )
    return ~earlier & ~denies_reconsideration(case, motion.of)


# --- opposition --------------------------------------------------------------------------------------------------------------

THIRTEEN = Version(date(1996, 7, 1), "8 CFR 1003.2(g)(3)", known=PUBLISHED)
TEN = Version(date(2008, 7, 1), "Immigration Court Practice Manual 3.1(b)")


@provision(
    "mtr.bia.opposition",
    "8 CFR 1003.2(g)(3)",
    "BIA Practice Manual 5.4",
    subject=Filing,
    aliases=("clk.mtr.bia.opp",),
)
def opposition_due(case: Case, motion: Filing) -> Day:
    """the last day for DHS to oppose a motion at the Board: 13 days from the day the motion was served on it"""
    earlier = Version(None, "before 61 Fed. Reg. 18900", note="not read")
    return next_open(motion.served + by_date(motion.served, (earlier, UNCONFIRMED), (THIRTEEN, days(13))), EOIR)


@provision(
    "mtr.ic.opposition",
    "8 CFR 1003.23(b)(1)(iv)",
    "Immigration Court Practice Manual 3.1(b), 5.8, App. C",
    subject=Filing,
    aliases=("clk.mtr.ic.opp",),
    confidence=Confidence.PROBABLY,
    doubt="the manual's ten days were not re-read, and a judge may set another time",
)
def court_opposition_due(case: Case, motion: Filing) -> Day:
    """the last day for DHS to answer a motion to reopen at the immigration court: 10 days after the court received it"""
    earlier = Version(None, "8 CFR 1003.23(b)(1)(iv): as the judge set", note="no period of its own")
    return next_open(motion.received + by_date(motion.received, (earlier, UNCONFIRMED), (TEN, days(10))), EOIR)
