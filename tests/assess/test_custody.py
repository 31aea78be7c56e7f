"""Custody in a brief: how long ICE may hold, when it must look again, and removal to a third country."""

from datetime import date

from abeyance.assess.brief import Brief, Span
from abeyance.casefile.vocabulary import Custody, Filing, Order, Protection, Supervision
from tests.assess.asking import brief, clock
from tests.casefile.building import Builder, source

TITLES = (
    "The removal period ends",
    "Custody review by the field office",
    "Custody review by headquarters",
    "Six months of custody after the order end",
)


def held(on: str, *, until: str = "not yet", waived: str = "yes") -> Builder:
    said = Builder()
    record = source("record", "certified record", dated=on)
    facts = {"oral": "yes", "in_absentia": "no", "appeal_waived": waived, "appeal_reserved_by_dhs": "no"}
    more = {"outcome": "ordered removed", "reopened": "not yet", "obstructed": "no", "asylum_decided": "no"}
    said.says(record, "order-1", Order, kind="removal", by="immigration judge", decided="2024-06-03")
    for fact, text in (facts | more).items():
        said.claim(record, "order-1", fact, text)
    said.says(record, "ice", Custody, by="ICE", since="2024-06-03", until=until)
    for name in ("filings", "custody", "departures"):
        said.complete(record, name, None, on)
    return said


def days(made: Brief) -> dict[str, Span | None]:
    return {c.title: c.day for c in made.clocks if c.title in TITLES}


def test_one_held_on_a_final_order_is_told_when_custody_is_to_be_reviewed_and_how_long_it_may_last() -> None:
    found = days(brief(held("2024-10-01"), "2024-10-01"))
    expected = (date(2024, 9, 1), date(2024, 9, 1), date(2024, 12, 1), date(2024, 12, 3))
    assert found == {title: Span(day, day) for title, day in zip(TITLES, expected, strict=True)}


def test_what_is_past_has_passed_and_what_is_to_come_is_ahead() -> None:
    made = brief(held("2024-10-01"), "2024-10-01")
    assert [clock(made, title).state for title in TITLES] == ["passed", "passed", "ahead", "ahead"]
    assert clock(made, TITLES[0]).kind == clock(made, TITLES[3]).kind == "expiry"
    assert clock(made, TITLES[1]).confidence == "probably"


def test_one_at_liberty_has_no_clock_of_custody() -> None:
    assert days(brief(held("2024-10-01", until="2024-10-01"), "2024-10-01")) == {}


def test_habeas_for_release_is_spoken_of_only_where_ice_may_hold_the_respondent() -> None:
    told = {
        until: "habeas-release" in [a.id for a in brief(held("2024-10-01", until=until), "2024-10-01").avenues]
        for until in ("not yet", "", "2024-10-01")
    }
    assert told == {"not yet": True, "": True, "2024-10-01": False}


def test_a_day_that_is_open_in_several_ways_is_told_by_its_period_and_not_by_its_steps() -> None:
    said = held("2024-10-01", waived="")
    assert clock(brief(said, "2024-10-01"), TITLES[2]).detail.startswith(
        "Three months after the end of the removal period"
    )


def test_one_of_whose_release_nothing_is_known_may_be_held_still() -> None:
    assert len(days(brief(held("2024-10-01", until=""), "2024-10-01"))) == len(TITLES)


def test_one_whose_order_is_not_final_has_none() -> None:
    assert days(brief(held("2024-06-20", waived="no"), "2024-06-20")) == {}


def test_a_dismissal_by_the_board_and_the_order_it_upheld_are_told_once() -> None:
    said = held("2024-10-01", waived="no")
    record = source("board", "order or decision", dated="2024-10-01")
    said.says(record, "order-2", Order, kind="removal", by="Board", decided="2024-07-08", outcome="ordered removed")
    said.says(record, "order-2", Order, obstructed="no", in_absentia="no", reopened="not yet")
    facts = {"of": "order-1", "ruling": "order-2", "by": "respondent", "received": "2024-06-20", "fee_paid": "yes"}
    decision = {"rejected": "no", "decided": "2024-07-08", "outcome": "dismissed"}
    said.says(record, "appeal-1", Filing, kind="appeal", forum="Board")
    for fact, text in (facts | decision).items():
        said.claim(record, "appeal-1", fact, text)
    made = brief(said, "2024-10-01")
    assert [c.title for c in made.clocks if c.title == TITLES[0]] == [TITLES[0]]
    assert clock(made, TITLES[0]).day == Span(date(2024, 10, 6), date(2024, 10, 6))


def test_whoever_is_taken_back_is_told_when_custody_is_to_be_reviewed_again() -> None:
    said = held("2024-10-01")
    record = source("notice", "agency form", dated="2024-09-20")
    said.says(record, "osup", Supervision, kind="order of supervision", since="2020-01-06", revoked="2024-09-16")
    review = clock(brief(said, "2024-10-01"), "Custody review after release was taken back")
    assert (review.day, review.state) == (Span(date(2024, 12, 16), date(2024, 12, 16)), "ahead")
    assert not [c for c in brief(said, "2024-09-15").clocks if c.title.startswith("Custody review after")]


def test_removal_to_a_country_nobody_named_is_warned_of_while_its_law_is_not_settled() -> None:
    now = brief(held("2026-05-04"), "2026-05-04").consequences[2]
    assert "detain.third-country" in [c.provision for c in now.points]
    before = brief(held("2024-10-01"), "2024-10-01").consequences[2]
    assert "detain.third-country" not in [c.provision for c in before.points]


def test_a_grant_of_withholding_is_said_to_bar_removal_to_its_country_and_to_no_other() -> None:
    said = held("2024-10-01")
    said.says(
        source("grant", "order or decision", dated="2019-03-04"),
        "grant",
        Protection,
        kind="withholding grant",
        since="2019-03-04",
    )
    told = {point.provision: point.sentence for point in brief(said, "2024-10-01").consequences[2].points}
    assert "removed.withholding" not in told  # until when it holds is not in file
    said.claim(source("record", "certified record", dated="2024-10-01"), "grant", "until", "not yet")
    told = {point.provision: point.sentence for point in brief(said, "2024-10-01").consequences[2].points}
    assert "to another country it is not" in told["removed.withholding"]
