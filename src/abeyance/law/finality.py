"""When an order becomes administratively final, and when it is carried out.  INA 101(a)(47)(B); 8 CFR 1241.1, 1241.31."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.appeals import (
    appeal_due,
    appeal_in_time,
    appeal_waived,
    appeal_withdrawn,
    appealable,
    left_in_time_to_appeal,
)
from abeyance.law.provisions import Confidence, provision
from abeyance.law.voluntary_departure import (
    bond_due,
    motion_ends_voluntary_departure,
    petition_ends_voluntary_departure,
    voluntary_departure_ends,
)
from abeyance.logic.expressions import (
    NEVER_COMES,
    NO,
    ON,
    YES,
    Bool,
    Day,
    Version,
    all_,
    any_,
    by_date,
    choose_if,
    days,
    earlier_of,
    later_of,
    not_,
    undetermined,
    unsettled,
)
from abeyance.logic.facts import exists, first, last
from abeyance.logic.values import Cause

BY_DHS = ("expedited removal", "administrative removal", "reinstatement")
TOLLING = Version(None, "circuits divided before Dada v. Mukasey, 554 U.S. 1 (2008)")
NO_TOLLING = Version(date(2008, 6, 16), "Dada v. Mukasey, 554 U.S. 1 (2008)", known=date(2008, 6, 16))
STOPPED = Version(
    None, "Desta v. Ashcroft, 365 F.3d 741 (9th Cir. 2004); Thapa v. Gonzales, 460 F.3d 323 (2d Cir. 2006)"
)
NOT_STOPPED = Version(date(2009, 1, 20), "8 CFR 1240.26(i); 73 Fed. Reg. 76927", known=date(2008, 12, 18))
VACATED = Version(None, "former 8 CFR 1240.26(c)(3); Matter of Diaz-Ruacho, 24 I&N Dec. 47 (BIA 2006)")
BOND_CLAUSE = Version(date(2009, 1, 20), "8 CFR 1241.1(f); 73 Fed. Reg. 76927", known=date(2008, 12, 18))


@provision(
    "final.dhs-orders",
    "INA 235(b)(1)",
    "INA 238(b)",
    "INA 241(a)(5)",
    "Riley v. Bondi (2025)",
    "Johnson v. Guzman Chavez, 594 U.S. 523 (2021)",
    subject=Order,
    confidence=Confidence.PROBABLY,
    aliases=("wo.finality",),
    doubt="Riley was about an administrative removal order; that reinstatement is final in the same way follows from its reasoning",
)
def dhs_order_final(case: Case, order: Order) -> Bool:
    """the order is one DHS itself makes, final once made and served; a later fear claim does not undo that"""
    return order.kind.is_in(*BY_DHS) & (order.decided <= ON)


@provision(
    "final.in-absentia-removal",
    "8 CFR 1241.1(e)",
    "INA 240(b)(5)",
    "8 CFR 1240.15",
    "Matter of Guzman, 22 I&N Dec. 722 (BIA 1999)",
    subject=Order,
)
def in_absentia_removal_final(case: Case, order: Order) -> Bool:
    """the order is a removal order entered in absentia, final on entry; no appeal lies from it"""
    return all_(_of_a_judge(order), order.kind.is_("removal"), order.in_absentia, order.decided <= ON)


def _of_a_judge(order: Order) -> Bool:
    return order.by.is_("immigration judge") & order.outcome.is_("ordered removed")


def _taken(order: Order, kind: str, filing: Filing) -> Bool:
    """A filing of that kind against the order, received by the day asked about."""
    return all_(filing.kind.is_(kind), filing.of.is_row(order), filing.received <= ON)


@provision(
    "final.bia-dismissal",
    "8 CFR 1241.1(a)",
    "8 CFR 1241.31",
    "INA 101(a)(47)(B)(i)",
    subject=Order,
    note="Where the Board remands on anything that could still change the outcome the order is not final (Abdisalan v. Holder, "
    "774 F.3d 517 (9th Cir. 2014) (en banc); Kouambo v. Barr (4th Cir. 2019)).",
)
def board_order_final(case: Case, order: Order) -> Bool:
    """the Board or the Attorney General ordered removal, or the Board dismissed an appeal from the judge's order"""
    ordered = all_(
        order.by.is_in("Board", "Attorney General"), order.outcome.is_("ordered removed"), order.decided <= ON
    )
    limited = unsettled(
        "circuits divide on an order remanded for background checks or voluntary departure alone", YES, NO
    )
    against_the_appeal = exists(
        case.filings,
        lambda f: all_(
            _taken(order, "appeal", f),
            f.decided <= ON,
            any_(
                f.outcome.is_in("dismissed", "denied") & ~f.time_to_leave,
                all_(f.outcome.is_("remanded"), f.remand_limited, limited),
            ),
        ),
    )
    return ordered | (_of_a_judge(order) & against_the_appeal)


