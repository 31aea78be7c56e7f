"""``abeyance new``: a folder for a case."""

import os
import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from abeyance.cli.asking import day, fail, today
from abeyance.cli.casefiles import BY, acting, who


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    respondent: Annotated[
        str, typer.Option(metavar="NAME", help="The word by which claims speak of the person.")
    ] = "respondent",
    case: Annotated[str, typer.Option(metavar="NAME", help="The case's short name; the folder's if left out.")] = "",
    by: BY = None,
    recorded: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="The day this is entered; today if left out.")
    ] = None,
) -> None:
    """Begin a case: a folder with a case file that explains itself, and a place for documents.

    Example: abeyance new cases/mateo --respondent mateo
    """
    from abeyance.casefile.beginning import begin_case
    from abeyance.casefile.reading import FILE

    if os.path.lexists(folder / FILE):
        fail(f"{folder / FILE}: there is a case already; look at it with: abeyance check {folder}")
    name = case or re.sub(r"[^\w-]+", "-", folder.resolve().name).strip("-") or "case"
    with acting():
        begin_case(folder, name, respondent, recorded or today(), who(by))
    typer.echo(f"{folder / FILE}: begun.  Enter a document: abeyance add {folder} letter --document FILE --kind letter")
