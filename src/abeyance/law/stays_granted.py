"""Stays that hold only where somebody grants them: the judge, the Board, ICE, a court."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Departure, Filing, PrivateBill
from abeyance.law.calendars import FEDERAL
from abeyance.law.provisions import Confidence, provision
from abeyance.law.stays_automatic import before_a_decision
from abeyance.logic.expressions import (
    NEVER_COMES,
    NO,
    ON,
    YES,
    Bool,
    Version,
    all_,
    any_,
    business_days,
    by_choice,
    by_date,
    days,
    months,
    undetermined,
    unsettled,
)
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause


def granted_and_running(filing: Filing, *forum: str) -> Bool:
    """A stay request that such a forum granted, whose end is not reached and which was not revoked."""
    return all_(
        filing.kind.is_("stay request"),
        filing.forum.is_in(*forum),
        filing.decided <= ON,
        filing.outcome.is_("granted"),
        filing.until >= ON,
        filing.revoked > ON,
    )


# --- stays of the judge and the Board, and how they are lost ----------------------------------------------------------


@provision(
    "stay.effect.boarding",
    "8 CFR 241.6(c)",
    "8 CFR 1241.6(c)",
    "BIA Practice Manual 6.1",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="the day on which the clause began was not confirmed",
    note="It limits stays of a judge or the Board, not those of a court. ICE must take reasonable steps to comply.",
)
def lost_by_boarding(case: Case, request: Filing) -> Bool:
    """the stay was granted, or reached the officers, only after boarding for removal was complete, and has no effect"""

    def too_late(flight: Departure) -> Bool:
        last_eve = flight.on - days(1)  # boarding may be complete before midnight
        return all_(
            flight.on <= ON,
            flight.manner.is_("removed"),
            any_(request.decided >= last_eve, request.communicated >= last_eve),
            any_(
                request.decided > flight.on,
                request.communicated > flight.on,
                request.decided_at > flight.boarded,
                request.communicated_at > flight.boarded,
            ),
        )

    return all_(
        request.kind.is_("stay request"),
        request.forum.is_in("immigration court", "Board"),
        request.outcome.is_("granted"),
        exists(case.departures, too_late),
    )


@provision("stay.ij", "8 CFR 1003.23(b)(1)(v)", "8 CFR 1241.6(b)", subject=Filing)
def judge_stay(case: Case, request: Filing) -> Bool:
    """the immigration judge granted a stay while a motion is before that court, and the motion is undecided"""
    return all_(
        granted_and_running(request, "immigration court"),
        request.supports.decided > ON,
        ~lost_by_boarding(case, request),
    )


@provision("stay.bia.discretionary", "8 CFR 1003.2(f)", "8 CFR 1003.6(b)", "8 CFR 1241.6(b)", subject=Filing)
def board_stay(case: Case, request: Filing) -> Bool:
    """the Board granted a stay while a motion or appeal is before it, and that is undecided"""
    return all_(granted_and_running(request, "Board"), request.supports.decided > ON, ~lost_by_boarding(case, request))


# --- ICE --------------------------------------------------------------------------------------------------------------


@provision("stay.ice.i246", "INA 241(c)(2)", "8 CFR 241.6(a)", subject=Filing)
def ice_stay(case: Case, request: Filing) -> Bool:
    """ICE granted a stay of removal, and it is neither over nor revoked"""
    return granted_and_running(request, "ICE")


REPORT = Version(None, "ICE practice before 2017-05-05: a committee's request for a report")
CHAIR = Version(
    date(2017, 5, 5),
    "ICE Directive 5004.1: the chair's separate written request for a stay, up to six months",
    known=date(2017, 5, 5),
)
REPORT_AGAIN = Version(
    date(2021, 11, 8), "ICE Directive 5004.2: a request for a report by the chair", known=date(2021, 11, 8)
)
DURING_2025 = Version(
    date(2025, 1, 1),
    "ICE Directive 5004.2 or 5004.3",
    note="the day in 2025 on which 5004.3 began was not confirmed",
    confirmed=False,
)
CHAIR_AGAIN = Version(
    date(2026, 1, 1), "ICE Directive 5004.3: the chair's explicit written request for a stay", confirmed=False
)


@provision(
    "stay.ice.private-bill",
    "ICE Directive 5004.1 (2017-05-05)",
    "ICE Directive 5004.2 (2021-11-08)",
    "ICE Directive 5004.3 (2025)",
    subject=PrivateBill,
    aliases=("clk.privbill.1", "clk.privbill.3"),
    confidence=Confidence.PROBABLY,
    doubt="Directive 5004.3 was read in a summary only, and whether a new directive ends forbearance that already runs was not found",
    note="Forbearance, not law; revocable. The introduction of a bill has never been enough.",
)
def private_bill_forbearance(case: Case, bill: PrivateBill) -> Bool:
    """ICE holds off for the beneficiary of a private bill, as its directive of the day provides"""
    # A Congress ends on 3 January of an odd year; the grace of Directive 5004.2 runs to 15 March.
    grace = bill.congress_ends + months(2) + days(12)
    before_grace = (bill.congress_ends >= ON) | undetermined(
        Cause.NOT_ENCODED, "how long the grace after a Congress ended ran in the older practice was not found"
    )
    asked = bill.report_requested <= ON
    older = all_(asked, bill.acted > ON, before_grace)
    on_report = all_(asked, bill.acted > ON, grace >= ON)
    by_chair = all_(
        bill.stay_requested <= ON,
        bill.stay_granted <= ON,
        bill.stay_until >= ON,
        bill.stay_granted + months(6) + days(90) >= ON,
    )

    def after(change: str, before: Bool) -> Bool:
        running = all_(bill.report_requested < change, before)
        kept = undetermined(Cause.NOT_ENCODED, "whether forbearance that already ran was kept was not found")
        return any_(by_chair, running & kept)

    return by_date(
        ON,
        (REPORT, older),
        (CHAIR, after("2017-05-05", older)),
        (REPORT_AGAIN, on_report),
        (DURING_2025, unsettled("which directive governed in 2025 was not confirmed", on_report, by_chair)),
        (CHAIR_AGAIN, after("2026-01-01", on_report)),
    )


# --- courts -----------------------------------------------------------------------------------------------------------


@provision(
    "stay.ca.nken",
    "Nken v. Holder, 556 U.S. 418 (2009)",
    "8 U.S.C. 1252(b)(3)(B)",
    subject=Filing,
    note="A stay whose order names no day lasts until the petition is decided, or until the mandate issues: ask the court. "
    "A court's stay also moves the start of the removal period (INA 241(a)(1)(B)(ii)); forbearance by the government does not.",
)
def court_of_appeals_stay(case: Case, request: Filing) -> Bool:
    """the court of appeals, or the Supreme Court, granted a stay of removal, and it is neither over nor lifted"""
    while_it_is_undecided = request.supports.decided > ON
    to_the_mandate = (request.supports.mandate > ON) & undetermined(
        Cause.UNSETTLED,
        "a stay whose order names no day may last until the petition is decided or until the mandate issues",
    )
    return all_(
        granted_and_running(request, "court of appeals", "Supreme Court"),
        any_(request.until < NEVER_COMES, while_it_is_undecided, to_the_mandate),
    )


NINTH_BEFORE = Version(None, "before De Leon v. INS was surely out")
NINTH = Version(
    date(1998, 1, 1), "De Leon v. INS, 115 F.3d 643 (9th Cir. 1997); 9th Cir. General Order 6.4(c)", confirmed=False
)
KEPT_UP = Version(None, "De Leon v. INS, 115 F.3d 643 (9th Cir. 1997); 9th Cir. General Order 6.4(c)")
DOUBTED = Version(
    date(2025, 11, 1),
    "9th Cir. General Order 6.4(c), as doubted by a panel in November 2025",
    note="a panel called stays kept up by the clerk once briefing is complete unlawful; later changes were not confirmed",
    confirmed=False,
)
THIRD_BEFORE = Version(None, "before the Third Circuit's standing order")
THIRD = Version(
    date(2015, 8, 1),
    "3d Cir. standing order of August 2015",
    note="the clerk enters a temporary stay on a motion that meets four criteria; day and present text were not confirmed",
    confirmed=False,
)


@provision(
    "stay.ca.temporary",
    "8 U.S.C. 1252(b)(3)(B)",
    "9th Cir. General Order 6.4(c)",
    "3d Cir. standing order of August 2015",
    "Brathwaite v. Barr (W.D.N.Y. 2020)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="the practice of most circuits was looked for and not found; a court may have one",
)
def temporary_stay(case: Case, request: Filing) -> Bool:
    """a motion for a stay is pending in a court of appeals that stays removal while such a motion waits"""
    # the doubt is about stays kept up, so it is the day asked about that counts, not the day of the request
    kept_up = by_date(
        ON,
        (KEPT_UP, YES),
        (DOUBTED, undetermined(Cause.UNSETTLED, "whether the clerk's stay still holds was not confirmed")),
    )
    ninth = by_date(
        request.received,
        (NINTH_BEFORE, undetermined(Cause.NOT_ENCODED, "the day of De Leon v. INS in 1997 was not re-read")),
        (NINTH, kept_up),
    )
    third = by_date(
        request.received,
        (THIRD_BEFORE, NO),
        (THIRD, undetermined(Cause.JUDGEMENT, "the clerk enters a temporary stay if the motion is valid on its face")),
    )
    second = undetermined(
        Cause.UNSETTLED, "the government has held off in the Second Circuit, without a court's order: do not rely on it"
    )
    practice = by_choice(case.circuit, {"2": second, "3": third, "9": ninth}, NO)
    return all_(
        request.kind.is_("stay request"),
        request.forum.is_("court of appeals"),
        request.supports.kind.is_("petition for review"),
        before_a_decision(request),
        practice,
    )


BEFORE_ORDERS = Version(None, "before D. Md. Standing Order 2025-01")
STANDING_ORDERS = Version(
    date(2025, 5, 21), "D. Md. Standing Order 2025-01, amended 2025-05-28", known=date(2025, 5, 21)
)


@provision(
    "stay.dc.standing-order",
    "D. Md. Standing Order 2025-01",
    subject=Filing,
    aliases=("clk.dmd.habeas",),
    confidence=Confidence.UNSETTLED,
    doubt="whether the order of the District of Maryland still runs, and which other districts have one, was not confirmed",
    note="To 4 p.m. of the second business day after the clerk's notice of a detained person's petition.",
)
def standing_order_stay(case: Case, petition: Filing) -> Bool:
    """a habeas petition of the last days is pending in a district that by standing order holds removal for two business days"""
    in_the_window = petition.received + business_days(2, FEDERAL) >= ON
    ordered = by_date(
        petition.received,
        (BEFORE_ORDERS, NO),
        (STANDING_ORDERS, undetermined(Cause.UNSETTLED, "whether this district has such an order was not confirmed")),
    )
    return all_(
        petition.kind.is_("habeas"),
        petition.forum.is_("district court"),
        before_a_decision(petition),
        in_the_window,
        ordered,
    )


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
