"""``abeyance brief``: one case, one day."""

from typing import Annotated

import typer

from abeyance.cli.asking import CASE, CIRCUIT, FILE_KNOWN, KNOWN, ON, inquiry


def brief(
    case: CASE,
    on: ON = None,
    known: KNOWN = None,
    file_known: FILE_KNOWN = None,
    circuit: CIRCUIT = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """What stops the removal, what is pending, what may be filed, and what is not known.

    Example: abeyance brief examples/derby --on 2017-05-01
    """
    from abeyance.assess.building import build

    made = build(inquiry(case, on, known, file_known, circuit))
    if json:
        from abeyance.write.brief_json import to_json

        typer.echo(to_json(made), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.brief_text import to_text

        show(to_text(made, width()))
