"""What may be filed or asked: of whom, with what effect on removal, and by when (procedure notes, sections 3 to 8)."""

from dataclasses import dataclass
from enum import Enum

from abeyance.casefile.vocabulary import Case, Order
from abeyance.law.appeals import appeal_due, appealable
from abeyance.law.finality import order_final
from abeyance.law.petitions import petition_due
from abeyance.law.provisions import Provision, provision
from abeyance.law.reopening import reconsideration_due, reopening_due
from abeyance.law.stays_automatic import before_a_decision, rescission_due, vawa_due
from abeyance.logic.expressions import ON, Bool, Day, all_, not_
from abeyance.logic.facts import exists


class Effect(Enum):
    """What filing or asking does to removal, before anybody rules on it."""

    STAYS = "STAYS REMOVAL ON FILING"
    NOTHING = "HOLDS NOTHING"


@dataclass(frozen=True, eq=False)
class Avenue:
    """One thing that may be filed or asked.

    ``open`` says whether it is available (about the case, or about an order); ``due`` the last day, where there is one.
    ``rank`` orders avenues that have no clock: the surest way to hold removal first.
    """

    id: str
    title: str
    again: str  # the title when the same request is already pending
    forum: str
    effect: Effect
    filed: str
    granted: str
    open: Provision[Case, Bool] | Provision[Order, Bool]
    due: Provision[Order, Day] | None
    by: str
    needs: tuple[str, ...]
    rules: tuple[str, ...]
    fee: str | None
    rank: int
    pending: tuple[str, str] | None = None  # kind and forum of the filing that would be this avenue, already taken


@provision("avenue.appeal", "8 CFR 1003.38", subject=Order)
def may_appeal(case: Case, order: Order) -> Bool:
    """an appeal to the Board lies and its time has not run out"""
    return all_(appealable(case, order), ~order.appeal_waived, order.decided <= ON, appeal_due(case, order) >= ON)


@provision("avenue.board-stay", "8 CFR 1003.2(f)", "8 CFR 1003.6(b)", subject=Case)
def may_ask_board(case: Case, _: Case) -> Bool:
    """a motion or an appeal is before the Board, which may therefore be asked for a stay"""
    kinds = ("motion to reopen", "motion to reconsider", "appeal")
    return exists(case.filings, lambda f: all_(f.kind.is_in(*kinds), f.forum.is_("Board"), before_a_decision(f)))


@provision("avenue.judge-stay", "8 CFR 1003.23(b)(1)(v)", subject=Case)
def may_ask_judge(case: Case, _: Case) -> Bool:
    """a motion is before the immigration court, which may therefore be asked for a stay"""
    kinds = ("motion to reopen", "motion to reconsider", "motion to rescind")
    return exists(
        case.filings, lambda f: all_(f.kind.is_in(*kinds), f.forum.is_("immigration court"), before_a_decision(f))
    )


@provision("avenue.ice-stay", "INA 241(c)(2)", "8 CFR 241.6(a)", subject=Order)
def may_ask_ice(case: Case, order: Order) -> Bool:
    """there is a final order of removal or deportation, so ICE may be asked to stay it"""
    return order_final(case, order) & not_(order.executed <= ON)


@provision("avenue.order-stands", "INA 240(c)(7)", subject=Order)
def order_stands(case: Case, order: Order) -> Bool:
    """there is an order that can still be reopened"""
    return all_(
        order.decided <= ON, order.outcome.is_in("ordered removed", "voluntary departure"), not_(order.reopened <= ON)
    )


@provision("avenue.rescind", "INA 240(b)(5)(C)", "former INA 242B(c)(3)", subject=Order)
def may_rescind(case: Case, order: Order) -> Bool:
    """the order was made in absentia, in removal proceedings or under section 242B, and stands"""
    kind = order.kind.is_("removal") | (order.kind.is_("deportation") & order.notice_242b)
    return all_(order.in_absentia, kind, order_stands(case, order))


@provision("avenue.reopen", "INA 240(c)(7)", "8 CFR 1003.2(c)", "8 CFR 1003.23(b)", subject=Order)
def may_reopen_in_time(case: Case, order: Order) -> Bool:
    """the 90 days to move to reopen have begun and not run out"""
    return order_final(case, order) & (reopening_due(case, order) >= ON)


