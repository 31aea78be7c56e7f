"""The counterexamples of SEMANTICS that concern the logic, each by its number."""

from datetime import date
from typing import Any

import pytest

from abeyance.casefile.record import derive
from abeyance.casefile.vocabulary import Case as WholeCase
from abeyance.casefile.vocabulary import Departure, Order
from abeyance.logic.deciding import decide
from abeyance.logic.evaluating import Valuation
from abeyance.logic.expressions import (
    NO,
    ON,
    UNCONFIRMED,
    YES,
    Bool,
    Day,
    Expr,
    Version,
    all_,
    any_,
    by_choice,
    by_date,
    choose_if,
    days,
    months,
    undetermined,
    unless,
    unsettled,
    years,
)
from abeyance.logic.facts import at_least, count, every, exists, last
from abeyance.logic.operations import blank
from abeyance.logic.python import compile_rules
from abeyance.logic.specialising import specialise
from abeyance.logic.values import ANY_DAY, NEVER, Cause, Presence, Span, Truth, ordinal
from tests.casefile.building import Builder, source
from tests.logic.random_cases import blank_case
from tests.logic.vocabulary import COURT, Case, Paper

case, paper = Case.root(), Paper.subject()
THIRTY = Version(None, "thirty days")
TEN = Version(date(2026, 3, 9), "ten days", known=date(2026, 2, 6), undone=date(2026, 3, 8))


def span(first: str, last: str = "") -> Span:
    return ordinal(first), ordinal(last or first)


def ask(node: Expr, on: str = "2020-03-01", known: str = "", **facts: Any) -> Any:
    """The value of an expression on a case of which these facts are known, by both readings."""
    row = {**blank_case(), **facts}
    seen = specialise(node, ordinal(known) if known else None)
    value = Valuation(row, ordinal(on)).value(seen)
    assert compile_rules({"it": seen}).run(row, ordinal(on))["it"] == value
    return value


def a_paper(name: str, presence: int = Presence.SURE, **facts: Any) -> dict[str, Any]:
    return {**blank(Paper), "@id": name, "@presence": presence, **facts}


# --- 1: interval arithmetic is done in pieces -----------------------------------------------------------------------------


def test_1_a_decision_on_either_side_of_a_new_period_is_due_within_the_hull_of_the_pieces() -> None:
    due = case.decided + by_date(case.decided, (THIRTY, days(30)), (TEN, days(10)))
    decided = span("2026-03-01", "2026-03-15")
    assert ask(due, known="2026-03-07", decided=decided) == span("2026-03-19", "2026-04-07")
    assert ask(due, known="2026-03-08", decided=decided) == span("2026-03-31", "2026-04-14")


def test_1_months_are_cut_to_their_length_and_never_run_backward() -> None:
    assert ask(case.decided + months(1), decided=span("2020-01-29", "2020-01-31")) == span("2020-02-29")
    assert ask(case.decided + months(1), decided=span("2020-01-31", "2020-02-01")) == span("2020-02-29", "2020-03-01")


def test_1_the_anniversary_of_29_february_is_28_february_in_a_common_year() -> None:
    assert ask(case.decided + years(1), decided=span("2020-02-29")) == span("2021-02-28")
    assert ask(case.decided + years(4), decided=span("2020-02-29")) == span("2024-02-29")


def test_1_a_last_day_on_a_weekend_or_holiday_moves_to_the_next_open_day() -> None:
    friday_closed_saturday_sunday_monday_closed = span("2020-02-28", "2020-03-02")
    assert ask(case.decided.open_day(COURT), decided=friday_closed_saturday_sunday_monday_closed) == span("2020-03-03")


# --- 2: correlation is not guessed -----------------------------------------------------------------------------------------


