"""What must hold of every rule and every case: each property is a function of a seed and of how deep the rule nests.

``test_properties`` asks them of thousands of seeds, ``test_planted_bugs`` shows that each kind of mistake is caught.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from itertools import product
from random import Random
from typing import Any, cast

from abeyance.logic.columns import Columns
from abeyance.logic.conditions import Reader, asked_by
from abeyance.logic.deciding import Cell, OpenFact, decide
from abeyance.logic.evaluating import Rows, Valuation
from abeyance.logic.explaining import Reason, _Explainer
from abeyance.logic.expressions import Bool, Choice, Expr, walk
from abeyance.logic.facts import BoolFact, ChoiceFact, Entity, Fact, ListFact, entity_of
from abeyance.logic.operations import Row, is_known
from abeyance.logic.python import compile_rules
from abeyance.logic.specialising import _specialised, specialise
from abeyance.logic.tables import Ways, cells_of
from abeyance.logic.values import NEVER, Presence
from tests.logic import duck
from tests.logic.oracle import Oracle, Reading, SelfContradiction, as_oracle
from tests.logic.random_cases import Shape, World, near_boundaries, random_case, refined
from tests.logic.random_rules import days_about, random_quantity, random_rule
from tests.logic.vocabulary import Case, Paper

KNOWN = (None, None, date(2020, 2, 20), date(2020, 3, 10))


class Example:
    """A rule, the law of it as known on a day, and a case to ask it of."""

    def __init__(self, seed: int, depth: int, stated: bool = True, exact: bool = False) -> None:
        if seed % 64 == 0:
            _specialised.cache_clear()  # it keeps the law for good, and random rules are many
        self.random = random = Random(seed)
        self.subject = None if exact else random.choice([None, None, Paper])
        self.rule: Expr
        if self.subject is None and not exact and random.random() < 0.3:
            self.rule = random_quantity(random, depth)
        else:
            self.rule = random_rule(random, depth, self.subject, stated, pointing=not exact)
        self.known = random.choice(KNOWN)
        self.node = specialise(self.rule, self.known.toordinal() if self.known else None)
        self.on = days_about(random)
        self.case = random_case(random, Shape(random.choice([0.0, 0.1, 0.3, 0.6]), exact=exact))
        near_boundaries(random, self.case, self.node, self.on)

    @property
    def day(self) -> date:
        """The day asked about."""
        return date.fromordinal(self.on)

    def about(self, case: Row) -> Row:
        """The row the rule is about: the case, or its first paper that is recorded."""
        papers = [p for p in case["papers"] if p["@presence"] != Presence.POSSIBLE]
        return papers[0] if self.subject and papers else case if not self.subject else case["papers"][0]

    def can_be_asked(self) -> bool:
        """Whether the case has a row that the rule can be about."""
        return self.subject is None or any(p["@presence"] != Presence.POSSIBLE for p in self.case["papers"])

    def value(self, case: Row) -> Any:
        """The logic's answer."""
        return Valuation(case, self.on, self.about(case)).value(self.node)

    def __str__(self) -> str:
        return f"{written(self.node)}\nasked on {self.day} of {self.case}"


def written(node: Expr) -> str:
    """An expression as text."""
    param = node.param[0] if isinstance(node, Choice) else node.param
    shown = "" if param is None else f"[{getattr(param, 'name', param)}]"
    return f"{node.op}{shown}" + (f"({', '.join(map(written, node.args))})" if node.args else "")


# --- agreement --------------------------------------------------------------------------------------------------------------


def readings_agree(seed: int, depth: int) -> None:
    """The value read off the expression, the generated Python and the slow reading of the definitions are the same."""
    example = Example(seed, depth)
    if not example.can_be_asked():
        return
    about = example.about(example.case)
    value = example.value(example.case)
    quick = compile_rules({"rule": example.node}).run(example.case, example.on, about)["rule"]
    assert quick == value, f"generated Python says {quick}, evaluating {value}: {example}"
    slow = Reading(example.case, example.day, about, example.known).value(example.rule)
    assert as_oracle(example.node, value) == slow, f"the oracle says {slow}, evaluating {value}: {example}"


def columns_agree(seed: int, number: int) -> None:
    """DuckDB's answer to every rule of a batch, of every case of the batch, is the logic's."""
    examples = [Example(seed + i, i % 4) for i in range(number)]
    for subject in (None, Paper):
        _columns_agree([e for e in examples if e.subject is subject], exact=False)


