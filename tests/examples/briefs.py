"""The briefs of the examples, by the days that a test names."""

from datetime import date
from functools import cache
from pathlib import Path

from abeyance.assess.asking import Inquiry
from abeyance.assess.brief import AvenueLine, Brief, Clock, StayLine
from abeyance.assess.building import build
from abeyance.casefile.claims import CaseFile
from abeyance.casefile.reading import open_case

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def case(name: str) -> CaseFile:
    """An example's case file."""
    return open_case(EXAMPLES / name)


@cache
def brief(name: str, on: str, known: str = "", file_known: str = "") -> Brief:
    """The brief of an example on a day, and as the law or the file was known by others (empty: as they are now)."""

    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    return build(Inquiry(case(name), date.fromisoformat(on), day(known), day(file_known)))


def stay(of: Brief, title: str) -> StayLine:
    """The line of one instrument."""
    return next(line for line in of.stays if line.title == title)


def avenue(of: Brief, id: str) -> AvenueLine:
    """The line of one avenue."""
    return next(line for line in of.avenues if line.id == id)


def clock(of: Brief, title: str, subject: str) -> Clock:
    """The one clock of that title about that subject."""
    [found] = [c for c in of.clocks if (c.title, c.subject) == (title, subject)]
    return found


def days(found: Clock) -> tuple[str, str]:
    """The first and last day of a clock; empty where a side is open."""
    assert found.day
    return tuple(day.isoformat() if day else "" for day in (found.day.first, found.day.last))  # type: ignore[return-value]
