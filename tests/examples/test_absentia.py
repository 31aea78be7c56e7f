"""An order in absentia and the motion to rescind it: what follows day by day, by the statute and the regulations.

INA 240(b)(5)(C): the motion stays removal from its filing until the judge rules.  8 CFR 1003.6(b): nothing holds on appeal.
"""

import pytest

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, case, clock, days, stay

RESCISSION = "Motion to rescind, removal in absentia"
RESCIND = "Motion to rescind an in absentia order"


def on(day: str, **known: str) -> Brief:
    return brief("absentia", day, **known)


# --- before the motion --------------------------------------------------------------------------------------------------


def test_at_the_first_visit_nobody_has_said_in_absentia_and_that_is_what_to_find_out_first() -> None:
    first = on("2024-09-12", file_known="2024-09-12")
    assert first.headline.form == "NO STAY SHOWN"
    assert any(
        "the order was entered in absentia: a motion to rescind then stays removal" in d for d in first.headline.detail
    )
    fact = first.open_facts[0]
    assert (fact.group, fact.subject, fact.fact) == ("the stay", "order-2024", "in_absentia")


def test_before_the_motion_nothing_holds_and_the_headline_says_what_would_from_its_filing() -> None:
    before = on("2024-09-12")
    assert before.headline.sentence.startswith("NOT HELD on Thursday 2024-09-12")
    [would] = [d for d in before.headline.detail if d.startswith("May be filed today")]
    assert would.startswith(f"May be filed today: {RESCIND}. STAYS REMOVAL ON FILING: until the judge rules (removal)")
    assert avenue(before, "rescind").rank == 1


def test_for_want_of_notice_there_is_no_last_day_and_that_for_exceptional_circumstances_has_passed() -> None:
    rescind = avenue(on("2024-09-12"), "rescind")
    assert rescind.file_by is None
    assert rescind.by.startswith(
        "the last day was Monday 2024-08-26. Exceptional circumstances: 180 days from the order."
    )
    assert "No notice, or in custody: any time" in rescind.by
    ran_out = clock(on("2024-09-12"), RESCIND, "order-2024")
    assert (ran_out.state, days(ran_out)) == ("passed", ("2024-08-26", "2024-08-26"))
    assert "moved over 2024-08-25 (Sunday)" in ran_out.detail


def test_no_appeal_lies_from_an_order_in_absentia_which_is_final_at_once() -> None:
    assert avenue(on("2024-03-01"), "appeal").available == "no"
    final = next(g for g in on("2024-02-27").gates if (g.provision, g.subject) == ("final.order", "order-2024"))
    assert final.value == "yes"


def test_the_clocks_of_a_final_order_run_from_its_entry() -> None:
    early = on("2024-03-01")
    assert (
        days(clock(early, "Petition for review, with a motion for a stay the same day", "order-2024"))[0]
        == "2024-03-28"
    )
    reopen = clock(early, "Motion to reopen at the immigration court", "order-2024")
    assert days(reopen) == ("2024-05-28", "2024-05-28")
    assert "moved over 2024-05-27 (Memorial Day)" in reopen.detail


def test_what_is_decided_later_has_no_clock_and_no_gate_yet() -> None:
    assert not [c for c in on("2024-09-12").clocks if c.subject in ("denial-2024", "rescind-2024", "appeal-2025")]
    assert not [g for g in on("2024-09-12").gates if g.subject in ("denial-2024", "rescind-2024", "appeal-2025")]


def test_the_report_day_is_in_the_headline_and_removal_may_be_carried_out_there() -> None:
    assert (
        "ICE has told Delia Amaya Pineda to report on Thursday 2024-11-14, in 63 days."
        in on("2024-09-12").headline.detail
    )
    report = clock(on("2024-09-12"), "Told to report", "report-november")
    assert (report.kind, days(report)[0]) == ("check-in", "2024-11-14")
    assert report.detail.startswith("Removal may be carried out at a check-in")


# --- while the motion is before the judge -------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2024-10-03", "2024-10-22", "2024-12-18"])
def test_the_motion_holds_removal_from_its_filing_until_the_judge_rules(day: str) -> None:
    held = on(day)
    assert held.headline.sentence.startswith(
        f"HELD until the judge's ruling, by {RESCISSION} (stay.auto.inabs-removal)"
    )
    assert stay(held, RESCISSION).value == "yes"
    assert [line for line in held.stays if line.group == "pending"] == []


def test_the_day_before_the_filing_and_the_day_of_the_ruling_it_does_not_hold() -> None:
    assert stay(on("2024-10-02"), RESCISSION).value == "no"
    assert stay(on("2024-12-19"), RESCISSION).value == "no"
    assert on("2024-12-19").headline.form == "NOT HELD"


