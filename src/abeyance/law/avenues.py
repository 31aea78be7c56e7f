"""What may be filed or asked: of whom, with what effect on removal, and by when (procedure notes, sections 3 to 8)."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from abeyance.casefile.vocabulary import Case, Order
from abeyance.law.appeals import appeal_due, appeal_waived, appealable
from abeyance.law.custody import in_ice_custody
from abeyance.law.fear import may_appeal_withholding, may_ask_for_review, may_claim_fear, withholding_appeal_due
from abeyance.law.finality import BY_DHS, order_final, sent_back
from abeyance.law.petitions import lateness_is_jurisdictional, petition_due, petition_lies
from abeyance.law.provisions import Confidence, Provision, provision
from abeyance.law.reopening import (
    board_has_case,
    counts_as_the_one,
    denies_reconsideration,
    judge_has_case,
    reconsideration_due,
    reopening_due,
    same_proceeding,
)
from abeyance.law.stays_automatic import appeal_pending_stay, before_a_decision, rescission_due, vawa_due
from abeyance.logic.expressions import NO, ON, YES, Bool, Day, all_, any_, not_, unsettled
from abeyance.logic.facts import exists


class Effect(Enum):
    """What filing or asking does to removal, before anybody rules on it."""

    STAYS = "STAYS REMOVAL ON FILING"
    NOTHING = "HOLDS NOTHING"


@dataclass(frozen=True, kw_only=True)
class Avenue:
    """One thing that may be filed or asked.

    ``title``    what it is; ``again``, what to do where the same request is already pending.
    ``forum``    where; {court_of_appeals}, {district_court} and {field_office} stand for those of the case.
    ``filed``    what filing does to removal, in words; ``granted``, what a grant does.
    ``refused``  what a refusal leaves; empty where it leaves nothing to do.
    ``open``     whether it is available; ``due``, the last day, where there is one, and ``by``, what else there is to say of time.
    ``late``     a rule whose version of the day says, in its note, what is left once the last day has passed.
    ``fee``      the key of the fee table; None where no fee is due to the body asked.
    ``free``     on what ground no fee is due, where the fee of the table is for the others.
    ``pending``  kind and forum of a filing that is this avenue, already taken; an empty forum is any.
    ``ground``   the fact of such a filing without which it is another avenue.
    ``asks_stay``  whether it asks for a stay of removal, of which nothing is left once every order was carried out.
    ``of_custody``  whether it is told only of one whom ICE may hold.
    ``needless`` what leaves nothing to ask for while it holds removal.
    ``ends_leave``  whether filing it ends time to leave voluntarily that is running (8 CFR 1240.26).
    """

    id: str
    title: str
    again: str
    forum: str
    effect: Effect = Effect.NOTHING
    filed: str
    granted: str
    refused: str = ""
    open: Provision[Any, Bool]
    due: Provision[Any, Day] | None = None
    by: str = ""
    late: Provision[Any, Bool] | None = None
    needs: tuple[str, ...]
    rules: tuple[str, ...]
    fee: str | None = None
    free: str = ""
    pending: tuple[str, str] | None = None
    ground: str = ""
    asks_stay: bool = False
    of_custody: bool = False
    needless: Provision[Any, Bool] | None = None
    ends_leave: bool = False


ENDS_LEAVE = "Filing it ends the time to leave voluntarily that is running: the order of removal then stands and can be carried out"


# --- who may ask, and when ---------------------------------------------------------------------------------------------

AGAINST = ("ordered removed", "voluntary departure")


@provision("avenue.appeal", "8 CFR 1003.38", subject=Order)
def may_appeal(case: Case, order: Order) -> Bool:
    """an appeal to the Board lies from the order itself and its time has not run out"""
    return all_(
        appealable(case, order),
        order.outcome.is_in(*AGAINST),
        ~order.motion_ruling,
        ~appeal_waived(case, order),
        order.decided <= ON,
        appeal_due(case, order) >= ON,
    )


@provision("avenue.appeal-ruling", "8 CFR 1003.1(b)", "8 CFR 1003.38", "8 CFR 1003.6(b)", subject=Order)
def may_appeal_ruling(case: Case, ruling: Order) -> Bool:
    """a judge denied a motion, and the time to appeal that to the Board has not run out"""
    return all_(
        ruling.by.is_("immigration judge"),
        ruling.outcome.is_("motion denied"),
        ~ruling.appeal_waived,
        ruling.decided <= ON,
        appeal_due(case, ruling) >= ON,
    )


def _before(case: Case, forum: str, kinds: tuple[str, ...]) -> Bool:
    return exists(case.filings, lambda f: all_(f.kind.is_in(*kinds), f.forum.is_(forum), before_a_decision(f)))


@provision("avenue.board-stay", "8 CFR 1003.2(f)", "8 CFR 1003.6(b)", subject=Case)
def may_ask_board(case: Case, _: Case) -> Bool:
    """a motion or an appeal is before the Board, which may therefore be asked for a stay"""
    return _before(case, "Board", ("motion to reopen", "motion to reconsider", "appeal"))


@provision("avenue.judge-stay", "8 CFR 1003.23(b)(1)(v)", subject=Case)
def may_ask_judge(case: Case, _: Case) -> Bool:
    """a motion is before the immigration court, which may therefore be asked for a stay"""
    return _before(case, "immigration court", ("motion to reopen", "motion to reconsider", "motion to rescind"))


@provision("avenue.court-stay", "8 U.S.C. 1252(b)(3)(B)", "Nken v. Holder, 556 U.S. 418 (2009)", subject=Case)
def may_ask_court(case: Case, _: Case) -> Bool:
    """a petition for review is before the court of appeals, which may therefore be asked for a stay"""
    return _before(case, "court of appeals", ("petition for review",))


@provision(
    "avenue.ice-stay",
    "INA 241(c)(2)",
    "8 CFR 241.6(a)",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="where finality is not shown, that ICE ruled on an earlier request for a stay is taken to presuppose a final order",
)
def may_ask_ice(case: Case, order: Order) -> Bool:
    """there is a final order that has not been carried out, so ICE may be asked to stay it"""
    ruled = exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("stay request"), f.forum.is_("ICE"), f.decided <= ON, f.outcome.is_in("granted", "denied")
        ),
    )
    final = order_final(case, order) | all_(ruled, order.decided <= ON, order.outcome.is_in(*AGAINST))
    return all_(final, not_(order.executed <= ON), not_(order.reopened <= ON))


@provision("avenue.habeas", "28 U.S.C. 2241, 1361", "8 U.S.C. 1252(g)", subject=Order)
def may_ask_district_court(case: Case, order: Order) -> Bool:
    """there is a final order that has not been carried out, so a district court may be asked to hold removal"""
    return order_final(case, order) & not_(order.executed <= ON)


@provision(
    "avenue.habeas-release",
    "28 U.S.C. 2241",
    "Zadvydas v. Davis, 533 U.S. 678 (2001)",
    "Jennings v. Rodriguez, 583 U.S. 281 (2018)",
    "Rumsfeld v. Padilla, 542 U.S. 426 (2004)",
    subject=Case,
    note="A claim against custody is not one against the carrying out of the order (8 U.S.C. 1252(g)).",
)
def may_ask_for_release(case: Case, _: Case) -> Bool:
    """ICE holds the respondent, who may ask a district court for release"""
    return in_ice_custody(case)


@provision("avenue.order-stands", "INA 240(c)(7)", "8 CFR 1003.2(c)", "8 CFR 1003.23(b)", subject=Order)
def order_stands(case: Case, order: Order) -> Bool:
    """there is an order of a judge or the Board, not of DHS, that the Board has not sent back and that can still be reopened"""
    return all_(
        order.decided <= ON,
        order.outcome.is_in(*AGAINST),
        ~order.kind.is_in(*BY_DHS),
        not_(order.reopened <= ON),
        ~sent_back(case, order),
    )


@provision(
    "avenue.rescind", "INA 240(b)(5)(C)", "former INA 242B(c)(3)", "8 CFR 1003.23(b)(4)(ii), (iii)(D)", subject=Order
)
def may_rescind(case: Case, order: Order) -> Bool:
    """the order was made by a judge in absentia, in removal proceedings or under section 242B, and stands; and, in removal
    proceedings, no motion to rescind it was refused, and under section 242B no ruling on such a motion is on appeal"""
    under_242b = order.kind.is_("deportation") & order.notice_242b
    once = order.kind.is_("removal") & (~_rescission_refused(case, order) | A_SECOND_ONE)
    again = under_242b & (~_ruling_on_appeal(case, order) | UNDER_APPEAL)
    return all_(order.in_absentia, order.by.is_("immigration judge"), again | once, order_stands(case, order))


A_SECOND_ONE = unsettled(
    "the regulation allows one motion to rescind; whether a second one lies, and stays removal, is contested", YES, NO
)


UNDER_APPEAL = unsettled(
    "while an appeal from a judge's ruling is before the Board, the case is the Board's; whether a motion to rescind lies with the "
    "judge meanwhile was not found",
    YES,
    NO,
)


def _ruling_on_appeal(case: Case, order: Order) -> Bool:
    """An appeal from a ruling on a motion against the order is pending at the Board."""
    return exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("appeal"),
            f.forum.is_("Board"),
            before_a_decision(f),
            exists(case.filings, lambda m: all_(m.of.is_row(order), m.received <= ON, m.ruling.is_row(f.of))),
        ),
    )


def _rescission_refused(case: Case, order: Order) -> Bool:
    return exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("motion to rescind"),
            f.of.is_row(order),
            ~f.rejected,
            f.decided <= ON,
            ~f.outcome.is_("granted"),
        ),
    )


def _one_left(case: Case, order: Order) -> Bool:
    """The respondent has not used the one motion to reopen that a proceeding allows."""
    return ~exists(
        case.filings, lambda f: all_(counts_as_the_one(f), f.received <= ON, same_proceeding(case, f.of, order))
    )


def _may_reopen(case: Case, order: Order) -> Bool:
    return all_(order_stands(case, order), reopening_due(case, order) >= ON, _one_left(case, order))


def _decided_by_board(case: Case, order: Order) -> Bool:
    """The case is the Board's, and no appeal is pending there: until it decides, a motion is one to remand, without these limits
    (BIA Practice Manual 5.2(a)(3), 5.8)."""
    pending = exists(
        case.filings,
        lambda f: all_(f.kind.is_("appeal"), f.forum.is_("Board"), f.of.is_row(order), before_a_decision(f)),
    )
    return board_has_case(case, order, ON) & ~pending


@provision("avenue.reopen-board", "INA 240(c)(7)", "8 CFR 1003.2(c)", subject=Order)
def may_reopen_at_board(case: Case, order: Order) -> Bool:
    """the Board has decided the case, no motion to reopen has been made, and the 90 days have not run out"""
    return _may_reopen(case, order) & _decided_by_board(case, order)


@provision("avenue.reopen-judge", "INA 240(c)(7)", "8 CFR 1003.23(b)", subject=Order)
def may_reopen_at_court(case: Case, order: Order) -> Bool:
    """the case is the judge's, no motion to reopen has been made, and the 90 days have not run out"""
    return _may_reopen(case, order) & judge_has_case(case, order, ON)