@provision("final.certified", "8 CFR 1003.7", "8 CFR 1241.1(d)", "8 CFR 1241.31", subject=Order)
def certified_order_final(case: Case, order: Order) -> Bool:
    """the Board declined to take the judge's order up on certification, or ordered removal on it"""
    return _of_a_judge(order) & exists(
        case.filings,
        lambda f: all_(
            _taken(order, "certification", f),
            f.decided <= ON,
            any_(f.outcome.is_("declined"), f.ruling.outcome.is_("ordered removed")),
        ),
    )


@provision(
    "final.ij-not-appealed",
    "8 CFR 1241.1(b)-(c)",
    "8 CFR 1241.31",
    "8 CFR 1003.39",
    "INA 101(a)(47)(B)(ii)",
    subject=Order,
    note="An exclusion order: by way of 8 CFR 1240.36, which was not re-read. A motion does not extend the time to appeal.",
)
def judge_order_final(case: Case, order: Order) -> Bool:
    """the judge's order was not appealed: the respondent waived appeal, withdrew it, or let the time to appeal run out"""
    by_dhs_alone = unsettled(
        "the rule makes the order final by what the respondent does; an appeal of DHS, taken or reserved, leaves it open",
        YES,
        NO,
    )
    withdrawn = exists(
        case.filings,
        lambda f: all_(_taken(order, "appeal", f), f.by.is_in("respondent", "both parties"), appeal_withdrawn(case, f)),
    )
    respondent_done = any_(
        appeal_waived(case, order) & (~order.appeal_reserved_by_dhs | by_dhs_alone),
        withdrawn,
        (appeal_due(case, order) < ON) & ~_appeal_taken(case, order, "respondent", "both parties"),
    )
    return all_(
        _of_a_judge(order),
        respondent_done,
        ~_appeal_taken(case, order, "DHS") | by_dhs_alone,
        ~exists(case.filings, lambda f: _taken(order, "certification", f)),
    )


def _appeal_taken(case: Case, order: Order, *by: str) -> Bool:
    """A timely appeal by one of these was taken from the order, and not withdrawn."""
    return exists(
        case.filings,
        lambda f: all_(
            _taken(order, "appeal", f),
            f.by.is_in(*by),
            appeal_in_time(case, f),
            ~appeal_withdrawn(case, f),
        ),
    )


@provision(
    "final.deportation-order",
    "8 CFR 1241.31",
    "Matter of Gonzalez-Lopez, 20 I&N Dec. 644 (BIA 1993)",
    subject=Order,
    confidence=Confidence.UNSETTLED,
    doubt="8 CFR 1241.31 has no clause for orders made in absentia: final on entry, since no appeal lies, or when the time to "
    "appeal would have run out",
)
def in_absentia_deportation_final(case: Case, order: Order) -> Bool:
    """the order is a deportation order made in absentia on notice under section 242B, from which no appeal lies"""
    on_entry = unsettled("whether such an order is final on entry is not settled", YES, appeal_due(case, order) < ON)
    return all_(
        _of_a_judge(order),
        order.kind.is_("deportation"),
        order.in_absentia & order.notice_242b,
        order.decided <= ON,
        on_entry,
    )


