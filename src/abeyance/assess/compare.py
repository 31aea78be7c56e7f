"""What differs between two briefs of one case: on two days, or under two states of the law or of the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from abeyance.assess.brief import AvenueLine, Brief, Span
from abeyance.law.avenues import AVENUES

TITLES = {avenue.id: avenue.title for avenue in AVENUES}


@dataclass(frozen=True)
class Change:
    """One answer that is not what it was; an empty side says that it was not, or is no longer, there."""

    section: str
    what: str
    before: str
    after: str


def compare(before: Brief, after: Brief) -> tuple[Change, ...]:
    """Every answer that differs, in the order of the brief."""
    old, new = _answers(before), _answers(after)
    keys = dict.fromkeys([*old, *new])
    return tuple(
        Change(*key, old.get(key, ""), new.get(key, ""))
        for key in _in_order(keys)
        if old.get(key, "") != new.get(key, "")
    )


SECTIONS = ("state of stays", "stays", "pending", "law and gates", "clocks", "avenues", "open facts", "contradictions")


def _in_order(keys: dict[tuple[str, str], None]) -> list[tuple[str, str]]:
    return sorted(keys, key=lambda key: SECTIONS.index(key[0]))


def _answers(brief: Brief) -> dict[tuple[str, str], str]:
    return {(section, what): said for section, what, said in _said(brief)}


def _said(brief: Brief) -> Iterator[tuple[str, str, str]]:
    yield "state of stays", "headline", brief.headline.form
    for line in brief.stays:
        yield ("pending" if line.group == "pending" else "stays"), line.title, f"{line.value}: {line.status}"
    for gate in brief.gates:
        yield "law and gates", f"{gate.question} ({gate.provision}@{gate.subject})", gate.value
    for clock in brief.clocks:
        about = f" ({clock.subject})" if clock.subject else ""
        yield "clocks", f"{clock.title}{about}", f"{clock.state}{_day(clock.day)}"
    for avenue in brief.avenues:
        yield (
            "avenues",
            TITLES[avenue.id],
            f"{avenue.available}{', already filed' * avenue.pending}{_by(avenue, brief.on)}",
        )
    for fact in brief.open_facts:
        yield "open facts", f"{fact.subject} {fact.fact.replace('_', ' ')}", fact.group
    for contradiction in brief.contradictions:
        yield "contradictions", contradiction.what, "material" if contradiction.material else "not material"


def _by(avenue: AvenueLine, on: date) -> str:
    """The day to file by; where the last day may have passed that is "today", on whatever day it is asked."""
    if avenue.file_by is None:
        return ""
    may_have_passed = avenue.due is not None and (avenue.due.first or on) < on
    return ", file today" if may_have_passed else f", file by {avenue.file_by.isoformat()}"


def _day(span: Span | None) -> str:
    if span is None:
        return ""
    first, last = span.first, span.last
    if first and first == last:
        return f" {first.isoformat()}"
    return f" {first.isoformat() if first else ''}..{last.isoformat() if last else ''}"
