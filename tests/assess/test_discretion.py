"""Discretion: the guidance of the day, apart from any stay, and where the respondent stood time by time."""

from tests.examples.briefs import brief


def test_on_the_day_of_the_example_the_wide_list_governs_and_stays_were_refused_under_it() -> None:
    told = brief("derby", "2017-05-01")
    [now] = told.guidance
    assert (str(now.since), str(now.until)) == ("2017-02-20", "2021-01-19")
    assert {tier.provision for tier in now.tiers if tier.value == "yes"} >= {"discretion.priority.2017"}
    assert told.stood[-1].priority == "yes"


def test_before_it_he_was_not_shown_to_be_a_priority_and_a_reader_sees_the_change() -> None:
    stood = {str(line.since): line.priority for line in brief("derby", "2017-05-01").stood}
    assert stood["2015-01-05"] != "yes"
    assert list(stood)[-1] == "2017-02-20"


def test_in_2012_the_factors_of_the_memorandum_of_2011_are_told_with_what_the_file_shows() -> None:
    told = brief("derby", "2012-07-02")
    factors = {factor.says: factor.shown for guidance in told.guidance for factor in guidance.factors}
    assert factors["the respondent came ten years ago or more"] == "yes"
    assert all(line.since <= told.on for line in told.stood)


def test_discretion_changes_nothing_in_the_state_of_stays() -> None:
    assert brief("derby", "2017-05-01").headline.form == "NO STAY SHOWN"
