"""Random rules over the small vocabulary: every operation of the language, nested as far as ``depth``."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar, cast

from abeyance.logic.expressions import (
    NO,
    ON,
    UNCONFIRMED,
    YES,
    Bool,
    Choice,
    Day,
    Expr,
    Moment,
    Number,
    Period,
    Version,
    all_,
    any_,
    business_days,
    by_choice,
    by_date,
    choose_if,
    day,
    days,
    earlier_of,
    later_of,
    months,
    not_,
    undetermined,
    unless,
    unsettled,
    until,
    years,
)
from abeyance.logic.facts import (
    BoolFact,
    ChoiceFact,
    DayFact,
    Entity,
    MomentFact,
    NumberFact,
    Rows,
    at_least,
    count,
    every,
    exists,
    first,
    last,
)
from abeyance.logic.values import Cause
from tests.logic.vocabulary import COURT, YEAR, ZONES, Case, Paper, Person

E = TypeVar("E", bound=Expr)
CONSTANTS = (date(2019, 12, 31), date(2020, 2, 28), date(2020, 2, 29), date(2020, 3, 1), date(2020, 3, 2))


def random_rule(
    random: Random, depth: int, subject: type[Entity] | None = None, stated: bool = False, pointing: bool = True
) -> Bool:
    """A condition about a case, and about a row of ``subject`` too.

    ``stated`` lets stated numbers win over counted ones; ``pointing`` lets it follow references and select rows.
    """
    return _Maker(random, subject, stated, pointing).condition(depth)


def random_quantity(random: Random, depth: int) -> Expr:
    """A day, number, moment or choice about a case."""
    maker = _Maker(random, None, False, True)
    return random.choice([maker.day, maker.day, maker.number, maker.moment, maker.choice])(depth)


class _Maker:
    def __init__(self, random: Random, subject: type[Entity] | None, stated: bool, pointing: bool) -> None:
        self.random, self.stated, self.pointing = random, stated, pointing
        self.scope: list[Entity] = [Case.root(), *([subject.subject()] if subject else [])]

    @contextmanager
    def within(self, row: Entity) -> Iterator[None]:
        self.scope.append(row)
        try:
            yield
        finally:
            self.scope.pop()

    def pick(self, *weighted: tuple[int, Callable[[], Any]]) -> Any:
        make = self.random.choices([f for _, f in weighted], [weight for weight, _ in weighted])[0]
        return make()

    # --- conditions -------------------------------------------------------------------------------------------------

    def condition(self, depth: int) -> Bool:
        if depth <= 0:
            return self.leaf()

        def inner() -> Bool:
            return self.condition(depth - 1)

        def several() -> list[Bool]:
            return [inner() for _ in range(self.random.randint(2, 3))]

        made = self.pick(
            (6, lambda: all_(*several())),
            (6, lambda: any_(*several())),
            (2, lambda: not_(inner())),
            (1, lambda: unless(inner(), inner())),
            (2, lambda: choose_if(inner(), inner(), inner())),
            (3, lambda: by_date(self.day(depth - 1), *self.versions(inner))),
            (1, lambda: self.by_word(inner)),
            (1, lambda: unsettled(f"question {self.random.randint(1, 3)}", *several())),
            (7, lambda: self.quantified(depth)),
            (4, lambda: self.leaf(depth)),
            (1, lambda: self.random.choice([YES, NO])),
        )
        return cast(Bool, made)

    def quantified(self, depth: int) -> Bool:
        rows = self.rows()

        def test(row: Any) -> Bool:
            with self.within(row):
                return self.condition(depth - 1)

        made = self.pick(
            (5, lambda: exists(rows, test)),
            (3, lambda: every(rows, test)),
            (2, lambda: at_least(self.random.randint(2, 3), rows, test)),
            (1, lambda: exists(rows)),
            (1, lambda: count(rows, test) >= self.random.randint(0, 3)),
        )
        return cast(Bool, made)

    def leaf(self, depth: int = 0) -> Bool:
        def compared(one: Any, other: Any) -> Bool:
            relation = self.random.randrange(5)
            made = [one <= other, one < other, one >= other, one > other, one.is_(other)][relation]
            return cast(Bool, made)

        made = self.pick(
            (4, lambda: self.fact(BoolFact, depth)),
            (3, lambda: self.among(self.choice(depth))),
            (8, lambda: compared(self.day(depth), self.day(depth))),
            (2, lambda: compared(self.number(depth), self.number(depth) if self.pointing else self.plain_number())),
            (1, lambda: compared(self.moment(depth), self.moment(depth))),
            (1 if self.pointing else 0, lambda: self.same_words()),
            (2 if self.pointing else 0, lambda: self.paper(depth).is_row(self.paper(depth))),
            (1 if self.pointing else 0, lambda: self.selected(depth).is_found),
            (1, lambda: undetermined(self.random.choice(list(Cause)), f"judgement {self.random.randint(1, 2)}")),
        )
        return cast(Bool, made)

    def among(self, choice: Choice) -> Bool:
        return choice.is_in(*self.random.sample(choice.codes, self.random.randint(1, len(choice.codes) - 1)))

    def same_words(self) -> Bool:
        return self.paper(0).kind.is_(self.paper(0).kind)

    # --- rows ---------------------------------------------------------------------------------------------------------

    def fact(self, kind: type, depth: int) -> Any:
        """A fact of that kind of some row."""
        rows = [row for row in self.scope if any(isinstance(f, kind) for f in row.facts.values())]
        if self.pointing and self.random.random() < 0.3:
            rows = [self.paper(depth)]
        row = self.random.choice(rows[-2:]) if self.random.random() < 0.6 else self.random.choice(rows)
        return getattr(row, self.random.choice([n for n, f in row.facts.items() if isinstance(f, kind)]))

    def rows(self) -> Rows[Any]:
        case = cast(Case, self.scope[0])
        people = [row for row in self.scope if isinstance(row, Person)]
        if people and self.random.random() < 0.6:
            return people[-1].visits
        return self.random.choice([cast(Rows[Any], case.papers), case.papers, case.people])

    def paper(self, depth: int) -> Paper:
        bound = [row for row in self.scope if isinstance(row, Paper)]
        case = cast(Case, self.scope[0])
        made = self.pick(
            (4 if bound else 0, lambda: self.random.choice(bound)),
            (3 if bound else 0, lambda: self.random.choice(bound).of),
            (2, lambda: case.lead),
            (1, lambda: case.lead.of),
            (2 if depth > 0 else 0, lambda: self.selected(depth - 1)),
        )
        return cast(Paper, made)

    def selected(self, depth: int) -> Paper:
        case = cast(Case, self.scope[0])

        def by(row: Paper) -> Day:
            with self.within(row):
                return self.day(0) if self.random.random() < 0.2 else self.random.choice([row.filed, row.heard])

        def where(row: Paper) -> Bool:
            with self.within(row):
                return self.condition(depth - 1)

        take = self.random.choice([first, last])
        return take(case.papers, by) if self.random.random() < 0.3 else take(case.papers, by, where)

    # --- days, numbers, moments, choices ------------------------------------------------------------------------------

    def day(self, depth: int) -> Day:
        simple = self.pick((6, lambda: self.fact(DayFact, depth)), (2, self.constant), (1, lambda: ON))
        if depth <= 0 and self.random.random() < 0.5:
            return cast(Day, simple)
        if depth <= 0:
            return self.moved(cast(Day, simple))

        def inner() -> Day:
            return self.day(depth - 1)

        made = self.pick(
            (4, lambda: simple),
            (4, lambda: self.moved(inner())),
            (2, lambda: self.moved_by_law(inner(), inner)),
            (1, lambda: self.random.choice([later_of, earlier_of])(inner(), inner())),
            (2, lambda: choose_if(self.condition(depth - 1), inner(), inner())),
            (1, lambda: by_date(inner(), *self.versions(inner))),
            (1, lambda: self.by_word(inner)),
            (1, lambda: unsettled("question 4", inner(), inner())),
        )
        return cast(Day, made)

    def constant(self) -> Day:
        return day(self.random.choice(CONSTANTS))

    def moved(self, base: Day) -> Day:
        return base.open_day(COURT) if self.random.random() < 0.3 else base + self.period()

    def moved_by_law(self, base: Day, other: Callable[[], Day]) -> Day:
        on = base if self.random.random() < 0.6 else other()
        versions = [
            (version, UNCONFIRMED if i == 0 and self.random.random() < 0.2 else self.period())
            for i, (version, _) in enumerate(self.versions(lambda: YES))
        ]
        return base + by_date(on, *versions)

    def period(self) -> Period:
        made = self.pick(
            (5, lambda: days(self.random.choice([1, 2, 10, 30, 90]))),
            (1, lambda: -days(self.random.choice([1, 10, 30]))),
            (2, lambda: months(self.random.choice([1, 2, 6]))),
            (1, lambda: -months(self.random.choice([1, 3]))),
            (2, lambda: years(self.random.choice([1, 3, 4]))),
            (1, lambda: until(self.random.choice(CONSTANTS))),
            (2, lambda: business_days(self.random.randint(1, 5), COURT)),
        )
        return cast(Period, made)

    def number(self, depth: int) -> Number:
        made = self.pick(
            (4, lambda: self.fact(NumberFact, depth)),
            (2, self.plain_number),
            (3, lambda: self.fact(DayFact, depth).since(self.fact(DayFact, depth))),
            (2, lambda: count(self.rows(), self.of_row)),
            (1 if depth > 0 else 0, lambda: choose_if(self.condition(depth - 1), self.number(0), self.number(0))),
        )
        stated = self.scope[0].facts["fee"] if self.stated and self.random.random() < 0.3 else None
        return cast(Number, made).unless_stated(cast(Case, self.scope[0]).fee) if stated else cast(Number, made)

    def plain_number(self) -> Number:
        return Number("const", (), self.random.choice([0, 1, 2, 10, 30] if self.pointing else [0, 1, 2]))

    def of_row(self, row: Any) -> Bool:
        with self.within(row):
            return self.leaf()

    def moment(self, depth: int) -> Moment:
        made = self.pick(
            (3, lambda: self.fact(MomentFact, depth)),
            (3, lambda: self.day(depth - 1).end_of_day(self.random.choice(ZONES))),
            (1, lambda: self.fact(MomentFact, depth).plus_hours(self.random.choice([1, 24, 72]))),
        )
        return cast(Moment, made)

    def choice(self, depth: int) -> Choice:
        one = self.fact(ChoiceFact, depth)
        if self.pointing and depth > 0 and self.random.random() < 0.2:
            other = self.paper(0).kind
            return choose_if(self.condition(depth - 1), self.paper(0).kind, other)
        return cast(Choice, one)

    # --- branches -----------------------------------------------------------------------------------------------------

    def versions(self, body: Callable[[], E]) -> list[tuple[Version, E]]:
        """Two to four versions; some begin on one day, some are known late, some undone."""
        starts = sorted(self.random.choices(CONSTANTS, k=self.random.randint(1, 3)))
        found = [(Version(None, "the first law"), body())]
        for i, start in enumerate(starts):
            known = start - timedelta(self.random.choice([0, 30])) if self.random.random() < 0.5 else None
            undone = start + timedelta(self.random.choice([-1, 20])) if self.random.random() < 0.3 else None
            found.append((Version(start, f"law {i}", known, undone), body()))
        return found

    def by_word(self, body: Callable[[], E]) -> E:
        """A branch for some of the words of a choice."""
        choice = self.choice(0)
        words = self.random.sample(choice.codes, len(choice.codes))
        named: dict[str | tuple[str, ...], E] = {words[0]: body(), tuple(words[1:-1]): body()}
        return by_choice(choice, {key: branch for key, branch in named.items() if key}, body())


def days_about(random: Random) -> int:
    """An ordinal among the days about which random rules are."""
    return random.randint(YEAR[0].toordinal(), YEAR[1].toordinal())
