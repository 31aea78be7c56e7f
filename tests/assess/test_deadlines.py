"""One clock asked without a case."""

from datetime import date

import pytest

from abeyance.assess.brief import Span
from abeyance.assess.deadlines import CLOCKS, Clock, Counted, clock_named, count, mistakes
from abeyance.law.bundle import bundle

ON = date(2026, 11, 25)


def named(name: str) -> Clock:
    found = clock_named(name)
    assert found
    return found


def counted(name: str, known: str = "", **options: str) -> Counted:
    given = {option.replace("_", "-"): text for option, text in options.items()}
    assert mistakes(named(name), given) == []
    return count(named(name), given, ON, date.fromisoformat(known) if known else None)


def due(name: str, known: str = "", **options: str) -> str:
    """The last day, or the days it may be."""
    day = counted(name, known, **options).day
    assert day
    first, last = (end.isoformat() if end else "" for end in (day.first, day.last))
    return first if first == last else f"{first}..{last}"


@pytest.mark.parametrize(
    ("name", "options", "day"),
    [
        ("appeal", {"decided": "2025-06-05"}, "2025-07-07"),
        ("appeal", {"decided": "2021-05-19"}, "2021-06-21"),
        ("appeal", {"decided": "2024-12-02"}, "2025-01-02"),
        ("appeal", {"decided": "2026-03-10"}, "2026-04-09"),
        ("appeal", {"decided": "2026-10-12"}, "2026-11-12"),
        ("appeal", {"decided": "2020-12-21"}, "2021-01-20"),
        ("petition-for-review", {"decided": "2025-09-11", "mailed": "2025-09-11"}, "2025-10-14"),
        ("voluntary-departure", {"until": "2021-12-11"}, "2021-12-13"),
        ("motion-to-reopen", {"decided": "2017-01-17"}, "2017-04-17"),
        ("opposition-at-board", {"served": "2017-04-17"}, "2017-05-01"),
    ],
)
def test_the_worked_days_of_the_notes_on_the_law_come_out(name: str, options: dict[str, str], day: str) -> None:
    assert due(name, **options) == day


@pytest.mark.parametrize(
    ("name", "options", "day"),
    [
        ("motion-to-rescind", {"decided": "2024-06-03"}, "2024-12-02"),  # the 180th day is a Saturday
        ("vawa-motion", {"decided": "2024-02-29"}, "2025-02-28"),  # a leap day
        ("bond-dhs-notice", {"decided": "2024-07-03"}, "2024-07-05"),  # over Independence Day
        ("bond-dhs-appeal", {"decided": "2024-11-22"}, "2024-12-09"),  # over Thanksgiving
        ("bond-appeal", {"decided": "2024-05-01"}, "2024-05-31"),
        ("bond-appeal", {"decided": "2024-05-01", "mailed": "2024-05-03", "oral": "no"}, "2024-06-03"),  # a Sunday
        ("motion-to-reconsider", {"decided": "2024-05-01", "mailed": "2024-05-02"}, "2024-06-03"),  # a Saturday
        ("opposition-at-court", {"received": "2024-05-01"}, "2024-05-13"),  # a Saturday
        ("officer-appeal", {"served": "2024-05-01", "by_mail": "no"}, "2024-05-31"),
        ("officer-appeal", {"served": "2024-05-01", "by_mail": "yes"}, "2024-05-31..2024-06-03"),
        (
            "appeal",
            {"decided": "2024-05-01", "mailed": "2024-05-10", "oral": "no"},
            "2024-06-10",
        ),  # written: from the mailing; a Sunday
        (
            "motion-to-reopen",
            {"decided": "2017-01-17", "by": "judge", "in_absentia": "no", "appeal_waived": "no"},
            "2017-05-17",
        ),  # final when the time to appeal is over
        ("motion-to-reopen", {"decided": "1996-06-30"}, "1996-09-30"),
        ("revocation-review", {"revoked": "2024-11-30"}, "2025-02-28"),  # a month's end
        ("appeal", {"decided": "2024-12-10"}, "2025-01-09..2025-01-10"),  # the departments were closed by order
    ],
)
def test_a_clock_is_counted_as_a_calendar_on_the_wall_would(name: str, options: dict[str, str], day: str) -> None:
    assert due(name, **options) == day


def test_of_days_known_in_part_the_earliest_end_is_the_day_to_file_by() -> None:
    found = counted("appeal", decided="2026-03-01..2026-03-15")
    assert found.day == Span(date(2026, 3, 31), date(2026, 4, 14))
    assert found.file_by == date(2026, 3, 31)


