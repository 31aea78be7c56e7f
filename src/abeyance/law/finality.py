"""When an order becomes administratively final, and when it is carried out.  INA 101(a)(47)(B); 8 CFR 1241.1, 1241.31."""

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.appeals import appeal_due, appeal_in_time
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import ON, Bool, Day, all_, any_, choose_if, not_
from abeyance.logic.facts import exists, last

BY_DHS = ("expedited removal", "administrative removal", "reinstatement")
AGAINST_APPEAL = ("dismissed", "denied", "withdrawn")


@provision("final.dhs-orders", "INA 235(b)(1)", "INA 238(b)", "INA 241(a)(5)", "Riley v. Bondi (2025)", subject=Order)
def dhs_order_final(case: Case, order: Order) -> Bool:
    """the order is one DHS itself makes, final once made and served; a later fear claim does not undo that"""
    return order.kind.is_in(*BY_DHS) & (order.decided <= ON)


@provision(
    "final.in-absentia-removal",
    "INA 240(b)(5)",
    "8 CFR 1241.1(e)",
    "Matter of Guzman, 22 I&N Dec. 722 (BIA 1999)",
    subject=Order,
)
def in_absentia_removal_final(case: Case, order: Order) -> Bool:
    """the order is a removal order entered in absentia, final on entry; no appeal lies from it"""
    return all_(order.kind.is_("removal"), order.by.is_("immigration judge"), order.in_absentia, order.decided <= ON)


@provision("final.bia-dismissal", "8 CFR 1241.1(a)", "8 CFR 1241.31", "INA 101(a)(47)(B)(i)", subject=Order)
def board_order_final(case: Case, order: Order) -> Bool:
    """the Board ordered removal, or dismissed a timely appeal from the order"""
    by_board = (
        order.by.is_in("Board", "Attorney General") & order.outcome.is_("ordered removed") & (order.decided <= ON)
    )
    return by_board | exists(case.filings, lambda f: _appeal_lost(case, f, order))


def _appeal_lost(case: Case, appeal: Filing, order: Order) -> Bool:
    return all_(_appealed(case, appeal, order), appeal.decided <= ON, appeal.outcome.is_in(*AGAINST_APPEAL))


def _appealed(case: Case, appeal: Filing, order: Order) -> Bool:
    return all_(appeal.kind.is_("appeal"), appeal.of.is_row(order), appeal_in_time(case, appeal))


def _ends_before_the_judge(order: Order) -> Bool:
    """An order of a judge against which an appeal to the Board lay."""
    removal_in_absentia = order.kind.is_("removal") & order.in_absentia
    return order.by.is_("immigration judge") & order.outcome.is_("ordered removed") & ~removal_in_absentia


@provision("final.ij-not-appealed", "8 CFR 1241.1(b)-(c)", "8 CFR 1003.39", "INA 101(a)(47)(B)(ii)", subject=Order)
def judge_order_final(case: Case, order: Order) -> Bool:
    """the judge's order was not appealed: appeal was waived by both sides, or the time to appeal has run out"""
    waived = all_(order.appeal_waived, ~order.appeal_reserved_by_dhs, order.decided <= ON)
    lapsed = (appeal_due(case, order) < ON) & ~exists(
        case.filings, lambda f: _appealed(case, f, order) & (f.received <= ON)
    )
    return _ends_before_the_judge(order) & (waived | lapsed)


@provision(
    "final.voluntary-departure",
    "8 CFR 1241.1(f)",
    "8 CFR 1240.26(d)",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="the clause on a bond that was not posted, and the day it began, were not re-read; only overstay is encoded",
)
def voluntary_departure_overstayed(case: Case, order: Order) -> Bool:
    """the time to leave voluntarily ran out, so the alternate order took effect"""
    return order.outcome.is_("voluntary departure") & (order.voluntary_departure_until < ON)


@provision("final.order", "INA 101(a)(47)(B)", "8 CFR 1241.1", "8 CFR 1241.31", subject=Order)
def order_final(case: Case, order: Order) -> Bool:
    """the order is administratively final and has not been reopened"""
    routes = (
        dhs_order_final,
        in_absentia_removal_final,
        board_order_final,
        judge_order_final,
        voluntary_departure_overstayed,
    )
    return any_(*(route(case, order) for route in routes)) & not_(order.reopened <= ON)


@provision(
    "final.executed",
    "INA 101(g)",
    "8 CFR 1241.7",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="that leaving as told, without an officer, executes the order was not re-read in the regulation",
)
def order_executed(case: Case, order: Order) -> Bool:
    """the order was carried out, by removal or by leaving the country under it"""
    left = exists(case.departures, lambda d: all_(d.on <= ON, d.on > order.decided))
    return (order.executed <= ON) | (left & order_final(case, order))


@provision("final.decision-day", "8 CFR 1003.2(c)(2)", "8 CFR 1003.23(b)(1)", "INA 101(a)(47)(B)", subject=Order)
def final_decision_day(case: Case, order: Order) -> Day:
    """the day of the final administrative decision, from which motions and petitions count, voluntary departure or not"""
    appeal = last(case.filings, by=lambda f: f.received, where=lambda f: _appealed(case, f, order))
    at_once = order.kind.is_in(*BY_DHS) | (order.kind.is_("removal") & order.in_absentia)
    by_board = order.by.is_in("Board", "Attorney General")
    unappealed = choose_if(order.appeal_waived & ~order.appeal_reserved_by_dhs, order.decided, appeal_due(case, order))
    from_judge = choose_if(appeal.is_found, appeal.decided, unappealed)
    return choose_if(at_once | by_board, order.decided, from_judge)


@provision("final.day", "8 CFR 1241.1", "8 CFR 1003.39", "8 CFR 1241.31", subject=Order)
def final_day(case: Case, order: Order) -> Day:
    """the day on which the order became administratively final"""
    overstayed = order.outcome.is_("voluntary departure")
    return choose_if(overstayed, order.voluntary_departure_until, final_decision_day(case, order))
