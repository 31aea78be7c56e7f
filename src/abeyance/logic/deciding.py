"""What would decide an unknown answer: which open facts can force it alone, which in pairs (SEMANTICS 27).

Every open condition (an unknown flag, a comparison that hangs on an unknown day, a word that may or may not be in a set)
is one Boolean variable.  The truth table of the answer over all assignments is ONE integer of 2**k bits, so "and" is &.
Assignments no value of a fact allows (before May but not before June) are masked out.  Beyond LIMIT open conditions the
table is not built: what is then reported is still true, but not everything (``cut``).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, cast

from abeyance.logic import operations as do
from abeyance.logic.evaluating import Rows, Valuation, conjunction, negation
from abeyance.logic.expressions import Bool, Choice, Expr
from abeyance.logic.operations import Row
from abeyance.logic.values import Cause, Presence, Truth

LIMIT = 16
Formula = Any  # True, False, ("atom", i), ("not", f), ("and", f...), ("or", f...), ("count", n, f...)


@dataclass(frozen=True)
class OpenFact:
    """A fact that is not known: of which row, under which name.  For a list, whether it has another such row."""

    subject: str
    name: str
    row: Row = field(compare=False, repr=False)
    lists: bool = False


@dataclass(frozen=True)
class Cell:
    """A set of values of one fact that the answer cannot tell apart.

    ``kind`` is "truth", "words" or "days": ``value`` then is a truth value, a bitmask, or a (first, last) span.
    """

    kind: str
    value: Any


@dataclass(frozen=True)
class Forced:
    """If these facts fall in these cells, the answer is ``answer`` whatever else is true."""

    facts: tuple[tuple[OpenFact, Cell], ...]
    answer: bool


@dataclass(frozen=True)
class Decision:
    """What would decide an answer.

    ``alone`` and ``pairs`` say what can force it; ``matters`` lists every open fact whose value can change it;
    ``causes`` are the causes other than facts met on the way; ``settled`` is the answer every completion agrees on, where
    the Kleene value is unknown all the same (SEMANTICS 3).
    """

    alone: tuple[Forced, ...] = ()
    pairs: tuple[Forced, ...] = ()
    matters: tuple[OpenFact, ...] = ()
    causes: Cause = Cause(0)
    reasons: tuple[str, ...] = ()
    settled: Truth = None
    cut: bool = False


def decide(valuation: Valuation, node: Expr) -> Decision:
    """What would decide ``node``, a condition whose value is unknown; an empty Decision if it is known."""
    if valuation.value(node) is not None:
        return Decision()
    reader = _Reader(valuation)
    formula = reader.formula(node, valuation.ground)
    cut = len(reader.atoms) > LIMIT
    table = _Kleene(reader, formula) if cut else _Table(reader, formula)
    groups = reader.groups()
    alone = [
        Forced(((fact, cell),), answer)
        for fact, cells in groups
        for cell, atoms in cells
        if (answer := table.forced([atoms])) is not None
    ]
    matters = [fact for fact, cells in groups if table.matters([atoms for _, atoms in cells])]
    pairs = [] if alone or cut else list(_pairs(groups, table))
    return Decision(
        tuple(f for f in alone if f.facts[0][0] in matters),
        tuple(pairs),
        tuple(dict.fromkeys([*matters, *(f for facts in reader.loose for f in facts)])),
        reader.causes,
        tuple(dict.fromkeys(reader.reasons)),
        table.settled(),
        cut,
    )


Group = tuple[OpenFact, list[tuple[Cell, dict[int, bool]]]]


def _pairs(groups: Sequence[Group], table: "_Table | _Kleene") -> Iterator[Forced]:
    for (one, cells), (other, other_cells) in combinations(groups, 2):
        for cell, atoms in cells:
            for other_cell, other_atoms in other_cells:
                answer = table.forced([atoms, other_atoms])
                if answer is not None:
                    yield Forced(((one, cell), (other, other_cell)), answer)


class _Reader:
    """Turns an unknown expression into a formula over open conditions."""

    def __init__(self, valuation: Valuation) -> None:
        self.valuation = valuation
        self.atoms: dict[Any, int] = {}
        self.by_fact: dict[OpenFact, list[tuple[int, Any]]] = {}
        self.loose: list[tuple[OpenFact, ...]] = []
        self.causes = Cause(0)
        self.reasons: list[str] = []

    def atom(self, key: Any, fact: OpenFact | None, test: Any) -> Formula:
        if key not in self.atoms:
            self.atoms[key] = len(self.atoms)
            if fact is not None:
                self.by_fact.setdefault(fact, []).append((self.atoms[key], test))
                conflicts = fact.row.get("@conflicts", frozenset())
                self.causes |= Cause.CONFLICT if fact.name in conflicts else Cause.MISSING
        return ("atom", self.atoms[key])

    def formula(self, node: Expr, rows: Rows) -> Formula:
        value = self.valuation.value(node, rows)
        if value is not None:
            return value
        match node.op:
            case "and" | "or":
                return (node.op, *[self.formula(a, rows) for a in node.args])
            case "not":
                return ("not", self.formula(node.args[0], rows))
            case "rule":
                return self.formula(node.args[0], rows)
            case "at_least":
                return self._at_least(node, rows)
            case "choose":
                return self._choose(node, rows)
            case "open":
                self.causes |= node.param[0]
                self.reasons.append(node.param[1])
                return self.atom((node.id,), None, None)
            case "field":
                fact = self._field(node, rows)
                return self.atom((fact, "truth"), fact, ("truth",)) if fact else self._free(node, rows)
            case "is_in":
                fact = self._field(node.args[0], rows)
                return self._among(fact, node.param) if fact else self._free(node, rows)
            case "le":
                return self._threshold(node, rows) or self._free(node, rows)
        return self._free(node, rows)

    # --- kinds of open condition ------------------------------------------------------------------------------------

    def _field(self, node: Expr, rows: Rows) -> OpenFact | None:
        """The fact a node is, where it is a fact of one certain row."""
        if node.op != "field":
            return None
        candidates = self.valuation.candidates(node.args[0], rows)
        if len(candidates.rows) != 1 or candidates.may_be_none or candidates.rows[0]["@presence"] == Presence.POSSIBLE:
            return None
        row = candidates.rows[0]
        return OpenFact(row["@id"], node.param[0] if isinstance(node, Choice) else node.param, row)

    def _among(self, fact: OpenFact, mask: int) -> Formula:
        return self.atom((fact, "words", mask), fact, ("words", mask))

    def _threshold(self, node: Expr, rows: Rows) -> Formula | None:
        """ "On or before a day" as a condition on the one fact it hangs on."""
        for index in (0, 1):
            mine, other = node.args[index], self.valuation.value(node.args[1 - index], rows)
            chain: list[Callable[[int], int]] = []
            while mine.op in ("add", "open_day"):
                chain.insert(0, do.day_function(mine.op, mine.param).__getitem__)
                mine = mine.args[0]
            fact = self._field(mine, rows)
            if fact is None or other[0] != other[1]:
                continue
            low, high = cast(tuple[int, int], self.valuation.value(mine, rows))
            limit = other[0] if index == 0 else other[0] - 1  # "limit <= x" is "not x <= limit - 1"
            edge = _last_within(lambda d, c=tuple(chain): _through(c, d), low, high, limit)  # type: ignore[misc]
            formula = self.atom((fact, "days", edge), fact, ("days", edge))
            return formula if index == 0 else ("not", formula)
        return None

    def _at_least(self, node: Expr, rows: Rows) -> Formula:
        sure: list[Formula] = []
        mentions: list[Formula] = []
        open_end: list[Formula] = []
        for row, inner in self.valuation.elements(node, rows):
            verdict = self.valuation.value(node.args[1], inner)
            if row["@presence"] == Presence.POSSIBLE:
                if verdict is not False:
                    open_end.append(self._another(node, rows))
            elif verdict is not False:
                (sure if row["@presence"] == Presence.SURE else mentions).append(self.formula(node.args[1], inner))
        parts = [("count", node.param.least, *sure)] if node.param.least > 1 else sure
        return ("or", *parts, *(mentions if node.param.least == 1 else map(self._loosely, mentions)), *open_end)

    def _loosely(self, formula: Formula) -> Formula:
        return ("and", formula, self.atom(("merge", len(self.atoms)), None, None))

    def _another(self, node: Expr, rows: Rows) -> Formula:
        """Whether the list has a further row that passes: an open fact of the row that holds the list."""
        holder = self.valuation.candidates(node.args[0].args[0], rows)
        owner = holder.rows[0] if len(holder.rows) == 1 else self.valuation.ground["case"]
        fact = OpenFact(owner["@id"], node.args[0].param, owner, lists=True)
        return self.atom((fact, node.id), fact, ("truth",))

    def _choose(self, node: Expr, rows: Rows) -> Formula:
        selector, branches, param = node.args[0], node.args[1:], node.param
        if param[0] == "if":
            test = self.formula(selector, rows)
            then, otherwise = (self.formula(b, rows) for b in branches)
            return ("or", ("and", test, then), ("and", ("not", test), otherwise))
        if param[0] == "unsettled":
            self.causes |= Cause.UNSETTLED
            self.reasons.append(param[1])
        allowed = list(do.possible_branches(self.valuation.value(selector, rows), param, len(branches)))
        if len(allowed) == 1:
            return self.formula(branches[allowed[0]], rows)
        tests = [self._selects(node, rows, i) for i in allowed]
        result = self.formula(branches[allowed[-1]], rows)
        for i, test in reversed(list(zip(allowed[:-1], tests, strict=False))):
            result = ("or", ("and", test, self.formula(branches[i], rows)), ("and", ("not", test), result))
        return result

    def _selects(self, node: Expr, rows: Rows, branch: int) -> Formula:
        """That the branch is chosen, given that no earlier one is."""
        selector, param = node.args[0], node.param
        fact = self._field(selector, rows)
        if fact and param[0] == "choice" and branch < len(param[1]):
            return self._among(fact, param[1][branch])
        if fact and param[0] == "date":
            edge = do.starts_of(param[1])[branch] - 1 if branch < len(param[1]) - 1 else self.valuation.on
            return self.atom((fact, "days", edge), fact, ("days", edge))
        if param[0] != "unsettled":
            self._note_facts(selector, rows)
        return self.atom((node.id, "branch", branch), None, None)

    def _free(self, node: Expr, rows: Rows) -> Formula:
        """A condition on several facts at once, or on a row not known which."""
        self._note_facts(node, rows)
        return self.atom((node.id, *[id(rows[n]) for n in node.binds]), None, None)

    def _note_facts(self, node: Expr, rows: Rows) -> None:
        found, explained = [], False
        for part in self._live(node, rows):
            if part.op == "choose" and _choosing(part)[0] == "unsettled":
                self.causes |= Cause.UNSETTLED
                self.reasons.append(_choosing(part)[1])
                explained = True
            if part.op != "field" or part.kind == "list" or not part.free <= rows.keys():
                continue
            fact = self._field(part, rows)
            if fact and fact.row.get(fact.name) == self.valuation.value(part, rows) and not _is_single(part, fact):
                found.append(fact)
                conflicts = fact.row.get("@conflicts", frozenset())
                self.causes |= Cause.CONFLICT if fact.name in conflicts else Cause.MISSING
        self.loose.append(tuple(found))
        if not found and not explained:
            self.causes |= Cause.MISSING

    def _live(self, node: Expr, rows: Rows) -> Iterator[Expr]:
        """The nodes under ``node`` that its value can hang on: of a choice, only the branches that may be taken."""
        seen: set[int] = set()
        stack = [node]
        while stack:
            part = stack.pop()
            if part.id in seen:
                continue
            seen.add(part.id)
            yield part
            if part.op == "choose" and part.args[0].free <= rows.keys():
                selector, branches = part.args[0], part.args[1:]
                value = self.valuation.value(selector, rows)
                allowed = list(do.possible_branches(value, _choosing(part), len(branches)))
                stack += [branches[i] for i in allowed]
                stack += [selector] if len(allowed) > 1 else []
            else:
                stack += part.args

    def groups(self) -> list[Group]:
        """For every open fact its cells, each with the truth it gives the fact's conditions."""
        return [(fact, _cells(fact, tests)) for fact, tests in self.by_fact.items()]


