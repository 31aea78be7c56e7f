"""The expressions a rule is made of: typed, immutable, shared.

Equal expressions are one object, so a rule that is used by ten others is computed once.  Nothing here evaluates
anything; ``python`` and ``columns`` read the same graph.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count as counter
from typing import Any, NoReturn, Protocol, Self, TypeVar, cast, overload
from weakref import WeakValueDictionary
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from abeyance.logic.values import NEVER, Cause, ordinal


class RuleError(TypeError):
    """A rule says something the language cannot mean; the message says what to write instead."""


class Calendar(Protocol):
    """The days on which an office is open."""

    @property
    def name(self) -> str:
        """What the calendar is called, as in ``EOIR``."""

    def open_day(self, day: int) -> int:
        """The first open day on or after ``day`` (ordinals)."""

    def account(self, day: int) -> tuple[tuple[date, str], ...]:
        """The closed days from ``day`` (an ordinal) up to the next open one, each with why it is closed."""


_pool: WeakValueDictionary[tuple[object, ...], "Expr"] = WeakValueDictionary()
_ids = counter()
E = TypeVar("E", bound="Expr")


class Expr:
    """One node: an operation, its arguments, and what else it needs (``param``).

    ``free`` names the rows it still hangs on: ``case``, the subject, or the row of an enclosing quantifier; ``timeless`` says
    that it does not hang on the day asked about; ``binds`` are the ``free`` names in a fixed order.
    """

    __slots__ = ("__weakref__", "args", "binds", "free", "id", "op", "param", "timeless")
    kind = "expression"
    op: str
    args: tuple["Expr", ...]
    param: Any
    free: frozenset[str]
    binds: tuple[str, ...]
    timeless: bool
    id: int

    def __new__(cls, op: str, args: Sequence["Expr"] = (), param: object = None) -> Self:
        """The one node with this operation, these arguments and this param."""
        key = (cls, op, tuple(map(id, args)), param)
        node = _pool.get(key)
        if node is None:
            node = object.__new__(cls)
            node.op, node.args, node.param = op, tuple(args), param
            free = frozenset[str]().union(*(a.free for a in args))
            if op == "row":
                free = frozenset((cast(Binding, param).name,))
            elif op in ("at_least", "count", "select"):
                binding = cast(Quantifier, param).binding
                free = args[0].free | frozenset().union(*(a.free for a in args[1:])) - {binding.name}
            node.free, node.binds, node.id = free, tuple(sorted(free)), next(_ids)
            node.timeless = op != "on" and all(a.timeless for a in args)
            _pool[key] = node
        return cast(Self, node)

    def __bool__(self) -> NoReturn:
        raise RuleError(
            f"a {self.kind} has no truth value while the rule is written: use & | ~ or all_(), any_(), not_() in place of "
            "and, or, not; choose_if() in place of if; two comparisons joined by & in place of a <= b <= c"
        )

    def __eq__(self, other: object) -> NoReturn:
        raise RuleError(f"== does not compare a {self.kind}: {self.equality}")

    def __ne__(self, other: object) -> NoReturn:
        raise RuleError(f"!= does not compare a {self.kind}: {self.equality}, with ~ before it")

    equality = "write one.is_(other)"
    __hash__ = object.__hash__

    def __iter__(self) -> NoReturn:
        raise RuleError(f"a {self.kind} is not a list; to ask for one of several words write .is_in(...)")

    def __contains__(self, part: object) -> NoReturn:
        iter(self)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.op} {self.param if self.param is not None else ''}>"


class Bool(Expr):
    """A condition: yes, no or unknown."""

    __slots__ = ()
    kind = "condition"
    equality = "write the condition itself, or ~ before it"

    def __and__(self, other: "Bool | bool") -> "Bool":
        return all_(self, other)

    def __or__(self, other: "Bool | bool") -> "Bool":
        return any_(self, other)

    __rand__, __ror__ = __and__, __or__

    def __invert__(self) -> "Bool":
        return not_(self)


class _Ordered(Expr):
    """A value on a line: a day, a moment, a number."""

    __slots__ = ()

    def __le__(self, other: object) -> Bool:
        return Bool("le", (self, self._lift(other)))

    def __lt__(self, other: object) -> Bool:
        return not_(Bool("le", (self._lift(other), self)))

    def __ge__(self, other: object) -> Bool:
        return Bool("le", (self._lift(other), self))

    def __gt__(self, other: object) -> Bool:
        return not_(Bool("le", (self, self._lift(other))))

    def is_(self, other: object) -> Bool:
        """Whether the two are the same."""
        return all_(self <= other, self >= other)

    def _lift(self, other: object) -> Expr:
        if isinstance(other, type(self)):
            return other
        raise RuleError(f"a {self.kind} is compared with a {self.kind}, not with {_named(other)}")

    def __add__(self, other: Any) -> Any:
        raise RuleError(f"nothing is added to a {self.kind} with +{self.movement}")

    def __sub__(self, other: object) -> Any:
        raise RuleError(f"nothing is subtracted from a {self.kind} with -{self.movement}")

    def __radd__(self, other: object) -> NoReturn:
        raise RuleError(f"write the {self.kind} first: day + days(30), not days(30) + day")

    def __and__(self, other: object) -> NoReturn:
        raise RuleError(f"a {self.kind} stands beside & or |: put brackets round each comparison, (a <= b) & (c <= d)")

    __or__ = __rand__ = __ror__ = __and__
    movement = "; two numbers are only compared"


@dataclass(frozen=True)
class Period:
    """A stretch of time to add to a day.  ``steps`` are taken in order.

    ("days", n), ("months", n), ("open", n, calendar) business days, ("until", ordinal) a fixed day; ("unconfirmed",) stands
    alone and leaves the end open.
    """

    steps: tuple[tuple[Any, ...], ...]

    def __neg__(self) -> "Period":
        if any(step[0] not in ("days", "months") for step in self.steps):
            raise RuleError("only days, months and years are counted backward")
        return Period(tuple((step[0], -step[1]) for step in self.steps))


@dataclass(frozen=True)
class Periods:
    """A period that depends on a day: which of ``periods`` holds is chosen by ``on`` (see ``versions``)."""

    on: "Day"
    versions: "Versions"
    periods: tuple[Period, ...]


def days(count: int) -> Period:
    """So many calendar days; the day counted from is day 0."""
    return Period((("days", _whole(count)),))


def months(count: int) -> Period:
    """To the same day of a later month, cut to that month's length."""
    return Period((("months", _whole(count)),))