def _may_reconsider(case: Case, order: Order) -> Bool:
    ruling = order.outcome.is_("motion denied") & ~denies_reconsideration(case, order)
    made = exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("motion to reconsider"),
            f.of.is_row(order),
            f.by.is_("respondent"),
            ~f.rejected,
            f.received <= ON,
        ),
    )
    return all_(
        order.decided <= ON,
        any_(order.outcome.is_in(*AGAINST), ruling),
        ~order.kind.is_in(*BY_DHS),
        not_(order.reopened <= ON),
        ~sent_back(case, order),
        reconsideration_due(case, order) >= ON,
        ~made,
    )


@provision("avenue.reconsider-board", "INA 240(c)(6)", "8 CFR 1003.2(b)", subject=Order)
def may_reconsider_at_board(case: Case, order: Order) -> Bool:
    """the Board has decided the case, the decision has not been asked to be reconsidered, and the 30 days have not run out"""
    return _may_reconsider(case, order) & _decided_by_board(case, order)


@provision("avenue.reconsider-judge", "INA 240(c)(6)", "8 CFR 1003.23(b)", subject=Order)
def may_reconsider_at_court(case: Case, order: Order) -> Bool:
    """the case is the judge's, the decision has not been asked to be reconsidered, and the 30 days have not run out"""
    return _may_reconsider(case, order) & judge_has_case(case, order, ON)


