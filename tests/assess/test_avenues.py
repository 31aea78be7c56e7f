"""What may be filed, and what filing it does."""

from abeyance.assess.brief import AvenueLine, Brief
from abeyance.casefile.vocabulary import Filing, Order
from tests.assess.asking import brief
from tests.casefile.building import Builder, source

ENDS = (
    "HOLDS NOTHING. A stay the court grants does. Filing it ends the time to leave voluntarily that is running: the order of removal "
    "then "
)


def avenue(made: Brief, id: str) -> AvenueLine:
    return next(a for a in made.avenues if a.id == id)


def time_to_leave(decided: str, until: str) -> Builder:
    said = Builder()
    board = source("board", "order or decision", dated=decided)
    said.says(board, "order-1", Order, kind="removal", by="Board", decided=decided, mailed=decided, in_absentia="no")
    said.says(
        board, "order-1", Order, outcome="voluntary departure", voluntary_departure_until=until, motion_ruling="no"
    )
    docket = source("docket", "docket", dated=until)
    said.says(docket, "order-1", Order, reopened="never", executed="never")
    for name in ("filings", "departures", "orders"):
        said.complete(docket, name, None, until)
    return said


def denied_motion(until: str) -> Builder:
    said = Builder()
    docket = source("docket", "docket", dated=until)
    said.says(docket, "order-1", Order, kind="removal", by="Board", decided="2024-06-03", mailed="2024-06-03")
    said.says(docket, "order-1", Order, outcome="ordered removed", in_absentia="no", motion_ruling="no")
    said.says(docket, "order-1", Order, reopened="never", executed="never")
    said.says(docket, "motion-1", Filing, kind="motion to reopen", forum="Board", of="order-1", by="respondent")
    said.says(docket, "motion-1", Filing, received="2024-08-30", decided="2025-03-03", outcome="denied")
    for name in ("filings", "departures"):
        said.complete(docket, name, None, until)
    return said


def test_a_denial_told_only_as_the_motion_s_outcome_can_be_taken_to_court() -> None:
    made = brief(denied_motion("2025-03-03"), "2025-03-03")
    petition = avenue(made, "petition")
    assert (petition.subject, petition.available, str(petition.file_by)) == ("motion-1.ruling", "yes", "2025-04-02")
    assert [c.state for c in made.clocks if c.title.startswith("Petition") and c.subject == "motion-1.ruling"] == [
        "ahead"
    ]


def test_the_day_before_the_denial_nothing_can_be_taken_to_court_from_it() -> None:
    petition = avenue(brief(denied_motion("2025-03-03"), "2025-03-02"), "petition")
    assert petition.available == "no"
    assert petition.because == "order-1: the last day was Wednesday 2024-07-03"


def test_an_appeal_dismissed_as_late_may_still_be_taken_to_court() -> None:
    said = Builder()
    docket = source("docket", "docket", dated="2025-08-20")
    facts = {"kind": "removal", "by": "immigration judge", "decided": "2025-06-05", "oral": "yes", "in_absentia": "no"}
    facts |= {"outcome": "ordered removed", "motion_ruling": "no", "appeal_waived": "no", "reopened": "never"}
    facts |= {"appeal_reserved_by_dhs": "no", "asylum_decided": "no", "executed": "never"}
    said.subject("order-1", Order)
    for name, text in facts.items():
        said.claim(docket, "order-1", name, text)
    said.says(docket, "appeal-1", Filing, kind="appeal", forum="Board", of="order-1", by="respondent", fee_paid="yes")
    said.says(docket, "appeal-1", Filing, received="2025-07-08", rejected="no", accepted_late="no")
    said.says(docket, "appeal-1", Filing, decided="2025-08-20", outcome="dismissed")
    for name in ("filings", "departures", "orders"):
        said.complete(docket, name, None, "2025-08-20")
    petition = avenue(brief(said, "2025-08-20"), "petition")
    assert (petition.available, str(petition.file_by)) == ("unknown", "2025-08-20")
    assert "dismissed as late reaches the lateness alone" in petition.because


def test_a_petition_lies_while_time_to_leave_voluntarily_runs_and_ends_it() -> None:
    made = avenue(brief(time_to_leave("2024-12-02", "2025-01-31"), "2024-12-05"), "petition")
    assert made.available == "yes"
    assert str(made.file_by) == "2025-01-02"
    assert made.filed == ENDS + "stands and can be carried out."


def test_a_motion_ends_no_time_to_leave_that_was_given_before_the_rule_of_2009() -> None:
    made = avenue(brief(time_to_leave("2009-01-16", "2009-03-17"), "2009-01-26"), "reopen-board")
    assert made.available == "yes"
    assert "It ends the time to leave" not in made.filed


def test_no_motion_warns_of_time_to_leave_that_has_run_out() -> None:
    made = avenue(brief(time_to_leave("2024-12-02", "2025-01-31"), "2025-02-03"), "reopen-board")
    assert "It ends the time to leave" not in made.filed


def test_an_order_of_dhs_is_not_for_a_judge_or_the_board_to_reopen() -> None:
    said = Builder()
    order = source("order", "agency form", dated="2025-03-03")
    said.says(order, "order-1", Order, kind="reinstatement", by="DHS", decided="2025-03-03", outcome="ordered removed")
    made = brief(said, "2025-03-10")
    closed = {a: avenue(made, a).available for a in ("joint-motion", "reopen-excepted", "vawa", "reopen-judge")}
    assert set(closed.values()) == {"no"}