def test_the_law_of_a_day_is_asked_with_known() -> None:
    assert due("appeal", known="2026-03-07", decided="2026-03-10", asylum="no") == "2026-03-20"
    assert due("appeal", known="2026-03-07", decided="2026-03-10", asylum="yes") == "2026-04-09"
    assert due("appeal", known="2026-03-08", decided="2026-03-10", asylum="no") == "2026-04-09"
    between = counted("appeal", known="2026-03-07", decided="2026-03-10")
    assert between.could_narrow == ("asylum",)


def test_what_moved_the_count_is_named_day_by_day() -> None:
    assert counted("appeal", decided="2025-06-04").moved_over == (
        (date(2025, 7, 4), "Independence Day"),
        (date(2025, 7, 5), "Saturday"),
        (date(2025, 7, 6), "Sunday"),
    )
    assert counted("appeal", decided="2025-06-02").moved_over == ()


def test_two_business_days_are_left_for_a_courier() -> None:
    found = counted("appeal", decided="2025-06-04")
    assert (found.file_by, found.send_by) == (date(2025, 7, 7), date(2025, 7, 2))


def test_the_version_told_is_that_of_the_clock_itself() -> None:
    [law] = counted("motion-to-reopen", decided="2017-01-17", by="judge").versions
    assert "1003.2(c)(2)" in law
    assert counted("petition-for-review", decided="2025-09-11", mailed="2025-09-11").versions == ()


def test_everything_wrong_is_told_at_once() -> None:
    assert mistakes(named("appeal"), {"mailed": "2026-02-30", "served": "2026-01-01", "asylum": "perhaps"}) == [
        "--decided: appeal cannot be counted without it",
        "--served: appeal does not ask for it; it takes --decided, --mailed, --oral, --asylum",
        "--asylum perhaps: 'perhaps' is not one of: no, yes, barred; say whether asylum was decided, or denied on a bar to filing",
        "--mailed 2026-02-30: '2026-02-30' is no day: February 2026 has 28 days; check the day",
    ]


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.name)
def test_every_clock_gives_a_day_from_what_it_needs_alone(clock: Clock) -> None:
    in_hours = clock.rule.expression.kind == "moment"
    found = count(
        clock, dict.fromkeys(clock.needs, "2024-05-01 09:00 America/Chicago" if in_hours else "2024-05-01"), ON
    )
    assert found.counted and found.provision == clock.rule.id
    if in_hours:
        assert found.moment and not found.day
    else:
        assert found.day and found.day.first
        assert (found.file_by == found.day.first) is clock.is_filed


def test_a_period_that_nobody_could_confirm_gives_no_date() -> None:
    before_the_rule = counted("bond-dhs-notice", decided="2000-01-01")
    assert before_the_rule.day is None and "could not be confirmed" in before_the_rule.counted[0]


def test_what_dhs_must_do_and_by_when_to_leave_are_no_days_to_file_by() -> None:
    assert counted("opposition-at-board", served="2017-04-17").file_by is None
    assert counted("voluntary-departure", until="2021-12-11").send_by is None


def test_the_hold_on_release_ends_ninety_days_after_the_appeal_if_no_more_time_to_brief_was_given() -> None:
    ends = counted("bond-dhs-lapse", received="2026-06-04")
    assert ends.day == Span(date(2026, 9, 2), date(2026, 9, 2))
    assert any("more time to brief" in fact for fact in ends.taken)


def test_every_provision_that_answers_a_last_day_has_a_clock_or_is_part_of_one() -> None:
    parts = {
        "final.decision-day",
        "final.sent-day",
        "detain.removal-period.begins",
        "detain.post-90.yearly",
        "canc.stop-time.notice",
        "def.child.ages-out",
        "canc42a.begins",
        "asylum.permit.ask",
        "asylum.permit.given",
        "factor.here-since",
        "wo.appeal",
    }
    days = {p.id for p in bundle().provisions.values() if p.expression.kind in ("day", "moment")}
    assert days - {clock.rule.id for clock in CLOCKS} == parts


def test_what_is_taken_as_given_is_told_and_what_an_option_says_is_not() -> None:
    taken = counted("motion-to-reopen", decided="2017-01-17").taken
    assert "who decided: Board" in taken and "the decision was stated orally in court: yes" in taken
    by_judge = counted("motion-to-reopen", decided="2017-01-17", by="judge").taken
    assert not [said for said in by_judge if said.startswith("who decided")]
    assert counted("opposition-at-board", served="2017-04-17").taken == ()


