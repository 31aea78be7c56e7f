"""Clocks: the last day, how it was counted, and what became of it."""

from datetime import date

from abeyance.assess.brief import Span
from abeyance.casefile.vocabulary import BondOrder, FearScreening, Filing, Instruction, Order, Residence
from tests.assess.asking import brief, clock
from tests.casefile.building import Builder, source


def ordered(decided: str, by: str = "immigration judge", **more: str) -> Builder:
    said = Builder()
    order = source("order", "order or decision", dated=decided[:10])
    facts = {
        "kind": "removal",
        "in_absentia": "no",
        "oral": "yes",
        "outcome": "ordered removed",
        "asylum_decided": "no",
    }
    said.says(order, "order-1", Order, by=by, decided=decided, appeal_waived="no")
    for fact, text in (facts | more).items():
        said.claim(order, "order-1", fact, text)
    return said


def test_a_last_day_moved_over_a_weekend_and_a_holiday_says_over_which_days() -> None:
    due = clock(brief(ordered("2025-06-05"), "2025-06-20"), "Appeal to the Board")
    assert due.day == Span(date(2025, 7, 7), date(2025, 7, 7))
    assert (
        "plus 30 days = 2025-07-05, moved over 2025-07-05 (Saturday), 2025-07-06 (Sunday) to 2025-07-07" in due.detail
    )
    assert due.state == "ahead"


def test_a_last_day_on_inauguration_day_is_given_with_a_warning() -> None:
    due = clock(brief(ordered("2020-12-21"), "2021-01-05"), "Appeal to the Board")
    assert due.day == Span(date(2021, 1, 20), date(2021, 1, 20))
    assert "Inauguration Day: a holiday around Washington" in due.detail


def test_the_last_day_itself_is_today_and_the_day_after_it_has_passed() -> None:
    assert clock(brief(ordered("2025-06-05"), "2025-07-07"), "Appeal to the Board").state == "today"
    assert clock(brief(ordered("2025-06-05"), "2025-07-08"), "Appeal to the Board").state == "passed"


def test_no_clock_to_appeal_runs_from_a_removal_order_in_absentia() -> None:
    made = brief(ordered("2025-06-05", in_absentia="yes"), "2025-06-20")
    assert not [c for c in made.clocks if c.title == "Appeal to the Board"]


def test_a_clock_of_an_interval_shows_both_ends_and_the_earliest_is_the_day_to_file_by() -> None:
    made = brief(ordered("2025-06-02..2025-06-05"), "2025-06-20")
    assert clock(made, "Appeal to the Board").day == Span(date(2025, 7, 2), date(2025, 7, 7))
    appeal = next(a for a in made.avenues if a.id == "appeal")
    assert appeal.file_by == date(2025, 7, 2)


def test_a_file_by_day_that_may_have_passed_is_today() -> None:
    made = brief(ordered("2025-06-02..2025-06-05"), "2025-07-03")
    appeal = next(a for a in made.avenues if a.id == "appeal")
    assert appeal.file_by == date(2025, 7, 3)
    assert "it may have passed: file today" in appeal.by


def test_opposition_is_counted_from_service_where_it_is_known() -> None:
    said = ordered("2016-01-05", by="Board")
    docket = source("docket", "docket", dated="2017-05-01")
    said.says(docket, "motion-1", Filing, kind="motion to reopen", forum="Board", of="order-1", by="respondent")
    said.says(
        docket,
        "motion-1",
        Filing,
        received="2017-04-17",
        served="2017-04-17",
        rejected="no",
        decided="not by 2017-05-01",
    )
    due = clock(brief(said, "2017-04-20"), "DHS opposition")
    assert due.day == Span(date(2017, 5, 1), date(2017, 5, 1))


def test_a_check_in_is_a_clock_and_warns_that_removal_may_be_carried_out_there() -> None:
    said = ordered("2016-01-05")
    paper = source("i220b", "agency form")
    said.says(paper, "osup", Instruction, kind="report", given="2017-03-01", on="2017-06-01", written="yes")
    report = clock(brief(said, "2017-05-01"), "Told to report")
    assert (report.kind, report.state) == ("check-in", "ahead")
    assert report.detail == "Removal may be carried out at a check-in; in writing"


