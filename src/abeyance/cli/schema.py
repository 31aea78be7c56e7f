"""``abeyance schema``: the published JSON Schemas."""

from enum import Enum
from typing import Annotated

import typer


class Published(Enum):
    """What has a schema."""

    brief = "brief"
    case = "case"


def print_schema(
    of: Annotated[Published, typer.Argument(metavar="WHAT", help="What to describe: brief or case.")],
) -> None:
    """Print the JSON Schema of a brief in JSON, or of case.yaml; editors complete and check by the latter.

    Example: abeyance schema case > .case.schema.json
    """
    import json

    if of is Published.brief:
        from abeyance.write.brief_json import schema
    else:
        from abeyance.casefile.schema import schema
    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
