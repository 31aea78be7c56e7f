"""Clocks asked without a case, and a year's closed days, as plain text."""

from collections.abc import Iterator
from datetime import date, datetime
from textwrap import wrap

from abeyance.assess.brief import Span
from abeyance.assess.deadlines import TO_SPARE, Clock, Counted

INDENT = 12
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def clocks_text(clocks: tuple[Clock, ...], width: int) -> str:
    """Every clock by its name, with what it asks; options it can do without in brackets."""
    lines = ["Every clock, and what it asks: options in brackets may be left out.", "-" * width]
    column = max(len(clock.name) for clock in clocks) + 2
    for clock in clocks:
        asks = " ".join([*(f"--{o}" for o in clock.needs), *(f"[--{o}]" for o in clock.may)])
        lines += _beside(clock.name, f"{clock.title}: {asks}", width, column)
    return "\n".join(lines) + "\n"


def deadline_text(found: Counted, on: date, width: int) -> str:
    """One clock: its last day in words, by when to file and to send, how it was counted, and under which law."""
    return "\n".join(_deadline(found, on, width)) + "\n"


def _deadline(found: Counted, on: date, width: int) -> Iterator[str]:
    last = _moment(*found.moment) if found.moment else _last_day(found.day)
    yield from wrap(f"{found.title}: {last}", width)
    yield "-" * width
    yield from _beside("by" if found.moment else "last day", f"{last} ({found.says})", width)
    if found.file_by and found.send_by:
        moved = "" if found.day and found.file_by == found.day.first else ", since the last day may not be an open one"
        there = f"it must be there by then, within the hours of the office{moved}"
        yield from _beside("file by", f"{spelled(found.file_by)}: {there}", width)
        spare = f"by overnight courier, so that {TO_SPARE} business days are left: one on the way, one for a delay"
        yield from _beside("send by", f"{spelled(found.send_by)}, {spare}", width)
    for i, (day, why) in enumerate(found.warnings):
        yield from _beside("" if i else "beware", f"{spelled(day)} may not be an open day: {why}", width)
    if found.could_narrow:
        yield from _beside("narrower", f"with --{', --'.join(found.could_narrow)}, where known", width)
    for i, line in enumerate(found.counted):
        yield from _beside("" if i else "counted", line, width)
    for i, (day, why) in enumerate(found.moved_over):
        yield from _beside("" if i else "moved over", f"{spelled(day)}{'' if why in WEEKDAYS else f': {why}'}", width)
    if found.taken:
        yield from _beside("taken as", "; ".join(found.taken), width)
    for i, version in enumerate(found.versions):
        yield from _beside("" if i else "law", version, width)
    yield from _beside("authority", "; ".join(found.authority), width)
    yield from _beside("confidence", found.confidence + (f": {found.doubt}" if found.doubt else ""), width)
    if found.note:
        yield from _beside("note", found.note, width)
    later = f"; {on.isoformat()} is later: check what has changed since" if on > found.read_through else ""
    yield from _beside("read", f"through {found.read_through.isoformat()}{later}", width)
    yield from _beside("rule", f"{found.provision}: abeyance law show {found.provision}", width)
    yield ""
    yield from wrap("Counted from what is told here and nothing else. A person decides. Not legal advice.", width)


def _last_day(day: Span | None) -> str:
    """The last day in words, or the days it may be."""
    if day is None or (day.first is None and day.last is None):
        return "not known"
    if day.first == day.last and day.first:
        return spelled(day.first)
    if day.first and day.last:
        return f"{spelled(day.first)} at the earliest, {spelled(day.last)} at the latest"
    return f"{spelled(day.first)} at the earliest" if day.first else f"{spelled(day.last or date.max)} at the latest"


def _moment(first: str, last: str) -> str:
    """A moment in words with the offset of its zone, or the first and last it may be."""
    said = [
        f"{spelled(at.date())}, {at:%H:%M} (UTC{at.isoformat()[-6:]})"
        for at in map(datetime.fromisoformat, (first, last))
    ]
    return said[0] if first == last else f"{said[0]} at the earliest, {said[1]} at the latest"


def calendar_text(title: str, rows: tuple[tuple[date, str, str], ...], width: int) -> str:
    """The weekdays on which an office is closed in a year: the day, why, and the source."""
    lines = [*wrap(title, width), "-" * width]
    for day, why, source in rows:
        lines += _beside(f"{day.isoformat()} {WEEKDAYS[day.weekday()][:3]}", f"{why}; {source}", width, 16)
    return "\n".join(lines) + "\n"


def spelled(day: date) -> str:
    """A day in words: Thursday, 9 April 2026."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def _beside(label: str, text: str, width: int, indent: int = INDENT) -> Iterator[str]:
    lines = wrap(text, width - indent, break_on_hyphens=False)
    yield label.ljust(indent) + lines.pop(0)
    yield from (" " * indent + line for line in lines)
