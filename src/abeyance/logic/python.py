"""Generated Python: many rules on one case in microseconds, with the same answers as ``evaluating``.

The rules become one straight-line function.  A span is two local variables, so an exact day costs no tuple; a
quantifier is a loop, and what does not hang on its row is computed before it.
"""

from collections.abc import Callable, Mapping
from typing import Any, cast

from abeyance.logic import operations as do
from abeyance.logic.expressions import Bool, Choice, Expr, Quantifier, RowExpr
from abeyance.logic.operations import Row
from abeyance.logic.values import ANY_NUMBER, Presence, hull, meet

Answer = Any


class Program:
    """Rules compiled together.  ``run(case, on, subject)`` answers them all, by name."""

    def __init__(self, rules: Mapping[str, Expr]) -> None:
        writer = _Writer()
        results = [writer.result(rule) for rule in rules.values()]
        self.source = writer.text(results)
        namespace: dict[str, Any] = writer.constants
        exec(compile(self.source, "<rules>", "exec"), namespace)  # our own text, never a user's
        self.names = tuple(rules)
        self.answers: Callable[[Row, int, Row], tuple[Answer, ...]] = namespace["answers"]

    def run(self, case: Row, on: int, subject: Row | None = None) -> dict[str, Answer]:
        """Every rule's value on ``case``, asked on the day ``on`` (ordinal) about ``subject`` (the case, if none)."""
        return dict(zip(self.names, self.answers(case, on, case if subject is None else subject), strict=True))


def compile_rules(rules: Mapping[str, Expr]) -> Program:
    """The rules as one Program; equal parts of them are computed once."""
    return Program(rules)


class _Scope:
    """The lines of one loop body (or of the function), and which nodes they have computed."""

    def __init__(self, name: str, indent: str) -> None:
        self.name, self.indent = name, indent
        self.lines: list[str] = []
        self.done: set[int] = set()

    def add(self, *lines: str) -> None:
        self.lines += [self.indent + line for line in lines]


