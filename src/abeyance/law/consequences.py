"""What follows if the respondent stays, leaves or is removed: the provisions, and the sentences a brief may print for them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from abeyance.casefile.vocabulary import Case, Order
from abeyance.law.appeals import appeal_withdrawn
from abeyance.law.circuits import held
from abeyance.law.custody import third_country_enjoined, third_country_sought
from abeyance.law.departure import departure_defeats_motion, departure_defeats_own_motion
from abeyance.law.finality import order_executed, order_final, time_to_leave_runs
from abeyance.law.provisions import Confidence, Provision, provision
from abeyance.law.stays_automatic import appeal_pending_stay, appeal_period_stay, before_a_decision
from abeyance.law.voluntary_departure import (
    EARLIER,
    ENDS,
)
from abeyance.logic.expressions import NO, ON, YES, Bool, Version, all_, any_, by_date, not_, undetermined
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause


def _to_carry_out(case: Case, order: Order) -> Bool:
    return order_final(case, order) & not_(order.executed <= ON)


# --- staying -----------------------------------------------------------------------------------------------------------


@provision("leave.instruction", "8 CFR 241.6(a)", subject=Case)
def told_to_leave(case: Case, _: Case) -> Bool:
    """the respondent was told to leave by a day, which is an instruction: it is no deadline of a motion and no stay until then"""
    return exists(case.instructions, lambda i: i.kind.is_("depart") & (i.given <= ON))


@provision(
    "mtr.fugitive",
    "Gao v. Gonzales, 481 F.3d 173 (2d Cir. 2007)",
    "Bright v. Holder, 649 F.3d 397 (5th Cir. 2011)",
    subject=Case,
    note="In the Fifth Circuit even where the address is known. Other courts ask whether the person is still hiding.",
)
def court_may_call_fugitive(case: Case, _: Case) -> Bool:
    """the court of appeals may dismiss the petition for review of one who did not report for removal"""
    return held(case, "fugitive", "what the court of appeals does with one who did not report for removal was not read")


@provision("mtr.fugitive.discretion", "Matter of Barocio, 19 I&N Dec. 255 (BIA 1985)", subject=Case)
def motion_may_be_denied_to_fugitive(case: Case, _: Case) -> Bool:
    """a judge or the Board may deny reopening, as a matter of discretion, to one who did not report for removal"""
    return YES


@provision(
    "stay.ice.fugitive",
    "Form I-246 (11/20)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the form of November 2020 was read; earlier and later ones were not",
)
def ice_rejects_fugitive(case: Case, _: Case) -> Bool:
    """ICE rejects the application for a stay, Form I-246, of one it counts as a fugitive"""
    return YES


@provision(
    "penalty.failure-to-depart",
    "INA 243(a)(1)-(2)",
    subject=Case,
    note="The section reaches one ordered removed on a ground of deportability (INA 237), as every order of deportation was.",
)
def failure_to_depart_is_a_crime(case: Case, _: Case) -> Bool:
    """there is a final order, on a ground of deportability, under which wilfully failing to leave or to report is a crime"""
    return exists(
        case.orders,
        lambda o: all_(
            _to_carry_out(case, o), any_(o.kind.is_("deportation"), o.kind.is_("removal") & o.on_deportability)
        ),
    )


@provision("vd.penalties", "INA 240B(d)", "8 CFR 1240.26(j)", subject=Case)
def overstaying_is_penalised(case: Case, _: Case) -> Bool:
    """time to leave voluntarily is running, and overstaying it brings penalties and the alternate order"""
    return exists(case.orders, lambda o: time_to_leave_runs(case, o))


@provision("leave.ended-by-filing", "8 CFR 1240.26(b)(3)(iii), (e)(1), (i)", subject=Case)
def filing_would_end_leave(case: Case, _: Case) -> Bool:
    """time to leave voluntarily is running that a motion to reopen or reconsider, or a petition for review, would end"""
    return exists(case.orders, lambda o: time_to_leave_runs(case, o) & by_date(o.decided, (EARLIER, NO), (ENDS, YES)))


def carried_out(case: Case, order: Order) -> Bool:
    """The order was carried out and stands."""
    return all_(order.decided <= ON, order_executed(case, order), not_(order.reopened <= ON))


def came_back(case: Case, order: Order) -> Bool:
    """The respondent left after the order and returned, or entered after it, in whatever manner."""
    returned = exists(case.departures, lambda d: all_(d.on >= order.decided, d.on <= ON, d.returned <= ON))
    entered = exists(case.entries, lambda e: (e.on > order.decided) & (e.on <= ON))
    return returned | entered


@provision(
    "reinst.general",
    "INA 241(a)(5)",
    "8 CFR 241.8",
    "Fernandez-Vargas v. Gonzales, 548 U.S. 30 (2006)",
    subject=Case,
    note="Only after an unlawful return: an admission, or leave of DHS to come back, is a defence.",
)
def may_be_reinstated(case: Case, _: Case) -> Bool:
    """an order was carried out and the respondent has since come back: DHS may reinstate it without a hearing, unless the return
    was lawful"""
    return exists(case.orders, lambda o: carried_out(case, o) & came_back(case, o))


# --- leaving -----------------------------------------------------------------------------------------------------------


@provision(
    "leave.executes",
    "INA 101(g)",
    "8 CFR 1241.7",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="that leaving as told, without an officer, executes the order was not re-read in the regulation",
)
def leaving_executes(case: Case, _: Case) -> Bool:
    """there is a final order, which leaving the country would carry out"""
    return exists(case.orders, lambda o: _to_carry_out(case, o))


@provision("leave.voluntary-departure", "INA 240B(a)-(b)", "8 CFR 1241.1(f)", subject=Case)
def leaving_is_voluntary_departure(case: Case, _: Case) -> Bool:
    """time to leave voluntarily is running, and leaving in it is no removal"""
    return exists(case.orders, lambda o: time_to_leave_runs(case, o))


@provision(
    "leave.gives-up-appeal",
    "8 CFR 1003.4",
    "8 CFR 1003.3(e)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="both sections were read in decisions that quote them; their exception for arriving aliens was not re-read",
)
def leaving_gives_up_appeal(case: Case, _: Case) -> Bool:
    """an appeal of the respondent is before the Board, or may still be taken, which leaving the country gives up"""
    pending = exists(
        case.filings,
        lambda f: all_(
            f.kind.is_("appeal"),
            f.forum.is_("Board"),
            f.by.is_in("respondent", "both parties"),
            f.of.kind.is_in("removal", "deportation"),
            before_a_decision(f),
            ~appeal_withdrawn(case, f),
        ),
    )
    open_still = exists(case.orders, lambda o: o.kind.is_in("removal", "deportation") & appeal_period_stay(case, o))
    return ~case.arriving & any_(pending, open_still)


@provision("leave.bar.removed", "INA 212(a)(9)(A)(ii)-(iii)", subject=Case)
def removed_are_barred(case: Case, _: Case) -> Bool:
    """there is a final order other than expedited removal; leaving under it or being removed bars admission for ten years"""
    return exists(case.orders, lambda o: _to_carry_out(case, o) & ~o.kind.is_("expedited removal"))


@provision("leave.bar.expedited", "INA 212(a)(9)(A)(i)", subject=Case)
def expedited_are_barred(case: Case, _: Case) -> Bool:
    """there is an order of expedited removal that was not carried out; one removed under it is barred from admission for five years"""
    return exists(case.orders, lambda o: _to_carry_out(case, o) & o.kind.is_("expedited removal"))


@provision(
    "leave.bar.unlawful-presence",
    "INA 212(a)(9)(B)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="that presence counts only from 1997-04-01 was not re-read",
)
def unlawful_presence_bars(case: Case, _: Case) -> Bool:
    """the respondent has been unlawfully present for a year or more since 1997-04-01; leaving then bars admission for ten years"""
    length = undetermined(Cause.NOT_ENCODED, "how long the presence has been unlawful is not computed yet")
    return by_date(
        ON,
        (Version(None, "IIRIRA 301(b), 309(a): a year had not passed"), NO),
        (Version(date(1998, 4, 1), "INA 212(a)(9)(B)(i)(II)"), length),
    )


@provision("leave.return", "INA 212(a)(9)(C)", "INA 241(a)(5)", "INA 276", subject=Case)
def return_is_barred(case: Case, _: Case) -> Bool:
    """the respondent was ordered removed; coming back without being admitted bars for good and lets DHS reinstate the order"""
    return exists(case.orders, lambda o: o.outcome.is_("ordered removed") & (o.decided <= ON) & not_(o.reopened <= ON))


# --- removal -----------------------------------------------------------------------------------------------------------


@provision(
    "removed.appeal", "Matter of Diaz-Garcia, 25 I&N Dec. 794 (BIA 2012)", "8 CFR 1003.4, 1003.6(a)", subject=Case
)
def appeal_outlives_removal(case: Case, _: Case) -> Bool:
    """an appeal holds removal back, and removal in breach of that does not withdraw it"""
    return exists(case.filings, lambda f: appeal_pending_stay(case, f))


@provision("removed.petition", "Nken v. Holder, 556 U.S. 418 (2009)", "8 U.S.C. 1252(b)", subject=Case)
def petition_outlives_removal(case: Case, _: Case) -> Bool:
    """a petition for review is pending, which removal does not end"""
    return exists(case.filings, lambda f: f.kind.is_("petition for review") & before_a_decision(f))


@provision(
    "removed.withholding",
    "INA 241(b)(3)",
    "8 CFR 1208.16(b), 1208.17",
    "Johnson v. Guzman Chavez, 594 U.S. 523 (2021)",
    subject=Case,
    note="It stays nothing else: the order stands, and removal to another country can go on.",
)
def removal_there_is_barred(case: Case, _: Case) -> Bool:
    """a grant of withholding, or of protection under the Convention against Torture, is in force"""
    return exists(case.protections, lambda p: all_(p.kind.is_("withholding grant"), p.since <= ON, p.until > ON))


@provision(
    "removed.boarding",
    "8 CFR 241.6(c)",
    "8 CFR 1241.6(c)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the day on which the clause began was not confirmed",
)
def boarding_cuts_off_a_stay(case: Case, _: Case) -> Bool:
    """a judge or the Board has been asked for a stay, which will have no effect if it comes once boarding is complete"""
    return exists(
        case.filings,
        lambda f: all_(f.kind.is_("stay request"), f.forum.is_in("immigration court", "Board"), before_a_decision(f)),
    )


# --- the sentences -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Consequence:
    """One thing that follows: a provision about the case, and what to print where it is yes, unknown or no (empty: nothing).

    ``of_order`` says that it is told only where the file has an order.
    """

    rule: Provision[Case, Any]
    yes: str
    unknown: str = ""
    no: str = ""
    of_order: bool = False


IF_STAYS: tuple[Consequence, ...] = (
    Consequence(
        may_be_reinstated,
        "Unless the return was lawful DHS may reinstate the order that was carried out, without a hearing, at any time: see counsel "
        "before any contact with it.",
    ),
    Consequence(
        told_to_leave,
        "The day named is an instruction: passing it gives no protection. Ask ICE in writing for more time, and keep reporting.",
    ),
    Consequence(
        ice_rejects_fugitive,
        "ICE rejects Form I-246 from one it counts as a fugitive: file before the day, and keep proof of reporting.",
        of_order=True,
    ),
    Consequence(
        motion_may_be_denied_to_fugitive,
        "The judge or the Board may deny the motion, as a matter of discretion, to one who did not report for removal.",
        of_order=True,
    ),
    Consequence(
        court_may_call_fugitive,
        "The court of appeals of this circuit may dismiss the petition for review of one who did not report for removal.",
        "Some courts of appeals dismiss the petition for review of one who did not report for removal.",
        of_order=True,
    ),
    Consequence(
        failure_to_depart_is_a_crime,
        "Wilfully failing to leave within 90 days of the final order, or to report when told, is a crime; proper steps to have the "
        "order cancelled are not.",
        "If a final order rests on a ground of deportability, wilfully failing to leave within 90 days of it, or to report when "
        "told, is a crime; proper steps to have the order cancelled are not.",
    ),
    Consequence(
        overstaying_is_penalised,
        "Staying past the last day of voluntary departure brings the alternate order into effect, a civil penalty of $1,000 to "
        "$5,000, and ten years without cancellation, adjustment or another voluntary departure.",
    ),
)

LEAVING_AND_MOTIONS: tuple[Consequence, ...] = (
    Consequence(
        departure_defeats_motion,
        "Leaving withdraws a pending motion, even one in time.",
        "By the regulation leaving withdraws a pending motion. Whether it defeats a motion that is in time, or tolled, is not "
        "settled in this circuit.",
        "By the regulation leaving withdraws a pending motion; in this circuit it does not defeat one that is in time, or tolled.",
    ),
    Consequence(
        departure_defeats_own_motion,
        "In this circuit leaving does defeat a request that the judge or the Board reopen on its own motion.",
        "Whether leaving defeats a request that the judge or the Board reopen on its own motion is not settled in this circuit.",
        "In this circuit leaving does not defeat a request that the judge or the Board reopen on its own motion.",
    ),
)

BARS: tuple[Consequence, ...] = (
    Consequence(
        removed_are_barred,
        "Admission is barred for ten years (five, if proceedings began on arrival; twenty after a second removal; for good after an "
        "aggravated felony) unless DHS consents beforehand, on Form I-212.",
        "Under a final order admission is barred for ten years (five, if proceedings began on arrival; twenty after a second "
        "removal; for good after an aggravated felony) unless DHS consents beforehand, on Form I-212.",
    ),
    Consequence(
        expedited_are_barred,
        "Under an order of expedited removal admission is barred for five years (twenty after a second removal; for good after an "
        "aggravated felony) unless DHS consents beforehand, on Form I-212.",
    ),
    Consequence(
        unlawful_presence_bars,
        "A year or more of unlawful presence bars admission for ten years.",
        "A year or more of unlawful presence since 1997-04-01, not counting time under eighteen, bars admission for ten years; it can "
        "be waived where a citizen or resident spouse or parent would suffer extreme hardship.",
    ),
    Consequence(
        return_is_barred,
        "Coming back without being admitted bars admission for good, with leave to ask again only after ten years abroad; DHS may "
        "reinstate the order without a hearing; and it is a crime.",
    ),
)

IF_LEAVES: tuple[Consequence, ...] = (
    Consequence(
        leaving_is_voluntary_departure,
        "Leaving by the last day of voluntary departure is no removal and carries out no order.",
    ),
    Consequence(
        leaving_gives_up_appeal,
        "Leaving before the Board decides gives up the appeal, and the judge's decision is final as though none had been taken.",
        "If an appeal is before the Board, or may still be taken, leaving gives it up, and the judge's decision is final.",
    ),
    Consequence(
        leaving_executes,
        "Leaving carries out the order, even at one's own expense and with no officer there.",
        "If an order is final, leaving carries it out, even at one's own expense and with no officer there.",
    ),
    *BARS,
    *LEAVING_AND_MOTIONS,
)

TOO_LATE = "A stay of the Board or a judge that is granted, or reaches the officers, only once boarding is complete has no effect."

IF_REMOVED: tuple[Consequence, ...] = (
    *BARS,
    *LEAVING_AND_MOTIONS,
    Consequence(
        appeal_outlives_removal,
        "Removal now would be in breach of the stay and would not withdraw the appeal: tell the Board and ICE at once.",
    ),
    Consequence(
        removal_there_is_barred,
        "Removal to the country that the grant of withholding names is barred; to another country it is not. Show the grant at once.",
    ),
    Consequence(petition_outlives_removal, "The petition for review goes on after removal."),
    Consequence(boarding_cuts_off_a_stay, TOO_LATE, TOO_LATE),
    Consequence(
        third_country_sought,
        "ICE may remove to a country that nobody named before, on a day's notice, a few hours' or none: put any fear of it in writing "
        "to ICE now, and have a motion to reopen ready.",
        "If an order is final, ICE may remove to a country that nobody named before, on a day's notice, a few hours' or none: put any "
        "fear of it in writing to ICE now, and have a motion to reopen ready.",
        of_order=True,
    ),
    Consequence(
        third_country_enjoined,
        "A court's order for all in this position forbids removal to a country not named before without written notice and time to "
        "claim fear of it.",
        "Whether a court's order still forbids removal to a country not named before, without written notice and time to claim fear "
        "of it, was not found.",
        of_order=True,
    ),
)

FOLLOWS: tuple[tuple[str, tuple[Consequence, ...]], ...] = (
    ("If the respondent stays", IF_STAYS),
    ("If the respondent leaves", IF_LEAVES),
    ("If the respondent is removed", IF_REMOVED),
)
