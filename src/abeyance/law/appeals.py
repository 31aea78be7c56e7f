"""Appeals from an immigration judge to the Board: the period in all its versions, and what makes an appeal timely."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.calendars import EOIR
from abeyance.law.provisions import provision
from abeyance.logic.expressions import UNCONFIRMED, Bool, Day, Version, all_, by_date, choose_if, days

OLD = Version(
    None, "former 8 CFR 3.38 and 242.21", note="ten days, thirteen if mailed: not confirmed, so no date is given"
)
THIRTY = Version(date(1996, 7, 1), "8 CFR 1003.38(b); 61 Fed. Reg. 18900", known=date(1996, 4, 29))
TEN = Version(
    date(2026, 3, 9),
    "FR Doc. 2026-02326, interim rule of 2026-02-06",
    known=date(2026, 2, 6),
    undone=date(2026, 3, 8),
    note="ten days; vacated the day before it was to begin (Amica Center for Immigrant Rights v. EOIR, D.D.C.)",
)
ASYLUM = Version(
    date(2026, 3, 9),
    "FR Doc. 2026-02326; INA 208(d)(5)(A)(iv)",
    known=date(2026, 2, 6),
    undone=date(2026, 3, 8),
    note="thirty days kept for asylum decisions; vacated with the rest",
)


@provision(
    "stay.bia.appeal-count", "8 CFR 1003.38(b)", "Matter of Morales-Morales, 28 I&N Dec. 714 (BIA 2023)", subject=Order
)
def appeal_counted_from(case: Case, order: Order) -> Day:
    """the day the time to appeal counts from: the oral decision, else the mailing or e-notice of the written one"""
    return choose_if(order.oral, order.decided, order.mailed)


@provision(
    "stay.bia.appeal-period",
    "8 CFR 1003.38(b)",
    "8 CFR 1003.3(a)(1)",
    "8 CFR 1001.1(h)",
    subject=Order,
    aliases=("clk.bia.appeal.0", "clk.bia.appeal.1", "clk.bia.appeal.ifr", "clk.bia.appeal.ifr.asylum"),
    note="Filed is received, by the Board itself. A decision of 2026-03-09 or later: treat day ten as the target all the same.",
)
def appeal_due(case: Case, order: Order) -> Day:
    """the last day on which the Board may receive the notice of appeal"""
    others = by_date(order.decided, (OLD, UNCONFIRMED), (THIRTY, days(30)), (TEN, days(10)))
    asylum = by_date(order.decided, (OLD, UNCONFIRMED), (THIRTY, days(30)), (ASYLUM, days(30)))

    def after(start: Day) -> Day:
        # added to the very day that chooses the version, so that a span of days is cut where the law changes
        return choose_if(order.asylum_decided, start + asylum, start + others)

    return choose_if(order.oral, after(order.decided), after(order.mailed)).open_day(EOIR)


@provision("stay.bia.appealable", "INA 240(b)(5)", "8 CFR 1240.15", "8 CFR 1003.3(a)(1)", subject=Order)
def appealable(case: Case, order: Order) -> Bool:
    """an appeal to the Board lies from the decision: a judge's, not a removal order in absentia"""
    return order.by.is_("immigration judge") & ~(order.kind.is_("removal") & order.in_absentia)


@provision("stay.bia.appeal-timely", "8 CFR 1003.38(b)-(d)", "8 CFR 1001.1(dd)", "8 CFR 1003.8", subject=Filing)
def appeal_in_time(case: Case, appeal: Filing) -> Bool:
    """the Board received the notice of appeal in time, with its fee or a request to waive it, and did not reject it"""
    return all_(
        appeal.kind.is_("appeal"),
        appeal.forum.is_("Board"),
        appeal.received <= appeal_due(case, appeal.of),
        appeal.fee_paid | appeal.fee_waiver_asked,
        ~appeal.rejected,
    )