def years(count: int) -> Period:
    """To the anniversary; of 29 February, in a common year, 28 February."""
    return months(12 * _whole(count))


def until(last: str | date) -> Period:
    """To a fixed day, whatever the day counted from."""
    return Period((("until", day(last).param),))


UNCONFIRMED = Period((("unconfirmed",),))  # a period nobody could confirm: it gives no date (SEMANTICS 23)


def business_days(count: int, calendar: Calendar) -> Period:
    """So many days on which the calendar's office is open; the day counted from is day 0."""
    if _whole(count) < 0:
        raise RuleError("business days are counted forward only")
    return Period((("open", count, _office(calendar)),))


class Day(_Ordered):
    """A calendar day."""

    __slots__ = ()
    kind = "day"

    def __add__(self, period: Period | Periods) -> "Day":
        if isinstance(period, Periods):
            return Day("add_version", (self, period.on), (period.versions, period.periods))
        if not isinstance(period, Period) or period == UNCONFIRMED:
            raise RuleError(
                f"to a day add days(n), months(n), years(n), until(day) or business_days(n, calendar), not {_named(period)}"
            )
        return Day("add", (self,), period.steps)

    def __sub__(self, period: object) -> "Day":
        if isinstance(period, Day):
            raise RuleError("the days between two days are later.since(earlier)")
        if not isinstance(period, Period):
            raise RuleError(f"from a day subtract days(n), months(n) or years(n), not {_named(period)}")
        return self + -period

    def open_day(self, calendar: Calendar) -> "Day":
        """This day, or the next on which the calendar's office is open."""
        return Day("open_day", (self,), _office(calendar))

    def end_of_day(self, zone: str) -> "Moment":
        """The last minute of this day in the time zone ``zone`` (a name such as ``America/New_York``)."""
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise RuleError(f"{zone!r} is no time zone: write one such as America/New_York") from None
        return Moment("end_of_day", (self,), zone)

    def since(self, earlier: "Day") -> "Number":
        """The calendar days from ``earlier`` to this day."""
        return Number("days_between", (earlier, self))

    def _lift(self, other: object) -> Expr:
        if isinstance(other, (str, date)):
            return day(other)
        return super()._lift(other)


