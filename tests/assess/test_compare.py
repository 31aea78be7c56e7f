"""What differs between two briefs, in the words of the brief."""

from abeyance.assess.compare import compare
from abeyance.casefile.vocabulary import Filing, Order
from tests.assess.asking import brief
from tests.casefile.building import Builder, source


def ordered() -> Builder:
    said = Builder()
    paper = source("order", "order or decision", dated="2024-06-03")
    said.says(paper, "order-1", Order, kind="removal", by="Board", decided="2024-06-03", outcome="ordered removed")
    return said


def avenues(said: Builder, one: str, other: str) -> dict[str, tuple[str, str]]:
    return {
        c.what: (c.before, c.after) for c in compare(brief(said, one), brief(said, other)) if c.section == "avenues"
    }


def test_an_avenue_is_named_as_in_the_brief() -> None:
    title = "Petition for review, with a motion for a stay the same day"
    before, after = avenues(ordered(), "2024-06-02", "2024-06-04")[title]
    assert before.startswith("no")
    assert after.endswith(", file by 2024-07-03")


def test_that_one_should_file_today_is_no_change_from_day_to_day() -> None:
    assert not avenues(ordered(), "2024-07-10", "2024-07-11")


def test_filing_it_is_a_change() -> None:
    said = ordered()
    docket = source("docket", "docket", dated="2024-06-20")
    said.says(docket, "pfr", Filing, kind="petition for review", forum="court of appeals", of="order-1")
    said.says(docket, "pfr", Filing, received="2024-06-18", decided="not by 2024-06-20")
    changed = avenues(said, "2024-06-17", "2024-06-19")
    assert "already filed" in changed["Petition for review, with a motion for a stay the same day"][1]