def test_a_clock_in_hours_answers_with_a_moment_in_the_zone_told_and_no_day() -> None:
    found = counted("credible-fear-hours", decided="2026-03-07 14:10 America/Denver")
    assert found.moment == ("2026-03-08T15:10-06:00", "2026-03-08T15:10-06:00")  # clocks went forward that night
    assert (found.day, found.file_by, found.send_by) == (None, None, None)
    any_hour = counted("credible-fear-hours", decided="2026-03-03 America/Denver")
    assert any_hour.moment == ("2026-03-04T00:00-07:00", "2026-03-04T23:59-07:00")
    [wrong] = mistakes(named("credible-fear-hours"), {"decided": "2026-03-03"})
    assert "is no moment" in wrong


def test_the_clocks_of_fear_screening_count_from_what_starts_each() -> None:
    assert due("credible-fear-review", decided="2026-03-03") == "2026-03-10"
    assert due("reasonable-fear-finding", referred="2026-03-04") == "2026-03-16"
    assert due("reasonable-fear-review", referred="2026-03-18") == "2026-03-30"
    assert due("withholding-appeal", decided="2025-11-07") == "2025-12-08"


def test_nothing_is_counted_from_a_day_that_does_not_come() -> None:
    [wrong] = mistakes(named("appeal"), {"decided": "never"})
    assert wrong.startswith("--decided never: nothing is counted from a day that does not come")
    assert mistakes(named("voluntary-departure"), {"until": "not yet"}) != []
    assert mistakes(named("appeal"), {"decided": "1900-01-01"}) != []  # stands for the day before all days


def test_what_is_mailed_after_an_oral_decision_does_not_move_its_last_day() -> None:
    assert due("appeal", decided="2024-05-01", mailed="2024-05-10", oral="yes") == "2024-05-31"
    either = counted("appeal", decided="2024-05-01", mailed="2024-05-10")
    assert either.day == Span(date(2024, 5, 31), date(2024, 6, 10))
    assert (either.file_by, either.could_narrow) == (date(2024, 5, 31), ("oral",))
    assert not [said for said in either.taken if "orally" in said]


def test_a_mailing_before_the_decision_is_a_mistake() -> None:
    [wrong] = mistakes(named("appeal"), {"decided": "2026-03-20", "mailed": "2026-03-10"})
    assert wrong == "--mailed 2026-03-10: it is earlier than --decided 2026-03-20; check both days"
    assert mistakes(named("appeal"), {"decided": "2026-03", "mailed": "2026-03-10"}) == []


def test_a_judges_order_counts_from_its_day_where_it_may_have_been_final_at_once() -> None:
    found = counted("motion-to-reopen", decided="2026-01-05", by="judge")
    assert found.day == Span(date(2026, 4, 6), date(2026, 5, 5))  # the ninetieth day is a Sunday
    assert found.could_narrow == ("in-absentia", "appeal-waived")
    assert due("motion-to-reopen", decided="2026-01-05", by="judge", in_absentia="yes") == "2026-04-06"
    assert (
        due("motion-to-reopen", decided="2026-01-05", by="judge", in_absentia="no", appeal_waived="yes") == "2026-04-06"
    )


@pytest.mark.parametrize(
    ("decided", "first", "file_by", "send_by"),
    [
        ("2020-12-21", "2021-01-20", "2021-01-19", "2021-01-14"),  # Inauguration Day, after King's birthday
        ("2024-11-24", "2024-12-24", "2024-12-23", "2024-12-19"),  # closed by order of the President
        ("2025-11-26", "2025-12-26", "2025-12-23", "2025-12-19"),  # closed by order on both sides of Christmas
        ("2024-12-10", "2025-01-09", "2025-01-08", "2025-01-06"),
    ],
)
def test_a_last_day_that_may_not_be_open_is_filed_before(decided: str, first: str, file_by: str, send_by: str) -> None:
    found = counted("appeal", decided=decided)
    assert found.day and found.day.first == date.fromisoformat(first)
    assert (found.file_by, found.send_by) == (date.fromisoformat(file_by), date.fromisoformat(send_by))
    assert found.warnings[-1][0] == found.day.first


def test_an_order_of_dhs_is_not_taken_for_one_of_the_board() -> None:
    reinstated = {"decided": "2026-01-05", "kind": "reinstatement"}
    assert mistakes(named("petition-for-review"), reinstated) == [
        "--kind reinstatement: such an order is made by DHS; write --by DHS"
    ]
    assert due("petition-for-review", **reinstated, by="DHS") == "2026-02-04"
    for name in ("motion-to-reopen", "motion-to-reconsider", "vawa-motion"):
        [wrong] = mistakes(named(name), reinstated | {"by": "DHS"})
        assert "does not run from such an order" in wrong
    [wrong] = mistakes(
        named("petition-for-review"), {"decided": "2026-01-05", "kind": "expedited removal", "by": "DHS"}
    )
    assert "does not run from such an order" in wrong


