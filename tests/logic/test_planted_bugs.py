"""A mistake planted in any reading is caught by a property: each is made on purpose here, and must not go unnoticed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from abeyance.logic import conditions, evaluating, specialising, tables
from abeyance.logic import operations as do
from abeyance.logic.columns import Columns
from abeyance.logic.python import _Writer
from abeyance.logic.values import ANY_NUMBER, Presence, Span
from tests.logic import properties as hold

SEEDS = 1_500
BATCHES = 40  # of ten rules, for DuckDB

Plant = Callable[[pytest.MonkeyPatch], None]


def instead(where: Any, name: str, mistaken: Callable[..., Callable[..., Any]]) -> Plant:
    """Put in a function's place the mistaken one that is made of it."""
    return lambda patch: patch.setattr(where, name, mistaken(getattr(where, name)))


def rewritten(where: type, name: str, was: str, becomes: str) -> Plant:
    """Rewrite the text that a method gives: generated Python or SQL."""

    def mistaken(right: Callable[..., str]) -> Callable[..., str]:
        return lambda *given, **named: right(*given, **named).replace(was, becomes)

    return instead(where, name, mistaken)


def caught(holds: Callable[[int, int], None], seeds: int, argument: Callable[[int], int]) -> bool:
    for seed in range(seeds):
        try:
            holds(seed, argument(seed))
        except AssertionError:
            return True
    return False


def _by_its_ends(right: Callable[..., Span], base: Span, on: Span, *law: Any) -> Span:
    first, last = (right((base[i],) * 2, (on[i],) * 2, *law)[i] for i in (0, 1))
    return first, last


READING: dict[str, Plant] = {
    "on or before is read as before": instead(
        evaluating, "not_after", lambda right: lambda one, other: right((one[0] + 1, one[1] + 1), other)
    ),
    "not unknown is yes": instead(evaluating, "negation", lambda _: lambda value: not value),
    "a word that may be among others is": instead(
        evaluating, "within", lambda _: lambda mask, codes: bool(mask & codes)
    ),
    "a list has no others": instead(
        do, "tally", lambda right: lambda found: right([f for f in found if f[0] != Presence.POSSIBLE])
    ),
    "a mention is somebody else": instead(
        do,
        "tally",
        lambda right: lambda found: right([(Presence.SURE if p == Presence.MENTION else p, v) for p, v in found]),
    ),
    "one too many is asked for": instead(do, "reaches", lambda right: lambda number, least: right(number, least + 1)),
    "branches that may be taken are not joined": instead(do, "join", lambda _: lambda kind, values: values[0]),
    "only the first branch may be taken": instead(
        do, "possible_branches", lambda right: lambda *given: list(right(*given))[:1]
    ),
    "the first is taken for the last": instead(
        do, "select", lambda right: lambda rows, end: right(rows, {"first": "last", "last": "first"}[end])
    ),
    "a span is moved by its ends alone": instead(do, "add_version", lambda right: partial(_by_its_ends, right)),
    "days between are counted the other way": instead(
        do, "days_between", lambda right: lambda earlier, later: right(later, earlier)
    ),
    "two rows are one": instead(do, "same_row", lambda _: lambda one, other: True),
    "what is pointed at is the first that may be": instead(
        do, "follow", lambda right: lambda *given: do.Candidates(right(*given).rows[:1], right(*given).may_be_none)
    ),
    "a rule undone is still seen": instead(
        specialising, "is_seen", lambda right: lambda version, known: right(replace(version, undone=None), known)
    ),
}

DECIDING: dict[str, Plant] = {
    "what passes does not": instead(tables, "passes", lambda right: lambda cell, test: not right(cell, test)),
    "one less is enough": instead(
        tables, "reaching", lambda right: lambda least, *given: right(max(least - 1, 0), *given)
    ),
    "a day on the edge is past it": instead(
        conditions, "last_within", lambda right: lambda moves, low, high, limit: right(moves, low, high, limit - 1)
    ),
}

GENERATED = {
    "max( becomes min(": ("max(", "min("),
    "<= becomes <": (" <= ", " < "),
    "is not False becomes is True": (" is not False", " is True"),
    "an open end counts for nothing": (f" = {ANY_NUMBER[1]}", " = 0"),
}

SQL = {
    "<= becomes <": (" <= ", " < "),
    "greatest becomes least": ("greatest(", "least("),
    "what may pass does not": ("coalesce(e.passes, TRUE)", "coalesce(e.passes, FALSE)"),
    "unknown is no": (" THEN FALSE END", " THEN FALSE ELSE FALSE END"),
    "not is left out": ("(NOT ", "("),
}


@pytest.mark.parametrize("plant", READING.values(), ids=READING.keys())
def test_the_oracle_catches_that(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    assert caught(hold.readings_agree, SEEDS, lambda seed: seed % 4)


@pytest.mark.parametrize("plant", DECIDING.values(), ids=DECIDING.keys())
def test_of_what_would_decide_it_is_caught_that(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    assert caught(hold.what_is_said_to_decide_does, SEEDS, lambda seed: seed % 4)


@pytest.mark.parametrize(("was", "becomes"), GENERATED.values(), ids=GENERATED.keys())
def test_in_generated_python_it_is_caught_that(was: str, becomes: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rewritten(_Writer, "text", was, becomes)(monkeypatch)
    assert caught(hold.readings_agree, SEEDS, lambda seed: seed % 4)


@pytest.mark.parametrize(("was", "becomes"), SQL.values(), ids=SQL.keys())
def test_in_columns_it_is_caught_that(was: str, becomes: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rewritten(Columns, "query", was, becomes)(monkeypatch)
    assert caught(hold.columns_agree, BATCHES, lambda _: 10)
