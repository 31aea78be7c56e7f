"""Pieces of SQL: what an operation does to texts, with SQL's NULL kept out of where it would go wrong."""

from collections.abc import Sequence
from typing import cast

from abeyance.logic.columns.days import FIRST_DAY, LAST_DAY
from abeyance.logic.expressions import Choice, Expr
from abeyance.logic.values import ANY_MOMENT, ANY_NUMBER, Presence

ASKED, SUBJECT, UNKNOWN, NOWHERE = '"@on"', '"@subject"', "CAST(NULL AS BOOLEAN)", "CAST([] AS INTEGER[])"
MANY = str(ANY_NUMBER[1])
ENDS: dict[str, tuple[str, str]] = {
    "day": (FIRST_DAY, LAST_DAY),
    "number": (str(ANY_NUMBER[0]), MANY),
    "moment": (str(ANY_MOMENT[0]), str(ANY_MOMENT[1])),
}


def quoted(name: str) -> str:
    """A column's name as SQL writes it."""
    return f'"{name}"'


def full(choice: Expr) -> int:
    """Every bit of a choice."""
    return (1 << len(cast(Choice, choice).codes)) - 1


def is_one(before: str) -> str:
    """TRUE of a row that stands for one individual, else NULL: an open end never proves that there is one."""
    return f'(nullif({before}"@presence", {Presence.POSSIBLE}) IS NOT NULL OR NULL)'


def presence(before: str, exact: bool) -> str:
    """How surely a row stands for one individual; surely, where all is known or not at all."""
    return str(Presence.SURE) if exact else f'{before}"@presence"'


def numbers(rows: str) -> tuple[str, str]:
    """How many rows pass at least and at most (see ``operations.tally``)."""

    def number(test: str) -> str:
        return f"len(list_filter({rows}, lambda e: {test}))"

    sure, mention, possible = Presence.SURE, Presence.MENTION, Presence.POSSIBLE
    surely = number(f"e.passes AND e.presence = {sure}")
    mentioned = number(f"e.passes AND e.presence = {mention}")
    open_end = number(f"coalesce(e.passes, TRUE) AND e.presence = {possible}")
    least = f"CASE WHEN {surely} = 0 AND {mentioned} > 0 THEN 1 ELSE {surely} END"
    return least, f"CASE WHEN {open_end} > 0 THEN {MANY} ELSE {number('coalesce(e.passes, TRUE)')} END"


def guarded(day: str, moved: str) -> str:
    """``moved``, but for NULL, LONG_AGO and NEVER, which stay."""
    return f"CASE WHEN {day} > {FIRST_DAY} AND {day} < {LAST_DAY} THEN {moved} ELSE {day} END"


def held(day: str, moved: str, by: int) -> str:
    """A day moved ``by`` so much, held between LONG_AGO and NEVER; NULL and both of these stay."""
    if by < 0:
        return f"CASE WHEN {day} < {LAST_DAY} THEN greatest({FIRST_DAY}, {moved}) ELSE {day} END"
    return f"CASE WHEN {day} > {FIRST_DAY} THEN least({LAST_DAY}, {moved}) ELSE {day} END"


def plus_minutes(moment: str, minutes: int) -> str:
    """A moment moved; an open end stays open."""
    low, high = ENDS["moment"]
    moved = f"greatest({low}, least({high}, {moment} + ({minutes})))"
    return f"CASE WHEN {moment} > {low} AND {moment} < {high} THEN {moved} ELSE {moment} END"


def by_start(day: str, starts: Sequence[str], texts: Sequence[str], otherwise: str = "NULL") -> str:
    """The text of the version in force on a day; ``otherwise`` where it is NULL."""
    if not starts:
        return texts[0]
    before = " ".join(f"WHEN {day} < {start} THEN {text}" for start, text in zip(starts, texts, strict=False))
    return f"CASE {before} WHEN {day} >= {starts[-1]} THEN {texts[-1]} ELSE {otherwise} END"


def between(span: tuple[str, str], starts: Sequence[str]) -> list[str]:
    """For each version, whether a day of the span may be in it."""
    first, last = span
    begun = ["TRUE", *(f"{last} >= {start}" for start in starts)]
    not_over = [*(f"{first} < {start}" for start in starts), "TRUE"]
    return [f"({a} AND {b})" for a, b in zip(begun, not_over, strict=True)]


def agreed(branches: Sequence[tuple[str, str]]) -> str:
    """The truth that all branches that may be taken have in common."""
    yes = " AND ".join(f"(NOT {may} OR {text})" for may, text in branches)
    no = " AND ".join(f"(NOT {may} OR NOT {text})" for may, text in branches)
    return f"CASE WHEN {yes} THEN TRUE WHEN {no} THEN FALSE END"


def where(extreme: str, allowed: Sequence[str], values: Sequence[str]) -> str:
    """The least or greatest of the values that are allowed; ``least`` and ``greatest`` pass over the NULL of the others."""
    return f"{extreme}({', '.join(f'CASE WHEN {may} THEN {v} END' for may, v in zip(allowed, values, strict=True))})"


def later(*spans: tuple[str, str]) -> tuple[str, str]:
    """The later of several days."""
    firsts, lasts = zip(*spans, strict=True)
    return f"greatest({', '.join(firsts)})", f"greatest({', '.join(lasts)})"


def earlier(*spans: tuple[str, str]) -> tuple[str, str]:
    """The earlier of several days."""
    firsts, lasts = zip(*spans, strict=True)
    return f"least({', '.join(firsts)})", f"least({', '.join(lasts)})"


def meet(stated: tuple[str, str], derived: tuple[str, str]) -> tuple[str, str]:
    """What two estimates of one quantity leave (see ``values.meet``)."""
    first, last = f"greatest({stated[0]}, {derived[0]})", f"least({stated[1]}, {derived[1]})"
    agree = f"CASE WHEN {first} <= {last} THEN"
    return f"{agree} {first} ELSE {stated[0]} END", f"{agree} {last} ELSE {stated[1]} END"


def days_between(earlier: tuple[str, str], later: tuple[str, str]) -> tuple[str, str]:
    """The days from one day to another (see ``operations.days_between``)."""
    low, high = ENDS["number"]
    (e_first, e_last), (l_first, l_last) = earlier, later
    nothing = f"WHEN {l_first} = {FIRST_DAY} OR {e_last} = {LAST_DAY} THEN {low}"
    least = f"CASE {nothing} WHEN {l_first} = {LAST_DAY} THEN {high} ELSE ({l_first} - {e_last})::INTEGER END"
    nothing = f"WHEN {l_last} = {LAST_DAY} OR {e_first} = {FIRST_DAY} THEN {high}"
    return least, f"CASE {nothing} WHEN {e_first} = {LAST_DAY} THEN {low} ELSE ({l_last} - {e_first})::INTEGER END"
