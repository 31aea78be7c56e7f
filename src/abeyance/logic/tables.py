"""Truth tables of formulas over open facts.

The values of each fact fall into cells that its conditions cannot tell apart.  A table has a place for every way of taking
one cell of each fact, and a truth for every place: it is ONE integer, so that "and" is &.  Place p takes of each fact the
cell (p // stride) % number of its cells:

    in absentia   yes  no     yes     no      yes   no        stride 1
    decided       early       in between      late            stride 2
    table         1    0      1       1       0     0
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from random import Random
from typing import Any

from abeyance.logic.conditions import Asked, Formula, Order, Variable, last_within, moved
from abeyance.logic.values import Span, Truth

MOST_EDGES = 12  # of one fact, from another it is compared with
SAMPLES = 2_048


@dataclass(frozen=True)
class Cell:
    """A set of values of one fact that the answer cannot tell apart.

    ``kind`` is truth, words, days, numbers or moments: ``value`` then is a truth value, a bitmask, or a (first, last) span.
    """

    kind: str
    value: Any


Cells = dict[Variable, list[Cell]]
_Given = dict[Variable, Sequence[Cell]]


# --- cells --------------------------------------------------------------------------------------------------------------------


def cells_of(asked: Asked, is_fine: bool) -> Cells:
    """The cells of everything that is open.

    Two facts that are compared cut each other where the ends of the other one fall, in ``is_fine`` cells at its edges too.
    """
    tests = {variable: set(own) for variable, own in asked.tests.items()}
    for order in asked.orders:
        (low, high), (other_low, other_high) = order.one.value, order.other.value
        for value in _turning_points(order.other, asked.tests[order.other] if is_fine else ()):
            edge = last_within(order.one_moves, low, high, moved(value, order.other_moves))
            tests[order.one].add(edge)
        for value in _turning_points(order.one, asked.tests[order.one] if is_fine else ()):
            edge = last_within(order.other_moves, other_low, other_high, moved(value, order.one_moves) - 1)
            tests[order.other].add(edge)
    return {variable: _cells(variable, tests) for variable in tests}


def number_of_places(cells: Cells) -> int:
    """How many places a table of these cells has."""
    return prod(map(len, cells.values()))


def passes(cell: Cell, test: Any) -> bool:
    """Whether the values of a cell pass a test: a truth, a mask, or an edge not to be past."""
    if cell.kind == "truth":
        return cell.value is test
    return bool(cell.value & test) if cell.kind == "words" else bool(cell.value[1] <= test)


def _turning_points(variable: Variable, edges: Iterable[int]) -> list[int]:
    low, high = variable.value
    within = sorted(edge for edge in edges if low <= edge < high)[:MOST_EDGES]
    return [low, high, *within, *(edge + 1 for edge in within)]


def _cells(variable: Variable, tests: dict[Variable, set[Any]]) -> list[Cell]:
    if variable.kind == "truth":
        is_the_only = variable.row_of is not None and not variable.is_enough and _asks(tests[variable.row_of]) == 1
        return [Cell("truth", True)] if is_the_only else [Cell("truth", True), Cell("truth", False)]
    if variable.kind == "words":
        grouped: dict[tuple[bool, ...], int] = {}
        rest = variable.value
        while rest:
            bit = rest & -rest
            rest ^= bit
            signature = tuple(bool(bit & mask) for mask in tests[variable])
            grouped[signature] = grouped.get(signature, 0) | bit
        return [Cell("words", bits) for bits in grouped.values()]
    low, high = variable.value
    edges = sorted(edge for edge in tests[variable] if low <= edge < high)
    return [Cell(variable.kind, span) for span in zip([low, *(e + 1 for e in edges)], [*edges, high], strict=True)]


def _asks(tests: set[Any]) -> int:
    """How many tests a further row of a list is put to."""
    return sum(1 for test in tests if isinstance(test, Variable))


# --- tables -------------------------------------------------------------------------------------------------------------------


class Table:
    """What formulas come to in every place; ``masks`` are the places of each cell of each variable."""

    def __init__(self, cells: Cells, masks: dict[Variable, list[int]], places: int) -> None:
        self.cells, self.masks = cells, masks
        self.full = (1 << places) - 1
        self.known: dict[int, int] = {}

    def read(self, formula: Formula) -> int:
        """The table of a formula."""
        if isinstance(formula, bool):
            return self.full if formula else 0
        if id(formula) not in self.known:
            self.known[id(formula)] = self._of(*formula)
        return self.known[id(formula)]

    def _of(self, op: str, *parts: Any) -> int:
        match op:
            case "is":
                return self._where(parts[0], parts[1])
            case "order":
                return self._in_order(parts[0])
            case "not":
                return self.full & ~self.read(parts[0])
            case "and":
                found = self.full
                for part in parts:
                    found &= self.read(part)
                return found
            case "or":
                found = 0
                for part in parts:
                    found |= self.read(part)
                return found
            case "choose":
                test = self.read(parts[0])
                return test & self.read(parts[1]) | self.full & ~test & self.read(parts[2])
        return reaching(parts[0], [self.read(part) for part in parts[1:]], self.full)

    def _where(self, variable: Variable, test: Any) -> int:
        found = 0
        for cell, mask in zip(self.cells[variable], self.masks[variable], strict=True):
            if passes(cell, test):
                found |= mask
        return found

    def _in_order(self, order: Order) -> int:
        sure, open_ = 0, 0
        for cell, mask in zip(self.cells[order.one], self.masks[order.one], strict=True):
            for other, other_mask in zip(self.cells[order.other], self.masks[order.other], strict=True):
                verdict = order.verdict(cell.value, other.value)
                if verdict:
                    sure |= mask & other_mask
                elif verdict is None:
                    open_ |= mask & other_mask
        return sure | (open_ & self.masks[order.free][0])


class Exact(Table):
    """A place for every way of taking one cell of each variable."""

    def __init__(self, cells: Cells, orders: Sequence[Order]) -> None:
        self.orders, self.strides = orders, dict[Variable, int]()
        places = number_of_places(cells)
        stride = 1
        for variable, own in cells.items():
            self.strides[variable] = stride
            stride *= len(own)
        masks = {
            v: [_repeated(self.strides[v], i, len(own), places) for i in range(len(own))] for v, own in cells.items()
        }
        super().__init__(cells, masks, places)

    def places_of(self, way: dict[Variable, Cell]) -> int:
        """The places in which variables lie in these cells."""
        places = self.full
        for variable, cell in way.items():
            places &= self.masks[variable][self.cells[variable].index(cell)]
        return places

    def forced(self, formula: Formula, places: int) -> Truth:
        """The truth a formula has in all of these places, if it is one."""
        held = self.read(formula) & places
        return True if held == places else None if held else False

    def changing(self, formula: Formula, of: Iterable[Variable]) -> set[Variable]:
        """Those of the variables on which a formula's truth can hang, all else the same."""
        return {variable for variable in of if self._can_change(formula, variable)}

    def _can_change(self, formula: Formula, variable: Variable) -> bool:
        table, at = self.read(formula), self.masks[variable][0]
        shifts = (number * self.strides[variable] for number in range(1, len(self.cells[variable])))
        if any((table >> shift) & at != table & at for shift in shifts):
            return True
        return any(self._turns(table, variable, order) for order in self.orders if variable in (order.one, order.other))

    def _turns(self, table: int, variable: Variable, order: Order) -> bool:
        """Whether moving a fact within its cell, past the one it is compared with, can change the truth."""
        differing = (table ^ (table >> self.strides[order.free])) & self.masks[order.free][0]
        for cell, mask in zip(self.cells[order.one], self.masks[order.one], strict=True):
            for other, other_mask in zip(self.cells[order.other], self.masks[order.other], strict=True):
                if differing & mask & other_mask and order.turns_on(variable, cell.value, other.value):
                    return True
        return False


