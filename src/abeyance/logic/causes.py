"""Why an answer is unknown (SEMANTICS 22): the causes met on the way to it.  ``columns`` says the same in SQL."""

from typing import Any, cast

from abeyance.logic import operations as do
from abeyance.logic.evaluating import Rows, Valuation
from abeyance.logic.expressions import UNCONFIRMED, Choice, Expr
from abeyance.logic.operations import Row
from abeyance.logic.values import Cause, Presence

NONE = Cause(0)


def causes(valuation: Valuation, node: Expr) -> Cause:
    """The causes for which ``node`` is not known; none where it is."""
    return valuation.kept(_Causes).of(node, valuation.ground)


class _Causes:
    def __init__(self, valuation: Valuation) -> None:
        self.valuation = valuation
        self.found: dict[tuple[int, ...], Cause] = {}

    def of(self, node: Expr, rows: Rows) -> Cause:
        """The causes for which a node is not known in these rows."""
        key = (node.id, *[id(rows[name]) for name in node.binds])
        if key not in self.found:
            settled = node.kind != "row" and is_settled(node, self.valuation.value(node, rows))
            self.found[key] = NONE if settled else self._of_open(node, rows)
        return self.found[key]

    def _of_open(self, node: Expr, rows: Rows) -> Cause:
        param = node.param[0] if isinstance(node, Choice) else node.param
        match node.op:
            case "field":
                return self._of_fact(node, param, rows)
            case "open":
                return cast(Cause, param[0])
            case "row":
                return NONE
            case "ref":
                return self._of_reference(node, rows)
            case "select":
                return Cause.MISSING
            case "at_least" | "count":
                return self._of_list(node, rows)
            case "choose":
                return self._of_choice(node, param, rows)
        found = self._together(node.args, rows)
        if node.op == "add_version":
            allowed = do.possible_branches(self.valuation.value(node.args[1], rows), ("date", param[0]), len(param[1]))
            found |= Cause.NOT_ENCODED if any(param[1][i] == UNCONFIRMED for i in allowed) else NONE
        return found or Cause.MISSING

    def _together(self, nodes: Any, rows: Rows) -> Cause:
        found = NONE
        for node in nodes:
            found |= self.of(node, rows)
        return found

    def _of_fact(self, node: Expr, name: str, rows: Rows) -> Cause:
        candidates = self.valuation.candidates(node.args[0], rows)
        found = self.of(node.args[0], rows)
        for row in candidates.rows:
            found |= NONE if is_settled(node, row[name]) else missing_or_conflict(row, name)
        return found or Cause.MISSING

    def _of_reference(self, node: Expr, rows: Rows) -> Cause:
        holders = self.valuation.candidates(node.args[0], rows)
        found = self.of(node.args[0], rows)
        for row in holders.rows:
            found |= NONE if len(row[node.param]) == 1 else missing_or_conflict(row, node.param)
        return found

    def _of_list(self, node: Expr, rows: Rows) -> Cause:
        found = NONE
        for row, inner in self.valuation.elements(node, rows):
            if row["@presence"] != Presence.POSSIBLE:
                found |= self.of(node.args[1], inner)
            elif self.valuation.value(node.args[1], inner) is not False:
                holder = self.valuation.candidates(node.args[0].args[0], rows).rows[:1]
                found |= missing_or_conflict(holder[0], node.args[0].param) if holder else Cause.MISSING
        return found or Cause.MISSING

    def _of_choice(self, node: Expr, param: tuple[Any, ...], rows: Rows) -> Cause:
        if param[0] == "unsettled":
            readings = node.args[1:]
            if len({self.valuation.value(reading, rows) for reading in readings}) == 1:
                return self._together(readings, rows)
            return Cause.UNSETTLED | self._together(readings, rows)
        selector = node.args[0]
        allowed = do.possible_branches(self.valuation.value(selector, rows), param, len(node.args) - 1)
        branches = [node.args[1 + i] for i in allowed]
        return self._together([selector, *branches] if len(branches) > 1 else branches, rows)


def missing_or_conflict(row: Row, name: str) -> Cause:
    """Why a fact of a row is open."""
    return Cause.CONFLICT if name in row.get("@conflicts", ()) else Cause.MISSING


def is_settled(node: Expr, value: Any) -> bool:
    """Whether a value of a node's kind leaves nothing open."""
    if node.kind == "condition":
        return value is not None
    return value & (value - 1) == 0 if isinstance(node, Choice) else bool(value[0] == value[1])
