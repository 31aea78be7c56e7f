import json
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from abeyance.assess.brief import Brief
from abeyance.write.brief_json import schema, to_json
from tests.write.building import EMPTY, HOSTILE, LONG, RICH, with_every_string

PUBLISHED = Path(__file__).parents[2] / "schema" / "brief.json"


def validate(text: str) -> None:
    Draft202012Validator(schema(), format_checker=FormatChecker()).validate(json.loads(text))


@pytest.mark.parametrize("brief", [RICH, EMPTY, HOSTILE, LONG], ids=["rich", "empty", "hostile", "long"])
def test_every_example_is_valid_by_the_schema(brief: Brief) -> None:
    validate(to_json(brief))


def test_the_published_schema_is_the_one_generated_from_the_dataclasses() -> None:
    wanted = json.dumps(schema(), indent=2) + "\n"
    assert PUBLISHED.read_text(encoding="utf-8") == wanted, "write it anew: abeyance schema brief > schema/brief.json"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_keys_come_in_the_order_declared() -> None:
    assert list(json.loads(to_json(RICH))) == [f.name for f in fields(Brief)]


def test_days_are_iso_and_an_open_side_is_null() -> None:
    clock = json.loads(to_json(RICH))["clocks"][1]
    assert clock["day"] == {"first": "2024-09-06", "last": None}


def test_the_headline_carries_the_third_value() -> None:
    assert json.loads(to_json(RICH))["headline"]["value"] == "unknown"


def test_accented_names_stay_readable_and_the_text_ends_in_a_newline() -> None:
    text = to_json(with_every_string(RICH, "José"))
    assert '"respondent": "José"' in text
    assert text.endswith("}\n")


def test_a_lone_surrogate_survives_and_can_be_written_as_utf_8() -> None:
    text = to_json(with_every_string(RICH, "a\ud800b"))
    assert json.loads(text.encode("utf-8"))["respondent"] == "a\ud800b"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "0"}, "'1' was expected"),
        ({"nickname": "H."}, "Additional properties are not allowed"),
        ({"on": "yesterday"}, "is not a 'date'"),
        ({"headline": {"form": "PERHAPS", "value": "yes", "sentence": "", "detail": []}}, "is not one of"),
    ],
)
def test_the_schema_refuses_what_no_brief_says(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        validate(json.dumps({**json.loads(to_json(RICH)), **change}))


def test_a_field_is_described_by_the_sentence_that_names_it() -> None:
    made = schema()
    assert made["properties"]["law_read_through"]["description"] == (
        "`law_read_through` the last day on which the law was read"
    )
    assert made["$defs"]["Span"]["description"].endswith("null is an open side.")


def test_a_brief_is_written_the_same_twice() -> None:
    assert to_json(RICH) == to_json(RICH)
    assert date.fromisoformat(json.loads(to_json(RICH))["on"]) == RICH.on
