"""``abeyance law``: the law, read without code."""

import typer

app = typer.Typer(help="Read the law as abeyance has it.", no_args_is_help=True)


@app.command("list")
def list_provisions() -> None:
    """Every provision by its id, with the sentence it stands for."""
    from abeyance.law.bundle import bundle

    for provision in bundle().provisions.values():
        typer.echo(f"{provision.id:34} {provision.says}")
