"""The same expressions as columns: one row a case (or a case and a subject), in DuckDB's SQL.  Imports no engine.

    kind      known in part (the usual layout)                known or not at all (``exact``)
    Bool      BOOLEAN; NULL is unknown                        the same
    Day       DATE, two columns: ``_first`` and ``_last``     DATE; NULL is any day
    Number    INTEGER, two columns: ``_first`` and ``_last``  INTEGER; NULL is any number
    Moment    the same, in minutes of UTC since year 1        the same
    Choice    INTEGER, a bit a word; NULL is any word         the same, one bit
    Ref       INTEGER[], places in the case's list of such    not expressible
              rows; 0 is one that is not in it
    List      STRUCT[]: a row has its facts, ``@presence``,   STRUCT[] of sure rows, and ``_complete``, a BOOLEAN:
              and in a list of the case its ``@at``, from 1   whether there are no others; NULL is an unknown list

SQL's NULL keeps Kleene's rules in AND, OR, NOT and comparisons alone; everything else is spelt out (see ``sql``).  What cannot
be expressed is a RuleError: a list of a row that is pointed at, a reference to a row that is in no list of the case.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from abeyance.logic.columns.days import FIRST_DAY, LAST_DAY
from abeyance.logic.columns.sql import Writer, lists_by_entity
from abeyance.logic.columns.texts import ASKED, SUBJECT, quoted
from abeyance.logic.expressions import Choice, Expr, RuleError, walk
from abeyance.logic.facts import (
    BoolFact,
    ChoiceFact,
    DayFact,
    Entity,
    Fact,
    ListFact,
    MomentFact,
    NumberFact,
    RefFact,
    entity_of,
)
from abeyance.logic.operations import Row, is_known, unknown
from abeyance.logic.values import Presence

TYPES: dict[type, str] = {
    BoolFact: "BOOLEAN",
    DayFact: "DATE",
    NumberFact: "INTEGER",
    MomentFact: "INTEGER",
    ChoiceFact: "INTEGER",
}
SPANS, ENDS = (DayFact, NumberFact, MomentFact), ("_first", "_last")


class Columns:
    """Rules compiled together, all of one subject or of the case, over a table of cases of the entity ``root``.

    Raises RuleError for rules of several subjects, and for what columns cannot express.
    """

    def __init__(self, rules: Mapping[str, Expr], root: type[Entity], *, exact: bool = False) -> None:
        self.root, self.exact, self.kinds = root, exact, {name: rule.kind for name, rule in rules.items()}
        nodes = list({node.id: node for rule in rules.values() for node in walk(rule)}.values())
        subjects = {n.param.entity for n in nodes if n.op == "row" and n.param.name == "subject"} - {root}
        if len(subjects) > 1:
            raise RuleError(f"rules about {' and '.join(sorted(s.__name__ for s in subjects))} are compiled apart")
        self.subject: type[Entity] | None = next(iter(subjects), None)
        self.lists = lists_by_entity(root)
        self._read = _facts_read(nodes)
        pointed_at = [*_lists_pointed_at(nodes, self.lists), *([self.lists[self.subject]] if self.subject else [])]
        self._read.setdefault(root, {}).update(dict.fromkeys(pointed_at))
        writer = Writer(rules.values(), root, exact)
        self._answers = {name: writer.answer(rule) for name, rule in rules.items()}
        self._levels, self._days = writer.levels, writer.days

    @property
    def schema(self) -> dict[str, str]:
        """The columns of the table of cases that the rules read, with their types."""
        return self._columns(self.root)

    @property
    def setup(self) -> tuple[str, ...]:
        """The statements that make the lists of days the query looks up; run them once in a database."""
        return self._days.setup()

    @property
    def results(self) -> tuple[str, ...]:
        """The columns of the answers: a condition or choice under its name, anything else as ``_first`` and ``_last``."""
        return tuple(
            name + end for name, texts in self._answers.items() for end in (ENDS if len(texts) == 2 else ("",))
        )

    def query(self, source: str, on: str, keep: Sequence[str] = ()) -> str:
        """The SELECT that answers the rules for every row of ``source`` on the day ``on``, a DATE expression.

        A day on or before LONG_AGO, or on or after NEVER, is DuckDB's error when the query is run: by then what never happens would
        have happened.  It gives the columns of the source named in ``keep``, the subject's place ``@at``, and the ``results``.
        """
        inside = f"{on} > {FIRST_DAY} AND {on} < {LAST_DAY}"
        on = f"CASE WHEN {inside} THEN {on} ELSE error('no question is asked about ' || {on}) END"
        looked_up = "".join(f", (SELECT l AS {name} FROM {name})" for name in self._days.functions)
        cases = f"SELECT *, {on} AS {ASKED} FROM {source}{looked_up}"
        if self.subject:
            each = f"SELECT *, unnest({quoted(self.lists[self.subject])}) AS {SUBJECT} FROM {source}"
            recorded = "" if self.exact else f' WHERE {SUBJECT}."@presence" <> {Presence.POSSIBLE}'
            cases = f"SELECT *, {on} AS {ASKED} FROM ({each}){looked_up}{recorded}"
        steps = [f"s0 AS ({cases})"]
        for number, level in enumerate(self._levels):
            made = ", ".join(f"{text} AS {name}" for name, text in level)
            steps.append(f"s{number + 1} AS (SELECT *, {made} FROM s{number})")
        chosen = [quoted(name) for name in keep]
        if self.subject and not self.exact:
            chosen.append(f'{SUBJECT}."@at" AS "@at"')
        texts = (text for texts in self._answers.values() for text in texts)
        chosen += [f"{text} AS {quoted(name)}" for name, text in zip(self.results, texts, strict=True)]
        return "WITH " + ",\n".join(steps) + f"\nSELECT {', '.join(chosen)} FROM s{len(self._levels)}"

    def record(self, case: Row) -> dict[str, Any]:
        """A case as the values of the columns of ``schema``, fit for JSON (a day is ISO text).

        Raises ValueError for a case that the exact layout cannot hold: a span, a set, a mention, an open end that is limited.
        """
        places = {id(row): place for name in self.lists.values() for place, row in enumerate(case[name], 1)}
        return self._record(self.root, case, places)

    # --- the layout ---------------------------------------------------------------------------------------------------

    def _columns(self, entity: type[Entity], is_row: bool = False) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in self._read.get(entity, ()):
            found |= self._columns_of(name, entity.facts[name])
        if is_row and not self.exact:
            found["@presence"] = "TINYINT"
        if is_row and (not self.exact or not found):
            found["@at"] = "INTEGER"
        return found

    def _columns_of(self, name: str, fact: Fact) -> dict[str, str]:
        if isinstance(fact, ListFact):
            row = ", ".join(f"{quoted(n)} {kind}" for n, kind in self._columns(fact.entity(), is_row=True).items())
            return {name: f"STRUCT({row})[]"} | ({name + "_complete": "BOOLEAN"} if self.exact else {})
        if isinstance(fact, RefFact):
            return {name: "INTEGER[]"}
        kind = TYPES[type(fact)]
        return {name + end: kind for end in self._ends(fact)}

    def _ends(self, fact: Fact) -> tuple[str, ...]:
        return ENDS if isinstance(fact, SPANS) and not self.exact else ("",)

    def _record(
        self, entity: type[Entity], row: Row, places: Mapping[int, int], at: int | None = None
    ) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in self._read.get(entity, ()):
            fact = entity.facts[name]
            if isinstance(fact, ListFact):
                rows = self._rows(name, fact.entity(), row[name])
                found[name] = [self._record(fact.entity(), r, places, places.get(id(r))) for r in rows]
                if self.exact:
                    found[name + "_complete"] = len(rows) == len(row[name])
            elif isinstance(fact, RefFact):
                found[name] = [places.get(id(target), 0) for target in row[name]]
            elif isinstance(fact, SPANS):
                found |= self._span(name, fact, row[name])
            else:
                found[name] = row[name] if not self.exact else _known_or_not(name, fact, row[name])
        return found | {"@presence": row["@presence"], "@at": at}

    def _rows(self, name: str, entity: type[Entity], rows: Sequence[Row]) -> Sequence[Row]:
        """The rows of a list to be stored; raises ValueError for rows the exact layout cannot hold."""
        if not self.exact:
            return rows
        sure = [row for row in rows if row["@presence"] == Presence.SURE]
        nothing_known = {fact: unknown(entity.facts[fact]) for fact in self._read.get(entity, ())}
        for row in rows:
            if row["@presence"] == Presence.MENTION or (
                row not in sure and any(row[f] != v for f, v in nothing_known.items())
            ):
                raise ValueError(
                    f"{name} has a mention or an open end of which something is known: use the usual columns"
                )
        return sure

    def _span(self, name: str, fact: Fact, span: tuple[int, int]) -> dict[str, Any]:
        ends = [date.fromordinal(end).isoformat() if isinstance(fact, DayFact) else end for end in span]
        if not self.exact:
            return {name + "_first": ends[0], name + "_last": ends[1]}
        known = _known_or_not(name, fact, span)
        return {name: ends[0] if known else None}


def _known_or_not(name: str, fact: Fact, value: Any) -> Any:
    """A value that is known, or None for one of which nothing is; raises ValueError for any other."""
    if value is not None and not is_known(fact, value) and value != unknown(fact):
        raise ValueError(f"{name} is known in part: use the usual columns")
    return value if value is not None and is_known(fact, value) else None


def _facts_read(nodes: Sequence[Expr]) -> dict[type[Entity], dict[str, None]]:
    """The facts that expressions read, by entity."""
    found: dict[type[Entity], dict[str, None]] = {}
    for node in nodes:
        if node.op in ("field", "ref"):
            name = node.param[0] if isinstance(node, Choice) else node.param
            found.setdefault(entity_of(node.args[0]), {})[name] = None
    return found


def _lists_pointed_at(nodes: Sequence[Expr], lists: Mapping[type[Entity], str]) -> Iterator[str]:
    """The lists of the case into which a reference among the expressions points."""
    for node in nodes:
        if node.op in ("ref", "same_row"):
            entity = entity_of(node if node.op == "ref" else node.args[0])
            if entity in lists:
                yield lists[entity]
