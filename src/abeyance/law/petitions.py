"""Petitions for review in the courts of appeals.  8 U.S.C. 1252; FRAP 25, 26."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.appeals import appeal_due, appeal_waived
from abeyance.law.calendars import FEDERAL, next_open
from abeyance.law.finality import final_decision_day, final_decision_sent, order_final
from abeyance.law.provisions import provision
from abeyance.logic.expressions import (
    NO,
    ON,
    YES,
    Bool,
    Day,
    Period,
    Version,
    all_,
    any_,
    by_date,
    choose_if,
    days,
    months,
    not_,
    undetermined,
    unsettled,
)
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause

OLD_ACT = Version(
    None,
    "former INA 106(a)(1); Stone v. INS, 514 U.S. 386 (1995)",
    note="90 days, 30 after an aggravated felony; six months before the Act of 1990, whose first day was not read. By 1996-10-31 at "
    "the latest thirty days",
)
TRANSITIONAL = Version(date(1996, 10, 31), "IIRIRA 309(c)(4)(C)", known=date(1996, 9, 30))


@provision(
    "pfr.lies",
    "8 U.S.C. 1252(a)(1), (a)(2)(A), (a)(5)",
    "Kucana v. Holder, 558 U.S. 233 (2010)",
    "Mata v. Lynch, 576 U.S. 143 (2015)",
    "8 CFR 1240.26(i)",
    subject=Order,
    note="The thirty days run from the decision also where it gives time to leave voluntarily; a petition in that time ends it. "
    "A Board decision that denies a motion is a final order of its own and needs a petition of its own (Stone v. INS, 1995). "
    "Of an in absentia order the court reviews notice, the reasons for the absence and removability only. An order that "
    "nobody appealed to the Board will usually fail for want of exhaustion. ICE's refusal of a stay is not reviewed.",
)
def petition_lies(case: Case, order: Order) -> Bool:
    """a petition for review lies: from a final order other than expedited removal, also while time to leave voluntarily runs, or
    from a Board decision that denies a motion"""
    by_board = order.by.is_in("Board", "Attorney General")
    denial = all_(by_board, order.outcome.is_("motion denied"), order.decided <= ON)
    time_to_leave = all_(
        order.outcome.is_("voluntary departure"),
        final_decision_day(case, order) <= ON,
        any_(by_board, appeal_due(case, order) < ON, appeal_waived(case, order)),
        not_(order.reopened <= ON),
    )
    return any_(order_final(case, order) & ~order.kind.is_("expedited removal"), time_to_leave, denial)


@provision(
    "pfr.period",
    "8 U.S.C. 1252(b)(1)",
    "IIRIRA 309(c)(4)(C)",
    "Riley v. Bondi (2025)",
    "FRAP 25(a)(2)(A), 26(a), 26(b)(2)",
    subject=Order,
    aliases=("clk.pfr.30", "clk.pfr.30.trans", "clk.pfr.90"),
    note="Courts count from the mailing of the Board's decision where that is later than its date. Administrative removal and "
    "reinstatement count from DHS's own order, whatever becomes of withholding: file within 30 days of it and ask for abeyance. No "
    "days are added for mail. The court is that of the circuit in which the judge completed the proceedings (1252(b)(2)).",
)
def petition_due(case: Case, order: Order) -> Day:
    """the last day on which the court of appeals may receive a petition for review: 30 days after the final order"""
    final = final_decision_sent(case, order)

    def formerly(period: Period) -> Day:
        # added to the very day that chooses the version, so that a span of days is cut where the law changes
        return final + by_date(final, (OLD_ACT, period), (TRANSITIONAL, days(30)))

    older = unsettled(
        "thirty days after an aggravated felony, else ninety, and six months before a day that was not read",
        formerly(days(30)),
        formerly(months(6)),
    )
    return next_open(choose_if(order.kind.is_in("deportation", "exclusion"), older, final + days(30)), FEDERAL)


@provision("pfr.time", "8 U.S.C. 1252(b)(1)", "FRAP 25(a)(2)(A)", subject=Filing)
def petition_in_time(case: Case, petition: Filing) -> Bool:
    """the court of appeals received the petition for review within 30 days of the final order"""
    due = petition_due(case, petition.of)
    from_custody = all_(
        petition.sent <= due,
        exists(case.custody, lambda c: all_(c.since <= petition.sent, c.until >= petition.sent)),
        undetermined(
            Cause.JUDGEMENT,
            "whether the rule for filings from custody, FRAP 25(a)(2)(A)(iii), covers it is for the court",
        ),
    )
    return all_(
        petition.kind.is_("petition for review"),
        petition.forum.is_("court of appeals"),
        any_(petition.received <= due, from_custody),
        ~petition.rejected,
    )


STONE = Version(None, "Stone v. INS, 514 U.S. 386 (1995)")
RILEY = Version(
    date(2025, 6, 26),
    "Riley v. Bondi (2025)",
    note="the government may waive the limit; whether it can be tolled without that is open",
)


@provision("pfr.jurisdictional", "8 U.S.C. 1252(b)(1)", "Riley v. Bondi (2025)", subject=Case)
def lateness_is_jurisdictional(case: Case, _: Case) -> Bool:
    """a late petition is beyond the court's power, even if the government does not object"""
    return by_date(ON, (STONE, YES), (RILEY, NO))
