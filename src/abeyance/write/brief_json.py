"""A brief as JSON, for other programs; ``schema/brief.json`` says what is in it."""

from typing import Any

from abeyance.assess.brief import SCHEMA_VERSION, Brief
from abeyance.write.json_schema import schema_of
from abeyance.write.plain_json import dumps


def to_json(brief: Brief) -> str:
    """The brief as its schema describes it."""
    return dumps(brief)


def schema() -> dict[str, Any]:
    """The JSON Schema of :func:`to_json`, under the version that every brief names."""
    made = schema_of(Brief, f"urn:abeyance:schema:brief:{SCHEMA_VERSION}")
    made["properties"]["schema"] = {"const": SCHEMA_VERSION}
    return made
