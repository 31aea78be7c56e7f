"""``abeyance law``: the law, read without code."""

from typing import Annotated

import typer

from abeyance.cli.asking import KNOWN, ON, fail, today

app = typer.Typer(help="Read the law as abeyance has it.", no_args_is_help=True)
JSON = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


@app.command("list")
def list_provisions(
    word: Annotated[str, typer.Argument(metavar="[WORD]", help="Only provisions that speak of this.")] = "",
    json: JSON = False,
) -> None:
    """Every provision by its page, with the sentence it stands for.

    Example: abeyance law list absentia
    """
    from abeyance.law.cards import listing

    pages = listing(word)
    if not pages:
        fail(f"no provision speaks of {word!r}; leave it out to see them all")
    if json:
        from abeyance.write.plain_json import dumps

        typer.echo(dumps(tuple(entry for page in pages for entry in page.provisions)), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.law_text import listing_text

        show(listing_text(pages, width()))


@app.command("show")
def show_provision(
    id: Annotated[str, typer.Argument(metavar="ID", help="A provision, as law list names it.")],
    on: ON = None,
    known: KNOWN = None,
    json: JSON = False,
) -> None:
    """One provision in plain English: authority, confidence, every version of the law, what it reads, where it is tested.

    Example: abeyance law show stay.bia.appeal-period --on 2026-03-10 --known 2026-03-07
    """
    from abeyance.law.bundle import bundle
    from abeyance.law.cards import card

    provision = bundle().find(id)
    if provision is None:
        fail(no_such_provision(id))
    shown = card(provision, on or today(), known)
    if json:
        from abeyance.write.plain_json import dumps

        typer.echo(dumps(shown), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.law_text import card_text

        show(card_text(shown, width()))


def no_such_provision(id: str) -> str:
    """What to say of an id that there is not."""
    from abeyance.law.bundle import bundle

    near = bundle().nearest(id)
    return f"{id}: there is no such provision; " + (
        f"did you mean {' or '.join(near)}?" if near else "see: abeyance law list"
    )