def test_a_day_after_the_law_was_read_is_said_first() -> None:
    first = brief(ordered("2025-06-05"), "2027-01-05").headline.detail[0]
    assert first.startswith("The law was read through 20")
    assert first.endswith("confirm that nothing has changed since.")


def test_a_change_of_law_on_a_day_nobody_could_confirm_is_no_clock() -> None:
    made = brief(ordered("2024-01-05", by="Board"), "2024-11-15")
    assert not [c for c in made.clocks if c.kind == "law change" and c.day and c.day.last == date(2024, 12, 31)]
    bill = next(a for a in made.avenues if a.id == "private-bill")
    assert bill.by == "no clock"
    assert bill.granted.endswith("Later: ICE Directive 5004.2 or 5004.3, from a day that was not confirmed")


def test_the_answer_of_dhs_at_the_immigration_court_is_counted_from_receipt() -> None:
    said = ordered("2024-06-05", in_absentia="yes")
    docket = source("docket", "docket", dated="2024-10-05")
    said.says(
        docket, "motion-1", Filing, kind="motion to reopen", forum="immigration court", of="order-1", by="respondent"
    )
    said.says(docket, "motion-1", Filing, received="2024-10-03", rejected="no", decided="not by 2024-10-05")
    due = clock(brief(said, "2024-10-05"), "DHS opposition")
    assert due.day == Span(date(2024, 10, 15), date(2024, 10, 15))
    assert "over 2024-10-13 (Sunday), 2024-10-14 (Columbus Day)" in due.detail


def test_the_day_ten_target_is_told_of_decisions_from_march_ninth_2026_and_of_no_earlier_one() -> None:
    assert (
        "treat day ten as the target"
        not in clock(brief(ordered("2026-03-08"), "2026-03-12"), "Appeal to the Board").detail
    )
    assert (
        "treat day ten as the target" in clock(brief(ordered("2026-03-09"), "2026-03-12"), "Appeal to the Board").detail
    )


def test_as_known_on_march_seventh_ten_days_are_counted_from_a_decision_of_the_ninth() -> None:
    said = ordered("2026-03-06..2026-03-10")
    known_then = clock(brief(said, "2026-03-12", known="2026-03-07"), "Appeal to the Board").day
    known_since = clock(brief(said, "2026-03-12", known="2026-03-08"), "Appeal to the Board").day
    assert known_then == Span(date(2026, 3, 19), date(2026, 4, 7))
    assert known_since == Span(date(2026, 4, 6), date(2026, 4, 9))


def test_time_to_leave_that_a_motion_ended_is_no_day_to_leave_by_any_more() -> None:
    more = {"outcome": "voluntary departure", "voluntary_departure_until": "2024-05-10", "motion_ruling": "no"}
    said = ordered("2024-03-11", by="Board", **more)
    assert "Voluntary departure ends" in " ".join(c.title for c in brief(said, "2024-05-01").clocks)
    said.subject("motion-1", Filing)
    docket = source("docket", "docket", dated="2024-05-01")
    motion = {
        "kind": "motion to reopen",
        "of": "order-1",
        "by": "respondent",
        "received": "2024-04-30",
        "rejected": "no",
        "ground_vawa": "no",
    }
    for fact, text in motion.items():
        said.claim(docket, "motion-1", fact, text)
    assert "Voluntary departure ends" not in " ".join(c.title for c in brief(said, "2024-05-01").clocks)


def screened(**facts: str) -> Builder:
    said = Builder()
    papers = source("papers", "agency form", dated="2026-03-20")
    said.says(papers, "order-1", Order, kind="reinstatement", by="DHS", decided="2026-03-02", outcome="ordered removed")
    said.says(papers, "screening-1", FearScreening, of="order-1")
    for fact, text in facts.items():
        said.claim(papers, "screening-1", fact, text)
    return said


