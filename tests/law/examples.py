"""Examples of the law: read from YAML that a lawyer writes (README.md beside this), and asked both ways."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from abeyance.casefile import words
from abeyance.casefile.claims import CaseFile
from abeyance.casefile.reading import case_of
from abeyance.casefile.record import LISTS, Record, derive
from abeyance.casefile.yamlnodes import Node, load
from abeyance.law.bundle import bundle
from abeyance.law.provisions import Provision, own_dates
from abeyance.logic.deciding import Decision, decide
from abeyance.logic.evaluating import Valuation
from abeyance.logic.explaining import WORDS, explain, spell
from abeyance.logic.expressions import Expr
from abeyance.logic.facts import MomentFact
from abeyance.logic.operations import NOTHING_KNOWN
from abeyance.logic.python import Program
from abeyance.logic.values import ANY_DAY, Cause, Span
from abeyance.problems import Problem, Unusable

FOLDER = Path(__file__).parent
SHARED = ("rule", "about", "on", "known", "circuit", "complete", "claims")
OF_FILE = (*SHARED, "never", "examples")
OF_EXAMPLE = (*SHARED, "says", "answer", "causes", "would_decide")
CAUSES = {
    "a missing fact": Cause.MISSING,
    "a conflict": Cause.CONFLICT,
    "unsettled law": Cause.UNSETTLED,
    "a judgement": Cause.JUDGEMENT,
    "not encoded": Cause.NOT_ENCODED,
    "past the horizon": Cause.HORIZON,
}
TRUTHS = {word: truth for truth, word in WORDS.items()}


@dataclass(frozen=True)
class Example:
    """One example: a case, a question on a day, and the answer it must have.

    ``about`` is the subject's key, empty for the case; ``known`` the last day whose law is known (None: all of it).
    ``causes`` and ``would_decide`` are None where the example does not say.
    """

    place: str
    rule: str
    says: str
    about: str
    on: date
    known: date | None
    case: CaseFile
    answer: str
    causes: frozenset[str] | None
    would_decide: frozenset[str] | None

    @property
    def provision(self) -> Provision[Any, Any]:
        """The provision it is an example of; raises AssertionError where there is none of that id."""
        found = bundle().find(self.rule)
        assert found, f"{self.place}: there is no provision {self.rule}"
        return found

    def __str__(self) -> str:
        return f"{self.rule}: {self.says}"


@dataclass(frozen=True)
class Outcome:
    """What came of an example: the value by the reading that explains, by generated Python, and its reasons."""

    example: Example
    node: Expr
    valuation: Valuation
    value: Any
    generated: Any

    @property
    def decision(self) -> Decision:
        """What would decide it, where it is unknown."""
        return decide(self.valuation, self.node)

    @property
    def wrong(self) -> str:
        """How the outcome differs from what the example says; empty where it does not."""
        example = self.example
        wanted = expected(example, self.node)
        if self.generated != self.value:
            return f"the two readings differ: {self.said}, and by generated Python {spell(self.node, self.generated)}"
        if self.value != wanted:
            return f"{self.said}, not {example.answer}"
        if example.causes is not None and example.causes != self.causes:
            return f"unknown because of {', '.join(sorted(self.causes))}, not {', '.join(sorted(example.causes))}"
        if example.would_decide is not None and example.would_decide != self.matters:
            return f"decided by {', '.join(sorted(self.matters)) or 'nothing'}"
        return ""

    @property
    def said(self) -> str:
        """The value in words."""
        return spell(self.node, self.value)

    @property
    def causes(self) -> frozenset[str]:
        """The causes of an unknown answer, in the words of the examples."""
        return frozenset(word for word, cause in CAUSES.items() if cause & self.decision.causes)

    @property
    def matters(self) -> frozenset[str]:
        """The facts that could change an unknown answer, as ``subject.fact``; of the case itself ``fact`` alone."""
        return frozenset(f"{f.subject}.{f.name}".removeprefix("case.") for f in self.decision.matters)

    @property
    def reasons(self) -> str:
        """The tree of reasons, one a line."""
        lines: list[str] = []

        def tell(reasons: Iterable[Any], depth: int) -> None:
            for reason in reasons:
                lines.append(f"{'  ' * depth}{WORDS[reason.value]:8}{reason.text}")
                tell(reason.parts, depth + 1)

        tell(explain(self.valuation, self.node), 1)
        return "\n".join(lines)


def expected(example: Example, node: Expr) -> Any:
    """The answer of an example as a value of the node's kind."""
    if node.kind == "condition":
        assert example.answer in TRUTHS, f"{example.place}: the answer is yes, no or unknown, not {example.answer!r}"
        return TRUTHS[example.answer]
    if example.answer == "unknown":
        return NOTHING_KNOWN[node.kind]
    if node.kind == "moment":
        return words.parse(MomentFact("a moment"), example.answer, ANY_DAY).span
    return words.day_span(example.answer, ANY_DAY)[0]