# --- voluntary departure ----------------------------------------------------------------------------------------------


def ended_early(case: Case, order: Order) -> Bool:
    """A motion, or a petition for review, ended the time to leave before it ran out."""
    return exists(
        case.filings,
        lambda f: all_(
            f.of.is_row(order),
            f.received <= ON,
            any_(motion_ends_voluntary_departure(case, f), petition_ends_voluntary_departure(case, f)),
        ),
    )


def _stopped_by_a_court(case: Case, order: Order) -> Bool:
    """A court of appeals was asked for a stay in the time to leave and did not refuse, and what was left of that time may still run.

    From 2009 the petition ends the time to leave, and there is nothing to stop.
    """
    asked = exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("stay request"),
            f.forum.is_("court of appeals"),
            f.of.is_row(order),
            ~f.rejected,
            f.received <= voluntary_departure_ends(case, order),
            any_(f.decided > ON, f.outcome.is_("granted")),
            f.supports.mandate + days(120) >= ON,
        ),
    )
    stopped = asked & undetermined(
        Cause.UNSETTLED, "courts of appeals divided on whether a stay stopped the time to leave"
    )
    return by_date(order.decided, (STOPPED, stopped), (NOT_STOPPED, NO))


@provision(
    "vd.runs",
    "INA 240B",
    "8 CFR 1240.26",
    subject=Order,
    note="While an appeal is before the Board it does not run, and afterwards only if the Board gives it anew, in its own order.",
)
def time_to_leave_runs(case: Case, order: Order) -> Bool:
    """time to leave voluntarily was given and runs: it is not over, ended by a motion or a petition, or stopped by an appeal"""
    left = any_(voluntary_departure_ends(case, order) >= ON, _stopped_by_a_court(case, order))
    return all_(
        order.outcome.is_("voluntary departure"),
        order.decided <= ON,
        left,
        ~ended_early(case, order),
        ~_appeal_taken(case, order, "respondent", "both parties", "DHS"),
    )


def _left_in_time(case: Case, order: Order) -> Bool:
    """The respondent left, by no force, while the time to leave still ran."""
    return exists(
        case.departures,
        lambda d: all_(
            d.on >= order.decided, d.on <= voluntary_departure_ends(case, order), ~d.manner.is_("removed"), d.on <= ON
        ),
    )


def _time_ran_out(case: Case, order: Order) -> Bool:
    """The order's own time to leave is over and was not used, by its end or by what ended it early."""
    overstayed = all_(
        voluntary_departure_ends(case, order) < ON, ~_left_in_time(case, order), ~_stopped_by_a_court(case, order)
    )
    motion_within = exists(
        case.filings,
        lambda f: all_(
            f.kind.is_in("motion to reopen", "motion to reconsider"),
            f.of.is_row(order),
            f.received <= voluntary_departure_ends(case, order),
            ~f.rejected,
        ),
    )
    tolled = motion_within & undetermined(
        Cause.UNSETTLED, "circuits divided on whether a motion stopped the time to leave"
    )
    return any_(
        by_date(order.decided, (TOLLING, overstayed & ~tolled), (NO_TOLLING, overstayed)), ended_early(case, order)
    )


def _bond_lacking(case: Case, order: Order) -> Bool:
    """A required bond was not posted within five business days; whether that makes the alternate order final is left open."""
    last_day = bond_due(case, order)
    unposted = all_(
        any_(order.time_to_leave_at_the_end, order.bond_required), order.bond_posted > last_day, last_day < ON
    )
    vacated = undetermined(
        Cause.NOT_ENCODED, "that an unposted bond ended the time to leave was read in decisions, not in the rule"
    )
    final = undetermined(Cause.NOT_ENCODED, "that an unposted bond makes the alternate order final was not re-read")
    return unposted & by_date(order.decided, (VACATED, vacated), (BOND_CLAUSE, final))


