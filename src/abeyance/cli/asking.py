"""What every command that asks about a case has in common: its arguments, and how the file and the day are taken."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from abeyance.assess.asking import Inquiry
    from abeyance.casefile.casefolder import CaseFolder
    from abeyance.casefile.claims import CaseFile

Days = tuple[date | None, date | None, date | None]  # asked about, of the law, of the file
USAGE = 2
FIRST_YEAR, LAST_YEAR = 1900, 2199  # as in the file: ``abeyance.logic.values``


def day(text: str) -> date:
    """A day from the command line, of the years that a file can speak of.

    Raises typer.BadParameter for text that is no ISO date, and outside those years, where "never" would have come.
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2017-05-01") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise typer.BadParameter(f"{text!r} lies outside the years {FIRST_YEAR} to {LAST_YEAR}; check the year")
    return found


CASE = Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder, or its case.yaml.")]
ON = Annotated[
    date | None, typer.Option("--on", parser=day, metavar="DATE", help="The day asked about; today if left out.")
]
KNOWN = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help="Only the law that was known by this day; all of it if left out."),
]
FILE_KNOWN = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help="Only what the office had by this day; all of it if left out."),
]
CIRCUIT = Annotated[str, typer.Option(metavar="N", help="Assume this circuit: 1 to 11, or DC.")]


def fail(message: str) -> NoReturn:
    """Say on standard error what is wrong and how to mend it, and end with the code for bad input."""
    typer.echo(message, err=True)
    raise typer.Exit(USAGE)


def today() -> date:
    """The day it is here: the one place where the clock is read."""
    return datetime.now().astimezone().date()


def opened(case: Path) -> "CaseFile":
    """The case in a folder; ends with every problem shown in its place, if it has any."""
    from abeyance.casefile.reading import open_case
    from abeyance.problems import Unusable

    try:
        return open_case(case)
    except Unusable as unusable:
        fail(str(unusable))


def written(file: Path, content: bytes) -> None:
    """Write a page that was asked for in a file's place, whole or not at all; never over what belongs to a case."""
    from abeyance.casefile.casefolder import belongs_to_a_case
    from abeyance.casefile.saving import save
    from abeyance.problems import Unusable

    if belongs_to_a_case(file):
        fail(f"{file}: this is part of a case, and would be lost; name another file")
    try:
        save(file, content, file.read_bytes() if file.exists() else None)
    except Unusable as unusable:
        fail(str(unusable))
    except OSError as error:
        fail(f"{file}: this cannot be written: {error.strerror}; name a file in a folder that is there")


def inquiry(case: Path, on: date | None, known: date | None, file_known: date | None, circuit: str) -> "Inquiry":
    """Everything that can be asked about a case on a day."""
    return inquiries(case, [(on, known, file_known)], circuit)[0]


def inquiries(case: Path, days: Sequence[Days], circuit: str) -> list["Inquiry"]:
    """Everything that can be asked about a case, read once: for each day asked about, day of the law and day of the file."""
    from abeyance.assess.asking import Inquiry
    from abeyance.casefile.vocabulary import CIRCUITS

    if circuit and circuit.upper() not in CIRCUITS:
        fail(f"--circuit {circuit}: there is no such circuit; it is one of {', '.join(CIRCUITS)}")
    file, warning = _looked_at(case)
    return [
        Inquiry(file, on or today(), known, file_known, circuit.upper(), warning=warning)
        for on, known, file_known in days
    ]


def warn(asking: "Inquiry") -> None:
    """Say on standard error what whoever reads an answer must know of the file itself."""
    if asking.warning:
        typer.echo(asking.warning, err=True)


def _looked_at(case: Path) -> tuple["CaseFile", str]:
    """A case, and a warning where the file or a document of it is not as it was sealed, or not as the file says."""
    from abeyance.casefile.casefolder import look

    found = look(case)
    # a document or a history in which something is wrong keeps no case from being read
    file = found.case if found.case and not found.problems else opened(case)
    return file, _altered(found)


def _altered(found: "CaseFolder") -> str:
    from abeyance.casefile.findings import alterations
    from abeyance.casefile.saying import number_of

    not_sealed_yet = "F006"
    differs = alterations(found.history, found.unsealed(), {}, str(found.path))
    wrong = [problem for problem in (*found.problems, *differs) if problem.code != not_sealed_yet]
    if not wrong:
        return ""
    return f"Beware: {number_of(len(wrong), 'thing')} in this file or its documents, not as sealed or as said: abeyance check CASE"
