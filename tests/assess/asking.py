"""Briefs of small case files, for tests."""

from datetime import date

from abeyance.assess.asking import Inquiry
from abeyance.assess.brief import Brief, Clock
from abeyance.assess.building import build
from tests.casefile.building import Builder


def inquiry(said: Builder, on: str, known: str = "", circuit: str = "") -> Inquiry:
    """The questions about a file on a day, as the law was known."""
    return Inquiry(said.file, date.fromisoformat(on), date.fromisoformat(known) if known else None, circuit=circuit)


def brief(said: Builder, on: str, known: str = "", circuit: str = "") -> Brief:
    """The brief of a file on a day."""
    return build(inquiry(said, on, known, circuit))


def clock(made: Brief, title: str) -> Clock:
    """The clock with that title."""
    return next(c for c in made.clocks if c.title.startswith(title))