def exact_columns_agree(seed: int, number: int) -> None:
    """The same in the layout in which everything is known or not at all."""
    examples = [Example(seed + i, i % 4, exact=True) for i in range(number)]
    _columns_agree(examples, exact=True)


def _columns_agree(examples: list["Example"], exact: bool) -> None:
    if not examples:
        return
    columns = Columns({f"rule_{i}": e.node for i, e in enumerate(examples)}, Case, exact=exact)
    found = duck.answers(columns, [e.case for e in examples], [e.day for e in examples])
    for (number, place), values in found.items():
        asked = examples[number]
        about = asked.case["papers"][place - 1] if place else asked.case
        valuation = Valuation(asked.case, asked.on, about)
        for example, value in zip(examples, values.values(), strict=True):
            expected = valuation.value(example.node)
            said = f"DuckDB says {value}, evaluating {expected}, of {asked.case} on {asked.day}, row {place}"
            assert value == expected, f"{said}:\n{written(example.node)}"


# --- soundness --------------------------------------------------------------------------------------------------------------


def no_world_contradicts(seed: int, depth: int, worlds: int = 6) -> None:
    """Whatever the case turns out to be, its answer is among what was said: a yes or no is never contradicted."""
    example = Example(seed, depth)
    if not example.can_be_asked():
        return
    value = example.value(example.case)
    for oracle, truth in outcomes(example, example.case, worlds):
        world = oracle.world.root.facts
        assert allows(example.node, value, truth), f"{value} was said, {truth} may be ({world}): {example}"


def outcomes(example: Example, case: Row, number: int) -> Iterator[tuple[Oracle, Any]]:
    """Some worlds that a case may turn out to be, each with what the rule comes to in it."""
    for seed in range(number):
        world = World(example.random, case)
        about = world.of(example.about(case))
        with suppress(SelfContradiction):
            oracle = Oracle(world, example.day, about, example.known, seed)
            yield oracle, oracle.value(example.rule)


def allows(node: Expr, value: Any, truth: Any) -> bool:
    """Whether a partly known value allows the true one."""
    if node.kind == "condition":
        return value is None or value is truth
    allowed = as_oracle(node, value)
    return truth in allowed if isinstance(allowed, frozenset) else bool(allowed[0] <= truth <= allowed[1])


# --- refinement -------------------------------------------------------------------------------------------------------------


def learning_more_changes_no_answer(seed: int, depth: int) -> None:
    """When something more is learned a yes or no stays, and a span or set narrows (SEMANTICS 4)."""
    example = Example(seed, depth, stated=False)
    if not example.can_be_asked():
        return
    before, case = example.value(example.case), example.case
    for _ in range(2):
        case = refined(example.random, case)
        after = example.value(case)
        assert narrows(example.node, before, after), f"{before} became {after} when it turned out {case}: {example}"


def narrows(node: Expr, before: Any, after: Any) -> bool:
    """Whether a value keeps within an earlier one."""
    if node.kind == "condition":
        return before is None or before is after
    if isinstance(node, Choice):
        return not after & ~before
    return bool(before[0] <= after[0] and after[1] <= before[1])


# --- reasons ----------------------------------------------------------------------------------------------------------------


class _Witness(_Explainer):
    """An explainer that keeps what it says of each plain condition."""

    def __init__(self, valuation: Valuation) -> None:
        super().__init__(valuation)
        self.said: list[tuple[Expr, Rows, bool, Reason]] = []

    def reasons(self, node: Expr, rows: Rows, negated: bool) -> list[Reason]:
        found = super().reasons(node, rows, negated)
        if node.op in ("field", "le", "is_in", "same", "same_row", "found") and node.kind == "condition":
            self.said += [(node, rows, negated, reason) for reason in found]
        return found


def reasons_say_what_is_so(seed: int, depth: int) -> None:
    """An answer can always be explained, and every plain condition in its reasons has the truth it has."""
    example = Example(seed, depth)
    if not example.can_be_asked():
        return
    about = example.about(example.case)
    witness = _Witness(Valuation(example.case, example.on, about))
    reasons = witness.reasons(example.node, witness.valuation.ground, False)
    for top in reasons:
        assert all(reason.text for reason in top.walk()), f"a reason says nothing: {example}"
    slow = Reading(example.case, example.day, about, example.known)
    for node, rows, negated, reason in witness.said:
        value = slow.value(node, rows)
        truth = value if value is None or not negated else not value
        assert reason.value is truth, f"{reason.text!r} is {truth}, not {reason.value}: {example}"


