"""The four forms of the headline, and how a stay is told (SEMANTICS 11, 17, 18, 26)."""

from datetime import date

import pytest

from abeyance.assess.brief import Brief, StayLine
from abeyance.casefile.claims import Source
from abeyance.casefile.record import LISTS
from abeyance.casefile.vocabulary import Departure, Filing, Order, PrivateBill, Protection
from tests.assess.asking import brief
from tests.casefile.building import Builder, source

ORDER = source("order", "order or decision", dated="2016-01-05")
GRANT = source("grant", "order or decision", dated="2017-02-01")
CLIENT = source("client", "interview", dated="2017-03-01", speaker="respondent")
PRESS = source("news", "press", dated="2017-03-01", speaker="journalist")
DOCKET = source("docket", "docket", dated="2017-03-01")


def final_order() -> Builder:
    said = Builder()
    said.says(ORDER, "order-1", Order, kind="removal", by="Board", decided="2016-01-05", outcome="ordered removed")
    said.says(ORDER, "order-1", Order, in_absentia="no", motion_ruling="no")
    said.says(DOCKET, "order-1", Order, reopened="not by 2017-03-01", executed="not by 2017-03-01")
    return said


def with_stay(by: object, **facts: str) -> Builder:
    said = final_order()
    given = {
        "kind": "stay request",
        "forum": "ICE",
        "decided": "2017-02-01",
        "outcome": "granted",
        "until": "2017-08-01",
    }
    said.subject("stay-1", Filing)
    for fact, text in (given | {"revoked": "never"} | facts).items():
        said.claim(by, "stay-1", fact, text)  # type: ignore[arg-type]
    return said


def line(made: Brief, title: str) -> StayLine:
    return next(s for s in made.stays if s.title == title)


def test_a_stay_that_ice_granted_holds_until_its_last_day() -> None:
    made = brief(with_stay(GRANT), "2017-03-01")
    assert made.headline.form == "HELD"
    assert made.headline.sentence == (
        "HELD until Tuesday 2017-08-01, by ICE stay, Form I-246 (stay.ice.i246), on Wednesday 2017-03-01."
    )


def test_it_holds_on_its_last_day_and_no_longer_on_the_day_after() -> None:
    assert brief(with_stay(GRANT), "2017-08-01").headline.form == "HELD"
    assert brief(with_stay(GRANT), "2017-08-02").headline.form == "NO STAY SHOWN"


def test_before_it_was_granted_it_held_nothing() -> None:
    assert brief(with_stay(GRANT), "2017-01-31").headline.form == "NO STAY SHOWN"


def test_a_stay_of_which_nobody_says_when_it_ends_is_not_shown() -> None:
    made = brief(_without_end(), "2017-03-01")
    assert made.headline.form == "NO STAY SHOWN"
    assert line(made, "ICE stay, Form I-246").status == "granted Wednesday 2017-02-01, its end not in file"


def _without_end() -> Builder:
    said = final_order()
    said.says(GRANT, "stay-1", Filing, kind="stay request", forum="ICE", decided="2017-02-01", outcome="granted")
    return said


def test_a_board_stay_whose_decision_names_no_day_holds_until_the_motion_is_decided_as_last_seen() -> None:
    said = _board_stay(GRANT)
    said.claim(GRANT, "stay-1", "until", "never")
    made = brief(said, "2017-03-01")
    assert made.headline.sentence == (
        "HELD until the Board's decision of what it goes with, by Board stay (stay.bia.discretionary), on Wednesday 2017-03-01."
    )
    after = brief(said, "2017-03-02")
    assert after.headline.form == "NO STAY SHOWN"
    assert line(after, "Board stay").status == (
        "granted Wednesday 2017-02-01; revoked: not so by 2017-03-01, as last seen: confirm today"
    )


@pytest.mark.parametrize("source", [GRANT, DOCKET])
def test_that_nobody_tells_of_a_last_day_does_not_show_that_the_decision_names_none(source: Source) -> None:
    made = brief(_board_stay(source), "2017-03-01")
    assert made.headline.form == "NO STAY SHOWN"
    assert line(made, "Board stay").status == "granted Wednesday 2017-02-01, its end not in file"
    assert (
        "a stay that the Board granted still runs: its end is not in the file; where the decision names no last day, say so "
        "(until: never), and it runs until the law ends it"
    ) in "\n".join(made.headline.detail)


