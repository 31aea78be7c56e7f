"""``abeyance schema``: the published JSON Schemas."""

from enum import Enum
from typing import Annotated

import typer


class Published(Enum):
    """What has a schema."""

    brief = "brief"


def print_schema(of: Annotated[Published, typer.Argument(help="What to describe.")]) -> None:
    """Print the JSON Schema of what abeyance writes."""
    import json

    from abeyance.write import brief_json

    schemas = {Published.brief: brief_json.schema}
    typer.echo(json.dumps(schemas[of](), indent=2))
