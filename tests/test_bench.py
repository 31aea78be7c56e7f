"""The bench compares what is the same: its rules, written four ways, give the same answers."""

import runpy
from collections import Counter

import pytest
from bench import by_hand, measures
from bench.by_sql import REPEATED, Tables
from bench.cases import as_row, plain_cases
from bench.rules import RULES


def test_the_bench_s_rules_answer_as_the_hand_written_ones_and_every_rule_comes_out_every_way() -> None:
    plain = plain_cases(2_000, measures.UNKNOWN)
    answers = measures.ask([as_row(case) for case in plain])
    assert answers == [by_hand.answers(case, measures.ON) for case in plain]
    for place, rule in enumerate(RULES):
        assert {answer[place] for answer in answers} == {True, False, None}, rule


def test_a_case_known_in_part_or_with_open_lists_never_turns_a_yes_into_a_no() -> None:
    plain = plain_cases(500, measures.UNKNOWN)
    sharp = measures.ask([as_row(case) for case in plain])
    for blurred in (
        measures.ask([as_row(c, slack=5) for c in plain]),
        measures.ask([as_row(c, open_lists=True) for c in plain]),
    ):
        assert blurred != sharp
        assert all(b in (None, s) for bs, ss in zip(blurred, sharp, strict=True) for b, s in zip(bs, ss, strict=True))


def test_the_bench_s_tables_give_the_hand_written_answers_by_every_query() -> None:
    plain = plain_cases(300, measures.UNKNOWN)
    tables = Tables([as_row(case) for case in plain], measures.ON)
    expected = Counter(by_hand.answers(case, measures.ON) for case in plain for _ in range(REPEATED))
    assert all(Counter(tables.answers(name)) == expected for name in tables.queries)


def test_nothing_is_timed_where_the_answers_differ() -> None:
    with pytest.raises(SystemExit, match="hand-written Python gave other answers: nothing was timed"):
        measures.same("hand-written Python", [True], [None])


def test_the_bench_can_be_imported_without_running() -> None:
    assert "main" in runpy.run_module("bench.__main__")
