"""The special-rule motion of a battered spouse: it holds from its filing, if it shows what the statute asks.

INA 240(c)(7)(C)(iv); Pub. L. 109-162 s. 825; 8 U.S.C. 1641(c)(1)(B).
"""

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, stay


def on(day: str) -> Brief:
    return brief("vawa", day)


MOTION = "VAWA special-rule motion"


def test_before_the_motion_nothing_holds_and_the_headline_says_what_would() -> None:
    before = on("2025-09-20")
    assert before.headline.form == "NOT HELD"
    assert any(d.startswith("May be filed today: Special-rule motion") for d in before.headline.detail)
    special = avenue(before, "vawa")
    assert (special.available, str(special.file_by)) == ("yes", "2026-02-10")


def test_the_motion_that_shows_qualified_status_holds_from_its_filing() -> None:
    assert on("2025-10-02").headline.sentence.startswith("HELD until the final disposition of the motion")
    assert stay(on("2025-09-30"), MOTION).value == "no"


def test_it_is_late_as_an_ordinary_motion_and_within_an_exception() -> None:
    of_motion = {g.provision: g.value for g in on("2025-10-02").gates if g.subject == "special"}
    assert (of_motion["mtr.time"], of_motion["mtr.open"]) == ("no", "yes")


def test_after_the_denial_whether_it_holds_for_the_court_is_not_settled() -> None:
    after = on("2026-01-20")
    assert after.headline.form == "NO STAY SHOWN"
    assert stay(after, MOTION).value == "unknown"


def test_a_second_special_motion_is_not_said_to_hold() -> None:
    assert (avenue(on("2025-10-02"), "vawa").title, avenue(on("2026-01-20"), "vawa").available) == (
        "Special-rule motion (filed)",
        "unknown",
    )
    assert not any(d.startswith("May be filed today") for d in on("2026-01-20").headline.detail)


def test_the_denial_is_a_final_order_of_its_own_due_in_court_after_a_weekend_and_a_holiday() -> None:
    petition = avenue(on("2026-01-20"), "petition")
    assert (petition.subject, petition.available, str(petition.file_by)) == ("denial", "yes", "2026-02-17")
