"""Thousands of random rules and cases: the readings agree, no answer is ever contradicted, and none is ever taken back.

3,000 examples of each; see docs/developers/testing.md for more.
"""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.logic import properties as hold

PROPERTIES: tuple[Callable[[int, int], None], ...] = (
    hold.readings_agree,
    hold.no_world_contradicts,
    hold.learning_more_changes_no_answer,
    hold.reasons_say_what_is_so,
)


@pytest.mark.parametrize("holds", PROPERTIES, ids=lambda holds: holds.__name__)
def test_it_holds_of_every_rule_and_case_that(holds: Callable[[int, int], None]) -> None:
    @settings(settings.get_profile("logic"))
    @given(seed=st.integers(0, 2**48), depth=st.integers(0, 3))
    def ask(seed: int, depth: int) -> None:
        holds(seed, depth)

    ask()