# --- what would decide --------------------------------------------------------------------------------------------------------


class OpenExample(Example):
    """An example of which little is open, so that every way it may turn out can be tried.  Nothing in it points at rows."""

    def __init__(self, seed: int, depth: int, closed: bool = False) -> None:
        if seed % 64 == 0:
            _specialised.cache_clear()
        self.random = random = Random(seed)
        self.subject, self.known = None, None
        # one expression for the world and for the reading: what a judgement comes to hangs on which node it is
        self.rule = self.node = cast(Bool, specialise(random_rule(random, depth, pointing=False), None))
        self.on = days_about(random)
        self.case = random_case(random, Shape(0.0, rows=2, width=4))
        quantifiers = [node for node in walk(self.node) if node.op in ("at_least", "count")]
        # what two questions about one row not recorded have to do with each other is not looked into
        if closed or len(quantifiers) != 1 or quantifiers[0].op == "count":
            _close(self.case)
        near_boundaries(random, self.case, self.node, self.on)
        self.places = list(_places_of(self.case, self.node))
        random.shuffle(self.places)
        for row, name, fact in self.places[: random.randint(1, 4)]:
            row[name] = opened(random, fact, row[name])

    @property
    def open_places(self) -> list[tuple[dict[str, Any], str, Fact]]:
        """The facts the rule may read that are open, each with its row."""
        return [(row, name, fact) for row, name, fact in self.places if not is_known(fact, row[name])]


def _close(row: dict[str, Any]) -> None:
    """Let no list have an open end."""
    for name, value in row.items():
        if isinstance(value, tuple) and value and isinstance(value[0], dict) and name in ("papers", "people", "visits"):
            row[name] = tuple(member for member in value if member["@presence"] != Presence.POSSIBLE)
            for member in row[name]:
                _close(member)


def _places_of(case: dict[str, Any], node: Expr) -> Iterator[tuple[dict[str, Any], str, Fact]]:
    """The facts of recorded rows that an expression reads."""
    read = {(entity_of(n.args[0]), _fact_name(n)) for n in walk(node) if n.op == "field" and n.kind != "list"}

    def within(entity: type[Entity], row: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, Fact]]:
        for name, fact in entity.facts.items():
            if isinstance(fact, ListFact):
                for member in row[name]:
                    if member["@presence"] != Presence.POSSIBLE:
                        yield from within(fact.entity(), member)
            elif (entity, name) in read:
                yield row, name, fact

    yield from within(Case, case)


def _fact_name(node: Expr) -> str:
    return str(node.param[0] if isinstance(node, Choice) else node.param)


def opened(random: Random, fact: Fact, value: Any) -> Any:
    """A value of which a little is no longer known."""
    if isinstance(fact, BoolFact):
        return None
    if isinstance(fact, ChoiceFact):
        return value | 1 << random.randrange(len(fact.codes))
    return (value[0] - random.randint(0, 3), value[1] + random.randint(0, 3)) if value[1] < NEVER else value


def values_of(fact: Fact, value: Any) -> list[Any]:
    """Every exact value that a narrow one allows."""
    if isinstance(fact, BoolFact):
        return [False, True]
    if isinstance(fact, ChoiceFact):
        return [1 << i for i in range(len(fact.codes)) if value >> i & 1]
    return [(n, n) for n in range(value[0], value[1] + 1)]


@contextmanager
def holding(row: dict[str, Any], name: str, value: Any) -> Iterator[None]:
    """A fact of a row with another value for a while."""
    before, row[name] = row[name], value
    try:
        yield
    finally:
        row[name] = before


def within_cell(cell: Cell, value: Any) -> bool:
    """Whether an exact value is in a cell."""
    if cell.kind == "truth":
        return cell.value is value
    if cell.kind == "words":
        return bool(cell.value & value)
    return bool(cell.value[0] <= value[0] <= cell.value[1])


