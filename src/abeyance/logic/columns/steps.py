"""Which parts of an expression are computed once, and in what order.

What is used more than once, and what a list's test uses without hanging on its row, gets a step of its own: of the query (a
CTE), or within a list a step over its rows, which then carry it along:

    WITH s1 AS (SELECT *, <shared> AS v7 FROM s0), ...
    list_transform(list_transform(papers, lambda row0: {r: row0, v9: <shared>}), lambda row0: ... row0.v9 ... row0.r.filed ...)
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import cast

from abeyance.logic.expressions import Expr, Quantifier

QUANTIFIERS = ("at_least", "count", "select")
REPEATS = (
    "add",
    "add_minutes",
    "add_version",
    "choose",
    "days_between",
    "is_in",
    "meet",
    "same",
)  # writes an argument twice


@dataclass(frozen=True)
class Sql:
    """The text of a value.

    ``parts`` are one text for a condition or a choice; for a day, number or moment its first and last, or one where it is known
    or not at all (then NULL, unless ``known``); for rows their places, and whether they may be none.  ``steps`` says of each
    scope, by its depth, how many of its steps must have been taken before the text can stand.
    """

    parts: tuple[str, ...]
    steps: Mapping[int, int] = field(default_factory=dict)
    known: bool = False

    @property
    def text(self) -> str:
        """The only text."""
        [text] = self.parts
        return text


@dataclass
class Scope:
    """The case (depth 0), or the rows of a list within a quantifier.

    ``row`` is what stands before a fact of the row; None for a row of which nothing is known.  ``is_listed`` says that the rows
    are those of a list of the case.  ``levels`` are the steps, names and texts; ``outside`` is what they need of outer scopes.
    """

    key: tuple[int, ...]
    name: str
    row: str | None
    is_listed: bool = True
    levels: list[list[tuple[str, str]]] = field(default_factory=list)
    done: dict[int, Sql] = field(default_factory=dict)
    outside: dict[int, int] = field(default_factory=dict)


@dataclass
class _Use:
    node: Expr
    times: int


class Steps(ABC):
    """Writes expressions, each where what it hangs on is bound.  ``chain`` are the scopes that are open, the case first."""

    def __init__(self, rules: Iterable[Expr]) -> None:
        self.chain = [Scope((), "", "")]
        self.uses: dict[tuple[tuple[int, ...], int], _Use] = {}
        for rule in rules:
            self._count(rule, 1, [((), "")])

    @abstractmethod
    def value(self, node: Expr) -> Sql:
        """The text of a node's value, in the innermost scope."""

    @property
    def levels(self) -> list[list[tuple[str, str]]]:
        """The steps of the query: for each the names and texts of what it computes."""
        return self.chain[0].levels

    def write(self, node: Expr) -> Sql:
        """The text of a node, or the name of the step that computed it."""
        node = bare(node)
        home = max((i for i, scope in enumerate(self.chain) if scope.name in node.free), default=0)
        deeper, self.chain = self.chain, self.chain[: home + 1]
        try:
            scope = self.chain[-1]
            if scope.row is None or not self._takes_steps(scope.key, node):
                return self.value(node)
            if node.id not in scope.done:
                value = self.value(node)
                is_shared = self.uses[scope.key, node.id].times > 1
                scope.done[node.id] = self.step(f"v{node.id}", value) if is_shared else value
            return scope.done[node.id]
        finally:
            self.chain = deeper

    def step(self, name: str, value: Sql) -> Sql:
        """Compute a value in a step of the innermost scope, and give the names it then has."""
        depth, scope = len(self.chain) - 1, self.chain[-1]
        if scope.row is None:
            return value
        level = value.steps.get(depth, 0)
        scope.levels += [[] for _ in range(level + 1 - len(scope.levels))]
        names = [name] if len(value.parts) == 1 else [f"{name}_{i}" for i in range(len(value.parts))]
        scope.levels[level] += zip(names, value.parts, strict=True)
        for outer, steps in value.steps.items():
            if outer < depth:
                scope.outside[outer] = max(steps, scope.outside.get(outer, 0))
        return Sql(tuple(f"{scope.name}.{n}" if depth else n for n in names), {depth: level + 1}, value.known)

    def made(self, parts: str | tuple[str, ...], *of: Sql, known: bool = False) -> Sql:
        """A text made of others: it needs the steps that they need."""
        steps: dict[int, int] = {}
        for value in of:
            for depth, number in value.steps.items():
                if depth < len(self.chain):
                    steps[depth] = max(number, steps.get(depth, 0))
        return Sql((parts,) if isinstance(parts, str) else parts, steps, known)

    def each(self, quantifier: Expr, rows: str, is_listed: bool, final: Callable[..., str]) -> Sql:
        """A list with ``final`` of each of ``rows``: of what stands before its facts, and of the quantifier's bodies."""
        key, name = (*self.chain[-1].key, quantifier.id), row_name(quantifier)
        has_steps = any(k == key and self._takes_steps(k, use.node) for (k, _), use in self.uses.items())
        scope = Scope(key, name, f"{name}.r." if has_steps else f"{name}.", is_listed)
        with self._opened(scope):
            bodies = [self.write(body) for body in quantifier.args[1:]]
        text = f"list_transform({rows}, lambda {name}: struct_pack(r := {name}))" if has_steps else rows
        carried = [f"r := {name}.r"]
        for level in scope.levels:
            packed = ", ".join([*carried, *(f"{made} := {how}" for made, how in level)])
            text = f"list_transform({text}, lambda {name}: struct_pack({packed}))"
            carried += [f"{made} := {name}.{made}" for made, _ in level]
        text = f"list_transform({text}, lambda {name}: {final(scope.row, *bodies)})"
        return self.made(text, Sql((), scope.outside), *bodies)

    def of_nobody(self, quantifier: Expr) -> Sql:
        """The quantifier's test of a row of which nothing is known."""
        with self._opened(Scope((*self.chain[-1].key, quantifier.id), row_name(quantifier), None, False)):
            return self.write(quantifier.args[1])

    @contextmanager
    def _opened(self, scope: Scope) -> Iterator[None]:
        self.chain.append(scope)
        try:
            yield
        finally:
            self.chain.pop()

    def _count(self, node: Expr, times: int, chain: Sequence[tuple[tuple[int, ...], str]]) -> None:
        """Count how often the text of every expression below would be written, scope by scope."""
        node = bare(node)
        home = max((i for i, (_, name) in enumerate(chain) if name in node.free), default=0)
        times = times if home == len(chain) - 1 else 2
        chain = chain[: home + 1]
        use = self.uses.setdefault((chain[-1][0], node.id), _Use(node, 0))
        use.times += times
        if use.times > times:
            return
        inner = list(chain)
        if node.op in QUANTIFIERS:
            self._count(node.args[0].args[0], 1, chain)
            inner.append(((*chain[-1][0], node.id), row_name(node)))
        for arg in node.args[1:] if node.op in QUANTIFIERS else node.args:
            self._count(arg, 2 if node.op in REPEATS else 1, inner)

    def _takes_steps(self, key: tuple[int, ...], node: Expr) -> bool:
        """Whether a node's text is computed in steps, its own or (of a row not certain) of what it needs."""
        if node.op in ("const", "on", "open", "row") or (node.op == "field" and node.args[0].op == "row"):
            return False
        in_steps = node.op in (*QUANTIFIERS, "same_row", "ref") or (node.op == "field" and node.kind == "condition")
        return in_steps or self.uses[key, node.id].times > 1


def bare(node: Expr) -> Expr:
    """The expression that a provision's name stands for."""
    while node.op == "rule":
        node = node.args[0]
    return node


def row_name(quantifier: Expr) -> str:
    """The name of the row a quantifier binds."""
    return cast(Quantifier, quantifier.param).binding.name