def ask(example: Example) -> Outcome:
    """Ask an example both ways."""
    record = record_of(example)
    assert not example.about or example.about in record.rows, (
        f"{example.place}: there is no {example.about} in the case"
    )
    subject = record.rows[example.about] if example.about else record.root
    node = example.provision.known(example.known.toordinal() if example.known else None)
    valuation = Valuation(record.root, example.on.toordinal(), subject)
    return Outcome(example, node, valuation, valuation.value(node), _generated(node)(record, example.on, subject))


@cache
def _generated(node: Expr) -> Any:
    program = Program({"answer": node})
    return lambda record, on, subject: program.run(record.root, on.toordinal(), subject)["answer"]


_records: dict[int, Record] = {}


def record_of(example: Example) -> Record:
    """The record of the example's case, derived once."""
    if id(example) not in _records:
        _records[id(example)] = derive(example.case)
    return _records[id(example)]


# --- reading ----------------------------------------------------------------------------------------------------------


@cache
def examples() -> tuple[Example, ...]:
    """Every example of the folder.  Raises Unusable with every problem in any of the files."""
    problems: list[Problem] = []
    found = [e for path in files() for e in _Reader(path, problems).examples()]
    if problems:
        raise Unusable(problems)
    return tuple(found)


@cache
def impossible() -> dict[str, dict[str, str]]:
    """By rule, the values it can never take, each with the reason why (``never:`` in its file)."""
    return {rule: reasons for path in files() for rule, reasons in _Reader(path, []).impossible().items()}


def files() -> list[Path]:
    """The files of examples."""
    return sorted(FOLDER.glob("*.yaml"))


def read(path: Path, problems: list[Problem], head: tuple[str, ...]) -> tuple[dict[str, str], tuple[Example, ...]]:
    """What a file says under the words of ``head``, and its examples; what is wrong with it is added to ``problems``."""
    reader = _Reader(path, problems, head)
    said = {key.text or "": value.text or "" for key, value in reader.root.pairs or ()}
    return {word: said[word] for word in head if word in said}, tuple(reader.examples())


