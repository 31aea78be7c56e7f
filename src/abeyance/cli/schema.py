"""``abeyance schema``: the published JSON Schemas."""

from typing import Annotated

import typer

PUBLISHED = ("brief", "case")


def _published(word: str) -> str:
    if word not in PUBLISHED:
        raise typer.BadParameter(f"{word!r} has no schema; write {' or '.join(PUBLISHED)}")
    return word


def print_schema(
    of: Annotated[str, typer.Argument(parser=_published, metavar="WHAT", help="What to describe: brief or case.")],
) -> None:
    """Print the JSON Schema of a brief in JSON, or of case.yaml; editors complete and check by the latter.

    Example: abeyance schema case > .case.schema.json
    """
    import json

    if of == "brief":
        from abeyance.write.brief_json import schema
    else:
        from abeyance.casefile.schema import schema
    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
