"""A decision of Friday 2026-03-06 or Monday 2026-03-09, mailed on 2026-04-24: thirty days to appeal, or ten as was expected on 03-07.

8 CFR 1003.38(b), 1001.1(h): thirty days from the mailing where there was no oral decision, moved over weekends and holidays.
The interim rule of 2026-02-06 was to give ten days to decisions from 2026-03-09 on, and was vacated on 2026-03-08.
"""

import pytest

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, case, clock, days, stay

APPEAL = "Appeal to the Board"
TIME_TO_APPEAL = "Time to appeal to the Board"
DAYS = ("2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10")


def on(day: str, **known: str) -> Brief:
    return brief("window", day, **known)


def due(of: Brief) -> tuple[str, str]:
    return days(clock(of, APPEAL, "order-2026"))


# --- whether it is held ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-03-07", "2026-03-08"])
def test_while_the_decision_may_not_be_made_yet_there_is_no_order_to_carry_out(day: str) -> None:
    assert on(day).headline.form == "ORDER NOT EXECUTABLE"
    assert stay(on(day), TIME_TO_APPEAL).value == "unknown"


@pytest.mark.parametrize("day", ["2026-03-09", "2026-03-10", "2026-05-01"])
def test_once_it_is_surely_made_the_time_to_appeal_holds(day: str) -> None:
    held = on(day).headline
    assert held.sentence.startswith(f"HELD until Tuesday 2026-05-26, by {TIME_TO_APPEAL} (stay.auto.appeal-period)")


def test_as_expected_on_7_march_it_is_said_to_hold_only_to_the_earliest_end() -> None:
    held = on("2026-03-10", known="2026-03-07").headline
    assert held.sentence.startswith(
        "HELD until Monday 2026-05-04 at the earliest, Tuesday 2026-05-26 at the latest, by"
    )


# --- the last day ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS)
def test_the_last_day_is_after_memorial_day_whatever_the_day_of_the_decision(day: str) -> None:
    found = clock(on(day), APPEAL, "order-2026")
    assert days(found) == ("2026-05-26", "2026-05-26")
    assert "moved over 2026-05-24 (Sunday), 2026-05-25 (Memorial Day) to 2026-05-26" in found.detail


@pytest.mark.parametrize(
    ("known", "last"),
    [
        ("2026-02-05", ("2026-05-26", "2026-05-26")),
        ("2026-02-06", ("2026-05-04", "2026-05-26")),
        ("2026-03-07", ("2026-05-04", "2026-05-26")),
        ("2026-03-08", ("2026-05-26", "2026-05-26")),
        ("2026-03-09", ("2026-05-26", "2026-05-26")),
        ("2026-03-10", ("2026-05-26", "2026-05-26")),
    ],
)
def test_ten_days_were_expected_from_the_publication_of_the_rule_until_it_was_vacated(
    known: str, last: tuple[str, str]
) -> None:
    assert due(on("2026-03-10", known=known)) == last


def test_the_day_to_file_by_is_the_earliest_end() -> None:
    assert str(avenue(on("2026-03-10"), "appeal").file_by) == "2026-05-26"
    assert str(avenue(on("2026-03-10", known="2026-03-07"), "appeal").file_by) == "2026-05-04"


def test_both_counts_are_named_with_the_law_they_rest_on() -> None:
    detail = clock(on("2026-03-10", known="2026-03-07"), APPEAL, "order-2026").detail
    assert "30 days (8 CFR 1003.38(b); 61 Fed. Reg. 18900) or 10 days (FR Doc. 2026-02326" in detail


def test_before_the_mailing_is_known_the_earliest_end_is_cut_where_the_law_was_to_change() -> None:
    # decided 03-06..03-10, mailed that day or later: thirty days to 04-05 (Sunday) and on; ten, of 03-09, to 03-19
    assert due(on("2026-03-10", file_known="2026-03-10")) == ("2026-04-06", "")
    assert due(on("2026-03-10", known="2026-03-07", file_known="2026-03-10")) == ("2026-03-19", "")
    held = on("2026-03-10", known="2026-03-07", file_known="2026-03-10").headline
    assert held.sentence.startswith("HELD until Thursday 2026-03-19 at the earliest")


