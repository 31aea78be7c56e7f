"""The canonical form: a claim a line, nothing lost, nothing moved."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from abeyance.casefile.history import stated
from abeyance.casefile.layout import canonical, comments_of, scalar
from abeyance.casefile.reading import case_of
from abeyance.casefile.yamlnodes import Node, parse
from tests.casefile.reading import EXAMPLES, PATH
from tests.casefile.writing import WORDS, texts


def nodes(text: str) -> Node:
    root, problems = parse(text, "case.yaml")
    assert root is not None and problems == [], problems
    return root


def formed(text: str) -> str:
    return canonical(nodes(text), text)


def without_places(text: str) -> object:
    case, problems = case_of(nodes(text), PATH)
    assert case is not None
    return re.sub(r"(line|column)=\d+", "", repr(case)), sorted((p.code, p.message) for p in problems)


@settings(max_examples=300, deadline=None)
@given(texts())
def test_what_is_read_is_the_same_before_and_after_and_a_second_time_changes_nothing(
    drawn: tuple[str, list[str]],
) -> None:
    text, _ = drawn
    once = formed(text)
    assert without_places(once) == without_places(text)
    assert sorted(stated(nodes(once), PATH.parent)) == sorted(stated(nodes(text), PATH.parent))
    assert formed(once) == once


@settings(max_examples=300, deadline=None)
@given(texts())
def test_every_comment_is_still_there(drawn: tuple[str, list[str]]) -> None:
    text, comments = drawn
    assert sorted(comment.text for comment in comments_of(formed(text))) == sorted(comments)


@settings(max_examples=400, deadline=None)
@given(WORDS, st.booleans())
def test_a_value_is_read_as_it_was_written_whatever_is_in_it(text: str, in_brackets: bool) -> None:
    written = scalar(text, in_brackets=in_brackets)
    line = f"- k: {{a: {written}, b: c}}\n" if in_brackets else f"- k: {written}\n"
    for loader in (yaml.CBaseLoader, yaml.BaseLoader):
        found = yaml.load(line, loader)[0]["k"]
        assert (found["a"] if in_brackets else found) == " ".join(text.split())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_are_in_form(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert formed(text) == text


def test_quotes_stand_only_where_they_are_needed() -> None:
    assert scalar('Mateo O\'Neil, "Matt"', in_brackets=False) == 'Mateo O\'Neil, "Matt"'
    assert scalar("Derby, Connecticut") == "'Derby, Connecticut'"
    assert scalar("2017-05-04 12:00 America/New_York") == "2017-05-04 12:00 America/New_York"
    assert scalar("it: is") == "'it: is'"
    assert scalar("not #5") == "'not #5'"
    assert scalar("Null") == "'Null'", "a name, and nothing to other readers of YAML"


MESSY = """\
# the whole file
case:   x   # the case
respondent: "m"
sources:   # all of them
  # about the letter
  letter:
      kind: 'letter'


      dated: 2017-05-01   # the day
      title: |   # a block
         Two
         lines # no comment
      claims:
         # first
         -   m.born   @par5 : {value: 1965-09-03,   # inner
              corrects: news, because: "it: is # so"}   # beside

         - m:
             a_number: A1   # in a block
             phone: '[203] 555'
       # at the end
  # about the news
  news: {kind: press, # of the day
         claims: [m.name: Bo, {m.born @p2par3: 1965}]}
# the end
"""
FORMED = """\
# the whole file
case: x  # the case
respondent: m

sources:  # all of them
  # about the letter
  letter:
    kind: letter

    dated: 2017-05-01  # the day
    # a block
    title: 'Two lines # no comment'
    claims:
      # first
      # inner
      - m.born @¶5: {value: 1965-09-03, corrects: news, because: 'it: is # so'}  # beside

      # in a block
      - m: {a number: A1, phone: '[203] 555'}
      # at the end

  # about the news
  news:
    kind: press  # of the day
    claims:
      - m.name: Bo
      - m.born @p2¶3: 1965
# the end
"""


def test_a_messy_file_comes_into_form() -> None:
    assert formed(MESSY) == FORMED


def test_comments_inside_a_source_in_brackets_come_to_stand_above_it() -> None:
    text = "case: x\nrespondent: m\nsources:\n  a:\n    kind: letter\n  b: [x,\n      # one\n    y]\n"
    once = formed(text)
    assert once.endswith("    kind: letter\n\n  # one\n  b: [x, y]\n")
    assert formed(once) == once


def test_what_is_no_claim_is_left_as_it_is() -> None:
    text = (
        "case: x\nrespondent: m\n\nsources:\n  a:\n    kind: letter\n    claims:\n      - born m: 1\n      - [a, b]\n"
    )
    assert formed(text) == text


def test_lines_ended_as_on_other_systems_come_out_as_here() -> None:
    assert formed("case: x\r\n# c\r\nrespondent: m\r\nsources:\r\n") == "case: x\n# c\nrespondent: m\n\nsources:\n"