class Sampled(Table):
    """Some places only, taken at random (the same each time): what is found in them is so, but is not all."""

    def __init__(self, cells: Cells) -> None:
        self.random = Random(0)
        self.bits = {variable: 1 << number for number, variable in enumerate(cells)}
        self.hangs: dict[int, int] = {}
        super().__init__(cells, {v: self.taken(len(own)) for v, own in cells.items()}, SAMPLES)

    def changing(self, formula: Formula, of: Iterable[Variable]) -> set[Variable]:
        """Those of the variables on which a formula was seen to hang, all else the same."""
        self._hangs_on(formula)
        table = self.read(formula)
        return {variable for variable in of if _Changed(self, variable).read(formula) != table}

    def taken(self, number: int) -> list[int]:
        """The places of each of so many cells, one of which is taken in every place."""
        full = (1 << SAMPLES) - 1
        masks = [full]
        while len(masks) < number:  # halve the largest one
            mask, coin = masks.pop(0), self.random.getrandbits(SAMPLES)
            masks += [mask & coin, mask & (full ^ coin)]
        return masks

    def _hangs_on(self, formula: Formula) -> int:
        """The bits of the variables that a formula hangs on."""
        if isinstance(formula, bool):
            return 0
        if id(formula) not in self.hangs:
            op, *parts = formula
            if op == "is":
                hangs = self.bits[parts[0]]
            elif op == "order":
                hangs = self.bits[parts[0].one] | self.bits[parts[0].other] | self.bits[parts[0].free]
            else:
                hangs = 0
                for part in parts[1:] if op == "count" else parts:
                    hangs |= self._hangs_on(part)
            self.hangs[id(formula)] = hangs
        return self.hangs[id(formula)]


