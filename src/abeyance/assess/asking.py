"""One file, one day, one state of the law: asks a provision about a subject and says how well the answer is proved.

The standing of an answer is the highest level of evidence at which it already holds.  What documents say of a fact is not
unmade by a weaker source that disagrees, however weakly the other facts of the answer are proved; the answer is then
disputed (SEMANTICS 11).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, cast

from abeyance.casefile.claims import CaseFile, Claim, Standing
from abeyance.casefile.record import Record, derive
from abeyance.casefile.standing import FIRM
from abeyance.casefile.vocabulary import Case, Recorded
from abeyance.law.facts_read import facts_in
from abeyance.law.provisions import Confidence, Provision
from abeyance.logic.deciding import Decision, decide
from abeyance.logic.evaluating import Valuation
from abeyance.logic.explaining import Reason, explain, spell_day
from abeyance.logic.expressions import Bool, Expr, Version
from abeyance.logic.facts import Rows, exists
from abeyance.logic.operations import Row
from abeyance.logic.specialising import specialise
from abeyance.logic.values import ANY_DAY, LONG_AGO, NEVER, Presence, Span, Truth

LEVELS = tuple(sorted(Standing, reverse=True))


@dataclass(frozen=True)
class Answer:
    """What a provision says about a subject.

    ``value`` is yes, no or None (unknown) for a condition, the (first, last) ordinals for a day.  ``standing`` is None where
    the answer hangs on no claim or is unknown.  ``disputed`` names claims of weaker sources that say otherwise.
    """

    provision: Provision[Any, Any]
    subject: str
    value: Any
    standing: Standing | None
    disputed: tuple[Claim, ...]
    after_reading: bool  # the day asked about is later than the day the provision's sources were read

    @property
    def label(self) -> str:
        """How sure the law is, as printed: empty when sure."""
        return "" if self.provision.confidence is Confidence.SURE else self.provision.confidence.value


class Inquiry:
    """Everything that can be asked about one file as of one day.

    ``on`` is the day asked about; ``known`` the last day whose law is known (None: all of it); ``file_known`` the last day
    whose file is known; ``circuit`` (one of CIRCUITS) is assumed in place of what the file says, where given;
    ``without`` are claims left out, as when one side of a conflict is tried; ``warning`` is what whoever reads an answer must know
    of the file itself.  Raises ValueError for a day on which nothing can be asked, since what never happens would have happened
    by then.
    """

    def __init__(
        self,
        case: CaseFile,
        on: date,
        known: date | None = None,
        file_known: date | None = None,
        circuit: str = "",
        without: Collection[Claim] = (),
        warning: str = "",
    ) -> None:
        if not LONG_AGO < on.toordinal() < NEVER:
            raise ValueError(f"questions are asked about days from 1900-01-02 to 2199-12-31, not about {on}")
        self.case, self.on, self.known, self.file_known = case, on, known, file_known
        self.circuit, self.without, self.warning = circuit, tuple(without), warning
        self._known_day = known.toordinal() if known else None
        self._records: dict[tuple[Standing, bool], Record] = {}
        self._valuations: dict[tuple[Standing, str, bool], Valuation] = {}
        self._answers: dict[tuple[str, str], Answer] = {}
        self._decisions: dict[tuple[int, str], Decision] = {}

    @cached_property
    def record(self) -> Record:
        """What all the claims together leave."""
        return self.at(Standing.PRESS)

    def at(self, level: Standing, settled: bool = False) -> Record:
        """What the claims of this standing and better leave; ``settled``, each fact by its own best claims (``derive``)."""
        if settled and not self.at(level).conflicts:
            return self.at(level)
        if (level, settled) not in self._records:
            record = derive(self.case, file_known=self.file_known, least=level, without=self.without, settled=settled)
            if self.circuit:
                assumed = {**record.root, "circuit": Case.circuit.mask(self.circuit)}
                record = replace(record, root=assumed)
            self._records[level, settled] = record
        return self._records[level, settled]

    def rows(self, entity_list: str) -> Iterator[Row]:
        """The recorded rows of a list of the case."""
        return (row for row in self.record.root[entity_list] if row["@presence"] != Presence.POSSIBLE)

    def by_now(self, entity: type[Recorded]) -> Iterator[Row]:
        """The recorded rows of an entity, without those that surely come after the day asked about (SEMANTICS 17)."""
        on = self.on.toordinal()
        return (row for row in self.rows(entity.list) if not entity.dating or row[entity.dating][0] <= on)

    def sources_of(self, subject: str) -> tuple[str, ...]:
        """Where the live claims about a subject stand: ``letter ¶6``, each once."""
        claims = (c for (about, _), claims in self.record.claims.items() if about == subject for c in claims)
        return tuple(dict.fromkeys(f"{c.source.key} {c.place}".strip() for c in claims))

    def last_seen(self, subject: str, fact: str) -> str:
        """That an event had not happened when it was last looked at (SEMANTICS 18); nothing where nobody says so."""
        row = self.record.rows.get(subject)
        span = row[fact] if row and (subject, fact) in self.record.claims else ANY_DAY
        if not isinstance(span, tuple) or span[0] in ANY_DAY or span[1] != NEVER or (row and fact in row["@conflicts"]):
            return ""
        return f"not so by {spell_day(span[0] - 1)}, as last seen: confirm today"

    def expression(self, rule: Provision[Any, Any]) -> Expr:
        """The provision as the law is known."""
        return self.specialised(rule.expression)

    def specialised(self, node: Expr) -> Expr:
        """An expression as the law is known."""
        return _specialised(node, self._known_day)

    def valuation(self, subject: str = "", level: Standing = Standing.PRESS, settled: bool = False) -> Valuation | None:
        """The values on the record of that level about that subject; None where the record does not have the subject."""
        key = (level, subject, settled)
        if key not in self._valuations:
            record = self.at(level, settled)
            if not subject:
                self._valuations[key] = Valuation(record.root, self.on.toordinal())
            elif subject in record.rows:
                about_case = cast(Valuation, self.valuation("", level, settled))
                self._valuations[key] = about_case.about(record.rows[subject])
        return self._valuations.get(key)

    def valuation_on(self, day: int, subject: str = "") -> Valuation | None:
        """The values on the whole record as of another day (an ordinal) about that subject, if the record has it."""
        valuation = self.valuation(subject)
        return valuation.on_day(day) if valuation else None

    def governing(self, rule: Provision[Any, Any], subject: str = "") -> tuple[Version, ...]:
        """The versions of law that the answer of a provision rests on."""
        versions = (reason.version for top in self.reasons(rule, subject) for reason in top.walk())
        return tuple(dict.fromkeys(v for v in versions if v is not None))

    def ask(self, rule: Provision[Any, Any], subject: str = "") -> Answer:
        """The answer of a provision about a subject (the key of a row; empty for the case)."""
        key = (rule.id, subject)
        if key not in self._answers:
            value, standing, disputed = self._weigh(self.expression(rule), subject)
            self._answers[key] = Answer(rule, subject, value, standing, disputed, self.on > rule.read_through)
        return self._answers[key]

    def holds(self, node: Expr, subject: str = "") -> Any:
        """The value of an expression, weighed as ``ask`` does."""
        return self._weigh(self.specialised(node), subject)[0]

    def anywhere(self, rule: Provision[Any, Bool]) -> Truth:
        """Whether the provision holds of any row of the case, recorded or not."""
        node = self.specialised(somewhere(rule))
        value: Truth = self._weigh(node, "")[0]
        return value

    def reasons(self, rule: Provision[Any, Any], subject: str = "") -> tuple[Reason, ...]:
        """Why the answer is what it is."""
        valuation = self.valuation(subject)
        return explain(valuation, self.expression(rule)) if valuation else ()

    def decision(self, node: Expr, subject: str = "") -> Decision:
        """What would decide an unknown answer."""
        key = (node.id, subject)
        if key not in self._decisions:
            valuation = self.valuation(subject)
            self._decisions[key] = decide(valuation, self.specialised(node)) if valuation else Decision()
        return self._decisions[key]

    def _weigh(self, node: Expr, subject: str) -> tuple[Any, Standing | None, tuple[Claim, ...]]:
        value, settled = self._value(node, subject, Standing.PRESS), False
        if value is None and node.kind == "condition":
            for level in LEVELS[: LEVELS.index(FIRM) + 1]:
                firm = self._value(node, subject, level)
                if firm is not None:
                    return firm, level, self._against(self.at(level), node)
            value, settled = self._value(node, subject, Standing.PRESS, True), True
            if value is None:
                return None, None, ()
        level = next((v for v in LEVELS if self._value(node, subject, v, settled) == value), Standing.PRESS)
        return value, level, self._against(self.at(level, settled), node) if settled else ()

    def _value(self, node: Expr, subject: str, level: Standing, settled: bool = False) -> Any:
        valuation = self.valuation(subject, level, settled)
        return valuation.value(node) if valuation else None

    def _against(self, record: Record, node: Expr) -> tuple[Claim, ...]:
        """The claims against the record, as they left it, on a fact the expression can read."""
        read, entities = facts_in(node), self.record.entities
        return tuple(
            claim
            for conflict in self.record.conflicts
            if (entities[conflict.subject].__name__, conflict.fact) in read
            for claim in conflict.claims
            if claim not in record.claims.get((conflict.subject, conflict.fact), ())
        )


@lru_cache(maxsize=4096)
def _specialised(node: Expr, known: int | None) -> Expr:
    return specialise(node, known)


@lru_cache(maxsize=512)
def somewhere(rule: Provision[Any, Bool]) -> Bool:
    """That the provision holds of some row of the case."""
    case = Case.root()
    if rule.subject is Case:
        return rule(case, case)
    rows: Rows[Any] = getattr(case, rule.subject.list)
    return exists(rows, lambda row: rule(case, row))


def is_exact(span: Span) -> bool:
    """Whether a day is known."""
    return span[0] == span[1]
