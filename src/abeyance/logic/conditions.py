"""An unknown answer as a formula over the open facts it hangs on.

A comparison is carried down to the facts it compares: through branches, versions, "the later of" and moves of a day, so
that "received within 90 days of the final order" becomes conditions on the day of the order, on who made it, and so on.
What hangs on a row that is not certain, or on no fact at all, is a condition of its own.

A formula is True, False or one of

    ("is", variable, test)           a truth; a choice within a mask; a day, number or moment not past an edge
    ("order", order)                 one fact, moved, not past another one, moved
    ("own",)                         whatever a row that is not recorded makes of it
    ("not", f)   ("and", f...)   ("or", f...)   ("choose", test, then, otherwise)   ("count", n, f...)
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from abeyance.logic import operations as do
from abeyance.logic.evaluating import Rows, Valuation
from abeyance.logic.expressions import UNCONFIRMED, Choice, Expr
from abeyance.logic.operations import Row
from abeyance.logic.values import ANY_DAY, Memo, Presence, Span, Truth, within

Formula = Any
Moves = tuple[Memo, ...]
OWN = ("own",)
DAY_BY_DAY = 400  # how long a span is tried day by day


@dataclass(frozen=True)
class OpenFact:
    """A fact that is not known: of which row, under which name.  For a list, whether it has another such row."""

    subject: str
    name: str
    row: Row = field(compare=False, repr=False)
    lists: bool = False


@dataclass(frozen=True, eq=False)
class Variable:
    """Something open: a fact, or (``fact`` None) a condition of its own.

    ``kind`` is truth, words, days, numbers or moments.  ``row_of`` is the open list of which this says that a further row passes
    a test, as the one that is asked for does; unless ``is_enough`` says that there be enough of them.  ``reason`` is what the law
    itself leaves open.
    """

    fact: OpenFact | None
    kind: str = "truth"
    row_of: "Variable | None" = None
    is_enough: bool = False
    reason: str = ""

    @property
    def value(self) -> Any:
        """The fact's value, known in part."""
        return self.fact.row[self.fact.name] if self.fact else None


class Side(NamedTuple):
    """One side of a comparison: an expression's value, then moved; ``span`` is what comes of it.  A fixed value has no node."""

    node: Expr | None
    moves: Moves
    span: Span


@dataclass(frozen=True, eq=False)
class Order:
    """That one fact, moved, is not past another one, moved; ``free`` decides where their cells cannot tell."""

    one: Variable
    one_moves: Moves
    other: Variable
    other_moves: Moves
    free: Variable

    def verdict(self, one: Span, other: Span) -> Truth:
        """Whether it is so where the two are within these spans."""
        if moved(one[1], self.one_moves) <= moved(other[0], self.other_moves):
            return True
        return False if moved(one[0], self.one_moves) > moved(other[1], self.other_moves) else None

    def turns_on(self, variable: Variable, one: Span, other: Span) -> bool:
        """Whether, of two facts within these spans, this one by itself can turn it."""
        if variable is self.one:
            # the other one may stand where the first of these days is not past it, and the last is
            limit = moved(one[0], self.one_moves) - 1
            at = last_within(self.other_moves, other[0], other[1], limit) + 1
            return at <= other[1] and moved(at, self.other_moves) < moved(one[1], self.one_moves)
        at = last_within(self.one_moves, one[0], one[1], moved(other[0], self.other_moves)) + 1
        return at <= one[1] and moved(at, self.one_moves) <= moved(other[1], self.other_moves)


