"""Decided cases: each a file with the decision, its facts in our vocabulary, and what the tribunal answered on its day.

They are written as examples of the law are (``tests/law/README.md``), with ``decision:``, ``decided:``, ``source:`` (where it was
read) and ``asked:`` (what was before the tribunal) at the top.  An answer of ``unknown``, or of more than one day, says that the rules
do not decide what the tribunal decided, and ``causes:`` why.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from abeyance.problems import Problem, Unusable
from tests.law.examples import Example, read

FOLDER = Path(__file__).parent
HEAD = ("decision", "decided", "source", "asked")


@dataclass(frozen=True)
class Decision:
    """A decision, where it was read, what was asked, and the questions of law that it answers."""

    key: str
    citation: str
    decided: str
    source: str
    asked: str
    questions: tuple[Example, ...]


@cache
def decisions() -> tuple[Decision, ...]:
    """Every decision of the folder.  Raises Unusable with every problem in any of the files."""
    problems: list[Problem] = []
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        head, examples = read(path, problems, HEAD)
        citation, decided, source, asked = (head.get(word, "") for word in HEAD)
        found.append(Decision(path.stem, citation, decided, source, asked, examples))
    if problems:
        raise Unusable(problems)
    return tuple(found)


def is_decided(question: Example) -> bool:
    """Whether the rules are to answer a question with yes, no or a day."""
    return question.answer != "unknown" and not question.answer.startswith("from ") and ".." not in question.answer


def decided_with(rule: str) -> list[tuple[Decision, Example]]:
    """The decisions, with their questions, that test a provision."""
    return [(decision, q) for decision in decisions() for q in decision.questions if q.provision.id == rule]
