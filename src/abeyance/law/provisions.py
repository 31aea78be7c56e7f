"""What a provision is: a rule with its id, authority, confidence and subject, written once as an expression.

    @provision("mtr.time", "INA 240(c)(7)(C)(i)", subject=Filing)
    def motion_in_time(case: Case, motion: Filing) -> Bool:
        "the motion to reopen was received within 90 days of the final order"
        return motion.received <= ...

Calling the provision inside another rule uses it there, under its own name; the reasons of an answer keep that name.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from abeyance.casefile.vocabulary import Case
from abeyance.logic.expressions import Choice, Day, Expr, RuleError, Version, walk
from abeyance.logic.facts import Entity, nesting
from abeyance.logic.specialising import specialise

S = TypeVar("S", bound=Entity)
E = TypeVar("E", bound=Expr)
_open: ContextVar[tuple[str, ...]] = ContextVar("open provisions", default=())


class Confidence(Enum):
    """How sure the encoding is (SEMANTICS 23): sure and probably give a value, labelled; unsettled joins its readings."""

    SURE = "sure"
    PROBABLY = "probably"
    UNSETTLED = "unsettled"


@dataclass(frozen=True)
class RuleName:
    """What a reason shows of the provision it came from."""

    id: str
    says: str


@dataclass(frozen=True, eq=False)
class Dated:
    """A place in a rule at which ``day`` chooses among versions of the law."""

    day: Day
    versions: tuple[Version, ...]


def own_nodes(root: Expr) -> tuple[Expr, ...]:
    """The nodes of a rule itself, below ``root``, in order; of a provision it uses only the node that names it."""
    found: dict[int, Expr] = {}
    stack = list(reversed(root.args))
    while stack:
        node = stack.pop()
        if node.id not in found:
            found[node.id] = node
            stack += [] if node.op == "rule" else reversed(node.args)
    return tuple(found.values())


def own_dates(root: Expr) -> tuple[Dated, ...]:
    """The places of a rule itself at which a day chooses the version of the law."""
    found: dict[tuple[int, tuple[Version, ...]], Dated] = {}
    for node in own_nodes(root):
        if node.op == "add_version":
            day, versions = node.args[1], node.param[0]
        elif node.op == "choose" and node_param(node)[0] == "date":
            day, versions = node.args[0], node_param(node)[1]
        else:
            continue
        found.setdefault((day.id, versions), Dated(cast(Day, day), versions))
    return tuple(found.values())


def node_param(node: Expr) -> Any:
    """What a node needs besides its arguments; a choice keeps its words beside it."""
    return node.param[0] if isinstance(node, Choice) else node.param


@dataclass(frozen=True, eq=False)
class Provision(Generic[S, E]):
    """One rule of law.  ``read_through`` is the last day on which its sources were read."""

    id: str
    says: str
    authority: tuple[str, ...]
    subject: type[S]
    rule: Callable[[Case, S], E] = field(repr=False)
    confidence: Confidence
    doubt: str
    read_through: date
    aliases: tuple[str, ...]
    note: str
    _written: dict[tuple[int, int, int], E] = field(default_factory=dict, init=False, repr=False)

    def __call__(self, case: Case, subject: S) -> E:
        """The rule's expression for one row; raises RuleError where provisions use each other in a circle."""
        key = (case.row.id, subject.row.id, nesting())
        if key not in self._written:
            self._written[key] = self._write(case, subject)
        return self._written[key]

    def _write(self, case: Case, subject: S) -> E:
        path = _open.get()
        if self.id in path:
            raise RuleError(
                f"provisions use each other in a circle: {' -> '.join([*path[path.index(self.id) :], self.id])}"
            )
        token = _open.set((*path, self.id))
        try:
            body = self.rule(case, subject)
        finally:
            _open.reset(token)
        name = RuleName(self.id, self.says)
        if isinstance(body, Choice):
            return cast(E, Choice.make(body.codes, "rule", (body,), name))
        return type(body)("rule", (body,), name)

    @cached_property
    def expression(self) -> E:
        """The rule for its own subject: ``case`` and ``subject`` are the free rows."""
        subject = cast(S, Case.root()) if self.subject is Case else self.subject.subject()
        return self(Case.root(), subject)

    def known(self, day: int | None) -> Expr:
        """The rule as somebody applies it who knows the law up to ``day`` (an ordinal; None: all of it)."""
        return specialise(self.expression, day)

    @property
    def page(self) -> str:
        """The page of the law it stands on, as in ``appeals``."""
        return self.rule.__module__.rpartition(".")[2]

    @cached_property
    def uses(self) -> tuple[str, ...]:
        """The ids of the provisions it uses itself."""
        return tuple(dict.fromkeys(node_param(n).id for n in own_nodes(self.expression) if n.op == "rule"))

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Every version of law that the rule chooses among itself or through others, in order of their start."""
        found: dict[Version, None] = {}
        for node in walk(self.expression):
            if node.op == "add_version":
                found |= dict.fromkeys(node.param[0])
            elif node.op == "choose" and node_param(node)[0] == "date":
                found |= dict.fromkeys(node_param(node)[1])
        return tuple(sorted(found, key=lambda v: v.start or date.min))


READ_THROUGH = date(2026, 11, 23)


def provision(
    id: str,
    *authority: str,
    subject: type[S],
    confidence: Confidence = Confidence.SURE,
    doubt: str = "",
    aliases: tuple[str, ...] = (),
    note: str = "",
    read_through: date = READ_THROUGH,
) -> Callable[[Callable[[Case, S], E]], Provision[S, E]]:
    """Make a provision of a rule.  Its docstring is the sentence that says what it means when it is yes.

    Raises RuleError for a rule without a docstring, without authority, or less than sure without saying why.
    """

    def make(rule: Callable[[Case, S], E]) -> Provision[S, E]:
        says = " ".join((rule.__doc__ or "").split())
        if not says or not authority:
            raise RuleError(f"{id} needs a docstring that says what it means, and an authority")
        if confidence is not Confidence.SURE and not doubt:
            raise RuleError(f"{id} is {confidence.value}: say in doubt= why it is not sure")
        return Provision(id, says, authority, subject, rule, confidence, doubt, read_through, aliases, note)

    return make
