"""What officers of DHS decide, and what stays nothing: an appeal from their decisions, and their forbearance."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Protection
from abeyance.law.calendars import DHS, next_open
from abeyance.law.provisions import provision
from abeyance.logic.expressions import ON, UNCONFIRMED, Bool, Day, Version, all_, by_date, choose_if, days, unsettled

OLD = Version(None, "former 8 CFR 3.3(a)", note="not read")
THIRTY = Version(date(1996, 7, 1), "8 CFR 1003.3(a)(2); 61 Fed. Reg. 18900", known=date(1996, 4, 29))


@provision(
    "stay.bia.dhs-officer-appeal",
    "8 CFR 1003.3(a)(2)",
    "8 CFR 103.8(b)",
    subject=Filing,
    aliases=("clk.bia.officer",),
    note="Form EOIR-29, received by the DHS office that holds the record, with its fee; an appeal sent to the Board itself is not "
    "filed. It stays no removal.",
)
def officer_appeal_due(case: Case, filing: Filing) -> Day:
    """the last day on which DHS may receive an appeal to the Board from its officer's decision: 30 days from service"""

    def within(more: int) -> Day:
        served = filing.decision_served
        return next_open(served + by_date(served, (OLD, UNCONFIRMED), (THIRTY, days(30 + more))), DHS)

    by_mail = unsettled("whether three days are added for service by mail was not found", within(0), within(3))
    return choose_if(filing.decision_by_mail, by_mail, within(0))


@provision(
    "stay.ice.other",
    "8 CFR 236.21(c)",
    "8 CFR 274a.12(c)(14)",
    subject=Protection,
    note="Nor is leave to stay on under supervision, or the want of a travel paper. How freely ICE forbears has changed with each "
    "administration; the law of stays has not.",
)
def forbearance(case: Case, protection: Protection) -> Bool:
    """DHS forbears by deferred action, which it may end, and which is no stay of removal"""
    return all_(protection.kind.is_in("deferred action", "DACA"), protection.since <= ON, protection.until >= ON)
