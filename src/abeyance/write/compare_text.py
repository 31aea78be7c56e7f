"""What differs between two briefs, as plain text."""

from collections.abc import Iterator
from textwrap import wrap

from abeyance.assess.compare import Change


def to_text(changes: tuple[Change, ...], before: str, after: str, width: int, noun: str = "answer") -> str:
    """The changes by section, each with what it was and is; ``before`` and ``after`` name the two sides, ``noun`` what is compared."""
    return "\n".join(_lines(changes, before, after, width, noun)) + "\n"


def _lines(changes: tuple[Change, ...], before: str, after: str, width: int, noun: str) -> Iterator[str]:
    number = f"{len(changes) or 'no'} {noun}{'s' * (len(changes) != 1)}"
    yield from wrap(f"From {before} to {after}: {number} changed.", width)
    section = ""
    for change in changes:
        if change.section != section:
            section = change.section
            yield from ("", section.upper(), "-" * width)
        yield from wrap(change.what, width, initial_indent="  ", subsequent_indent="    ")
        yield from wrap(
            f"was  {change.before or '(not there)'}", width, initial_indent="      ", subsequent_indent="           "
        )
        yield from wrap(
            f"is   {change.after or '(not there)'}", width, initial_indent="      ", subsequent_indent="           "
        )