def test_2_left_in_may_and_back_ten_days_later_is_an_absence_of_ten_days() -> None:
    away = case.returned.since(case.left)
    known: dict[str, Any] = {"left": span("1998-05-01", "1998-05-31"), "returned": span("1998-05-11", "1998-06-10")}
    assert ask(away, **known) == (-20, 40)  # looser than the truth, not wrong
    assert ask(away.unless_stated(case.fee), fee=(10, 10), **known) == (10, 10)


def test_2_a_stated_number_that_the_days_exclude_wins_over_them() -> None:
    away = case.returned.since(case.left).unless_stated(case.fee)
    assert ask(away, fee=(10, 10), left=span("1998-05-01"), returned=span("1998-05-04")) == (10, 10)


def test_2_the_days_to_an_event_that_never_comes_are_endless_and_of_two_such_nothing_is_said() -> None:
    away = case.returned.since(case.left)
    at_least_ten = away >= 10
    known: dict[str, Any] = {"left": span("1998-05-01")}
    assert ask(at_least_ten, returned=span("1998-06-01", "2199-12-31"), **known) is True
    assert ask(at_least_ten, returned=(NEVER, NEVER), **known) is True
    assert ask(at_least_ten, returned=(NEVER, NEVER), left=(NEVER, NEVER)) is None


# --- 3: both readings are Kleene -------------------------------------------------------------------------------------------


def test_3_a_condition_or_its_opposite_is_unknown_while_it_is_unknown_and_noted_as_settled() -> None:
    either = any_(case.waived, ~case.waived)
    assert ask(either) is None
    assert decide(Valuation(blank_case(), 0), either).settled is True


def test_3_branches_are_joined_where_it_is_not_known_which_is_taken() -> None:
    assert ask(choose_if(case.waived, case.oral, case.oral & YES)) is None
    assert ask(choose_if(case.waived, case.oral, ~~case.oral), oral=True) is True
    dues = ask(choose_if(case.waived, case.left + days(1), case.left + days(3)), left=span("2020-01-01"))
    assert dues == span("2020-01-02", "2020-01-04")


# --- 4: refinement keeps, a contrary claim may widen ------------------------------------------------------------------------
# That refinement keeps every answer is the property learning_more_changes_no_answer.


def test_4_a_contrary_source_may_turn_a_yes_into_unknown_and_is_a_conflict() -> None:
    said = Builder()
    certified = source("order", "certified record")
    said.says(certified, "order-1", Order, in_absentia="yes")
    node = exists(WholeCase.root().orders, lambda o: o.in_absentia)
    assert Valuation(derive(said.file).root, 0).value(node) is True
    said.says(source("press", "press"), "order-1", Order, in_absentia="no")
    record = derive(said.file)
    assert Valuation(record.root, 0).value(node) is None
    assert [(c.subject, c.fact) for c in record.conflicts] == [("order-1", "in_absentia")]
    assert decide(Valuation(record.root, 0), node).causes & Cause.CONFLICT


def test_4_a_contrary_source_widens_a_day_to_the_span_that_covers_both() -> None:
    said = Builder()
    said.says(source("a"), "left", Departure, on="1998-05-03")
    said.says(source("b"), "left", Departure, on="1998-05-05")
    node = exists(WholeCase.root().departures, lambda d: d.on <= "1998-05-04")
    assert derive(said.file).rows["left"]["on"] == span("1998-05-03", "1998-05-05")
    assert Valuation(derive(said.file).root, 0).value(node) is None


# --- 5: a choice is a set of words ------------------------------------------------------------------------------------------


def test_5_of_two_possible_words_a_question_that_covers_both_is_answered() -> None:
    motion_or_appeal = paper.kind.mask(("motion", "appeal"))
    papers = (a_paper("p", kind=motion_or_appeal),)
    assert ask(exists(case.papers, lambda p: p.kind.is_in("motion", "appeal")), papers=papers) is True
    assert ask(exists(case.papers, lambda p: p.kind.is_("petition")), papers=papers) is False
    assert ask(exists(case.papers, lambda p: p.kind.is_("motion")), papers=papers) is None