def test_the_change_that_was_to_come_is_a_clock_as_known_before_it_was_vacated_and_not_after() -> None:
    [change] = [c for c in on("2026-03-07", known="2026-03-07").clocks if c.kind == "law change"]
    assert days(change) == ("2026-03-08", "2026-03-08")
    assert "It turns on the day it was decided" in change.detail
    assert "From 2026-03-09: 10 days (FR Doc. 2026-02326, interim rule of 2026-02-06)" in change.detail
    assert [c for c in on("2026-03-08", known="2026-03-08").clocks if c.kind == "law change"] == []
    assert [c for c in on("2026-03-07").clocks if c.kind == "law change"] == []


def test_the_two_days_of_the_decision_matter_only_as_the_law_was_expected() -> None:
    [expected] = on("2026-03-10", known="2026-03-07").contradictions
    assert (expected.subject, expected.fact, expected.material) == ("order-2026", "decided", True)
    assert "the last day: Appeal to the Board" in expected.changes
    [now] = on("2026-03-10").contradictions
    assert (now.material, now.changes) == (False, ())


# --- the appeal -----------------------------------------------------------------------------------------------------------


def test_no_sum_is_printed_for_a_fee_that_nobody_could_confirm() -> None:
    assert avenue(on("2026-05-01"), "appeal").fee.startswith("fee not confirmed (")
    assert avenue(on("2026-05-01"), "appeal").fee.endswith("): ask before filing")


def test_on_the_holiday_both_the_time_to_appeal_and_the_appeal_hold() -> None:
    holiday = on("2026-05-25")
    assert holiday.headline.form == "HELD"
    assert "Held also by Appeal at the Board, in force until the Board's decision." in holiday.headline.detail


def test_after_the_last_day_the_appeal_alone_holds_until_the_board_decides() -> None:
    after = on("2026-05-27")
    assert after.headline.sentence.startswith(
        "HELD until the Board's decision, by Appeal at the Board (stay.auto.appeal-pending)"
    )
    assert stay(after, TIME_TO_APPEAL).value == "no"
    assert (avenue(after, "appeal").available, avenue(after, "appeal").pending) == ("no", True)


def test_an_appeal_received_on_the_holiday_before_the_last_day_is_in_time() -> None:
    gate = next(g for g in on("2026-05-27").gates if g.provision == "stay.bia.appeal-timely")
    assert gate.value == "yes"


def test_while_the_appeal_is_pending_no_motion_lies_at_the_board_and_no_petition() -> None:
    pending = on("2026-05-27")
    assert [avenue(pending, id).available for id in ("reopen-board", "reconsider-board", "petition")] == ["no"] * 3
    petition = clock(pending, "Petition for review, with a motion for a stay the same day", "order-2026")
    assert (petition.state, petition.day) == ("not started", None)


def test_leaving_gives_up_the_appeal_and_removal_in_breach_of_the_stay_does_not() -> None:
    said = {c.title: [p.sentence for p in c.points] for c in on("2026-05-27").consequences}
    gives_up = "Leaving before the Board decides gives up the appeal"
    assert any(s.startswith(gives_up) for s in said["If the respondent leaves"])
    assert any("would not withdraw the appeal" in s for s in said["If the respondent is removed"])
    running = [p.sentence for c in on("2026-05-01").consequences for p in c.points]
    assert any(s.startswith(gives_up) for s in running), "while the time to appeal runs, too"


def test_a_reason_says_that_a_thing_is_not_so_and_never_that_it_is() -> None:
    because = next(g for g in on("2026-03-10").gates if g.provision == "final.order").because
    assert "not: order-2026: it was entered in absentia" in because
    assert "order-2026: it was entered in absentia" not in because


# --- the file -------------------------------------------------------------------------------------------------------------


def test_the_brief_says_which_papers_came_after_the_day_asked_about() -> None:
    [note] = [n for n in on("2026-03-10").notes if n.startswith("The file as it is now")]
    assert "cover-letter" in note and "--file-known 2026-03-10 leaves out what came later" in note
    assert "docket-march" not in note


def test_the_children_are_as_old_as_their_father_said() -> None:
    born = next(c for c in case("window").claims if (c.subject, c.fact) == ("dan", "born"))
    assert born.source.key == "declaration"


def test_every_claim_has_its_place() -> None:
    file = case("window")
    assert [c for c in file.claims if c.place.paragraph is None] == []
    assert [c for c in file.completeness if c.place.paragraph is None] == []
