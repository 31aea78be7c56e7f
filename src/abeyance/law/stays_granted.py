"""Stays that hold only where somebody grants them: the judge, the Board, ICE, a court (procedure notes, section 4)."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, PrivateBill
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import ON, Bool, Version, all_, by_date, days, months


def granted_and_running(filing: Filing, forum: str) -> Bool:
    """A stay request that this forum granted, whose end is not reached and which was not revoked."""
    return all_(
        filing.kind.is_("stay request"),
        filing.forum.is_(forum),
        filing.decided <= ON,
        filing.outcome.is_("granted"),
        filing.until >= ON,
        filing.revoked > ON,
    )


@provision("stay.ij", "8 CFR 1003.23(b)(1)(v)", "8 CFR 1241.6(b)", subject=Filing)
def judge_stay(case: Case, request: Filing) -> Bool:
    """the immigration judge granted a stay while a motion is before that court, and the motion is undecided"""
    return granted_and_running(request, "immigration court") & (request.supports.decided > ON)


@provision("stay.bia.discretionary", "8 CFR 1003.2(f)", "8 CFR 1003.6(b)", "8 CFR 1241.6(b)", subject=Filing)
def board_stay(case: Case, request: Filing) -> Bool:
    """the Board granted a stay while a motion or appeal is before it, and that is undecided"""
    return granted_and_running(request, "Board") & (request.supports.decided > ON)


@provision("stay.ice.i246", "INA 241(c)(2)", "8 CFR 241.6(a)", subject=Filing)
def ice_stay(case: Case, request: Filing) -> Bool:
    """ICE granted a stay of removal, and it is neither over nor revoked"""
    return granted_and_running(request, "ICE")


@provision("stay.ca.nken", "Nken v. Holder, 556 U.S. 418 (2009)", "8 U.S.C. 1252(b)(3)(B)", subject=Filing)
def court_of_appeals_stay(case: Case, request: Filing) -> Bool:
    """the court of appeals granted a stay of removal, and it is neither over nor lifted"""
    return granted_and_running(request, "court of appeals")


@provision(
    "stay.dc.habeas",
    "28 U.S.C. 2241",
    "8 U.S.C. 1252(g)",
    subject=Filing,
    confidence=Confidence.UNSETTLED,
    doubt="courts divide on whether a district court may stay removal; an order that was made is obeyed until it is lifted",
)
def district_court_stay(case: Case, request: Filing) -> Bool:
    """a district court ordered that removal be held, and the order is neither over nor lifted"""
    return granted_and_running(request, "district court")


REPORT = Version(None, "ICE practice before 2017-05-05: a committee's request for a report")
CHAIR = Version(
    date(2017, 5, 5),
    "ICE Directive 5004.1: the chair's separate written request for a stay, up to six months",
    known=date(2017, 5, 5),
)
REPORT_AGAIN = Version(
    date(2021, 11, 8), "ICE Directive 5004.2: a request for a report by the chair", known=date(2021, 11, 8)
)


@provision(
    "stay.ice.private-bill",
    "ICE Directive 5004.1 (2017-05-05)",
    "ICE Directive 5004.2 (2021-11-08)",
    subject=PrivateBill,
    aliases=("clk.privbill.1",),
    note="Forbearance, not law; revocable. The day in 2025 on which Directive 5004.3 began could not be confirmed: from 2025 the "
    "answer is unknown.",
)
def private_bill_forbearance(case: Case, bill: PrivateBill) -> Bool:
    """ICE holds off for the beneficiary of a private bill, as its directive of the day provides"""
    live = all_(bill.acted > ON, bill.congress_ends > ON)
    on_report = live & (bill.report_requested <= ON)
    six_months = all_(bill.stay_requested <= ON, bill.stay_requested + months(6) + days(90) > ON)
    return by_date(ON, (REPORT, on_report), (CHAIR, six_months), (REPORT_AGAIN, on_report))
