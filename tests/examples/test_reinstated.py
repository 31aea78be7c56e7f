"""An order reinstated, and a fear of return screened: what that holds, and to which country alone.

INA 241(a)(5), 241(b)(3); 8 CFR 208.31, 1208.31, 241.8; Riley v. Bondi (2025).
"""

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, clock, days, stay


def on(day: str) -> Brief:
    return brief("reinstated", day)


SCREENING = "Fear screening of a DHS order"


def test_after_a_negative_finding_that_nobody_asked_a_judge_to_review_nothing_holds() -> None:
    found = on("2026-03-13")
    assert found.headline.form == "NOT HELD"
    review = avenue(found, "fear-review")
    assert (review.rank, review.available) == (1, "yes")
    assert any(d.startswith("May be filed today: Review by a judge") for d in found.headline.detail)


def test_the_day_before_the_finding_it_was_screened_and_held_to_the_feared_country_alone() -> None:
    assert stay(on("2026-03-11"), SCREENING).value == "unknown"


def test_once_a_judge_has_found_fear_it_holds_again_to_that_country_alone_and_so_is_not_shown_to_hold() -> None:
    after = on("2026-03-25")
    assert after.headline.form == "NO STAY SHOWN"
    assert stay(after, SCREENING).value == "unknown"
    assert stay(after, SCREENING).status.startswith("could hold: it holds removal to the feared country alone")


def test_the_petition_counts_from_the_reinstatement_and_not_from_what_comes_of_withholding() -> None:
    petition = avenue(on("2026-03-25"), "petition")
    assert (petition.subject, petition.available, str(petition.file_by)) == ("again", "yes", "2026-04-01")


def test_the_old_order_was_carried_out_and_is_not_to_be_reopened() -> None:
    joint = avenue(on("2026-03-13"), "joint-motion")
    assert joint.filed.endswith("not subject to being reopened or reviewed (INA 241(a)(5)).")


def test_the_removal_period_runs_from_the_reinstatement() -> None:
    assert days(clock(on("2026-03-13"), "The removal period ends", "again"))[0] == "2026-05-31"
    assert not [c for c in on("2026-03-13").clocks if c.subject == "order-2013" and c.kind == "expiry"]
