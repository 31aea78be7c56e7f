"""The answers a brief hangs on: each a provision asked about a subject, with what it means if it is yes or no."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.custody import avenues_told
from abeyance.assess.gates import asked_of, asked_of_order
from abeyance.casefile.vocabulary import Case, Filing, Instruction, Order
from abeyance.law.avenues import Effect, may_ask_ice
from abeyance.law.departure import departure_defeats_motion, departure_defeats_own_motion
from abeyance.law.proof import instruction_written, passport_long_enough
from abeyance.law.provisions import Provision
from abeyance.law.relief.catalogue import RELIEFS
from abeyance.law.stays import INSTRUMENTS

Group = Literal["the stay", "a deadline", "a gate", "proof", "relief"]


@dataclass(frozen=True)
class Target:
    """An answer that counts.  ``yes``, ``may`` and ``no`` say what it means, ``about`` what it is about."""

    group: Group
    rule: Provision[Any, Any]
    subject: str
    yes: str
    may: str
    no: str
    about: str


def targets(ask: Inquiry) -> Iterator[Target]:
    """Every answer that counts, the stay first."""
    yield from _stays(ask)
    yield from _avenues(ask)
    yield from _gates(ask)
    yield from _proof(ask)


def relief_targets() -> Iterator[Target]:
    """The elements and gates of every relief, which a brief tells one by one and does not rank."""
    for relief in RELIEFS:
        for rule in (*relief.elements, *relief.gates):
            says = (f"met: {relief.title}", f"may be met: {relief.title}", f"not met: {relief.title}", relief.title)
            yield Target("relief", rule, "", *says)


def subjects(ask: Inquiry, rule: Provision[Any, Any]) -> tuple[str, ...]:
    """The keys of the recorded rows a provision can be asked about; the case's is empty."""
    return ("",) if rule.subject is Case else tuple(row["@id"] for row in ask.rows(rule.subject.list))


def _stays(ask: Inquiry) -> Iterator[Target]:
    for instrument in INSTRUMENTS:
        title = instrument.title
        says = (f"removal is held: {title}", f"could hold: {title}", f"does not hold: {title}", title)
        for subject in subjects(ask, instrument.provision):
            yield Target("the stay", instrument.provision, subject, *says)


def _avenues(ask: Inquiry) -> Iterator[Target]:
    for avenue in avenues_told(ask):
        stays = avenue.effect is Effect.STAYS
        title = avenue.title + (" (stays removal on filing)" if stays else "")
        says = (f"open: {title}", f"could be open: {title}", f"closed: {avenue.title}", avenue.title)
        for subject in subjects(ask, avenue.open):
            yield Target("the stay" if stays else "a gate", avenue.open, subject, *says)


def _gates(ask: Inquiry) -> Iterator[Target]:
    of_orders = [(row, rule, asked) for row in ask.by_now(Order) for rule, asked in asked_of_order(row)]
    of_filings = [(row, rule, asked) for row in ask.by_now(Filing) for rule, asked in asked_of(row)]
    for row, rule, asked in (*of_orders, *of_filings):
        yield Target("a gate", rule, row["@id"], f"{asked} Yes", f"{asked} Perhaps", f"{asked} No", asked)
    for rule in (departure_defeats_motion, departure_defeats_own_motion):
        says = (f"so: {rule.says}", f"may be so: {rule.says}", f"not so: {rule.says}", rule.says)
        yield Target("a gate", rule, "", *says)


def _proof(ask: Inquiry) -> Iterator[Target]:
    unproved = "the Board and ICE both want the day proved: get it in writing"
    for row in ask.rows(Instruction.list):
        if words.only(Instruction.facts["kind"], row["kind"]) == "depart":
            says = ("the day can be proved", "the day may be proved", unproved, instruction_written.says)
            yield Target("proof", instruction_written, row["@id"], *says)
    if ask.anywhere(may_ask_ice) is False:
        return
    short = "ICE may reject Form I-246: apply for a new passport, and keep the proof"
    says = ("long enough to ask with", "may be long enough", short, passport_long_enough.says)
    yield Target("proof", passport_long_enough, ask.case.respondent, *says)
