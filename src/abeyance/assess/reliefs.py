"""Relief by relief: its merits element by element, the gates before it, and what weighs where a judgement is made.

Merits and gates are two answers and are told apart.  What would decide an open element is sought only where it is asked for.
"""

from typing import Any

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.avenues import fee_of
from abeyance.assess.brief import Element, Factor, ReliefLine, TruthWord
from abeyance.assess.gates import carried_by
from abeyance.assess.questions import missing, question
from abeyance.casefile.record import CASE
from abeyance.casefile.vocabulary import Case
from abeyance.law.provisions import Provision
from abeyance.law.relief.catalogue import RELIEFS
from abeyance.law.relief.reliefs import Relief
from abeyance.logic import deciding
from abeyance.logic.causes import causes
from abeyance.logic.evaluating import conjunction
from abeyance.logic.values import Truth


def relief_lines(ask: Inquiry, *, decide: bool = False) -> tuple[ReliefLine, ...]:
    """Every relief on the day; with ``decide``, of each open element the questions that would decide it."""
    return tuple(_line(ask, relief, decide) for relief in RELIEFS)


def _line(ask: Inquiry, relief: Relief, decide: bool) -> ReliefLine:
    elements = tuple(element(ask, rule, decide) for rule in relief.elements)
    gates = tuple(element(ask, rule, decide) for rule in relief.gates)
    return ReliefLine(
        relief.id,
        relief.title,
        relief.asked_of,
        relief.grants,
        _all(ask, relief.elements),
        _all(ask, relief.gates),
        elements,
        gates,
        tuple(
            Factor(
                judgement.of.id,
                factor.shown.says,
                factor.weighs,
                words.truth(ask.ask(factor.shown).value),
                factor.proof,
            )
            for judgement in relief.judgements
            for factor in judgement.factors
        ),
        fee_of(relief.fee, ask.on),
    )


def _all(ask: Inquiry, rules: tuple[Provision[Case, Any], ...]) -> TruthWord:
    return words.truth(conjunction([ask.ask(rule).value for rule in rules]))


def element(ask: Inquiry, rule: Provision[Case, Any], decide: bool = False) -> Element:
    """A provision about the case as an element: its answer, what carries it, and with ``decide`` what would settle it."""
    answer = ask.ask(rule)
    value: Truth = answer.value
    valuation = ask.valuation()
    found = causes(valuation, ask.expression(rule)) if value is None and valuation else None
    asked = _questions(ask, ask.decision(ask.expression(rule))) if decide and value is None else ()
    return Element(
        rule.id,
        rule.says,
        words.truth(value),
        answer.label,
        answer.standing.name.lower() if answer.standing else "",
        words.causes(found) if found else (),
        carried_by(ask.reasons(rule)) if value is not None else (),
        asked,
        rule.authority,
    )


def _questions(ask: Inquiry, decision: deciding.Decision) -> tuple[str, ...]:
    """The questions whose answers could change an open element, each once, what it would decide alone first."""
    alone = {fact for forced in decision.alone for fact, _ in forced.facts}
    ordered = sorted(decision.matters, key=lambda fact: fact not in alone)
    return tuple(dict.fromkeys(_question(ask, fact) for fact in ordered))


def _question(ask: Inquiry, fact: deciding.OpenFact) -> str:
    subject = fact.subject or CASE
    if fact.lists:
        return missing(fact.name)[0]
    entity = ask.record.entities.get(subject, Case)
    row = ask.record.rows.get(subject, ask.record.root)
    return question(entity, row, fact.name, ask.last_seen(subject, fact.name))
