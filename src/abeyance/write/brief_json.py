"""A brief as JSON, for other programs; ``schema/brief.json`` says what is in it."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from abeyance.assess.brief import SCHEMA_VERSION, Brief
from abeyance.write.json_schema import schema_of


def to_json(brief: Brief) -> str:
    """The brief with keys in the order declared, days as ISO 8601, and a newline at the end.

    Nothing is replaced or left out.  A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape.
    """
    text = json.dumps(asdict(brief), default=date.isoformat, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of :func:`to_json`, under the version that every brief names."""
    made = schema_of(Brief, f"urn:abeyance:schema:brief:{SCHEMA_VERSION}")
    made["properties"]["schema"] = {"const": SCHEMA_VERSION}
    return made
