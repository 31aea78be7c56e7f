"""What may be filed, and what filing it does."""

from abeyance.assess.brief import AvenueLine, Brief
from abeyance.casefile.vocabulary import Order
from tests.assess.asking import brief
from tests.casefile.building import Builder, source

ENDS = "HOLDS NOTHING. A stay the court grants does. It ends the time to leave voluntarily that is running: the order of removal then "


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
