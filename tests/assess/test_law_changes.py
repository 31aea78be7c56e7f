"""What changed in the law between two days, or in what was known of it."""

from datetime import date

from abeyance.assess.law_changes import law_changes

MARCH_8, MARCH_9 = date(2026, 3, 8), date(2026, 3, 9)


def ids(*sides: tuple[date, date | None]) -> set[str]:
    return {change.what.partition(":")[0] for change in law_changes(*sides)}


def test_a_day_on_which_a_version_begins_is_a_change_with_what_was_and_what_is() -> None:
    [brief] = [c for c in law_changes((MARCH_8, None), (MARCH_9, None)) if c.what.startswith("duty.brief:")]
    assert brief.before.startswith("8 CFR 1003.3(c); 67 Fed. Reg. 54878, from 2002-09-25")
    assert "from 2026-03-09" in brief.after


def test_between_days_of_one_law_nothing_changed() -> None:
    assert law_changes((date(2013, 2, 5), None), (date(2013, 2, 6), None)) == ()


def test_a_reading_that_reaches_back_is_a_change_of_what_was_known_and_not_of_the_day() -> None:
    pereira, asked = date(2018, 6, 21), date(2015, 7, 1)
    assert "canc.stop-time.notice" in ids((asked, date(2018, 6, 20)), (asked, pereira))
    assert "canc.stop-time.notice" not in ids((date(2018, 6, 20), None), (pereira, None))


def test_what_was_expected_and_undone_shows_between_two_states_of_knowledge() -> None:
    assert "stay.bia.appeal-period" in ids((MARCH_9, date(2026, 3, 7)), (MARCH_9, MARCH_8))
