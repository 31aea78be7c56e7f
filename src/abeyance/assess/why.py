"""Why an answer is what it is: the tree of its reasons with authority, version and sources, and what would decide it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from abeyance.assess import words
from abeyance.assess.asking import Answer, Inquiry
from abeyance.assess.brief import OpenFact
from abeyance.assess.open_facts import facts_that_decide
from abeyance.assess.targets import subjects
from abeyance.law.bundle import bundle
from abeyance.law.provisions import Provision
from abeyance.logic.explaining import FactUsed, Reason
from abeyance.logic.values import Truth


@dataclass(frozen=True)
class Step:
    """One reason: its sentence and truth (None for a quantity), where it comes from, and its own reasons.

    ``version`` is the state of the law it rests on, ``sources`` where the facts it used stand.
    """

    text: str
    value: str
    provision: str
    version: str
    sources: tuple[str, ...]
    parts: tuple["Step", ...]


@dataclass(frozen=True)
class Why:
    """An answer and everything it rests on.  ``value`` is yes, no, unknown, or a day in words."""

    id: str
    subject: str
    says: str
    value: str
    standing: str
    disputed: tuple[str, ...]
    causes: tuple[str, ...]
    authority: tuple[str, ...]
    confidence: str
    doubt: str
    note: str
    steps: tuple[Step, ...]
    would_decide: tuple[OpenFact, ...]
    settled: str
    cut: bool


def why(ask: Inquiry, id: str, subject: str | None) -> tuple[Why, ...]:
    """The answers of a provision, by id or alias: about one subject, or about every row it can be asked of (None).

    Raises KeyError for an id or a subject that there is not.
    """
    rule = bundle().find(id)
    if rule is None:
        raise KeyError(id)
    about = subjects(ask, rule)
    if subject is not None and subject not in about:
        raise KeyError(subject)
    return tuple(_why(ask, rule, key) for key in (about if subject is None else (subject,)))


def _why(ask: Inquiry, rule: Provision[Any, Any], subject: str) -> Why:
    answer = ask.ask(rule, subject)
    is_condition = ask.expression(rule).kind == "condition"
    decision = ask.decision(ask.expression(rule), subject) if is_condition else None
    return Why(
        rule.id,
        subject,
        rule.says,
        words.truth(answer.value) if is_condition else words.spelled(answer.value),
        answer.standing.name.lower() if answer.standing else "",
        _disputed(ask, answer),
        words.causes(decision.causes) if decision else (),
        rule.authority,
        rule.confidence.value,
        rule.doubt,
        rule.note,
        tuple(_step(ask, reason) for reason in ask.reasons(rule, subject)),
        facts_that_decide(ask, rule, subject) if is_condition else (),
        words.truth(decision.settled) if decision and decision.settled is not None else "",
        bool(decision and decision.cut),
    )


def _disputed(ask: Inquiry, answer: Answer) -> tuple[str, ...]:
    return tuple(
        f"{words.cited(c.source, c.place)} says of {c.subject} {c.fact.replace('_', ' ')}: {c.value.written}"
        for c in answer.disputed
    )


def _step(ask: Inquiry, reason: Reason) -> Step:
    version = ""
    if reason.version:
        start = f"from {reason.version.start.isoformat()}: " if reason.version.start else ""
        version = start + reason.version.cite + (f" ({reason.version.note})" if reason.version.note else "")
    sources = tuple(dict.fromkeys(_sources(ask, reason.facts)))
    parts = tuple(_step(ask, part) for part in reason.parts)
    return Step(reason.text, _truth(reason.value), reason.provision, version, sources, parts)


def _truth(value: Truth) -> str:
    return "" if value is None else words.truth(value)


def _sources(ask: Inquiry, facts: tuple[FactUsed, ...]) -> Iterator[str]:
    for fact in facts:
        for claim in ask.record.claims.get((fact.subject, fact.name), ()):
            yield f"{words.cited(claim.source, claim.place)} ({ask.record.standing(claim).name.lower()})"
