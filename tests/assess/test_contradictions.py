"""A conflict is material if fixing either side changes an answer (SEMANTICS 5)."""

from abeyance.casefile.claims import Completeness, Place
from abeyance.casefile.vocabulary import Arrest, ChargingDocument, Employment, Filing, Order, Relative
from abeyance.logic.values import ANY_DAY
from tests.assess.asking import brief
from tests.casefile.building import Builder, source

LETTER = source("letter", "letter", dated="2026-03-20")
NOTE = source("note", "letter", dated="2026-03-21")


def ordered(by: object, decided: str, said: Builder | None = None) -> Builder:
    said = said or Builder()
    said.subject("order-1", Order)
    facts = {
        "kind": "removal",
        "by": "immigration judge",
        "in_absentia": "no",
        "outcome": "ordered removed",
        "oral": "yes",
    }
    for fact, text in (facts | {"decided": decided}).items():
        said.claim(by, "order-1", fact, text)  # type: ignore[arg-type]
    return said


def test_two_days_of_an_order_that_give_two_last_days_are_material() -> None:
    said = ordered(NOTE, "2026-01-10", ordered(LETTER, "2026-03-10"))
    [conflict] = brief(said, "2026-03-22").contradictions
    assert conflict.what == "order-1: the day it was decided"
    assert conflict.material
    assert "Appeal to the Board" in conflict.changes
    assert [s.value for s in conflict.sides] == ["2026-03-10", "2026-01-10"]


def test_two_days_that_change_no_answer_of_the_day_are_not_material() -> None:
    said = ordered(LETTER, "2026-03-10")
    said.says(LETTER, "job", Employment, since="2001")
    said.says(NOTE, "job", Employment, since="2009")
    [conflict] = brief(said, "2026-03-22").contradictions
    assert (conflict.subject, conflict.material, conflict.changes) == ("job", False, ())


def test_what_changes_an_answer_stands_before_what_does_not() -> None:
    said = ordered(NOTE, "2026-01-10", ordered(LETTER, "2026-03-10"))
    said.says(LETTER, "job", Employment, since="2001")
    said.says(NOTE, "job", Employment, since="2009")
    assert [c.material for c in brief(said, "2026-03-22").contradictions] == [True, False]


def test_two_counts_of_the_children_that_differ_are_a_contradiction() -> None:
    said = Builder()
    said.says(LETTER, "child-1", Relative, relation="child")
    said.complete(LETTER, "relatives", 3, "2026-03-20", relation="child")
    said.complete(NOTE, "relatives", 4, "2026-03-20", relation="child")
    [conflict] = brief(said, "2026-03-22").contradictions
    assert conflict.what == "how many there are of the relatives"
    assert sorted(s.value for s in conflict.sides) == ["3 (child)", "4 (child)"]


def test_an_order_mailed_before_it_was_decided_is_a_contradiction_that_changes_last_days() -> None:
    said = ordered(LETTER, "2026-03-10")
    said.claim(NOTE, "order-1", "mailed", "2024-03-11")
    [found] = brief(said, "2026-03-22").contradictions
    assert found.what == (
        "order-1: the day the written decision was mailed or e-noticed lies before the day it was decided"
    )
    assert [(s.value, s.source) for s in found.sides] == [("2024-03-11", "note"), ("2026-03-10", "letter")]
    assert found.material and "the last day: Appeal to the Board" in found.changes


def test_a_receipt_that_tells_of_a_day_after_its_own_is_a_contradiction() -> None:
    said = ordered(LETTER, "2026-01-10")
    receipt = source("receipt", "receipt", dated="2026-03-20")
    said.says(receipt, "motion-1", Filing, kind="motion to rescind", forum="immigration court", received="2062-03-20")
    [found] = brief(said, "2026-03-22").contradictions
    assert found.what == "motion-1: the day it was received lies after the source that tells of it"
    assert [(s.value, s.source) for s in found.sides] == [
        ("2062-03-20", "receipt"),
        ("the source: 2026-03-20", "receipt"),
    ]
    assert found.material


def test_a_word_on_a_list_that_was_set_aside_raises_no_question() -> None:
    said = Builder()
    said.complete(LETTER, "arrests", 0, "2026-03-20", kind="arrested")
    said.says(NOTE, "stop", Arrest, on="2011")
    assert len(brief(said, "2026-03-22").questions) == 1
    said.completeness.append(
        Completeness("arrests", NOTE, Place(), ANY_DAY, leaves_open=True, sets_aside="letter", because="he was stopped")
    )
    assert brief(said, "2026-03-22").questions == ()


def test_an_order_of_another_kind_than_its_charging_document_is_a_contradiction() -> None:
    said = ordered(LETTER, "1998-03-10")
    said.says(NOTE, "paper", ChargingDocument, kind="order to show cause", filed="1995-06-01")
    said.complete(NOTE, "charging_documents", None, "2026-03-21")
    [conflict] = brief(said, "2026-03-22").contradictions
    assert conflict.what == "order-1: its kind is not that of the proceeding which the charging document began"
    assert [(s.value, s.source) for s in conflict.sides] == [("removal", "letter"), ("order to show cause", "note")]
    assert conflict.material


def test_an_old_charging_document_beside_which_another_may_stand_contradicts_nothing() -> None:
    said = ordered(LETTER, "1998-03-10")
    said.says(NOTE, "paper", ChargingDocument, kind="order to show cause", filed="1995-06-01")
    assert brief(said, "2026-03-22").contradictions == ()
