"""What written values mean (SEMANTICS 1, 2, 5 to 8)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abeyance.casefile import words
from abeyance.casefile.vocabulary import (
    Arrest,
    Case,
    Conviction,
    Departure,
    Entry,
    Filing,
    Instruction,
    Order,
    Person,
    Relative,
)
from abeyance.casefile.words import SLACK, Unreadable, parse
from abeyance.logic.facts import ChoiceFact, Fact
from abeyance.logic.values import ANY_DAY, ANY_NUMBER, LONG_AGO, NEVER, ordinal
from tests.casefile.building import MAY_1, day, span


def days(text: str, fact: Fact = Entry.on, dated: tuple[int, int] = MAY_1) -> tuple[int, int]:
    found = parse(fact, text, dated).span
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017-05-01", "2017-05-01", "2017-05-01"),
        ("2017-05", "2017-05-01", "2017-05-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("1992", "1992-01-01", "1992-12-31"),
        ("2012..2016", "2012-01-01", "2016-12-31"),
        ("2017-03-01..2017-03-15", "2017-03-01", "2017-03-15"),
        ("2012 to 2016", "2012-01-01", "2016-12-31"),
        ("May 1, 2017", "2017-05-01", "2017-05-01"),
        ("1 May 2017", "2017-05-01", "2017-05-01"),
        ("Sept. 2017", "2017-09-01", "2017-09-30"),
    ],
)
def test_a_day_a_month_a_year_and_a_range_are_spans_with_both_ends_in(text: str, first: str, last: str) -> None:
    value = parse(Entry.on, text, MAY_1)
    assert value.span == span(first, last)
    assert value.exact
    assert value.written == text


def test_words_of_one_side_leave_the_other_open() -> None:
    assert days("before 1992") == (LONG_AGO, day("1991-12-31"))
    assert days("after 1992") == (day("1993-01-01"), NEVER)
    assert days("by 2017-05") == (LONG_AGO, day("2017-05-31"))
    assert days("since 2012") == (day("2012-01-01"), NEVER)
    assert days("not after 2017-05-01") == (LONG_AGO, day("2017-05-01"))
    assert days("not before 2017-05-01") == (day("2017-05-01"), NEVER)


def test_not_by_a_day_leaves_it_open_that_it_never_happens() -> None:
    assert days("not by 2017-05-01") == (day("2017-05-02"), NEVER)


def test_not_yet_counts_from_the_day_of_the_document_and_is_not_unknown() -> None:
    assert days("not yet") == (day("2017-05-02"), NEVER)
    assert days("never") == (NEVER, NEVER)


def test_not_yet_in_a_document_of_some_day_of_april_is_sure_only_for_the_first_of_april() -> None:
    assert days("not yet", dated=span("2017-04-01", "2017-04-30"))[0] == day("2017-04-02")


@pytest.mark.parametrize("text", ["not yet", "25 years ago", "aged 19"])
def test_what_counts_from_the_day_of_a_document_needs_that_day(text: str) -> None:
    with pytest.raises(Unreadable) as error:
        parse(Relative.born, text, ANY_DAY)
    assert "dated" in error.value.hint


def test_twenty_five_years_before_may_2017_has_slack_and_covers_all_of_1992() -> None:
    value = parse(Entry.on, "25 years ago", MAY_1)
    assert value.span is not None and not value.exact
    assert value.span[0] < day("1992-01-01") and day("1992-12-31") < value.span[1]


def test_thirteen_years_and_almost_fifteen_years_exclude_each_other() -> None:
    thirteen, almost_fifteen = days("13 years ago"), days("almost 15 years ago")
    assert almost_fifteen[1] < thirteen[0]


def test_almost_fifteen_years_is_less_than_fifteen() -> None:
    assert days("almost 15 years ago") == span("2002-05-02", "2003-05-01")


def test_number_words_and_fillers_are_read() -> None:
    assert days("for the past thirteen years") == days("13 years ago")
    assert days("two weeks ago") == days("2 weeks ago")


def test_a_number_of_days_ago_is_exact() -> None:
    value = parse(Entry.on, "3 days ago", MAY_1)
    assert value.span == span("2017-04-28", "2017-04-28")
    assert value.exact


def test_a_round_number_of_days_ago_has_slack() -> None:
    assert days("90 days ago") == span("2017-01-24", "2017-02-07")
    assert days("ten days ago") == span("2017-04-19", "2017-04-23")
    assert not parse(Entry.on, "30 days ago", MAY_1).exact
    assert parse(Entry.on, "14 days ago", MAY_1).exact and parse(Entry.on, "on or before 2017-02-01", MAY_1).exact


def test_at_least_and_at_most_bound_one_side() -> None:
    assert days("at least five years ago") == (LONG_AGO, day("2012-05-01"))
    assert days("less than 2 years ago") == span("2015-05-01", "2017-05-01")


def test_about_a_year_reaches_into_its_neighbours() -> None:
    value = parse(Entry.on, "about 1992", MAY_1)
    assert value.span is not None and not value.exact
    assert value.span[0] < day("1991-01-02") and value.span[1] > day("1993-12-30")


def test_every_row_of_the_slack_table_takes_about_at_least_as_widely_as_the_bare_number() -> None:
    for row in SLACK:
        assert row.about.less >= row.said.less and row.about.more >= row.said.more
        assert row.almost.more == 0


def test_aged_nineteen_is_a_year_of_births() -> None:
    assert days("aged 19", Relative.born) == span("1997-05-02", "1998-05-01")
    assert days("aged 19 on 2018-05-01", Relative.born) == span("1998-05-02", "1999-05-01")


def test_who_was_born_on_29_february_is_a_year_older_on_28_february_or_on_1_march() -> None:
    assert days("aged 1 on 2017-02-28", Person.born) == span("2015-03-01", "2016-02-29")
    assert days("aged 0 on 2017-02-28", Person.born) == span("2016-02-29", "2017-02-28")


def test_an_age_is_no_day_of_entry() -> None:
    with pytest.raises(Unreadable):
        parse(Entry.on, "aged 19", MAY_1)


@given(st.dates(date(1930, 1, 1), date(2016, 12, 31)), st.integers(0, 30_000))
def test_whoever_is_of_that_age_on_that_day_was_born_in_the_span(born: date, later: int) -> None:
    seen = min(born + timedelta(days=later), date(2150, 1, 1))
    age = seen.year - born.year - ((seen.month, seen.day) < (born.month, born.day))
    first, last = days(f"aged {age}", Person.born, (seen.toordinal(), seen.toordinal()))
    assert first <= born.toordinal() <= last


@given(
    st.integers(1, 40), st.sampled_from(["year", "month", "week", "day"]), st.sampled_from(["", "about ", "almost "])
)
def test_a_rounded_span_is_never_inverted_and_moves_with_the_document(number: int, unit: str, hedge: str) -> None:
    text = f"{hedge}{number} {unit}s ago"
    narrow = days(text)
    wide = days(text, dated=(MAY_1[0] - 100, MAY_1[1] + 100))
    assert narrow[0] <= narrow[1]
    assert wide[0] <= narrow[0] and narrow[1] <= wide[1]


@given(
    st.integers(day("2015-01-01"), day("2017-01-01")),
    st.integers(0, 40),
    st.sampled_from(["25 years ago", "almost 15 years ago", "about 3 months ago", "2 weeks ago", "aged 19", "not yet"]),
)
def test_words_that_hang_on_a_document_of_several_days_mean_all_they_mean_on_each_of_them(
    first: int, more: int, text: str
) -> None:
    each = [days(text, Relative.born, (made, made)) for made in range(first, first + more + 1)]
    assert days(text, Relative.born, (first, first + more)) == (min(s[0] for s in each), max(s[1] for s in each))


@pytest.mark.parametrize("text", ["aged 999", "200 years ago", "about 150 years ago"])
def test_what_lies_before_1900_is_refused_and_not_inverted(text: str) -> None:
    with pytest.raises(Unreadable):
        parse(Relative.born, text, MAY_1)


def test_a_span_of_a_document_known_in_part_is_never_inverted() -> None:
    for dated in ((LONG_AGO, day("1910-01-01")), (day("2017-05-01"), NEVER), (LONG_AGO, day("2017-05-01"))):
        for text in ("aged 19", "13 years ago", "almost 2 months ago"):
            try:
                first, last = days(text, Relative.born, dated)
            except Unreadable:
                continue
            assert first <= last


@pytest.mark.parametrize("text", ["not not removal", "not " * 3000 + "removal", "not"])
def test_a_denial_of_a_denial_is_no_word(text: str) -> None:
    with pytest.raises(Unreadable):
        parse(Order.kind, text, MAY_1)


@pytest.mark.parametrize("text", ["9" * 30, "1,000,000,000,000", "999999999 years"])
def test_numbers_beyond_counting_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        parse(Conviction.sentence_months, text, MAY_1)


def test_time_zones_of_several_words_are_known() -> None:
    noon = (day("2017-05-04") * 24 + 16) * 60
    assert days("2017-05-04 12:00 America/Port-au-Prince", Instruction.at) == (noon, noon)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_an_iso_day_is_itself(when: date) -> None:
    assert days(when.isoformat()) == (ordinal(when), ordinal(when))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2017-02-30", "28 days"),
        ("2017-13-01", "no month"),
        ("2017-00", "no month"),
        ("2017-05-00", "31 days"),
        ("05/02/2017", "two different days"),
        ("2016..2012", "ends before"),
        ("1066", "outside the years"),
        ("yesterday", "no day"),
        ("1..2..3", "no range"),
    ],
)
def test_what_is_no_day_says_why_and_how_to_write_one(text: str, wrong: str) -> None:
    with pytest.raises(Unreadable) as error:
        parse(Entry.on, text, MAY_1)
    assert wrong in str(error.value)
    assert error.value.hint


@pytest.mark.parametrize("text", ["", "  ", "unknown", "?"])
def test_what_is_not_known_is_left_out_and_not_written(text: str) -> None:
    with pytest.raises(Unreadable) as error:
        parse(Entry.on, text, MAY_1)
    assert "leave the claim out" in error.value.hint


@pytest.mark.parametrize(
    ("text", "least", "most", "exact"),
    [
        ("4", 4, 4, True),
        ("4..6", 4, 6, True),
        ("4 or 5", 4, 5, True),
        ("about 13", 12, 14, False),
        ("almost 50", 45, 50, False),
        ("at least 3", 3, ANY_NUMBER[1], True),
        ("more than 3", 4, ANY_NUMBER[1], True),
        ("at most 3", 0, 3, True),
        ("fewer than 3", 0, 2, True),
        ("$155", 155, 155, True),
        ("$1,250", 1250, 1250, True),
        ("four", 4, 4, True),
        ("2 years", 24, 24, True),
    ],
)
def test_numbers(text: str, least: int, most: int, exact: bool) -> None:
    value = parse(Conviction.sentence_months, text, MAY_1)
    assert (value.span, value.exact) == ((least, most), exact)


@pytest.mark.parametrize("text", ["$155.50", "many", "6..4", "3 weeks"])
def test_what_is_no_number_of_months_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        parse(Conviction.sentence_months, text, MAY_1)


def test_a_sentence_in_days_is_told_how_to_be_written_in_months_and_stays_under_a_year() -> None:
    with pytest.raises(Unreadable) as error:
        parse(Conviction.sentence_months, "364 days", MAY_1)
    assert error.value.hint == "write it in months, as in fewer than 12 for 364 days"
    assert days("fewer than 12", Conviction.sentence_months) == (0, 11)


def test_nothing_was_no_years_ago() -> None:
    with pytest.raises(Unreadable):
        parse(Entry.on, "0 years ago", MAY_1)


def test_weeks_are_days_where_the_fact_counts_days() -> None:
    assert days("2 weeks", Departure.days_away) == (14, 14)


def test_yes_and_no_are_read_by_us_and_not_by_yaml() -> None:
    assert parse(Filing.fee_paid, "NO", MAY_1).truth is False
    assert parse(Filing.fee_paid, "Yes", MAY_1).truth is True
    with pytest.raises(Unreadable):
        parse(Filing.fee_paid, "maybe", MAY_1)


def test_a_choice_is_a_set_of_words() -> None:
    assert parse(Order.by, "immigration judge or Board", MAY_1).mask == 0b11
    assert parse(Order.by, "IJ, BIA", MAY_1).mask == 0b11
    assert parse(Order.by, "not DHS", MAY_1).mask == 0b11011
    assert parse(Filing.kind, "motion_to_reopen", MAY_1).mask == 0b10


@pytest.mark.parametrize("text", ["2", "2d Cir.", "2nd", "Second Circuit", "second"])
def test_a_circuit_is_written_in_many_ways(text: str) -> None:
    assert parse(Case.circuit, text, MAY_1).mask == 0b10


def test_a_misspelt_word_names_the_nearest() -> None:
    with pytest.raises(Unreadable) as error:
        parse(Order.kind, "removel", MAY_1)
    assert "'removal'" in error.value.hint


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (Arrest.kind, "charged"),
        (Arrest.kind, "convicted"),
        (Filing.forum, "circuit court"),
        (Relative.relation, "grandchild"),
    ],
)
def test_a_word_is_not_guessed_from_its_likeness_to_another(fact: ChoiceFact, text: str) -> None:
    with pytest.raises(Unreadable) as error:
        parse(fact, text, MAY_1)
    assert error.value.hint.startswith("it is one of:")


def test_a_word_far_from_all_lists_them() -> None:
    with pytest.raises(Unreadable) as error:
        parse(Arrest.kind, "xyzzy", MAY_1)
    assert "arrested, cited, warned" in error.value.hint


def test_a_moment_is_a_minute_of_utc() -> None:
    noon = (day("2017-05-04") * 24 + 16) * 60  # New York is four hours behind in May
    assert days("2017-05-04 12:00 America/New_York", Instruction.at) == (noon, noon)


def test_an_hour_that_the_clocks_repeat_is_either_of_two() -> None:
    first, last = days("2017-11-05 01:30 America/New_York", Instruction.at)
    assert last - first == 60


def test_a_day_without_an_hour_is_any_minute_of_it() -> None:
    first, last = days("2017-05-04 America/New_York", Instruction.at)
    assert last - first == 24 * 60 - 1


@pytest.mark.parametrize(
    "text",
    [
        "2017-03-12 02:30 America/New_York",
        "2017-05-04 12:00",
        "2017-05-04 25:00 America/New_York",
        "2017-05-04 12:00 Nowhere/Here",
        "2017-05-04 12:00 EST",  # New York is an hour from it in May
        "2017-05-04 12:00 localtime",
        "2017-05-04 12:00 right/America/New_York",
        "2017-05-04 12:00 " + "A/" * 1_000 + "B",
        "2017-05-04 1:30 pm America/New_York",
    ],
)
def test_a_moment_that_never_was_or_has_no_zone_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        parse(Instruction.at, text, MAY_1)


def test_text_is_kept_as_it_is_written() -> None:
    assert parse(Person.name, "Mateo  Ruiz", MAY_1).text == "Mateo Ruiz"


def test_the_day_of_a_source_is_read_with_the_same_words() -> None:
    assert words.day_span("2017-05-01", ANY_DAY) == (MAY_1, True)
