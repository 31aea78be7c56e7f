"""What an expression means, told slowly over ``datetime.date``: twice, and apart from the logic's own code.

``Oracle`` reads it in a complete world: every fact is known, so every value is one value.  Kleene's reading of a case known
in part must agree with every world that the case may turn out to be.

``Reading`` reads it of a case known in part, straight from the definitions: a day is moved one by one for every day it may
be, a number of rows is counted for every way of counting them.  The logic must give the very same value.
"""

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from abeyance.logic.expressions import UNCONFIRMED, Choice, Expr, Version
from abeyance.logic.facts import ListFact
from abeyance.logic.operations import Row, blank
from abeyance.logic.values import Presence
from tests.logic.random_cases import Individual, World
from tests.logic.vocabulary import YEAR

LONG_AGO, NEVER = date(1900, 1, 1), date(2200, 1, 1)
EPOCH = datetime(1, 1, 1)
FIRST_MINUTE, LAST_MINUTE = datetime(1900, 1, 1), datetime(2200, 1, 1)
MANY = 10**9
Truth = bool | None


class SelfContradiction(Exception):
    """A world in which somebody states a number that the days of the world do not bear out."""


# --- days, one at a time ------------------------------------------------------------------------------------------------


def held_in(day: date) -> date:
    return min(max(day, LONG_AGO), NEVER)


def plus_days(day: date, count: int) -> date:
    return day if day in (LONG_AGO, NEVER) else held_in(day + timedelta(count))


def plus_months(day: date, count: int) -> date:
    if day in (LONG_AGO, NEVER):
        return day
    year, month = day.year, day.month
    for _ in range(abs(count)):
        month += 1 if count > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    return held_in(date(year, month, min(day.day, calendar.monthrange(year, month)[1])))


def next_open(day: date, court: Any) -> date:
    while day not in (LONG_AGO, NEVER) and not court.is_open(day):
        day += timedelta(1)
    return day


def plus_steps(day: date, steps: Sequence[tuple[Any, ...]]) -> date:
    for step in steps:
        match step:
            case ("days", count):
                day = plus_days(day, count)
            case ("months", count):
                day = plus_months(day, count)
            case ("until", ordinal):
                day = day if day in (LONG_AGO, NEVER) else date.fromordinal(ordinal)
            case ("open", count, court):
                for _ in range(count):
                    day = next_open(plus_days(day, 1), court)
            case _:
                raise AssertionError(step)
    return day


def last_minute(day: date, zone: str) -> datetime:
    if day in (LONG_AGO, NEVER):
        return datetime.combine(day, time())
    local = datetime.combine(day, time(23, 59), ZoneInfo(zone))
    return min(max(local.astimezone(UTC).replace(tzinfo=None), FIRST_MINUTE), LAST_MINUTE)


def plus_minutes(moment: datetime, minutes: int) -> datetime:
    if moment in (FIRST_MINUTE, LAST_MINUTE):
        return moment
    return min(max(moment + timedelta(minutes=minutes), FIRST_MINUTE), LAST_MINUTE)


def days_apart(earlier: date, later: date) -> int | None:
    """The days between; endless where one of the two never comes, nothing at all where neither does."""
    if later == NEVER:
        return None if earlier == NEVER else MANY
    if earlier == LONG_AGO:
        return None if later == LONG_AGO else MANY
    return -MANY if LONG_AGO in (later,) or earlier == NEVER else (later - earlier).days


def to_moment(minutes: int) -> datetime:
    return EPOCH + timedelta(minutes=minutes - 1440)


def is_seen(version: Version, known: date | None) -> bool:
    """Whether somebody who knows the law up to ``known`` applies a version."""
    if known is None:
        return version.undone is None
    heard = version.known or version.start
    return (heard is None or heard <= known) and not (version.undone and version.undone <= known)


def governing(versions: Sequence[Version], on: date, known: date | None) -> int:
    """Which version governs a day: the last one that has begun, of those that are seen."""
    begun = [i for i, v in enumerate(versions) if is_seen(v, known) and (v.start is None or v.start <= on)]
    return begun[-1]


def agreed(values: Sequence[Any]) -> Any:
    """The value that all have; None if they differ."""
    return values[0] if all(v == values[0] for v in values) else None


