"""Random cases, known in part; their refinements; and the complete worlds that they may turn out to be.

A case is a row of the logic (see ``logic.operations``).  A world is made of ``Individual``s, of which everything is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, cast

from abeyance.logic.evaluating import Valuation
from abeyance.logic.expressions import Expr, walk
from abeyance.logic.facts import (
    BoolFact,
    ChoiceFact,
    DayFact,
    Entity,
    ListFact,
    MomentFact,
    NumberFact,
    RefFact,
    TextFact,
)
from abeyance.logic.operations import Row, blank
from abeyance.logic.values import ANY_DAY, ANY_MOMENT, ANY_NUMBER, LONG_AGO, NEVER, Presence, Span
from tests.logic.vocabulary import YEAR, Case, Paper

SpanFact = (DayFact, NumberFact, MomentFact)
FIRST, LAST = (day.toordinal() for day in YEAR)
BOUNDS: dict[type, tuple[int, int]] = {
    DayFact: (FIRST, LAST),
    NumberFact: (0, 40),
    MomentFact: (FIRST * 1440, LAST * 1440),
}
WHOLE: dict[type, Span] = {DayFact: ANY_DAY, NumberFact: ANY_NUMBER, MomentFact: ANY_MOMENT}

# --- cases --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shape:
    """What random cases are like: how likely a fact is open, how many rows a list has at most, how many days a span, which days.

    In an ``exact`` case everything is known or not at all, nothing never happens, and a list is complete or not.
    """

    openness: float = 0.4
    rows: int = 2
    width: int = 40
    days: tuple[int, int] = (FIRST, LAST)
    exact: bool = False


def random_case(random: Random, shape: Shape, root: type[Entity] = Case) -> dict[str, Any]:
    """A case of the entity ``root``."""
    return _CaseMaker(random, shape, root).case()


def blank_case() -> dict[str, Any]:
    """A case of which nothing is known."""
    return {**blank(Case), "@id": "case", "@presence": Presence.SURE}


class _CaseMaker:
    def __init__(self, random: Random, shape: Shape, root: type[Entity]) -> None:
        self.random, self.shape, self.root = random, shape, root
        self.number = 0

    def case(self) -> dict[str, Any]:
        root = self.row(self.root, Presence.SURE)
        rows = {fact.entity(): root[name] for name, fact in self.root.facts.items() if isinstance(fact, ListFact)}
        for entity, row in [(self.root, root), *[(e, row) for e, listed in rows.items() for row in listed]]:
            for name, fact in entity.facts.items():
                if isinstance(fact, RefFact):
                    row[name] = self.reference(fact.entity(), [r for r in rows[fact.entity()] if r is not row])
        return root

    def row(self, entity: type[Entity], presence: int) -> dict[str, Any]:
        self.number += 1
        is_open = presence == Presence.POSSIBLE
        row = {
            name: self.value(fact, 0.7 if is_open else self.shape.openness)
            for name, fact in entity.facts.items()
            if not isinstance(fact, (RefFact, ListFact, TextFact))
        }
        for name, fact in entity.facts.items():
            if isinstance(fact, ListFact):  # of a mention or an open end nothing is known so far
                row[name] = self.rows(fact.entity()) if presence == Presence.SURE else (blank(fact.entity()),)
        conflicts = [name for name in entity.facts if self.random.random() < 0.1]
        name = "" if is_open else "case" if entity is self.root else f"{entity.__name__.lower()}-{self.number}"
        return row | {"@id": name, "@presence": presence, "@conflicts": frozenset(conflicts)}

    def value(self, fact: object, openness: float) -> Any:
        is_open = self.random.random() < openness
        if isinstance(fact, BoolFact):
            return None if is_open else self.random.random() < 0.5
        if isinstance(fact, ChoiceFact):
            bits = [1 << i for i in range(len(fact.codes))]
            several = len(bits) if self.shape.exact else self.random.randint(2, len(bits))
            return sum(self.random.sample(bits, several if is_open else 1))
        return self.span(type(fact), is_open)

    def span(self, kind: type, is_open: bool) -> Span:
        low, high = BOUNDS[kind] if kind is NumberFact else self.shape.days
        first = self.random.randint(low, high)
        if kind is MomentFact:
            first = first * 1440 + self.random.randrange(1440)
        if not is_open:
            never = kind is DayFact and not self.shape.exact and self.random.random() < 0.1
            return (NEVER, NEVER) if never else (first, first)
        whole = WHOLE[kind]
        shape = 0 if self.shape.exact else self.random.random()
        if shape < 0.35:
            return whole
        if shape < 0.5:
            return (first, whole[1])
        if shape < 0.6:
            return (whole[0], first)
        return (first, first + self.random.randint(1, self.shape.width))

    def rows(self, entity: type[Entity]) -> tuple[dict[str, Any], ...]:
        sure = [self.row(entity, Presence.SURE) for _ in range(self.random.randint(0, self.shape.rows))]
        if self.shape.exact:
            return (*sure, *[{**blank(entity)} for _ in range(self.random.random() < self.shape.openness)])
        mentions = [self.row(entity, Presence.MENTION) for _ in range(self.random.random() < self.shape.openness * 0.7)]
        boxes = [self.row(entity, Presence.POSSIBLE) for _ in range(self.random.choice([0, 0, 1, 2]))]
        if boxes and self.random.random() < 0.5:
            boxes = [{**blank(entity)}]
        return (*sure, *mentions, *boxes)

    def reference(self, entity: type[Entity], rows: list[dict[str, Any]]) -> tuple[Row, ...]:
        """The rows that a reference may name: any number of them, perhaps one that is not in the list; none: nothing known."""
        if self.random.random() < 0.15:
            return ()
        few = self.random.random() >= self.shape.openness
        named: list[Row] = self.random.sample(rows, min(len(rows), 1 if few else self.random.randint(1, 3)))
        return (*named, blank(entity)) if not named or self.random.random() < 0.15 else tuple(named)


def near_boundaries(random: Random, case: dict[str, Any], root: Expr, on: int) -> None:
    """Move a few exact days of the case to where a comparison of the rule turns, or to a day beside it."""
    comparisons = [node for node in walk(root) if node.op == "le" and node.args[0].kind == "day"]
    for node in random.sample(comparisons, min(len(comparisons), 3)):
        mine, other = random.sample(node.args, 2)
        field = mine
        while field.op in ("add", "open_day", "add_version", "later", "earlier", "rule"):
            field = field.args[0]
        if field.op != "field" or field.args[0].op != "row" or not other.free <= {"case"} or not mine.free <= {"case"}:
            continue
        valuation = Valuation(case, on)
        goal, now = valuation.value(other), valuation.value(mine)
        day = case[field.param]
        if goal[0] == goal[1] and now[0] == now[1] and day[0] == day[1] and LONG_AGO < day[0] < NEVER > goal[0]:
            moved = day[0] + goal[0] - now[0] + random.choice([-1, 0, 0, 1])
            if FIRST - 2000 < moved < LAST + 2000:
                case[field.param] = (moved, moved)


# --- refinements --------------------------------------------------------------------------------------------------------


def refined(random: Random, case: Row, share: float = 0.4) -> dict[str, Any]:
    """The case when something more is learned of it: narrower spans, fewer words, shorter lists, mentions recognised."""
    return _Refiner(random, share).case(case)


class _Refiner:
    def __init__(self, random: Random, share: float) -> None:
        self.random, self.share = random, share
        self.new: dict[int, dict[str, Any]] = {}  # rows of the old case by identity, and what became of them
        self.old: dict[int, Row] = {}
        self.entities: dict[int, type[Entity]] = {}
        self.pointed_at: set[int] = set()

    def case(self, case: Row) -> dict[str, Any]:
        holders = (case, *case["papers"])
        self.pointed_at = {id(row) for holder in holders for name in ("lead", "of") for row in holder.get(name, ())}
        root = self.row(Case, case)
        for entity, name in ((Case, "lead"), (Paper, "of")):
            named: dict[int, Sequence[Row]] = {}
            for identity, row in self.new.items():
                if self.entities[identity] is entity:
                    named[id(row)] = common(named.get(id(row), ()), self.old[identity][name]) or ()
            for row in {id(row): row for row in self.new.values() if id(row) in named}.values():
                row[name] = self.reference(named[id(row)])
        return root

    def row(self, entity: type[Entity], row: Row) -> dict[str, Any]:
        made = {
            name: self.value(fact, row[name]) for name, fact in entity.facts.items() if not isinstance(fact, RefFact)
        }
        made |= {key: row[key] for key in ("@id", "@presence", "@conflicts")}
        self.note(entity, row, row, made)
        return made

    def note(self, entity: type[Entity], identity: Row, old: Row, new: dict[str, Any]) -> None:
        if any(isinstance(fact, RefFact) for fact in entity.facts.values()):
            self.new[id(identity)], self.old[id(identity)], self.entities[id(identity)] = new, old, entity

    def value(self, fact: object, value: Any) -> Any:
        if isinstance(fact, ListFact):
            return self.rows(fact.entity(), value)
        if self.random.random() >= self.share:
            return value
        if isinstance(fact, BoolFact):
            return value if value is not None else self.random.random() < 0.5
        if isinstance(fact, ChoiceFact):
            bits = [1 << i for i in range(len(fact.codes)) if value >> i & 1]
            return sum(self.random.sample(bits, self.random.randint(1, len(bits)))) if bits else 0
        return narrowed(self.random, value, BOUNDS[type(fact)])

    def rows(self, entity: type[Entity], rows: Sequence[Row]) -> tuple[dict[str, Any], ...]:
        kept: list[dict[str, Any]] = []
        for row in rows:
            if row["@presence"] == Presence.POSSIBLE:
                kept += [
                    self.found(entity, row)
                    for _ in range(self.random.randint(0, 1))
                    if self.random.random() < self.share
                ]
                # what something may point at is not said not to be there
                if self.random.random() >= self.share or id(row) in self.pointed_at:
                    kept.append(self.row(entity, row))
            elif row["@presence"] == Presence.MENTION and self.random.random() < self.share:
                self.recognise(entity, row, kept)
            else:
                kept.append(self.row(entity, row))
        return tuple(kept)

    def found(self, entity: type[Entity], box: Row) -> dict[str, Any]:
        """One that was missing from a list has been found."""
        name = f"found-{self.random.randint(0, 10**6)}"
        row = {**self.row(entity, box), "@id": name, "@presence": Presence.SURE}
        self.note(entity, row, box, row)
        return row

    def recognise(self, entity: type[Entity], mention: Row, kept: list[dict[str, Any]]) -> None:
        """A mention turns out to be one of those recorded, if it can be, or else one of its own."""
        made = self.row(entity, mention)
        for other in self.random.sample(kept, len(kept)):
            old = next((self.old[i] for i, new in self.new.items() if new is other), {})
            both = intersection(entity, {**other, "of": old.get("of", ())}, {**made, "of": mention.get("of", ())})
            if other["@presence"] == Presence.SURE and both is not None:
                other |= {name: value for name, value in both.items() if name != "of"}
                self.note(entity, mention, mention, other)
                return
        made["@presence"] = Presence.SURE
        kept.append(made)

    def reference(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        alive = [self.new.get(id(row), row) for row in rows]
        if len(alive) > 1 and self.random.random() < self.share:
            alive = self.random.sample(alive, self.random.randint(1, len(alive)))
        return tuple({id(row): row for row in alive}.values())


def narrowed(random: Random, span: Span, bounds: tuple[int, int]) -> Span:
    """A span within another, on ordinary days where it can be."""
    low, high = span
    inner = (max(low, bounds[0] - 60), min(high, bounds[1] + 60))
    points = [low, high, *(random.randint(*inner) for _ in range(3) if inner[0] <= inner[1])]
    one, other = random.choice(points), random.choice(points)
    return (min(one, other), max(one, other))


def intersection(entity: type[Entity], one: Row, other: Row) -> dict[str, Any] | None:
    """What two rows leave if they are one individual; None if they cannot be."""
    found: dict[str, Any] = {}
    for name, fact in entity.facts.items():
        a, b = one.get(name), other.get(name)
        if isinstance(fact, ListFact):
            continue
        if isinstance(fact, RefFact):
            found[name] = common(a or (), b or ())
            if found[name] is None:
                return None
        elif isinstance(fact, BoolFact):
            if a is not None and b is not None and a is not b:
                return None
            found[name] = b if a is None else a
        elif isinstance(fact, ChoiceFact):
            if not cast(int, a) & cast(int, b):
                return None
            found[name] = cast(int, a) & cast(int, b)
        else:
            first, last = max(cast(Span, a)[0], cast(Span, b)[0]), min(cast(Span, a)[1], cast(Span, b)[1])
            if first > last:
                return None
            found[name] = (first, last)
    return found


def common(one: Sequence[Row], other: Sequence[Row]) -> tuple[Row, ...] | None:
    """The rows that two references may both name; None if there is none.  A reference of no rows may name any."""
    if not one or not other:
        return tuple(one or other)
    return tuple(row for row in one if any(row is o for o in other)) or None


# --- worlds -------------------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class Individual:
    """Somebody or something of which everything is known: truths, ordinals, words' indices, individuals."""

    entity: type[Entity]
    number: int  # its own in its world
    facts: dict[str, Any] = field(default_factory=dict)