# --- 7 and 8: days are inclusive, versions half-open; moments ------------------------------------------------------------


@pytest.mark.parametrize(("received", "timely"), [("2020-03-31", True), ("2020-04-01", False)])
def test_7_the_due_day_is_the_last_good_day(received: str, timely: bool) -> None:
    assert ask(case.left <= case.decided + days(30), decided=span("2020-03-01"), left=span(received)) is timely


@pytest.mark.parametrize(("decided", "new"), [("2026-03-08", False), ("2026-03-09", True), ("2026-03-10", True)])
def test_7_a_version_governs_from_its_first_day(decided: str, new: bool) -> None:
    rule = by_date(case.decided, (THIRTY, NO), (TEN, YES))
    assert ask(rule, known="2026-03-07", decided=span(decided)) is new


def test_8_a_clock_in_hours_runs_from_a_moment_in_its_zone() -> None:
    end = case.decided.end_of_day("America/New_York")
    told = (ordinal("2020-03-08") * 1440 + 3 * 60 + 59,) * 2  # 23:59 on 7 March in New York is 04:59 UTC
    assert ask(case.told <= end, decided=span("2020-03-07"), told=told) is True
    assert ask(case.told.plus_hours(24) <= (case.decided + days(1)).end_of_day("America/New_York"), told=told,
               decided=span("2020-03-07")) is True  # fmt: skip
    assert ask(end.plus_hours(24) <= (case.decided + days(1)).end_of_day("America/New_York"),
               decided=span("2020-03-07")) is False  # fmt: skip  # the night the clocks go forward has 23 hours


# --- 17 and 18: not yet, and last seen ---------------------------------------------------------------------------------------


def test_17_not_yet_is_not_unknown() -> None:
    refused = case.decided <= ON
    assert ask(refused, "2017-03-01", decided=span("2017-03-02")) is False
    assert ask(refused, "2017-03-02", decided=span("2017-03-02")) is True
    assert ask(refused, "2017-03-01", decided=span("2017-02-20", "2017-03-10")) is None
    assert ask(refused, "2017-03-01", decided=(NEVER, NEVER)) is False
    assert ask(refused, "2017-03-01", decided=ANY_DAY) is None


def test_18_what_was_pending_when_last_seen_is_pending_up_to_that_day_only() -> None:
    pending, seen_undecided = case.decided > ON, (ordinal("2017-04-21"), NEVER)
    assert ask(pending, "2017-04-20", decided=seen_undecided) is True
    assert ask(pending, "2017-05-01", decided=seen_undecided) is None


# --- 19: the day that chooses and the day that starts -------------------------------------------------------------------


def test_19_the_day_that_chooses_the_version_is_not_the_day_the_count_starts() -> None:
    due = case.left + by_date(case.decided, (THIRTY, days(30)), (TEN, days(10)))
    known: dict[str, Any] = {"decided": span("2026-03-08"), "left": span("2026-03-12")}
    assert ask(due, known="2026-03-07", **known) == span("2026-04-11")


# --- 21: a selection is unknown while two rows overlap ------------------------------------------------------------------


def test_21_of_two_papers_that_may_each_be_the_last_the_fact_is_the_join() -> None:
    one = a_paper("one", filed=span("2020-01-01", "2020-01-31"), granted=True, heard=span("2020-02-01"))
    other = a_paper("other", filed=span("2020-01-15"), granted=False, heard=span("2020-02-03"))
    newest = last(case.papers, by=lambda p: p.filed)
    assert ask(newest.granted, papers=(one, other)) is None
    assert ask(newest.heard, papers=(one, other)) == span("2020-02-01", "2020-02-03")
    assert ask(newest.granted, papers=({**one, "filed": span("2020-01-16")}, other)) is True


