"""When a version of the law is seen by somebody who knows the law up to a day, where no answer shows it."""

from datetime import date

from abeyance.law.appeals import AGAIN, TEN
from abeyance.logic.expressions import Version
from abeyance.logic.specialising import is_seen


def seen_on(version: Version, *days: str) -> list[bool]:
    return [is_seen(version, date.fromisoformat(day).toordinal()) for day in days]


def test_the_ten_days_of_2026_were_law_to_come_from_publication_to_the_eve_of_the_vacatur() -> None:
    assert seen_on(TEN, "2026-02-05", "2026-02-06", "2026-03-07", "2026-03-08") == [False, True, True, False]
    assert not is_seen(TEN, None)


def test_what_became_of_the_ten_days_was_known_the_day_they_were_vacated() -> None:
    assert seen_on(AGAIN, "2026-03-07", "2026-03-08") == [False, True]
    assert AGAIN.start == TEN.start == date(2026, 3, 9)
