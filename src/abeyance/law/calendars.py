"""The calendars by which days are counted: EOIR's (8 CFR 1001.1(h)), DHS's (8 CFR 1.2), the federal courts' (FRAP 26(a)).

All three close on Saturday, Sunday and the legal public holidays of 5 U.S.C. 6103, on the day itself and on the day it is
observed.  Whether they also close, for this, on a day on which the President closed the departments is not settled: ``next_open``
leaves such a last day open.  State holidays, which count in a court of appeals, are not in the table: they could only move a
last day later, so the day given is the safe one.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from abeyance.law.tables import Holiday, closings, holidays
from abeyance.logic.expressions import Day, unsettled

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True)
class OfficeCalendar:
    """When an office is open; ``obeys_orders`` says whether it counts as closed where the President closed the departments."""

    name: str
    rule: str
    obeys_orders: bool = False

    def open_day(self, day: int) -> int:
        """The first open day on or after ``day`` (ordinals)."""
        while self._why_closed(day):
            day += 1
        return day

    def account(self, day: int) -> tuple[tuple[date, str], ...]:
        """The closed days from ``day`` up to the next open one, each with why it is closed."""
        return tuple((date.fromordinal(d), self._why_closed(d)) for d in range(day, self.open_day(day)))

    def _why_closed(self, day: int) -> str:
        return closed(date.fromordinal(day)) or (_ordered().get(day, "") if self.obeys_orders else "")


EOIR = OfficeCalendar("EOIR", "8 CFR 1001.1(h)")
DHS = OfficeCalendar("DHS", "8 CFR 1.2")
FEDERAL = OfficeCalendar("federal courts", "FRAP 26(a)")
FORUMS = {"eoir": EOIR, "dhs": DHS, "court": FEDERAL}


ORDERED = "whether a day on which the President closed the departments moves a last day is not settled"


def next_open(day: Day, calendar: OfficeCalendar) -> Day:
    """The day, or the next on which the office is open; where that turns on an order of the President, either."""
    return unsettled(ORDERED, day.open_day(calendar), day.open_day(replace(calendar, obeys_orders=True)))


@cache
def _ordered() -> dict[int, str]:
    """The days on which the President closed the departments, by ordinal, with the order."""
    return {closing.day.toordinal(): f"closed by {closing.source}" for closing in closings()}


def closed(day: date) -> str | None:
    """Why offices are closed on a day, or None if they are open."""
    name = _closures(day.year).get(day)
    if day.weekday() >= SATURDAY:
        return "Saturday" if day.weekday() == SATURDAY else "Sunday"
    return name


def closed_weekdays(year: int) -> tuple[tuple[date, str, str], ...]:
    """The weekdays of a year on which offices are closed, or may be, each with why and the source."""
    sources = {holiday.name: holiday.source for holiday in holidays() if holiday.first <= year <= holiday.last}
    found = {
        day: (name, sources[name.removesuffix(", observed")])
        for day, name in _closures(year).items()
        if day.weekday() < SATURDAY
    }
    for closing in closings():
        if closing.day.year == year:
            found[closing.day] = (
                "Closed by order of the President; whether that moves a last day is not settled",
                closing.source,
            )
    return tuple((day, *found[day]) for day in sorted(found))


def doubtful(day: date) -> str | None:
    """A warning for a day that is a holiday in and around Washington only: Inauguration Day (5 U.S.C. 6103(c))."""
    year_after_election = day.year % 4 == 1
    twentieth = date(day.year, 1, 20)
    kept = twentieth + timedelta(days=twentieth.weekday() == SUNDAY)
    if day == kept and year_after_election and not closed(day):
        return "Inauguration Day: a holiday around Washington, where the Board sits; file by the day before"
    return None


def in_doubt(day: date) -> str | None:
    """Why an office may be closed on a day on which it is not sure to be, or None: Inauguration Day, or an order of the President."""
    return doubtful(day) or _ordered().get(day.toordinal())


@lru_cache(maxsize=512)
def _closures(year: int) -> dict[date, str]:
    """The holidays that fall in a year, and the days on which they are observed."""
    found: dict[date, str] = {}
    for holiday in holidays():
        for of_year in (year, year + 1):  # New Year's Day may be observed on 31 December
            if holiday.first <= of_year <= holiday.last:
                day = _day_of(holiday, of_year)
                found[day] = holiday.name
                if day.weekday() >= SATURDAY:
                    observed = day + timedelta(days=-1 if day.weekday() == SATURDAY else 1)
                    found.setdefault(observed, f"{holiday.name}, observed")
    return {day: name for day, name in found.items() if day.year == year}


def _day_of(holiday: Holiday, year: int) -> date:
    if holiday.day:
        return date(year, holiday.month, holiday.day)
    if holiday.which > 0:
        first = date(year, holiday.month, 1)
        return first + timedelta(days=(holiday.weekday - first.weekday()) % 7 + 7 * (holiday.which - 1))
    last = date(year, holiday.month, monthrange(year, holiday.month)[1])
    return last - timedelta(days=(last.weekday() - holiday.weekday) % 7)