def test_21_two_papers_of_one_day_are_both_the_last() -> None:
    one = a_paper("one", filed=span("2020-01-15"), granted=True)
    other = a_paper("other", filed=span("2020-01-15"), granted=False)
    assert ask(last(case.papers, by=lambda p: p.filed).granted, papers=(one, other)) is None


# --- 12 and 13: lists known in part, and mentions ------------------------------------------------------------------------


def test_12_no_paper_recorded_is_not_no_paper() -> None:
    granted = exists(case.papers, lambda p: p.granted)
    assert ask(granted, papers=(blank(Paper),)) is None
    assert ask(granted, papers=()) is False
    assert ask(every(case.papers, lambda p: p.granted), papers=()) is True


def test_13_a_mention_is_not_counted_beside_one_it_may_be() -> None:
    sure, mention = a_paper("sure", granted=True), a_paper("a mention", Presence.MENTION, granted=True)
    assert ask(at_least(2, case.papers, lambda p: p.granted), papers=(sure, mention)) is None
    assert ask(count(case.papers, lambda p: p.granted), papers=(sure, mention)) == (1, 2)
    assert ask(exists(case.papers, lambda p: p.granted), papers=(mention,)) is True


def test_13_a_mention_may_be_the_very_paper_that_is_asked_about() -> None:
    sure, mention = a_paper("sure"), a_paper("a mention", Presence.MENTION)
    another = exists(case.papers, lambda p: ~p.is_row(case.lead))
    assert ask(another, papers=(sure, mention), lead=(sure,)) is None
    assert ask(another, papers=(sure, a_paper("second")), lead=(sure,)) is True


# --- 22 to 24: causes, confidence, exceptions -----------------------------------------------------------------------------


def causes(node: Bool, **facts: Any) -> Cause:
    return decide(Valuation({**blank_case(), **facts}, 0), node).causes


def test_22_an_unknown_answer_names_its_causes() -> None:
    judgement = undetermined(Cause.JUDGEMENT, "whether it is extreme hardship is for the judge")
    assert causes(case.waived & judgement) == Cause.MISSING | Cause.JUDGEMENT
    assert causes(case.waived & judgement, waived=True) == Cause.JUDGEMENT
    assert causes(case.waived, **{"@conflicts": frozenset({"waived"})}) == Cause.CONFLICT
    assert causes(unsettled("courts divide", YES, NO)) == Cause.UNSETTLED


def test_23_unsettled_law_gives_what_all_its_readings_allow() -> None:
    reading = unsettled("courts divide", case.waived, case.oral)
    assert ask(reading, waived=True, oral=True) is True
    assert ask(reading, waived=True, oral=False) is None


def test_23_a_period_nobody_could_confirm_gives_no_last_day() -> None:
    due: Day = case.decided + by_date(case.decided, (THIRTY, UNCONFIRMED), (TEN, days(10)))
    assert ask(due, decided=span("1995-03-01")) == (ordinal("1995-03-01"), NEVER)
    assert ask(due < ON, decided=span("1995-03-01")) is None


def test_23_where_circuits_differ_an_unknown_circuit_leaves_the_answer_unknown_unless_they_agree() -> None:
    rule = by_choice(case.circuit, {"1": YES, ("2", "9"): NO}, YES)
    assert ask(rule) is None
    assert ask(rule, circuit=case.circuit.mask(("1", "DC"))) is True


def test_24_an_exception_that_is_unknown_makes_the_rule_unknown() -> None:
    rule = unless(case.waived, case.oral)
    assert ask(rule, waived=True) is None
    assert ask(rule, waived=False) is False
    assert ask(rule, waived=True, oral=False) is True


def test_a_true_part_decides_an_or_and_a_false_one_an_and_whatever_else_is_unknown() -> None:
    truth: Truth = ask(any_(case.waived, case.oral), waived=True)
    assert (truth, ask(all_(case.waived, case.oral), oral=False)) == (True, False)
