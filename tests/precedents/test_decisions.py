"""The rules answer what tribunals were asked as the tribunals did, or say for the right cause that they cannot."""

import pytest

from tests.law.examples import Example, ask
from tests.precedents.decisions import Decision, decisions, is_decided

QUESTIONS = [pytest.param(q, id=f"{d.key}: {q.says}") for d in decisions() for q in d.questions]
LEAST = 0.85  # of the questions are decided


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_decided_question_is_answered_as_the_tribunal_did(question: Example) -> None:
    outcome = ask(question)
    assert not outcome.wrong, f"{question.place}: {outcome.wrong}\n{outcome.reasons}"


@pytest.mark.parametrize("decision", decisions(), ids=lambda decision: decision.key)
def test_a_decision_names_itself_where_it_was_read_and_what_was_asked(decision: Decision) -> None:
    assert decision.citation and decision.decided and decision.asked and decision.questions
    assert decision.source.startswith("http")


def test_most_of_what_tribunals_decided_is_decided_here_too() -> None:
    questions = [q for decision in decisions() for q in decision.questions]
    assert sum(map(is_decided, questions)) >= LEAST * len(questions)
