"""Lines put into a person's file."""

from datetime import date

import pytest
from hypothesis import given, settings

from abeyance.casefile.adding import claim_line, with_claims, with_source
from abeyance.casefile.history import stated
from abeyance.casefile.layout import comments_of
from abeyance.casefile.yamlnodes import Node, parse
from abeyance.problems import Unusable
from tests.casefile.reading import HEAD, LETTER, PATH
from tests.casefile.writing import texts

CLAIM = "m.phone: 203 555 0100"


def root(text: str) -> Node:
    found, problems = parse(text, "case.yaml")
    assert found is not None and not problems, (text, problems)
    return found


def states(text: str) -> list[tuple[str, str]]:
    return sorted(stated(root(text), PATH.parent))


def test_a_claim_comes_after_the_others_and_all_else_stays_byte_for_byte() -> None:
    text = (
        "# top\ncase:   x\nrespondent: 'm'  # why\nsources:\n    letter:\n        kind:   letter\n"
        '        claims:\n         -   m.name: "Bo"   # so he says\n         # to be asked\n\n    news: {kind: press}\n'
    )
    assert with_claims(text, "letter", [CLAIM]) == text.replace(
        "# so he says\n", "# so he says\n         - m.phone: 203 555 0100\n"
    )


def test_the_first_claim_of_a_source_brings_the_word_claims() -> None:
    text = HEAD + "  letter:\n    kind: letter\n    dated: 2017-05-01\n\n  news:\n    kind: press\n"
    assert with_claims(text, "letter", [CLAIM]) == text.replace(
        "2017-05-01\n", "2017-05-01\n    claims:\n      - m.phone: 203 555 0100\n"
    )


@pytest.mark.parametrize("empty", ["claims:", "claims: []", "claims:  # none yet"])
def test_the_first_claim_comes_under_an_empty_word_claims(empty: str) -> None:
    text = with_claims(
        HEAD + f"  letter:\n    kind: letter\n    {empty}\n  news:\n    kind: press\n", "letter", [CLAIM]
    )
    assert ("letter m.phone", "203 555 0100") in states(text)
    assert text.count("claims:") == 1 and "[]" not in text


def test_a_source_comes_last_and_apart() -> None:
    added = with_source(
        LETTER + "      - m.name: Bo", "news", {"document": "", "kind": "press", "title": "Day: by day"}
    )
    assert added == LETTER + "      - m.name: Bo\n\n  news:\n    kind: press\n    title: 'Day: by day'\n"


@pytest.mark.parametrize("empty", ["sources:\n", "sources: {}\n", "sources: []\n", "sources:  # none\n", "sources:"])
def test_the_first_source_comes_under_the_word_sources(empty: str) -> None:
    added = with_source(f"case: x\nrespondent: m\n{empty}", "news", {"kind": "press"})
    assert ("news kind", "press") in states(added)


def test_lines_end_as_the_others_do() -> None:
    text = (LETTER + "      - m.name: Bo\n").replace("\n", "\r\n")
    assert with_claims(text, "letter", [CLAIM]) == text + f"      - {CLAIM}\r\n"


@settings(max_examples=200, deadline=None)
@given(texts())
def test_in_any_file_a_source_and_a_claim_are_added_and_nothing_else_changes(drawn: tuple[str, list[str]]) -> None:
    text, comments = drawn
    keys = [key.text for key, _ in (root(text).get("sources") or Node(0, 0)).pairs or ()]
    if "zz" in keys or "case" in keys:
        return
    was = states(text)
    more = with_source(text, "zz", {"kind": "letter"})
    assert states(more) == sorted([*was, ("zz kind", "letter")])
    for name in (*keys, "zz"):
        added = with_claims(more, name or "", [CLAIM, "m.email: a@b"])
        assert states(added) == sorted([*states(more), (f"{name} m.phone", "203 555 0100"), (f"{name} m.email", "a@b")])
        assert sorted(comment.text for comment in comments_of(added)) == sorted(comments)


DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "entered"),
    [
        ("m.name:   Bo ", "m.name: {value: Bo, recorded: 2026-11-25}"),
        ("m.name @par5: {value: Bo, by: ra}", "m.name @¶5: {value: Bo, by: ra, recorded: 2026-11-25}"),
        ("m.name: {value: Bo, recorded: 2026-11-20}", "m.name: {value: Bo, recorded: 2026-11-20}"),
        ("s: {filing: appeal}", "s: {filing: appeal, recorded: 2026-11-25}"),
        ("orders.none: yes", "orders.none: {recorded: 2026-11-25}"),
        ("relatives.count: 4", "relatives.count: {number: 4, recorded: 2026-11-25}"),
    ],
)
def test_a_claim_entered_on_another_day_than_its_source_says_so(typed: str, entered: str) -> None:
    assert claim_line(typed, DAY) == entered


def test_a_claim_entered_with_its_source_is_as_it_is_typed() -> None:
    assert claim_line("m.name @par5:  Bo", None) == "m.name @¶5: Bo"


@pytest.mark.parametrize("typed", ["m.name", "a: 1\nb: 2", "[a, b]", "a: {b: c", "", "- a: b", "x: *y"])
def test_what_is_not_one_claim_is_refused(typed: str) -> None:
    with pytest.raises(Unusable):
        claim_line(typed, None)


def test_what_follows_a_hash_is_not_lost_without_a_word() -> None:
    with pytest.raises(Unusable, match=r"the claim:1:15: E113 '#5' is a comment, and would be lost"):
        claim_line("m.a number: A #5", None)
    assert claim_line("m.a number: 'A #5'", None) == "m.a number: 'A #5'"


def test_a_problem_of_a_claim_stands_where_it_was_typed() -> None:
    with pytest.raises(Unusable, match="the claim:1:20: E002"):
        claim_line("m.nationality: Chad: no", None)
