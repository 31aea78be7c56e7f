"""Sixty days to leave whose last day is a Saturday before Columbus Day, and a motion to reopen on the last good day.

INA 240B(b)(2); 8 CFR 1240.26(b)(3)(iii), (e)(1); Monsalvo Velazquez v. Bondi (2025).
"""

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, clock, days


def on(day: str) -> Brief:
    return brief("voluntary", day)


def test_while_the_time_to_leave_runs_the_order_cannot_be_carried_out() -> None:
    assert on("2025-10-10").headline.form == "ORDER NOT EXECUTABLE"


def test_the_last_day_moves_from_saturday_over_columbus_day_to_tuesday() -> None:
    ends = clock(on("2025-10-10"), "Voluntary departure ends: the removal order (order-2025)", "order-2025")
    assert days(ends) == ("2025-10-14", "2025-10-14")
    assert "2025-10-13 (Columbus Day)" in ends.detail


def test_a_motion_to_reopen_is_open_and_would_end_the_time_to_leave() -> None:
    reopen = avenue(on("2025-10-10"), "reopen-judge")
    assert (reopen.available, str(reopen.file_by)) == ("yes", "2025-11-10")
    assert "Filing it ends the time to leave voluntarily that is running" in reopen.filed


def test_the_motion_of_tuesday_was_within_it_so_the_order_is_in_force_and_nothing_holds() -> None:
    after = on("2025-10-15")
    assert after.headline.form == "NOT HELD"
    assert next(g for g in after.gates if g.provision == "final.order").value == "yes"
    assert next(g for g in after.gates if g.provision == "mtr.time").value == "yes"


def test_no_appeal_lies_since_both_sides_gave_it_up() -> None:
    assert avenue(on("2025-10-10"), "appeal").available == "no"


def test_he_overstayed_nothing_so_no_penalty_is_told() -> None:
    [stays] = [c for c in on("2025-10-15").consequences if c.title == "If the respondent stays"]
    assert not [p for p in stays.points if p.provision == "vd.penalties"]


def test_nobody_is_asked_for_a_passport_while_ice_cannot_be_asked_for_a_stay() -> None:
    assert not [fact for fact in on("2025-10-10").open_facts if fact.fact == "passport_until"]