def test_dhs_has_ten_days_to_answer_which_end_after_a_sunday_and_columbus_day() -> None:
    [reply] = [c for c in on("2024-10-03").clocks if c.kind == "agency reply"]
    assert days(reply) == ("2024-10-15", "2024-10-15")


def test_a_docket_of_october_does_not_show_in_december_that_the_motion_is_still_undecided() -> None:
    later = on("2024-12-26", file_known="2024-11-01")
    assert later.headline.form == "NO STAY SHOWN"
    assert any("pending as last seen Monday 2024-10-21: confirm today" in d for d in later.headline.detail)
    assert not any("was entered in absentia" in d for d in later.headline.detail), "the file has it"


# --- after the denial ---------------------------------------------------------------------------------------------------


def test_after_the_denial_the_appeal_is_due_on_the_day_after_a_weekend_and_a_holiday_and_holds_nothing() -> None:
    denied = on("2024-12-26")
    appeal = avenue(denied, "appeal-ruling")
    assert appeal.available == "yes"
    assert appeal.filed.startswith("HOLDS NOTHING")
    assert str(appeal.file_by) == "2025-01-21"
    assert appeal.fee == "$110"
    due = clock(denied, "Appeal to the Board from a judge's denial of a motion", "denial-2024")
    assert "2025-01-18 (Saturday), 2025-01-19 (Sunday), 2025-01-20 (Birthday of Martin Luther King Jr.)" in due.detail


def test_the_appeal_comes_before_a_motion_to_reconsider_of_the_same_last_day() -> None:
    denied = on("2024-12-26")
    assert avenue(denied, "appeal-ruling").rank < avenue(denied, "reconsider-judge").rank


def test_a_second_motion_to_rescind_is_no_sure_stay() -> None:
    second = avenue(on("2024-12-26"), "rescind")
    assert second.available == "unknown"
    assert "the regulation allows one motion to rescind" in second.because
    assert not any(d.startswith("May be filed today") for d in on("2024-12-26").headline.detail)


def test_the_board_can_be_asked_for_a_stay_only_once_the_appeal_is_there() -> None:
    assert avenue(on("2024-12-26"), "board-stay").available == "no"
    asked = avenue(on("2025-01-15"), "board-stay")
    assert asked.available == "yes"
    assert asked.filed.startswith("HOLDS NOTHING")


def test_the_courts_are_closed_to_her_until_the_board_rules() -> None:
    assert avenue(on("2024-12-26"), "petition").available == "no"
    assert avenue(on("2025-01-15"), "petition").available == "no"


def test_on_appeal_nothing_holds_since_the_order_is_of_removal_and_not_of_deportation() -> None:
    pending = on("2025-01-15")
    assert pending.headline.form == "NOT HELD"
    [line] = [line for line in pending.stays if line.group == "pending"]
    assert (line.title, line.provision) == ("Appeal, at the Board", "stay.none.mtr-denial-appeal")
    assert line.status == "pending since Tuesday 2025-01-14; holds nothing"


def test_the_appeal_that_was_filed_is_not_asked_for_again() -> None:
    filed = avenue(on("2025-01-15"), "appeal-ruling")
    assert (filed.title, filed.pending, filed.file_by, filed.by) == (
        "Appeal to the Board (filed)",
        True,
        None,
        "filed already",
    )
    assert avenue(on("2025-01-15"), "appeal").title == "Appeal to the Board"


# --- the file -----------------------------------------------------------------------------------------------------------


def test_the_parties_disagree_on_the_address_and_both_are_kept() -> None:
    [conflict] = on("2024-12-26").contradictions
    assert (conflict.subject, conflict.fact) == ("notice-2023", "address_right")
    assert [(s.value, s.source) for s in conflict.sides] == [
        ("no", "declaration"),
        ("no", "motion"),
        ("yes", "opposition"),
    ]


def test_leaving_carries_out_the_order_by_the_statute_and_not_by_a_rule_on_appeals() -> None:
    leaves = next(c for c in on("2024-10-22").consequences if c.title == "If the respondent leaves")
    [carried] = [p for p in leaves.points if p.sentence.startswith("Leaving carries out the order")]
    assert carried.authority == ("INA 101(g)", "8 CFR 1241.7")


def test_every_claim_has_its_place() -> None:
    file = case("absentia")
    assert [c for c in file.claims if c.place.paragraph is None] == []
    assert [c for c in file.completeness if c.place.paragraph is None] == []


def test_while_two_papers_disagree_on_the_address_it_is_open_whether_there_was_notice() -> None:
    notice = next(g for g in on("2025-01-15").gates if g.provision == "inabs.notice")
    assert notice.value == "unknown"
    assert "sources conflict" in notice.causes
