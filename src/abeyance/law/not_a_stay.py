"""What is pending and often taken for a stay, and holds nothing."""

from abeyance.casefile.vocabulary import Case, Filing
from abeyance.law.appeals import appeal_due
from abeyance.law.provisions import Confidence, provision
from abeyance.law.stays_automatic import (
    before_a_decision,
    deportation_rescission_stay,
    removal_rescission_stay,
    vawa_stay,
)
from abeyance.law.stays_granted import standing_order_stay, temporary_stay
from abeyance.logic.expressions import NO, ON, YES, Bool, all_, any_, unsettled
from abeyance.logic.facts import exists


def _pending(filing: Filing, kinds: tuple[str, ...], forums: tuple[str, ...]) -> Bool:
    return all_(filing.kind.is_in(*kinds), filing.forum.is_in(*forums), before_a_decision(filing))


@provision(
    "stay.none.ordinary-mtr",
    "8 CFR 1003.2(f)",
    "8 CFR 1003.23(b)(1)(v), (b)(4)(i)",
    subject=Filing,
    note="A motion on changed country conditions is an ordinary one here: it holds nothing.",
)
def motion_holds_nothing(case: Case, motion: Filing) -> Bool:
    """a motion to reopen or reconsider is pending that holds nothing by itself, unless a stay is granted"""
    holds = any_(
        removal_rescission_stay(case, motion), deportation_rescission_stay(case, motion), vawa_stay(case, motion)
    )
    kinds = ("motion to reopen", "motion to reconsider", "motion to rescind")
    return _pending(motion, kinds, ("immigration court", "Board")) & ~holds


@provision(
    "stay.auto.inabs-exclusion",
    "8 CFR 1003.23(b)(4)(iii)(B)-(C)",
    "Matter of N-B-, 22 I&N Dec. 590 (BIA 1999)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="paragraph (C) was not re-read: it was reported to stay for motions under (A), on deportation, alone",
    note="Such a motion has no limit of time or number. Ask for a stay.",
)
def exclusion_motion_holds_nothing(case: Case, motion: Filing) -> Bool:
    """a motion against an exclusion order made in absentia is pending; it holds nothing unless a stay is granted"""
    kinds = ("motion to rescind", "motion to reopen")
    return all_(
        _pending(motion, kinds, ("immigration court", "Board")), motion.of.kind.is_("exclusion"), motion.of.in_absentia
    )


@provision(
    "stay.none.mtr-denial-appeal",
    "8 CFR 1003.6(b)",
    "BIA Practice Manual 6.2(d)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="8 CFR 1003.6(b) was not re-read",
)
def motion_appeal_holds_nothing(case: Case, appeal: Filing) -> Bool:
    """an appeal from the denial of a motion is pending; it holds nothing unless the judge or the Board grants a stay"""
    exclusion = unsettled("part of 8 CFR 1003.6(b) can be read to stay for exclusion orders in absentia", YES, NO)
    holds = exists(
        case.filings,
        lambda m: all_(
            m.ruling.is_row(appeal.of),
            m.received <= ON,
            any_(
                deportation_rescission_stay(case, m),
                vawa_stay(case, m),
                all_(m.of.kind.is_("exclusion"), m.of.in_absentia, exclusion),
            ),
        ),
    )
    return all_(_pending(appeal, ("appeal",), ("Board",)), appeal.of.motion_ruling, ~holds)


@provision(
    "stay.bia.appeal-late",
    "8 CFR 1003.38(b)",
    "Matter of Morales-Morales, 28 I&N Dec. 714 (BIA 2023)",
    "8 CFR 1003.1(c)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="that a late appeal stays nothing follows from its not being properly filed; no text says so",
    note="The Board may accept it on its own certification, and from 2023-05-05 where diligence and an extraordinary "
    "circumstance are shown; from 2006 until then it held that it could not toll the time (Matter of Liadov, 23 I&N Dec. 990).",
)
def late_appeal_holds_nothing(case: Case, appeal: Filing) -> Bool:
    """a notice of appeal that came too late is pending and not accepted; it holds nothing, and the order is final meanwhile"""
    return all_(
        _pending(appeal, ("appeal",), ("Board",)), appeal.received > appeal_due(case, appeal.of), ~appeal.accepted_late
    )


@provision("stay.none.stay-request", "8 CFR 1003.2(f)", "8 CFR 1003.23(b)(1)(v)", subject=Filing)
def stay_request_holds_nothing(case: Case, request: Filing) -> Bool:
    """a request for a stay is pending; asking holds nothing until it is granted"""
    forums = ("immigration court", "Board", "court of appeals", "district court")
    return _pending(request, ("stay request",), forums) & ~temporary_stay(case, request)


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
    return all_(filing.kind.is_in(*kinds), before_a_decision(filing), ~standing_order_stay(case, filing))


HOLDING_NOTHING = (
    motion_holds_nothing,
    exclusion_motion_holds_nothing,
    motion_appeal_holds_nothing,
    late_appeal_holds_nothing,
    stay_request_holds_nothing,
    ice_request_holds_nothing,
    petition_holds_nothing,
    collateral_holds_nothing,
)
