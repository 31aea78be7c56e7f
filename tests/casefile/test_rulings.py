"""A decision told only as the outcome of a filing: on a motion it is an order, on an appeal it leaves the order as it was."""

from abeyance.casefile.record import Record, derive
from abeyance.casefile.vocabulary import Filing, Order
from abeyance.logic.operations import unknown
from abeyance.logic.values import Presence
from tests.casefile.building import Builder, source, span

DOCKET = source("docket", "docket", dated="2025-04-01")


def denied(**more: str) -> Builder:
    said = Builder()
    said.says(DOCKET, "order-1", Order, kind="removal", by="Board", decided="2024-06-03", outcome="ordered removed")
    facts = {
        "kind": "motion to reopen",
        "forum": "Board",
        "of": "order-1",
        "decided": "2025-03-03",
        "outcome": "denied",
    }
    said.subject("motion-1", Filing)
    for name, text in (facts | more).items():
        if text:
            said.claim(DOCKET, "motion-1", name, text)
    return said


def words(record: Record, name: str) -> set[str]:
    fact = Order.facts[name]
    mask = record.rows["motion-1.ruling"][name]
    return {code for i, code in enumerate(fact.codes) if mask >> i & 1}  # type: ignore[attr-defined]


def test_the_ruling_says_what_was_said_of_the_decision_and_no_more() -> None:
    record = derive(denied().file)
    ruling = record.rows["motion-1.ruling"]
    assert record.rows["motion-1"]["ruling"] == (ruling,)
    assert ruling in record.root["orders"]
    assert ruling["decided"] == span("2025-03-03", "2025-03-03")
    assert ruling["motion_ruling"] is True
    assert [words(record, name) for name in ("by", "outcome", "kind")] == [{"Board"}, {"motion denied"}, {"removal"}]
    assert all(ruling[name] == unknown(Order.facts[name]) for name in ("oral", "in_absentia", "appeal_waived"))
    assert not [key for key in record.claims if key[0] == "motion-1.ruling"]


def test_what_is_not_known_of_the_decision_is_not_known_of_the_ruling() -> None:
    record = derive(denied(outcome="", forum="Board or immigration court", of="").file)
    assert words(record, "by") == {"Board", "immigration judge"}
    assert len(words(record, "outcome")) == 8
    assert words(record, "kind") == {"removal", "deportation", "exclusion"}


def test_a_motion_withdrawn_leaves_no_ruling_that_denies_it() -> None:
    assert words(derive(denied(outcome="withdrawn").file), "outcome") == {"other"}


def test_only_a_motion_at_the_court_or_the_board_that_was_decided_has_such_a_ruling() -> None:
    for change in (
        {"decided": ""},
        {"decided": "not by 2025-04-01"},
        {"kind": "appeal"},
        {"kind": "petition for review"},
        {"forum": "ICE"},
        {"forum": ""},
    ):
        assert "motion-1.ruling" not in derive(denied(**change).file).rows


def test_none_is_implied_where_the_motion_names_its_ruling() -> None:
    said = denied(ruling="order-2")
    said.says(DOCKET, "order-2", Order, by="Board")
    assert "motion-1.ruling" not in derive(said.file).rows


def test_none_is_implied_where_a_recorded_order_may_be_the_ruling() -> None:
    def rows(**facts: str) -> set[str]:
        said = denied()
        said.subject("order-2", Order)
        for name, text in facts.items():
            said.claim(DOCKET, "order-2", name, text)
        return set(derive(said.file).rows)

    assert "motion-1.ruling" not in rows(by="Board", decided="2025-03")
    assert "motion-1.ruling" not in rows(by="Board")
    assert "motion-1.ruling" in rows(by="Board", decided="2025-03-04")
    assert "motion-1.ruling" in rows(by="immigration judge", decided="2025-03-03")
    assert "motion-1.ruling" in rows(by="Board", decided="2025-03-03", motion_ruling="no")


def test_a_count_of_orders_does_not_count_the_ruling() -> None:
    said = denied()
    said.complete(DOCKET, "orders", 1, "2025-04-01")
    record = derive(said.file)
    assert not record.counts
    assert not [row for row in record.root["orders"] if row["@presence"] == Presence.POSSIBLE and row["decided"][0] < 0]
    assert [row["@id"] for row in record.root["orders"] if row["@presence"] == Presence.SURE] == [
        "order-1",
        "motion-1.ruling",
    ]


def lost(order: str = "ordered removed", **more: str) -> Record:
    """An appeal that the Board dismissed, from a judge's order."""
    said = Builder()
    said.says(DOCKET, "order-1", Order, kind="removal", by="immigration judge", decided="2024-06-03", outcome=order)
    facts = {"kind": "appeal", "forum": "Board", "of": "order-1", "decided": "2025-03-03", "outcome": "dismissed"}
    said.subject("motion-1", Filing)
    for name, text in (facts | more).items():
        if text:
            said.claim(DOCKET, "motion-1", name, text)
    said.says(DOCKET, "order-2", Order, decided="2025-03-10", by="Board", outcome="voluntary departure")
    return derive(said.file)


def test_an_appeal_dismissed_from_the_denial_of_a_motion_leaves_a_ruling_of_the_board_that_denies_it() -> None:
    record = lost("motion denied")
    assert words(record, "by") == {"Board"}
    assert words(record, "outcome") == {"motion denied"}
    assert record.rows["motion-1.ruling"] in record.root["orders"]


def test_an_appeal_dismissed_from_the_order_itself_leaves_no_order_beside_it_and_gives_no_time_to_leave() -> None:
    record = lost()
    assert "motion-1.ruling" not in record.rows
    assert record.rows["motion-1"]["time_to_leave"] is False


def test_whether_a_decision_gave_time_to_leave_is_open_where_the_order_or_the_decision_is() -> None:
    for order, change in (
        ("voluntary departure", {}),
        ("ordered removed", {"of": ""}),
        ("ordered removed", {"outcome": ""}),
        ("ordered removed", {"outcome": "remanded"}),
        ("ordered removed", {"forum": ""}),
        ("ordered removed", {"decided": ""}),
        ("ordered removed", {"decided": "2025-03-10"}),
    ):
        assert lost(order, **change).rows["motion-1"]["time_to_leave"] is None, (order, change)


def test_the_ruling_that_is_named_says_whether_it_gave_time_to_leave() -> None:
    assert lost(decided="2025-03-10", ruling="order-2").rows["motion-1"]["time_to_leave"] is True


def test_what_is_said_of_time_to_leave_counts_before_what_follows() -> None:
    assert lost(time_to_leave="yes").rows["motion-1"]["time_to_leave"] is True
