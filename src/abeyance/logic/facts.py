"""Entities and their facts: the vocabulary a rule may speak, declared once as classes.

    class Order(Entity):
        "an order of an immigration judge or the Board"
        decided = DayFact("the day it was decided")
        in_absentia = BoolFact("whether it was entered in absentia")

Inside a rule ``order.decided`` is a Day expression, and a misspelt fact is an error that names the nearest one.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, ClassVar, Generic, NoReturn, Self, TypeVar, cast, overload

from abeyance.logic.expressions import (
    Binding,
    Bool,
    Choice,
    Day,
    Expr,
    Moment,
    Number,
    Quantifier,
    RowExpr,
    RowsExpr,
    RuleError,
    condition,
    not_,
)

V = TypeVar("V", bound=Expr)
T = TypeVar("T", bound="Entity")


@dataclass(eq=False)
class Fact:
    """One thing that can be known about an entity.

    ``label`` names it in sentences ("the day it was decided").  ``private`` marks an identifier that no copy may carry
    unless cleared; ``guarded`` marks what is uncleared until somebody clears it (SEMANTICS 15).
    ``paper`` says what document would settle it; ``effort`` ranks how hard that paper is to get (1 easy to 5 hard).
    """

    label: str
    private: bool = False
    guarded: bool = False
    paper: str = ""
    effort: int = 3
    name: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name


class BoolFact(Fact):
    """A fact that is so or not."""

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: "Entity", owner: type) -> Bool: ...
    def __get__(self, row: "Entity | None", owner: type) -> Self | Bool:
        return self if row is None else Bool("field", (row.row,), self.name)


class DayFact(Fact):
    """A calendar day."""

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: "Entity", owner: type) -> Day: ...
    def __get__(self, row: "Entity | None", owner: type) -> Self | Day:
        return self if row is None else Day("field", (row.row,), self.name)


class NumberFact(Fact):
    """A whole number."""

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: "Entity", owner: type) -> Number: ...
    def __get__(self, row: "Entity | None", owner: type) -> Self | Number:
        return self if row is None else Number("field", (row.row,), self.name)


class MomentFact(Fact):
    """A minute of a day in a time zone."""

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: "Entity", owner: type) -> Moment: ...
    def __get__(self, row: "Entity | None", owner: type) -> Self | Moment:
        return self if row is None else Moment("field", (row.row,), self.name)


class TextFact(Fact):
    """Words: a name, an address.  The case file keeps them; no rule can read them."""

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: "Entity", owner: type) -> NoReturn: ...
    def __get__(self, row: "Entity | None", owner: type) -> Self:
        if row is None:
            return self
        raise RuleError(
            f"{self.name} is text, and no rule can reason from text: declare a ChoiceFact for what matters in it"
        )


@dataclass(eq=False)
class ChoiceFact(Fact):
    """One of a closed list of words."""

    codes: tuple[str, ...] = ()

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: "Entity", owner: type) -> Choice: ...
    def __get__(self, row: "Entity | None", owner: type) -> Self | Choice:
        return self if row is None else Choice.make(self.codes, "field", (row.row,), self.name)

    def mask(self, *words: str) -> int:
        """The bits of words of the list."""
        return sum(1 << self.codes.index(word) for word in set(words))

    def words(self, mask: int) -> tuple[str, ...]:
        """The words whose bits are set, in the list's order."""
        return tuple(word for i, word in enumerate(self.codes) if mask >> i & 1)


@dataclass(eq=False)
class RefFact(Fact, Generic[T]):
    """Another row of the case that this one is about; not known which, it is any that it may be.

    ``entity`` is the class, or a function that gives it where the class is declared later.
    """

    entity: Callable[[], type[T]] = cast(Any, None)

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: "Entity", owner: type) -> T: ...
    def __get__(self, row: "Entity | None", owner: type) -> Self | T:
        return self if row is None else self.entity()(RowExpr("ref", (row.row,), self.name))


@dataclass(eq=False)
class ListFact(Fact, Generic[T]):
    """Rows of one entity.  Whether the list is complete is part of its value."""

    entity: Callable[[], type[T]] = cast(Any, None)

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: "Entity", owner: type) -> "Rows[T]": ...
    def __get__(self, row: "Entity | None", owner: type) -> "Self | Rows[T]":
        if row is None:
            return self
        return Rows(self.entity(), RowsExpr("field", (row.row,), self.name))