def test_dhs_makes_no_order_that_a_judge_makes() -> None:
    [wrong] = mistakes(named("petition-for-review"), {"decided": "2026-10-26", "by": "dhs"})
    assert wrong == '--by dhs: DHS makes no order of removal; write --kind "administrative removal" or reinstatement'
    [wrong] = mistakes(named("motion-to-reopen"), {"decided": "2026-10-26", "by": "DHS"})
    assert wrong == "--by DHS: DHS makes no order of removal; motion-to-reopen does not run from an order of DHS"


def test_before_there_were_orders_of_removal_none_is_taken_for_one() -> None:
    [wrong] = mistakes(named("petition-for-review"), {"decided": "1997-03-31", "kind": "removal"})
    assert wrong == (
        "--decided 1997-03-31: no order of removal was made before 1997-04-01; check the day, or write --kind deportation or exclusion"
    )
    [wrong] = mistakes(named("voluntary-departure-bond"), {"decided": "1996-11-20"})
    assert wrong == "--decided 1996-11-20: no order of removal was made before 1997-04-01; check the day"
    assert mistakes(named("voluntary-departure-bond"), {"decided": "1997-04-01"}) == []
    taken = counted("motion-to-reopen", decided="1997-03-31").taken
    assert not [said for said in taken if said.startswith("the kind")]
    assert "the kind of order: removal" in counted("motion-to-reopen", decided="1997-04-01").taken


def test_an_appeal_is_not_received_before_the_order_it_attacks() -> None:
    [wrong] = mistakes(named("voluntary-departure-bond-proof"), {"received": "2026-11-15", "decided": "2026-11-20"})
    assert wrong == "--received 2026-11-15: it is earlier than --decided 2026-11-20; check both days"


def test_only_the_closed_days_that_moved_this_answer_are_named() -> None:
    assert counted("motion-to-reopen", decided="2026-10-01").moved_over == ()  # its end of appeal would be a Saturday
    assert counted("officer-appeal", served="2026-10-26", by_mail="no").moved_over == ()
    by_mail = counted("officer-appeal", served="2026-10-26", by_mail="yes").moved_over
    assert [day.isoformat() for day, _ in by_mail] == ["2026-11-28", "2026-11-29"]


def test_the_fourteen_days_of_administrative_removal_have_two_ends() -> None:
    assert due("administrative-removal-wait", decided="2026-06-01") == "2026-06-14..2026-06-15"


@pytest.mark.parametrize(
    ("name", "options", "day"),
    [
        ("appeal", {"decided": "1996-06-30"}, "1996-07-10"),  # ten days before the rule of 1996
        ("appeal", {"decided": "1996-07-01"}, "1996-07-31"),
        ("appeal", {"decided": "2026-03-08"}, "2026-04-07"),
        ("appeal", {"decided": "2026-03-09"}, "2026-04-08"),
        (
            "appeal",
            {"decided": "2020-01-30"},
            "2020-03-02",
        ),  # over a leap day; the thirtieth is 29 February, a Saturday
        ("appeal", {"decided": "2026-06-03"}, "2026-07-06"),  # Independence Day is a Saturday, observed on Friday
        ("appeal", {"decided": "2021-12-01"}, "2022-01-03"),  # New Year's Day of 2022 is observed on 31 December
        ("appeal", {"decided": "2022-11-26"}, "2022-12-27"),  # Christmas is a Sunday, observed on Monday
        ("motion-to-reopen", {"decided": "1996-07-01"}, "1996-09-30"),  # ninety days after is 29 September, a Sunday
        ("motion-to-reconsider", {"decided": "1996-06-30", "mailed": "1996-06-30"}, "1996-07-31"),
        ("vawa-motion", {"decided": "2023-02-28"}, "2024-02-28"),
        ("motion-to-rescind", {"decided": "2023-09-02"}, "2024-02-29"),  # the 180th day is a leap day
        ("opposition-at-court", {"received": "2024-12-13"}, "2024-12-23"),
        ("six-months", {"decided": "2023-08-31"}, "2024-02-29"),
        ("rehearing", {"decided": "2024-01-18"}, "2024-03-04"),  # over a leap day, to a Sunday
        ("certiorari", {"decided": "2025-04-16"}, "2025-07-15"),
        ("certiorari", {"decided": "2024-12-01"}, "2025-03-03"),  # the ninetieth day is a Saturday
    ],
)
def test_days_that_surprise(name: str, options: dict[str, str], day: str) -> None:
    assert due(name, **options) == day