class Moment(_Ordered):
    """A minute of a day in a time zone, counted in UTC."""

    __slots__ = ()
    kind = "moment"
    movement = ": write .plus_hours(n)"

    def plus_hours(self, count: int) -> "Moment":
        """The moment ``count`` hours later."""
        return Moment("add_minutes", (self,), 60 * _whole(count))


class Number(_Ordered):
    """A whole number: people, dollars, months of a sentence."""

    __slots__ = ()
    kind = "number"

    def _lift(self, other: object) -> Expr:
        if isinstance(other, int) and not isinstance(other, bool):
            return Number("const", (), other)
        return super()._lift(other)

    def unless_stated(self, stated: "Number") -> "Number":
        """This computed number, narrowed by what somebody stated outright; the statement wins (SEMANTICS 2)."""
        return Number("meet", (stated, self))


class Choice(Expr):
    """One of a closed list of words (``codes``), or a set of them while it is not known which."""

    __slots__ = ("codes",)
    kind = "choice"
    equality = 'write .is_("word") or .is_in("word", "other")'
    codes: tuple[str, ...]

    @classmethod
    def make(cls, codes: tuple[str, ...], op: str, args: Sequence[Expr] = (), param: object = None) -> "Choice":
        """A choice among ``codes``."""
        node = cls(op, args, (param, codes))
        node.codes = codes
        return node

    def is_in(self, *words: str) -> Bool:
        """Whether it is one of ``words``."""
        return Bool("is_in", (self,), self.mask(words))

    def is_(self, word: "str | Choice") -> Bool:
        """Whether it is ``word``, or the same as another choice."""
        if not isinstance(word, Choice):
            return self.is_in(word)
        if word.codes != self.codes:
            raise RuleError(f"{', '.join(self.codes)} and {', '.join(word.codes)} are two lists of words")
        return Bool("same", (self, word))

    def mask(self, words: Iterable[str]) -> int:
        """The bits of ``words``; raises RuleError for a word that is not in the list, or for none."""
        bits = 0
        for word in words:
            if word not in self.codes:
                raise RuleError(f"{word!r} is not one of: {', '.join(self.codes)}")
            bits |= 1 << self.codes.index(word)
        if not bits:
            raise RuleError(f"name a word, one of: {', '.join(self.codes)}")
        return bits


@dataclass(frozen=True)
class Binding:
    """The name of a row variable and the entity (an Entity subclass) it ranges over."""

    name: str
    entity: type


@dataclass(frozen=True)
class Quantifier:
    """What a quantifier binds, how many it asks for, and for a selection which end it takes."""

    binding: Binding
    least: int = 1
    end: str = ""


class RowExpr(Expr):
    """One row: the case, the subject, a row of a list, the row another one refers to, or a selected one."""

    __slots__ = ()
    kind = "row"


class RowsExpr(Expr):
    """A list of rows."""

    __slots__ = ()
    kind = "list"


@dataclass(frozen=True)
class Version:
    """One state of a rule, for events from ``start`` until the next version's start (half-open).

    ``known`` is the first day anybody could know of it, ``undone`` the first day it was known to be of no effect (vacated,
    enjoined before it began).  ``cite`` says where it stands, ``note`` what a reader must be told; ``confirmed`` is false where
    ``start`` only bounds the first day, which nobody could confirm and nobody is shown.
    """

    start: date | None
    cite: str
    known: date | None = None
    undone: date | None = None
    note: str = ""
    confirmed: bool = True


