"""The same rules as columns: DuckDB gives the very values that the logic reads off the expression."""

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abeyance.logic.columns import Columns
from abeyance.logic.expressions import (
    NO,
    ON,
    YES,
    Expr,
    RuleError,
    Version,
    all_,
    by_date,
    choose_if,
    days,
    later_of,
    years,
)
from abeyance.logic.facts import Entity, ListFact, RefFact, exists, last
from abeyance.logic.operations import blank
from abeyance.logic.values import Presence
from tests.logic import duck
from tests.logic import properties as hold
from tests.logic.conftest import EXAMPLES
from tests.logic.random_cases import blank_case
from tests.logic.vocabulary import COURT, Case, Paper, Person

BATCH = 10  # rules asked together: planning a query takes longer than answering it
case, paper = Case.root(), Paper.subject()


@settings(settings.get_profile("logic"), max_examples=max(1, EXAMPLES // BATCH))
@given(seed=st.integers(0, 2**48))
def test_columns_of_what_is_known_in_part_agree(seed: int) -> None:
    hold.columns_agree(seed, BATCH)


@settings(settings.get_profile("logic"), max_examples=max(1, EXAMPLES // BATCH))
@given(seed=st.integers(0, 2**48))
def test_columns_of_what_is_known_or_not_at_all_agree(seed: int) -> None:
    hold.exact_columns_agree(seed, BATCH)


# --- the layout -------------------------------------------------------------------------------------------------------------


def test_the_table_has_the_facts_the_rules_read_and_no_others() -> None:
    columns = Columns({"it": exists(case.papers, lambda p: p.granted & (p.filed <= case.decided))}, Case)
    assert columns.schema == {
        "papers": 'STRUCT("granted" BOOLEAN, "filed_first" DATE, "filed_last" DATE, "@presence" TINYINT, "@at" INTEGER)[]',
        "decided_first": "DATE",
        "decided_last": "DATE",
    }
    assert columns.results == ("it",)


def test_where_all_is_known_or_not_at_all_a_day_is_one_column_and_a_list_says_whether_it_is_complete() -> None:
    columns = Columns(
        {"due": case.decided + days(30), "it": exists(case.papers, lambda p: p.granted)}, Case, exact=True
    )
    assert columns.schema == {
        "decided": "DATE",
        "papers": 'STRUCT("granted" BOOLEAN)[]',
        "papers_complete": "BOOLEAN",
    }
    assert columns.results == ("due_first", "due_last", "it")


def test_a_record_holds_spans_sets_and_places() -> None:
    columns = Columns({"it": exists(case.papers, lambda p: p.of.kind.is_("motion") & (p.of.filed <= ON))}, Case)
    first = {**blank(Paper), "@id": "first", "@presence": Presence.SURE, "kind": 1, "filed": (737425, 737426)}
    second = {**blank(Paper), "@id": "second", "@presence": Presence.SURE, "of": (first, blank(Paper))}
    assert columns.record({**blank_case(), "papers": (first, second)})["papers"] == [
        {"kind": 1, "filed_first": "2020-01-01", "filed_last": "2020-01-02", "of": [], "@presence": 1, "@at": 1},
        {"kind": 7, "filed_first": "1900-01-01", "filed_last": "2200-01-01", "of": [1, 0], "@presence": 1, "@at": 2},
    ]


UNEVEN: list[tuple[str, dict[str, Any], str]] = [
    ("a span", {"decided": (737425, 737430)}, "decided is known in part"),
    ("a set of words", {"circuit": 3}, "circuit is known in part"),
    ("a mention", {"papers": ({**blank(Paper), "@presence": Presence.MENTION},)}, "papers has a mention"),
    (
        "a limited open end",
        {"papers": ({**blank(Paper), "granted": False},)},
        "an open end of which something is known",
    ),
]


@pytest.mark.parametrize(("facts", "message"), [u[1:] for u in UNEVEN], ids=[u[0] for u in UNEVEN])
def test_what_is_known_in_part_does_not_fit_where_all_is_known_or_not_at_all(
    facts: dict[str, Any], message: str
) -> None:
    rule = all_(case.decided <= ON, case.circuit.is_("1"), exists(case.papers, lambda p: p.granted))
    with pytest.raises(ValueError, match=message):
        Columns({"it": rule}, Case, exact=True).record({**blank_case(), **facts})


# --- what columns cannot say ------------------------------------------------------------------------------------------------


class Holder(Entity):
    """a case that points at a person"""

    one = RefFact[Person]("the one", entity=lambda: Person)
    people = ListFact[Person]("the people", entity=lambda: Person)


INEXPRESSIBLE: list[tuple[str, Callable[[], Columns], str]] = [
    (
        "rules about two subjects",
        lambda: Columns({"a": paper.granted, "b": Person.subject().citizen}, Case),
        "rules about Paper and Person are compiled apart",
    ),
    (
        "the last of a list of a row",
        lambda: Columns({"a": exists(case.people, lambda p: last(p.visits, by=lambda v: v.on).alone)}, Case),
        "this Visit is in none",
    ),
    (
        "which of the rows of a row",
        lambda: Columns({"a": exists(case.people, lambda p: exists(p.visits, lambda v: v.is_row(v)))}, Case),
        "this Visit is in none",
    ),
    (
        "a reference where all is known or not at all",
        lambda: Columns({"a": case.lead.granted}, Case, exact=True),
        "no Paper is pointed at: use the usual columns",
    ),
    (
        "a list of a row pointed at",
        lambda: Columns({"a": exists(Holder.root().one.visits, lambda v: v.alone)}, Holder),
        "not the visits of a row pointed at",
    ),
]


@pytest.mark.parametrize(("make", "message"), [i[1:] for i in INEXPRESSIBLE], ids=[i[0] for i in INEXPRESSIBLE])
def test_what_columns_cannot_say_is_refused_with_the_reason(make: Callable[[], Columns], message: str) -> None:
    with pytest.raises(RuleError, match=message):
        make()


# --- where SQL would go wrong -----------------------------------------------------------------------------------------------


def answer(rule: Expr, exact: bool = False, **facts: Any) -> Any:
    """What DuckDB answers of a case of which these facts are known."""
    columns = Columns({"it": rule}, Case, exact=exact)
    return duck.answers(columns, [{**blank_case(), **facts}], [date(2020, 3, 1)])[0, 0]["it"]


VERSIONS = ((Version(None, "old"), NO), (Version(date(2020, 3, 1), "new"), YES))


@pytest.mark.parametrize("exact", [False, True])
def test_a_day_not_known_does_not_fall_to_the_latest_law(exact: bool) -> None:
    assert answer(by_date(case.decided, *VERSIONS), exact) is None
    assert answer(by_date(case.decided, *VERSIONS), exact, decided=(737485, 737485)) is True
    assert answer(by_date(case.decided, *VERSIONS), exact, decided=(737484, 737484)) is False


@pytest.mark.parametrize("exact", [False, True])
def test_a_test_not_known_does_not_fall_to_else(exact: bool) -> None:
    assert answer(choose_if(case.waived, YES, case.oral), exact, oral=False) is None
    assert answer(choose_if(case.waived, YES, case.oral), exact, oral=True) is True


@pytest.mark.parametrize("exact", [False, True])
def test_a_list_nothing_is_known_of_is_not_empty_and_an_empty_one_is(exact: bool) -> None:
    granted = exists(case.papers, lambda p: p.granted)
    assert answer(granted, exact) is None
    assert answer(granted, exact, papers=()) is False


@pytest.mark.parametrize("exact", [False, True])
def test_one_that_is_not_known_among_others_that_fail_leaves_the_list_open(exact: bool) -> None:
    rows = [{**blank(Paper), "@presence": Presence.SURE, "granted": truth} for truth in (False, None, True)]
    granted = exists(case.papers, lambda p: p.granted)
    assert answer(granted, exact, papers=tuple(rows[:2])) is None
    assert answer(granted, exact, papers=tuple(rows)) is True
    assert answer(granted, exact, papers=tuple(rows[:1])) is False


def test_a_list_nothing_is_known_of_is_no_where_no_row_could_pass() -> None:
    known_not = exists(case.papers, lambda p: p.granted & case.waived)
    assert answer(known_not, exact=True, waived=False) is False


def test_the_later_of_two_days_of_which_one_is_not_known_is_not_the_other() -> None:
    assert answer(later_of(case.decided, case.left) <= "2020-03-01", exact=True, left=(737425, 737425)) is None


def test_29_february_is_28_february_a_year_later() -> None:
    leap_day = date(2020, 2, 29).toordinal()
    assert answer(case.decided + years(1), decided=(leap_day, leap_day)) == (date(2021, 2, 28).toordinal(),) * 2


def test_a_day_before_the_table_of_open_days_is_not_counted_from_its_end() -> None:
    columns = Columns({"it": case.decided.open_day(COURT)}, Case)
    duck.load(columns, [blank_case()], [date(2020, 3, 1)])
    duck.database().execute("UPDATE cases SET decided_first = DATE '1850-01-01', decided_last = DATE '1850-01-01'")
    found = duck.database().execute(columns.query("cases", "asked")).fetchone()
    assert found == (date(1900, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize("day", ["1900-01-01", "2200-01-01"])
def test_a_day_by_which_what_never_happens_would_have_happened_is_an_error(day: str) -> None:
    columns = Columns({"it": case.decided <= ON}, Case)
    with pytest.raises(duckdb.Error, match=f"no question is asked about {day}"):
        duck.answers(columns, [blank_case()], [date.fromisoformat(day)])


def test_the_days_next_to_them_can_be_asked_about() -> None:
    columns = Columns({"it": case.decided <= ON}, Case)
    days = [date(1900, 1, 2), date(2199, 12, 31)]
    assert [a["it"] for a in duck.answers(columns, [blank_case()] * 2, days).values()] == [None, None]