@provision("avenue.reconsider", "INA 240(c)(6)", "8 CFR 1003.2(b)", subject=Order)
def may_reconsider_in_time(case: Case, order: Order) -> Bool:
    """the 30 days to move to reconsider have begun and not run out"""
    return order_final(case, order) & (reconsideration_due(case, order) >= ON)


@provision("avenue.petition", "8 U.S.C. 1252(b)(1)", subject=Order)
def may_petition(case: Case, order: Order) -> Bool:
    """the order is final and the 30 days to petition the court of appeals have not run out"""
    return order_final(case, order) & (petition_due(case, order) >= ON)


@provision("avenue.vawa", "INA 240(c)(7)(C)(iv)", subject=Order)
def may_move_under_vawa(case: Case, order: Order) -> Bool:
    """the respondent is a spouse, child or parent battered or subjected to extreme cruelty, and the order stands"""
    return case.battered & order_stands(case, order)


@provision("avenue.private-bill", "ICE Directive 5004.1", subject=Case)
def may_ask_congress(case: Case, _: Case) -> Bool:
    """Congress may be asked for a private bill while removal has not been carried out"""
    return ~exists(case.orders, lambda o: o.executed <= ON)


STANDING_ORDER = "HOLDS NOTHING unless the court orders"

AVENUES: tuple[Avenue, ...] = (
    Avenue(
        "appeal",
        "Appeal to the Board",
        "Appeal to the Board (filed)",
        "Board of Immigration Appeals, which must receive it by the day below",
        Effect.STAYS,
        "STAYS REMOVAL while the time to appeal runs and, if in time, until the Board decides",
        "the order is reversed or the case goes back to the judge",
        may_appeal,
        appeal_due,
        "",
        ("Form EOIR-26, with reasons", "the fee, or Form EOIR-26A", "proof of service on DHS"),
        ("stay.bia.appeal-period", "stay.auto.appeal-pending"),
        "EOIR-26",
        1,
        ("appeal", "Board"),
    ),
    Avenue(
        "rescind",
        "Motion to rescind an in absentia order",
        "Motion to rescind (filed)",
        "the immigration court that entered the order",
        Effect.STAYS,
        "STAYS REMOVAL ON FILING: until the judge rules (removal), or through a Board appeal (deportation under section 242B). "
        "A motion at the Board does not do it.",
        "the order falls and the case is heard",
        may_rescind,
        rescission_due,
        "no notice, or in custody: any time. Exceptional circumstances: 180 days from the order",
        (
            "the order, and proof that it was in absentia",
            "proof of no notice, of custody, or of exceptional circumstances",
        ),
        ("stay.auto.inabs-removal", "stay.auto.inabs-deport", "mtr.inabs.180"),
        "motion-judge",
        2,
        ("motion to rescind", "immigration court"),
    ),
    Avenue(
        "vawa",
        "Special-rule motion of a battered spouse, child or parent",
        "Special-rule motion (filed)",
        "the body that decided last, judge or Board",
        Effect.STAYS,
        "STAYS REMOVAL ON FILING only of one whom the motion itself shows to be a qualified alien",
        "the case is reopened",
        may_move_under_vawa,
        vawa_due,
        "one year from the final order; the limit can be waived",
        ("the self-petition or cancellation application", "proof of qualified status, such as the prima facie notice"),
        ("stay.auto.vawa", "mtr.vawa.1y"),
        None,
        3,
    ),
    Avenue(
        "board-stay",
        "Motion for a stay at the Board",
        "Supplement the pending stay motion",
        "Board of Immigration Appeals",
        Effect.NOTHING,
        "HOLDS NOTHING. Not treated as an emergency while at liberty; it becomes one in DHS custody, with removal imminent "
        "and DHS confirming day and time. Counsel must then telephone.",
        "stayed until the Board decides what is before it",
        may_ask_board,
        None,
        "no deadline on the Board",
        (
            "the instruction to leave, in writing, and the itinerary",
            "the orders",
            "equities",
            "proof of service on DHS",
        ),
        ("stay.bia.discretionary",),
        None,
        4,
        ("stay request", "Board"),
    ),
    Avenue(
        "judge-stay",
        "Motion for a stay at the immigration court",
        "Supplement the pending stay motion",
        "the immigration court that has the motion",
        Effect.NOTHING,
        "HOLDS NOTHING. Telephone the court where removal is near.",
        "stayed until the judge decides the motion",
        may_ask_judge,
        None,
        "no clock; before the day of removal",
        ("cover page marked for a stay", "the motion it goes with", "proof of the day of removal"),
        ("stay.ij",),
        None,
        5,
        ("stay request", "immigration court"),
    ),
    Avenue(
        "ice-stay",
        "Application to ICE for a stay, Form I-246",
        "Application to ICE for a stay, Form I-246 (pending)",
        "ICE Enforcement and Removal Operations, {field_office}, in person",
        Effect.NOTHING,
        "HOLDS NOTHING. Does not move a date to leave.",
        "stayed for a fixed time, in practice up to about a year; revocable",
        may_ask_ice,
        None,
        "no clock; before the date to leave, after which ICE may call the person a fugitive and reject the form",
        (
            "the fee in the required instrument",
            "passport valid six months past the stay asked, or proof of applying",
            "written reasons, signed: what is new since any refusal",
        ),
        ("stay.ice.i246", "stay.none.i246-pending"),
        "I-246",
        6,
        ("stay request", "ICE"),
    ),
    Avenue(
        "joint-motion",
        "Joint motion to reopen; non-opposition to the stay",
        "Joint motion to reopen (asked)",
        "ICE counsel (OPLA)",
        Effect.NOTHING,
        "HOLDS NOTHING",
        "no limit of time or number on the motion",
        order_stands,
        None,
        "no clock",
        ("a written request with the equities and the ground for relief",),
        ("mtr.exc.joint",),
        None,
        7,
        ("joint motion request", "OPLA"),
    ),
    Avenue(
        "private-bill",
        "Private bill",
        "Private bill (introduced)",
        "House or Senate Judiciary Committee, or its immigration subcommittee",
        Effect.NOTHING,
        "HOLDS NOTHING when introduced",
        "{private_bill}",
        may_ask_congress,
        None,
        "no clock",
        ("a sponsor in Congress", "{private_bill_need}"),
        ("stay.ice.private-bill",),
        None,
        8,
    ),
    Avenue(
        "reopen",
        "Motion to reopen",
        "Motion to reopen (filed)",
        "the body that decided last: the Board if it decided an appeal, otherwise the judge",
        Effect.NOTHING,
        "HOLDS NOTHING. Ask for a stay with it.",
        "the order is vacated and the case is heard",
        may_reopen_in_time,
        reopening_due,
        "",
        (
            "new facts, with affidavits or other evidence",
            "the application for relief",
            "copy of the order",
            "fee or waiver",
        ),
        ("mtr.general", "mtr.forum", "stay.none.ordinary-mtr"),
        "motion-board",
        9,
        ("motion to reopen", "Board"),
    ),
    Avenue(
        "reconsider",
        "Motion to reconsider",
        "Motion to reconsider (filed)",
        "the body that decided",
        Effect.NOTHING,
        "HOLDS NOTHING, and does not extend the time for a petition for review",
        "the decision is changed",
        may_reconsider_in_time,
        reconsideration_due,
        "",
        ("the errors of law or fact in the decision, with authority", "fee or waiver"),
        ("mtrec.general",),
        "motion-board",
        10,
        ("motion to reconsider", "Board"),
    ),
    Avenue(
        "petition",
        "Petition for review, with a motion for a stay the same day",
        "Petition for review (filed)",
        "{court_of_appeals}",
        Effect.NOTHING,
        "HOLDS NOTHING. A stay the court grants does.",
        "the order is vacated or sent back",
        may_petition,
        petition_due,
        "",
        ("the petition, received by the clerk in time", "the order", "a stay motion under Nken v. Holder"),
        ("pfr.period", "stay.ca.nken", "stay.none.pfr"),
        None,
        11,
        ("petition for review", "court of appeals"),
    ),
    Avenue(
        "habeas",
        "Habeas or mandamus, for time to have the motion decided",
        "Habeas (filed)",
        "{district_court}",
        Effect.NOTHING,
        STANDING_ORDER,
        "removal is held as the order says",
        order_stands,
        None,
        "before removal",
        ("an answer to 8 U.S.C. 1252(g), which takes most such claims from the court",),
        ("stay.dc.habeas",),
        None,
        12,
        ("habeas", "district court"),
    ),
)
