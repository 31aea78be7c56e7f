"""Every example of the law comes out as it says, by both readings; every provision has the examples it needs."""

import pytest

from abeyance.law.bundle import bundle

from .examples import Example, ask, examples, lacks, text_only


@pytest.mark.parametrize("example", examples(), ids=str)
def test_example(example: Example) -> None:
    outcome = ask(example)
    assert not outcome.wrong, f"{example.place}: {outcome.wrong}\n{outcome.reasons}"


def test_no_two_examples_of_a_rule_say_the_same() -> None:
    told = [str(e) for e in examples()]
    assert sorted(told) == sorted(set(told))


def test_every_provision_has_an_example_of_each_value_and_on_each_side_of_its_dates() -> None:
    by_rule = {id: [ask(e) for e in examples() if e.provision.id == id] for id in bundle().provisions}
    lacking = {id: lacks(p, by_rule[id]) for id, p in bundle().provisions.items()}
    shown = "\n".join(f"{id} lacks {lack}" for id, found in lacking.items() if id not in text_only() for lack in found)
    assert not shown, f"add examples, or list the rule in text_only.yaml with the reason:\n{shown}"


def test_text_only_lists_nothing_that_is_whole_and_nothing_that_is_not_there() -> None:
    stale = [id for id in text_only() if id not in bundle().provisions]
    whole = [
        id
        for id in text_only()
        if id not in stale and not lacks(bundle().provisions[id], [ask(e) for e in examples() if e.provision.id == id])
    ]
    assert not stale, f"no such provision: {', '.join(stale)}"
    assert not whole, f"take out of text_only.yaml: {', '.join(whole)}"
