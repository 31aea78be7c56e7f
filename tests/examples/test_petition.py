"""A petition for review in the Ninth Circuit: what it holds, and what its motion for a stay holds.

8 U.S.C. 1252(b)(1), (b)(3)(B); Nken v. Holder; 9th Cir. General Order 6.4(c), as doubted in November 2025.
"""

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, stay


def on(day: str) -> Brief:
    return brief("petition", day)


def test_after_the_dismissal_nothing_holds_although_the_time_for_a_petition_runs() -> None:
    assert on("2026-10-28").headline.form == "NOT HELD"


def test_the_petition_comes_first_and_is_due_thirty_days_after_the_board_s_decision() -> None:
    petition = avenue(on("2026-10-28"), "petition")
    assert (petition.rank, petition.available, str(petition.file_by)) == (1, "yes", "2026-11-13")
    assert petition.filed == "HOLDS NOTHING. A stay the court grants does."


def test_the_motion_to_reopen_is_due_ninety_days_after_it() -> None:
    assert str(avenue(on("2026-10-28"), "reopen-board").file_by) == "2027-01-12"


def test_in_the_ninety_days_from_the_order_he_is_to_be_held_and_whether_a_stay_moves_their_start_is_not_known() -> None:
    held = {d: next(g for g in on(d).gates if g.provision == "detain.mandatory") for d in ("2026-10-28", "2026-11-03")}
    assert (held["2026-10-28"].value, held["2026-11-03"].value) == ("yes", "unknown")


def test_once_filed_it_is_not_asked_for_again_though_it_attacks_the_board_s_order_and_not_the_judge_s() -> None:
    petition = avenue(on("2026-11-03"), "petition")
    assert (petition.title, petition.pending, petition.file_by) == ("Petition for review (filed)", True, None)


def test_the_motion_for_a_stay_is_not_shown_to_hold_since_a_panel_has_doubted_the_court_s_order() -> None:
    filed = on("2026-11-03")
    assert filed.headline.form == "NO STAY SHOWN"
    assert stay(filed, "Court of appeals, while a stay is asked").value == "unknown"
    assert stay(filed, "Petition for review, at the court of appeals").status.endswith("holds nothing")


def test_the_denial_of_the_stay_leaves_the_petition_pending_and_nothing_held() -> None:
    denied = on("2026-11-19")
    assert denied.headline.form == "NOT HELD"
    assert stay(denied, "Court of appeals, while a stay is asked").value == "no"
    assert any("Petition for review" in d and "confirm today" in d for d in denied.headline.detail)


def test_an_entry_of_twelve_years_ago_is_out_of_an_officer_s_reach() -> None:
    assert not [g for g in on("2026-10-28").gates if g.provision == "er.scope"]