def test_a_last_day_that_somebody_tells_of_disputes_a_decision_that_names_none() -> None:
    said = _board_stay(GRANT)
    said.claim(GRANT, "stay-1", "until", "never")
    said.claim(CLIENT, "stay-1", "until", "2017-02-15")
    held = line(brief(said, "2017-03-01"), "Board stay")
    assert held.value == "yes"
    assert held.status.endswith("; disputed by client")


def test_a_court_stay_without_a_day_is_not_said_to_outlast_the_decision_of_the_petition() -> None:
    said = final_order()
    _files(said, DOCKET, "petition-1", "petition for review", "court of appeals", decided="2017-02-20")
    _files(said, GRANT, "stay-1", "stay request", "court of appeals", supports="petition-1", decided="2017-02-01")
    said.claim(GRANT, "stay-1", "outcome", "granted")
    said.claim(GRANT, "stay-1", "until", "never")
    said.claim(DOCKET, "stay-1", "revoked", "not by 2017-03-01")
    before = brief(said, "2017-02-19")
    assert before.headline.sentence.startswith(
        "HELD until the court's decision of the petition, by Court of appeals or Supreme Court stay"
    )
    assert brief(said, "2017-02-20").headline.form == "NO STAY SHOWN"


def _board_stay(by: Source) -> Builder:
    said = final_order()
    said.complete(DOCKET, "departures", 0, "2017-03-01")
    _files(said, DOCKET, "motion-1", "motion to reopen", "Board", of="order-1", decided="not by 2017-03-01")
    _files(said, by, "stay-1", "stay request", "Board", supports="motion-1", decided="2017-02-01")
    said.claim(by, "stay-1", "outcome", "granted")
    said.claim(DOCKET, "stay-1", "revoked", "not by 2017-03-01")
    return said


def _files(said: Builder, by: Source, key: str, kind: str, forum: str, **facts: str) -> None:
    said.subject(key, Filing)
    for fact, text in ({"kind": kind, "forum": forum, "received": "2017-01-20"} | facts).items():
        said.claim(by, key, fact, text)


def test_a_stay_on_the_clients_word_alone_is_held_and_says_so_first() -> None:
    made = brief(with_stay(CLIENT), "2017-03-01")
    assert made.headline.form == "HELD"
    assert made.headline.detail[0] == (
        "It rests in part on what was told alone: stay-1: what was filed (client); stay-1: where it was filed (client); stay-1: "
        "the day it was decided (client); and 3 more. Get the paper for it where there is one."
    )


def test_a_documented_stay_that_the_press_disputes_stays_documented_and_says_who_disputes_it() -> None:
    said = with_stay(GRANT)
    said.claim(PRESS, "stay-1", "outcome", "denied")
    made = brief(said, "2017-03-01")
    held = line(made, "ICE stay, Form I-246")
    assert (held.value, held.standing) == ("yes", "certified")
    assert held.status == "in force until Tuesday 2017-08-01; disputed by news"
    assert made.headline.form == "HELD"


def test_a_docket_that_the_press_disputes_holds_also_where_another_fact_is_only_told() -> None:
    made = brief(_motion_whose_ground_is_told(), "2024-06-01")
    held = line(made, "Motion to rescind, removal in absentia")
    assert (held.value, held.standing) == ("yes", "told")
    assert held.status == "in force until the judge's ruling; disputed by news"
    assert held.lane[made.lane_days.index(date(2024, 6, 1))] == "="


def test_the_clients_word_against_the_press_leaves_unknown_what_no_paper_says() -> None:
    said = _motion_whose_ground_is_told()
    said.claim(PRESS, "m1", "ground_no_notice", "no")
    assert line(brief(said, "2024-06-01"), "Motion to rescind, removal in absentia").value == "unknown"


def _motion_whose_ground_is_told() -> Builder:
    said = Builder()
    docket = source("docket", "docket", dated="2024-06-01")
    said.says(
        docket,
        "order-1",
        Order,
        kind="removal",
        by="immigration judge",
        outcome="ordered removed",
        motion_ruling="no",
        in_absentia="yes",
        decided="2024-03-11",
    )
    said.says(
        docket,
        "m1",
        Filing,
        kind="motion to rescind",
        forum="immigration court",
        of="order-1",
        received="2024-05-01",
        rejected="no",
        decided="not by 2024-06-01",
    )
    said.complete(docket, "filings", 1, "2024-06-01")
    said.claim(CLIENT, "m1", "ground_no_notice", "yes")
    said.claim(PRESS, "order-1", "in_absentia", "no")
    said.claim(PRESS, "m1", "decided", "2024-05-20")
    return said


