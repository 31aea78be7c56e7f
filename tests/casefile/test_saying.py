"""Values said back in the words of a case file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abeyance.casefile.saying import UNKNOWN, say
from abeyance.casefile.vocabulary import Arrest, Conviction, Entry, Filing, Instruction, Order
from abeyance.casefile.words import parse
from abeyance.logic.facts import Fact
from abeyance.logic.operations import unknown
from abeyance.logic.values import ANY_DAY, ANY_NUMBER, LONG_AGO, NEVER
from tests.casefile.building import MAY_1


@pytest.mark.parametrize(
    "text",
    [
        "2017-05-01",
        "2017-05",
        "1992",
        "2012 to 2016",
        "2003-05-02 to 2004-11-01",
        "by 2017-04-17",
        "not before 2017-05-02",
        "never",
    ],
)
def test_days_are_said_as_they_are_written(text: str) -> None:
    assert say(Entry.on, parse(Entry.on, text, MAY_1).span) == text


@pytest.mark.parametrize(
    ("fact", "text", "said"),
    [
        (Conviction.max_months, "4", "4"),
        (Conviction.max_months, "2 years", "24"),
        (Conviction.max_months, "4 or 6", "4 to 6"),
        (Conviction.max_months, "at least 3", "at least 3"),
        (Conviction.max_months, "fewer than 3", "at most 2"),
        (Order.by, "IJ or BIA", "immigration judge or Board"),
        (Order.by, "not DHS", "not DHS"),
        (Arrest.kind, "not warned", "arrested or cited"),
        (Filing.fee_paid, "NO", "no"),
        (Instruction.at, "2017-05-04 12:00 America/New_York", "2017-05-04 16:00 UTC"),
        (Instruction.at, "2017-11-05 01:30 America/New_York", "2017-11-05 05:30 to 2017-11-05 06:30 UTC"),
    ],
)
def test_other_values_are_said_in_the_words_of_the_vocabulary(fact: Fact, text: str, said: str) -> None:
    value = parse(fact, text, MAY_1)
    held = value.span if value.span is not None else value.mask if value.mask is not None else value.truth
    assert say(fact, held) == said


@pytest.mark.parametrize(
    "fact", [Entry.on, Conviction.max_months, Order.by, Filing.fee_paid, Filing.form, Instruction.at]
)
def test_what_is_not_known_is_said_to_be_unknown(fact: Fact) -> None:
    assert say(fact, unknown(fact)) == UNKNOWN


def test_a_reference_is_said_by_the_keys_it_may_name() -> None:
    assert say(Filing.of, ("order-1", "order-2")) == "order-1 or order-2"
    assert say(Filing.of, ()) == UNKNOWN


days = st.integers(LONG_AGO, NEVER - 1)


@given(
    st.tuples(days, days).map(sorted).map(tuple) | days.map(lambda d: (LONG_AGO, d)) | days.map(lambda d: (d, NEVER))
)
def test_days_that_are_said_are_read_back(span: tuple[int, int]) -> None:
    if span != ANY_DAY:
        assert parse(Entry.on, say(Entry.on, span), MAY_1).span == span


@given(st.tuples(st.integers(0, 10**8), st.integers(0, 10**8)).map(sorted).map(tuple))
def test_numbers_that_are_said_are_read_back(span: tuple[int, int]) -> None:
    assert parse(Conviction.max_months, say(Conviction.max_months, span), MAY_1).span == span
    assert parse(Conviction.max_months, f"at least {span[0]}", MAY_1).span == (span[0], ANY_NUMBER[1])


@given(st.integers(1, 30))
def test_choices_that_are_said_are_read_back(mask: int) -> None:
    assert parse(Order.by, say(Order.by, mask), MAY_1).mask == mask