def test_what_an_officer_owes_on_a_claim_of_fear_is_a_clock_until_the_finding() -> None:
    waiting = screened(kind="reasonable fear", referred="2026-03-04", found="not by 2026-03-20")
    owed = clock(brief(waiting, "2026-03-10"), "Officer's finding on reasonable fear")
    assert (owed.day, owed.state) == (Span(date(2026, 3, 16), date(2026, 3, 16)), "ahead")
    assert "holds nothing and frees nobody" in owed.detail
    found = screened(kind="reasonable fear", referred="2026-03-04", found="2026-03-10", finding="positive")
    assert not [c for c in brief(found, "2026-03-10").clocks if c.subject == "screening-1"]


def test_what_a_judge_owes_is_a_clock_only_where_a_review_of_a_negative_finding_was_asked() -> None:
    facts = {
        "kind": "reasonable fear",
        "referred": "2026-03-04",
        "found": "2026-03-10",
        "review_referred": "2026-03-12",
    }
    asked = screened(**facts, finding="negative", review_asked="2026-03-10", reviewed="not by 2026-03-20")
    owed = clock(brief(asked, "2026-03-13"), "Judge's review of reasonable fear")
    assert owed.day == Span(date(2026, 3, 23), date(2026, 3, 23))
    for other in ({"finding": "negative", "review_asked": "not by 2026-03-20"}, {"finding": "positive"}):
        assert not [c for c in brief(screened(**facts, **other), "2026-03-13").clocks if c.subject == "screening-1"]


def test_the_seven_days_of_credible_fear_count_from_the_finding() -> None:
    facts = {"kind": "credible fear", "referred": "2026-03-02", "found": "2026-03-03", "finding": "negative"}
    owed = clock(brief(screened(**facts, review_asked="2026-03-03"), "2026-03-04"), "Judge's review of credible fear")
    assert owed.day == Span(date(2026, 3, 10), date(2026, 3, 10))


def test_a_move_while_a_case_is_there_starts_the_time_to_tell_of_the_new_address() -> None:
    said = ordered("2026-05-04")
    said.says(source("call", "interview", dated="2026-05-22"), "home-2", Residence, town="Moline", since="2026-05-21")
    due = clock(brief(said, "2026-05-22"), "Change of address")
    assert (due.kind, due.day) == ("deadline", Span(date(2026, 5, 26), date(2026, 5, 29)))
    assert not [c for c in brief(said, "2026-05-30").clocks if c.title.startswith("Change of address")]


def test_the_board_s_schedule_starts_the_time_for_the_brief_while_the_appeal_is_pending() -> None:
    said = ordered("2026-04-06")
    docket = source("docket", "docket", dated="2026-05-10")
    said.says(docket, "appeal-1", Filing, kind="appeal", forum="Board", of="order-1", by="respondent")
    said.says(docket, "appeal-1", Filing, received="2026-04-20", briefing_schedule="2026-05-01", fee_paid="yes")
    assert clock(brief(said, "2026-05-10"), "Brief at the Board").day == Span(date(2026, 5, 21), date(2026, 5, 21))
    said.says(docket, "appeal-1", Filing, decided="2026-05-10", outcome="withdrawn")
    assert not [c for c in brief(said, "2026-05-10").clocks if c.title == "Brief at the Board"]


def bonded(outcome: str) -> Builder:
    said = Builder()
    order = source("bond", "order or decision", dated="2026-05-21")
    said.says(order, "bond-1", BondOrder, outcome=outcome, by="immigration judge", decided="2026-05-21", oral="yes")
    return said


def test_a_bond_gives_dhs_one_business_day_for_its_notice_and_ten_for_its_appeal() -> None:
    made = brief(bonded("release"), "2026-05-21")
    assert clock(made, "DHS notice of intent").day == Span(date(2026, 5, 22), date(2026, 5, 22))
    assert clock(made, "DHS appeal of the bond order").day == Span(date(2026, 6, 5), date(2026, 6, 5))
    assert not [c for c in brief(bonded("release"), "2026-05-23").clocks if c.title.startswith("DHS notice")]


