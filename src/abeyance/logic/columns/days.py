"""The functions of a day that SQL looks up in a list with a place for every day from LONG_AGO to NEVER:

    days_4f0c[day - DATE '1900-01-01' + 1]

Each is a table of one row, made by one statement from the run lengths of how far a day is moved.
"""

from datetime import date
from functools import cache
from hashlib import blake2b
from itertools import groupby
from typing import Any

from abeyance.logic import operations as do
from abeyance.logic.values import LONG_AGO, NEVER

Moves = tuple[tuple[str, Any], ...]  # operations on a day with their parameters, the first one first


def sql_day(day: int) -> str:
    """An ordinal as a DATE."""
    return f"DATE '{date.fromordinal(day)}'"


FIRST_DAY, LAST_DAY = sql_day(LONG_AGO), sql_day(NEVER)


class DayTables:
    """The lists that a query looks up."""

    def __init__(self) -> None:
        self.functions: dict[str, Moves] = {}

    def look_up(self, moves: Moves, day: str, otherwise: str = "") -> str:
        """The text of what moves, one after the other, make of a day (add, open_day or end_of_day: ``operations.day_function``).

        ``otherwise`` is for a day that is NULL or outside the table; without it that is NULL.
        """
        name = "days_" + blake2b(f"{moves}".encode(), digest_size=6).hexdigest()
        self.functions[name] = moves
        place = (
            f"CASE WHEN {day} >= {FIRST_DAY} THEN {day} - {FIRST_DAY} + 1 END"  # below 1 it would count from the end
        )
        return f"coalesce({name}[{place}], {otherwise})" if otherwise else f"{name}[{place}]"

    def setup(self) -> tuple[str, ...]:
        """The statements that make the tables, each with one column ``l``."""
        return tuple(f"CREATE OR REPLACE TABLE {name} AS {_list(moves)}" for name, moves in self.functions.items())


@cache
def _list(moves: Moves) -> str:
    functions, unit = [do.day_function(*move) for move in moves], 1440 if moves[-1][0] == "end_of_day" else 1

    def function(day: int) -> int:
        for move in functions:
            day = move[day]
        return day

    moved = (function(day) - day * unit for day in range(LONG_AGO, NEVER + 1))
    runs = [(len(list(days)), distance) for distance, days in groupby(moved)]
    lengths, distances = (
        f"string_split('{','.join(map(str, column))}', ',')::INTEGER[]" for column in zip(*runs, strict=True)
    )
    by_day = f"flatten(list_transform(list_zip({lengths}, {distances}), lambda r: list_resize([r[2]], r[1], r[2])))"
    value = f"{FIRST_DAY} + (i - 1 + x)::INTEGER" if unit == 1 else f"(({LONG_AGO} + i - 1) * {unit} + x)::INTEGER"
    return f"SELECT list_transform({by_day}, lambda x, i: {value}) AS l"