class World:
    """One way the case may turn out to be.  ``root`` is the case; ``of`` finds who a row of the case has turned out to be."""

    def __init__(self, random: Random, case: Row) -> None:
        self.random = random
        self.who: dict[int, Individual] = {}
        self.rows: dict[int, Row] = {}
        self.boxes: dict[int, list[Individual]] = {}
        self.root = self.individual(Case, case)
        for identity, one in list(self.who.items()):
            self.refer(one, self.rows[identity])

    def of(self, row: Row) -> Individual:
        """Who a row (not an open end) has turned out to be."""
        return self.who[id(row)]

    def individual(self, entity: type[Entity], row: Row) -> Individual:
        one = Individual(entity, len(self.who))
        self.who[id(row)], self.rows[id(row)] = one, row
        for name, fact in entity.facts.items():
            if isinstance(fact, ListFact):
                one.facts[name] = self.members(fact.entity(), row[name])
            elif not isinstance(fact, RefFact):
                one.facts[name] = self.any_value(fact, row[name])
        return one

    def members(self, entity: type[Entity], rows: Sequence[Row]) -> list[Individual]:
        found: list[Individual] = []
        merged: list[tuple[dict[str, Any], list[Row]]] = []
        for row in rows:
            if row["@presence"] == Presence.POSSIBLE:
                number = self.random.choice([0, 0, 1, 3])
                self.boxes[id(row)] = [self.individual(entity, {**row}) for _ in range(number)]
            elif row["@presence"] == Presence.MENTION and self.random.random() < 0.5:
                self.merge(entity, row, merged)
            else:
                merged.append(({**row}, [row]))
        for row, parts in merged:
            one = self.individual(entity, row)
            for part in parts:
                self.who[id(part)], self.rows[id(part)] = one, row
            found.append(one)
        for row in rows:
            found += self.boxes.get(id(row), []) if row["@presence"] == Presence.POSSIBLE else []
        return found

    def merge(self, entity: type[Entity], mention: Row, into: list[tuple[dict[str, Any], list[Row]]]) -> None:
        for row, parts in self.random.sample(into, len(into)):
            both = intersection(entity, row, mention)
            if both is not None:
                row |= both
                parts.append(mention)
                return
        into.append(({**mention}, [mention]))

    def refer(self, one: Individual, row: Row) -> None:
        for name, fact in one.entity.facts.items():
            if not isinstance(fact, RefFact):
                continue
            target = self.random.choice(row[name]) if row.get(name) else None
            if target is None:
                one.facts[name] = None
            elif target["@presence"] == Presence.POSSIBLE:
                instances = self.boxes.get(id(target), [])
                one.facts[name] = self.random.choice(instances) if instances else self.stranger(fact.entity(), target)
            else:
                one.facts[name] = self.who[id(target)]

    def stranger(self, entity: type[Entity], box: Row) -> Individual:
        """One that a reference names and no list has."""
        made = self.individual(entity, {**box})
        self.boxes[id(box)] = [made]
        self.refer(made, box)
        return made

    def any_value(self, fact: object, value: Any) -> Any:
        """One of the values that a partly known one allows."""
        if isinstance(fact, BoolFact):
            return self.random.random() < 0.5 if value is None else value
        if isinstance(fact, ChoiceFact):
            return self.random.choice([i for i in range(len(fact.codes)) if value >> i & 1])
        return narrowed(self.random, value, BOUNDS[type(fact)])[0]