class Reader:
    """Turns unknown conditions about one case on one day into formulas."""

    def __init__(self, valuation: Valuation) -> None:
        self.valuation = valuation
        self._variables: dict[Any, Variable] = {}
        self._done: dict[Any, Formula] = {}
        self._judged: dict[int, bool] = {}

    def formula(self, node: Expr, rows: Rows) -> Formula:
        """The formula of a condition."""
        value = self.valuation.value(node, rows)
        if value is not None:
            return value
        key = (node.id, *(map(id, rows.values()) if self._is_judged(node) else [id(rows[name]) for name in node.binds]))
        if key not in self._done:
            self._done[key] = self._read(node, rows)
        return self._done[key]

    def _is_judged(self, node: Expr) -> bool:
        """Whether the law leaves something open in it, which may come out otherwise for every row it is asked of."""
        if node.id not in self._judged:
            branches = node.param[0] if isinstance(node, Choice) else node.param
            is_open = node.op == "open" or (node.op == "choose" and branches[0] == "unsettled")
            self._judged[node.id] = is_open or any(self._is_judged(a) for a in node.args)
        return self._judged[node.id]

    def _read(self, node: Expr, rows: Rows) -> Formula:
        match node.op:
            case "and":
                return both(self.formula(a, rows) for a in node.args)
            case "or":
                return either(self.formula(a, rows) for a in node.args)
            case "not":
                return negated(self.formula(node.args[0], rows))
            case "rule":
                return self.formula(node.args[0], rows)
            case "field":
                fact = self._fact(node, rows)
                return ("is", self._variable(fact, "truth"), True) if fact else self._of_its_own(node, rows)
            case "is_in":
                return self._among(node.args[0], node.param, rows)
            case "le":
                one, other = (self._side(a, (), rows) for a in node.args)
                return self._not_past(one, other, rows)
            case "at_least":
                return self._reaching(node, node.param.least, rows)
            case "choose":
                return self._chosen(node, rows, lambda branch: self.formula(branch, rows))
            case "open":
                return self._free(rows, (node.id, *map(id, rows.values())), node.param[1])
            case "same":
                words = [1 << i for i in range(len(cast(Choice, node.args[0]).codes))]
                return either(both(self._among(choice, word, rows) for choice in node.args) for word in words)
        return self._of_its_own(node, rows)

    # --- what is open -------------------------------------------------------------------------------------------------

    def _fact(self, node: Expr, rows: Rows) -> OpenFact | None:
        """The fact a node is, where it is a fact of one certain row."""
        if node.op != "field":
            return None
        candidates = self.valuation.candidates(node.args[0], rows)
        if len(candidates.rows) != 1 or candidates.may_be_none or candidates.rows[0]["@presence"] == Presence.POSSIBLE:
            return None
        row = candidates.rows[0]
        return OpenFact(row["@id"], node.param[0] if isinstance(node, Choice) else node.param, row)

    def _variable(self, fact: OpenFact, kind: str) -> Variable:
        key = (id(fact.row), fact.name)
        if key not in self._variables:
            self._variables[key] = Variable(fact, kind)
        return self._variables[key]

    def _free(self, rows: Rows, key: Any, reason: str = "") -> Formula:
        """A condition of its own; in a row that is not recorded it is whatever that row makes of it."""
        if any(row["@presence"] == Presence.POSSIBLE for row in rows.values()):
            return OWN
        if key not in self._variables:
            self._variables[key] = Variable(None, reason=reason)
        return ("is", self._variables[key], True)

    def _of_its_own(self, node: Expr, rows: Rows, *more: Any) -> Formula:
        """A condition on a row that is not certain, or on several facts at once."""
        bound = {name: rows[name] for name in node.binds}
        return self._free(bound, (node.id, *map(id, bound.values()), *more))

    # --- lists --------------------------------------------------------------------------------------------------------

    def _reaching(self, node: Expr, least: int, rows: Rows) -> Formula:
        """That so many rows or more pass."""
        passing: list[Formula] = []
        further: list[Formula] = []
        for row, inner in self.valuation.elements(node, rows):
            passes = self.formula(node.args[1], inner)
            if row["@presence"] == Presence.POSSIBLE:
                could = at_best(passes, True)
                any_will_do = least == 1 and at_best(passes, False) == could
                further.append(both((self._another(node, least, rows, any_will_do), could)))
            elif least > 1 and row["@presence"] == Presence.MENTION:  # it may be one of the others
                passing.append(both((passes, self._free(rows, ("distinct", id(row))))))
            else:
                passing.append(passes)
        return either([either(passing) if least == 1 else counted(least, passing), *further])

    def _another(self, node: Expr, least: int, rows: Rows, any_will_do: bool) -> Formula:
        """That a list has a further row, not in the file, that passes (or, if more are needed, enough of them).

        It is an open fact of the row that holds the list.
        """
        holders = self.valuation.candidates(node.args[0].args[0], rows).rows
        if len(holders) != 1 or holders[0]["@presence"] == Presence.POSSIBLE:
            return self._of_its_own(node, rows, least)
        open_list = self._variable(OpenFact(holders[0]["@id"], node.args[0].param, holders[0], lists=True), "truth")
        if any_will_do:
            return ("is", open_list, True)
        key = (id(open_list), node.id, least, *[id(rows[name]) for name in node.binds])
        if key not in self._variables:
            self._variables[key] = Variable(None, row_of=open_list, is_enough=least > 1)
        return both((("is", open_list, True), ("is", self._variables[key], True)))

    # --- words and branches -------------------------------------------------------------------------------------------

    def _among(self, choice: Expr, mask: int, rows: Rows) -> Formula:
        """That a choice is within a mask."""
        known = within(self.valuation.value(choice, rows), mask)
        if known is not None:
            return known
        if choice.op == "rule":
            return self._among(choice.args[0], mask, rows)
        if choice.op == "choose":
            return self._chosen(choice, rows, lambda branch: self._among(branch, mask, rows))
        fact = self._fact(choice, rows)
        return ("is", self._variable(fact, "words"), mask) if fact else self._of_its_own(choice, rows, mask)

    def _chosen(self, node: Expr, rows: Rows, made: Callable[[Expr], Formula]) -> Formula:
        """What ``made`` makes of the branch that is taken."""
        param = node.param[0] if isinstance(node, Choice) else node.param
        selector, branches = node.args[0], node.args[1:]
        if param[0] == "if":
            return nested([self.formula(selector, rows)], [made(b) for b in branches])
        allowed = list(do.possible_branches(self.valuation.value(selector, rows), param, len(branches)))
        if param[0] == "unsettled":
            tests = [self._free(rows, (node.id, i, *map(id, rows.values())), param[1]) for i in allowed[:-1]]
        elif param[0] == "date":
            tests = self._before_the_next(selector, param[1], allowed, rows)
        else:
            tests = [self._among(selector, param[1][i], rows) for i in allowed[:-1]]
        return nested(tests, [made(branches[i]) for i in allowed])

    def _before_the_next(self, on: Expr, versions: Any, allowed: list[int], rows: Rows) -> list[Formula]:
        """For each version but the last, that the day is before the next one begins."""
        starts, side = do.starts_of(versions), self._side(on, (), rows)
        return [self._not_past(side, _fixed(starts[i] - 1), rows) for i in allowed[:-1]]

    # --- comparisons --------------------------------------------------------------------------------------------------

    def _side(self, node: Expr, moves: Moves, rows: Rows) -> Side:
        while node.op in ("rule", "add", "open_day", "end_of_day", "add_minutes"):
            if node.op != "rule":
                moves = (do.day_function(node.op, node.param), *moves)
            node = node.args[0]
        first, last = self.valuation.value(node, rows)
        return Side(node, moves, (moved(first, moves), moved(last, moves)))

    def _not_past(self, one: Side, other: Side, rows: Rows) -> Formula:
        """That one value is not past another."""
        if one.span[1] <= other.span[0]:
            return True
        if one.span[0] > other.span[1]:
            return False
        key = (*self._key(one, rows), "past", *self._key(other, rows))
        if key not in self._done:
            found = self._carried_down(one, other, True, rows)
            found = self._carried_down(other, one, False, rows) if found is None else found
            self._done[key] = self._of_facts(one, other, rows) if found is None else found
        return self._done[key]

    def _key(self, side: Side, rows: Rows) -> tuple[Any, ...]:
        """What tells a side of a comparison from any other."""
        node = side.node
        if node is None:
            return side.span
        asked_of = map(id, rows.values()) if self._is_judged(node) else [id(rows[name]) for name in node.binds]
        return (node.id, *asked_of, *map(id, side.moves))

    def _carried_down(self, mine: Side, other: Side, is_first: bool, rows: Rows) -> Formula | None:
        """The comparison of what a side is made of; None for a fact, and for what cannot be taken apart.

        ``is_first`` says that mine is to be not past the other; else it is the other that is not past mine.
        """

        def compared(node: Expr, moves: Moves = mine.moves) -> Formula:
            side = self._side(node, moves, rows)
            return self._not_past(side, other, rows) if is_first else self._not_past(other, side, rows)

        node = mine.node
        if node is None:
            return None
        match node.op:
            case "choose":
                limit = other.span[0] - (not is_first) if other.span[0] == other.span[1] else None
                return (
                    compared(node.args[1])
                    if self._agree(node, mine, limit, rows)
                    else self._chosen(node, rows, compared)
                )
            case "later" | "earlier":
                return (both if is_first is (node.op == "later") else either)(map(compared, node.args))
            case "add_version":
                return self._by_version(node, mine.moves, is_first, rows, compared)
            case "count" | "days_between" if other.span[0] == other.span[1] and not mine.moves:
                most = other.span[0] if is_first else other.span[0] - 1
                found = self._at_most(node, most, rows)
                return found if is_first or found is None else negated(found)
        return None

    def _agree(self, node: Expr, mine: Side, limit: int | None, rows: Rows) -> bool:
        """Whether readings on which the law divides move one day, and no otherwise past a limit."""
        if node.param[0] != "unsettled" or limit is None:
            return False
        sides = [self._side(reading, mine.moves, rows) for reading in node.args[1:]]
        base = sides[0].node
        if base is None or any(side.node is not base for side in sides):
            return False
        low, high = self.valuation.value(base, rows)
        return len({last_within(side.moves, low, high, limit) for side in sides}) == 1

    def _by_version(
        self, node: Expr, moves: Moves, is_first: bool, rows: Rows, compared: Callable[[Expr, Moves], Formula]
    ) -> Formula:
        """A comparison of a day moved by the version that governs."""
        (versions, periods), (base, on) = node.param, node.args
        allowed = list(do.possible_branches(self.valuation.value(on, rows), ("date", versions), len(versions)))
        made = []
        for i in allowed:
            if periods[i] == UNCONFIRMED:  # it ends no earlier than it begins
                unsure = self._of_its_own(node, rows, "unconfirmed")
                made.append((both if is_first else either)((compared(base, moves), unsure)))
            else:
                made.append(compared(base, (do.day_function("add", periods[i].steps), *moves)))
        return nested(self._before_the_next(on, versions, allowed, rows), made)

    def _at_most(self, node: Expr, most: int, rows: Rows) -> Formula | None:
        """That a count, or the days between two days, are at most so many; None where neither day need ever come."""
        if node.op == "count":
            return negated(self._reaching(node, most + 1, rows)) if most >= 0 else False
        spans = [self.valuation.value(a, rows) for a in node.args]
        if not all(_is_ordinary(day) and _is_ordinary(day + most) for span in spans for day in span):
            return None
        earlier, later = (self._side(a, moves, rows) for a, moves in zip(node.args, (_plus(most), ()), strict=True))
        return self._not_past(later, earlier, rows)

    def _of_facts(self, one: Side, other: Side, rows: Rows) -> Formula:
        """A comparison of two sides that cannot be taken apart."""
        first, second = (self._open_fact(side, rows) for side in (one, other))
        if first and second and first.row is second.row and first.name == second.name:
            return self._with_itself(first, one, other)
        if first and second:
            return self._of_two(first, one, second, other)
        if second and one.span[0] == one.span[1]:
            return negated(self._up_to(second, other, one.span[0] - 1))
        if first and other.span[0] == other.span[1]:
            return self._up_to(first, one, other.span[0])
        nodes = [side.node for side in (one, other) if side.node is not None]
        bound = {name: rows[name] for node in nodes for name in node.binds}
        moves = (*map(id, one.moves), "past", *map(id, other.moves))
        free = self._free(bound, (*[n.id for n in nodes], *map(id, bound.values()), *moves))
        # a side that is open for no fact's sake may lie anywhere between its ends: the fact decides beyond them
        if first:
            return either(
                (self._up_to(first, one, other.span[0]), both((self._up_to(first, one, other.span[1]), free)))
            )
        if second:
            sure, perhaps = (negated(self._up_to(second, other, end - 1)) for end in (one.span[1], one.span[0]))
            return either((sure, both((perhaps, free))))
        return free

    def _open_fact(self, side: Side, rows: Rows) -> OpenFact | None:
        return self._fact(side.node, rows) if side.node is not None and side.span[0] < side.span[1] else None

    def _up_to(self, fact: OpenFact, side: Side, limit: int) -> Formula:
        """That a fact, moved, is not past a fixed value."""
        if side.span[1] <= limit:
            return True
        if side.span[0] > limit:
            return False
        low, high = fact.row[fact.name]
        return ("is", self._variable(fact, _kind(side)), last_within(side.moves, low, high, limit))

    def _of_two(self, first: OpenFact, one: Side, second: OpenFact, other: Side) -> Formula:
        mine, others = self._variable(first, _kind(one)), self._variable(second, _kind(other))
        key = ("order", id(mine), _course(first, one.moves), "past", id(others), _course(second, other.moves))
        if key not in self._done:
            self._done[key] = ("order", Order(mine, one.moves, others, other.moves, Variable(None)))
        return self._done[key]

    def _with_itself(self, fact: OpenFact, one: Side, other: Side) -> Formula:
        """A comparison of a fact with itself, otherwise moved: tried day by day."""
        low, high = fact.row[fact.name]
        if high - low > DAY_BY_DAY:
            return self._free(
                {}, ("itself", id(fact.row), fact.name, *map(id, one.moves), "past", *map(id, other.moves))
            )
        truths = [moved(n, one.moves) <= moved(n, other.moves) for n in range(low, high + 1)]
        edges = [low + i for i in range(len(truths) - 1) if truths[i] is not truths[i + 1]]
        tests = [("is", self._variable(fact, _kind(one)), edge) for edge in edges]
        return nested(tests, [truths[edge - low] for edge in edges] + [truths[-1]])


