"""Every example of the law comes out as it says, by both readings; every provision has the examples it needs."""

from pathlib import Path

import pytest

from abeyance.law.bundle import bundle
from abeyance.law.tables import text_only
from abeyance.problems import Problem

from .examples import SHARED, Example, ask, examples, lacks, read


@pytest.mark.parametrize("example", examples(), ids=str)
def test_example(example: Example) -> None:
    outcome = ask(example)
    assert not outcome.wrong, f"{example.place}: {outcome.wrong}\n{outcome.reasons}"


def test_a_claim_about_two_subjects_at_once_is_refused_and_not_half_read(tmp_path: Path) -> None:
    file = tmp_path / "avenue.rescind.yaml"
    file.write_text(
        "rule: avenue.rescind\nabout: order-1\non: 2017-05-01\nexamples:\n"
        "  - {says: two, claims: [{order-1: {order: removal}, motion: {filing: other}}], answer: unknown}\n"
    )
    problems: list[Problem] = []
    read(file, problems, SHARED)
    assert [p.message for p in problems] == ["a claim is about one subject"]


def test_no_two_examples_of_a_rule_say_the_same() -> None:
    told = [str(e) for e in examples()]
    assert sorted(told) == sorted(set(told))


def test_every_provision_has_an_example_of_each_value_and_on_each_side_of_its_dates() -> None:
    by_rule = {id: [ask(e) for e in examples() if e.provision.id == id] for id in bundle().provisions}
    lacking = {id: lacks(p, by_rule[id]) for id, p in bundle().provisions.items()}
    shown = "\n".join(f"{id} lacks {lack}" for id, found in lacking.items() for lack in found)
    assert not shown, (
        f"add examples, or take the rule out and list it in law/tables/text_only.yaml with the reason:\n{shown}"
    )


def test_what_is_text_only_is_no_provision_and_says_why() -> None:
    ids = [row.id for row in text_only()]
    assert len(ids) == len(set(ids)) and not [id for id in ids if bundle().find(id)]
    assert all(row.says and row.reason for row in text_only())
