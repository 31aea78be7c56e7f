"""Gates: what the law asks of each entry, order and filing."""

from abeyance.assess.brief import Gate
from abeyance.casefile.vocabulary import Entry, Person
from tests.assess.asking import brief
from tests.casefile.building import Builder, source

PAPER = source("paper", "agency form", dated="2025-02-01")


def of_an_entry(on: str, manner: str, asked: str) -> list[Gate]:
    said = Builder()
    said.says(PAPER, "mateo", Person, born="1990-01-01")
    said.says(PAPER, "entry-1", Entry, manner=manner, on=on, by_sea="no", met=on, met_near_border="no")
    said.claim(PAPER, "case", "arriving", "no")
    said.complete(PAPER, "charging_documents", None, "2025-02-01")
    return [g for g in brief(said, asked).gates if g.provision == "er.scope"]


def test_of_a_recent_entry_without_inspection_it_is_asked_whether_an_officer_may_order_removal() -> None:
    [gate] = of_an_entry("2024-02-01", "without inspection", "2025-02-01")
    assert (gate.subject, gate.title, gate.value) == ("entry-1", "the entry (entry-1)", "yes")


def test_of_an_entry_of_long_ago_or_with_inspection_it_is_not_asked() -> None:
    assert of_an_entry("1992-02-01", "without inspection", "2025-02-01") == []
    assert of_an_entry("2024-02-01", "inspected and admitted", "2025-02-01") == []