def _fixed(value: int) -> Side:
    return Side(None, (), (value, value))


def _is_ordinary(day: int) -> bool:
    """Whether a day is neither of those that stay where they are."""
    return ANY_DAY[0] < day < ANY_DAY[1]


def _plus(days: int) -> Moves:
    return (do.day_function("add", (("days", days),)),)


def _kind(side: Side) -> str:
    """What a fact on a side is: a day moved to a moment is a day."""
    return {"day": "days", "number": "numbers", "moment": "moments"}[cast(Expr, side.node).kind]


def moved(value: int, moves: Moves) -> int:
    """A value after all moves."""
    for move in moves:
        value = move[value]
    return value


def _course(fact: OpenFact, moves: Moves) -> tuple[int, ...]:
    """What tells moves of a fact from others: where they carry each of its values, so that those that do the same are the same."""
    low, high = fact.row[fact.name]
    return tuple(moved(n, moves) for n in range(low, high + 1)) if high - low <= DAY_BY_DAY else tuple(map(id, moves))


def last_within(moves: Moves, low: int, high: int, limit: int) -> int:
    """The last value in [low, high] that monotone moves do not carry past ``limit``; low - 1 if there is none."""
    low -= 1
    while low < high:
        middle = (low + high + 1) // 2
        if moved(middle, moves) <= limit:
            low = middle
        else:
            high = middle - 1
    return low