def test_a_stay_of_the_board_is_not_asked_for_first_while_the_appeal_itself_stays_removal() -> None:
    said, docket = Builder(), source("docket", "docket", dated="2025-04-01")
    said.subject("order-1", Order)
    said.subject("appeal-1", Filing)
    facts = {"by": "immigration judge", "decided": "2024-05-01", "oral": "yes", "outcome": "ordered removed"}
    told = {"kind": "removal", "in_absentia": "no", "appeal_waived": "no", "motion_ruling": "no"}
    for fact, text in (told | facts).items():
        said.claim(docket, "order-1", fact, text)
    appeal = {
        "kind": "appeal",
        "forum": "Board",
        "of": "order-1",
        "by": "respondent",
        "fee_paid": "yes",
        "rejected": "no",
    }
    for fact, text in (appeal | {"received": "2024-05-20", "decided": "not by 2025-04-01"}).items():
        said.claim(docket, "appeal-1", fact, text)
    said.complete(docket, "departures", None, "2025-04-01")
    made = brief(said, "2024-06-03")
    assert made.headline.form == "HELD"
    last = max(line.rank for line in made.avenues if line.available == "yes")
    assert avenue(made, "board-stay").rank == last


def test_of_two_orders_that_leave_an_avenue_open_alike_the_one_with_time_left_is_told() -> None:
    """A judge denied a motion, the Board dismissed the appeal: the thirty days to reconsider run from the Board's decision."""
    said, docket = Builder(), source("docket", "docket", dated="2025-10-01")
    denial = {
        "kind": "removal",
        "by": "immigration judge",
        "oral": "no",
        "decided": "2025-01-06",
        "mailed": "2025-01-07",
    }
    appeal = {"kind": "appeal", "forum": "Board", "of": "denial", "by": "respondent", "received": "2025-02-03"}
    facts = {
        ("denial", Order): denial | {"outcome": "motion denied", "motion_ruling": "yes", "appeal_waived": "no"},
        ("appeal-1", Filing): appeal
        | {"fee_paid": "yes", "rejected": "no", "decided": "2025-09-05", "outcome": "dismissed"},
    }
    for (key, entity), claims in facts.items():
        said.subject(key, entity)
        for fact, text in claims.items():
            said.claim(docket, key, fact, text)
    for name in ("filings", "departures"):
        said.complete(docket, name, None, "2025-10-01")
    found = avenue(brief(said, "2025-09-05"), "reconsider-board")
    assert (found.subject, found.available) == ("appeal-1.ruling", "unknown")
    assert found.file_by and found.file_by.isoformat() == "2025-10-06"


def reinstated() -> Builder:
    said = Builder()
    papers = source("papers", "certified record", dated="2026-03-20")
    said.says(papers, "old", Order, kind="removal", by="immigration judge", decided="2015-05-05", in_absentia="yes")
    said.says(papers, "old", Order, outcome="ordered removed", motion_ruling="no", executed="2015-06-01")
    said.says(papers, "new", Order, kind="reinstatement", by="DHS", decided="2026-03-02", outcome="ordered removed")
    for order in ("old", "new"):
        said.says(papers, order, Order, reopened="not by 2026-03-20")
    said.says(papers, "new", Order, executed="not by 2026-03-20")
    for name in ("filings", "departures", "orders", "fear_screenings"):
        said.complete(papers, name, None, "2026-03-20")
    return said


def test_a_motion_to_rescind_an_order_that_was_carried_out_is_not_said_to_hold_removal() -> None:
    made = brief(reinstated(), "2026-03-13")
    rescind = avenue(made, "rescind")
    assert rescind.available == "yes"
    assert rescind.filed.startswith("NOT SHOWN TO HOLD: the order was carried out")
    assert rescind.filed.endswith("not subject to being reopened or reviewed (INA 241(a)(5)).")
    [may] = [d for d in made.headline.detail if d.startswith("May be filed today")]
    assert may.startswith("May be filed today: Claim of fear of return, to DHS. STAYS REMOVAL TO THE FEARED COUNTRY")


def test_under_a_reinstated_order_a_claim_of_fear_comes_first_and_no_tribunal_reconsiders_it() -> None:
    made = brief(reinstated(), "2026-03-13")
    assert (avenue(made, "fear-claim").rank, avenue(made, "fear-claim").available) == (1, "yes")
    assert avenue(made, "reconsider-board").available == "no"
    assert not [c for c in made.clocks if c.subject == "new" and "reconsider" in c.title]


def test_of_a_petition_that_is_late_it_is_told_what_was_left_open() -> None:
    said = Builder()
    docket = source("docket", "docket", dated="2025-06-26")
    said.says(docket, "order-1", Order, kind="removal", by="Board", decided="2024-06-03", mailed="2024-06-03")
    said.says(docket, "order-1", Order, outcome="ordered removed", in_absentia="no", motion_ruling="no")
    said.says(docket, "order-1", Order, reopened="never", executed="never")
    for name in ("orders", "filings", "departures"):
        said.complete(docket, name, None, "2025-06-26")
    late = "order-1: the last day was Wednesday 2024-07-03"
    left = "the government may waive the limit; whether it can be tolled without that is open"
    told = [avenue(brief(said, day), "petition").because for day in ("2025-06-25", "2025-06-26")]
    assert told == [late, f"{late}. Riley v. Bondi (2025): {left}"]
