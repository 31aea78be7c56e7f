"""A bond that DHS appeals before there is any order: what holds release up, which is not a stay of removal.

8 CFR 1003.19(i)(2), 1003.6(c); INA 236(a); Matter of Yajure Hurtado does not reach one who was admitted.
"""

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, clock, days


def on(day: str) -> Brief:
    return brief("bond", day)


def test_without_an_order_there_is_nothing_to_carry_out() -> None:
    assert on("2026-05-21").headline.form == "ORDER NOT EXECUTABLE"


def test_a_judge_could_hear_the_request_of_one_who_was_admitted() -> None:
    assert next(g for g in on("2026-05-21").gates if g.provision == "bond.hearing").value == "yes"


def test_dhs_has_one_business_day_for_its_notice_and_ten_for_its_appeal_over_memorial_day() -> None:
    ordered = on("2026-05-21")
    assert days(clock(ordered, "DHS notice of intent to appeal, which holds release up", "bond-1"))[1] == "2026-05-22"
    ends = clock(ordered, "DHS appeal of the bond order, or its hold on release ends", "bond-1")
    assert days(ends) == ("2026-06-05", "2026-06-05")


def test_before_the_notice_release_is_not_held_up_and_after_the_appeal_courts_divide_on_it() -> None:
    held_up = {
        day: next(g for g in on(day).gates if g.provision == "stay.bia.bond-appeal")
        for day in ("2026-05-21", "2026-06-05")
    }
    assert held_up["2026-05-21"].value == "no"
    assert (held_up["2026-06-05"].value, held_up["2026-06-05"].causes) == ("unknown", ("the law is unsettled",))


def test_once_dhs_has_appealed_only_the_end_of_its_hold_is_told_which_more_time_to_brief_puts_off() -> None:
    ends = [c for c in on("2026-06-05").clocks if c.title.startswith("DHS")]
    assert [(c.title, days(c)) for c in ends] == [
        ("DHS's hold on release lapses, if the Board has not decided", ("2026-09-02", ""))
    ]


def test_without_an_order_nothing_is_said_of_not_reporting_for_removal() -> None:
    stays, _, _ = on("2026-06-05").consequences
    assert stays.points == ()


def test_release_can_be_asked_of_a_district_court_for_five_dollars_and_holds_no_removal() -> None:
    habeas = avenue(on("2026-06-05"), "habeas-release")
    assert (habeas.available, habeas.fee) == ("yes", "$5")
    assert habeas.filed.startswith("HOLDS NOTHING")


def test_nothing_of_bond_is_a_stay_of_removal() -> None:
    assert not [s for s in on("2026-06-05").stays if "bond" in s.title.lower()]


def test_nobody_is_asked_for_a_passport_while_ice_cannot_be_asked_for_a_stay() -> None:
    assert not [fact for fact in on("2026-06-05").open_facts if fact.fact == "passport_until"]
