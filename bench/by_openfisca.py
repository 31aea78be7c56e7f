"""The eight rules in OpenFisca-core, which has no unknown: one simulation a case, as its web interface makes it."""

from datetime import date
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DAY, ETERNITY
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from abeyance.logic.facts import BoolFact, DayFact, ListFact
from bench import by_hand
from bench.cases import STATUSES, Case, Child, Conviction, Plain

ALWAYS = "ETERNITY"
EPOCH = date(1970, 1, 1)
FIRST, LAST = date(1950, 1, 1), date(2100, 12, 31)
DAYS = [date.fromordinal(n) for n in range(FIRST.toordinal(), LAST.toordinal() + 1)]
OPEN = np.array([by_hand.open_day(day) for day in DAYS], "datetime64[D]")
YEARS = {n: np.array([by_hand.anniversary(day, n) for day in DAYS], "datetime64[D]") for n in (1, 10, 21)}

RECORD = build_entity(key="record", plural="records", label="a child or a conviction", is_person=True)
GROUP = build_entity(
    key="case",
    plural="cases",
    label="a case",
    roles=[{"key": "child", "plural": "children"}, {"key": "conviction", "plural": "convictions"}],
)


def _at(days: Any) -> Any:
    return days.astype("datetime64[D]").astype(int) - (FIRST - EPOCH).days


def _due(days: Any, count: int) -> Any:
    return OPEN[_at(days) + count]


def _later(days: Any, years: int) -> Any:
    return YEARS[years][_at(days)]


def _want_of_notice(c: Any, p: Any) -> Any:
    return c("no_notice", p) | (c("exceptional", p) & (c("motion_filed", p) <= _due(c("final_order", p), 180)))


def motion_timely(c: Any, p: Any) -> Any:
    """the motion was in time"""
    in_time = c("motion_filed", p) <= _due(c("final_order", p), 90)
    return in_time | c("changed_country", p) | c("joint", p) | (c("in_absentia", p) & c("want_of_notice", p))


def appeal_timely(c: Any, p: Any) -> Any:
    """the appeal was in time"""
    return c("appeal_taken", p) & ~c("appeal_waived", p) & (c("appeal_filed", p) <= _due(c("decided", p), 30))


def stay_in_force(c: Any, p: Any) -> Any:
    """a stay holds by law"""
    on = np.datetime64(p.start.date, "D")
    in_time = ~c("appeal_waived", p) & (on <= _due(c("decided", p), 30))
    pending = c("appeal_timely", p) & c("appeal_pending", p)
    return in_time | pending | (c("in_absentia", p) & c("motion_pending", p) & c("want_of_notice", p))


def asylum_barred(c: Any, p: Any) -> Any:
    """asylum was applied for too late"""
    filed = c("asylum_filed", p)
    late = filed > OPEN[_at(_later(c("arrived", p), 1))]
    excused = (c("changed_circumstances", p) | c("extraordinary", p)) & c("reasonable_time", p)
    return late & ~excused & ~(c("unaccompanied", p) & (filed >= np.datetime64("2009-03-23")))


def ten_years(c: Any, p: Any) -> Any:
    """ten years of presence before time was stopped"""
    then, decided = _later(c("present_since", p), 10), c("cancellation_decided", p)
    charged = c("charged", p) < then
    complete = c("notice_complete", p) & charged
    two = complete | (~c("notice_complete", p) & c("hearing_notice_sent", p) & (c("hearing_notice", p) < then))
    before = [decided < np.datetime64(day) for day in ("2018-06-21", "2019-05-01", "2021-04-29")]
    stopped = np.select(before, [charged, complete, two], complete)
    return (then <= decided) & ~stopped & ~(c("offence_stops", p) & (c("offence", p) < then))


def qualifying_relative(c: Any, p: Any) -> Any:
    """a child under 21, unmarried, citizen or resident"""
    m = c.members
    young = c("cancellation_decided", p)[c.members_entity_id] < _later(m("born", p), 21)
    return c.any(young & ~m("married", p) & (m("status", p) > 0), role=GROUP.CHILD)


def criminal_bar(c: Any, p: Any) -> Any:
    """a conviction that bars"""
    m = c.members
    petty = (m("most_months", p) <= 12) & (m("months", p) <= 6)
    bars = m("aggravated_felony", p) | m("controlled_substance", p) | (m("moral_turpitude", p) & ~petty)
    return c.any(bars, role=GROUP.CONVICTION)


def cancellation(c: Any, p: Any) -> Any:
    """cancellation may be granted"""
    merits = c("good_character", p) & c("qualifying_relative", p) & c("hardship", p)
    return c("ten_years", p) & merits & ~c("criminal_bar", p)


ANSWERS = (
    motion_timely,
    appeal_timely,
    stay_in_force,
    asylum_barred,
    ten_years,
    qualifying_relative,
    criminal_bar,
    cancellation,
)


def _variable(name: str, entity: Any, kind: type, formula: Any = None) -> Any:
    made = {"value_type": kind, "entity": entity, "definition_period": DAY if formula else ETERNITY, "label": name}
    return type(name, (Variable,), made | ({"formula": formula} if formula else {}))


def system() -> Any:
    """The eight rules as an OpenFisca system."""
    made = TaxBenefitSystem([RECORD, GROUP])
    for entity, of in ((Case, GROUP), (Child, RECORD), (Conviction, RECORD)):
        for name, fact in entity.facts.items():
            if not isinstance(fact, ListFact):
                kind = date if isinstance(fact, DayFact) else bool if isinstance(fact, BoolFact) else int
                made.add_variables(_variable(name, of, kind))
    made.add_variables(_variable("want_of_notice", GROUP, bool, _want_of_notice))
    made.add_variables(*(_variable(rule.__name__, GROUP, bool, rule) for rule in ANSWERS))
    return made


def answers(of: Any, case: Plain, on: date) -> tuple[bool, ...]:
    """All eight answers about a case in which everything is known."""
    people: dict[str, Any] = {}
    roles: dict[str, list[str]] = {"children": [], "convictions": []}
    for role, keys in roles.items():
        for place, row in enumerate(case[role]):
            keys.append(f"{role}{place}")
            people[keys[-1]] = {name: {ALWAYS: _value(value)} for name, value in row.items()}
    if not people:  # a person there must be
        people["nobody"], roles["children"] = {}, ["nobody"]
    facts = {name: {ALWAYS: _value(value)} for name, value in case.items() if name not in roles}
    made = SimulationBuilder().build_from_entities(of, {"records": people, "cases": {"it": roles | facts}})
    return tuple(bool(made.calculate(rule.__name__, str(on))[0]) for rule in ANSWERS)


def _value(value: Any) -> Any:
    return str(value) if isinstance(value, date) else STATUSES.index(value) if value in STATUSES else value
