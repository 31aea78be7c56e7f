"""Petitions for review in the courts of appeals.  8 U.S.C. 1252."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Order
from abeyance.law.calendars import FEDERAL
from abeyance.law.finality import final_day
from abeyance.law.provisions import provision
from abeyance.logic.expressions import UNCONFIRMED, Day, Version, by_date, choose_if, days

OLD_ACT = Version(
    None,
    "former INA 106(a)(1)",
    note="90 days, 30 for an aggravated felony, and 60 for some orders: not re-read, so no date is given",
)
TRANSITIONAL = Version(date(1996, 10, 31), "IIRIRA 309(c)(4)(C)", known=date(1996, 9, 30))


@provision(
    "pfr.period",
    "8 U.S.C. 1252(b)(1)",
    "IIRIRA 309(c)(4)(C)",
    "Riley v. Bondi (2025)",
    subject=Order,
    aliases=("clk.pfr.30", "clk.pfr.30.trans", "clk.pfr.90"),
)
def petition_due(case: Case, order: Order) -> Day:
    """the last day on which the court of appeals may receive a petition for review: 30 days after the final order"""
    final = final_day(case, order)
    older = final + by_date(final, (OLD_ACT, UNCONFIRMED), (TRANSITIONAL, days(30)))
    return choose_if(order.kind.is_in("deportation", "exclusion"), older, final + days(30)).open_day(FEDERAL)
