"""What is measured, each with the target it must reach.  Before anything is timed the answers are compared."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from abeyance.assess.asking import Inquiry
from abeyance.assess.building import build
from abeyance.assess.targets import subjects, targets
from abeyance.casefile.reading import open_case
from abeyance.law.bundle import bundle
from abeyance.logic.deciding import decide
from abeyance.logic.evaluating import Valuation
from abeyance.logic.operations import Row
from abeyance.logic.python import compile_rules
from abeyance.write.brief_text import to_text
from bench import by_hand
from bench.by_sql import REPEATED, Tables
from bench.cases import as_row, plain_cases
from bench.rules import RULES
from bench.timing import cold, one_by_one, side_by_side

ON = date(2026, 6, 30)
UNKNOWN = 0.15
PROGRAM = compile_rules(RULES)
DERBY, DERBY_ON = Path(__file__).parents[1] / "examples" / "derby", date(2017, 5, 1)


@dataclass(frozen=True)
class Measure:
    """One figure: what it is of, what it came to, and what it must reach (None where it is only told)."""

    of: str
    figure: str
    target: str = ""
    met: bool | None = None


def at_most(of: str, value: float, most: float, unit: str, scale: float) -> Measure:
    """A time in a unit that must not be exceeded."""
    return Measure(of, f"{value * scale:.3g} {unit}", f"at most {most:g} {unit}", value * scale <= most)


def same(what: str, mine: object, other: object) -> None:
    """Raise SystemExit where two ways of asking gave different answers."""
    if mine != other:
        raise SystemExit(f"{what} gave other answers: nothing was timed")


def ask(rows: list[Row]) -> list[tuple[object, ...]]:
    """The eight answers about each row, by the generated Python."""
    on = ON.toordinal()
    return [PROGRAM.answers(row, on, row) for row in rows]


def one_case(number: int, rounds: int) -> Iterator[Measure]:
    """Eight rules on one case: generated Python, and what a careful programmer writes."""
    plain = plain_cases(number, UNKNOWN)
    rows = [as_row(case) for case in plain]
    same("hand-written Python", ask(rows), [by_hand.answers(case, ON) for case in plain])
    slack = [as_row(case, slack=5) for case in plain]
    unsure = [as_row(case, open_lists=True) for case in plain]
    took = side_by_side(
        {
            "mine": lambda: ask(rows),
            "hand": lambda: [by_hand.answers(case, ON) for case in plain],
            "slack": lambda: ask(slack),
            "unsure": lambda: ask(unsure),
        },
        rounds,
    )
    mine, hand = took["mine"] / number, took["hand"] / number
    yield Measure("one case, eight rules", f"{mine * 1e6:.3g} us")
    ratio = mine / hand
    yield Measure("  of hand-written Python", f"{ratio:.2f}", "at most 0.5", ratio <= 0.5)
    yield Measure("  with every day known to eleven days", f"{took['slack'] / took['mine']:.2f} times that")
    yield Measure("  with lists that may have others", f"{took['unsure'] / took['mine']:.2f} times that")


def openfisca(number: int, rounds: int) -> Iterator[Measure]:
    """The same on cases in which all is known, beside OpenFisca-core; not measured where that is not installed."""
    of = "  faster than OpenFisca-core"
    try:
        from bench import by_openfisca
    except ImportError:
        yield Measure(of, "not measured: it is not installed", "at least 100 times")
        return
    plain = plain_cases(number, 0)
    rows, system = [as_row(case) for case in plain], by_openfisca.system()
    same("OpenFisca-core", ask(rows), [by_openfisca.answers(system, case, ON) for case in plain])
    took = side_by_side(
        {
            "mine": lambda: [ask(rows) for _ in range(100)],
            "theirs": lambda: [by_openfisca.answers(system, case, ON) for case in plain],
        },
        rounds,
    )
    ratio = took["theirs"] / (took["mine"] / 100)
    yield Measure(of, f"{ratio:.0f} times", "at least 100 times", ratio >= 100)


def deciding(number: int) -> Iterator[Measure]:
    """What would decide each unknown answer."""
    asked = [
        (Valuation(as_row(case), ON.toordinal()), rule)
        for case in plain_cases(number, UNKNOWN)
        for rule in RULES.values()
    ]
    unknown = [(valuation, rule) for valuation, rule in asked if valuation.value(rule) is None]
    took = one_by_one(partial(decide, valuation, rule) for valuation, rule in unknown)
    yield at_most(f"what would decide it, of {len(took)} unknown answers", median(took), 150, "us", 1e6)
    yield Measure("  99 of 100 within", f"{took[len(took) * 99 // 100] * 1e3:.2g} ms")


def columns(number: int, rounds: int) -> Iterator[Measure]:
    """The eight rules as columns in DuckDB, on one thread, and the SQL a careful programmer writes, over one table."""
    plain = plain_cases(number, UNKNOWN)
    tables = Tables([as_row(case) for case in plain], ON)
    expected = Counter(by_hand.answers(case, ON) for case in plain for _ in range(REPEATED))
    for name in tables.queries:
        same(f"DuckDB, {name},", Counter(tables.answers(name)), expected)
    took = side_by_side({name: partial(tables.run, name) for name in tables.queries}, rounds)
    ratio = took["by hand"] / took["columns"]
    million = number * REPEATED / took["columns"] / 1e6
    yield Measure("DuckDB columns, eight rules", f"{million:.2g} million cases a second")
    yield Measure("  of the speed of hand-written SQL", f"{ratio:.2f}", "at least 0.9", ratio >= 0.9)
    dearer = took["columns, known in part"] / took["columns"]
    yield Measure("  with days as intervals and lists known in part", f"{dearer:.2f} times the time")


def real_law(rounds: int) -> Iterator[Measure]:
    """The law of the standard example, after one round that does not count."""
    case = open_case(DERBY)

    def answers() -> None:
        inquiry = Inquiry(case, DERBY_ON)
        for target in targets(inquiry):
            inquiry.ask(target.rule, target.subject)

    def whole_law() -> None:
        inquiry = Inquiry(case, DERBY_ON)
        for rule in bundle().provisions.values():
            for subject in subjects(inquiry, rule):
                inquiry.ask(rule, subject)

    def page() -> None:
        to_text(build(Inquiry(case, DERBY_ON)))

    took = side_by_side({"answers": answers, "law": whole_law, "brief": page}, rounds)
    yield at_most("the example: every provision of every row, warm", took["law"], 60, "ms", 1e3)
    yield at_most("  every stay, avenue and gate, warm", took["answers"], 50, "ms", 1e3)
    yield at_most("  with ranking and text", took["brief"], 150, "ms", 1e3)


def command_line(rounds: int) -> Iterator[Measure]:
    """Commands from a cold start."""
    start = [sys.executable, "-c", "from abeyance.cli import main; main()"]
    brief = [*start, "brief", str(DERBY), "--on", DERBY_ON.isoformat()]
    yield at_most("abeyance brief, cold", cold(brief, rounds), 0.6, "s", 1)
    yield at_most("abeyance --help, cold", cold([*start, "--help"], rounds), 0.3, "s", 1)
