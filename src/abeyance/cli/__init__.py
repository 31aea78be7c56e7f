"""The command line: one thin module a command.  Each imports what it needs when it runs, so that help is quick."""

import typer

from abeyance.cli import add, ask, brief, check, compare, facts, fmt, law, new, relief, schema, seal, why

app = typer.Typer(
    name="abeyance",
    help="What stops a removal, what may be filed, where and by when, and what is not known.  Not legal advice.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(brief.brief)
app.command()(relief.screen)
app.command()(why.why)
app.command()(ask.ask)
app.command()(compare.compare)
app.command()(new.new)
app.command()(add.add)
app.command()(facts.facts)
app.command()(check.check)
app.command()(fmt.fmt)
app.command()(seal.seal)
app.add_typer(law.app, name="law")
app.command("schema")(schema.print_schema)


def main() -> None:
    """Run the command line."""
    app()
