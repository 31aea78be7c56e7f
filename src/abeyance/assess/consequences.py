"""What follows if the respondent stays, leaves or is removed, as the law's own sentences say it."""

from collections.abc import Iterator
from functools import cached_property

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.avenues import office_for
from abeyance.assess.brief import Consequence, Consequences
from abeyance.casefile.vocabulary import Case, Order
from abeyance.law import consequences as law
from abeyance.law.consequences import FOLLOWS
from abeyance.law.facts_read import facts_read
from abeyance.law.tables import Office
from abeyance.logic.explaining import Reason
from abeyance.logic.values import Truth


def consequences(ask: Inquiry) -> tuple[Consequences, ...]:
    """The three cases, each with what follows on the facts of the file."""
    printer = _Printer(ask)
    return tuple(
        Consequences(title, tuple(p for point in points for p in printer.point(point))) for title, points in FOLLOWS
    )


class _Printer:
    """Where the circuit is not known, what the circuit of the place of residence holds is said as that."""

    def __init__(self, ask: Inquiry) -> None:
        self.ask = ask
        known = words.only(Case.facts["circuit"], ask.record.root["circuit"])
        self.office: Office | None = None if known else office_for(ask)

    @cached_property
    def nearby(self) -> Inquiry | None:
        """The same inquiry with the circuit of the residence assumed, where the file does not say which governs."""
        ask = self.ask
        return Inquiry(ask.case, ask.on, ask.known, ask.file_known, self.office.circuit) if self.office else None

    def point(self, point: law.Consequence) -> Iterator[Consequence]:
        """What a provision has to say, if anything."""
        if point.of_order and not any(self.ask.by_now(Order)):
            return
        rule = point.rule
        answer = self.ask.ask(rule)
        sentence, from_where = _sentence(point, answer.value), self.ask
        if answer.value is None and self.nearby and self.office and ("Case", "circuit") in facts_read(rule):
            there = _sentence(point, self.nearby.ask(rule).value)
            if there and there != sentence:
                circuit = words.ORDINALS[self.office.circuit]
                sentence = f"If the law of the {circuit} Circuit governs, where {self.office.state} lies: {there}"
                from_where = self.nearby
        if sentence:
            holdings = tuple(dict.fromkeys(_own_versions(from_where.reasons(rule), rule.id)))
            yield Consequence(sentence, rule.id, holdings or rule.authority, answer.label)


def _sentence(point: law.Consequence, value: Truth) -> str:
    return {True: point.yes, None: point.unknown, False: point.no}[value]


def _own_versions(reasons: tuple[Reason, ...], rule: str) -> Iterator[str]:
    """The versions of law that a provision itself rests on; those of the provisions it uses are not what it says."""
    for reason in reasons:
        if reason.provision in ("", rule):
            if reason.version:
                yield reason.version.cite
            yield from _own_versions(reason.parts, rule)
