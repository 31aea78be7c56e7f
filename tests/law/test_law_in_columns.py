"""The whole law as columns: every provision compiles, and DuckDB answers it as the logic does, of the examples and of random files."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from abeyance.casefile.reading import open_case
from abeyance.casefile.record import derive
from abeyance.casefile.vocabulary import Case
from abeyance.law.bundle import bundle
from abeyance.law.provisions import Provision
from abeyance.logic.columns import Columns
from abeyance.logic.evaluating import Valuation
from abeyance.logic.operations import Row
from tests.law.examples import examples, record_of
from tests.logic import duck
from tests.logic.random_cases import Shape, random_case

FOLDERS = sorted(path.parent for path in (Path(__file__).parents[2] / "examples").glob("*/case.yaml"))
DAYS = (date(1996, 6, 15), date(2012, 3, 1), date(2017, 5, 1), date(2026, 3, 9), date(2026, 9, 8))
KNOWN = (None, date(2026, 3, 7).toordinal())
QUESTIONS = [
    pytest.param(provision, known, id=f"{provision.id}{' as known in March 2026' if known else ''}")
    for provision in bundle().provisions.values()
    for known in KNOWN
    if known is None or provision.known(known) is not provision.known(None)
]


@cache
def files() -> tuple[tuple[Row, date], ...]:
    """The example files and some random ones, each with a day to ask it on."""
    return (*((derive(open_case(folder)).root, day) for folder in FOLDERS for day in DAYS), *_random_files(40))


def examples_of(provision: Provision[Any, Any]) -> list[tuple[Row, date]]:
    """The cases and days of a provision's own examples, which show every value that it can take."""
    return [(record_of(example).root, example.on) for example in examples() if example.provision is provision]


def _random_files(number: int) -> Iterator[tuple[Row, date]]:
    random = Random(7)
    for _ in range(number):
        day = random.choice(DAYS)
        days = (day.toordinal() - random.choice([60, 400, 9000]), day.toordinal() + 40)
        yield random_case(random, Shape(random.choice([0.0, 0.1, 0.4]), rows=3, width=300, days=days), Case), day


@pytest.mark.parametrize(("provision", "known"), QUESTIONS)
def test_a_provision_is_answered_alike_in_columns(provision: Provision[Any, Any], known: int | None) -> None:
    rule = provision.known(known)
    columns = Columns({"it": rule}, Case)
    cases = [*files(), *examples_of(provision)]
    found = duck.answers(columns, [case for case, _ in cases], [day for _, day in cases])
    assert found
    for (number, place), values in found.items():
        case, day = cases[number]
        about = case[columns.lists[columns.subject]][place - 1] if columns.subject else case
        assert values["it"] == Valuation(case, day.toordinal(), about).value(rule), f"{about['@id']} on {day}: {case}"
