"""The stay map as a drawing: runs of a lane's letters, the marks above them, and where the day asked about lies.

column   0   1   2   3   4   5   6
lane     =   =   ?           -   -      runs: = 0..2, ? 2..3, - 5..7
tick     2023        2024    Mar        one label at the first column of a year, or of a month where days are close
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

HELD, NOT_KNOWN, NOT_SHOWN, PENDING, BLANK = "=?.- "

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CLOSE = 20  # days between two columns from which the months are worth a mark
APART = 0.14  # of the width of a lane, which the label of a mark takes


@dataclass(frozen=True)
class Run:
    """Columns with one letter, from ``start`` to before ``end``."""

    letter: str
    start: int
    end: int


@dataclass(frozen=True)
class Tick:
    """A mark at the left of a column."""

    column: int
    label: str


def runs(lane: str, columns: int) -> tuple[Run, ...]:
    """The runs of a lane that are not blank.  A letter of no meaning, and one that is missing, is not known."""
    if not lane:
        return ()
    letters = "".join(
        c if c in (HELD, NOT_SHOWN, PENDING, BLANK) else NOT_KNOWN for c in lane[:columns].ljust(columns, NOT_KNOWN)
    )
    found, start = [], 0
    for letter, same in groupby(letters):
        end = start + len(list(same))
        if letter != BLANK:
            found.append(Run(letter, start, end))
        start = end
    return tuple(found)


def ticks(days: tuple[date, ...]) -> tuple[Tick, ...]:
    """The marks above the lanes, so far apart that their labels do not meet; a year is worth more than a month."""
    kept: list[Tick] = []
    for tick in _years_and_months(days):
        if len(days) - tick.column < APART * len(days):
            break
        if kept and tick.column - kept[-1].column < APART * len(days):
            if not tick.label.isdigit() or kept[-1].label.isdigit():
                continue
            kept.pop()
        kept.append(tick)
    return tuple(kept)


def _years_and_months(days: tuple[date, ...]) -> Iterator[Tick]:
    for n, day in enumerate(days):
        before = days[n - 1] if n else None
        if before is None or before.year != day.year:
            yield Tick(n, str(day.year))
        elif before.month != day.month and (day - before).days <= CLOSE:
            yield Tick(n, MONTHS[day.month - 1])


def place(on: date, days: tuple[date, ...]) -> float | None:
    """Where a day lies, in columns from the left; None where it is outside the drawing.

    In the middle of the column that stands for the day, else where two columns meet.
    """
    before = sum(day < on for day in days)
    if on in days:
        return before + 0.5
    return float(before) if 0 < before < len(days) else None
