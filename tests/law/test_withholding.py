"""What withholding and the Convention against Torture ask: which elements, by which way, and what weighs."""

from abeyance.law.relief.reliefs import Relief
from abeyance.law.relief.withholding import CAT_DEFERRAL, CAT_WITHHOLDING, WITHHOLDING


def ids(relief: Relief) -> list[str]:
    return [element.id for element in relief.elements]


def weighed(relief: Relief) -> dict[str, list[str]]:
    return {j.of.id: [factor.shown.id for factor in j.factors] for j in relief.judgements}


def test_withholding_asks_for_a_threat_for_a_ground_and_for_no_bar() -> None:
    assert ids(WITHHOLDING) == ["wh.threat", "asylum.ground", "wh.nexus", "asylum.credible", "wh.no-bar"]
    assert weighed(WITHHOLDING) == {
        "wh.threat": [
            "asylum.shown.harm",
            "asylum.shown.family-harmed",
            "asylum.shown.officials",
            "asylum.shown.moved",
        ]
    }


def test_only_withholding_under_the_convention_is_barred_by_crimes_and_neither_asks_for_a_ground() -> None:
    without_bars = ["cat.in-force", "cat.torture", "cat.state", "asylum.credible"]
    assert ids(CAT_DEFERRAL) == without_bars
    assert ids(CAT_WITHHOLDING) == [*without_bars, "wh.no-bar"]


def test_what_weighs_for_torture_is_the_same_for_both() -> None:
    assert weighed(CAT_DEFERRAL) == weighed(CAT_WITHHOLDING)
    assert weighed(CAT_DEFERRAL) == {
        "cat.torture": ["cat.shown.torture", "asylum.shown.harm", "asylum.shown.moved"],
        "cat.state": ["asylum.shown.officials", "cat.shown.officials-knew", "asylum.shown.reported"],
    }


def test_a_screening_that_was_passed_is_a_way_to_each() -> None:
    for relief in (WITHHOLDING, CAT_WITHHOLDING, CAT_DEFERRAL):
        assert [gate.id for gate in relief.gates] == ["gate.withholding"]
