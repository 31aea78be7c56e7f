"""A notice of appeal that came two days late: nothing of it is sure until the Board says whether it takes it.

8 CFR 1003.38(b)-(c); Matter of Morales-Morales, 28 I&N Dec. 714 (BIA 2023).
"""

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, clock, days, stay


def on(day: str) -> Brief:
    return brief("late", day)


def test_the_last_day_was_the_thirtieth_after_the_oral_decision() -> None:
    due = clock(on("2024-04-10"), "Appeal to the Board", "order-2024")
    assert (due.state, days(due)) == ("passed", ("2024-04-03", "2024-04-03"))


def test_a_late_appeal_is_not_shown_to_hold_and_is_not_said_to_hold_nothing() -> None:
    late = on("2024-04-10")
    assert late.headline.form == "NO STAY SHOWN"
    assert stay(late, "Appeal at the Board").value == "unknown"
    assert any(d.startswith("Filed, and not shown to hold removal: Appeal") for d in late.headline.detail)


def test_whether_the_board_took_it_late_is_what_to_find_out_first() -> None:
    first = on("2024-04-10").open_facts[0]
    assert (first.group, first.subject, first.fact) == ("the stay", "appeal", "accepted_late")


def test_whether_the_order_is_final_turns_on_that_and_so_does_the_petition_which_is_filed_now() -> None:
    late = on("2024-04-10")
    assert next(g for g in late.gates if g.provision == "final.order").value == "unknown"
    petition = avenue(late, "petition")
    assert (petition.available, str(petition.file_by)) == ("unknown", "2024-04-10")


def test_the_board_may_be_asked_for_a_stay_while_the_appeal_is_there() -> None:
    asked = avenue(on("2024-04-10"), "board-stay")
    assert (asked.available, asked.filed[:13]) == ("yes", "HOLDS NOTHING")


def test_the_ninety_days_of_a_motion_to_reopen_are_counted_from_the_decision_over_a_sunday() -> None:
    reopen = avenue(on("2024-06-03"), "reopen-judge")
    assert (reopen.available, str(reopen.file_by)) == ("unknown", "2024-06-03")
