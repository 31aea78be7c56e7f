"""What the commands on case files have in common: who enters, how problems are shown, how an act on a case is ended."""

import getpass
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from abeyance.cli.asking import USAGE

if TYPE_CHECKING:
    from abeyance.casefile.casefolder import CaseFolder
    from abeyance.problems import Problem

BY = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who enters this; the name you are logged in with if left out."),
]


def who(by: str | None) -> str:
    """The name to record."""
    if by is not None:
        return legible(by)
    try:
        return legible(getpass.getuser())
    except (KeyError, OSError):
        return ""


def legible(text: str) -> str:
    """What was typed, with a question mark for what is no text: bytes that are not of the terminal's encoding."""
    return text.encode("utf-8", "replace").decode()


def show_problems(problems: "Iterable[Problem]", case: "CaseFolder | None" = None) -> None:
    """Print problems, each with the line of the case file it is about."""
    from abeyance.problems import excerpts

    for shown in excerpts(problems, case.text, str(case.path)) if case else map(str, problems):
        typer.echo(shown)


@contextmanager
def acting(case: "CaseFolder | None" = None) -> Iterator[None]:
    """End with every problem shown if the case cannot be used or written."""
    from abeyance.casefile.entering import NotEntered
    from abeyance.problems import Unusable

    try:
        yield
    except Unusable as unusable:
        show_problems(unusable.problems, unusable.case if isinstance(unusable, NotEntered) else case)
        raise typer.Exit(USAGE) from None
