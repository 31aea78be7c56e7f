"""What every operation of an expression is in SQL; ``steps`` says which of it is computed once."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from abeyance.logic import operations as do
from abeyance.logic.columns import texts
from abeyance.logic.columns.days import FIRST_DAY, LAST_DAY, DayTables, Moves, sql_day
from abeyance.logic.columns.steps import Sql, Steps, bare
from abeyance.logic.columns.texts import ASKED, ENDS, MANY, NOWHERE, SUBJECT, UNKNOWN, quoted
from abeyance.logic.expressions import UNCONFIRMED, Choice, Expr, RuleError
from abeyance.logic.facts import Entity, ListFact, entity_of
from abeyance.logic.values import Presence

MOVES = ("add", "open_day", "end_of_day")
TOGETHER: dict[str, Callable[..., tuple[str, str]]] = {
    "later": texts.later,
    "earlier": texts.earlier,
    "days_between": texts.days_between,
    "meet": texts.meet,
}


def lists_by_entity(root: type[Entity]) -> dict[type[Entity], str]:
    """The root's list of each entity that it has a list of."""
    return {fact.entity(): name for name, fact in reversed(root.facts.items()) if isinstance(fact, ListFact)}


class Writer(Steps):
    """Writes expressions over a table of cases of the entity ``root``; ``exact`` says how it is laid out (see ``Columns``)."""

    def __init__(self, rules: Iterable[Expr], root: type[Entity], exact: bool) -> None:
        super().__init__(rules)
        self.root, self.exact = root, exact
        self.days = DayTables()
        self.lists = lists_by_entity(root)

    def answer(self, rule: Expr) -> tuple[str, ...]:
        """The text of a rule's value: one for a condition or a choice, else its first and last."""
        value = self.write(rule)
        return self._span(rule, value) if rule.kind in ENDS else value.parts

    # --- values -------------------------------------------------------------------------------------------------------

    def value(self, node: Expr) -> Sql:
        """The text of a node's value, in the innermost scope."""
        param = node.param[0] if isinstance(node, Choice) else node.param
        match node.op:
            case "const":
                return Sql((sql_day(param) if node.kind == "day" else str(param).upper(),), known=True)
            case "on":
                return Sql((ASKED,), known=True)
            case "open":
                return Sql((UNKNOWN,))
            case "field":
                return self._fact(node, param) if node.args[0].op == "row" else self._fact_of_one(node, param)
            case "row" | "ref" | "select":
                return self._places(node)
            case "at_least" | "count":
                return self._counted(node)
            case "choose":
                return self._chosen(node, param)
            case "same_row":
                return self._same_row(node)
        if node.op in MOVES:
            return self._moved_ends(node)
        args = [self.write(a) for a in node.args]
        if node.op in TOGETHER:
            spans = [self._span(n, a) for n, a in zip(node.args, args, strict=True)]
            return self.made(TOGETHER[node.op](*spans), *args)
        match node.op:
            case "and" | "or":
                return self.made(f"({f' {node.op.upper()} '.join(a.text for a in args)})", *args)
            case "not":
                return self.made(f"(NOT {args[0].text})", *args)
            case "found":
                places, none = args[0].parts
                return self.made(f"CASE WHEN NOT {none} THEN TRUE WHEN len({places}) = 0 THEN FALSE END", *args)
            case "le":
                return self._at_most(node, *args)
            case "is_in":
                return self.made(self._is_in(node, args[0]), *args)
            case "same":
                one, other = (self._mask(n, a) for n, a in zip(node.args, args, strict=True))
                yes = f"{one} = {other} AND bit_count({one}) = 1"
                return self.made(f"CASE WHEN ({one} & {other}) = 0 THEN FALSE WHEN {yes} THEN TRUE END", *args)
            case "add_version":
                return self._moved_by_law(node, *args)
            case "add_minutes":
                moved = tuple(texts.plus_minutes(moment, param) for moment in args[0].parts)
                return self.made(moved, *args, known=args[0].known)
        raise AssertionError(f"no SQL for the operation {node.op}")

    def _span(self, node: Expr, value: Sql) -> tuple[str, str]:
        """A value as its first and last, neither ever NULL."""
        if len(value.parts) == 2:
            return value.parts
        if value.known:
            return value.text, value.text
        low, high = ENDS[node.kind]
        return f"coalesce({value.text}, {low})", f"coalesce({value.text}, {high})"

    def _mask(self, node: Expr, value: Sql) -> str:
        """A choice as a bitmask that is never NULL."""
        return f"coalesce({value.text}, {texts.full(node)})" if self.exact and bare(node).op == "field" else value.text

    def _is_in(self, node: Expr, choice: Sql) -> str:
        mask, codes = choice.text, node.param
        if self.exact and bare(node.args[0]).op == "field":
            return f"(({mask} & {codes}) <> 0)"
        return f"CASE WHEN ({mask} & {codes}) = 0 THEN FALSE WHEN ({mask} & {~codes}) = 0 THEN TRUE END"

    def _at_most(self, node: Expr, one: Sql, other: Sql) -> Sql:
        if len(one.parts) == len(other.parts) == 1:
            return self.made(f"({one.text} <= {other.text})", one, other)
        (first, last), (other_first, other_last) = self._span(node.args[0], one), self._span(node.args[1], other)
        text = f"CASE WHEN {last} <= {other_first} THEN TRUE WHEN {first} > {other_last} THEN FALSE END"
        return self.made(text, one, other)

    # --- days ---------------------------------------------------------------------------------------------------------

    def _moved_ends(self, node: Expr) -> Sql:
        """A day moved, or both ends of a span; moves that follow one another are looked up at once."""
        moves: Moves = ()
        base = node
        while base.op in MOVES:
            moves = ((base.op, base.param), *moves)
            base = bare(base.args[0])
        day = self.write(base)
        open_ends = ENDS[node.kind] if len(day.parts) == 2 else ("",)
        parts = tuple(
            self.days.look_up(moves, end, otherwise)
            if any(op != "add" for op, _ in moves)
            else self._added([step for _, steps in moves for step in steps], end, otherwise)
            for end, otherwise in zip(day.parts, open_ends, strict=True)
        )
        return self.made(parts, day, known=day.known)

    def _added(self, steps: Iterable[Any], day: str, otherwise: str = "") -> str:
        """One day moved; NULL stays NULL, and what never comes or was always so stays where it is.

        ``otherwise`` stands in for what a day outside the table is moved to.
        """
        for step in steps:
            match step:
                case ("days", number):
                    day = texts.held(day, f"{day} + ({number})", number)
                case ("months", number):
                    day = texts.held(day, f"({day} + to_months({number}))::DATE", number)
                case ("until", last):
                    day = texts.guarded(day, sql_day(last))
                case _:
                    day = self.days.look_up((("add", (step,)),), day, otherwise)
        return day

    def _moved_by_law(self, node: Expr, base: Sql, on: Sql) -> Sql:
        versions, periods = node.param
        starts = [sql_day(s) for s in do.starts_of(versions)]
        together = node.args[0] is node.args[1]
        if len(on.parts) == len(base.parts) == 1 and UNCONFIRMED not in periods and (together or on.known):
            moved = [self._added(period.steps, base.text) for period in periods]
            return self.made(texts.by_start(on.text, starts, moved), base, on, known=base.known and on.known)
        first, last = self._span(node.args[0], base)
        allowed = texts.between(self._span(node.args[1], on), starts)
        firsts, lasts = [], []
        for i, period in enumerate(periods):
            low = f"greatest({first}, {starts[i - 1]})" if together and i else first
            high = f"least({last}, {starts[i]} - 1)" if together and i < len(starts) else last
            firsts.append(low if period == UNCONFIRMED else self._added(period.steps, low, FIRST_DAY))
            lasts.append(LAST_DAY if period == UNCONFIRMED else self._added(period.steps, high, LAST_DAY))
        return self.made((texts.where("least", allowed, firsts), texts.where("greatest", allowed, lasts)), base, on)

    # --- branches -----------------------------------------------------------------------------------------------------

    def _chosen(self, node: Expr, param: tuple[Any, ...]) -> Sql:
        branches = [self.write(b) for b in node.args[1:]]
        if param[0] == "unsettled":
            return self._joined(node, ["TRUE"] * len(branches), branches)
        selector = self.write(node.args[0])
        if param[0] == "if":
            test = selector.text
            allowed = [f"coalesce({test}, TRUE)", f"coalesce(NOT {test}, TRUE)"]
        elif param[0] == "date":
            starts = [sql_day(s) for s in do.starts_of(param[1])]
            if len(selector.parts) == 1 and node.kind == "condition":
                said = [branch.text for branch in branches]
                otherwise = "NULL" if selector.known else texts.agreed([("TRUE", text) for text in said])
                return self.made(texts.by_start(selector.text, starts, said, otherwise), selector, *branches)
            allowed = texts.between(self._span(node.args[0], selector), starts)
        else:
            mask, named = self._mask(node.args[0], selector), sum(param[1])
            other = f"(({mask} & {~named}) <> 0 OR {mask} = 0)"
            allowed = [*(f"(({mask} & {codes}) <> 0)" for codes in param[1]), other]
        return self._joined(node, allowed, branches, selector)

    def _joined(self, node: Expr, allowed: Sequence[str], branches: Sequence[Sql], *selector: Sql) -> Sql:
        """What the branches that may be taken have in common (a truth) or cover together (anything else)."""
        if node.kind == "condition":
            text = texts.agreed(list(zip(allowed, (b.text for b in branches), strict=True)))
            return self.made(text, *branches, *selector)
        if isinstance(node, Choice):
            masks = (self._mask(n, b) for n, b in zip(node.args[1:], branches, strict=True))
            union = " | ".join(
                f"CASE WHEN {may} THEN {mask} ELSE 0 END" for may, mask in zip(allowed, masks, strict=True)
            )
            return self.made(f"({union})", *branches, *selector)
        firsts, lasts = zip(*(self._span(n, b) for n, b in zip(node.args[1:], branches, strict=True)), strict=True)
        return self.made(
            (texts.where("least", allowed, firsts), texts.where("greatest", allowed, lasts)), *branches, *selector
        )

    # --- rows ---------------------------------------------------------------------------------------------------------

    def _before(self, row: Expr) -> str | None:
        """What stands before a fact of a bound row; None if nothing is known of the row."""
        if row.param.entity is self.root:
            return ""
        if row.param.name == "subject":
            return f"{SUBJECT}."
        return next(scope.row for scope in reversed(self.chain) if scope.name == row.param.name)

    def _fact(self, node: Expr, name: str) -> Sql:
        before = self._before(node.args[0])
        if node.kind in ENDS:
            low, high = ENDS[node.kind]
            if self.exact:
                return Sql((low, high) if before is None else (before + quoted(name),))
            first, last = (f"{before}{quoted(name + end)}" for end in ("_first", "_last"))
            return Sql((f"coalesce({first}, {low})", f"coalesce({last}, {high})"))
        if before is None:
            return Sql(("NULL::INTEGER" if isinstance(node, Choice) else UNKNOWN,))
        column = before + quoted(name)
        return Sql(
            (f"coalesce({column}, {texts.full(node)})" if isinstance(node, Choice) and not self.exact else column,)
        )

    def _fact_of_one(self, node: Expr, name: str) -> Sql:
        """A fact of a row that may be one of several: what they have in common, or cover together."""
        rows, of = self.write(node.args[0]), self._list_name(node.args[0])
        places, none = rows.parts

        def over(value: str) -> str:
            return f"list_transform({places}, lambda i: {value})"

        if node.kind == "condition":
            verdict = f"CASE {of}[i].{quoted(name)} WHEN TRUE THEN 2 WHEN FALSE THEN 0 ELSE 1 END"
            found = self.step(f"t{node.id}", self.made(over(verdict), rows))
            yes, no = f"list_min({found.text}) = 2", f"list_max({found.text}) = 0"
            return self.made(f"CASE WHEN {none} THEN NULL WHEN {yes} THEN TRUE WHEN {no} THEN FALSE END", rows, found)
        if isinstance(node, Choice):
            full = texts.full(node)
            masks = over(f"coalesce({of}[i].{quoted(name)}, {full})")
            return self.made(
                f"CASE WHEN {none} THEN {full} ELSE coalesce(list_aggregate({masks}, 'bit_or'), {full}) END", rows
            )
        ends = []
        for end, whole, extreme in zip(("_first", "_last"), ENDS[node.kind], ("list_min", "list_max"), strict=True):
            values = over(f"coalesce({of}[i].{quoted(name + end)}, {whole})")
            ends.append(f"CASE WHEN {none} THEN {whole} ELSE coalesce({extreme}({values}), {whole}) END")
        return self.made(tuple(ends), rows)

    def _list_name(self, row: Expr) -> str:
        """The case's list that has the rows of an expression; raises RuleError where there is none to look into."""
        entity = entity_of(row)
        if self.exact:
            raise RuleError(
                f"where all is known or not at all no {entity.__name__} is pointed at: use the usual columns"
            )
        bound = [scope for scope in self.chain if row.op == "row" and scope.name == row.param.name]
        is_listed = self._is_listed(row) if row.op == "select" else all(scope.is_listed for scope in bound)
        if entity not in self.lists or not is_listed:
            raise RuleError(f"columns point at rows of a list of the case, and this {entity.__name__} is in none")
        return quoted(self.lists[entity])

    def _places(self, node: Expr) -> Sql:
        """The places of the rows an expression may be in the case's list of them, and whether it may be none."""
        self._list_name(node)
        if node.op == "select":
            return self._selected(node)
        if node.op == "row":
            return Sql((f'[{self._before(node)}"@at"]', "FALSE"))
        holder, name = node.args[0], quoted(node.param)
        if holder.op == "row":
            return Sql((f"coalesce({self._before(holder)}{name}, {NOWHERE})", "FALSE"))
        rows = self.write(holder)
        places, none = rows.parts
        targets = f"list_transform({places}, lambda i: coalesce({self._list_name(holder)}[i].{name}, {NOWHERE}))"
        found = self.step(f"t{node.id}", self.made(targets, rows))
        some_none = f"({none} OR list_contains(list_transform({found.text}, lambda t: len(t) = 0), TRUE))"
        return self.made((f"list_distinct(flatten({found.text}))", some_none), rows, found)

    def _selected(self, node: Expr) -> Sql:
        def entry(before: str, key: Sql, test: Sql) -> str:
            first, last = self._span(node.args[1], key)
            facts = f'at := {before}"@at", sure := {before}"@presence" <> {Presence.POSSIBLE}'
            return f"struct_pack({facts}, passes := {test.text}, first := {first}, last := {last})"

        entries = self.step(f"e{node.id}", self._each(node, entry))
        sure = f"list_filter({entries.text}, lambda e: e.passes AND e.sure)"
        if node.param.end == "last":
            limit = f"coalesce(list_max(list_transform({sure}, lambda e: e.first)), {FIRST_DAY})"
        else:
            limit = f"coalesce(list_min(list_transform({sure}, lambda e: e.last)), {LAST_DAY})"
        at = self.step(f"l{node.id}", self.made(limit, entries))
        within = f"e.last >= {at.text}" if node.param.end == "last" else f"e.first <= {at.text}"
        possible = f"list_filter({entries.text}, lambda e: coalesce(e.passes, TRUE) AND {within})"
        return self.made((f"list_transform({possible}, lambda e: e.at)", f"(len({sure}) = 0)"), entries, at)

    def _same_row(self, node: Expr) -> Sql:
        one, other = (self.write(a) for a in node.args)
        of = self._list_name(node.args[0])
        presence, of_other = (f'coalesce({of}[{i}]."@presence", {Presence.POSSIBLE})' for i in ("i", "j"))
        sure, mention, possible = Presence.SURE, Presence.MENTION, Presence.POSSIBLE
        apart = (
            f"({presence} = {sure} AND {of_other} <> {mention}) OR ({of_other} = {sure} AND {presence} <> {mention})"
        )
        verdict = f"CASE WHEN i = j THEN (CASE WHEN {presence} <> {possible} THEN 2 ELSE 1 END) WHEN {apart} THEN 0 ELSE 1 END"
        pairs = (
            f"flatten(list_transform({one.parts[0]}, lambda i: list_transform({other.parts[0]}, lambda j: {verdict})))"
        )
        found = self.step(f"p{node.id}", self.made(pairs, one, other))
        yes, no = f"list_min({found.text}) = 2", f"list_max({found.text}) = 0"
        none = f"{one.parts[1]} OR {other.parts[1]}"
        return self.made(f"CASE WHEN {none} THEN NULL WHEN {yes} THEN TRUE WHEN {no} THEN FALSE END", one, other, found)

    # --- lists ----------------------------------------------------------------------------------------------------------

    def _is_listed(self, quantifier: Expr) -> bool:
        """Whether a quantifier ranges over the case's own list of its entity."""
        rows = quantifier.args[0]
        return rows.args[0].op == "row" and self.lists.get(quantifier.param.binding.entity) == rows.param

    def _each(self, node: Expr, final: Callable[..., str]) -> Sql:
        """A list with ``final`` of every row a quantifier ranges over; raises RuleError for a list of a row pointed at."""
        holder, name = node.args[0].args[0], node.args[0].param
        if holder.op != "row":
            raise RuleError(
                f"columns ask the lists of the case and of rows of its lists, not the {name} of a row pointed at"
            )
        return self.each(node, f"coalesce({self._before(holder)}{quoted(name)}, [])", self._is_listed(node), final)

    def _counted(self, node: Expr) -> Sql:
        closed = self._closed(node) if self.exact else None
        if closed and self._before(node.args[0].args[0]) is None:
            none_more = closed.text
            numbers = ("0", f"CASE WHEN {none_more} THEN 0 ELSE {MANY} END")
            text = numbers if node.op == "count" else f"CASE WHEN {none_more} THEN FALSE END"
            return self.made(text, closed)
        if node.op == "at_least" and node.param.least == 1:
            found = self._each(
                node, lambda before, test: test.text if closed else f"{test.text} AND {texts.is_one(before)}"
            )
            found = self.step(f"q{node.id}", found)
            some_open = f"list_position({found.text}, NULL) IS NOT NULL"
            no_more = closed.text if closed else "TRUE"  # last, since a CASE computes no more than it must
            text = f"CASE WHEN list_contains({found.text}, TRUE) THEN TRUE WHEN {some_open} THEN NULL WHEN {no_more} THEN FALSE END"
            return self.made(text, found, *([closed] if closed else []))
        found = self._each(
            node,
            lambda before, test: (
                f"struct_pack(passes := {test.text}, presence := {texts.presence(before, self.exact)})"
            ),
        )
        found = self.step(f"q{node.id}", found)
        numbers = texts.numbers(found.text)
        if closed:
            numbers = (numbers[0], f"CASE WHEN {closed.text} THEN {numbers[1]} ELSE {MANY} END")
        values = [found, *([closed] if closed else [])]
        if node.op == "count":
            return self.made(numbers, *values)
        least = node.param.least
        return self.made(
            f"CASE WHEN {numbers[0]} >= {least} THEN TRUE WHEN {numbers[1]} < {least} THEN FALSE END", *values
        )

    def _closed(self, node: Expr) -> Sql:
        """That a list has no other row that passes: it is complete, or none could."""
        holder, name = node.args[0].args[0], node.args[0].param
        test, before = self.of_nobody(node), self._before(holder)
        none_could = f"coalesce(NOT {test.text}, FALSE)"
        if before is None:
            return self.made(none_could, test)
        complete = f"coalesce({before}{quoted(name + '_complete')} AND {before}{quoted(name)} IS NOT NULL, FALSE)"
        return self.made(f"CASE WHEN {complete} THEN TRUE ELSE {none_could} END", test)