# --- formulas -----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """What a formula asks: of each variable the tests it is put to, the comparisons of two facts, and what the law leaves open."""

    tests: dict[Variable, set[Any]]
    orders: tuple[Order, ...]
    reasons: tuple[str, ...]


def asked_by(formula: Formula) -> Asked:
    """Everything that is open in a formula."""
    tests: dict[Variable, set[Any]] = {}
    orders: dict[Order, None] = {}
    seen: set[int] = set()
    stack = [formula]
    while stack:
        part = stack.pop()
        if isinstance(part, bool) or id(part) in seen:
            continue
        seen.add(id(part))
        op, *rest = part
        if op == "is":
            variable, test = rest
            tests.setdefault(variable, set()).add(test)
            if variable.row_of:
                tests.setdefault(variable.row_of, set()).add(variable)
        elif op == "order":
            orders[rest[0]] = None
            for variable in (rest[0].one, rest[0].other, rest[0].free):
                tests.setdefault(variable, set())
        else:
            stack += reversed([p for p in rest if isinstance(p, tuple)])
    reasons = dict.fromkeys(variable.reason for variable in tests if variable.reason)
    return Asked(tests, tuple(orders), tuple(reasons))


def both(parts: Iterable[Formula]) -> Formula:
    """That all parts hold."""
    return _joined("and", parts, ends=False)


