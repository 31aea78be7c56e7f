"""Taken again at a check-in, sixteen years after an order that nobody could carry out.

INA 241(a)(1)-(3), (6); 8 CFR 241.4(l), 241.13(i); Zadvydas v. Davis.
"""

from abeyance.assess.brief import Brief, Gate
from tests.examples.briefs import avenue, brief, clock, days


def on(day: str) -> Brief:
    return brief("supervised", day)


def gate(of: Brief, provision: str) -> Gate:
    return next(g for g in of.gates if g.provision == provision)


def test_being_held_again_stays_nothing_and_no_instrument_holds() -> None:
    assert on("2025-08-01").headline.form == "NOT HELD"
    assert on("2025-10-20").headline.form == "NOT HELD"


def test_the_order_was_final_on_its_day_since_both_sides_gave_up_the_appeal() -> None:
    assert gate(on("2025-08-01"), "final.order").value == "yes"
    assert days(clock(on("2025-08-01"), "The removal period ends", "order-2009")) == ("2009-06-10", "2009-06-10")


def test_release_taken_back_without_a_reason_is_a_breach_of_the_rule() -> None:
    assert gate(on("2025-08-01"), "detain.redetention").value == "yes"


def test_whoever_was_long_supervised_is_warned_of_a_third_country_from_the_guidance_on() -> None:
    said = {point.provision for point in on("2025-08-01").consequences[2].points}
    assert "detain.third-country.guidance" in said


def test_it_is_to_be_reviewed_about_three_months_later_and_in_october_that_has_passed() -> None:
    review = clock(on("2025-08-01"), "Custody review after release was taken back", "supervision-1")
    assert (review.state, days(review)) == ("ahead", ("2025-10-15", "2025-10-15"))
    later = clock(on("2025-10-20"), "Custody review after release was taken back", "supervision-1")
    assert later.state == "passed"


def test_the_removal_period_is_long_over_so_custody_is_no_duty_and_whether_release_is_due_is_for_a_court() -> None:
    assert gate(on("2025-08-01"), "detain.mandatory").value == "no"
    due = gate(on("2025-08-01"), "detain.release-due")
    assert due.value == "unknown"
    assert "a judgement no rule makes" in due.causes


def test_whether_the_six_months_began_anew_is_not_settled() -> None:
    six = clock(on("2025-08-01"), "Six months of custody after the order end", "order-2009")
    assert days(six) == ("2009-09-12", "2026-01-15")


def test_a_district_court_and_ice_can_be_asked_and_the_motion_s_ninety_days_are_gone() -> None:
    held = on("2025-08-01")
    assert (avenue(held, "habeas").available, avenue(held, "ice-stay").available) == ("yes", "yes")
    assert avenue(held, "reopen-judge").available == "no"
