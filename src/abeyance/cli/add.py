"""``abeyance add``: a document, a source, claims."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from abeyance.cli.asking import CASE, day, fail, today
from abeyance.cli.casefiles import BY, acting, who

if TYPE_CHECKING:
    from abeyance.casefile.casefolder import CaseFolder


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
        _enter(looked, source, claims or [], document, fields, who(by), recorded or today())


def _or(names: set[str]) -> str:
    return " or ".join(sorted(names)[:12]) or "its name once it is there"


def _enter(
    case: "CaseFolder",
    source: str,
    claims: list[str],
    document: Path | None,
    fields: dict[str, str],
    by: str,
    recorded: date,
) -> None:
    from abeyance.casefile.adding import claim_line, with_claims, with_source
    from abeyance.casefile.casefolder import ADDED, received, rewritten, write
    from abeyance.casefile.saying import number_of

    before = (
        next((found.recorded for found in case.case.sources if found.key == source), recorded) if case.case else None
    )
    lines = [claim_line(claim, None if before == recorded else recorded) for claim in claims]
    with received(case, document) as (name, sha256):
        text = case.text
        if fields["kind"]:
            header = {"document": name, "sha256": sha256} | fields | {"recorded": recorded.isoformat(), "by": by}
            text = with_source(text, source, header)
        if lines:
            text = with_claims(text, source, lines)
        new = rewritten(case, text)
        with acting(new):
            history = write(case, new, recorded, by, ADDED)
    what = [f"source {source}"] if fields["kind"] else []
    what += [name] if name else []
    what += [number_of(len(lines), "claim")] if lines else []
    typer.echo(f"{case.path}: entered {', '.join(what)}; entry {len(history.entries)}, seal {history.seal[:12]}")
    for line in lines:
        typer.echo(f"  - {line}")