def both(truths: Sequence[Truth]) -> Truth:
    return False if any(t is False for t in truths) else None if any(t is None for t in truths) else True


def param_of(node: Expr) -> Any:
    return node.param[0] if isinstance(node, Choice) else node.param


# --- a complete world ---------------------------------------------------------------------------------------------------


class Oracle:
    """The values of expressions in a world.

    Whatever nothing fixes comes out one way or another, and may differ from row to row: a judgement, the reading of
    unsettled law, a period nobody could confirm, which of two rows of one day is the first, a fact of a row that is not there.
    """

    def __init__(
        self, world: World, on: date, subject: Individual | None = None, known: date | None = None, seed: int = 0
    ) -> None:
        self.world, self.on, self.known, self.seed = world, on, known, seed
        self.ground = {"case": world.root, "subject": subject or world.root}

    def value(self, node: Expr, rows: Mapping[str, Individual] | None = None) -> Any:
        """A truth, a date, a number, a datetime, or the index of a word."""
        rows = self.ground if rows is None else rows
        param = param_of(node)
        match node.op:
            case "const":
                return date.fromordinal(param) if node.kind == "day" else param
            case "on":
                return self.on
            case "field":
                return self.fact(node, rows, param)
            case "open":
                return self.chance(node, rows).random() < 0.5
            case "at_least":
                return self.counted(node, rows) >= param.least
            case "count":
                return self.counted(node, rows)
            case "same_row":
                one, other = (self.row(a, rows) for a in node.args)
                return self.chance(node, rows).random() < 0.5 if one is None or other is None else one is other
            case "found":
                return self.row(node.args[0], rows) is not None
            case "choose":
                return self.chosen(node, rows, param)
        values = [self.value(a, rows) for a in node.args]
        match node.op:
            case "not":
                return not values[0]
            case "and":
                return all(values)
            case "or":
                return any(values)
            case "rule":
                return values[0]
            case "le":
                return values[0] <= values[1]
            case "is_in":
                return bool(param >> values[0] & 1)
            case "same":
                return values[0] == values[1]
            case "add":
                return plus_steps(values[0], param)
            case "open_day":
                return next_open(values[0], param)
            case "end_of_day":
                return last_minute(values[0], param)
            case "add_version":
                period = param[1][governing(param[0], values[1], self.known)]
                if period == UNCONFIRMED:
                    return plus_days(values[0], self.chance(node, rows).choice([0, 1, 30, 90, 4000]))
                return plus_steps(values[0], period.steps)
            case "add_minutes":
                return plus_minutes(values[0], param)
            case "days_between":
                apart = days_apart(*values)
                return self.chance(node, rows).choice([-MANY, 0, 5, MANY]) if apart is None else apart
            case "meet":
                if values[0] != values[1]:
                    raise SelfContradiction
                return values[0]
            case "later":
                return max(values)
            case "earlier":
                return min(values)
        raise AssertionError(node.op)

    def chance(self, node: Expr, rows: Mapping[str, Individual]) -> Random:
        """Chance, the same each time that this node is asked of these rows in this world."""
        return Random(f"{self.seed} {node.id} {sorted((name, row.number) for name, row in rows.items())}")

    def fact(self, node: Expr, rows: Mapping[str, Individual], name: str) -> Any:
        one = self.row(node.args[0], rows)
        value = one.facts[name] if one else self.anything(node, self.chance(node, rows))
        return date.fromordinal(value) if node.kind == "day" else to_moment(value) if node.kind == "moment" else value

    def anything(self, node: Expr, chance: Random) -> Any:
        """Any value of the node's kind."""
        if isinstance(node, Choice):
            return chance.randrange(len(node.codes))
        day = chance.choice([LONG_AGO.toordinal(), NEVER.toordinal(), chance.randint(*(d.toordinal() for d in YEAR))])
        values = {
            "condition": chance.random() < 0.5,
            "day": day,
            "moment": day * 1440,
            "number": chance.randint(-9, 99),
        }
        return values[node.kind]

    def row(self, node: Expr, rows: Mapping[str, Individual]) -> Individual | None:
        """The individual a row expression names; None if it names none."""
        match node.op:
            case "row":
                return rows[node.param.name]
            case "ref":
                holder = self.row(node.args[0], rows)
                return holder.facts[node.param] if holder else None
            case "select":
                passing = self.passing(node, rows, node.args[2])
                days = [self.value(node.args[1], inner) for _, inner in passing]
                limit = min(days, default=None) if node.param.end == "first" else max(days, default=None)
                of_that_day = [one for (one, _), day in zip(passing, days, strict=True) if day == limit]
                return self.chance(node, rows).choice(of_that_day) if of_that_day else None
        raise AssertionError(node.op)

    def passing(
        self, node: Expr, rows: Mapping[str, Individual], test: Expr
    ) -> list[tuple[Individual, Mapping[str, Individual]]]:
        holder = self.row(node.args[0].args[0], rows)
        assert holder
        members = [(one, {**rows, node.param.binding.name: one}) for one in holder.facts[node.args[0].param]]
        return [(one, inner) for one, inner in members if self.value(test, inner)]

    def counted(self, node: Expr, rows: Mapping[str, Individual]) -> int:
        return len(self.passing(node, rows, node.args[1]))

    def chosen(self, node: Expr, rows: Mapping[str, Individual], param: Any) -> Any:
        branches = node.args[1:]
        if param[0] == "unsettled":
            taken = self.chance(node, rows).randrange(len(branches))
        else:
            selector = self.value(node.args[0], rows)
            if param[0] == "if":
                taken = 0 if selector else 1
            elif param[0] == "date":
                taken = governing(param[1], selector, self.known)
            else:
                named = [i for i, mask in enumerate(param[1]) if mask >> selector & 1]
                taken = named[0] if named else len(branches) - 1
        return self.value(branches[taken], rows)


