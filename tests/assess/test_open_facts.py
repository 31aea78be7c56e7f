"""What would decide an answer: ranked, with its effects, and nothing that cannot change one (SEMANTICS 27)."""

from abeyance.assess.brief import Brief, OpenFact
from abeyance.assess.gates import OF_A_FILING, OF_AN_ORDER
from abeyance.assess.questions import MISSING
from abeyance.casefile.record import LISTS
from abeyance.casefile.vocabulary import Employment, Filing, Order
from abeyance.law.avenues import AVENUES
from abeyance.law.departure import departure_defeats_motion
from abeyance.law.facts_read import facts_read
from abeyance.law.stays import INSTRUMENTS
from tests.assess.asking import brief
from tests.casefile.building import Builder, source

ORDER = source("order", "order or decision", dated="2026-03-10")
OTHER = source("letter", "letter", dated="2026-03-20")


def ordered(**facts: str) -> Builder:
    said = Builder()
    given = {"kind": "removal", "by": "immigration judge", "decided": "2026-03-10", "outcome": "ordered removed"}
    said.subject("order-1", Order)
    for fact, text in (given | facts).items():
        said.claim(ORDER, "order-1", fact, text)
    return said


def fact(made: Brief, name: str, subject: str = "order-1") -> OpenFact:
    return next(f for f in made.open_facts if (f.subject, f.fact) == (subject, name))


def names(made: Brief) -> list[tuple[str, str]]:
    return [(f.subject, f.fact) for f in made.open_facts]


def test_a_fact_that_is_known_is_not_open() -> None:
    assert ("order-1", "in_absentia") in names(brief(ordered(), "2026-03-20"))
    assert ("order-1", "in_absentia") not in names(brief(ordered(in_absentia="no"), "2026-03-20"))


def test_a_fact_that_changes_no_answer_is_never_listed() -> None:
    said = ordered()
    said.says(OTHER, "job", Employment, employer="Harbor Drain")
    assert not [key for key in names(brief(said, "2026-03-20")) if key[0] == "job"]


def test_what_decides_the_stay_stands_before_deadlines_gates_and_proof() -> None:
    groups = [f.group for f in brief(ordered(), "2026-03-20").open_facts]
    order = ["the stay", "a deadline", "a gate", "proof"]
    assert groups == sorted(groups, key=order.index)
    assert [f.rank for f in brief(ordered(), "2026-03-20").open_facts] == list(range(1, len(groups) + 1))


def test_in_one_group_the_paper_that_is_got_most_easily_comes_first() -> None:
    made = brief(ordered(), "2026-03-20")
    assert fact(made, "in_absentia").rank < fact(made, "appeal_waived").rank


def test_an_effect_says_in_which_value_which_answer_follows() -> None:
    waived = fact(brief(ordered(in_absentia="no", oral="yes", asylum_decided="no"), "2026-03-20"), "appeal_waived")
    effects = [(e.when, e.then) for e in waived.effects]
    assert any(when == "if yes" and "closed: Appeal to the Board" in then for when, then in effects)
    assert waived.settled_by == "the order or the minutes"


def test_a_fact_on_which_sources_disagree_is_an_open_fact_in_conflict() -> None:
    said = ordered(in_absentia="no")
    said.claim(source("docket", "docket", dated="2026-03-20"), "order-1", "in_absentia", "yes")
    said.claim(source("release", "records release", dated="2026-03-20"), "order-1", "in_absentia", "no")
    waived = brief(said, "2026-03-20")
    found = [f for f in waived.open_facts if f.fact == "in_absentia"]
    assert all(f.conflict for f in found)


def test_a_list_that_may_lack_a_filing_asks_whether_there_is_another() -> None:
    made = brief(ordered(in_absentia="no"), "2026-03-20")
    asked = fact(made, "filings", "case")
    assert (
        asked.question == "Is anything filed that is not in this file: an appeal, a motion, a stay request, a petition?"
    )
    assert ("if another is shown", True) in [(e.when, "could hold" in e.then) for e in asked.effects]


def test_a_complete_list_asks_for_no_other() -> None:
    said = ordered(in_absentia="no")
    said.complete(source("docket", "docket", dated="2026-03-20"), "filings", 0, "2026-03-20")
    assert ("case", "filings") not in names(brief(said, "2026-03-20"))


def test_an_event_that_had_not_happened_when_last_seen_is_to_be_confirmed_today() -> None:
    said = ordered(in_absentia="no")
    said.says(OTHER, "motion-1", Filing, kind="motion to reopen", forum="Board", received="2026-03-12", rejected="no")
    said.says(OTHER, "motion-1", Filing, decided="not by 2026-03-20")
    question = fact(brief(said, "2026-03-25"), "decided", "motion-1").question
    assert question.endswith("It was not so by 2026-03-20, as last seen: confirm today.")


def test_a_fact_that_a_last_day_is_counted_with_and_that_cannot_move_it_is_not_listed() -> None:
    """Of a decision after the rule of March 2026 was undone it is thirty days, with asylum or without."""
    made = brief(ordered(oral="yes", in_absentia="no", appeal_waived="no"), "2026-03-20")
    assert not {"asylum_decided", "asylum_barred"} & {name for _, name in names(made)}


def test_a_fact_that_moves_a_last_day_is_listed_with_the_avenue_whose_last_day_it_is() -> None:
    made = brief(ordered(oral="no", in_absentia="no", appeal_waived="no"), "2026-03-20")
    mailed = fact(made, "mailed")
    assert "sets the last day: Appeal to the Board" in " ".join(effect.then for effect in mailed.effects)


def test_of_every_list_that_an_answer_can_turn_on_it_is_known_what_to_ask() -> None:
    rules = [i.provision for i in INSTRUMENTS] + [a.open for a in AVENUES] + [rule for rule, _ in OF_AN_ORDER]
    rules += [rule for asked in OF_A_FILING.values() for rule, _ in asked] + [departure_defeats_motion]
    read = {name for rule in rules for entity, name in facts_read(rule) if entity == "Case" and name in LISTS}
    assert {"filings", "custody"} < read
    assert read - MISSING.keys() == set()
