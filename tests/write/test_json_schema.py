from dataclasses import dataclass

import pytest

from abeyance.write.json_schema import schema_of


@dataclass(frozen=True)
class Inner:
    """A thing inside."""

    number: int


@dataclass(frozen=True)
class Outer:
    """A thing.  ``inner`` is inside; ``maybe`` may be None."""

    inner: tuple[Inner, ...]
    maybe: Inner | None


@dataclass(frozen=True)
class Loose:
    """Something that JSON has no type for."""

    anything: object


def test_classes_inside_are_described_once_and_referred_to() -> None:
    made = schema_of(Outer, "urn:test")
    assert list(made["$defs"]) == ["Inner"]
    assert made["properties"]["inner"] == {
        "type": "array",
        "items": {"$ref": "#/$defs/Inner"},
        "description": "`inner` is inside",
    }
    assert made["properties"]["maybe"]["anyOf"] == [{"$ref": "#/$defs/Inner"}, {"type": "null"}]
    assert made["properties"]["maybe"]["description"] == "`maybe` may be null."


def test_every_field_is_required_and_none_may_be_added() -> None:
    made = schema_of(Outer, "urn:test")
    assert made["required"] == ["inner", "maybe"]
    assert made["additionalProperties"] is False


def test_a_type_without_a_place_in_json_is_refused() -> None:
    with pytest.raises(TypeError, match="object'> has no place in JSON: use str, int"):
        schema_of(Loose, "urn:test")
