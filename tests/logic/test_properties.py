"""Thousands of random rules and cases: the readings agree, no answer is ever contradicted, and none is ever taken back.

3,000 examples of each; see docs/developers/testing.md for more.
"""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abeyance.logic import deciding
from tests.logic import properties as hold

PROPERTIES: tuple[Callable[[int, int], None], ...] = (
    hold.readings_agree,
    hold.no_world_contradicts,
    hold.learning_more_changes_no_answer,
    hold.reasons_say_what_is_so,
)


DECIDING: tuple[Callable[[int, int], None], ...] = (
    hold.what_is_said_to_decide_does,
    hold.every_fact_that_decides_is_found,
    hold.no_fact_is_named_that_cannot_change_the_answer,
)


@pytest.mark.parametrize("limit", [deciding.LIMIT, 0], ids=["all tried", "cut"])
@pytest.mark.parametrize("holds", DECIDING, ids=lambda holds: holds.__name__)
def test_of_what_would_decide_an_answer(
    holds: Callable[[int, int], None], limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "LIMIT", limit)

    @settings(settings.get_profile("logic"))
    @given(seed=st.integers(0, 2**48), depth=st.integers(0, 3))
    def ask(seed: int, depth: int) -> None:
        holds(seed, depth)

    ask()


@pytest.mark.parametrize("holds", PROPERTIES, ids=lambda holds: holds.__name__)
def test_it_holds_of_every_rule_and_case_that(holds: Callable[[int, int], None]) -> None:
    @settings(settings.get_profile("logic"))
    @given(seed=st.integers(0, 2**48), depth=st.integers(0, 3))
    def ask(seed: int, depth: int) -> None:
        holds(seed, depth)

    ask()