@provision("avenue.petition", "8 U.S.C. 1252(a)-(b)", subject=Order)
def may_petition(case: Case, order: Order) -> Bool:
    """a petition for review lies from the order, or the Board's denial of a motion, and the 30 days have not run out"""
    return petition_lies(case, order) & (petition_due(case, order) >= ON)


@provision("avenue.vawa", "INA 240(c)(7)(C)(iv)", subject=Order)
def may_move_under_vawa(case: Case, order: Order) -> Bool:
    """the respondent is a spouse, child or parent battered or subjected to extreme cruelty, the order stands, and no such motion
    was made"""
    made = exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("motion to reopen"),
            f.ground_vawa,
            f.received <= ON,
            ~f.rejected,
            same_proceeding(case, f.of, order),
        ),
    )
    a_second_one = unsettled(
        "the statute allows one such motion; whether a second one lies, and stays removal, is open", YES, NO
    )
    return all_(case.battered, order_stands(case, order), ~made | a_second_one)


@provision("avenue.private-bill", "rules of the House and Senate Judiciary Committees on private bills", subject=Case)
def may_ask_congress(case: Case, _: Case) -> Bool:
    """Congress may be asked for a private bill at any time"""
    return YES


# --- what may be filed or asked ---------------------------------------------------------------------------------------