def distinct(found: Sequence[Any]) -> list[Any]:
    return list({id(one): one for one in found}.values())


def can_be_selected(entries: Sequence[tuple[Any, Truth, tuple[date, date]]], end: str) -> list[Any]:
    """The rows that no other row surely comes before (``first``) or after (``last``)."""
    found = []
    for row, _, (earliest, latest) in entries:
        rivals = [days for other, passes, days in entries if passes and other is not row]
        if end == "first" and not any(rival[1] < earliest for rival in rivals):
            found.append(row)
        if end == "last" and not any(rival[0] > latest for rival in rivals):
            found.append(row)
    return found


# --- a case known in part -----------------------------------------------------------------------------------------------


class Reading:
    """Kleene's reading of a case known in part, from the definitions.

    A day, moment or number is the pair of its earliest and latest values, a choice the set of its words.
    """

    def __init__(self, case: Row, on: date, subject: Row | None = None, known: date | None = None) -> None:
        self.on, self.known = on, known
        self.ground = {"case": case, "subject": case if subject is None else subject}

    def value(self, node: Expr, rows: Mapping[str, Row] | None = None) -> Any:
        """The value of a node; see ``Reading``."""
        rows = self.ground if rows is None else rows
        param = param_of(node)
        match node.op:
            case "const":
                return param if node.kind == "condition" else (self.exact(node.kind, param),) * 2
            case "on":
                return (self.on, self.on)
            case "field":
                return self.fact(node, rows, param)
            case "open":
                return None
            case "at_least":
                numbers = self.numbers(node, rows)
                return agreed([number >= node.param.least for number in numbers])
            case "count":
                numbers = self.numbers(node, rows)
                return min(numbers), max(numbers)
            case "same_row":
                return self.same(node, rows)
            case "found":
                found, may_be_none = self.rows(node.args[0], rows)
                return None if found and may_be_none else not may_be_none
            case "choose":
                return self.chosen(node, rows, param)
        return self.applied(node, param, [self.value(a, rows) for a in node.args])

    def exact(self, kind: str, value: int) -> Any:
        return date.fromordinal(value) if kind == "day" else to_moment(value) if kind == "moment" else value

    def nothing(self, node: Expr) -> Any:
        if isinstance(node, Choice):
            return frozenset(range(len(node.codes)))
        known = {"day": (LONG_AGO, NEVER), "moment": (FIRST_MINUTE, LAST_MINUTE), "number": (-MANY, MANY)}
        return known.get(node.kind)

    def fact(self, node: Expr, rows: Mapping[str, Row], name: str) -> Any:
        found, may_be_none = self.rows(node.args[0], rows)
        if may_be_none or not found:
            return self.nothing(node)
        if isinstance(node, Choice):
            return self.joined(node, [frozenset(i for i in range(20) if row[name] >> i & 1) for row in found])
        if node.kind == "condition":
            return agreed([row[name] for row in found])
        return self.joined(node, [tuple(self.exact(node.kind, end) for end in row[name]) for row in found])

    def joined(self, node: Expr, values: Sequence[Any]) -> Any:
        if node.kind == "condition":
            return agreed(values)
        if isinstance(node, Choice):
            return frozenset().union(*values)
        return min(v[0] for v in values), max(v[1] for v in values)

    def applied(self, node: Expr, param: Any, values: list[Any]) -> Any:
        match node.op:
            case "not":
                return None if values[0] is None else not values[0]
            case "and":
                return both(values)
            case "or":
                negated = both([None if v is None else not v for v in values])
                return None if negated is None else not negated
            case "rule":
                return values[0]
            case "le":
                return agreed([a <= b for a, b in product(values[0], values[1])])
            case "is_in":
                return agreed([bool(param >> word & 1) for word in values[0]]) if values[0] else False
            case "same":
                return agreed([a == b for a, b in product(values[0], values[1])])
            case "add":
                return pointwise(lambda day: plus_steps(day, param), values[0])
            case "open_day":
                return pointwise(lambda day: next_open(day, param), values[0])
            case "end_of_day":
                return pointwise(lambda day: last_minute(day, param), values[0])
            case "add_version":
                return self.moved_by_law(node, param, values)
            case "add_minutes":
                return tuple(plus_minutes(m, param) for m in values[0])
            case "days_between":
                return apart(values[0], values[1])
            case "meet":
                first, last = max(values[0][0], values[1][0]), min(values[0][1], values[1][1])
                return (first, last) if first <= last else values[0]
            case "later":
                return max(v[0] for v in values), max(v[1] for v in values)
            case "earlier":
                return min(v[0] for v in values), min(v[1] for v in values)
        raise AssertionError(node.op)

    def moved_by_law(self, node: Expr, param: Any, values: list[Any]) -> Any:
        """Every day with the period of the version that governs it; if another day governs, with each that may."""
        versions, periods = param
        base, on = values

        def move(day: date, version: int) -> tuple[date, date]:
            if periods[version] == UNCONFIRMED:
                return (day, NEVER)
            moved = plus_steps(day, periods[version].steps)
            return (moved, moved)

        if node.args[0] is node.args[1]:
            ends = [move(d, governing(versions, d, self.known)) for d in sample(base, marks(versions))]
        else:
            may_govern = {governing(versions, d, self.known) for d in sample(on, marks(versions))}
            ends = [move(d, version) for d in sample(base) for version in may_govern]
        return min(first for first, _ in ends), max(last for _, last in ends)

    # --- rows ---------------------------------------------------------------------------------------------------------

    def rows(self, node: Expr, rows: Mapping[str, Row]) -> tuple[list[Row], bool]:
        """The rows a row expression may be, and whether it may be none."""
        match node.op:
            case "row":
                return [rows[node.param.name]], False
            case "ref":
                holders, may_be_none = self.rows(node.args[0], rows)
                targets = [t for h in holders for t in h[node.param]]
                return distinct(targets), may_be_none or not all(h[node.param] for h in holders)
            case "select":
                name = node.param.binding.name
                entries = []
                for row in self.listed(node, rows):
                    inner = {**rows, name: row}
                    passes = self.value(node.args[2], inner)
                    if passes is not False:
                        is_one = row["@presence"] != Presence.POSSIBLE
                        entries.append((row, passes and is_one, self.value(node.args[1], inner)))
                return can_be_selected(entries, node.param.end), not any(passes for _, passes, _ in entries)
        raise AssertionError(node.op)

    def listed(self, node: Expr, rows: Mapping[str, Row]) -> Sequence[Row]:
        holders, may_be_none = self.rows(node.args[0].args[0], rows)
        name = node.args[0].param
        if len(holders) == 1 and not may_be_none:
            found: Sequence[Row] = holders[0][name]
            return found
        return (blank(node.param.binding.entity),)

    def same(self, node: Expr, rows: Mapping[str, Row]) -> Truth:
        (one, may), (other, might) = (self.rows(a, rows) for a in node.args)
        if may or might or not one or not other:
            return None
        same: Truth = agreed([one_and_the_same(a, b) for a, b in product(one, other)])
        return same

    def numbers(self, node: Expr, rows: Mapping[str, Row]) -> set[int]:
        """How many may pass: for every way in which the open verdicts fall and the mentions turn out."""
        name = node.param.binding.name
        ways: list[tuple[int, ...]] = []
        mentioned = False
        for row in self.listed(node, rows):
            verdict = self.value(node.args[1], {**rows, name: row})
            if verdict is False:
                continue
            if row["@presence"] == Presence.POSSIBLE:
                ways.append((0, 1, MANY))
            elif row["@presence"] == Presence.MENTION:
                mentioned = mentioned or verdict is True
                ways.append((0, 1))
            else:
                ways.append((1,) if verdict else (0, 1))
        numbers = {min(sum(way), MANY) for way in product(*ways)}
        return {n for n in numbers if n >= 1} if mentioned else numbers

    def chosen(self, node: Expr, rows: Mapping[str, Row], param: Any) -> Any:
        selector, branches = self.value(node.args[0], rows), list(node.args[1:])
        match param[0]:
            case "if":
                taken = {0, 1} if selector is None else {0 if selector else 1}
            case "date":
                taken = {governing(param[1], d, self.known) for d in sample(selector, marks(param[1]))}
            case "choice":
                naming = [{i for i, mask in enumerate(param[1]) if mask >> word & 1} for word in selector]
                taken = set().union(*[named or {len(branches) - 1} for named in naming])
                taken = taken or {len(branches) - 1}
            case _:
                taken = set(range(len(branches)))
        return self.joined(node, [self.value(branches[i], rows) for i in sorted(taken)])