class Entity:
    """A kind of thing a case file knows about; an instance is one row of it inside a rule."""

    facts: ClassVar[dict[str, Fact]] = {}

    def __init_subclass__(cls) -> None:
        cls.facts = {k: f for base in reversed(cls.__mro__) for k, f in vars(base).items() if isinstance(f, Fact)}

    def __init__(self, row: RowExpr) -> None:
        self.row = row

    def __getattr__(self, name: str) -> NoReturn:
        near = get_close_matches(name, self.facts, n=1)
        hint = f"; did you mean {near[0]}?" if near else f"; it has {', '.join(self.facts)}"
        raise RuleError(f"{type(self).__name__} has no fact {name!r}{hint}")

    def __bool__(self) -> NoReturn:
        raise RuleError("a row has no truth value; whether first() or last() found one is .is_found")

    def __eq__(self, other: object) -> NoReturn:
        raise RuleError("== does not compare rows: write .is_row(other)")

    __hash__ = object.__hash__

    @property
    def is_found(self) -> Bool:
        """Whether a selected row (``first``, ``last``) is there at all."""
        return Bool("found", (self.row,)) if self.row.op == "select" else condition(True)

    def is_row(self, other: "Entity") -> Bool:
        """Whether this row and another are the same one; raises RuleError for rows of two kinds."""
        if type(other) is not type(self):
            raise RuleError(f"a {type(self).__name__} is never a {type(other).__name__}")
        return Bool("same_row", (self.row, other.row))

    @classmethod
    def root(cls) -> Self:
        """The case."""
        return cls(RowExpr("row", (), Binding("case", cls)))

    @classmethod
    def subject(cls) -> Self:
        """The row a question is about; the case, where it is about no row of it."""
        return cls(RowExpr("row", (), Binding("subject", cls)))


@dataclass(frozen=True)
class Rows(Generic[T]):
    """A list of rows inside a rule."""

    entity: type[T]
    rows: RowsExpr

    def __bool__(self) -> NoReturn:
        raise RuleError(LISTS)

    def __iter__(self) -> NoReturn:
        raise RuleError(LISTS)

    def __contains__(self, row: object) -> NoReturn:
        raise RuleError(LISTS)

    def __len__(self) -> NoReturn:
        raise RuleError(LISTS)

    def __getitem__(self, at: object) -> NoReturn:
        raise RuleError(LISTS)


LISTS = "a list is asked with exists(), every(), at_least(), count(), first() or last()"


def entity_of(row: Expr) -> type[Entity]:
    """The entity a row expression stands for."""
    if row.op in ("row", "select"):
        return cast(type[Entity], (row.param if row.op == "row" else row.param.binding).entity)
    return cast(type[Entity], cast(RefFact[Any], entity_of(row.args[0]).facts[row.param]).entity())


_depth: ContextVar[int] = ContextVar("depth", default=0)


def _bind(rows: Rows[T], *bodies: Callable[[T], Expr]) -> tuple[Binding, list[Expr]]:
    if not isinstance(rows, Rows):
        raise RuleError(f"a list of the case is asked here, not a {type(rows).__name__}")
    depth = _depth.get()
    binding = Binding(f"row{depth}", rows.entity)
    token = _depth.set(depth + 1)
    try:
        row = rows.entity(RowExpr("row", (), binding))
        return binding, [body(row) for body in bodies]
    finally:
        _depth.reset(token)


def nesting() -> int:
    """How many quantifiers enclose what is being written: inside them the same rule binds rows of other names."""
    return _depth.get()


def _any_row(_: object) -> Bool:
    return condition(True)


def at_least(least: int, rows: Rows[T], test: Callable[[T], Bool]) -> Bool:
    """Whether ``least`` (one or more) rows pass the test."""
    if isinstance(least, bool) or not isinstance(least, int) or least < 1:
        raise RuleError(f"at_least() asks for one row or more, not {least!r}")
    binding, [body] = _bind(rows, lambda row: condition(test(row)))
    return Bool("at_least", (rows.rows, body), Quantifier(binding, least))


def exists(rows: Rows[T], test: Callable[[T], Bool] = _any_row) -> Bool:
    """Whether some row passes the test."""
    return at_least(1, rows, test)


def every(rows: Rows[T], test: Callable[[T], Bool]) -> Bool:
    """Whether no row fails the test."""
    return not_(at_least(1, rows, lambda row: not_(test(row))))


def count(rows: Rows[T], test: Callable[[T], Bool] = _any_row) -> Number:
    """How many rows pass the test."""
    binding, [body] = _bind(rows, lambda row: condition(test(row)))
    return Number("count", (rows.rows, body), Quantifier(binding))


def _select(end: str, rows: Rows[T], by: Callable[[T], Day], where: Callable[[T], Bool]) -> T:
    binding, bodies = _bind(rows, by, lambda row: condition(where(row)))
    if not isinstance(bodies[0], Day):
        raise RuleError(
            f"rows are put in order by a day, not by a {getattr(bodies[0], 'kind', type(bodies[0]).__name__)}"
        )
    return rows.entity(RowExpr("select", (rows.rows, *bodies), Quantifier(binding, end=end)))


def first(rows: Rows[T], by: Callable[[T], Day], where: Callable[[T], Bool] = _any_row) -> T:
    """The row with the earliest day ``by`` among those that pass ``where``; guard its facts with ``is_found``."""
    return _select("first", rows, by, where)


def last(rows: Rows[T], by: Callable[[T], Day], where: Callable[[T], Bool] = _any_row) -> T:
    """The row with the latest day ``by`` among those that pass ``where``; guard its facts with ``is_found``."""
    return _select("last", rows, by, where)
