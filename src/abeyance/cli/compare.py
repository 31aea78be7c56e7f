"""``abeyance compare``: one case on two days, or under two states of the law or of the file."""

from datetime import date
from typing import Annotated

import typer

from abeyance.cli.asking import CASE, CIRCUIT, day, fail, inquiries, today, warn

TWICE = "Give it twice to compare; once, and it holds for both."
DAYS = Annotated[
    list[date] | None, typer.Option("--on", parser=day, metavar="DATE", help=f"The day asked about. {TWICE}")
]
KNOWNS = Annotated[
    list[date] | None, typer.Option("--known", parser=day, metavar="DATE", help=f"The law known by then. {TWICE}")
]
FILES = Annotated[
    list[date] | None,
    typer.Option("--file-known", parser=day, metavar="DATE", help=f"The file as had by then. {TWICE}"),
]


def compare(
    case: CASE,
    on: DAYS = None,
    known: KNOWNS = None,
    file_known: FILES = None,
    circuit: CIRCUIT = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """What differs in the brief between two days, or two states of the law or the file.

    Example: abeyance compare examples/derby --on 2017-03-01 --on 2017-05-01
    """
    sides = two_sides({"--on": on or [today()], "--known": known or [], "--file-known": file_known or []})

    from abeyance.assess.building import build
    from abeyance.assess.compare import compare as compare_briefs

    asked = inquiries(case, [(s["--on"], s["--known"], s["--file-known"]) for s in sides], circuit)
    warn(asked[0])
    briefs = [build(asking) for asking in asked]
    changes = compare_briefs(*briefs)
    if json:
        from abeyance.write.plain_json import dumps

        typer.echo(dumps(changes), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.compare_text import to_text

        before, after = (named(side, sides) for side in sides)
        show(to_text(changes, before, after, width()))


def two_sides(given: dict[str, list[date]]) -> list[dict[str, date | None]]:
    """The two sides of a comparison: what is given twice differs, what is given once holds for both."""
    if max(map(len, given.values())) != 2:
        *some, last = given
        fail(f"two are compared: give {', '.join(some)} or {last} twice, as in --on 2017-03-01 --on 2017-05-01")
    return [
        {name: (days[min(side, len(days) - 1)] if days else None) for name, days in given.items()} for side in (0, 1)
    ]


def named(side: dict[str, date | None], sides: list[dict[str, date | None]]) -> str:
    """A side by the days in which the two differ."""
    differing = [name for name in side if sides[0][name] != sides[1][name]]
    words = [
        day.isoformat() if name == "--on" else f"{name[2:]} {day.isoformat()}"
        for name in differing
        if (day := side[name])
    ]
    return ", ".join(words) or "the first"
