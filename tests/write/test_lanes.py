from datetime import date, timedelta
from itertools import pairwise

import pytest

from abeyance.write.lanes import Run, Tick, place, runs, ticks


def every(days: int, number: int, first: date = date(2016, 1, 1)) -> tuple[date, ...]:
    return tuple(first + timedelta(days=days * n) for n in range(number))


def test_a_lane_is_cut_into_runs_of_one_letter() -> None:
    assert runs("==?  --", 7) == (Run("=", 0, 2), Run("?", 2, 3), Run("-", 5, 7))


def test_a_letter_of_no_meaning_is_not_known() -> None:
    assert runs("=x~", 3) == (Run("=", 0, 1), Run("?", 1, 3))


def test_letters_that_are_missing_are_not_known_and_those_too_many_are_not_drawn() -> None:
    assert runs("=", 3) == (Run("=", 0, 1), Run("?", 1, 3))
    assert runs("===", 2) == (Run("=", 0, 2),)


def test_no_lane_has_no_runs() -> None:
    assert runs("", 5) == ()
    assert runs("     ", 5) == ()


def test_years_are_marked_and_months_where_columns_are_close() -> None:
    yearly = every(366, 4)
    assert ticks(yearly) == (Tick(0, "2016"), Tick(1, "2017"), Tick(2, "2018"), Tick(3, "2019"))
    assert ticks(every(15, 8, date(2017, 3, 1))) == (Tick(0, "2017"), Tick(3, "Apr"), Tick(5, "May"))


def test_a_year_displaces_the_month_that_it_would_meet() -> None:
    days = every(10, 40, date(2016, 9, 1))
    assert Tick(12, "Dec") not in ticks(days)
    assert next(t for t in ticks(days) if t.label == "2017").column == sum(d.year == 2016 for d in days)


def test_marks_are_never_so_near_that_their_labels_meet() -> None:
    columns = [t.column for t in ticks(every(30, 100))]
    assert all(after - before >= 14 for before, after in pairwise(columns))


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        (date(2016, 1, 11), 1.5),
        (date(2016, 1, 12), 2.0),
        (date(2015, 12, 31), None),
        (date(2016, 1, 1), 0.5),
        (date(2016, 3, 1), None),
    ],
)
def test_a_day_lies_in_its_column_or_between_two(on: date, wanted: float | None) -> None:
    assert place(on, every(10, 4)) == wanted


def test_no_columns_have_no_place() -> None:
    assert place(date(2016, 1, 1), ()) is None
    assert ticks(()) == ()