def _choosing(node: Expr) -> tuple[Any, ...]:
    """How a ``choose`` node chooses."""
    return cast(tuple[Any, ...], node.param[0] if isinstance(node, Choice) else node.param)


def _is_single(node: Expr, fact: OpenFact) -> bool:
    value = fact.row[fact.name]
    if isinstance(node, Bool):
        return value is not None
    if isinstance(node, Choice):
        return bool(value & (value - 1) == 0)
    return bool(value[0] == value[1])


def _cells(fact: OpenFact, tests: list[tuple[int, Any]]) -> list[tuple[Cell, dict[int, bool]]]:
    kind = tests[0][1][0]
    if kind == "truth":
        # a list may have several "is there another" conditions; each is asked for itself
        return (
            [(Cell("truth", answer), {index: answer}) for index, _ in tests[:1] for answer in (True, False)]
            if len(tests) == 1
            else [(Cell("truth", False), {index: False for index, _ in tests})]
        )
    if kind == "words":
        mask, grouped = fact.row[fact.name], dict[tuple[bool, ...], int]()
        while mask:
            bit = mask & -mask
            mask ^= bit
            signature = tuple(bool(bit & test[1]) for _, test in tests)
            grouped[signature] = grouped.get(signature, 0) | bit
        return [
            (Cell("words", bits), {index: held for (index, _), held in zip(tests, signature, strict=True)})
            for signature, bits in grouped.items()
        ]
    low, high = fact.row[fact.name]
    edges = sorted({test[1] for _, test in tests if low <= test[1] < high})
    cells = []
    for first, last in zip([low, *[e + 1 for e in edges]], [*edges, high], strict=True):
        cells.append((Cell("days", (first, last)), {index: last <= test[1] for index, test in tests}))
    return cells