@provision(
    "final.voluntary-departure",
    "8 CFR 1241.1(f)",
    "8 CFR 1240.26(d)-(e), (i)",
    "Monsalvo Velázquez v. Bondi (2025)",
    "Matter of Velasco, 25 I&N Dec. 143 (BIA 2009)",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="the clause on a bond that was not posted, and the day it began, were not re-read: it never makes the order final here",
)
def voluntary_departure_ended(case: Case, order: Order) -> Bool:
    """the time to leave voluntarily ran out or was ended, with no appeal in the way, so the alternate order took effect"""
    granted = order.outcome.is_("voluntary departure")
    appealed = _appeal_taken(case, order, "respondent", "both parties", "DHS")
    by_judge = all_(
        order.by.is_("immigration judge"), ~appealed, any_(_time_ran_out(case, order), _bond_lacking(case, order))
    )
    by_board = order.by.is_in("Board", "Attorney General") & _time_ran_out(case, order)
    after_appeal = exists(
        case.filings,
        lambda f: all_(
            _taken(order, "appeal", f),
            f.decided <= ON,
            f.outcome.is_in("dismissed", "denied"),
            any_(
                f.ruling.outcome.is_("ordered removed"),
                f.ruling.outcome.is_("voluntary departure") & _time_ran_out(case, f.ruling),
            ),
        ),
    )
    given_on_appeal = exists(
        case.filings,
        lambda f: all_(
            _taken(order, "appeal", f),
            f.decided <= ON,
            f.outcome.is_in("dismissed", "denied"),
            f.time_to_leave,
            _time_ran_out(case, f.ruling),
        ),
    )
    return any_(granted & any_(by_judge, by_board, after_appeal), _of_a_judge(order) & given_on_appeal)


def sent_back(case: Case, order: Order) -> Bool:
    """On appeal the Board took the order away: it sustained the appeal, or sent the whole case back."""
    return exists(
        case.filings,
        lambda f: all_(
            _taken(order, "appeal", f) | _taken(order, "certification", f),
            f.decided <= ON,
            any_(f.outcome.is_("granted"), f.outcome.is_("remanded") & ~f.remand_limited),
        ),
    )


# --- the order as a whole ---------------------------------------------------------------------------------------------


@provision("final.order", "INA 101(a)(47)(B)", "8 CFR 1241.1", "8 CFR 1241.31", subject=Order)
def order_final(case: Case, order: Order) -> Bool:
    """the order is administratively final, and was neither reopened nor vacated"""
    routes = (
        dhs_order_final,
        in_absentia_removal_final,
        board_order_final,
        certified_order_final,
        judge_order_final,
        in_absentia_deportation_final,
        voluntary_departure_ended,
    )
    final = any_(*(route(case, order) for route in routes))
    return all_(order.decided <= ON, final, not_(order.reopened <= ON))


@provision(
    "final.executed",
    "INA 101(g)",
    "8 CFR 1241.7",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="that leaving as told, without an officer, carries out the order was not re-read in the regulation",
)
def order_executed(case: Case, order: Order) -> Bool:
    """the order was carried out, by removal or by leaving the country while it was outstanding"""
    outstanding = order.outcome.is_in("ordered removed", "voluntary departure") & not_(order.reopened <= ON)
    as_permitted = order.outcome.is_("voluntary departure") & (
        ~ended_early(case, order)
        | undetermined(Cause.UNSETTLED, "leaving after a petition ended the time to leave may count as voluntary")
    )
    same_day = undetermined(Cause.MISSING, "whether the respondent left before or after the order was made that day")
    left = exists(
        case.departures,
        lambda d: all_(
            d.on <= ON,
            any_(d.on > order.decided, d.on.is_(order.decided) & same_day),
            ~(as_permitted & (d.on <= voluntary_departure_ends(case, order))),
        ),
    )
    return (order.executed <= ON) | (outstanding & left)