class _Reader:
    """Reads one file; what is wrong with it is added to ``problems``.  ``head`` are words that may stand at its top besides."""

    def __init__(self, path: Path, problems: list[Problem], head: tuple[str, ...] = ()) -> None:
        self.path, self.problems, self.head = path, problems, head
        root, _, found = load(path, str(path))
        self.root = root or Node(1, 1, pairs=())
        problems += found

    def problem(self, node: Node, message: str, hint: str) -> None:
        self.problems.append(Problem(str(self.path), node.line, node.column, "EXAMPLE", message, hint))

    def impossible(self) -> dict[str, dict[str, str]]:
        never = self.root.get("never")
        rule = self.root.get("rule")
        if never is None or rule is None:
            return {}
        return {rule.text or "": {k.text or "": v.text or "" for k, v in never.pairs or ()}}

    def examples(self) -> Iterator[Example]:
        self.only(self.root, (*OF_FILE, *self.head), "a file of examples")
        listed = self.root.get("examples")
        for node in (listed.items if listed else None) or ():
            self.only(node, OF_EXAMPLE, "an example")
            example = self.example(node)
            if example:
                yield example

    def only(self, node: Node, allowed: tuple[str, ...], what: str) -> None:
        for key, _ in node.pairs or ():
            if key.text not in allowed:
                self.problem(key, f"{key.text!r} has no meaning in {what}", f"it may be {', '.join(allowed)}")

    def text(self, node: Node, key: str) -> str:
        """What an example says under a key, or else its file."""
        value = node.get(key) or self.root.get(key)
        return (value.text or "") if value else ""

    def day(self, node: Node, key: str) -> date | None:
        text = self.text(node, key)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.problem(node, f"{key}: {text!r} is no day", "write it as 2026-03-08")
            return None

    def words(self, node: Node, key: str) -> frozenset[str] | None:
        value = node.get(key)
        return frozenset(item.text or "" for item in value.items or ()) if value else None

    def example(self, node: Node) -> Example | None:
        on, says, rule, answer = (self.day(node, "on"), *(self.text(node, k) for k in ("says", "rule", "answer")))
        if on is None or not (says and rule and answer):
            self.problem(node, "an example needs says:, on:, answer: and a rule:", "see README.md in this folder")
            return None
        causes = self.words(node, "causes")
        if causes and causes - CAUSES.keys():
            self.problem(node, "causes: is not understood", f"it may be {', '.join(CAUSES)}")
        case, problems = case_of(self.case(node, on), self.path)
        self.problems += problems
        if case is None:
            return None
        return Example(
            f"{self.path.name}:{node.line}",
            rule,
            says,
            self.text(node, "about"),
            on,
            self.day(node, "known"),
            _foretold(case),
            answer,
            causes,
            self.words(node, "would_decide"),
        )

    def case(self, node: Node, on: date) -> Node:
        """The case file an example stands for: one certified record, made on the day asked about, that says it all."""
        claims = [
            *self.claims(node),
            *self.short(node, "circuit", _circuit),
            *self.short(node, "complete", _complete),
        ]
        source = _map(
            node, kind="certified record", dated=on.isoformat(), claims=Node(node.line, 1, items=tuple(claims))
        )
        return _map(node, case="example", respondent="respondent", sources=_map(node, record=source))

    def short(self, node: Node, key: str, claims: Callable[[Node], list[Node]]) -> list[Node]:
        """The claims that a short word of the example, or else of its file, stands for."""
        value = node.get(key) or self.root.get(key)
        return claims(value) if value else []

    def claims(self, node: Node) -> list[Node]:
        """The claims of the file, with those of the example in their places, then the example's others."""
        for item in (*_items(self.root.get("claims")), *_items(node.get("claims"))):
            if len(item.pairs or ()) > 1:
                self.problem(item, "a claim is about one subject", "write one {subject: ...} after another")
        own = [item.pairs[0] for item in _items(node.get("claims")) if item.pairs]
        facts = {(subject, fact): value for key, value in own for subject, fact, value in _facts(key, value)}
        used: set[tuple[str, str]] = set()
        found = [
            c for item in _items(self.root.get("claims")) if item.pairs for c in _replaced(*item.pairs[0], facts, used)
        ]
        for key, value in own:
            left = _without(key, value, used)
            if left:
                found.append(left)
        return found


def _items(node: Node | None) -> tuple[Node, ...]:
    return (node.items if node else None) or ()


def _facts(key: Node, value: Node) -> Iterator[tuple[str, str, Node]]:
    """The facts a claim states: subject, fact and value; an empty fact where it takes its whole subject out."""
    subject, _, fact = (key.text or "").partition(".")
    if fact or value.pairs is None:
        yield subject, fact, value
    else:
        yield from ((subject, word.text or "", part) for word, part in value.pairs)


def _replaced(key: Node, value: Node, own: dict[tuple[str, str], Node], used: set[tuple[str, str]]) -> Iterator[Node]:
    """A claim of the file as an example leaves it: with the example's values, without what the example takes out."""
    subject, _, fact = (key.text or "").partition(".")
    if (subject, "") in own:
        used.add((subject, ""))
        return
    if fact or value.pairs is None:
        used |= {(subject, fact)} & own.keys()
        new = own.get((subject, fact), value)
        if new.text != "":
            yield _pair(key, new)
        return
    pairs = []
    for word, part in value.pairs:
        used |= {(subject, word.text or "")} & own.keys()
        new = own.get((subject, word.text or ""), part)
        if new.text != "":
            pairs.append((word, new))
    if pairs:
        yield _pair(key, Node(value.line, value.column, pairs=tuple(pairs)))


