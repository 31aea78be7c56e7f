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


def sql_day(day: int) -> str:
    """An ordinal as a DATE."""
    return f"DATE '{date.fromordinal(day)}'"


FIRST_DAY, LAST_DAY = sql_day(LONG_AGO), sql_day(NEVER)


class DayTables:
    """The lists that a query looks up."""

    def __init__(self) -> None:
        self.functions: dict[str, tuple[str, Any]] = {}

    def look_up(self, op: str, param: Any, day: str, otherwise: str = "") -> str:
        """The text of what ``op`` (add, open_day or end_of_day, see ``operations.day_function``) makes of a day.

        ``otherwise`` is for a day that is NULL or outside the table; without it that is NULL.
        """
        name = "days_" + blake2b(f"{op} {param}".encode(), digest_size=6).hexdigest()
        self.functions[name] = (op, param)
        place = (
            f"CASE WHEN {day} >= {FIRST_DAY} THEN {day} - {FIRST_DAY} + 1 END"  # below 1 it would count from the end
        )
        return f"coalesce({name}[{place}], {otherwise})" if otherwise else f"{name}[{place}]"

    def setup(self) -> tuple[str, ...]:
        """The statements that make the tables, each with one column ``l``."""
        return tuple(
            f"CREATE OR REPLACE TABLE {name} AS {_list(*function)}" for name, function in self.functions.items()
        )


@cache
def _list(op: str, param: Any) -> str:
    function, unit = do.day_function(op, param), 1440 if op == "end_of_day" else 1
    moved = (function[day] - day * unit for day in range(LONG_AGO, NEVER + 1))
    runs = [(len(list(days)), distance) for distance, days in groupby(moved)]
    lengths, distances = (
        f"string_split('{','.join(map(str, column))}', ',')::INTEGER[]" for column in zip(*runs, strict=True)
    )
    by_day = f"flatten(list_transform(list_zip({lengths}, {distances}), lambda r: list_resize([r[2]], r[1], r[2])))"
    value = f"{FIRST_DAY} + (i - 1 + x)::INTEGER" if unit == 1 else f"(({LONG_AGO} + i - 1) * {unit} + x)::INTEGER"
    return f"SELECT list_transform({by_day}, lambda x, i: {value}) AS l"
