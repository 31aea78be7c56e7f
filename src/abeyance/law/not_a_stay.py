"""What is pending and often taken for a stay, and holds nothing (procedure notes, section 3, stay.none.*)."""

from abeyance.casefile.vocabulary import Case, Filing
from abeyance.law.provisions import provision
from abeyance.law.stays_automatic import before_a_decision
from abeyance.logic.expressions import Bool, all_


def _pending(filing: Filing, kinds: tuple[str, ...], forums: tuple[str, ...]) -> Bool:
    return all_(filing.kind.is_in(*kinds), filing.forum.is_in(*forums), before_a_decision(filing))


@provision("stay.none.ordinary-mtr", "8 CFR 1003.2(f)", "8 CFR 1003.23(b)(1)(v)", subject=Filing)
def motion_holds_nothing(case: Case, motion: Filing) -> Bool:
    """a motion to reopen or reconsider is pending; it holds nothing unless a stay is granted"""
    return _pending(motion, ("motion to reopen", "motion to reconsider"), ("immigration court", "Board"))


@provision("stay.none.stay-request", "8 CFR 1003.2(f)", "8 CFR 1003.23(b)(1)(v)", subject=Filing)
def stay_request_holds_nothing(case: Case, request: Filing) -> Bool:
    """a request for a stay is pending; asking holds nothing until it is granted"""
    return _pending(request, ("stay request",), ("immigration court", "Board", "court of appeals", "district court"))


@provision("stay.none.i246-pending", "8 CFR 241.6(a)", subject=Filing)
def ice_request_holds_nothing(case: Case, request: Filing) -> Bool:
    """a stay request is pending at ICE; neither filing it nor ICE's silence delays removal or excuses a date to appear"""
    return _pending(request, ("stay request",), ("ICE",))


@provision("stay.none.pfr", "8 U.S.C. 1252(b)(3)(B)", subject=Filing, aliases=("pfr.no-automatic-stay",))
def petition_holds_nothing(case: Case, petition: Filing) -> Bool:
    """a petition for review is pending; it holds nothing unless the court grants a stay"""
    return _pending(petition, ("petition for review",), ("court of appeals",))


@provision("stay.none.collateral", "8 CFR 1003.2(f)", "8 CFR 241.6(a)", subject=Filing)
def collateral_holds_nothing(case: Case, filing: Filing) -> Bool:
    """an application, a habeas petition or a request for a joint motion is pending; none of them holds removal by itself"""
    kinds = ("application for relief", "joint motion request", "habeas")
    return all_(filing.kind.is_in(*kinds), before_a_decision(filing))
