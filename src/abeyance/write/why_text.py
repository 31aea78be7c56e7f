"""The reasons of an answer as plain text: an indented tree, then what would decide it."""

from collections.abc import Iterator
from textwrap import wrap

from abeyance.assess.brief import OpenFact
from abeyance.assess.why import Step, Why

DEEPEST = 24  # columns of indent, so that a deep tree stays readable at 80 columns
CONFIDENCE = {"sure": "", "probably": " [probably]", "unsettled": " [unsettled]"}


def to_text(answers: tuple[Why, ...], width: int) -> str:
    """The answers, one after the other, in lines of at most ``width`` columns."""
    return "\n\n".join("\n".join(_answer(why, width)) for why in answers) + "\n"


def _answer(why: Why, width: int) -> Iterator[str]:
    about = f"@{why.subject}" if why.subject else ""
    standing = f", {why.standing}" if why.standing else ""
    yield from wrap(f"{why.value.upper()}{standing}  {why.id}{about}{CONFIDENCE[why.confidence]}", width)
    yield from wrap(f"Whether {why.says}" if why.value in ("yes", "no", "unknown") else why.says.capitalize(), width)
    yield from wrap("; ".join(why.authority), width)
    for text in (why.doubt, why.note):
        yield from wrap(text, width)
    for dispute in why.disputed:
        yield from wrap(f"Disputed: {dispute}", width)
    if why.causes:
        yield from wrap(f"Unknown because {', '.join(why.causes)}.", width)
    if why.settled:
        yield from wrap(
            f"Every way of filling in what is not known gives {why.settled}; the answer is unknown all the same.", width
        )
    yield ""
    for step in why.steps:
        yield from _step(step, 0, width)
    yield from _decides(why, width)


def _step(step: Step, depth: int, width: int) -> Iterator[str]:
    indent = " " * min(2 * depth, DEEPEST)
    value = f"{step.value}: " if step.value else ""
    provision = f"  ({step.provision})" if step.provision else ""
    yield from wrap(
        f"{value}{step.text}{provision}", width, initial_indent=indent + "- ", subsequent_indent=indent + "  "
    )
    for label, text in (("law", step.version), ("from", ", ".join(step.sources))):
        if text:
            yield from wrap(f"{label} {text}", width, initial_indent=indent + "    ", subsequent_indent=indent + "    ")
    for part in step.parts:
        yield from _step(part, depth + 1, width)


def _decides(why: Why, width: int) -> Iterator[str]:
    if why.would_decide:
        yield ""
        yield "What would decide it:"
    for fact in why.would_decide:
        yield from _open_fact(fact, width)
    if why.cut:
        yield from wrap("More than sixteen conditions are open: the search was cut short.", width)


def _open_fact(fact: OpenFact, width: int) -> Iterator[str]:
    yield from wrap(f"{fact.rank:3}  {fact.question}", width, subsequent_indent="     ")
    for effect in fact.effects:
        yield from wrap(f"{effect.when}: {effect.then}", width, initial_indent="       ", subsequent_indent="       ")
    if fact.settled_by:
        yield from wrap(f"Settled by: {fact.settled_by}", width, initial_indent="       ", subsequent_indent="       ")