def test_two_equal_sources_that_disagree_leave_the_stay_unknown() -> None:
    said = with_stay(CLIENT)
    said.claim(source("wife", "interview", dated="2017-03-01", speaker="relative"), "stay-1", "outcome", "denied")
    made = brief(said, "2017-03-01")
    assert line(made, "ICE stay, Form I-246").value == "unknown"
    assert made.headline.form == "NO STAY SHOWN"


def test_not_held_is_said_only_where_every_list_is_complete_and_nothing_in_it_holds() -> None:
    said = final_order()
    for name in LISTS:
        if name not in ("people", "orders"):
            said.complete(DOCKET, name, 0, "2017-03-01")
    said.complete(DOCKET, "orders", None, "2017-03-01")
    assert brief(said, "2017-03-01").headline.form == "NOT HELD"
    assert brief(said, "2017-03-02").headline.form == "NO STAY SHOWN"


def test_an_order_that_was_reopened_is_not_executable() -> None:
    said = Builder()
    said.says(ORDER, "order-1", Order, kind="removal", by="Board", decided="2016-01-05", outcome="ordered removed")
    said.says(ORDER, "order-1", Order, in_absentia="no", reopened="2017-02-01")
    said.complete(DOCKET, "orders", None, "2017-03-01")
    made = brief(said, "2017-03-01")
    assert made.headline.form == "ORDER NOT EXECUTABLE"
    assert made.headline.value == "no"


def test_a_pending_request_is_told_as_last_seen_after_the_day_the_docket_was_read() -> None:
    said = final_order()
    said.says(DOCKET, "stay-1", Filing, kind="stay request", forum="Board", received="2017-02-20", rejected="no")
    said.says(DOCKET, "stay-1", Filing, decided="not by 2017-03-01")
    assert line(brief(said, "2017-03-01"), "Board stay").status == "pending since Monday 2017-02-20"
    later = line(brief(said, "2017-03-10"), "Board stay").status
    assert later == "pending as last seen Wednesday 2017-03-01: confirm today"


def test_a_private_bill_with_a_report_asked_holds_under_the_older_practice_and_not_under_the_directive_of_2017() -> (
    None
):
    said = final_order()
    congress = source("committee", "congressional record", dated="2017-03-01")
    said.says(congress, "bill-1", PrivateBill, introduced="2017-02-01", report_requested="2017-02-15", acted="never")
    said.says(congress, "bill-1", PrivateBill, congress_ends="2019-01-03", stay_requested="never")
    title = "ICE forbearance on a private bill"
    assert line(brief(said, "2017-05-04"), title).value == "yes"
    assert line(brief(said, "2017-05-05"), title).value != "yes"


def test_a_file_that_says_nothing_yet_shows_no_stay_and_asks_for_the_order() -> None:
    made = brief(Builder(), "2017-03-01")
    assert made.headline.form == "NO STAY SHOWN"
    assert ("case", "orders") in [(f.subject, f.fact) for f in made.open_facts]
    assert {a.available for a in made.avenues} <= {"unknown", "yes"}


def test_a_status_that_bars_removal_holds_until_its_last_day() -> None:
    said = final_order()
    notice = source("notice", "agency form", dated="2017-02-01")
    said.says(notice, "tps", Protection, kind="temporary protected status", since="2017-01-01", until="2017-06-30")
    made = brief(said, "2017-06-30")
    assert made.headline.sentence == (
        "HELD until Friday 2017-06-30, by TPS; T visa finding (stay.auto.other-status), on Friday 2017-06-30."
    )
    assert line(brief(said, "2017-07-01"), "TPS; T visa finding").value != "yes"


def test_a_stay_by_a_law_that_is_only_probable_says_so() -> None:
    said = final_order()
    notice = source("notice", "agency form", dated="2017-02-01")
    said.says(notice, "tps", Protection, kind="temporary protected status", since="2017-01-01", until="2017-06-30")
    assert "The law of it is [probably]: the T-visa rule was not re-read." in brief(said, "2017-03-01").headline.detail
    assert not [d for d in brief(with_stay(GRANT), "2017-03-01").headline.detail if "The law of it" in d]


