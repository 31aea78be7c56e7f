"""``abeyance facts``: the ledger of a case."""

from datetime import date
from typing import Annotated

import typer

from abeyance.cli.asking import CASE, FILE_KNOWN, day
from abeyance.cli.casefiles import acting


def facts(
    case: CASE,
    on: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="Mark what had not happened by this day.")
    ] = None,
    file_known: FILE_KNOWN = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Everything a case file says: each fact, how well it is proved, who says so and where, and what became of each claim.

    Example: abeyance facts examples/derby --on 2017-05-01
    """
    from abeyance.casefile.history import read_history
    from abeyance.casefile.ledger import ledger
    from abeyance.casefile.reading import file_of, open_case
    from abeyance.problems import Unusable

    with acting():
        found = open_case(case)
        history, broken = read_history(file_of(case))
        if broken:
            raise Unusable(broken)
    made = ledger(found, on, file_known)
    if json:
        from abeyance.casefile.ledgerjson import to_json

        typer.echo(to_json(made, history))
    else:
        from abeyance.casefile.ledgertext import to_text
        from abeyance.cli.screen import show, width

        show(to_text(made, history, width()))
