"""A JSON Schema from frozen dataclasses, so that what is published cannot differ from what is written."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

TYPE_WORDS: dict[object, dict[str, str]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
}


def schema_of(root: type, identifier: str) -> dict[str, Any]:
    """The schema (draft 2020-12) of a dataclass as ``json.dumps(asdict(...))`` writes it.

    Every field is required and none may be added; a class's docstring describes it, and the part that names a field in
    double backticks describes the field.  Raises TypeError for a type that has no place in JSON.
    """
    classes = {c.__name__: _object(c) for c in dict.fromkeys(_classes(root)) if c is not root}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identifier,
        "title": root.__name__,
        **_object(root),
        "$defs": dict(sorted(classes.items())),
    }


def _classes(root: object) -> Iterator[type]:
    """A dataclass and every dataclass inside it."""
    if isinstance(root, type) and is_dataclass(root):
        yield root
        for hint in get_type_hints(root).values():
            yield from _classes(hint)
    else:
        for part in get_args(root):
            yield from _classes(part)


def _object(of: type) -> dict[str, Any]:
    hints = get_type_hints(of)
    names = [f.name for f in fields(of)]
    doc = " ".join((getdoc(of) or "").split())
    return {
        "description": _without_code(doc),
        "type": "object",
        "properties": {name: {**_type(hints[name]), **_description(doc, name)} for name in names},
        "required": names,
        "additionalProperties": False,
    }


def _description(doc: str, name: str) -> dict[str, str]:
    """What a docstring says of a field: its sentences, or parts between semicolons, that name the field."""
    said = [part for part in re.split(r"(?<=[.;])\s+", doc) if f"``{name}``" in part]
    return {"description": _without_code(" ".join(said).rstrip(";"))} if said else {}


def _without_code(doc: str) -> str:
    return doc.replace("``", "`").replace("None", "null")


def _type(hint: Any) -> dict[str, Any]:
    if hint in TYPE_WORDS:
        return dict(TYPE_WORDS[hint])
    origin = get_origin(hint)
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin is tuple and get_args(hint)[1:] == (...,):
        return {"type": "array", "items": _type(get_args(hint)[0])}
    if origin is UnionType:
        return {"anyOf": [_type(part) for part in get_args(hint)]}
    if is_dataclass(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}  # type: ignore[union-attr]
    raise TypeError(
        f"{hint} has no place in JSON: use str, int, bool, date, Literal, tuple[T, ...], None or a dataclass"
    )
