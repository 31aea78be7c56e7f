"""A reason reads right beside its truth, and right alone."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Order
from abeyance.logic.evaluating import Valuation
from abeyance.logic.explaining import Reason, explain
from abeyance.logic.expressions import ON, Bool
from abeyance.logic.operations import Row, blank
from abeyance.logic.values import Presence

ON_DAY = date(2017, 5, 1).toordinal()
order = Order.subject()


def reason(rule: Bool, **facts: object) -> Reason:
    row: Row = {**blank(Order), "@id": "order-1", "@presence": Presence.SURE, **facts}
    [found] = explain(Valuation(blank(Case), ON_DAY, row), rule)
    return found


def day(text: str) -> tuple[int, int]:
    return (date.fromisoformat(text).toordinal(),) * 2


def test_a_comparison_is_said_as_asked_beside_its_truth_and_as_it_turned_out_alone() -> None:
    late = reason(order.decided <= ON, decided=day("2017-05-02"))
    assert (late.value, late.text) == (False, "order-1: the day it was decided (2017-05-02) is on or before 2017-05-01")
    assert late.alone == "order-1: the day it was decided (2017-05-02) is after 2017-05-01"
    in_time = reason(order.decided <= ON, decided=day("2017-05-01"))
    assert (in_time.value, in_time.alone) == (True, "")


def test_a_comparison_under_a_not_is_asked_the_other_way_round() -> None:
    late = reason(~(order.decided <= ON), decided=day("2017-05-02"))
    assert (late.value, late.text) == (True, "order-1: the day it was decided (2017-05-02) is after 2017-05-01")
    in_time = reason(order.decided > ON, decided=day("2017-05-01"))
    assert in_time.value is False
    assert in_time.text == "order-1: the day it was decided (2017-05-01) is after 2017-05-01"
    assert in_time.alone == "order-1: the day it was decided (2017-05-01) is on or before 2017-05-01"


def test_a_word_that_is_not_the_one_asked_for_says_which_was() -> None:
    bit = 1 << Order.by.codes.index("DHS")
    assert reason(order.by.is_("DHS"), by=bit).text == "order-1: who decided (DHS)"
    by_dhs = reason(order.by.is_("Board"), by=bit)
    assert (by_dhs.value, by_dhs.text) == (False, "order-1: who decided (DHS); asked whether it is Board")
    assert by_dhs.alone == "order-1: who decided (DHS)"
    assert reason(~order.by.is_("DHS"), by=bit).text == "order-1: who decided (DHS); asked whether it is not DHS"


def test_a_flag_that_is_no_is_denied_only_where_no_truth_stands_before_it() -> None:
    absent = reason(order.in_absentia, in_absentia=False)
    assert (absent.value, absent.text) == (False, "order-1: it was entered in absentia")
    assert absent.alone == "not: order-1: it was entered in absentia"
    present = reason(~order.in_absentia, in_absentia=False)
    assert (present.value, present.text) == (True, "not: order-1: it was entered in absentia")


def test_what_may_be_says_so() -> None:
    open_ = reason(order.decided <= ON)
    assert open_.value is None
    assert open_.alone == "order-1: the day it was decided (day not in file) may or may not be on or before 2017-05-01"
