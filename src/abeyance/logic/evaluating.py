"""One case, one question, read straight off the expression: every value on the way is kept, for reasons and for what
would decide it.  ``python`` answers the same faster."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from abeyance.logic import operations as do
from abeyance.logic.expressions import Bool, Choice, Expr, Quantifier
from abeyance.logic.operations import Candidates, Row
from abeyance.logic.values import Presence, Span, Truth, meet, not_after, within

Rows = Mapping[str, Row]
K = TypeVar("K")


def whole(node: Expr) -> Any:
    """The value that says nothing, of the node's kind."""
    return (1 << len(node.codes)) - 1 if isinstance(node, Choice) else do.NOTHING_KNOWN[node.kind]


def negation(value: Truth) -> Truth:
    """Kleene's not."""
    return None if value is None else not value


def conjunction(values: Sequence[Truth]) -> Truth:
    """Kleene's and."""
    return False if False in values else None if None in values else True


class Valuation:
    """The values of expressions on one case.

    ``case`` is the root row, ``on`` the day asked about (ordinal), ``subject`` the row asked about (the case, if none).
    ``rows`` in the methods binds the rows of enclosing quantifiers.
    """

    def __init__(self, case: Row, on: int, subject: Row | None = None) -> None:
        self.on = on
        self.ground: Rows = {"case": case, "subject": case if subject is None else subject}
        self._known: dict[tuple[int, ...], Any] = {}  # on this day
        self._timeless: dict[tuple[int, ...], Any] = {}  # on every day
        self._kept: dict[Any, Any] = {}

    def about(self, subject: Row) -> "Valuation":
        """The same case and day, asked about another row; what was computed for one is not computed again."""
        other = self.on_day(self.on)
        other.ground = {**self.ground, "subject": subject}
        other._known, other._kept = self._known, self._kept
        return other

    def kept(self, maker: Callable[["Valuation"], K]) -> K:
        """What ``maker`` makes of this case on this day, made once; whatever row is asked about."""
        if maker not in self._kept:
            self._kept[maker] = maker(self)
        return cast(K, self._kept[maker])

    def on_day(self, on: int) -> "Valuation":
        """The same case and row, asked on another day (an ordinal); what hangs on no day is not computed again."""
        other = Valuation(self.ground["case"], on, self.ground["subject"])
        other._timeless = self._timeless
        return other

    def value(self, node: Expr, rows: Rows | None = None) -> Any:
        """The value of ``node``; see ``values`` for what it looks like."""
        rows = self.ground if rows is None else rows
        key = (node.id, *[id(rows[name]) for name in node.binds])
        known = self._timeless if node.timeless else self._known
        if key not in known:
            known[key] = self._compute(node, rows)
        return known[key]

    def computed(self, node: Expr) -> list[Any]:
        """The values of ``node`` that were computed so far, in whatever rows."""
        return [value for key, value in (self._known | self._timeless).items() if key[0] == node.id]

    def elements(self, node: Expr, rows: Rows | None = None) -> Iterator[tuple[Row, Rows]]:
        """The rows a quantifier ranges over, each with the bindings under which its body is read."""
        rows = self.ground if rows is None else rows
        name = cast(Quantifier, node.param).binding.name
        for row in self.list_value(node, rows):
            yield row, {**rows, name: row}

    def list_value(self, quantifier: Expr, rows: Rows) -> Sequence[Row]:
        """The list a quantifier ranges over."""
        holder, name = quantifier.args[0].args[0], quantifier.args[0].param
        entity = cast(Quantifier, quantifier.param).binding.entity
        return do.list_of(entity, self.candidates(holder, rows), name)

    def candidates(self, node: Expr, rows: Rows | None = None) -> Candidates:
        """The rows a row expression may be."""
        rows = self.ground if rows is None else rows
        return cast(Candidates, self.value(node, rows))

    def _compute(self, node: Expr, rows: Rows) -> Any:
        op, param = node.op, node.param
        if isinstance(node, Choice):
            param = param[0]
        match op:
            case "const":
                return param if isinstance(node, Bool) else (param, param)
            case "on":
                return (self.on, self.on)
            case "row":
                return Candidates((rows[param.name],), False)
            case "field":
                return do.field_of(node.kind, whole(node), self.candidates(node.args[0], rows), param)
            case "ref":
                return do.follow(self.candidates(node.args[0], rows), param)
            case "select":
                entries = [
                    (row, self.value(node.args[2], inner), self.value(node.args[1], inner))
                    for row, inner in self.elements(node, rows)
                ]
                return do.select(entries, param.end)
            case "at_least" | "count":
                number = self._tally(node, rows)
                return number if op == "count" else do.reaches(number, param.least)
            case "open":
                return None
            case "and" | "or":
                return self._junction(node, rows, ends=op == "or")
            case "choose":
                selector = self.value(node.args[0], rows)
                allowed = do.possible_branches(selector, param, len(node.args) - 1)
                return do.join(node.kind, [self.value(node.args[1 + i], rows) for i in allowed])
        return self._apply(node, op, param, [self.value(a, rows) for a in node.args])

    def _junction(self, node: Expr, rows: Rows, ends: bool) -> Truth:
        """Kleene's and, which a no ``ends``, or his or, which a yes does; what stands after that is not computed."""
        result: Truth = not ends
        for part in node.args:
            value: Truth = self.value(part, rows)
            if value is ends:
                return ends
            if value is None:
                result = None
        return result

    def _tally(self, node: Expr, rows: Rows) -> Span:
        return do.tally(
            [(row["@presence"], self.value(node.args[1], inner)) for row, inner in self.elements(node, rows)]
        )

    def _apply(self, node: Expr, op: str, param: Any, values: list[Any]) -> Any:
        match op:
            case "not":
                return negation(values[0])
            case "le":
                return not_after(values[0], values[1])
            case "is_in":
                return within(values[0], param)
            case "same":
                return do.same(values[0], values[1])
            case "add" | "open_day" | "end_of_day":
                move = do.day_function(op, param)
                return (move[values[0][0]], move[values[0][1]])
            case "add_version":
                versions, periods = param
                together = node.args[0] is node.args[1]
                return do.add_version(values[0], values[1], versions, periods, together)
            case "add_minutes":
                return do.add_minutes(values[0], param)
            case "days_between":
                return do.days_between(values[0], values[1])
            case "meet":
                return meet(values[0], values[1])
            case "later":
                return (max(first for first, _ in values), max(last for _, last in values))
            case "earlier":
                return (min(first for first, _ in values), min(last for _, last in values))
            case "same_row":
                return do.same_row(values[0], values[1])
            case "found":
                return do.is_found(values[0])
            case "rule":
                return values[0]
        raise AssertionError(f"no meaning for the operation {op}")


def is_sure(row: Row) -> bool:
    """Whether a row stands for something recorded, rather than for what may be missing from the list."""
    return bool(row["@presence"] != Presence.POSSIBLE)
