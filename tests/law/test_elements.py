"""A rule told in words: what a lawyer reads is what the rule asks."""

from datetime import date

import pytest

from abeyance.casefile.vocabulary import Case, Filing, Order
from abeyance.law.bundle import bundle
from abeyance.law.calendars import EOIR
from abeyance.law.elements import ALL, ANY, Element, elements
from abeyance.law.provisions import provision
from abeyance.logic.expressions import (
    ON,
    UNCONFIRMED,
    Bool,
    Day,
    Version,
    all_,
    any_,
    by_choice,
    by_date,
    choose_if,
    days,
    later_of,
    not_,
    undetermined,
    unsettled,
)
from abeyance.logic.facts import at_least, exists, first
from abeyance.logic.values import Cause

OLD = Version(None, "the old rule")
NEW = Version(date(1996, 7, 1), "the new rule")


def told(element: Element, depth: int = 0) -> list[str]:
    """An element and its parts, a line each."""
    number = f"({element.number}) " if element.number else ""
    own = f"{'  ' * depth}{number}{element.text}{f' [{element.provision}]' if element.provision else ''}"
    return [own, *(line for part in element.parts for line in told(part, depth + 1))]


def of(rule: object) -> list[str]:
    """What is told of a rule about an order."""
    return told(elements(provision("test.rule", "an authority", subject=Order)(rule)))  # type: ignore[arg-type]


@pytest.mark.parametrize("id", bundle().provisions)
def test_every_provision_can_be_told_in_words(id: str) -> None:
    lines = told(elements(bundle().provisions[id]))
    assert all(line.strip() for line in lines)


def test_what_must_hold_together_and_what_is_enough_are_told_apart() -> None:
    def rule(case: Case, order: Order) -> Bool:
        """the sentence"""
        return all_(order.in_absentia, any_(order.kind.is_("removal"), order.decided <= ON))

    assert of(rule) == [
        ALL,
        "  it was entered in absentia (the order)",
        f"  {ANY}",
        "    the kind of order (the order) is removal",
        "    the day it was decided (the order) is on or before the day asked about",
    ]


def test_a_not_is_carried_to_what_it_denies() -> None:
    def rule(case: Case, order: Order) -> Bool:
        """the sentence"""
        return not_(all_(order.in_absentia, order.kind.is_("removal"), order.decided <= ON))

    assert of(rule) == [
        ANY,
        "  not: it was entered in absentia (the order)",
        "  the kind of order (the order) is not removal",
        "  the day it was decided (the order) is after the day asked about",
    ]


def test_most_words_of_a_list_are_told_by_those_that_are_left_out() -> None:
    def rule(case: Case, order: Order) -> Bool:
        """the sentence"""
        return ~order.kind.is_in("deportation", "exclusion")

    assert of(rule) == ["the kind of order (the order) is not deportation or exclusion"]


def test_a_provision_that_is_used_is_told_by_its_sentence_and_id() -> None:
    def rule(case: Case, order: Order) -> Bool:
        """the sentence"""
        return all_(bundle().provisions["final.order"](case, order), order.in_absentia)

    assert told(elements(bundle().provisions["final.order"])) != of(rule)
    assert "  the order is administratively final, and was neither reopened nor vacated [final.order]" in of(rule)


def test_the_last_good_day_of_a_version_is_told() -> None:
    def rule(case: Case, order: Order) -> Day:
        """the sentence"""
        return (order.decided + by_date(order.decided, (OLD, days(10)), (NEW, days(30)))).open_day(EOIR)

    assert of(rule) == [
        "what follows, or the next day on which EOIR is open",
        "  the day it was decided (the order), plus",
        "    until 1996-06-30 [the old rule]: 10 days",
        "    from 1996-07-01 [the new rule]: 30 days",
    ]


def test_a_period_that_nobody_could_confirm_is_said_to_be_one() -> None:
    def rule(case: Case, order: Order) -> Day:
        """the sentence"""
        return order.decided + by_date(order.decided, (OLD, UNCONFIRMED))

    assert of(rule) == ["the day it was decided (the order), plus a period that could not be confirmed [the old rule]"]


def test_cases_are_told_in_the_order_in_which_they_are_asked() -> None:
    def rule(case: Case, order: Order) -> Day:
        """the sentence"""
        return choose_if(order.oral, order.decided, choose_if(order.in_absentia, order.mailed, order.decided + days(3)))

    assert of(rule) == [
        "the first that applies",
        "  if the decision was stated orally in court (the order): the day it was decided (the order)",
        "  if it was entered in absentia (the order): the day the written decision was mailed or e-noticed (the order)",
        "  otherwise: the day it was decided (the order) plus 3 days",
    ]


def test_readings_that_divide_and_what_no_rule_decides_are_told_as_such() -> None:
    def rule(case: Case, order: Order) -> Bool:
        """the sentence"""
        return unsettled("courts divide", order.in_absentia, undetermined(Cause.JUDGEMENT, "whether it is fair"))

    assert of(rule) == [
        "unsettled: courts divide",
        "  on reading 1: it was entered in absentia (the order)",
        "  on reading 2: left open: whether it is fair",
    ]


def test_a_branch_by_circuit_names_its_circuits() -> None:
    def rule(case: Case, order: Order) -> Bool:
        """the sentence"""
        return by_choice(case.circuit, {("3", "9"): order.in_absentia}, order.oral)

    assert of(rule)[:2] == ["by the circuit", "  3 or 9: it was entered in absentia (the order)"]


def test_a_list_is_told_with_what_is_true_of_its_rows() -> None:
    def rule(case: Case, order: Order) -> Bool:
        """the sentence"""
        return all_(
            exists(case.filings, lambda f: all_(f.kind.is_("appeal"), f.of.is_row(order))),
            not_(at_least(2, case.filings, lambda f: f.rejected)),
        )

    assert of(rule) == [
        ALL,
        "  there is a filing of which it is true that",
        "    what was filed (that filing) is appeal",
        "    the order it attacks (that filing) is the same as the order",
        "  there are fewer than 2 filings of which it is true that (it was rejected (that filing))",
    ]


def test_a_row_that_is_picked_is_described_once() -> None:
    def rule(case: Case, order: Order) -> Bool:
        """the sentence"""
        found = first(case.filings, by=lambda f: f.received, where=lambda f: f.of.is_row(order))
        return all_(found.is_found, found.received <= ON, order.in_absentia)

    assert of(rule) == [
        ALL,
        "  there is a first filing, by the day it was received (that filing), of which it is true that",
        "    the order it attacks (that filing) is the same as the order",
        "  the day it was received (that first filing) is on or before the day asked about",
        "  it was entered in absentia (the order)",
    ]


def test_what_a_rule_comes_to_again_is_told_once_and_then_by_its_number() -> None:
    def rule(case: Case, order: Order) -> Bool:
        """the sentence"""
        due = later_of(order.decided, order.mailed) + by_date(order.decided, (OLD, days(10)), (NEW, days(30)))
        return any_(all_(order.in_absentia, due <= ON), all_(order.oral, due + days(5) <= ON))

    lines = of(rule)
    assert sum("1996-07-01" in line for line in lines) == 1
    assert any(line.strip().startswith("(1) ") for line in lines)
    assert any("as said under 1 plus 5 days" in line for line in lines)


def test_a_filing_is_told_with_the_order_it_is_about() -> None:
    @provision("test.filing", "an authority", subject=Filing)
    def rule(case: Case, motion: Filing) -> Bool:
        """the sentence"""
        return motion.of.in_absentia

    assert told(elements(rule)) == ["it was entered in absentia (order of the filing)"]