def either(parts: Iterable[Formula]) -> Formula:
    """That some part holds."""
    return _joined("or", parts, ends=True)


def _joined(op: str, parts: Iterable[Formula], ends: bool) -> Formula:
    """Parts joined by an operation that the truth ``ends`` settles and the other one adds nothing to."""
    found = []
    for part in parts:
        if part is ends:
            return ends
        if part is not (not ends):
            found.append(part)
    return not ends if not found else found[0] if len(found) == 1 else (op, *found)


def negated(part: Formula) -> Formula:
    """That a part does not hold."""
    if isinstance(part, bool):
        return not part
    return part[1] if part[0] == "not" else ("not", part)


def counted(least: int, parts: Sequence[Formula]) -> Formula:
    """That so many of the parts hold."""
    possible = [p for p in parts if p is not False]
    return ("count", least, *possible) if len(possible) >= least else False


def nested(tests: Sequence[Formula], made: Sequence[Formula]) -> Formula:
    """The first of ``made`` whose test holds; the last one where none does."""
    result = made[-1]
    for test, then in zip(reversed(tests), reversed(made[:-1]), strict=True):
        result = chosen(test, then, result)
    return result


def chosen(test: Formula, then: Formula, otherwise: Formula) -> Formula:
    """``then`` where the test holds, else ``otherwise``."""
    if isinstance(test, bool) or then == otherwise:
        return then if test else otherwise
    if isinstance(then, bool):
        return either((test, otherwise)) if then else both((negated(test), otherwise))
    if isinstance(otherwise, bool):
        return either((negated(test), then)) if otherwise else both((test, then))
    return ("choose", test, then, otherwise)


def at_best(formula: Formula, holds: bool) -> Formula:
    """The formula where a row that is not recorded is all it can be for it to hold (or not to)."""
    if isinstance(formula, bool) or formula[0] in ("is", "order"):
        return formula
    if formula == OWN:
        return holds
    op, *parts = formula
    if op == "not":
        return negated(at_best(parts[0], not holds))
    if op == "choose":
        may, must = at_best(parts[0], True), at_best(parts[0], False)
        then, otherwise = (at_best(p, holds) for p in parts[1:])
        if holds:
            return either((both((may, then)), both((negated(must), otherwise))))
        return both((either((negated(may), then)), either((must, otherwise))))
    if op == "count":
        return counted(parts[0], [at_best(p, holds) for p in parts[1:]])
    return (both if op == "and" else either)(at_best(p, holds) for p in parts)
