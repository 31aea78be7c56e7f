"""``abeyance add``: a document, a source, claims."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from abeyance.cli.asking import CASE, day, fail, today
from abeyance.cli.casefiles import BY, acting, who


def add(
    case: CASE,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source's short name, new or in the file.")],
    claims: Annotated[
        list[str] | None, typer.Argument(metavar="CLAIM", help="What it says, each as a line of the file.")
    ] = None,
    document: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A new source's document; it is copied into documents/.")
    ] = None,
    kind: Annotated[str, typer.Option(metavar="KIND", help="What kind of source it is, such as letter.")] = "",
    dated: Annotated[str, typer.Option(metavar="DAY", help="The day it was made.")] = "",
    had: Annotated[str, typer.Option(metavar="DAY", help="The day the office had it.")] = "",
    speaker: Annotated[str, typer.Option(metavar="WHO", help="Who speaks in it, where the kind does not say.")] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="A title to know it by.")] = "",
    by: BY = None,
    recorded: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="The day this is entered; today if left out.")
    ] = None,
) -> None:
    """Enter a document or claims: what is entered is checked first, written whole or not at all, and sealed.

    Examples: abeyance add mateo letter --document ~/letter.pdf --kind letter --dated 2017-05-01 --had 2017-05-02

    abeyance add mateo letter 'stay-2017 @¶6: {filing: stay request, forum: ICE, decided: 2017-03-02, outcome: denied}'
    """
    from abeyance.casefile.casefolder import look
    from abeyance.casefile.entering import enter
    from abeyance.casefile.saying import number_of

    looked = look(case)
    with acting(looked):
        looked.must_be_usable()
        fields = {"kind": kind, "title": title, "speaker": speaker, "dated": dated, "had": had}
        known = {found.key for found in looked.case.sources} if looked.case else set()
        if source in known and (document or any(fields.values())):
            fail(f"the source {source} is in the file already; what it says of itself is changed there")
        if source not in known and not kind:
            fail(f"there is no source {source}; for a new one add --kind, for one of the file write {_or(known)}")
        if source in known and not claims:
            fail("nothing to enter; write a claim, such as 'mateo.nationality @¶1: Guatemala'")
        entered = enter(looked, source, claims or [], document, fields, who(by), recorded or today())
    what = [f"source {source}"] if kind else []
    what += [entered.document] if entered.document else []
    what += [number_of(len(entered.lines), "claim")] if entered.lines else []
    history = entered.history
    typer.echo(f"{looked.path}: entered {', '.join(what)}; entry {len(history.entries)}, seal {history.seal[:12]}")
    for line in entered.lines:
        typer.echo(f"  - {line}")


def _or(names: set[str]) -> str:
    return " or ".join(sorted(names)[:12]) or "its name once it is there"
