"""Motions to reopen and to reconsider: time, number, forum, exceptions.  INA 240(c)(6)-(7); 8 CFR 1003.2, 1003.23."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.calendars import EOIR
from abeyance.law.finality import final_day
from abeyance.law.provisions import Confidence, provision
from abeyance.law.stays_automatic import rescission_ground, vawa_due
from abeyance.logic.expressions import NO, ON, YES, Bool, Day, Version, all_, any_, by_date, days, undetermined, until
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause

OLD = Version(None, "8 CFR 1003.2(c)(2) and 1003.23(b)(1): the later of 90 days or 1996-09-30")
NINETY = Version(date(1996, 7, 1), "8 CFR 1003.2(c)(2) and 1003.23(b)(1); INA 240(c)(7)(C)(i)", known=date(1996, 4, 29))
OLD_RECONSIDER = Version(None, "8 CFR 1003.2(b)(2) and 1003.23(b)(1): the later of 30 days or 1996-07-31")
THIRTY = Version(date(1996, 7, 1), "8 CFR 1003.2(b)(2) and 1003.23(b)(1); INA 240(c)(6)(B)", known=date(1996, 4, 29))


@provision(
    "mtr.general",
    "INA 240(c)(7)(C)(i)",
    "8 CFR 1003.2(c)(2)",
    "8 CFR 1003.23(b)(1)",
    subject=Order,
    aliases=("clk.mtr.90", "clk.mtr.90.old"),
)
def reopening_due(case: Case, order: Order) -> Day:
    """the last day on which a motion to reopen may be received: 90 days after the final order"""
    final = final_day(case, order)
    # ninety days from any order before 1996-07-01 end before 1996-09-30, so the later of the two is that day
    return (final + by_date(final, (OLD, until("1996-09-30")), (NINETY, days(90)))).open_day(EOIR)


@provision("mtr.time", "INA 240(c)(7)(C)(i)", "8 CFR 1003.2(c)(2)", "8 CFR 1003.23(b)(1)", subject=Filing)
def reopening_in_time(case: Case, motion: Filing) -> Bool:
    """the motion to reopen was received within 90 days of the final order"""
    return (motion.received <= reopening_due(case, motion.of)) & ~motion.rejected


@provision(
    "mtr.late-by-inference",
    "8 CFR 241.6(a)",
    "INA 240(c)(7)(C)(i)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="an inference, not a fact: a stay ICE granted presupposes an order already final when it was granted",
)
def reopening_late_by_inference(case: Case, motion: Filing) -> Bool:
    """more than 90 days before the motion ICE granted a stay, which presupposes a final order: the motion is late"""
    return exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("stay request"),
            f.forum.is_("ICE"),
            f.outcome.is_("granted"),
            motion.received > (f.decided + days(90)).open_day(EOIR),
        ),
    )


@provision("mtr.number", "INA 240(c)(7)(A)", "8 CFR 1003.2(c)(2)", "8 CFR 1003.23(b)(1)", subject=Filing)
def first_motion(case: Case, motion: Filing) -> Bool:
    """no earlier motion to reopen by the respondent counts against this one"""
    return ~exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("motion to reopen"),
            f.of.is_row(motion.of),
            f.received < motion.received,
            f.by.is_("respondent"),
            ~f.rejected,
            ~f.ground_vawa,
            f.received >= "1996-09-30",
        ),
    )


@provision(
    "mtr.forum",
    "8 CFR 1003.2(a), (c)",
    "8 CFR 1003.23(b)(1)",
    "Matter of Lopez, 22 I&N Dec. 16 (BIA 1998)",
    subject=Filing,
)
def right_forum(case: Case, motion: Filing) -> Bool:
    """the motion is before the body that decided last: the Board if it decided, otherwise the judge"""
    board = motion.forum.is_("Board") & motion.of.by.is_("Board")
    judge = motion.forum.is_("immigration court") & motion.of.by.is_("immigration judge")
    return board | judge


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
    return all_(motion.ground_changed_country, new)


@provision(
    "mtr.exc.joint", "8 CFR 1003.2(c)(3)(iii)", "8 CFR 1003.23(b)(4)(iv)", subject=Filing, aliases=("clk.mtr.joint",)
)
def joint_motion(case: Case, motion: Filing) -> Bool:
    """the motion is filed jointly by both parties: no limit of time or number"""
    return motion.by.is_("both parties")


@provision("mtr.exc.vawa", "INA 240(c)(7)(C)(iv)", subject=Filing)
def vawa_motion(case: Case, motion: Filing) -> Bool:
    """a special-rule motion of a battered spouse, child or parent within a year of the final order, or with that limit waived"""
    return motion.ground_vawa & any_(motion.received <= vawa_due(case, motion.of), motion.time_waived)


@provision("mtr.open", "INA 240(c)(7)", "INA 240(b)(5)(C)", "8 CFR 1003.2(c)", "8 CFR 1003.23(b)", subject=Filing)
def not_barred(case: Case, motion: Filing) -> Bool:
    """the motion to reopen is within the limits of time and number, or excepted from them"""
    tolled = motion.ground_tolling & undetermined(
        Cause.JUDGEMENT, "whether diligence and an extraordinary circumstance excuse the delay is for the tribunal"
    )
    return any_(
        reopening_in_time(case, motion) & first_motion(case, motion),
        country_conditions(case, motion),
        joint_motion(case, motion),
        vawa_motion(case, motion),
        all_(motion.kind.is_("motion to rescind"), motion.of.in_absentia, rescission_ground(case, motion)),
        tolled,
    )


@provision(
    "mtrec.general",
    "INA 240(c)(6)(B)",
    "8 CFR 1003.2(b)(2)",
    "8 CFR 1003.23(b)(1)",
    subject=Order,
    aliases=("clk.mtrec.30", "clk.mtrec.old"),
)
def reconsideration_due(case: Case, order: Order) -> Day:
    """the last day on which a motion to reconsider may be received: 30 days after the final order"""
    final = final_day(case, order)
    return (final + by_date(final, (OLD_RECONSIDER, until("1996-07-31")), (THIRTY, days(30)))).open_day(EOIR)


@provision(
    "mtr.bia.opposition",
    "8 CFR 1003.2(g)(3)",
    subject=Filing,
    aliases=("clk.mtr.bia.opp",),
    confidence=Confidence.PROBABLY,
    doubt="the thirteen days were not re-read in the regulation",
)
def opposition_due(case: Case, motion: Filing) -> Day:
    """the last day for DHS to oppose a motion at the Board: 13 days from the day the motion was served on it"""
    return (motion.served + days(13)).open_day(EOIR)


SUA_SPONTE = Version(None, "8 CFR 1003.2(a) and 1003.23(b)(1)")
AA96 = Version(
    date(2021, 1, 15), "85 Fed. Reg. 81588: power removed save for clerical errors", known=date(2020, 12, 16)
)
ENJOINED = Version(
    date(2021, 3, 10), "Centro Legal de la Raza v. EOIR, 524 F. Supp. 3d 919 (N.D. Cal. 2021)", known=date(2021, 3, 10)
)
RESTORED = Version(date(2024, 7, 29), "89 Fed. Reg. 46742", known=date(2024, 5, 29))


@provision(
    "mtr.exc.sua-sponte",
    "8 CFR 1003.2(a)",
    "8 CFR 1003.23(b)(1)",
    "Matter of J-J-, 21 I&N Dec. 976 (BIA 1997)",
    subject=Case,
)
def own_motion(case: Case, _: Case) -> Bool:
    """the judge or the Board may reopen on its own motion at any time, in an exceptional situation"""
    return by_date(ON, (SUA_SPONTE, YES), (AA96, NO), (ENJOINED, YES), (RESTORED, YES))