Versions = tuple[Version, ...]


# --- conditions -------------------------------------------------------------------------------------------------------

YES = Bool("const", (), True)
NO = Bool("const", (), False)
ON = Day("on")  # the day the question is asked about
NEVER_COMES = Day("const", (), NEVER)  # the day of what does not happen


def condition(value: "Bool | bool") -> Bool:
    """A condition, from one or from a Python truth value; anything else is a RuleError."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Iterable) and not isinstance(value, (Expr, str)):
        raise RuleError("conditions are given one by one: all_(*parts), not all_(parts)")
    if not isinstance(value, Bool):
        raise RuleError(f"a condition is needed here, not {_named(value)}")
    return value


def day(value: "str | date | Day") -> Day:
    """A fixed day, from a date or its ISO text; raises RuleError for text that is no day."""
    if isinstance(value, Day):
        return value
    try:
        return Day("const", (), ordinal(value))
    except (ValueError, AttributeError):
        raise RuleError(f"{value!r} is no day: write one as 2017-05-01") from None


def _junction(op: str, parts: Iterable[Bool | bool], unit: Bool, zero: Bool) -> Bool:
    flat: dict[int, Bool] = {}
    for part in map(condition, parts):
        for piece in cast(tuple[Bool, ...], part.args) if part.op == op else (part,):
            if piece is zero:
                return zero
            if piece is not unit:
                flat[piece.id] = piece
    pieces = tuple(flat.values())
    return unit if not pieces else pieces[0] if len(pieces) == 1 else Bool(op, pieces)


def all_(*parts: Bool | bool) -> Bool:
    """Every part holds."""
    return _junction("and", parts, YES, NO)


def any_(*parts: Bool | bool) -> Bool:
    """One part or more holds."""
    return _junction("or", parts, NO, YES)


def not_(part: Bool | bool) -> Bool:
    """The part does not hold."""
    part = condition(part)
    if part.op == "const":
        return NO if part is YES else YES
    return cast(Bool, part.args[0]) if part.op == "not" else Bool("not", (part,))


def unless(rule: Bool, *exceptions: Bool) -> Bool:
    """The rule, unless an exception holds; an exception that is unknown makes the rule unknown (SEMANTICS 24)."""
    return all_(rule, not_(any_(*exceptions)))


def later_of(one: Day, *others: Day) -> Day:
    """The latest of these days; of a day not known it is at least the others."""
    return Day("later", (one, *others)) if others else one


def earlier_of(one: Day, *others: Day) -> Day:
    """The earliest of these days; of a day not known it is at most the others."""
    return Day("earlier", (one, *others)) if others else one


# --- branches: one node for if, for versions of the law, for circuits --------------------------------------------------


def _branch(selector: Expr, param: object, branches: Sequence[E]) -> E:
    branches = [cast(E, condition(b)) if isinstance(b, bool) else b for b in branches]
    first = branches[0]
    if not all(isinstance(b, (Bool, Choice, _Ordered)) for b in branches):
        raise RuleError(
            f"a branch is a condition, a day, a number, a moment or a choice, not {_named(_odd(branches))}: choose among "
            "facts of rows, and add each period to its day"
        )
    if any(type(b) is not type(first) or _codes(b) != _codes(first) for b in branches):
        raise RuleError(f"the branches must be of one kind, not {', '.join(map(_named, branches))}")
    if all(b is first for b in branches) and param == ("if",):
        return first
    if isinstance(first, Choice):
        return cast(E, Choice.make(first.codes, "choose", (selector, *branches), param))
    return type(first)("choose", (selector, *branches), param)


def choose_if(test: Bool, then: E, otherwise: E) -> E:
    """``then`` where the test holds, else ``otherwise``; what both allow where the test is unknown."""
    return _branch(condition(test), ("if",), (then, otherwise))


@overload
def by_date(on: Day, *versions: tuple[Version, Period]) -> Periods: ...
@overload
def by_date(on: Day, *versions: tuple[Version, Bool | bool]) -> Bool: ...
@overload
def by_date(on: Day, *versions: tuple[Version, E]) -> E: ...
def by_date(on: Day, *versions: tuple[Version, Any]) -> Any:
    """The version in force on the day ``on``: an expression, or a Period to add to a day.

    Which day chooses (the decision, the filing, the day asked about) is itself law, so it must be written.  Versions are in
    order; the first starts at None.  Raises RuleError if they are not.
    """
    if not isinstance(on, Day):
        raise RuleError(f"what chooses the version is a day, not {_named(on)}")
    heads = tuple(v for v, _ in versions)
    starts = [v.start for v in heads]
    if not heads or starts[0] is not None or any(s is None for s in starts[1:]):
        raise RuleError("the first version starts at None, every other one on a day")
    if heads[0].known or heads[0].undone:
        raise RuleError("the first version is the law before all others: it is always known, and never undone")
    if starts[1:] != sorted(cast(list[date], starts[1:])):
        raise RuleError("versions are written in the order in which they begin")
    bodies = [body for _, body in versions]
    if all(isinstance(body, Period) for body in bodies):
        return Periods(on, heads, tuple(cast(list[Period], bodies)))
    return _branch(on, ("date", heads), cast(list[Expr], bodies))


def by_choice(selector: Choice, branches: dict[str | tuple[str, ...], E], otherwise: E) -> E:
    """The branch for the word the selector holds, as for circuits; ``otherwise`` for every word not named."""
    if not isinstance(selector, Choice):
        raise RuleError(f"what chooses the branch is a choice, not {_named(selector)}")
    masks = tuple(selector.mask((words,) if isinstance(words, str) else words) for words in branches)
    if sum(mask.bit_count() for mask in masks) != sum(masks).bit_count():
        raise RuleError("a word is named in two branches")
    return _branch(selector, ("choice", masks), (*branches.values(), otherwise))


def unsettled(reason: str, *readings: E) -> E:
    """Law on which courts or agencies divide: what all readings allow, else unknown for that reason (SEMANTICS 23)."""
    if len(readings) < 2:
        raise RuleError("unsettled law has two readings or more")
    return _branch(YES, ("unsettled", reason), readings)


def undetermined(cause: Cause, reason: str) -> Bool:
    """A condition no rule decides: a judgement, an unconfirmed text, something not encoded."""
    return Bool("open", (), (cause, reason))


# --- lists ------------------------------------------------------------------------------------------------------------


def walk(root: Expr, past: Container[int] = ()) -> Iterator[Expr]:
    """Every node below and with ``root``, arguments before what uses them, each once; none of the ids in ``past``."""
    seen: set[int] = set()
    stack: list[tuple[Expr, bool]] = [(root, False)]
    while stack:
        node, ready = stack.pop()
        if ready:
            yield node
        elif node.id not in seen and node.id not in past:
            seen.add(node.id)
            stack.append((node, True))
            stack.extend((a, False) for a in reversed(node.args))


def _named(value: object) -> str:
    if isinstance(value, Choice):
        return f"a choice of {', '.join(value.codes)}"
    return f"a {value.kind}" if isinstance(value, Expr) else f"{type(value).__name__} {value!r}"


def _odd(branches: Sequence[object]) -> object:
    """The first of the branches that is no value."""
    return next(b for b in branches if not isinstance(b, (Bool, Choice, _Ordered)))


def _codes(value: object) -> tuple[str, ...]:
    return value.codes if isinstance(value, Choice) else ()


def _whole(count: int) -> int:
    if isinstance(count, bool) or not isinstance(count, int):
        raise RuleError(f"a whole number is needed here, not {_named(count)}")
    return count


def _office(calendar: Calendar) -> Calendar:
    if not hasattr(calendar, "open_day"):
        raise RuleError(f"a calendar is needed here, not {_named(calendar)}")
    return calendar
