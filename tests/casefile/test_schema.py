"""The JSON Schema of ``case.yaml``: what editors complete and mark."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from abeyance.casefile.beginning import new_case
from abeyance.casefile.layout import canonical
from abeyance.casefile.reading import SOURCE_WORDS
from abeyance.casefile.record import BY_CLASS, LISTS
from abeyance.casefile.schema import schema
from abeyance.casefile.vocabulary import ENTITIES, Case
from abeyance.casefile.yamlnodes import parse
from tests.casefile.reading import EXAMPLES, LETTER, read
from tests.casefile.writing import texts

VALIDATOR = jsonschema.Draft7Validator(schema())


def as_an_editor_reads(text: str) -> Any:
    """A text as YAML 1.2 has it, which editors read: no dates, and yes is a word."""

    def value(node: yaml.Node | None) -> Any:
        if isinstance(node, yaml.MappingNode):
            return {value(k): value(v) for k, v in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [value(item) for item in node.value]
        assert isinstance(node, yaml.ScalarNode)
        if node.style is None and re.fullmatch(r"[-+]?[0-9]+", node.value):
            return int(node.value)
        words = {"true": True, "false": False, "null": None, "~": None, "": None}
        return words.get(node.value, node.value) if node.style is None else node.value

    return value(yaml.compose(text, Loader=yaml.SafeLoader))


def is_valid(text: str) -> bool:
    return bool(VALIDATOR.is_valid(as_an_editor_reads(text)))


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())


def test_every_reference_in_it_leads_somewhere() -> None:
    made = schema()

    def follow(part: Any) -> None:
        if isinstance(part, dict):
            if "$ref" in part:
                at: Any = made
                for step in part["$ref"].removeprefix("#/").split("/"):
                    step = step.replace("%20", " ")
                    at = at[int(step)] if isinstance(at, list) else at[step]
            for inner in part.values():
                follow(inner)
        elif isinstance(part, list):
            for inner in part:
                follow(inner)

    follow(made)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_are_valid(path: Path) -> None:
    errors = list(VALIDATOR.iter_errors(as_an_editor_reads(path.read_text("utf-8"))))
    assert errors == []


def test_a_new_file_is_valid() -> None:
    assert is_valid(new_case("mateo", "mateo"))


@settings(max_examples=150, deadline=None)
@given(texts())
def test_what_reads_without_a_problem_and_is_in_form_is_valid(drawn: tuple[str, list[str]]) -> None:
    root, _ = parse(drawn[0], "case.yaml")
    assert root is not None
    formed = canonical(root, drawn[0])
    if not read(formed)[1]:
        assert is_valid(formed), formed


VALID = [
    "m.born: aged 19",
    "m.born @p2¶5: {value: 1965-09-30, corrects: letter, because: x, cleared: [congress], by: ra}",
    "stay @¶5: {filing: stay request, forum: ICE or Board, received: not by 2017-05-01, fee paid: yes}",
    "stay: {filing: i-246, forum: not ICE}",
    "order-1: {order: unknown}",
    "order-1: {order: removal, by: BIA, circuit: 9}",
    "elena: {mention: relative, name: Elena}",
    "elena.same as: child-1",
    "elena.perhaps: {value: child-1, withdraws: news, because: x}",
    "relatives.count: {relation: child, number: 4}",
    "relatives.count: 4",
    "orders.none: yes",
    "convictions.none @¶7: {level: felony or misdemeanor, as of: 2017-05-01}",
    "arrests.open: {sets aside: letter, because: x}",
    "case.circuit: 2d Cir.",
    "leave.at: 2017-05-04 12:00 America/New_York",
    "stay-2: {decided: 2017, outcome: denied, recorded: 2026-11-24}",
    "hearing-1: {hearing: master, notice: notice-1}",
    "tax-1: {tax year: yes, for year: 2016}",
    "order-1: {order: Removal, by: immigration_judge or board, oral: Y, circuit: Second Circuit}",
    "order-1: {order: Not removal or Deportation}",
    "son-1: {relative: Son, citizen: TRUE}",
    "left-1: {departure: own accord, days away: two weeks}",
    "left-1: {departure: own accord, days away: at least 3 days}",
    "job-1: {employment: Harbor Drain, cleared: []}",
    "relatives.complete: Yes",
    'relatives.count: {relation: child, number: "4"}',
    "case: {circuit: 2}",
]
MISTAKES = [
    "m.bron: 1965",
    "m.born: 05/01/2017",
    "m.born: yesterday",
    "m.born: [1965, 1966]",
    "m.born: {valeu: 1965}",
    "m.born @second: 1965",
    "m: 1965",
    "m: {}",
    "stay: {filing: stay requst}",
    "stay: {filing: stay request, recieved: 2017-04-17}",
    "stay: {filing: stay request, fee paid: perhaps}",
    "stay: {filling: stay request}",
    "elena: {mention: cousin}",
    "relatives.count: many",
    "relatives.complete: {colour: red}",
    "orders.none: perhaps",
    "leave.at: noon",
    "leave.at: 2017-05-04 12:00 EST",
    "leave.on: 2017-05-04 12:00",
    "m.born: in 1992",
    "m.born: {value: 1965, recorded: 2026}",
    "order-1: {order: removal or deporation}",
    "order-1: {order: not remval}",
    "left-1: {departure: own accord, days away: many}",
    "relatives.none: 4",
    "relatives.none: no",
    "relatives.none: {number: 4}",
    "relatives.count: yes",
    "relatives.count: {relation: child}",
    "relatives.open: yes",
    "filings.complete: {as of: never}",
    "case.born: 1965",
    "case.respondent: m",
]


@pytest.mark.parametrize("claim", VALID)
def test_claims_of_every_form_are_valid(claim: str) -> None:
    assert is_valid(f"{LETTER}      - {claim}\n"), [
        e.message for e in VALIDATOR.iter_errors(as_an_editor_reads(f"{LETTER}      - {claim}\n"))
    ]


@pytest.mark.parametrize("claim", MISTAKES)
def test_the_usual_slips_are_marked(claim: str) -> None:
    assert not is_valid(f"{LETTER}      - {claim}\n")
    assert read(f"{LETTER}      - {claim}\n")[1], "and check says so too"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("case: x\n", ""),
        ("respondent: m", "respondent: Mateo Ruiz"),
        ("sources:", "sorces:"),
        ("    kind: letter\n", ""),
        ("kind: letter", "kind: leter"),
        ("dated: 2017-05-01", "dated: 05/01/2017"),
        ("dated:", "date:"),
        ("dated: 2017-05-01", "dated: never"),
        ("dated: 2017-05-01", "recorded: 2017"),
        ("kind: letter", "kind: letter\n    document: ../letter.pdf"),
        ("kind: letter", "kind: letter\n    privileged: perhaps"),
        ("      - m.name: Bo", "      m.name: Bo"),
        ("      - m.name: Bo", "      - m.name: Bo\n        m.born: 1965"),
    ],
)
def test_the_usual_slips_around_claims_are_marked(old: str, new: str) -> None:
    text = LETTER + "      - m.name: Bo\n"
    assert is_valid(text) and old in text
    assert not is_valid(text.replace(old, new, 1))
    assert read(text.replace(old, new, 1))[1], "and check says so too"


def test_everything_that_can_be_written_is_in_it_with_its_meaning() -> None:
    made = schema()["definitions"]
    for entity in BY_CLASS.values():
        for name, fact in entity.facts.items():
            if name not in LISTS and (entity, name) != (Case, "respondent"):
                assert fact.label in made[f"{entity.word}: {name.replace('_', ' ')}"]["description"]
    assert set(ENTITIES) <= set(made)
    assert set(made["source"]["properties"]) == set(SOURCE_WORDS)