def test_a_bond_refused_can_be_appealed_within_thirty_days() -> None:
    due = clock(brief(bonded("denied"), "2026-05-21"), "Appeal of the bond order")
    assert (due.kind, due.day) == ("deadline", Span(date(2026, 6, 22), date(2026, 6, 22)))


def test_what_is_due_on_voluntary_departure_is_told_with_the_appeal_or_the_petition() -> None:
    said = Builder()
    docket = source("docket", "docket", dated="2026-05-22")
    said.says(docket, "order-1", Order, kind="removal", by="immigration judge", decided="2026-05-04", oral="yes")
    said.says(docket, "order-1", Order, outcome="voluntary departure", voluntary_departure_until="2026-07-03")
    said.says(docket, "appeal-1", Filing, kind="appeal", forum="Board", of="order-1", received="2026-05-19")
    proof = clock(brief(said, "2026-05-22"), "Proof to the Board of the bond")
    assert proof.day == Span(date(2026, 6, 18), date(2026, 6, 18))
    said.says(docket, "petition-1", Filing, kind="petition for review", of="order-1", received="2026-05-20")
    leaving = clock(brief(said, "2026-05-22"), "Leaving, after a petition")
    assert leaving.day == Span(date(2026, 6, 19), date(2026, 6, 22))


def test_whoever_is_released_on_a_bond_too_high_can_appeal_it_too() -> None:
    said = bonded("release")
    said.claim(source("bond", "order or decision", dated="2026-05-21"), "bond-1", "amount", "50000")
    assert clock(brief(said, "2026-05-21"), "Appeal of the bond order").day == Span(
        date(2026, 6, 22), date(2026, 6, 22)
    )


def test_where_ice_had_set_a_low_bond_no_hold_of_dhs_is_counted() -> None:
    said = bonded("release")
    form = source("form", "agency form", dated="2026-05-21")
    said.claim(form, "bond-1", "ice_held_without_bond", "no")
    said.claim(form, "bond-1", "ice_amount", "5000")
    assert not [c for c in brief(said, "2026-05-21").clocks if c.title.startswith("DHS")]


def test_the_bond_for_voluntary_departure_is_due_five_business_days_after_the_judges_order() -> None:
    given = {"outcome": "voluntary departure", "voluntary_departure_until": "2026-07-31"}
    bond = clock(brief(ordered("2026-06-01", **given), "2026-06-02"), "Bond for voluntary departure")
    assert bond.day == Span(date(2026, 6, 8), date(2026, 6, 8))
    posted = ordered("2026-06-01", **given, bond_posted="2026-06-02")
    assert not [c for c in brief(posted, "2026-06-02").clocks if c.title.startswith("Bond for")]


def test_what_was_filed_in_time_and_not_rejected_has_no_last_day_any_more() -> None:
    for rejected, expected in (("no", 0), ("", 1), ("yes", 1)):
        said = ordered("2025-06-05")
        docket = source("docket", "docket", dated="2025-06-20")
        said.says(
            docket,
            "appeal-1",
            Filing,
            kind="appeal",
            forum="Board",
            of="order-1",
            by="respondent",
            received="2025-06-18",
        )
        if rejected:
            said.claim(docket, "appeal-1", "rejected", rejected)
        found = [c for c in brief(said, "2025-06-20").clocks if c.title == "Appeal to the Board"]
        assert len(found) == expected, rejected


def test_a_motion_of_dhs_is_answered_by_no_opposition_of_dhs_and_is_no_motion_of_the_respondent() -> None:
    said = ordered("2024-06-05", by="Board")
    docket = source("docket", "docket", dated="2024-08-05")
    said.says(
        docket,
        "motion-1",
        Filing,
        kind="motion to reopen",
        forum="Board",
        of="order-1",
        by="DHS",
        received="2024-08-01",
    )
    made = brief(said, "2024-08-05")
    assert not [c for c in made.clocks if c.title.startswith("DHS opposition")]
    assert not next(a for a in made.avenues if a.id == "reopen-board").pending