class _Writer:
    def __init__(self) -> None:
        self.constants: dict[str, Any] = {"do": do, "meet": meet, "hull": hull}
        self.chain = [_Scope("", "    ")]

    def text(self, results: list[str]) -> str:
        """The function's text."""
        returned = "".join(f"{r}, " for r in results)
        return "\n".join(["def answers(case, on, subject):", *self.chain[0].lines, f"    return ({returned})", ""])

    def result(self, node: Expr) -> str:
        """Write the node; return the Python expression of its value."""
        self.write(node)
        return self.whole(node)

    def constant(self, value: object) -> str:
        name = f"k{len(self.constants)}"
        self.constants[name] = value
        return name

    def whole(self, node: Expr) -> str:
        if is_span(node):
            first, last = self.ends(node)
            return f"({first}, {last})"
        return self.name(node)

    def name(self, node: Expr) -> str:
        if node.op == "row":
            return cast(str, node.param.name)
        if node.op == "const":
            return repr(node.param)
        if node.op == "rule":
            return self.name(node.args[0])
        return f"v{node.id}"

    def ends(self, node: Expr) -> tuple[str, str]:
        if node.op == "rule":
            return self.ends(node.args[0])
        if node.op == "const":
            return repr(node.param), repr(node.param)
        if node.op == "on":
            return "on", "on"
        return f"a{node.id}", f"b{node.id}"

    def write(self, node: Expr) -> None:
        """Write the node's lines where all it hangs on is bound, and no deeper."""
        if node.op in ("row", "const", "on"):
            return
        depth = max((i for i, scope in enumerate(self.chain) if scope.name in node.free), default=0)
        deeper, self.chain = self.chain, self.chain[: depth + 1]
        scope = self.chain[-1]
        if node.id not in scope.done:
            scope.done.add(node.id)
            if node.op in ("at_least", "count", "select"):
                self._loop(node)
            else:
                for arg in node.args:
                    self.write(arg)
                scope.add(*self._lines(node))
        self.chain = deeper

    # --- one node ---------------------------------------------------------------------------------------------------

    def _lines(self, node: Expr) -> list[str]:
        if node.op == "rule":
            return []
        if is_span(node):
            first, last = self.ends(node)
            return [line.replace("=:", f"{first}, {last} =") for line in self._span_lines(node)]
        return [f"{self.name(node)} = {self._value(node)}"]

    def _span_lines(self, node: Expr) -> list[str]:
        op, param = node.op, node.param
        if op in ("add", "open_day", "end_of_day"):
            table = self.constant(do.day_function(op, param))
            first, last = self.ends(node.args[0])
            return [f"=: {table}[{first}], {table}[{last}]"]
        if op in ("later", "earlier"):
            firsts, lasts = zip(*map(self.ends, node.args), strict=True)
            pick = "max" if op == "later" else "min"
            return [f"=: {pick}({', '.join(firsts)}), {pick}({', '.join(lasts)})"]
        return [f"=: {self._value(node)}"]

    def _value(self, node: Expr) -> str:
        op = node.op
        param = node.param[0] if isinstance(node, Choice) else node.param
        args = [self.whole(a) for a in node.args]
        match op:
            case "field":
                return self._field(node, param)
            case "ref":
                return f"do.follow({self._candidates(node.args[0])}, {param!r})"
            case "same_row":
                return f"do.same_row({self._candidates(node.args[0])}, {self._candidates(node.args[1])})"
            case "found":
                return f"do.is_found({args[0]})"
            case "open":
                return "None"
            case "and":
                return f"False if {_some(args, 'is False')} else None if {_some(args, 'is None')} else True"
            case "or":
                return f"True if {' or '.join(args)} else None if {_some(args, 'is None')} else False"
            case "not":
                return f"None if {args[0]} is None else not {args[0]}"
            case "le":
                (first, last), (other_first, other_last) = self.ends(node.args[0]), self.ends(node.args[1])
                return f"True if {last} <= {other_first} else False if {first} > {other_last} else None"
            case "is_in":
                return f"False if not {args[0]} & {param} else True if not {args[0]} & {~param} else None"
            case "same":
                return f"do.same({args[0]}, {args[1]})"
            case "add_version":
                return f"do.add_version({args[0]}, {args[1]}, *{self.constant(param)}, {node.args[0] is node.args[1]})"
            case "add_minutes" | "days_between" | "meet":
                call = "meet" if op == "meet" else f"do.{op}"
                return f"{call}({', '.join([*args, *([repr(param)] if param is not None else [])])})"
            case "choose":
                return self._choose(node, param, args)
        raise AssertionError(f"no Python for the operation {op}")

    def _choose(self, node: Expr, param: tuple[Any, ...], args: list[str]) -> str:
        branches, kind = args[1:], repr(node.kind)
        if param[0] == "if":
            then, otherwise = branches
            return (
                f"do.join({kind}, ({then}, {otherwise})) if {args[0]} is None else {then} if {args[0]} else {otherwise}"
            )
        if param[0] == "unsettled":
            return f"do.join({kind}, ({', '.join(branches)},))"
        allowed = f"do.possible_branches({args[0]}, {self.constant(param)}, {len(branches)})"
        joined = f"do.join({kind}, [({', '.join(branches)},)[i] for i in {allowed}])"
        if param[0] == "date":
            first, last = self.ends(node.args[0])
            starts = do.starts_of(param[1])
            text = joined
            for i, branch in reversed(list(enumerate(branches))):
                after = f"{first} >= {starts[i - 1]}" if i else ""
                before = f"{last} < {starts[i]}" if i < len(starts) else ""
                text = f"{branch} if {' and '.join(filter(None, (after, before))) or 'True'} else {text}"
            return text
        return joined

    def _field(self, node: Expr, name: str) -> str:
        holder = node.args[0]
        if holder.op == "row":
            return f"{holder.param.name}[{name!r}]"
        whole = (1 << len(node.codes)) - 1 if isinstance(node, Choice) else do.NOTHING_KNOWN[node.kind]
        return f"do.field_of({node.kind!r}, {whole!r}, {self.name(holder)}, {name!r})"

    def _candidates(self, holder: Expr) -> str:
        return f"do.Candidates(({self.name(holder)},), False)" if holder.op == "row" else self.name(holder)

    # --- loops ------------------------------------------------------------------------------------------------------

    def _loop(self, node: Expr) -> None:
        outer, number, quantifier = self.chain[-1], node.id, cast(Quantifier, node.param)
        holder, field = node.args[0].args[0], node.args[0].param
        self.write(holder)
        inner = _Scope(quantifier.binding.name, outer.indent + "    ")
        self.chain = [*self.chain, inner]
        for body in node.args[1:]:
            self.write(body)
        test = self.name(node.args[-1])
        self.chain = self.chain[:-1]
        row = inner.name
        if isinstance(holder, RowExpr) and holder.op == "row":
            rows = f"{holder.param.name}[{field!r}]"
        else:
            rows = f"do.list_of({self.constant(quantifier.binding.entity)}, {self.name(holder)}, {field!r})"
        if node.op == "select":
            key = self.whole(node.args[1])
            outer.add(f"l{number} = []", f"for {row} in {rows}:", *_bare(inner, outer))
            outer.add(f"    l{number}.append(({row}, {test}, {key}))")
            outer.add(f"{self.name(node)} = do.select(l{number}, {quantifier.end!r})")
            return
        sure, possible = f"s{number}", f"p{number}"
        outer.add(f"{sure} = {possible} = m{number} = 0", f"for {row} in {rows}:", *_bare(inner, outer))
        stop = quantifier.least if node.op == "at_least" else 0
        outer.add(
            f"    if {test} is not False:",
            f"        presence = {row}['@presence']",
            f"        if presence == {Presence.POSSIBLE}: {possible} = {ANY_NUMBER[1]}",
            f"        elif {test} is None: {possible} += 1",
            f"        elif presence == {Presence.SURE}:",
            f"            {sure} += 1",
            *([f"            if {sure} >= {stop}: break"] if stop else []),
            f"        else: m{number} += 1",
            f"{possible} += {sure} + m{number}",
            f"if m{number} and not {sure}: {sure} = 1",
        )
        if stop:
            outer.add(f"{self.name(node)} = True if {sure} >= {stop} else None if {possible} >= {stop} else False")
        else:
            first, last = self.ends(node)
            outer.add(f"{first} = {sure}", f"{last} = min({possible}, {ANY_NUMBER[1]})")


def is_span(node: Expr) -> bool:
    """Whether the node's value is a (first, last) pair."""
    return not isinstance(node, (Bool, Choice, RowExpr)) and node.kind != "list"


def _some(args: list[str], test: str) -> str:
    return " or ".join(f"{a} {test}" for a in args)


def _bare(inner: _Scope, outer: _Scope) -> list[str]:
    return [line.removeprefix(outer.indent) for line in inner.lines]
