"""The closed list of what can hold a removal, in the order a reader looks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from abeyance.casefile.vocabulary import Case, Filing
from abeyance.law.appeals import appeal_due
from abeyance.law.fear import fear_screening_stay
from abeyance.law.finality import order_executed, order_final
from abeyance.law.provisions import Provision, provision
from abeyance.law.stays_automatic import (
    administrative_wait,
    administrative_wait_ends,
    appeal_pending_stay,
    appeal_period_stay,
    certification_stay,
    deportation_rescission_stay,
    removal_rescission_stay,
    status_stay,
    vawa_stay,
)
from abeyance.law.stays_granted import (
    board_stay,
    court_of_appeals_stay,
    district_court_stay,
    ice_stay,
    judge_stay,
    private_bill_forbearance,
    standing_order_stay,
    temporary_stay,
)
from abeyance.logic.expressions import Bool, Day
from abeyance.logic.facts import exists


@dataclass(frozen=True, eq=False)
class Instrument:
    """One thing that can hold a removal.  ``until`` gives its last day; ``ends`` says in words what ends it."""

    title: str
    automatic: bool
    provision: Provision[Any, Bool]
    ends: str
    until: Callable[[Case, Any], Day] | None = None
    forum: str = ""  # of the stay requests that ask for it


def last_day_named(case: Case, request: Filing) -> Day:
    """The last day that the grant of a stay names."""
    return request.until


INSTRUMENTS: tuple[Instrument, ...] = (
    Instrument(
        "Time to appeal to the Board", True, appeal_period_stay, "the last day to appeal", lambda c, o: appeal_due(c, o)
    ),
    Instrument("Appeal at the Board", True, appeal_pending_stay, "the Board's decision"),
    Instrument("Certification to the Board", True, certification_stay, "the Board's decision"),
    Instrument("Motion to rescind, removal in absentia", True, removal_rescission_stay, "the judge's ruling"),
    Instrument(
        "Motion to rescind, section 242B",
        True,
        deportation_rescission_stay,
        "the ruling and, if it denies, the last day to appeal or the end of a timely appeal",
    ),
    Instrument("VAWA special-rule motion", True, vawa_stay, "the final disposition of the motion"),
    Instrument(
        "Fear screening of a DHS order",
        True,
        fear_screening_stay,
        "the end of screening and review, or of the asylum case",
    ),
    Instrument(
        "Fourteen days of administrative removal",
        True,
        administrative_wait,
        "the fourteenth day",
        lambda c, o: administrative_wait_ends(c, o),
    ),
    Instrument("TPS; T visa finding", True, status_stay, "the end of the status", lambda c, p: p.until),
    Instrument("Court of appeals, while a stay is asked", True, temporary_stay, "the court's ruling on the motion"),
    Instrument("District court standing order", True, standing_order_stay, "the second business day"),
    Instrument("ICE stay, Form I-246", False, ice_stay, "the day ICE set, or revocation", last_day_named, "ICE"),
    Instrument(
        "Board stay",
        False,
        board_stay,
        "the Board's decision of what it goes with",
        last_day_named,
        "Board",
    ),
    Instrument(
        "Immigration judge stay",
        False,
        judge_stay,
        "the judge's decision of the motion",
        last_day_named,
        "immigration court",
    ),
    Instrument(
        "ICE forbearance on a private bill",
        False,
        private_bill_forbearance,
        "ICE ends it, as its directive of the day provides",
        lambda c, b: b.stay_until,
    ),
    Instrument(
        "Court of appeals or Supreme Court stay",
        False,
        court_of_appeals_stay,
        "the court's decision of the petition",
        last_day_named,
        "court of appeals",
    ),
    Instrument(
        "District court order",
        False,
        district_court_stay,
        "the day the order states",
        last_day_named,
        "district court",
    ),
)


@provision("order.executable", "INA 241(a)(1)", "8 CFR 1241.1", "8 CFR 1241.33", subject=Case)
def something_to_execute(case: Case, _: Case) -> Bool:
    """there is a final order of removal, deportation or exclusion that has not been carried out"""
    return exists(case.orders, lambda o: order_final(case, o) & ~order_executed(case, o))
