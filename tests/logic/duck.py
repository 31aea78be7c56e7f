"""Columns asked of DuckDB: cases in, answers out, as the logic writes them."""

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from abeyance.logic.columns import Columns
from abeyance.logic.operations import Row

_made: set[str] = set()


@cache
def database() -> duckdb.DuckDBPyConnection:
    """One database for all tests of a process."""
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    return connection


def load(columns: Columns, cases: Sequence[Row], on: Sequence[date], table: str = "cases") -> None:
    """A table of the cases, each with its number and the day it is asked on (``asked``)."""
    kinds = {"number": "INTEGER", "asked": "DATE"} | columns.schema
    rows = [
        columns.record(case) | {"number": i, "asked": day.isoformat()}
        for i, (case, day) in enumerate(zip(cases, on, strict=True))
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder, "cases.json")
        path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
        listed = ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items())
        source = f"read_json('{path}', format = 'newline_delimited', columns = {{{listed}}})"
        database().execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM {source}")
    for statement in columns.setup:
        if statement not in _made:
            database().execute(statement)
            _made.add(statement)


def answers(columns: Columns, cases: Sequence[Row], on: Sequence[date]) -> dict[tuple[int, int], dict[str, Any]]:
    """Every rule's value, by the case's number and the place of the subject in its list (0 for the case)."""
    load(columns, cases, on)
    found = database().execute(columns.query("cases", "asked", keep=["number"]))
    names = [described[0] for described in found.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return {(row["number"], row.get("@at", 0)): _values(columns, row) for row in rows}


def _values(columns: Columns, row: dict[str, Any]) -> dict[str, Any]:
    found = {}
    for name, kind in columns.kinds.items():
        if kind in ("condition", "choice"):
            found[name] = row[name]
        else:
            ends = (row[name + "_first"], row[name + "_last"])
            found[name] = tuple(end.toordinal() if isinstance(end, date) else end for end in ends)
    return found
