"""The questions to a client as plain text, in English and Spanish."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from abeyance.assess.interview import Option, Question, options_of
from abeyance.casefile.record import LISTS
from abeyance.write.wording import NOT_ADVICE, NOT_TO_BE_SHARED

INDENT = "     "
MOST_CHANGES = 2


def to_text(questions: Sequence[Question], heading: str, width: int) -> str:
    """Every question in lines of at most ``width`` columns."""
    lines = [*wrap(heading, width), "-" * width]
    for number, question in enumerate(questions, 1):
        lines += [*_lines(question, number, width), ""]
    return "\n".join([*lines, *wrap(f"{NOT_ADVICE} {NOT_TO_BE_SHARED}", width)]) + "\n"


def one(question: Question, number: int, width: int) -> str:
    """One question as it is put."""
    return "\n".join(_lines(question, number, width))


def kinds(list_name: str, width: int) -> str:
    """What is asked of a thing the client just told of: what it is."""
    entity = LISTS[list_name]
    fact = entity.facts[entity.kind_fact]
    offered = options_of(fact)
    asked = "Which is it? ¿Cuál es?" if offered else f"In a few words: {fact.label}. En pocas palabras."
    return "\n".join([*_indented(asked, width), *_options(offered, width)])


def _lines(question: Question, number: int, width: int) -> Iterator[str]:
    yield from wrap(question.english, width, initial_indent=f"{number:>3}. ", subsequent_indent=INDENT)
    yield from _indented(question.spanish, width)
    yield from _options(question.options, width)
    for change in question.changes[:MOST_CHANGES]:
        yield from _indented(f"It could change: {change}", width, "  ")
    if question.paper:
        yield from _indented(f"Proved by: {question.paper}", width, "  ")


def _options(options: Sequence[Option], width: int) -> Iterator[str]:
    for number, option in enumerate(options, 1):
        spanish = f" / {option.spanish}" if option.spanish != option.english else ""
        yield from _indented(f"{number}  {option.english}{spanish}", width, "  ")


def _indented(text: str, width: int, more: str = "") -> list[str]:
    return wrap(text, width, initial_indent=INDENT + more, subsequent_indent=INDENT + more + ("   " if more else ""))
