"""A private bill under the directive of May 2017: the chair's own request, six months, and no more.

ICE Directive 5004.1 (2017-05-05); 8 CFR 241.6(a).
"""

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, clock, days, stay


def on(day: str) -> Brief:
    return brief("bill", day)


BILL = "ICE forbearance on a private bill"


def test_the_stay_that_ice_gave_on_the_chair_s_request_holds_to_its_last_day() -> None:
    assert on("2018-07-15").headline.sentence.startswith(f"HELD until Wednesday 2018-08-01, by {BILL}")
    assert stay(on("2018-08-01"), BILL).value == "yes"
    assert stay(on("2018-08-02"), BILL).value == "no"


def test_before_ice_answered_the_chair_s_request_held_nothing() -> None:
    assert stay(on("2018-01-20"), BILL).value == "no"


def test_the_pending_application_and_the_letter_of_two_members_hold_nothing() -> None:
    asked = on("2018-11-05")
    assert asked.headline.form == "NOT HELD"
    assert any("Stay request, at ICE (pending since Monday 2018-10-22)" in d for d in asked.headline.detail)
    assert avenue(asked, "ice-stay").pending


def test_the_day_to_leave_is_an_instruction_and_the_congress_ends_after_it() -> None:
    asked = on("2018-12-20")
    told = clock(asked, "Told to depart", "report-1")
    assert (told.kind, days(told)[0]) == ("instruction", "2018-12-28")
    ends = clock(asked, "The Congress ends, and the private bill with it: the House (bill-1)", "bill-1")
    assert days(ends) == ("2019-01-03", "2019-01-03")


def test_a_bill_needs_the_chair_s_separate_request_under_this_directive() -> None:
    assert any("chair's separate written request" in need for need in avenue(on("2018-11-05"), "private-bill").needs)
