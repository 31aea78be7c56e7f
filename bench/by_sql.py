"""The eight rules in DuckDB: as ``logic.columns`` writes them, and as a careful programmer does, over the same table.

SQL's NULL is Kleene's unknown in AND, OR, NOT and comparison, but not in the functions of lists, so those are spelt out.
"""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from abeyance.logic.columns import Columns
from abeyance.logic.operations import Row
from bench import by_hand
from bench.cases import Case
from bench.rules import RULES

REPEATED = 8  # how often the table holds each case, so that a query takes longer than its planning
FIRST, LAST = date(1950, 1, 1), date(2100, 12, 31)  # the days of the hand-written calendar


def open_day(day: str) -> str:
    """The next open day, from a list of them."""
    return f"(SELECT l FROM open_days)[({day}) - DATE '{FIRST}' + 1]"


def years(day: str, number: int) -> str:
    """The same day so many years later."""
    return f"({day} + INTERVAL {number} YEAR)::DATE"


def any_of(rows: str, name: str, test: str) -> str:
    """Whether a row of a list passes: Kleene's or, and no more than unknown of a list that may have others."""
    found = f"list_transform({rows}, lambda {name}: {test})"
    all_known = f"{rows}_complete AND list_count({found}) = len({found})"
    return f"CASE WHEN list_contains({found}, true) THEN true WHEN {all_known} THEN false END"


QUALIFIES = f"cancellation_decided < {years('c.born', 21)} AND NOT c.married AND c.status > 1"
PETTY = "v.most_months <= 12 AND v.months <= 6"
BARS = f"v.aggravated_felony OR v.controlled_substance OR (v.moral_turpitude AND NOT ({PETTY}))"

BY_HAND = f"""
WITH days AS (
  SELECT *, {open_day("final_order + 90")} AS in_ninety, {open_day("final_order + 180")} AS in_half_a_year,
    {open_day("decided + 30")} AS in_thirty, {open_day(years("arrived", 1))} AS a_year_on,
    {years("present_since", 10)} AS ten_years_on FROM {{source}}),
parts AS (
  SELECT *, no_notice OR (exceptional AND motion_filed <= in_half_a_year) AS want_of_notice,
    appeal_taken AND NOT appeal_waived AND appeal_filed <= in_thirty AS appeal_timely,
    charged < ten_years_on AS before_it, notice_complete AND charged < ten_years_on AS complete,
    (notice_complete AND charged < ten_years_on)
      OR (NOT notice_complete AND hearing_notice_sent AND hearing_notice < ten_years_on) AS two_papers,
    {any_of("children", "c", QUALIFIES)} AS relative,
    {any_of("convictions", "v", BARS)} AS bar
  FROM days),
presence AS (
  SELECT *, ten_years_on <= cancellation_decided AND NOT CASE
      WHEN cancellation_decided IS NULL THEN CASE
        WHEN before_it AND complete AND two_papers THEN true WHEN NOT (before_it OR complete OR two_papers) THEN false END
      WHEN cancellation_decided < DATE '2018-06-21' THEN before_it
      WHEN cancellation_decided < DATE '2019-05-01' THEN complete
      WHEN cancellation_decided < DATE '2021-04-29' THEN two_papers ELSE complete END
    AND NOT (offence_stops AND offence < ten_years_on) AS enough FROM parts)
SELECT
  motion_filed <= in_ninety OR changed_country OR joint OR (in_absentia AND want_of_notice) AS motion_timely,
  appeal_timely,
  (NOT appeal_waived AND in_thirty >= {{on}}) OR (appeal_timely AND appeal_pending)
    OR (in_absentia AND motion_pending AND want_of_notice) AS stay_in_force,
  NOT (asylum_filed <= a_year_on) AND NOT ((changed_circumstances OR extraordinary) AND reasonable_time)
    AND NOT (unaccompanied AND asylum_filed >= DATE '2009-03-23') AS asylum_barred,
  enough AS ten_years, relative AS qualifying_relative, bar AS criminal_bar,
  enough AND good_character AND NOT bar AND relative AND hardship AS cancellation
FROM presence"""


class Tables:
    """A database with the cases in both layouts; every query keeps its answers in a table, as a caseload would."""

    def __init__(self, rows: Sequence[Row], on: date, threads: int = 1) -> None:
        self.on = f"DATE '{on}'"
        self.base = duckdb.connect()
        self.base.execute(f"SET threads = {threads}")
        exact, in_part = Columns(RULES, Case, exact=True), Columns(RULES, Case)
        self._load("cases", exact, rows)
        self._load("spans", in_part, rows)
        for statement in dict.fromkeys((*exact.setup, *in_part.setup)):
            self.base.execute(statement)
        days = range(FIRST.toordinal(), LAST.toordinal() + 1)
        listed = ", ".join(f"DATE '{by_hand.open_day(date.fromordinal(day))}'" for day in days)
        self.base.execute(f"CREATE TABLE open_days AS SELECT [{listed}] AS l")
        self.queries = {
            "columns": exact.query("cases", self.on),
            "columns, known in part": in_part.query("spans", self.on),
            "by hand": BY_HAND.format(source="cases", on=self.on),
        }

    def run(self, name: str) -> None:
        """Answer every case by one of the ``queries``."""
        self.base.execute(f"CREATE OR REPLACE TEMP TABLE answers AS {self.queries[name]}")

    def answers(self, name: str) -> list[tuple[Any, ...]]:
        """The answers of one of the ``queries``."""
        return self.base.execute(self.queries[name]).fetchall()

    def _load(self, table: str, columns: Columns, rows: Sequence[Row]) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder, "cases.json")
            path.write_text("\n".join(json.dumps(columns.record(row)) for row in rows), "utf-8")
            kinds = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.schema.items())
            source = f"read_json('{path}', format = 'newline_delimited', columns = {{{kinds}}})"
            self.base.execute(f"CREATE TABLE {table} AS SELECT c.* FROM range({REPEATED}), {source} c")