def _through(chain: tuple[Callable[[int], int], ...], day: int) -> int:
    for step in chain:
        day = step(day)
    return day


def _last_within(function: Callable[[int], int], low: int, high: int, limit: int) -> int:
    """The last day in [low, high] that the monotone function does not carry past ``limit``; low - 1 if there is none."""
    low -= 1
    while low < high:
        middle = (low + high + 1) // 2
        if function(middle) <= limit:
            low = middle
        else:
            high = middle - 1
    return low


# --- two ways to ask a formula ---------------------------------------------------------------------------------------


class _Table:
    """The exact one: the truth table as an integer."""

    def __init__(self, reader: _Reader, formula: Formula) -> None:
        count = len(reader.atoms)
        self.full = (1 << (1 << count)) - 1
        self.variables = [_column(i, count) for i in range(count)]
        self.care = self.full
        for _, cells in reader.groups():
            if len(cells) > 1:
                self.care &= _union(self.assigned([atoms]) for _, atoms in cells)
        self.table = self.read(formula)

    def assigned(self, parts: Sequence[dict[int, bool]]) -> int:
        mask = self.full
        for part in parts:
            for index, held in part.items():
                mask &= self.variables[index] if held else ~self.variables[index]
        return mask & self.full

    def read(self, formula: Formula) -> int:
        if isinstance(formula, bool):
            return self.full if formula else 0
        op, *parts = formula
        if op == "atom":
            return self.variables[cast(int, parts[0])]
        if op == "not":
            return self.full & ~self.read(parts[0])
        if op == "count":
            return _reaching(parts[0], [self.read(p) for p in parts[1:]], self.full)
        result = self.full if op == "and" else 0
        for part in parts:
            result = result & self.read(part) if op == "and" else result | self.read(part)
        return result

    def forced(self, parts: Sequence[dict[int, bool]]) -> Truth:
        area = self.assigned(parts) & self.care
        held = self.table & area
        return None if not area or (held and held != area) else bool(held)

    def matters(self, cells: Sequence[dict[int, bool]]) -> bool:
        """Whether moving the fact between two of its cells can change the answer, all else equal."""
        return any(self._differs(one, other) for one, other in combinations(cells, 2)) or len(cells) == 1

    def _differs(self, one: dict[int, bool], other: dict[int, bool]) -> bool:
        flat, flat_care, care, care_other = self.table, self.care, self.care, self.care
        for index in one:
            flat, care = (
                _restricted(flat, self.variables[index], index, one[index]),
                _restricted(care, self.variables[index], index, one[index]),
            )
        second, care_other = self.table, flat_care
        for index in other:
            second = _restricted(second, self.variables[index], index, other[index])
            care_other = _restricted(care_other, self.variables[index], index, other[index])
        return bool((flat ^ second) & care & care_other)

    def settled(self) -> Truth:
        held = self.table & self.care
        return True if held == self.care else False if not held else None


