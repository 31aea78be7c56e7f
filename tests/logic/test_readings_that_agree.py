"""Law that is read in several ways: readings that come to the same are not told, nor asked, nor a cause."""

from typing import Any

from abeyance.logic.deciding import decide
from abeyance.logic.evaluating import Valuation
from abeyance.logic.explaining import explain
from abeyance.logic.expressions import Day, days, unsettled
from abeyance.logic.values import Cause, ordinal
from tests.logic.random_cases import blank_case
from tests.logic.test_semantics import span
from tests.logic.vocabulary import COURT, Case

case = Case.root()
LATE = unsettled("whether a closed day counts", case.decided + days(30), (case.decided + days(30)).open_day(COURT))


def about(**facts: Any) -> Valuation:
    return Valuation({**blank_case(), **facts}, ordinal("2020-03-01"))


def told(valuation: Valuation, node: Day) -> list[str]:
    return [reason.text for top in explain(valuation, node) for reason in top.walk()]


def test_readings_that_differ_are_told_with_what_divides_them() -> None:
    onto_a_saturday = about(decided=span("2020-02-13"))
    assert onto_a_saturday.value(LATE) == span("2020-03-14", "2020-03-16")
    assert told(onto_a_saturday, LATE)[0] == "whether a closed day counts"


def test_of_readings_that_agree_one_is_told_and_nothing_divides_them() -> None:
    onto_a_friday = about(decided=span("2020-02-12"))
    assert onto_a_friday.value(LATE) == span("2020-03-13")
    assert "whether a closed day counts" not in told(onto_a_friday, LATE)
    assert any("2020-03-13" in text for text in told(onto_a_friday, LATE))


def test_an_answer_that_readings_leave_alike_is_open_for_want_of_a_fact_only() -> None:
    due = unsettled("which of two ways to say it", case.decided + days(14), case.decided + days(7) + days(7))
    found = decide(about(decided=span("2020-02-10", "2020-02-20")), due <= Day("const", (), ordinal("2020-03-01")))
    assert (found.causes, found.reasons) == (Cause.MISSING, ())


def test_a_reading_is_a_cause_only_where_it_can_change_the_answer() -> None:
    """Whether a closed day counts turns on nothing where the day asked about is not one that it is moved over."""
    known = {"decided": span("2020-02-10", "2020-02-20")}
    friday, saturday = (~(Day("const", (), ordinal(day)) < LATE) for day in ("2020-03-13", "2020-03-14"))
    assert decide(about(**known), saturday).reasons == ("whether a closed day counts",)
    assert decide(about(**known), friday).reasons == ()