@provision(
    "final.decision-day",
    "8 CFR 1003.2(c)(2)",
    "8 CFR 1003.23(b)(1)",
    "8 CFR 1003.4",
    "8 CFR 1003.7",
    "INA 101(a)(47)(B)",
    subject=Order,
    note="Motions and petitions count from it, whether or not voluntary departure was granted.",
)
def final_decision_day(case: Case, order: Order) -> Day:
    """the day of the final administrative decision"""
    before_the_board = last(
        case.filings,
        by=lambda f: f.received,
        where=lambda f: all_(
            f.of.is_row(order), f.received <= ON, any_(f.kind.is_("certification"), appeal_in_time(case, f))
        ),
    )
    decided, outcome = later_of(order.decided, before_the_board.decided), before_the_board.outcome
    run_out = appeal_due(case, order)
    left = first(case.departures, by=lambda d: d.on, where=lambda d: left_in_time_to_appeal(case, order, d))
    given_up = choose_if(left.is_found, later_of(order.decided, earlier_of(left.on, run_out)), run_out)
    unappealed = choose_if(
        order.appeal_reserved_by_dhs, run_out, choose_if(order.appeal_waived, order.decided, given_up)
    )
    withdrawn = unsettled(
        "a withdrawn appeal leaves the order final, from its own day or as though never taken", decided, unappealed
    )
    remanded = choose_if(
        before_the_board.remand_limited,
        unsettled("whether a limited remand leaves the order final", decided, NEVER_COMES),
        NEVER_COMES,
    )
    taken_up = choose_if(
        outcome.is_("withdrawn"), withdrawn, choose_if(outcome.is_in("remanded", "granted"), remanded, decided)
    )
    by_judge = choose_if(before_the_board.is_found, taken_up, unappealed)
    no_appeal_lies = choose_if(
        order.kind.is_("deportation"),
        unsettled("whether a deportation order in absentia is final on entry is not settled", order.decided, run_out),
        order.decided,
    )
    from_judge = choose_if(appealable(case, order), by_judge, no_appeal_lies)
    return choose_if(order.by.is_("immigration judge"), from_judge, order.decided)


@provision("final.sent-day", "8 CFR 1003.2(b)(2)", "8 U.S.C. 1252(b)(1)", subject=Order)
def final_decision_sent(case: Case, order: Order) -> Day:
    """the day of the final administrative decision or, where it is the Board's and was mailed later, the day of its mailing"""
    decision = final_decision_day(case, order)
    appeal = last(
        case.filings,
        by=lambda f: f.received,
        where=lambda f: all_(f.of.is_row(order), f.received <= ON, appeal_in_time(case, f)),
    )
    decided_on_appeal = appeal.is_found & ~appeal.outcome.is_("withdrawn")
    on_appeal = choose_if(
        decided_on_appeal, later_of(decision, appeal.ruling.mailed), _or_lateness(case, order, decision)
    )
    of_board = choose_if(order.by.is_in("Board", "Attorney General"), later_of(decision, order.mailed), decision)
    return choose_if(order.by.is_("immigration judge"), on_appeal, of_board)


def _or_lateness(case: Case, order: Order, decision: Day) -> Day:
    """The day of the decision or, where the Board dismissed an appeal as late, of that dismissal, which may itself be attacked."""
    dismissed = last(
        case.filings,
        by=lambda f: f.decided,
        where=lambda f: all_(
            f.kind.is_("appeal"),
            f.of.is_row(order),
            f.decided <= ON,
            f.outcome.is_in("dismissed", "denied"),
            ~appeal_in_time(case, f),
        ),
    )
    reached = unsettled(
        "a petition or a motion after an appeal was dismissed as late reaches the lateness alone",
        decision,
        later_of(decision, dismissed.decided, dismissed.ruling.mailed),
    )
    return choose_if(appealable(case, order) & dismissed.is_found, reached, decision)
