"""``abeyance brief``: one case, one day."""

from pathlib import Path
from typing import Annotated

import typer

from abeyance.cli.asking import CASE, CIRCUIT, FILE_KNOWN, KNOWN, ON, inquiry, written


def brief(
    case: CASE,
    on: ON = None,
    known: KNOWN = None,
    file_known: FILE_KNOWN = None,
    circuit: CIRCUIT = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page for a browser.")] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write a PDF to print.")] = None,
) -> None:
    """What stops the removal, what is pending, what may be filed, and what is not known.

    Example: abeyance brief examples/derby --on 2017-05-01
    """
    from abeyance.assess.building import build

    made = build(inquiry(case, on, known, file_known, circuit))
    if html:
        from abeyance.write.brief_html import to_html

        written(html, to_html(made).encode())
    if pdf:
        from abeyance.write.brief_pdf import to_pdf

        written(pdf, to_pdf(made))
    if json:
        from abeyance.write.brief_json import to_json

        typer.echo(to_json(made), nl=False)
    elif not (html or pdf):
        from abeyance.cli.screen import show, width
        from abeyance.write.brief_text import to_text

        show(to_text(made, width()))