def one_and_the_same(one: Row, other: Row) -> Truth:
    """Whether two rows are of one individual: a mention may be anybody recorded, an open end stands for many."""
    presences = {one["@presence"], other["@presence"]}
    if one is other:
        return None if presences == {Presence.POSSIBLE} else True
    return False if Presence.SURE in presences and Presence.MENTION not in presences else None


def apart(earlier: tuple[date, date], later: tuple[date, date]) -> tuple[int, int]:
    numbers = [days_apart(a, b) for a, b in product(earlier, later)]
    if None in numbers:
        # neither of the two may ever come: then nothing is said on the side that is open
        numbers += [-MANY] if later[0] == LONG_AGO or earlier[1] == NEVER else []
        numbers += [MANY] if later[1] == NEVER or earlier[0] == LONG_AGO else []
    known = [n for n in numbers if n is not None]
    return min(known), max(known)


def marks(versions: Sequence[Version]) -> list[date]:
    return [v.start for v in versions if v.start]


def sample(span: tuple[date, date], also: Sequence[date] = (), most: int = 500) -> Iterator[date]:
    """Every day of a span; of a long one its ends, and the days beside them and beside ``also``."""
    first, last = span
    if (last - first).days <= most:
        yield from (first + timedelta(n) for n in range((last - first).days + 1))
        return
    near = [d + timedelta(n) for d in (first, *also, last) for n in range(-3, 4)]
    yield from sorted({d for d in near if first <= d <= last})


def pointwise(function: Callable[[date], Any], span: tuple[date, date]) -> tuple[Any, Any]:
    values = [function(d) for d in sample(span)]
    return min(values), max(values)


def as_oracle(node: Expr, value: Any) -> Any:
    """A value of the logic as ``Reading`` writes it."""
    if node.kind == "condition":
        return value
    if isinstance(node, Choice):
        return frozenset(i for i in range(len(node.codes)) if value >> i & 1)
    if node.kind == "day":
        return tuple(date.fromordinal(end) for end in value)
    return tuple(to_moment(end) for end in value) if node.kind == "moment" else tuple(value)


def lists_of(entity: Any) -> list[str]:
    """The names of an entity's lists."""
    return [name for name, fact in entity.facts.items() if isinstance(fact, ListFact)]
