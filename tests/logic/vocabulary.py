"""A small vocabulary with a fact of every kind, for random rules; and a calendar that is easy to check by hand."""

from dataclasses import dataclass
from datetime import date, timedelta

from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Entity, ListFact, MomentFact, NumberFact, RefFact


class Paper(Entity):
    """a paper"""

    filed = DayFact("the day it was filed")
    heard = DayFact("the day it was heard")
    granted = BoolFact("it was granted")
    late = BoolFact("it was late")
    pages = NumberFact("the pages")
    kind = ChoiceFact("the kind", codes=("motion", "appeal", "petition"))
    signed = MomentFact("the moment it was signed")
    of = RefFact["Paper"]("the paper it answers", entity=lambda: Paper)


class Visit(Entity):
    """a visit"""

    on = DayFact("the day of it")
    alone = BoolFact("alone")


class Person(Entity):
    """a person"""

    born = DayFact("the day of birth")
    citizen = BoolFact("a citizen")
    children = NumberFact("the children")
    kin = ChoiceFact("how related", codes=("child", "spouse"))
    visits = ListFact[Visit]("the visits", entity=lambda: Visit)


class Case(Entity):
    """the case"""

    decided = DayFact("the day it was decided")
    left = DayFact("the day of departure")
    returned = DayFact("the day of return")
    waived = BoolFact("appeal was waived")
    oral = BoolFact("the decision was oral")
    fee = NumberFact("the fee")
    circuit = ChoiceFact("the circuit", codes=("1", "2", "9", "DC"))
    told = MomentFact("the moment it was told")
    lead = RefFact[Paper]("the leading paper", entity=lambda: Paper)
    papers = ListFact[Paper]("the papers", entity=lambda: Paper)
    people = ListFact[Person]("the people", entity=lambda: Person)


ENTITIES: tuple[type[Entity], ...] = (Case, Paper, Person, Visit)

HOLIDAYS = frozenset(date.fromisoformat(text) for text in ("2020-01-01", "2020-02-17", "2020-02-28", "2020-03-02"))
ZONES = ("America/New_York", "Asia/Tokyo", "UTC")


@dataclass(frozen=True)
class Court:
    """Closed on Saturday, Sunday and a handful of days about 29 February 2020, so that counts meet them often."""

    name: str = "court"

    def is_open(self, day: date) -> bool:
        """Whether the court sits."""
        return day.weekday() < 5 and day not in HOLIDAYS

    def open_day(self, day: int) -> int:
        """The first open day on or after ``day``."""
        while not self.is_open(date.fromordinal(day)):
            day += 1
        return day

    def account(self, day: int) -> tuple[tuple[date, str], ...]:
        """The closed days up to the next open one."""
        return tuple((date.fromordinal(d), "closed") for d in range(day, self.open_day(day)))


COURT = Court()
YEAR = (date(2020, 1, 1) - timedelta(40), date(2020, 4, 30))  # the days about which random cases and rules are