def _without(key: Node, value: Node, used: set[tuple[str, str]]) -> Node | None:
    """What is left of an example's claim once the file's claims have taken its values in."""
    subject, _, fact = (key.text or "").partition(".")
    if fact or value.pairs is None:
        return None if (subject, fact) in used else _pair(key, value)
    pairs = tuple((word, part) for word, part in value.pairs if (subject, word.text or "") not in used)
    return _pair(key, Node(value.line, value.column, pairs=pairs)) if pairs else None


def _pair(key: Node, value: Node) -> Node:
    return Node(key.line, key.column, pairs=((key, value),))


def _map(at: Node, **values: str | Node) -> Node:
    nodes = {key: Node(at.line, 1, text=value) if isinstance(value, str) else value for key, value in values.items()}
    return Node(at.line, 1, pairs=tuple((Node(at.line, 1, text=key), value) for key, value in nodes.items()))


def _circuit(value: Node) -> list[Node]:
    return [_pair(Node(value.line, value.column, text="case.circuit"), value)]


def _complete(value: Node) -> list[Node]:
    yes = Node(value.line, value.column, text="yes")
    names = [word.strip() for word in (value.text or "").split(",")]
    names = list(LISTS) if names == ["yes"] else [] if names == ["nothing"] else names
    return [_pair(Node(value.line, value.column, text=f"{name}.complete"), yes) for name in names]


# --- what a rule's examples must show ------------------------------------------------------------------------------------


def lacks(provision: Provision[Any, Any], outcomes: list[Outcome]) -> list[str]:
    """What the examples of a provision do not show (SEMANTICS 28): a value, or a side of one of its dates."""
    excused = impossible().get(provision.id, {})
    if provision.expression.kind == "condition":
        shown = {WORDS[o.value] for o in outcomes}
        wanted = [word for word in TRUTHS if word not in shown]
    else:
        spans: set[Span] = {o.value for o in outcomes}
        wanted = [] if any(a == b for a, b in spans) else ["a day"]
        wanted += [] if any(a != b for a, b in spans) else ["a day not wholly known"]
    found = [f"an answer: {word}" for word in wanted if word not in excused]
    dates = {(v, what) for dated in own_dates(provision.expression) for v in dated.versions for what in _edges(v)}
    missing = dates - {shown for o in outcomes for shown in _shown(provision, o)}
    return found + sorted(f"{what} of: {v.cite}" for v, what in missing)


def _edges(version: Any) -> Iterator[str]:
    """The sides of a version's dates that an example must show."""
    if version.start:
        yield from ("the day before the start", "the start", "the day after the start")
    for what in ("known", "undone"):
        if getattr(version, what):
            yield from (f"as known the day before it was {what}", f"as known the day it was {what}")


def _shown(provision: Provision[Any, Any], outcome: Outcome) -> Iterator[tuple[Any, str]]:
    """The sides of version dates that one example shows."""
    known = outcome.example.known
    for dated in own_dates(outcome.node):
        days = _exact_days(outcome.valuation, dated.day)
        for version in dated.versions:
            near = {d - version.start.toordinal() for d in days} if version.start else set()
            names = {-1: "the day before the start", 0: "the start", 1: "the day after the start"}
            yield from ((version, name) for offset, name in names.items() if offset in near)
    for dated in own_dates(provision.expression):
        days = _exact_days(outcome.valuation, dated.day)
        for version in dated.versions:
            if known is None or (version.start and not any(d >= version.start.toordinal() for d in days)):
                continue
            for what in ("known", "undone"):
                day = getattr(version, what)
                if day and known.toordinal() - day.toordinal() in (-1, 0):
                    yield version, f"as known the day {'before ' if known < day else ''}it was {what}"


def _exact_days(valuation: Valuation, day: Expr) -> set[int]:
    """The exact days an expression stood for while the example was asked, in whatever row."""
    if day.free <= valuation.ground.keys():
        valuation.value(day)
    return {first for first, last in valuation.computed(day) if first == last}


def _foretold(case: CaseFile) -> CaseFile:
    """The case with each claim of a day to come from a record of that day: an example may tell what happens tomorrow."""
    claims = tuple(
        replace(claim, source=replace(claim.source, dated=(claim.source.dated[0], claim.value.span[1])))
        if claim.value.span and claim.source.last_day < claim.value.span[0]
        else claim
        for claim in case.claims
    )
    return replace(case, claims=claims)
