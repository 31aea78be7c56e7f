"""The real briefs of the example, in every form."""

import json
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from abeyance.assess.brief import Brief
from abeyance.assess.building import build
from abeyance.cli.asking import inquiry
from abeyance.write.brief_html import to_html
from abeyance.write.brief_json import schema, to_json
from abeyance.write.brief_pdf import to_pdf
from tests.write.page import Page

EXAMPLES = Path(__file__).parents[2] / "examples"
DAYS = [("derby", date(2017, 5, 1)), ("derby", date(2017, 3, 1)), ("absentia", date(2024, 10, 1))]


@pytest.fixture(scope="module", params=DAYS, ids=lambda p: f"{p[0]} on {p[1]}")
def brief(request: pytest.FixtureRequest) -> Brief:
    case, on = request.param
    return build(inquiry(EXAMPLES / case, on, None, None, ""))


def test_the_json_of_an_example_is_valid_by_the_schema(brief: Brief) -> None:
    Draft202012Validator(schema(), format_checker=FormatChecker()).validate(json.loads(to_json(brief)))


def test_page_pdf_and_json_say_the_same_first(brief: Brief) -> None:
    first = brief.headline.sentence
    assert json.loads(to_json(brief))["headline"]["sentence"] == first
    assert Page(to_html(brief)).one("h1").text == first
    document = pdfium.PdfDocument(to_pdf(brief))
    assert first in " ".join(document[0].get_textpage().get_text_range().split())


def test_every_open_avenue_is_on_the_page_and_in_the_pdf(brief: Brief) -> None:
    page = Page(to_html(brief)).section("avenues")
    document = pdfium.PdfDocument(to_pdf(brief))
    pages = " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in document)
    assert [a.title for a in brief.avenues if a.title not in page] == []
    assert [a.title for a in brief.avenues if a.title not in pages] == []