class _Changed(Table):
    """The same places with other cells of one variable; what does not hang on it is not computed again."""

    def __init__(self, table: Sampled, variable: Variable) -> None:
        super().__init__(table.cells, table.masks | {variable: table.taken(len(table.cells[variable]))}, SAMPLES)
        self.table, self.bit = table, table.bits[variable]

    def read(self, formula: Formula) -> int:
        """The table of a formula."""
        if isinstance(formula, bool) or self.table.hangs[id(formula)] & self.bit:
            return super().read(formula)
        return self.table.read(formula)


def _repeated(stride: int, cell: int, number: int, places: int) -> int:
    """The places in which a variable with that stride, of so many cells, takes this one."""
    mask, width = ((1 << stride) - 1) << (cell * stride), stride * number
    while width < places:
        mask |= mask << width
        width *= 2
    return mask & ((1 << places) - 1)


# --- without a table ------------------------------------------------------------------------------------------------------------


class Kleene:
    """The truths that Kleene's reading gives a formula where some variables lie in these cells and all others are open.

    Each of the ``ways`` of lying has a place; a truth is two tables, of where it may be a yes and where it may be a no.
    """

    def __init__(self, cells: Cells, ways: Sequence[dict[Variable, Cell]]) -> None:
        self.cells, self.number = cells, len(ways)
        self.full = (1 << len(ways)) - 1
        self.lying: dict[Variable, dict[Cell, int]] = {}  # the places in which a variable lies in a cell
        for place, way in enumerate(ways):
            for variable, cell in way.items():
                cells_of_it = self.lying.setdefault(variable, {})
                cells_of_it[cell] = cells_of_it.get(cell, 0) | 1 << place
        self.known: dict[int, tuple[int, int]] = {}

    def truths(self, formula: Formula) -> list[Truth]:
        """The formula's truth for each of the ways."""
        yes, no = self.read(formula)
        return [None if yes & no & place else bool(yes & place) for place in (1 << n for n in range(self.number))]

    def read(self, formula: Formula) -> tuple[int, int]:
        """Where the formula may be a yes, and where a no."""
        if isinstance(formula, bool):
            return (self.full, 0) if formula else (0, self.full)
        if id(formula) not in self.known:
            self.known[id(formula)] = self._of(*formula)
        return self.known[id(formula)]

    def _of(self, op: str, *parts: Any) -> tuple[int, int]:
        if op == "is":
            return self._where(parts[0], parts[1])
        if op == "order":
            return self._in_order(parts[0])
        if op == "count":
            read = [self.read(part) for part in parts[1:]]
            fails_enough = len(read) - parts[0] + 1
            return reaching(parts[0], [y for y, _ in read], self.full), reaching(
                fails_enough, [n for _, n in read], self.full
            )
        if op == "not":
            yes, no = self.read(parts[0])
            return no, yes
        if op == "choose":
            (may, may_not), (yes, no), (other_yes, other_no) = map(self.read, parts)
            return may & yes | may_not & other_yes, may & no | may_not & other_no
        all_, any_ = (self.full, 0) if op == "and" else (0, self.full)
        for part in parts:
            yes, no = self.read(part)
            all_, any_ = (all_ & yes, any_ | no) if op == "and" else (all_ | yes, any_ & no)
        return all_, any_

    def _where(self, variable: Variable, test: Any) -> tuple[int, int]:
        if len(self.cells[variable]) == 1:
            return (self.full, 0) if passes(self.cells[variable][0], test) else (0, self.full)
        yes = no = self.full
        for cell, places in self.lying.get(variable, {}).items():
            if passes(cell, test):
                no ^= places
            else:
                yes ^= places
        return yes, no

    def _in_order(self, order: Order) -> tuple[int, int]:
        yes = no = self.full
        for span, places in self._spans(order.one):
            for other, other_places in self._spans(order.other):
                verdict = order.verdict(span, other)
                if verdict:
                    no &= ~(places & other_places)
                elif verdict is False:
                    yes &= ~(places & other_places)
        return yes, no

    def _spans(self, variable: Variable) -> list[tuple[Span, int]]:
        """The spans a day or number lies in, each with its places; the whole of it where it is open."""
        lying = self.lying.get(variable, {})
        is_open = self.full
        for places in lying.values():
            is_open &= ~places
        return [*((cell.value, places) for cell, places in lying.items()), (variable.value, is_open)]


