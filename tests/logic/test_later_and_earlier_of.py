"""The later and the earlier of two days, as where the law gives "whichever is later"."""

from datetime import date

import pytest

from abeyance.casefile.vocabulary import Case, Order
from abeyance.logic.evaluating import Valuation
from abeyance.logic.explaining import explain
from abeyance.logic.expressions import Day, day, days, earlier_of, later_of
from abeyance.logic.operations import Row, blank
from abeyance.logic.python import Program
from abeyance.logic.values import ANY_DAY, LONG_AGO, NEVER, Presence, Span

ON = date(2017, 5, 1)
LATER = later_of(Order.subject().decided, Order.subject().mailed)
EARLIER = earlier_of(Order.subject().decided, Order.subject().mailed)


def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def span(first: str, last: str = "") -> Span:
    return ordinal(first), ordinal(last or first)


def value(rule: Day = LATER, **facts: Span) -> Span:
    row: Row = {**blank(Order), "@id": "order-1", "@presence": Presence.SURE, **facts}
    read: Span = Valuation(blank(Case), ON.toordinal(), row).value(rule)
    assert Program({"rule": rule}).run(blank(Case), ON.toordinal(), row)["rule"] == read
    return read


@pytest.mark.parametrize(
    ("decided", "mailed", "later"),
    [
        (span("2017-01-17"), span("2017-01-19"), span("2017-01-19")),
        (span("2017-01-17"), span("2017-01-11"), span("2017-01-17")),
        (span("2017-01-01", "2017-01-31"), span("2017-01-10", "2017-01-12"), span("2017-01-10", "2017-01-31")),
        (span("2017-01-01", "2017-01-11"), span("2017-01-10", "2017-02-12"), span("2017-01-10", "2017-02-12")),
    ],
)
def test_each_end_is_the_later_of_the_two_ends(decided: Span, mailed: Span, later: Span) -> None:
    assert value(decided=decided, mailed=mailed) == later


def test_the_earlier_of_two_days_is_the_other_one() -> None:
    assert value(EARLIER, decided=span("2017-01-17"), mailed=span("2017-01-19")) == span("2017-01-17")
    assert value(EARLIER, decided=span("2017-01-01", "2017-01-31"), mailed=span("2017-01-10", "2017-02-12")) == (
        ordinal("2017-01-01"),
        ordinal("2017-01-31"),
    )


def test_a_day_not_known_leaves_the_earlier_one_no_later_than_the_other() -> None:
    assert value(EARLIER, decided=span("2017-01-17"), mailed=ANY_DAY) == (LONG_AGO, ordinal("2017-01-17"))


def test_a_day_not_known_leaves_the_later_one_no_earlier_than_the_other() -> None:
    assert value(decided=span("2017-01-17"), mailed=ANY_DAY) == (ordinal("2017-01-17"), NEVER)


def test_of_one_day_it_is_that_day() -> None:
    assert later_of(ONE) is ONE
    assert earlier_of(ONE) is ONE


def test_a_reason_names_both_days() -> None:
    row: Row = {**blank(Order), "@id": "order-1", "@presence": Presence.SURE, "decided": span("2017-01-17")}
    [reason] = explain(
        Valuation(blank(Case), ON.toordinal(), row), later_of(Order.subject().decided, day("1996-09-30"))
    )
    assert reason.text == "the later of order-1: the day it was decided (2017-01-17) and 1996-09-30 = 2017-01-17"


ONE = Order.subject().decided + days(1)
