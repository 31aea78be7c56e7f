"""What is due while a case is pending, whatever is won or lost: a change of address, and briefs at the Board."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Residence
from abeyance.law.calendars import EOIR, next_open
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import UNCONFIRMED, Day, Version, business_days, by_date, days, unsettled


@provision(
    "duty.address",
    "8 CFR 1003.15(d)(2)",
    "8 CFR 1003.38(e)",
    "INA 239(a)(1)(F)(ii)",
    subject=Residence,
    aliases=("clk.addr.bia",),
    note="On form EOIR-33, to the court or the Board that has the case, with a copy to DHS; who is late still files at once. What is "
    "sent to the last address given is good notice, and an order may be made in absentia on it. USCIS is told apart, within "
    "ten days of the move, on form AR-11 (INA 265), and so is ICE.",
)
def address_due(case: Case, home: Residence) -> Day:
    """the last day to tell the court or the Board of a new address: five days after the move"""
    return unsettled(
        "the rule of the courts says five days, that of the Board and the forms five working days",
        home.since + days(5),
        home.since + business_days(5, EOIR),
    )


BEFORE = Version(None, "before 67 Fed. Reg. 54878")
TWENTY_ONE = Version(date(2002, 9, 25), "8 CFR 1003.3(c); 67 Fed. Reg. 54878")
TWENTY = Version(
    date(2026, 3, 9),
    "8 CFR 1003.3(c), the part of the interim rule of 2026-02-06 that was not vacated",
    known=date(2026, 2, 6),
    note="both sides at once, and more time in exceptional circumstances only",
)


@provision(
    "duty.brief",
    "8 CFR 1003.3(c)(1)",
    subject=Filing,
    aliases=("clk.bia.brief.1", "clk.bia.brief.2"),
    confidence=Confidence.PROBABLY,
    doubt="the rule of 2026 was read in accounts of it",
    note="The Board's schedule names the day and governs. Before March 2026 the other side of one not detained had 21 days more, from "
    "the last day of the first brief.",
)
def brief_due(case: Case, appeal: Filing) -> Day:
    """the last day on which the Board may receive the brief of the party that appeals, counted from its briefing schedule"""
    schedule = appeal.briefing_schedule
    return next_open(
        schedule + by_date(schedule, (BEFORE, UNCONFIRMED), (TWENTY_ONE, days(21)), (TWENTY, days(20))), EOIR
    )
