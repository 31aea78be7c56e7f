"""What is not known and would change an answer, ranked (SEMANTICS 27).

``decide`` says which facts can force an unknown answer, alone or two together; here that is gathered by fact.  A fact that
cannot change any answer is never listed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.brief import Effect, OpenFact
from abeyance.assess.questions import missing, question
from abeyance.assess.targets import Group, Target, subjects, targets
from abeyance.casefile.record import CASE
from abeyance.casefile.vocabulary import Case, Recorded
from abeyance.law.avenues import AVENUES, Avenue
from abeyance.law.provisions import Provision
from abeyance.law.stays import INSTRUMENTS
from abeyance.logic import deciding
from abeyance.logic.deciding import Cell, Decision
from abeyance.logic.explaining import spell_day
from abeyance.logic.expressions import Bool, Day
from abeyance.logic.facts import Fact
from abeyance.logic.operations import Row
from abeyance.logic.values import LONG_AGO, NEVER, Presence

GROUPS: tuple[Group, ...] = ("the stay", "a deadline", "a gate", "proof", "relief")
MOST_EFFECTS = 6
MOST_THENS = 4
OTHERS = "together with others"

Key = tuple[str, str, bool]  # subject, fact, and whether the fact is a list that may have another row


def open_facts(ask: Inquiry, also: Iterable[Target] = ()) -> tuple[tuple[OpenFact, ...], bool]:
    """The open facts by rank, and whether a search for what decides them was cut short; ``also`` are answers that count besides
    those a brief hangs on."""
    search = _Search(ask)
    for target in (*targets(ask), *also):
        search.decide(target)
    for instrument in INSTRUMENTS:
        search.look_beyond(instrument.provision, instrument.title)
    for avenue in AVENUES:
        search.narrow(avenue)
    return search.lines(), search.cut


def facts_that_decide(ask: Inquiry, rule: Provision[Any, Any], subject: str) -> tuple[OpenFact, ...]:
    """The open facts that could change one unknown answer, by rank; none where it is known."""
    search = _Search(ask)
    search.decide(Target("a gate", rule, subject, "yes", "perhaps", "no", "the answer"))
    return search.lines()


@dataclass
class _Found:
    """One open fact: the best group it counts for, the earliest last day it leaves open, and its effects by condition.

    An effect keeps the group of the answer it is about; ``is_sharp`` says that the fact has one by itself.
    """

    group: int = len(GROUPS)
    due: int = NEVER
    is_sharp: bool = False
    effects: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, group: Group, when: str, then: str) -> None:
        rank = GROUPS.index(group)
        self.group = min(self.group, rank)
        self.effects.setdefault(when, {}).setdefault(then, rank)


class _Search:
    def __init__(self, ask: Inquiry) -> None:
        self.ask = ask
        self.found: dict[Key, _Found] = {}
        self.cut = False

    def decide(self, target: Target) -> None:
        """Add what could decide an answer that is unknown."""
        if self.ask.ask(target.rule, target.subject).value is not None:
            return
        decision = self.ask.decision(self.ask.expression(target.rule), target.subject)
        self.cut = self.cut or decision.cut
        for fact in decision.matters:
            what = self._at(_key(fact))
            alone = list(self._alone(fact, target, decision))
            what.is_sharp = what.is_sharp or bool(alone)
            for when, then in [*alone, *self._in_pairs(fact, target, decision)] or [
                (OTHERS, f"bears on {target.about}")
            ]:
                what.add(target.group, when, then)

    def look_beyond(self, rule: Provision[Any, Bool], title: str) -> None:
        """Add the list that may have a row, not in the file, by which an instrument would hold."""
        valuation, name, node = self.ask.valuation(), rule.subject.list, self.ask.expression(rule)
        assert valuation
        others = (row for row in self.ask.record.root[name] if row["@presence"] == Presence.POSSIBLE)
        if self.ask.anywhere(rule) is None and any(valuation.about(row).value(node) is not False for row in others):
            what = self._at((CASE, name, True))
            what.is_sharp = True
            what.add("the stay", "if another is shown", f"could hold: {title}")

    def _alone(self, fact: deciding.OpenFact, target: Target, decision: Decision) -> Iterator[tuple[str, str]]:
        """What the fact forces by itself; and where it can only rule the answer out, in which values it leaves it open."""
        for answer, then in ((True, target.yes), (False, target.no)):
            cells = [f.facts[0][1] for f in decision.alone if f.facts[0][0] == fact and f.answer is answer]
            if cells:
                yield f"if {self._cells(fact, cells)}", then
                rest = remainder(fact, cells)
                if not answer and rest and not any(f.answer for f in decision.alone if f.facts[0][0] == fact):
                    yield f"if {self._cells(fact, rest)}", target.may

    def _in_pairs(self, fact: deciding.OpenFact, target: Target, decision: Decision) -> Iterator[tuple[str, str]]:
        for forced in decision.pairs:
            for (one, cell), (other, other_cell) in (forced.facts, forced.facts[::-1]):
                if one == fact:
                    label = f"{other.subject} {self._fact(other.subject, other.name).label}"
                    also = f"{label}: {self._cells(other, [other_cell])}"
                    yield f"if {self._cells(fact, [cell])} and {also}", target.yes if forced.answer else target.no

    def narrow(self, avenue: Avenue) -> None:
        """Add the facts that can move a last day off the first day it may be, where the avenue is not closed."""
        for order in subjects(self.ask, avenue.due) if avenue.due else ():
            assert avenue.due
            about = order if avenue.open.subject is not Case else ""
            first, last = self.ask.ask(avenue.due, order).value
            # where not even its first day is known, what it counts from is asked for by whether the avenue is open
            if first == last or first <= LONG_AGO or self.ask.ask(avenue.open, about).value is False:
                continue
            due = cast(Day, self.ask.expression(avenue.due))
            decision = self.ask.decision(due <= Day("const", (), first), order)
            self.cut = self.cut or decision.cut
            for fact in decision.matters:
                what = self._at(_key(fact))
                what.add("a deadline", OTHERS, f"sets the last day: {avenue.title}")
                what.due = min(what.due, first)

    # --- in words -----------------------------------------------------------------------------------------------------

    def lines(self) -> tuple[OpenFact, ...]:
        """The open facts by group, then the earliest last day, those that do something alone, how easily the paper is got, and
        how much they change."""

        def place(item: tuple[Key, _Found]) -> tuple[Any, ...]:
            key, what = item
            return what.group, what.due, not what.is_sharp, self._paper(key)[1], key[2], -len(what.effects), key

        ranked = sorted(self.found.items(), key=place)
        return tuple(self._line(rank, key, what) for rank, (key, what) in enumerate(ranked, 1))

    def _line(self, rank: int, key: Key, what: _Found) -> OpenFact:
        subject, name, lists = key
        asked = (
            missing(name)[0]
            if lists
            else question(self._entity(subject), self._row(subject), name, self.ask.last_seen(subject, name))
        )
        conflict = name in self._row(subject)["@conflicts"]
        effects = tuple(Effect(when, "; ".join(thens)) for when, thens in _sharpest(what.effects))
        return OpenFact(rank, GROUPS[what.group], subject, name, asked, effects, self._paper(key)[0], conflict)

    def _paper(self, key: Key) -> tuple[str, int]:
        """The paper that settles an open fact, and how hard it is to get."""
        subject, name, lists = key
        if lists:
            return missing(name)[1:]
        fact = self._fact(subject, name)
        return fact.paper, fact.effort

    def _cells(self, fact: deciding.OpenFact, cells: Sequence[Cell]) -> str:
        """Values of a fact in words."""
        if cells[0].kind == "words":
            mask = 0
            for cell in cells:
                mask |= cell.value
            return words.value_of(self._fact(fact.subject, fact.name), mask)
        return " or ".join(self._cell(fact, cell) for cell in cells)

    def _cell(self, fact: deciding.OpenFact, cell: Cell) -> str:
        if cell.kind == "truth":
            if fact.lists:
                return "another is shown" if cell.value else "there is no other"
            return "yes" if cell.value else "no"
        first, last = cell.value
        low, high = fact.row[fact.name]
        if last == high:
            return f"after {spell_day(first - 1)}" if last < NEVER else f"not by {spell_day(first - 1)}"
        return f"on or before {spell_day(last)}" if first == low else f"from {spell_day(first)} to {spell_day(last)}"

    # --- where it stands ----------------------------------------------------------------------------------------------

    def _at(self, key: Key) -> _Found:
        return self.found.setdefault(key, _Found())

    def _entity(self, subject: str) -> type[Recorded]:
        return Case if subject == CASE else self.ask.record.entities[subject]

    def _fact(self, subject: str, name: str) -> Fact:
        return self._entity(subject).facts[name]

    def _row(self, subject: str) -> Row:
        return self.ask.record.root if subject == CASE else self.ask.record.rows[subject]


def _key(fact: deciding.OpenFact) -> Key:
    return (fact.subject or CASE, fact.name, fact.lists)


def remainder(fact: deciding.OpenFact, cells: Sequence[Cell]) -> list[Cell]:
    """The values of an open fact outside ``cells`` (all of one kind), as cells."""
    kind = cells[0].kind
    if kind == "truth":
        return [Cell(kind, value) for value in (True, False) if Cell(kind, value) not in cells]
    if kind == "words":
        left = fact.row[fact.name]
        for cell in cells:
            left &= ~cell.value
        return [Cell(kind, left)] if left else []
    left, (low, high) = [], fact.row[fact.name]
    for first, last in sorted(cell.value for cell in cells):
        if low < first:
            left.append(Cell(kind, (low, first - 1)))
        low = last + 1
    return [*left, Cell(kind, (low, high))] if low <= high else left


def _sharpest(effects: dict[str, dict[str, int]]) -> list[tuple[str, list[str]]]:
    """The effects a fact has alone or with one other, on the stay first; only where it has none, what it bears on."""
    sharp = {when: thens for when, thens in effects.items() if when != OTHERS} or effects
    ordered = sorted(sharp.items(), key=lambda item: min(item[1].values()))
    return [
        (when, words.first_few(sorted(thens, key=thens.__getitem__), MOST_THENS))
        for when, thens in ordered[:MOST_EFFECTS]
    ]
