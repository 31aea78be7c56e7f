"""The calendars of EOIR, DHS and the federal courts, with the holidays package as oracle."""

from dataclasses import replace
from datetime import date, timedelta

import holidays
import pytest

from abeyance.law.calendars import DHS, EOIR, FEDERAL, closed, doubtful, next_open
from abeyance.law.tables import Closing, closings
from abeyance.logic.evaluating import Valuation
from abeyance.logic.expressions import day

FIRST, LAST = date(1996, 1, 1), date(2030, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def opens(day: str) -> str:
    return date.fromordinal(EOIR.open_day(date.fromisoformat(day).toordinal())).isoformat()


def test_the_weekdays_on_which_offices_are_closed_are_the_federal_holidays_and_the_days_they_are_observed() -> None:
    oracle = holidays.country_holidays("US", years=range(1996, 2032), observed=True)
    ours = [day for day in DAYS if day.weekday() < 5 and closed(day)]
    assert ours == [day for day in DAYS if day.weekday() < 5 and day in oracle]


def test_every_saturday_and_sunday_is_closed_under_its_own_name_even_on_a_holiday() -> None:
    assert {closed(day) for day in DAYS if day.weekday() == 5} == {"Saturday"}
    assert {closed(day) for day in DAYS if day.weekday() == 6} == {"Sunday"}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2021-12-31", "New Year's Day, observed"),
        ("2023-01-02", "New Year's Day, observed"),
        ("1985-01-21", None),
        ("1986-01-20", "Birthday of Martin Luther King Jr."),
        ("1970-02-16", None),
        ("1970-02-23", "Washington's Birthday, observed"),
        ("1971-02-15", "Washington's Birthday"),
        ("1969-05-30", "Memorial Day"),
        ("2024-05-27", "Memorial Day"),
        ("2020-06-19", None),
        ("2021-06-18", "Juneteenth, observed"),
        ("2026-07-03", "Independence Day, observed"),
        ("2027-07-05", "Independence Day, observed"),
        ("2024-09-02", "Labor Day"),
        ("1970-10-12", None),
        ("1971-10-11", "Columbus Day"),
        ("1969-11-11", "Veterans Day"),
        ("1977-10-24", "Veterans Day"),
        ("1977-11-11", None),
        ("1978-11-10", "Veterans Day, observed"),
        ("1978-10-23", None),
        ("2024-11-28", "Thanksgiving Day"),
        ("2024-12-24", None),
        ("2024-12-25", "Christmas Day"),
    ],
)
def test_a_holiday_is_kept_by_the_rule_of_its_year(day: str, name: str | None) -> None:
    assert closed(date.fromisoformat(day)) == name


@pytest.mark.parametrize(
    ("day", "next_open"),
    [
        ("2025-07-03", "2025-07-03"),
        ("2025-07-04", "2025-07-07"),
        ("2025-07-05", "2025-07-07"),
        ("2025-10-11", "2025-10-14"),
        ("2021-12-11", "2021-12-13"),
        ("2017-04-30", "2017-05-01"),
        ("2021-12-31", "2022-01-03"),
    ],
)
def test_a_last_day_that_is_closed_moves_to_the_next_open_one(day: str, next_open: str) -> None:
    assert opens(day) == next_open


def test_each_calendar_names_its_office_and_rule() -> None:
    assert [(c.name, c.rule) for c in (EOIR, DHS, FEDERAL)] == [
        ("EOIR", "8 CFR 1001.1(h)"),
        ("DHS", "8 CFR 1.2"),
        ("federal courts", "FRAP 26(a)"),
    ]


def test_the_three_calendars_are_open_on_the_same_days() -> None:
    for calendar in (DHS, FEDERAL):
        assert all(calendar.open_day(d.toordinal()) == EOIR.open_day(d.toordinal()) for d in DAYS)


def test_an_account_names_each_closed_day_that_was_passed_over() -> None:
    assert EOIR.account(date(2025, 7, 4).toordinal()) == (
        (date(2025, 7, 4), "Independence Day"),
        (date(2025, 7, 5), "Saturday"),
        (date(2025, 7, 6), "Sunday"),
    )


def test_there_is_nothing_to_account_for_on_an_open_day() -> None:
    assert EOIR.account(date(2025, 7, 7).toordinal()) == ()


def test_inauguration_day_is_open_and_warned_of() -> None:
    warned = [day for day in DAYS if doubtful(day)]
    assert [day.isoformat() for day in warned] == ["2005-01-20", "2009-01-20", "2017-01-20", "2021-01-20"]
    assert "file by the day before" in (doubtful(date(2021, 1, 20)) or "")


def test_an_inauguration_day_on_a_sunday_was_kept_on_the_monday() -> None:
    assert doubtful(date(1985, 1, 20)) is None
    assert doubtful(date(1985, 1, 21))
    assert doubtful(date(1985, 1, 22)) is None


@pytest.mark.parametrize("closing", closings(), ids=lambda closing: closing.day.isoformat())
def test_a_day_closed_by_order_is_open_by_the_statute_and_a_weekday(closing: Closing) -> None:
    assert closed(closing.day) is None


@pytest.mark.parametrize(
    ("last", "earliest", "latest"),
    [
        ("2025-01-08", "2025-01-08", "2025-01-08"),
        ("2025-01-09", "2025-01-09", "2025-01-10"),
        ("2025-01-10", "2025-01-10", "2025-01-10"),
        ("2025-12-24", "2025-12-24", "2025-12-29"),
        ("2025-12-25", "2025-12-26", "2025-12-29"),
        ("2025-12-26", "2025-12-26", "2025-12-29"),
        ("2023-12-24", "2023-12-26", "2023-12-26"),
    ],
)
def test_a_last_day_that_turns_on_an_order_of_the_president_is_left_open(last: str, earliest: str, latest: str) -> None:
    found = Valuation({}, 0).value(next_open(day(last), EOIR))
    assert [date.fromordinal(end).isoformat() for end in found] == [earliest, latest]


def test_a_day_closed_by_order_is_accounted_for_with_the_order() -> None:
    strict = replace(EOIR, obeys_orders=True)
    assert strict.account(date(2025, 1, 9).toordinal()) == ((date(2025, 1, 9), "closed by Executive Order 14133"),)