def test_a_stay_that_was_revoked_says_when() -> None:
    letter = source("letter", "order or decision", dated="2017-03-02")
    made = line(brief(with_stay(letter, revoked="2017-03-01"), "2017-03-01"), "ICE stay, Form I-246")
    assert made.status == "granted Wednesday 2017-02-01, until Tuesday 2017-08-01; revoked Wednesday 2017-03-01"
    before = line(brief(with_stay(letter, revoked="2017-03-02"), "2017-03-01"), "ICE stay, Form I-246")
    assert before.status == "in force until Tuesday 2017-08-01"


def test_a_stay_whose_end_is_in_the_file_lacks_only_that_it_was_not_revoked() -> None:
    said = _without_end()
    assert (
        brief(said, "2017-03-01")
        .headline.detail[-1]
        .endswith("a stay that ICE granted still runs: its end is not in the file.")
    )
    said.claim(GRANT, "stay-1", "until", "2017-08-01")
    assert brief(said, "2017-03-01").headline.detail[-1].endswith("a stay that ICE granted has not been revoked since.")


def test_a_motion_that_may_hold_is_never_told_as_holding_nothing() -> None:
    said = Builder()
    said.says(ORDER, "order-1", Order, kind="removal", by="immigration judge", decided="2016-01-05", in_absentia="yes")
    said.says(ORDER, "order-1", Order, outcome="ordered removed", motion_ruling="no", reopened="never")
    said.subject("motion-1", Filing)
    for fact, text in {
        "kind": "motion to rescind",
        "forum": "immigration court",
        "of": "order-1",
        "received": "2017-01-10",
        "rejected": "no",
        "decided": "not by 2017-03-01",
        "ground_exceptional_circumstances": "yes",
        "ground_no_notice": "no",
        "ground_custody": "no",
    }.items():
        said.claim(DOCKET, "motion-1", fact, text)
    made = brief(said, "2017-03-01")
    assert line(made, "Motion to rescind, removal in absentia").value == "unknown"
    told = line(made, "Motion to rescind, at the immigration court")
    assert told.status == "pending since Tuesday 2017-01-10; not shown to hold"
    assert made.headline.detail[0] == (
        "Filed, and not shown to hold removal: Motion to rescind, at the immigration court (pending since Tuesday 2017-01-10)."
    )


def test_one_who_was_removed_and_is_back_is_warned_that_the_order_can_be_reinstated() -> None:
    said = final_order()
    record = source("record", "agency form", dated="2018-03-01")
    said.complete(source("docket-2018", "docket", dated="2018-03-01"), "orders", None, "2018-03-01")
    said.claim(record, "order-1", "executed", "2017-03-15")
    said.claim(record, "order-1", "reopened", "not by 2018-03-01")
    said.says(record, "out", Departure, manner="removed", on="2017-03-15", returned="2018-01-02")
    said.claims = [c for c in said.claims if not (c.fact == "executed" and c.source is DOCKET)]
    made = brief(said, "2018-03-01")
    assert made.headline.form == "ORDER NOT EXECUTABLE"
    assert made.headline.detail[0].startswith("Beware: an order was carried out and the respondent has since come back")
    assert made.consequences[0].points[0].provision == "reinst.general"


def administrative(**facts: str) -> Builder:
    said = Builder()
    form = source("form", "agency form", dated="2026-06-20")
    said.says(form, "order-1", Order, kind="administrative removal", by="DHS", decided="2026-06-01")
    said.says(form, "order-1", Order, outcome="ordered removed", motion_ruling="no", in_absentia="no")
    said.says(form, "order-1", Order, reopened="not by 2026-06-20", executed="not by 2026-06-20")
    for fact, text in facts.items():
        said.claim(form, "order-1", fact, text)
    return said


def test_an_administrative_order_of_removal_waits_fourteen_days_unless_that_was_waived() -> None:
    made = brief(administrative(wait_waived="no"), "2026-06-02")
    assert made.headline.sentence == (
        "HELD until Sunday 2026-06-14 at the earliest, Monday 2026-06-15 at the latest, by Fourteen days of administrative "
        "removal (stay.auto.administrative-removal), on Tuesday 2026-06-02."
    )
    asked = brief(administrative(), "2026-06-02")
    assert asked.headline.form == "NO STAY SHOWN"
    assert asked.open_facts[0].question.startswith("Did the respondent waive, on the administrative removal order")
    assert brief(administrative(wait_waived="no"), "2026-06-16").headline.form == "NO STAY SHOWN"
