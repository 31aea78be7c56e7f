"""What must hold of every rule and every case: each property is a function of a seed and of how deep the rule nests.

``test_properties`` asks them of thousands of seeds, ``test_planted_bugs`` shows that each kind of mistake is caught.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from random import Random
from typing import Any

from abeyance.logic.columns import Columns
from abeyance.logic.evaluating import Rows, Valuation
from abeyance.logic.explaining import Reason, _Explainer
from abeyance.logic.expressions import Choice, Expr
from abeyance.logic.operations import Row
from abeyance.logic.python import compile_rules
from abeyance.logic.specialising import _specialised, specialise
from abeyance.logic.values import Presence
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
    for world, truth in outcomes(example, example.case, worlds):
        assert allows(example.node, value, truth), f"{value} was said, {truth} may be ({world.root.facts}): {example}"


def outcomes(example: Example, case: Row, number: int) -> Iterator[tuple[World, Any]]:
    """Some worlds that a case may turn out to be, with the rule's value in each."""
    for seed in range(number):
        world = World(example.random, case)
        about = world.of(example.about(case))
        with suppress(SelfContradiction):
            yield world, Oracle(world, example.day, about, example.known, seed).value(example.rule)


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
