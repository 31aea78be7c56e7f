"""What documents assert is compared with what is computed, and stands beside what cannot be (SEMANTICS 14)."""

from abeyance.casefile.vocabulary import Assertion, Filing, Order
from tests.assess.asking import brief
from tests.casefile.building import Builder, source

ORDER = source("order", "order or decision", dated="2026-03-10")
LETTER = source("letter", "letter", dated="2026-03-20")


def judge_order(by: str = "immigration judge") -> Builder:
    said = Builder()
    said.says(ORDER, "order-1", Order, kind="removal", by=by, decided="2026-03-10", oral="yes", in_absentia="no")
    said.says(ORDER, "order-1", Order, outcome="ordered removed", asylum_decided="no", appeal_waived="no")
    for name in ("filings", "departures"):
        said.complete(source("docket", "docket", dated="2026-03-20"), name, 0, "2026-03-20")
    return said


def asserts(said: Builder, what: str, truth: str, **about: str) -> Builder:
    said.says(LETTER, "says-1", Assertion, what=what, truth=truth)
    if about:
        said.claim(LETTER, "says-1", "on", "2026-03-20")
    for fact, subject in about.items():
        said.claim(LETTER, "says-1", fact, subject)
    return said


def test_an_order_called_final_within_the_time_to_appeal_is_a_contradiction() -> None:
    made = brief(asserts(judge_order(), "final", "yes", order="order-1"), "2026-03-20")
    [found] = made.contradictions
    assert found.what == "asserted final: order-1"
    assert [(s.value, s.source, s.place) for s in found.sides] == [
        ("yes", "letter", ""),
        ("no", "computed from this file", "final.order"),
    ]
    assert found.material


def test_an_order_called_not_final_within_the_time_to_appeal_is_borne_out() -> None:
    made = brief(asserts(judge_order(), "final", "no", order="order-1"), "2026-03-20")
    assert made.contradictions == ()
    assert ("asserted final: order-1", "no") in [(a.what, a.value) for a in made.agreements]


def test_where_the_inputs_are_missing_the_assertion_stands_beside_the_unknown_answer() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, outcome="ordered removed", decided="before 2026")
    made = brief(asserts(said, "final", "yes", order="order-1"), "2026-03-20")
    final = next(g for g in made.gates if g.provision == "final.order")
    assert final.value == "unknown"
    assert final.asserted == ("yes, as asserted by letter",)


def test_a_motion_called_pending_that_was_decided_before_is_a_contradiction() -> None:
    said = judge_order()
    said.says(ORDER, "motion-1", Filing, kind="motion to reopen", forum="Board", received="2026-03-01", rejected="no")
    said.says(ORDER, "motion-1", Filing, decided="2026-03-10", outcome="denied")
    made = brief(asserts(said, "pending", "yes", filing="motion-1"), "2026-03-20")
    assert "asserted pending: motion-1" in [c.what for c in made.contradictions]


def test_unlawful_presence_asserted_before_a_year_can_have_passed_is_a_contradiction() -> None:
    made = brief(asserts(Builder(), "unlawful presence", "yes"), "1998-03-01")
    assert "asserted unlawful presence: case" in [c.what for c in made.contradictions]
    assert brief(asserts(Builder(), "unlawful presence", "yes"), "2026-03-20").contradictions == ()


def test_what_nothing_works_out_is_told_as_the_word_of_its_paper() -> None:
    made = brief(asserts(judge_order(), "low priority", "yes"), "2026-03-20")
    assert [q.partition(".")[0] for q in made.questions] == ["letter asserts low priority: yes"]
    said = judge_order()
    said.says(ORDER, "motion-1", Filing, kind="motion to reopen", forum="Board", received="2026-03-01")
    made = brief(asserts(said, "pending", "yes", filing="motion-1"), "2026-03-20")
    assert [q.partition(".")[0] for q in made.questions] == ["letter asserts pending of motion-1: yes"]


def test_what_stands_beside_an_answer_is_not_asked_again() -> None:
    assert brief(asserts(judge_order(), "final", "yes", order="order-1"), "2026-03-20").questions == ()