class _Kleene:
    """The quick one, when there are too many conditions: true as far as it goes."""

    def __init__(self, reader: _Reader, formula: Formula) -> None:
        self.formula = formula

    def forced(self, parts: Sequence[dict[int, bool]]) -> Truth:
        return _kleene(self.formula, {k: v for part in parts for k, v in part.items()})

    def matters(self, cells: Sequence[dict[int, bool]]) -> bool:
        return any(self.forced([cell]) is not None for cell in cells)

    def settled(self) -> Truth:
        return None


def _kleene(formula: Formula, given: dict[int, bool]) -> Truth:
    if isinstance(formula, bool):
        return formula
    op, *parts = formula
    if op == "atom":
        return given.get(parts[0])
    if op == "count":
        verdicts = [_kleene(p, given) for p in parts[1:]]
        return do.reaches((verdicts.count(True), len(verdicts) - verdicts.count(False)), parts[0])
    values = [_kleene(p, given) for p in parts]
    if op == "not":
        return negation(values[0])
    return conjunction(values) if op == "and" else negation(conjunction([negation(v) for v in values]))


def _column(index: int, count: int) -> int:
    """The truth table of variable ``index`` among ``count``: blocks of 2**index zeros and ones."""
    width = 1 << index
    table, span = ((1 << width) - 1) << width, 2 * width
    while span < 1 << count:
        table |= table << span
        span *= 2
    return table


def _restricted(table: int, variable: int, index: int, held: bool) -> int:
    """The table with the variable fixed, spread over both of its halves."""
    width = 1 << index
    part = table & variable if held else table & ~variable
    return part | (part >> width) if held else part | (part << width)


def _union(masks: Iterator[int]) -> int:
    result = 0
    for mask in masks:
        result |= mask
    return result


def _reaching(least: int, tables: Sequence[int], full: int) -> int:
    """The table of "at least so many of these"."""
    have = [full] + [0] * least
    for table in tables:
        for number in range(least, 0, -1):
            have[number] |= have[number - 1] & table
    return have[least]