def what_is_said_to_decide_does(seed: int, depth: int) -> None:
    """Where facts fall as a forced answer says, that is the answer in every world; and the note of a settled one is true."""
    example = OpenExample(seed, depth)
    decision = decide(Valuation(example.case, example.on), example.node)
    if decision.settled is not None:
        for _, truth in outcomes(example, example.case, 8):
            assert truth is decision.settled, f"{decision.settled} was said to be settled: {example}"
    for forced in (*decision.alone, *decision.pairs):
        with ExitStack() as held:
            for fact, cell in forced.facts:
                row, value = cast(dict[str, Any], fact.row), cell.value
                if (
                    fact.lists
                ):  # closed, or as it is: then only the worlds count in which it has a further row that passes
                    value = row[fact.name] if value else _recorded(row[fact.name])
                held.enter_context(holding(row, fact.name, value))
            for oracle, truth in outcomes(example, example.case, 8):
                if all(_has_another(example, oracle, fact) for fact, cell in forced.facts if fact.lists and cell.value):
                    assert truth is forced.answer, f"{forced} was said, and {truth} may be: {example}"


def _recorded(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row["@presence"] != Presence.POSSIBLE)


def _has_another(example: Example, oracle: Oracle, fact: OpenFact) -> bool:
    """Whether a list of the case has a row, not recorded, that passes the test of a quantifier that asks it."""
    recorded = {oracle.world.of(row) for row in _recorded(fact.row[fact.name])}
    for node in walk(example.node):
        if node.op == "at_least" and node.args[0].param == fact.name and node.free <= {"case"}:
            passing = oracle.passing(node, oracle.ground, node.args[1])
            if any(one not in recorded for one, _ in passing):
                return True
    return False


def every_fact_that_decides_is_found(seed: int, depth: int) -> None:
    """If one value of one fact, or the closing of a list, gives a yes or no, that is said."""
    example = OpenExample(seed, depth)
    if Valuation(example.case, example.on).value(example.node) is not None:
        return
    decision = decide(Valuation(example.case, example.on), example.node)
    if decision.settled is not None or not _has_two_answers(example):
        return
    for row, name, fact in example.open_places:
        said = [
            (f.facts[0][1], f.answer) for f in decision.alone if f.facts[0][0].row is row and f.facts[0][0].name == name
        ]
        for value in values_of(fact, row[name]):
            with holding(row, name, value):
                answer = Valuation(example.case, example.on).value(example.node)
            if answer is not None:
                found = [truth for cell, truth in said if within_cell(cell, value)]
                assert found == [answer], f"{name}={value} gives {answer}; said was {said}: {example}"


def _has_two_answers(example: OpenExample) -> bool:
    """Whether there is a world in which the answer is yes, and one in which it is no, as far as a whole search can tell."""
    formula = Reader(valuation := Valuation(example.case, example.on)).formula(example.node, valuation.ground)
    cells = cells_of(asked_by(formula), is_fine=True)
    return all(Ways(cells, 100_000).can_be(formula, truth) for truth in (True, False))


def no_fact_is_named_that_cannot_change_the_answer(seed: int, depth: int) -> None:
    """Of each fact that is said to matter, two values give two answers, all else the same."""
    example = OpenExample(seed, depth, closed=True)
    decision = decide(Valuation(example.case, example.on), example.node)
    named = {(id(f.row), f.name): f for f in decision.matters if not f.lists}
    waiting = dict(named)
    open_places = example.open_places
    assert named.keys() <= {(id(row), name) for row, name, _ in open_places}, f"{named} are not all open: {example}"
    if not waiting:
        return
    for seed_of_world in range(400):
        answers: dict[tuple[Any, ...], bool] = {}
        for values in product(*(values_of(fact, row[name]) for row, name, fact in open_places)):
            with ExitStack() as held:
                for (row, name, _), value in zip(open_places, values, strict=True):
                    held.enter_context(holding(row, name, value))
                world = World(Random(seed_of_world), example.case)
                answers[values] = Oracle(world, example.day, None, None, seed_of_world).value(example.rule)
        for i, (row, name, _) in enumerate(open_places):
            by_others: dict[tuple[Any, ...], set[bool]] = {}
            for values, answer in answers.items():
                by_others.setdefault(values[:i] + values[i + 1 :], set()).add(answer)
            if any(len(found) == 2 for found in by_others.values()):
                waiting.pop((id(row), name), None)
        if not waiting:
            return
    raise AssertionError(f"{list(waiting.values())} cannot change the answer: {example}")