def reaching(least: int, tables: Sequence[int], full: int) -> int:
    """The table of "at least so many of these"."""
    have = [full] + [0] * least
    for table in tables:
        for number in range(least, 0, -1):
            have[number] |= have[number - 1] & table
    return have[least]


class Ways:
    """A search for one way in which a formula comes out as wanted; ``steps`` bounds it."""

    def __init__(self, cells: Cells, steps: int) -> None:
        self.cells, self.steps = cells, steps

    def can_be(self, formula: Formula, wanted: bool) -> bool:
        """Whether a way was found."""
        return next(self._ways(formula, wanted, {}), None) is not None

    def _ways(self, formula: Formula, wanted: bool, given: _Given) -> Iterator[_Given]:
        """The ways of taking cells, beside those given, in which the formula is as wanted."""
        self.steps -= 1
        if self.steps < 0:
            return
        if isinstance(formula, bool):
            if formula is wanted:
                yield given
            return
        op, *parts = formula
        match op:
            case "is":
                yield from self._where(parts[0], parts[1], wanted, given)
            case "order":
                yield from self._in_order(parts[0], wanted, given)
            case "not":
                yield from self._ways(parts[0], not wanted, given)
            case "choose":
                for test, branch in ((True, parts[1]), (False, parts[2])):
                    for way in self._ways(parts[0], test, given):
                        yield from self._ways(branch, wanted, way)
            case "count":
                number = parts[0] if wanted else len(parts) - parts[0]
                for some in combinations(parts[1:], number):
                    yield from self._all(some, wanted, given)
            case _ if (op == "and") is wanted:
                yield from self._all(parts, wanted, given)
            case _:
                for part in parts:
                    yield from self._ways(part, wanted, given)

    def _all(self, parts: Sequence[Formula], wanted: bool, given: _Given) -> Iterator[_Given]:
        if not parts:
            yield given
            return
        for way in self._ways(parts[0], wanted, given):
            yield from self._all(parts[1:], wanted, way)

    def _where(self, variable: Variable, test: Any, wanted: bool, given: _Given) -> Iterator[_Given]:
        kept = tuple(cell for cell in given.get(variable, self.cells[variable]) if passes(cell, test) is wanted)
        if kept:
            yield {**given, variable: kept}

    def _in_order(self, order: Order, wanted: bool, given: _Given) -> Iterator[_Given]:
        free = order.free
        for cell, other in product(*(given.get(v, self.cells[v]) for v in (order.one, order.other))):
            verdict = order.verdict(cell.value, other.value)
            way = {**given, order.one: (cell,), order.other: (other,)}
            if verdict is wanted:
                yield way
            elif verdict is None:
                yield from self._where(free, True, wanted, way)
