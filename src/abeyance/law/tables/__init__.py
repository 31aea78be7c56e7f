"""Data of the law, a source for every row: holidays, fees, offices, holdings by circuit.

Rules read them; no rule holds a number of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Holiday:
    """A legal public holiday: a fixed day, or the ``which``-th ``weekday`` of a month, in the years first to last."""

    name: str
    month: int
    source: str
    day: int = 0
    weekday: int = 0
    which: int = 0
    first: int = 0
    last: int = 9999


@dataclass(frozen=True)
class Closing:
    """A day on which the President closed the executive departments; ``read`` says whether the order itself was read."""

    day: date
    source: str
    read: bool


@dataclass(frozen=True)
class Fee:
    """A fee for filings from ``start`` until ``end`` (half-open; None is open).  ``dollars`` is None where nobody could confirm it."""

    filing: str
    start: date | None
    end: date | None
    dollars: int | None
    confirmed: bool
    source: str
    note: str = ""


@dataclass(frozen=True)
class Office:
    """The offices and courts that answer for one state or territory.

    Where a county or the residence decides among several, all are named.  ``sub_office`` is empty where no source gives one.
    """

    state: str
    circuit: str
    field_office: str
    sub_office: str
    district_court: str
    source: str


@dataclass(frozen=True)
class Holding:
    """What a court of appeals holds on a point, from a day on.  ``holds`` is None where the court left it open, and ``why`` says so.

    ``read`` is "day" where the day of the decision was read, "year" where ``since`` is the first day of the year after it.
    """

    point: str
    circuit: str
    since: date
    holds: bool | None
    read: str
    cite: str
    why: str = ""


@dataclass(frozen=True)
class TpsState:
    """What temporary protected status of a country is from a day on: by the ``register``, or where a ``court`` held its end back.

    ``state`` is designated, held, never, ended, or open, which was not read, as ``note`` says.  Where ``read`` is false, ``start``
    only bounds the day.
    """

    series: str
    country: str
    start: date | None
    state: str
    source: str
    note: str = ""
    read: bool = True


@dataclass(frozen=True)
class TpsDays:
    """Since when one must have lived, and been present, to be reached by the designation of a country; None where it was not read.

    ``latest`` is false where a later designation reaches those who came later.
    """

    series: str
    country: str
    residence: date | None
    presence: date | None
    latest: bool
    source: str


@dataclass(frozen=True)
class GroupHolding:
    """What the Board or an Attorney General held on a social group or on nexus, from a day on; ``since`` is None for the first.

    ``asked`` is what a judge has to decide under it, and ``contested`` says that courts divide on it.
    """

    point: str
    since: date | None
    contested: bool
    cite: str
    asked: str
    source: str


@dataclass(frozen=True)
class TextOnly:
    """A rule that is told in words and answered nowhere: what it says, and why it is not encoded (SEMANTICS 28)."""

    id: str
    says: str
    reason: str


@dataclass(frozen=True)
class Part:
    """A stretch, half-open, in which a regime or a part of it was taken back: what of it, and how."""

    start: date
    end: date
    what: str
    how: str


@dataclass(frozen=True)
class Regime:
    """Guidance on discretion that governed from ``start`` until ``end`` (half-open; None: still).

    ``tiers``, ``in_favor`` and ``against`` are ids of provisions.  ``confidence`` is "sure" where the document was read, "probably"
    where parts or accounts of it were read.
    """

    id: str
    title: str
    start: date
    end: date | None
    rules: str
    first: str
    tiers: tuple[str, ...]
    in_favor: tuple[str, ...]
    against: tuple[str, ...]
    parts: tuple[Part, ...]
    confidence: str
    source: str

    def governs(self, day: date) -> bool:
        """Whether the day lies in its interval; that a part of it was taken back is told in ``parts``."""
        return self.start <= day and (self.end is None or day < self.end)

    def taken_back(self, day: date) -> tuple[Part, ...]:
        """What of it was taken back on a day."""
        return tuple(part for part in self.parts if part.start <= day < part.end)


@cache
def regimes() -> tuple[Regime, ...]:
    """Every regime of discretion, in the order in which they began."""
    return tuple(
        Regime(
            id=row["id"],
            title=row["title"],
            start=row["from"],
            end=row["until"],
            rules=row["governs"],
            first=row["first"],
            tiers=tuple(row["tiers"]),
            in_favor=tuple(row["in_favor"]),
            against=tuple(row["against"]),
            parts=tuple(Part(part["from"], part["until"], part["what"], part["how"]) for part in row["parts"]),
            confidence=row["confidence"],
            source=row["source"],
        )
        for row in _rows("regimes")
    )


@cache
def text_only() -> tuple[TextOnly, ...]:
    """Every rule that is text only."""
    return tuple(TextOnly(**row) for row in _rows("text_only"))


@cache
def holidays() -> tuple[Holiday, ...]:
    """Every legal public holiday, with the years in which it was one."""
    return tuple(Holiday(**row) for row in _rows("holidays"))


@cache
def closings() -> tuple[Closing, ...]:
    """Every day, known to us, on which the President closed the executive departments."""
    return tuple(Closing(**row) for row in _rows("closings"))


@cache
def fees() -> tuple[Fee, ...]:
    """Every fee, by what is filed and when."""
    return tuple(Fee(**row) for row in _rows("fees"))


@cache
def offices() -> tuple[Office, ...]:
    """Offices and courts by state, as far as a source gives them."""
    return tuple(Office(**row) for row in _rows("offices"))


@cache
def holdings(point: str) -> tuple[Holding, ...]:
    """What courts of appeals have held on a point, in order of their decisions."""
    found = (Holding(**row) for row in _rows("circuits"))
    return tuple(sorted((h for h in found if h.point == point), key=lambda h: h.since))


@cache
def tps_states(series: str) -> tuple[TpsState, ...]:
    """The states of one series, ``register`` or ``court``, by country, each country's in order."""
    return tuple(TpsState(**row) for row in _rows("tps") if row["series"] == series)


@cache
def tps_days() -> tuple[TpsDays, ...]:
    """The days of residence and presence, by country."""
    return tuple(TpsDays(**row) for row in _rows("tps") if row["series"] == "days")


@cache
def group_holdings(point: str) -> tuple[GroupHolding, ...]:
    """What was held on a point of groups or nexus, in order."""
    found = (GroupHolding(**row) for row in _rows("groups"))
    return tuple(sorted((h for h in found if h.point == point), key=lambda h: h.since or date.min))


def fee_on(filing: str, day: date) -> Fee | None:
    """The fee for filing something on a day; None if the table does not say."""
    for fee in fees():
        if fee.filing == filing and (fee.start is None or fee.start <= day) and (fee.end is None or day < fee.end):
            return fee
    return None


def office_of(state: str) -> Office | None:
    """The offices for a state, by its name; None if the table does not have it."""
    return next((office for office in offices() if office.state.lower() == state.lower()), None)


def _rows(table: str) -> Iterator[dict[str, Any]]:
    yield from yaml.load(files(__package__).joinpath(f"{table}.yaml").read_text("utf-8"), yaml.CSafeLoader)