ONLY_IF_GRANTED = "HOLDS NOTHING. Ask for a stay with it."
MOTION = (
    "new facts, with affidavits or other evidence that could not be had before",
    "the application for relief, with its papers",
    "copy of the order; whether it is or was in court, and whether a prosecution under the Act is pending",
    "forms EOIR-27 (Board) or EOIR-28 (court) and EOIR-33; proof of service on DHS",
    "the fee, or form EOIR-26A",
)
RECONSIDER = (
    "the errors of law or fact in the decision, with authority; no new evidence",
    "copy of the decision; whether it is or was in court",
    "the fee, or form EOIR-26A; proof of service on DHS",
)
THE_ORDER_FALLS = "the order is vacated, and the case is heard"

AVENUES: tuple[Avenue, ...] = (
    Avenue(
        id="appeal",
        title="Appeal to the Board",
        again="Appeal to the Board (filed)",
        forum="Board of Immigration Appeals, which must receive it by the day below",
        effect=Effect.STAYS,
        filed="STAYS REMOVAL while the time to appeal runs and, if in time, until the Board decides",
        granted="the order is reversed, or the case goes back to the judge",
        refused="the order is final that day and nothing holds it: petition for review within 30 days, with a motion for a stay",
        open=may_appeal,
        due=appeal_due,
        needs=("Form EOIR-26, with specific reasons", "the fee, or Form EOIR-26A", "proof of service on DHS"),
        rules=("stay.bia.appeal-period", "stay.auto.appeal-pending"),
        fee="EOIR-26",
        pending=("appeal", "Board"),
    ),
    Avenue(
        id="rescind",
        title="Motion to rescind an in absentia order",
        again="Motion to rescind (filed)",
        forum="the immigration court that entered the order",
        effect=Effect.STAYS,
        filed="STAYS REMOVAL ON FILING: until the judge rules (removal), or through a Board appeal (deportation under section 242B). "
        "A motion at the Board does not do it.",
        granted="the order falls, and the case is heard",
        refused="appeal to the Board within 30 days. In removal cases the stay has ended with the ruling: ask the Board for one.",
        open=may_rescind,
        due=rescission_due,
        by="exceptional circumstances: 180 days from the order. No notice, or in custody: any time. In removal cases one motion: make "
        "it whole",
        needs=(
            "the order, and proof that it was in absentia",
            "proof of no notice, of custody, or of exceptional circumstances",
            "the fee, unless it rests on want of notice or custody",
        ),
        rules=("stay.auto.inabs-removal", "stay.auto.inabs-deport", "mtr.inabs.180", "inabs.notice"),
        fee="motion-judge",
        free="none on want of notice or custody (8 CFR 1003.24(b)(2))",
        pending=("motion to rescind", "immigration court"),
    ),
    Avenue(
        id="vawa",
        title="Special-rule motion of a battered spouse, child or parent",
        again="Special-rule motion (filed)",
        forum="the body that has the case: the Board if it decided an appeal, otherwise the judge",
        effect=Effect.STAYS,
        filed="STAYS REMOVAL ON FILING only of one whom the motion itself shows to be a qualified alien",
        granted=THE_ORDER_FALLS,
        refused="appeal or petition for review; whether the stay lasts that long is not settled",
        open=may_move_under_vawa,
        due=vawa_due,
        by="one year from the final order of removal, which can be waived; no limit for an order of deportation or exclusion",
        needs=(
            "the self-petition or cancellation application",
            "proof of qualified status, such as the prima facie notice",
        ),
        rules=("stay.auto.vawa", "mtr.vawa.1y", "mtr.exc.vawa"),
        fee="motion-vawa",
        pending=("motion to reopen", ""),
        ground="ground_vawa",
    ),
    Avenue(
        id="fear-claim",
        title="Claim of fear of return, to DHS",
        again="Claim of fear of return (being screened)",
        forum="the officer, in writing as well; ICE Enforcement and Removal Operations, {field_office}",
        effect=Effect.STAYS,
        filed="STAYS REMOVAL TO THE FEARED COUNTRY while an officer screens it and a judge reviews it. Name every country that is "
        "feared: to another one removal may go on.",
        granted="expedited removal: the case goes to a judge; otherwise a judge hears withholding of removal alone",
        refused="review by a judge, asked for at once",
        open=may_claim_fear,
        by="before removal; say it at once",
        needs=("the countries feared, and why, in the respondent's own words", "form G-28 of whoever represents"),
        rules=("stay.auto.fear-screening", "er.reasonable-fear.interview"),
    ),
    Avenue(
        id="fear-review",
        title="Review by a judge of a finding that there is no fear",
        again="Review by a judge (asked for)",
        forum="the asylum officer, who sends it to the immigration court on form I-863",
        effect=Effect.STAYS,
        filed="STAYS REMOVAL TO THE FEARED COUNTRY until the judge rules",
        granted="expedited removal: the case goes to a judge; otherwise a judge hears withholding of removal alone",
        refused="nothing further: no appeal to the Board",
        open=may_ask_for_review,
        by="when the finding is served; say it at once",
        needs=("the finding, form I-869 or I-898, with the request marked on it",),
        rules=("er.credible-fear", "er.reasonable-fear"),
    ),
    Avenue(
        id="withholding-appeal",
        title="Appeal to the Board on withholding of removal alone",
        again="Appeal to the Board on withholding alone (filed)",
        forum="Board of Immigration Appeals, which must receive it by the day below",
        effect=Effect.STAYS,
        filed="STAYS REMOVAL TO THE FEARED COUNTRY until the Board decides; to another one removal may go on",
        granted="removal to that country is barred, or the case goes back to the judge",
        refused="petition for review: its thirty days counted from DHS's own order, so one must have been filed by then",
        open=may_appeal_withholding,
        due=withholding_appeal_due,
        needs=("Form EOIR-26, with specific reasons", "the fee, or Form EOIR-26A", "proof of service on DHS"),
        rules=("wo.appeal", "stay.auto.fear-screening"),
        fee="EOIR-26",
    ),
    Avenue(
        id="board-stay",
        title="Motion for a stay at the Board",
        again="Supplement the pending stay motion",
        forum="Board of Immigration Appeals",
        filed="HOLDS NOTHING. Not treated as an emergency while at liberty; it becomes one in DHS custody, with removal imminent "
        "and DHS confirming day and time. Counsel must then telephone.",
        granted="stayed until the Board decides what is before it",
        refused="the motion or appeal goes on; the refusal alone is probably not reviewable",
        open=may_ask_board,
        by="no deadline on the Board",
        needs=(
            "the instruction to leave, in writing, and the itinerary",
            "the orders",
            "equities, and why the motion should succeed",
            "proof of service on DHS",
            "no fee is due for a motion that asks only for a stay",
        ),
        rules=("stay.bia.discretionary",),
        asks_stay=True,
        pending=("stay request", "Board"),
        needless=appeal_pending_stay,
    ),
    Avenue(
        id="judge-stay",
        title="Motion for a stay at the immigration court",
        again="Supplement the pending stay motion",
        forum="the immigration court that has the motion",
        filed="HOLDS NOTHING. Telephone the court where removal is near.",
        granted="stayed until the judge decides the motion",
        open=may_ask_judge,
        by="no clock; before the day of removal",
        needs=(
            "cover page marked for a stay, and EMERGENCY where removal is near",
            "the motion it goes with",
            "proof of the day of removal",
            "no fee is due for a motion that asks only for a stay",
        ),
        rules=("stay.ij",),
        asks_stay=True,
        pending=("stay request", "immigration court"),
    ),
    Avenue(
        id="court-stay",
        title="Motion for a stay in the court of appeals",
        again="Supplement the pending stay motion",
        forum="{court_of_appeals}",
        filed="HOLDS NOTHING until the court orders. In the Third and Ninth Circuits the clerk may enter a temporary stay: confirm.",
        granted="stayed until the time the order states",
        open=may_ask_court,
        by="no clock; with the petition, before the day of removal",
        needs=(
            "likely success, irreparable injury, injury to others, the public interest (Nken v. Holder)",
            "the day of removal",
        ),
        rules=("stay.ca.nken",),
        asks_stay=True,
        pending=("stay request", "court of appeals"),
    ),
    Avenue(
        id="petition",
        title="Petition for review, with a motion for a stay the same day",
        again="Petition for review (filed)",
        forum="{court_of_appeals}",
        filed="HOLDS NOTHING. A stay the court grants does.",
        granted="the order is vacated or sent back",
        refused="rehearing, or a petition to the Supreme Court; a stay lasts only as its order says",
        open=may_petition,
        due=petition_due,
        by="30 days from the final order, and from each Board denial of a motion; a motion to reconsider does not extend it",
        late=lateness_is_jurisdictional,
        needs=(
            "the petition, received by the clerk in time, and served on the Attorney General and the ICE field office",
            "the order",
            "a stay motion under Nken v. Holder",
            "the court's docketing fee, or a motion to proceed without it",
        ),
        rules=("pfr.lies", "pfr.period", "stay.ca.nken", "stay.none.pfr"),
        fee="petition",
        ends_leave=True,
        pending=("petition for review", "court of appeals"),
    ),
    Avenue(
        id="ice-stay",
        title="Application to ICE for a stay, Form I-246",
        again="Application to ICE for a stay, Form I-246 (pending)",
        forum="ICE Enforcement and Removal Operations, {field_office}, in person",
        filed="HOLDS NOTHING. Does not move a date to leave.",
        granted="stayed for a fixed time, in practice up to about a year; revocable",
        refused="no appeal and no review by the Board; it may be filed again, and the Board or a judge may still grant a stay",
        open=may_ask_ice,
        by="no clock; before the date to leave, after which ICE may call the person a fugitive and reject the form",
        needs=(
            "the fee in the required instrument",
            "passport valid six months past the stay asked, or proof of applying",
            "written reasons, signed: what is new since any refusal",
            "medical evidence if medical; dispositions of any criminal case",
        ),
        rules=("stay.ice.i246", "stay.none.i246-pending"),
        fee="I-246",
        pending=("stay request", "ICE"),
    ),
    Avenue(
        id="joint-motion",
        title="Joint motion to reopen; non-opposition to the stay",
        again="Joint motion to reopen (asked)",
        forum="ICE counsel (OPLA)",
        filed="HOLDS NOTHING",
        granted="no limit of time or number on the motion, and no fee",
        open=order_stands,
        by="no clock",
        needs=("a written request with the equities and the ground for relief",),
        rules=("mtr.exc.joint",),
        ends_leave=True,
        pending=("joint motion request", "OPLA"),
    ),
    Avenue(
        id="private-bill",
        title="Private bill",
        again="Private bill (introduced)",
        forum="House or Senate Judiciary Committee, or its immigration subcommittee",
        filed="HOLDS NOTHING when introduced",
        granted="{private_bill}",
        open=may_ask_congress,
        by="{private_bill_by}",
        needs=("a sponsor in Congress", "{private_bill_need}"),
        rules=("stay.ice.private-bill",),
    ),
    Avenue(
        id="reopen-board",
        title="Motion to reopen at the Board",
        again="Motion to reopen at the Board (filed)",
        forum="Board of Immigration Appeals",
        filed=ONLY_IF_GRANTED,
        granted=THE_ORDER_FALLS,
        refused="petition for review within 30 days of the denial",
        open=may_reopen_at_board,
        due=reopening_due,
        by="one motion: make it whole",
        needs=MOTION,
        rules=("mtr.general", "mtr.number", "mtr.forum", "stay.none.ordinary-mtr"),
        fee="motion-board",
        ends_leave=True,
        pending=("motion to reopen", "Board"),
    ),
    Avenue(
        id="reopen-judge",
        title="Motion to reopen at the immigration court",
        again="Motion to reopen at the immigration court (filed)",
        forum="the immigration court that has the case",
        filed=ONLY_IF_GRANTED,
        granted=THE_ORDER_FALLS,
        refused="appeal to the Board within 30 days of the denial, which stays nothing by itself",
        open=may_reopen_at_court,
        due=reopening_due,
        by="one motion: make it whole",
        needs=MOTION,
        rules=("mtr.general", "mtr.number", "mtr.forum", "stay.none.ordinary-mtr"),
        fee="motion-judge",
        ends_leave=True,
        pending=("motion to reopen", "immigration court"),
    ),
    Avenue(
        id="reopen-excepted",
        title="Motion to reopen beyond its limits of time or number",
        again="Argue the exceptions in the pending motion",
        forum="the body that has the case: the Board if it decided an appeal, otherwise the judge",
        filed=ONLY_IF_GRANTED,
        granted=THE_ORDER_FALLS,
        refused="petition for review of a Board denial within 30 days; a refusal to act on its own motion is reviewed for legal error "
        "at most",
        open=order_stands,
        by="changed country conditions: no clock. Otherwise ask that the time be tolled, or the tribunal to act on its own motion",
        needs=(
            "evidence of what changed in the country, and that it could not be had before",
            "for tolling: diligence, and what stood in the way",
            "fault of earlier counsel: affidavit, notice to counsel, complaint to the bar",
        ),
        rules=("mtr.exc.country-conditions", "mtr.tolling", "mtr.iac", "mtr.exc.sua-sponte"),
        fee="motion-excepted",
        ends_leave=True,
    ),
    Avenue(
        id="appeal-ruling",
        title="Appeal to the Board from a judge's denial of a motion",
        again="Appeal to the Board (filed)",
        forum="Board of Immigration Appeals, which must receive it by the day below",
        filed="HOLDS NOTHING, save on a motion to rescind a deportation order made in absentia under section 242B. Ask for a stay "
        "with it.",
        granted="the motion is granted, or goes back to the judge",
        refused="petition for review within 30 days",
        open=may_appeal_ruling,
        due=appeal_due,
        needs=("Form EOIR-26, with specific reasons", "the fee, or Form EOIR-26A", "proof of service on DHS"),
        rules=("stay.bia.appeal-period",),
        fee="EOIR-26",
        pending=("appeal", "Board"),
    ),
    Avenue(
        id="reconsider-board",
        title="Motion to reconsider at the Board",
        again="Motion to reconsider at the Board (filed)",
        forum="Board of Immigration Appeals",
        filed="HOLDS NOTHING, and does not extend the time for a petition for review",
        granted="the decision is changed",
        refused="petition for review of the denial, within 30 days; it cannot itself be reconsidered",
        open=may_reconsider_at_board,
        due=reconsideration_due,
        by="one motion for a decision",
        needs=RECONSIDER,
        rules=("mtrec.general", "mtrec.number"),
        fee="motion-board",
        ends_leave=True,
        pending=("motion to reconsider", "Board"),
    ),
    Avenue(
        id="reconsider-judge",
        title="Motion to reconsider at the immigration court",
        again="Motion to reconsider at the immigration court (filed)",
        forum="the immigration court that has the case",
        filed="HOLDS NOTHING, and does not extend the time to appeal",
        granted="the decision is changed",
        refused="appeal to the Board within 30 days of the denial",
        open=may_reconsider_at_court,
        due=reconsideration_due,
        by="one motion for a decision",
        needs=RECONSIDER,
        rules=("mtrec.general", "mtrec.number"),
        fee="motion-judge",
        ends_leave=True,
        pending=("motion to reconsider", "immigration court"),
    ),
    Avenue(
        id="habeas",
        title="Habeas or mandamus, for time to have the motion decided",
        again="Habeas (filed)",
        forum="{district_court}",
        filed="HOLDS NOTHING unless the court orders",
        granted="removal is held as the order says",
        refused="appeal to the court of appeals",
        open=may_ask_district_court,
        by="before removal",
        needs=("an answer to 8 U.S.C. 1252(g), which takes most such claims from the court",),
        rules=("stay.dc.habeas",),
        fee="habeas",
        pending=("habeas", "district court"),
    ),
    Avenue(
        id="habeas-release",
        title="Habeas for release from ICE custody",
        again="Habeas for release (filed)",
        forum="U.S. district court for the district in which the respondent is held on the day it is filed",
        filed="HOLDS NOTHING: neither removal nor a move to another place, unless the court orders it or has a standing order",
        granted="release, or a hearing on it, as the court says; the order of removal stands",
        refused="appeal to the court of appeals",
        open=may_ask_for_release,
        by="no clock; before the respondent is moved out of the district",
        needs=(
            "the ground: custody beyond six months, release taken back in breach of the rule, a bond hearing refused, or a bond "
            "order held up",
            "what ICE wrote about custody; the days in custody",
            "a request that the respondent not be moved meanwhile",
        ),
        rules=("detain.six-months", "detain.release-due", "detain.redetention", "bond.hearing", "stay.dc.habeas"),
        fee="habeas-release",
        pending=("habeas", "district court"),
        ground="ground_release",
        of_custody=True,
    ),
)
