"""The regimes of discretion: what the table says of them, and that the rule of the day agrees with it."""

from datetime import date, timedelta

import pytest

from abeyance.law.bundle import bundle
from abeyance.law.discretion.priorities import priority_on_the_day
from abeyance.law.discretion.stay_form import DENIAL, REJECTION
from abeyance.law.discretion.weighing import PROOF, TIERS, weighing_on, weighings
from abeyance.law.provisions import own_dates
from abeyance.law.tables import regimes


def starts() -> set[date]:
    """The days on which the rule of the day changes."""
    return {v.start for dated in own_dates(priority_on_the_day.expression) for v in dated.versions if v.start}


def test_every_regime_has_a_source_and_says_whom_it_put_first() -> None:
    assert all(r.source and r.title and r.first and r.rules for r in regimes())
    assert {r.confidence for r in regimes()} <= {"sure", "probably"}
    assert len({r.id for r in regimes()}) == len(regimes())


def test_a_regime_ends_after_it_begins_and_its_parts_lie_within_it() -> None:
    for regime in regimes():
        end = regime.end or date.max
        assert regime.start < end, regime.id
        assert all(regime.start <= p.start < p.end <= end for p in regime.parts if "pause" not in p.what), regime.id


def test_each_day_since_2010_on_which_whom_to_put_first_changed_is_a_day_of_the_rule() -> None:
    changes = {r.start for r in regimes() if r.tiers} | {r.end for r in regimes() if r.tiers and r.end}
    assert changes <= starts()


def test_each_day_on_which_the_whole_was_taken_back_is_a_day_of_the_rule() -> None:
    days = {
        day
        for r in regimes()
        for p in r.parts
        if p.what.startswith(("the whole", "the priorities"))
        for day in (p.start, p.end)
    }
    assert days <= starts()


def test_the_table_names_only_provisions_that_there_are() -> None:
    for weighing in weighings():
        assert [t.id for t in weighing.tiers] == list(weighing.regime.tiers)
        assert [f.shown.id for f in weighing.factors] == [*weighing.regime.in_favor, *weighing.regime.against]
        assert all(f.proof for f in weighing.factors)
    assert all(bundle().find(shown.id) for shown, _ in PROOF)
    assert all(bundle().find(id) for id in TIERS)


def test_no_factor_and_no_tier_is_left_over() -> None:
    used = {f.shown.id for w in weighings() for f in w.factors} | {t.id for w in weighings() for t in w.tiers}
    assert {shown.id for shown, _ in PROOF} | set(TIERS) == used


@pytest.mark.parametrize(
    ("day", "governed"),
    [
        ("2005-03-01", ["meissner"]),
        ("2012-07-02", ["list-2010", "morton"]),
        ("2015-06-01", ["johnson"]),
        ("2017-02-21", ["kelly"]),
        ("2017-05-01", ["kelly"]),
        ("2021-01-25", []),
        ("2021-06-01", ["interim"]),
        ("2022-08-01", ["guidelines"]),
        ("2026-11-23", ["order-2025"]),
    ],
)
def test_what_governed_on_a_day(day: str, governed: list[str]) -> None:
    assert [w.regime.id for w in weighing_on(date.fromisoformat(day))] == governed


def test_what_was_taken_back_is_told_on_each_of_its_days_and_not_on_the_next() -> None:
    guidelines = next(r for r in regimes() if r.id == "guidelines")
    vacated = next(p for p in guidelines.parts if p.start == date(2022, 6, 25))
    assert guidelines.taken_back(vacated.start) == (vacated,)
    assert vacated in guidelines.taken_back(vacated.end - timedelta(days=1))
    assert vacated not in guidelines.taken_back(vacated.end)


def test_the_reasons_printed_on_the_form_are_fifteen_and_each_is_a_provision() -> None:
    ids = [p.id for p in (*REJECTION, *DENIAL)]
    assert len(set(ids)) == len(ids) == 15
    assert all(bundle().find(id) for id in ids)
