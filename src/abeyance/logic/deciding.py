"""What would decide an unknown answer: which open facts can force it alone, which in pairs (SEMANTICS 27).

The answer is read as a formula over the open facts (``conditions``), and asked in every way they may fall (``tables``).
Beyond LIMIT open conditions that are too many to try: what is then said is still true, but not everything (``cut``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import cast

from abeyance.logic.causes import causes
from abeyance.logic.conditions import Formula, OpenFact, Order, Reader, Variable, asked_by
from abeyance.logic.evaluating import Valuation
from abeyance.logic.expressions import Expr
from abeyance.logic.tables import Cell, Cells, Exact, Kleene, Sampled, Ways, cells_of, number_of_places
from abeyance.logic.values import LONG_AGO, Cause, Truth

__all__ = ["Cell", "Decision", "Forced", "OpenFact", "decide"]

LIMIT = 16
MOST_STEPS = 2_000  # of the search for one way in which an answer comes about
LONG_AGO_ONLY = (LONG_AGO, LONG_AGO)


@dataclass(frozen=True)
class Forced:
    """If these facts fall in these cells, the answer is ``answer`` whatever else is true."""

    facts: tuple[tuple[OpenFact, Cell], ...]
    answer: bool


@dataclass(frozen=True)
class Decision:
    """What would decide an answer.

    ``alone`` and ``pairs`` say what can force it, pairs where no fact can alone; ``matters`` lists every open fact whose value
    can change it; ``causes`` say why it is unknown and ``reasons`` what the law leaves open that can; ``settled`` is the answer every
    completion agrees on, where the Kleene value is unknown all the same (SEMANTICS 3); ``cut`` says that not all was tried.
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
    reader = valuation.kept(Reader)
    formula = reader.formula(node, valuation.ground)
    asked = asked_by(formula)
    cells = cells_of(asked, is_fine=True)
    if number_of_places(cells) > 1 << LIMIT:
        cells = cells_of(asked, is_fine=False)
    is_cut = number_of_places(cells) > 1 << LIMIT
    search = _Cut(formula, cells) if is_cut else _Whole(formula, cells, asked.orders)
    alone = tuple(_alone(search, cells))
    forcing = {fact for forced in alone for fact, _ in forced.facts}
    changing = search.changing([v for v in cells if (v.fact and v.fact not in forcing) or v.reason])
    pairs = () if alone else tuple(_pairs(search, {v: own for v, own in cells.items() if v in changing}))
    matters = tuple(v.fact for v in cells if v.fact and (v.fact in forcing or v in changing))
    reasons = dict.fromkeys(v.reason for v in cells if v.reason and v in changing) or asked.reasons
    return Decision(alone, pairs, matters, causes(valuation, node), tuple(reasons), search.settled, is_cut)


Way = dict[Variable, Cell]  # some facts, and the cells they lie in


class _Whole:
    """Everything is tried."""

    def __init__(self, formula: Formula, cells: Cells, orders: tuple[Order, ...]) -> None:
        self.formula = formula
        self.table = Exact(cells, orders)
        self.settled = self.table.forced(formula, self.table.full)

    def forced(self, ways: Sequence[Way]) -> list[Truth]:
        """The answer that each way forces, if any; none where there is but one."""
        if self.settled is not None:
            return [None] * len(ways)
        return [self.table.forced(self.formula, self.table.places_of(way)) for way in ways]

    def changing(self, of: Iterable[Variable]) -> set[Variable]:
        """Those of the variables on which the answer can hang."""
        return self.table.changing(self.formula, of)


class _Cut:
    """What forces the answer is found by Kleene's reading, what it can hang on by trying some of the ways."""

    settled: Truth = None

    def __init__(self, formula: Formula, cells: Cells) -> None:
        self.formula, self.cells = formula, cells
        self.possible = [truth for truth in (True, False) if Ways(cells, MOST_STEPS).can_be(formula, truth)]

    def forced(self, ways: Sequence[Way]) -> list[Truth]:
        """The answer that each way forces, where that shows without trying and the other one is possible too."""
        truths = Kleene(self.cells, ways).truths(self.formula)
        return [truth if truth is not None and (not truth) in self.possible else None for truth in truths]

    def changing(self, of: Iterable[Variable]) -> set[Variable]:
        """Those of the variables on which the answer was seen to hang."""
        return Sampled(self.cells).changing(self.formula, of)


def _alone(search: _Whole | _Cut, cells: Cells) -> Iterator[Forced]:
    """What each fact can force, its cells put together where they force the same."""
    facts = [variable for variable in cells if variable.fact]
    answers = iter(search.forced([{variable: cell} for variable in facts for cell in cells[variable]]))
    for variable in facts:
        forced = [(cell, next(answers)) for cell in cells[variable]]
        for answer in (True, False):
            for cell in _together([cell for cell, given in forced if given is answer]):
                yield Forced(((_fact(variable), cell),), answer)


def _pairs(search: _Whole | _Cut, cells: Cells) -> Iterator[Forced]:
    """What two facts can force together, their cells put together where they force the same."""
    facts = [variable for variable in cells if variable.fact]
    pairs = list(combinations(facts, 2))
    ways = [{one: a, other: b} for one, other in pairs for a, b in product(cells[one], cells[other])]
    answers = iter(search.forced(ways))
    for one, other in pairs:
        forced = [(a, b, next(answers)) for a, b in product(cells[one], cells[other])]
        for answer in (True, False):
            rows: dict[tuple[Cell, ...], list[Cell]] = {}  # by what the other fact must be, what this one may be
            for cell in cells[one]:
                if with_it := tuple(_together([b for a, b, given in forced if a == cell and given is answer])):
                    rows.setdefault(with_it, []).append(cell)
            for with_it, own in rows.items():
                for cell, other_cell in product(_together(own), with_it):
                    yield Forced(((_fact(one), cell), (_fact(other), other_cell)), answer)


def _fact(variable: Variable) -> OpenFact:
    return cast(OpenFact, variable.fact)


def _together(cells: Sequence[Cell]) -> list[Cell]:
    """Cells of one fact, put together where they lie side by side, words in any case; none of a time before all days."""
    found: list[Cell] = []
    for cell in cells:
        if cell.value == LONG_AGO_ONLY:
            continue
        before = found[-1] if found else None
        if before and cell.kind == "words":
            found[-1] = Cell("words", before.value | cell.value)
        elif before and cell.kind != "truth" and before.value[1] + 1 == cell.value[0]:
            found[-1] = Cell(cell.kind, (before.value[0], cell.value[1]))
        else:
            found.append(cell)
    return found
