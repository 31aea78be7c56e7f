"""The gates before any relief: a final order, and bars that an order in absentia, time overstayed and unlawful return bring.

Yes says that the gate is open.  INA 240(b)(7), 240B(d), 241(a)(5).
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, Order
from abeyance.law.consequences import came_back, carried_out
from abeyance.law.finality import order_final
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import ON, YES, Bool, Version, all_, any_, by_date, not_, undetermined, years
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause


@provision(
    "gate.final-order",
    "INA 101(a)(47)",
    "INA 240(c)(7)",
    subject=Case,
    aliases=("gate.final_order", "gate.reopen"),
    note="A judge can grant nothing once the order is final, until the case is reopened.",
)
def no_final_order(case: Case, _: Case) -> Bool:
    """no final order stands, so that a judge can still grant relief"""
    return ~exists(case.orders, lambda o: order_final(case, o))


BEFORE_WARNINGS = Version(None, "former INA 242B(e)", note="five years, of orders to show cause; not encoded")
WARNINGS = Version(date(1997, 4, 1), "INA 240(b)(7)")


def _barred_by_absence(case: Case, order: Order) -> Bool:
    """An order in absentia, after oral warnings, made final within the last ten years."""
    warned = exists(case.notices, lambda n: n.kind.is_("hearing") & n.oral_warnings & (n.mailed <= order.decided))
    formerly = undetermined(Cause.NOT_ENCODED, "the bar of former section 242B(e) is not encoded")
    return all_(
        order.in_absentia,
        order.decided <= ON,
        order.decided + years(10) > ON,
        not_(order.reopened <= ON),
        by_date(order.decided, (BEFORE_WARNINGS, formerly), (WARNINGS, warned)),
    )


@provision(
    "gate.inabsentia-bar",
    "INA 240(b)(7)",
    subject=Case,
    aliases=("gate.inabsentia_bar",),
    confidence=Confidence.PROBABLY,
    doubt="the ten years are counted from the order in absentia, which is final when made; the bar of 1992 to 1997 was not read",
    note="It bars cancellation, voluntary departure, adjustment, change of status and registry; not asylum, withholding or "
    "CAT. Only one "
    "who was warned aloud, in a language understood, of what absence brings.",
)
def not_barred_by_absence(case: Case, _: Case) -> Bool:
    """no order made in absentia after oral warnings bars discretionary relief: ten years"""
    return ~exists(case.orders, lambda o: _barred_by_absence(case, o))


BEFORE_VD = Version(None, "former INA 242B(e)(2)", note="five years; not encoded")
VD_BAR = Version(date(1997, 4, 1), "INA 240B(d)(1)(B)")


def _overstayed(order: Order) -> Bool:
    """Time to leave voluntarily that ran out within the last ten years while the respondent stayed."""
    stayed = not_(order.executed <= order.voluntary_departure_until)
    formerly = undetermined(Cause.NOT_ENCODED, "the bar of former section 242B(e)(2) is not encoded")
    return all_(
        order.outcome.is_("voluntary departure"),
        order.voluntary_departure_until < ON,
        order.voluntary_departure_until + years(10) >= ON,
        not_(order.reopened <= order.voluntary_departure_until),
        stayed,
        by_date(order.decided, (BEFORE_VD, formerly), (VD_BAR, YES)),
        undetermined(
            Cause.JUDGEMENT,
            "whether the failure to leave was voluntary, and whether the warnings were given, is for the judge",
        ),
    )


@provision(
    "gate.vd-bar",
    "INA 240B(d)(1)",
    subject=Case,
    aliases=("gate.vd_bar",),
    confidence=Confidence.PROBABLY,
    doubt="a motion or a petition filed in the time to leave ends it and saves from the bar (8 CFR 1240.26); whether one was "
    "is not looked at",
    note="It bars cancellation, voluntary departure, adjustment, change of status and registry; not one battered, if that was why.",
)
def not_barred_by_overstaying(case: Case, _: Case) -> Bool:
    """no time to leave voluntarily was overstayed, which would bar discretionary relief: ten years"""
    return ~exists(case.orders, _overstayed)


@provision(
    "gate.reinstatement",
    "INA 241(a)(5)",
    subject=Case,
    note="Withholding and the Convention against Torture alone can then be asked, after a fear screening.",
)
def not_reinstated(case: Case, _: Case) -> Bool:
    """no earlier order that was carried out can be reinstated after an unlawful return"""
    lawful = undetermined(
        Cause.MISSING, "whether the return was lawful: enter the entry, its day, its manner and any consent to it"
    )

    def can_be(order: Order) -> Bool:
        unseen = exists(
            case.entries, lambda e: all_(e.manner.is_("without inspection"), e.on > order.decided, e.on <= ON)
        )
        return carried_out(case, order) & any_(unseen, came_back(case, order) & lawful)

    again = exists(case.orders, lambda o: o.kind.is_("reinstatement") & (o.decided <= ON))
    return ~any_(again, exists(case.orders, can_be))
