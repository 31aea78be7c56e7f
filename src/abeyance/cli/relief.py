"""``abeyance screen``: relief by relief, what is met, what bars it, and what would decide it."""

from typing import Annotated

import typer

from abeyance.cli.asking import CASE, CIRCUIT, FILE_KNOWN, KNOWN, ON, inquiry, warn


def screen(
    case: CASE,
    on: ON = None,
    known: KNOWN = None,
    file_known: FILE_KNOWN = None,
    circuit: CIRCUIT = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Relief by relief: its elements, the gates before it, what weighs in a judgement, and what to ask to decide it.

    Example: abeyance screen examples/derby --on 2017-05-01
    """
    from abeyance.assess.building import name_of
    from abeyance.assess.reliefs import relief_lines

    asking = inquiry(case, on, known, file_known, circuit)
    reliefs = relief_lines(asking, decide=True)
    warn(asking)
    if json:
        from abeyance.write.plain_json import dumps

        typer.echo(dumps(reliefs), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.screen_text import to_text

        heading = f"{name_of(asking)}: what may be granted, on {asking.on.isoformat()}"
        show(to_text(reliefs, heading, width()))
