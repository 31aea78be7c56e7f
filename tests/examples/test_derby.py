"""The standard example: what follows from two short documents about one man, and no more (procedure notes 14, ERRATA)."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from abeyance.assess.asking import Inquiry
from abeyance.assess.brief import AvenueLine, Brief, Clock, Gate, StayLine
from abeyance.assess.building import build
from abeyance.casefile.reading import open_case
from abeyance.law.bundle import bundle

FOLDER = Path(__file__).parents[2] / "examples" / "derby"


@cache
def brief(on: str = "2017-05-01", known: str = "", circuit: str = "", file_known: str = "") -> Brief:
    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    return build(Inquiry(open_case(FOLDER), date.fromisoformat(on), day(known), day(file_known), circuit))


def gate(id: str, subject: str = "motion-2017", on: str = "2017-05-01") -> Gate:
    return next(g for g in brief(on).gates if (g.provision, g.subject) == (id, subject))


def avenue(id: str) -> AvenueLine:
    return next(a for a in brief().avenues if a.id == id)


def clock(start: str, on: str = "2017-05-01") -> Clock:
    return next(c for c in brief(on).clocks if c.title.startswith(start))


def stay(title: str, on: str = "2017-05-01") -> StayLine:
    return next(s for s in brief(on).stays if s.title == title)


# --- the stay -----------------------------------------------------------------------------------------------------------


def test_no_stay_is_shown_and_he_acts_as_if_there_is_none() -> None:
    headline = brief().headline
    assert (headline.form, headline.value) == ("NO STAY SHOWN", "unknown")
    expected = "NO STAY SHOWN on Monday 2017-05-01, on the facts in this file. Act as if there is none."
    assert headline.sentence == expected
    assert headline.detail[0] == "Mateo Ruiz has been told to leave by Thursday 2017-05-04, in 3 days."


def test_the_facts_that_would_show_a_stay_are_named() -> None:
    would = next(d for d in brief().headline.detail if d.startswith("What would show one, and is not in the file: "))
    assert "entered in absentia: a motion to rescind then stays removal once the immigration court has it" in would
    assert "(a motion at the Board does not)" in would
    assert "special-rule motion of a battered spouse, child or parent (VAWA) and itself shows qualified status" in would


def test_whether_the_order_was_in_absentia_is_the_first_thing_to_find_out() -> None:
    first = brief().open_facts[0]
    assert (first.group, first.subject, first.fact) == ("the stay", "order-1", "in_absentia")
    assert first.settled_by == "the order; EOIR automated line; A-file"
    opens = "could be open: Motion to rescind an in absentia order (stays removal on filing)"
    assert ("if yes", opens) in [(e.when, e.then) for e in first.effects]


def test_the_pending_motion_and_stay_request_are_not_shown_to_hold() -> None:
    pending = {s.title: s.status for s in brief().stays if s.group == "pending"}
    assert pending == {
        "Motion to reopen, at the Board": "pending since Monday 2017-04-17; not shown to hold",
        "Stay request, at the Board": "asked not after 2017-05-01; no ruling in the file: confirm today; not shown to hold",
    }


def test_the_refusal_is_told_and_the_end_of_the_earlier_stays_is_not_known() -> None:
    line = stay("ICE stay, Form I-246")
    assert line.value == "unknown"
    assert line.status == "denied Thursday 2017-03-02; granted 2012-05-01 to 2016-12-31, its end not in file"


def test_in_march_the_refusal_has_not_happened_and_the_running_stays_end_is_unknown() -> None:
    line = stay("ICE stay, Form I-246", "2017-03-01")
    assert "denied" not in line.status
    assert "pending since not after 2017-03-01" in line.status
    assert "granted 2012-05-01 to 2016-12-31, its end not in file" in line.status
    assert line.value == "unknown"
    assert brief("2017-03-01").headline.form == "NO STAY SHOWN"
    assert "a stay that ICE granted still runs: its end is not in the file" in brief("2017-03-01").headline.detail[-1]


def test_in_march_no_motion_was_before_the_board_and_whether_he_was_told_to_leave_yet_is_not_said() -> None:
    told = " ".join(brief("2017-03-01").headline.detail)
    assert "has been told to leave" not in told
    assert "Motion to reopen" not in told
    assert not [s for s in brief("2017-03-01").stays if s.subject == "motion-2017"]


def test_in_march_whether_the_board_was_asked_for_a_stay_yet_is_not_known() -> None:
    assert stay("Board stay", "2017-03-01").status == "asked on a day not after 2017-05-01, perhaps not yet"
    assert not [s for s in brief("2017-03-01").stays if s.group == "pending" and s.subject == "stay-board"]
    assert clock("Told to depart", "2017-03-01").detail.endswith("told on a day not after 2017-05-01")


# --- gates and clocks ---------------------------------------------------------------------------------------------------


def test_the_motion_is_late_probably_by_the_inference_named() -> None:
    late = gate("mtr.late-by-inference")
    assert (late.value, late.confidence) == ("yes", "probably")
    assert gate("mtr.time").value == "unknown"
    assert "a stay ICE granted presupposes" not in " ".join(gate("mtr.time").because)


def test_neither_kind_nor_day_nor_maker_of_the_order_is_known() -> None:
    order = next(p for p in brief().particulars if p.label == "order (order-1)")
    assert order.value == "kind not in file; day not after 2017-04-17; made by not in file"
    assert gate("final.order", "order-1").value == "unknown"


def test_opposition_is_due_that_day_only_if_the_motion_was_served_when_filed() -> None:
    reply = clock("DHS opposition")
    assert (reply.kind, reply.day, reply.state) == ("agency reply", None, "not known")
    assert reply.detail.endswith("only if served when filed, due Monday 2017-05-01")


def test_the_day_to_leave_is_an_instruction_and_no_deadline() -> None:
    told = clock("Told to depart")
    assert told.kind == "instruction"
    assert told.day is not None
    assert told.day.first == told.day.last == date(2017, 5, 4)
    assert told.detail == "An instruction, not the deadline of any motion; no paper in file"


def test_the_private_bill_practice_changes_on_may_fifth_by_hindsight() -> None:
    change = clock("Last day of the present practice")
    assert change.day is not None
    assert change.day.last == date(2017, 5, 4)
    assert change.hindsight
    assert "From 2017-05-05: ICE Directive 5004.1" in change.detail
    assert avenue("private-bill").by == "Thursday 2017-05-04, the last day of this practice [hindsight]"


def test_as_the_law_was_known_that_day_no_change_was_in_sight() -> None:
    known_then = brief(known="2017-05-01")
    assert not [c for c in known_then.clocks if c.kind == "law change"]
    assert not [c for c in known_then.clocks if c.hindsight]


# --- whom to ask --------------------------------------------------------------------------------------------------------


def test_whom_to_ask_stands_in_order_with_its_effect_in_words() -> None:
    available = [
        (a.id, a.filed.partition(".")[0].partition(" when")[0]) for a in brief().avenues if a.available == "yes"
    ]
    assert available == [
        ("board-stay", "HOLDS NOTHING"),
        ("ice-stay", "HOLDS NOTHING"),
        ("private-bill", "HOLDS NOTHING"),
    ]


def test_a_motion_lies_from_an_order_of_a_judge_or_the_board_and_the_kind_of_order_is_not_known() -> None:
    assert {a: avenue(a).available for a in ("joint-motion", "reopen-excepted")} == {
        "joint-motion": "unknown",
        "reopen-excepted": "unknown",
    }
    assert avenue("joint-motion").because.startswith("order-1: the kind of order")


def test_the_offices_are_those_of_connecticut() -> None:
    assert avenue("ice-stay").forum == (
        "ICE Enforcement and Removal Operations, Boston field office (Hartford sub-office), in person"
    )
    assert avenue("habeas").forum == "U.S. District Court, District of Connecticut"
    assert "(Second Circuit, if that was in Connecticut)" in avenue("petition").forum


def test_only_filing_before_the_court_could_stay_removal_at_once_and_only_if_a_fact_is_shown() -> None:
    staying = {a.id: a.available for a in brief().avenues if a.filed.startswith("STAYS")}
    of_dhs = {
        "fear-claim": "unknown",
        "fear-review": "unknown",
        "withholding-appeal": "unknown",
    }  # should it be an order of DHS
    assert staying == {"appeal": "unknown", "rescind": "unknown", "vawa": "unknown"} | of_dhs
    assert "A motion at the Board does not do it." in avenue("rescind").filed


def test_the_fee_of_that_year_is_told() -> None:
    assert avenue("ice-stay").fee == "$155"


# --- what follows -------------------------------------------------------------------------------------------------------


def follows(title: str, circuit: str = "") -> str:
    return "\n".join(p.sentence for c in brief(circuit=circuit).consequences if c.title == title for p in c.points)


def test_what_follows_if_he_stays_is_told_with_the_courts_view_of_those_who_did_not_report() -> None:
    staying = follows("If the respondent stays")
    assert "passing it gives no protection" in staying
    assert "If the law of the Second Circuit governs, where Connecticut lies" in staying
    assert "may dismiss the petition for review of one who did not report for removal" in staying


def test_what_follows_if_he_leaves_turns_on_the_circuit() -> None:
    leaving = follows("If the respondent leaves", "2")
    assert "in this circuit it does not defeat one that is in time, or tolled" in leaving
    assert (
        "In this circuit leaving does defeat a request that the judge or the Board reopen on its own motion" in leaving
    )
    assert "admission is barred for ten years" in leaving


def test_in_a_circuit_that_has_not_ruled_what_leaving_does_is_not_settled() -> None:
    assert "is not settled in this circuit" in follows("If the respondent leaves", "8")


def test_what_follows_if_he_is_removed_is_told_too() -> None:
    assert "does not defeat one that is in time, or tolled" in follows("If the respondent is removed", "2")


# --- where the sources disagree -----------------------------------------------------------------------------------------


def test_thirteen_years_against_almost_fifteen_is_a_conflict_that_changes_no_answer() -> None:
    [conflict] = brief().contradictions
    assert (conflict.subject, conflict.fact, conflict.material) == ("job", "since", False)
    assert [(s.value, s.source, s.place, s.standing) for s in conflict.sides] == [
        ("13 years ago", "letter", "¶5", "told"),
        ("almost 15 years ago", "news", "¶7", "press"),
    ]


def test_twenty_five_years_and_1992_are_checked_and_consistent() -> None:
    entry = next(a for a in brief().agreements if a.what == "entry-1: the day of entry")
    assert entry.value == "1992-01-01 to 1992-12-31"
    assert entry.sources == ("letter ¶4: 1992", "news ¶2: 25 years ago")


def test_no_arrest_record_and_a_traffic_stop_make_a_question_to_ask() -> None:
    question, _ = brief().questions
    assert "letter ¶3 says that of the encounters with police none is 'arrested'" in question
    assert "news ¶4 tells of stop-2011" in question
    assert question.endswith("Arrested or cited or warned? A question to ask, not a contradiction.")


def test_that_he_was_of_low_priority_is_told_as_the_papers_word_on_which_no_answer_rests() -> None:
    assert brief().questions[1] == (
        "news ¶5 asserts low priority: yes. It cannot be worked out from this file, and no answer rests on it. What does "
        "it rest on?"
    )


def test_the_children_are_counted_alike_by_both() -> None:
    assert ("how many there are of the relatives", "4") in [(a.what, a.value) for a in brief().agreements]


# --- the file -----------------------------------------------------------------------------------------------------------


def test_as_known_to_the_office_on_that_day_the_file_is_not_empty() -> None:
    known = brief(file_known="2017-05-01")
    assert known.claims == brief().claims
    assert known.headline == brief().headline


def test_every_claim_of_the_example_has_its_place() -> None:
    case = open_case(FOLDER)
    assert [c for c in case.claims if c.place.paragraph is None] == []
    assert [c for c in case.completeness if c.place.paragraph is None] == []


# --- whom ICE put first ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "value"), [("2012-07-02", None), ("2015-06-01", None), ("2017-02-21", None), ("2017-05-01", True)]
)
def test_an_old_order_alone_made_him_a_priority_in_2017_and_not_before(on: str, value: bool | None) -> None:
    """The two papers do not say when the order was made, nor that he never came back: of the earlier days nothing follows."""
    rule = bundle().provisions["discretion.priority"]
    assert Inquiry(open_case(FOLDER), date.fromisoformat(on)).ask(rule).value is value


@pytest.mark.parametrize(
    "factor",
    ["factor.family", "factor.ten-years", "factor.stayed-before", "factor.no-conviction", "factor.request-open"],
)
def test_what_speaks_for_him_is_shown_by_the_letter(factor: str) -> None:
    assert Inquiry(open_case(FOLDER), date(2017, 5, 1)).ask(bundle().provisions[factor]).value is True
