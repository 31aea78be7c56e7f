from dataclasses import replace
from datetime import date

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abeyance.assess.brief import Brief
from abeyance.write.brief_pdf import to_pdf
from abeyance.write.characters import drawable
from tests.write.building import EMPTY, FORMS, HOSTILE, LONG, RICH, headed, with_every_string


def pages(made: bytes) -> list[str]:
    """The text of each page as it is searched and copied, with single spaces."""
    document = pdfium.PdfDocument(made)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def text(brief: Brief) -> str:
    return " ".join(pages(to_pdf(brief)))


def test_the_first_words_under_the_day_are_the_state_of_stays() -> None:
    first = pages(to_pdf(RICH))[0]
    assert first.startswith(
        "abeyance Brief on Tuesday 2024-09-03, case hanna NO STAY SHOWN on Tuesday 2024-09-03, on the facts in this file."
    )


@pytest.mark.parametrize(("form", "value"), FORMS)
def test_every_form_of_the_headline_is_set(form: str, value: str) -> None:
    assert f"{form} on Tuesday 2024-09-03." in pages(to_pdf(headed(form, value)))[0]  # type: ignore[arg-type]


def test_the_day_the_case_and_the_page_stand_at_every_foot() -> None:
    found = pages(to_pdf(RICH))
    assert len(found) >= 3
    for number, page in enumerate(found, 1):
        assert page.endswith(f"Brief on Tuesday 2024-09-03, case hanna {number} of {len(found)}")


def test_the_heads_of_a_table_are_repeated_on_the_next_page() -> None:
    many = replace(RICH, avenues=tuple(replace(RICH.avenues[0], rank=n) for n in range(1, 13)))
    heads = [page.count("No. Avenue, forum Effect on removal File by Needs") for page in pages(to_pdf(many))]
    assert sum(heads) >= 2
    assert max(heads) == 1


def test_the_pages_say_what_the_brief_says() -> None:
    made = text(RICH)
    for said in (
        "Court of appeals or Supreme Court stay stay.ca.nken Not held Not asked",
        "Last day: 2024-03-01 to 2024-03-31",
        "Has it been carried out? No sworn",
        "Thursday 2024-09-05 in 2 days",
        "Monday 2024-09-09 in 6 days Check-in Report to ICE",
        "Not started Deadline 30 days to petition the court of appeals",
        "hindsight: made after the day asked",
        "Turns on the ground of the motion is not in the file",
        "Closed, on the facts in this file – Petition for review, with a stay motion: no decision of the Board",
        "Settled by the ECAS receipt",
        "search for what would decide was cut",
        "If she leaves – Leaving carries out the order.",
    ):
        assert made.count(said) == 1, said
    assert made.count("Not legal advice") == 1
    assert made.count("Do not share") == 1


def test_a_day_after_the_law_was_read_is_said_before_the_headline() -> None:
    first = pages(to_pdf(replace(RICH, on=date(2025, 1, 2))))[0]
    assert 0 < first.index("The law was read through Tuesday 2024-12-31.") < first.index("NO STAY SHOWN")


def test_nothing_in_the_file_still_makes_a_page() -> None:
    assert text(EMPTY).count("None in this brief.") == 7


def test_it_is_tagged_titled_and_in_english() -> None:
    document = pdfium.PdfDocument(to_pdf(RICH))
    assert pdfium.raw.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_value("Title") == "Hanna Tesfaye: NO STAY SHOWN, 2024-09-03"
    assert document.get_metadata_value("CreationDate").startswith("D:20240903000000")
    assert document[0].get_size() == (612, 792)


def test_it_is_declared_readable_aloud() -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in to_pdf(RICH)


@pytest.mark.parametrize("brief", [RICH, EMPTY, HOSTILE], ids=["rich", "empty", "hostile"])
def test_the_same_brief_gives_the_same_bytes(brief: Brief) -> None:
    assert to_pdf(brief) == to_pdf(brief)


def test_sixty_long_avenues_are_all_there() -> None:
    made = text(LONG)
    assert made.count("Turns on Whether the notice") + made.count("Because Whether the notice") == 40
    assert made.count("Closed, on the facts in this file") == 1


def test_what_would_be_markup_is_set_as_it_is() -> None:
    name = '#eval("1") $x^2$ @label *bold* _it_ `raw` \\ <lab> // no /* no */ ]] } = head - list + enum'
    assert name in text(replace(EMPTY, respondent=name))


def test_a_character_without_a_shape_is_a_square_and_a_note_says_so() -> None:
    made = text(replace(EMPTY, respondent="Lin 林"))
    assert "Lin □" in made
    assert "A character that this PDF cannot draw is shown as □" in made
    assert "cannot draw" not in text(replace(EMPTY, respondent="a □ that is meant"))


def test_every_character_said_to_be_drawable_is_drawn() -> None:
    characters = [c for c in map(chr, range(0x20, 0x10000)) if drawable(c) == c]
    lines = ["".join(characters[n : n + 25]) for n in range(0, len(characters), 25)]
    assert len(characters) > 1500
    shapes = replace(RICH.stays[0], title=" ".join(lines), provision=" ".join(lines))
    gate = replace(RICH.gates[0], question=" ".join(lines))  # bold
    to_pdf(replace(EMPTY, stays=(shapes,), gates=(gate,), notes=tuple(lines)))


def test_no_strings_at_all_still_make_a_page() -> None:
    assert "NO STAY SHOWN" in text(with_every_string(RICH, ""))


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_can_be_set(anything: str) -> None:
    brief = replace(
        RICH,
        stays=RICH.stays[:1],
        clocks=RICH.clocks[:1],
        avenues=RICH.avenues[:1],
        contradictions=RICH.contradictions[:1],
    )
    assert to_pdf(with_every_string(brief, anything)).startswith(b"%PDF-")
