"""``abeyance seal``: what was changed by hand, recorded as that."""

from typing import Annotated

import typer

from abeyance.cli.asking import CASE, today
from abeyance.cli.casefiles import BY, acting, legible, who


def seal(
    case: CASE,
    by: BY = None,
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="Why it was changed.")] = "",
) -> None:
    """Record in history.jsonl what was changed by hand since the last seal, so that no later change goes unnoticed.

    Example: abeyance seal examples/derby --because "typed in the letter"
    """
    from abeyance.casefile.casefolder import look
    from abeyance.casefile.casefolder import seal as seal_case

    looked = look(case)
    with acting(looked):
        differs = looked.unsealed()
        history = seal_case(looked, today(), who(by), legible(because))
    counts = (("added", differs.added), ("changed", differs.changed), ("removed", differs.removed))
    what = ", ".join(f"{len(said)} {word}" for word, said in counts if said) or "nothing new"
    typer.echo(f"{looked.path}: {what}; entry {len(history.entries)}, seal {history.seal[:12]}")
