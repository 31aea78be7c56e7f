"""Relief by relief: merits and the way to it apart, judgements never decided, and what would decide the rest."""

from abeyance.assess.brief import Element, ReliefLine
from abeyance.assess.reliefs import relief_lines
from abeyance.casefile.vocabulary import ChargingDocument, Entry, HealthCondition, Order, Relative
from abeyance.write.wording import merits
from tests.assess.asking import inquiry
from tests.casefile.building import Builder, source

ON = "2026-05-04"
RECORD = source("record", "certified record", dated=ON)
LISTS = (
    "charging_documents",
    "convictions",
    "custody",
    "departures",
    "entries",
    "filings",
    "notices",
    "orders",
    "relatives",
)


def eligible(**otherwise: str) -> Builder:
    said = Builder()
    said.says(RECORD, "entry-1", Entry, manner="without inspection", on="2005-06-01", as_crewman="no")
    said.claim(RECORD, "entry-1", "as_exchange_visitor", "no")
    said.says(RECORD, "nta", ChargingDocument, kind="notice to appear", served="2024-03-04", filed="2024-03-11")
    said.says(RECORD, "ana", Relative, relation="child", born="2010-05-04", citizen="yes", married_since="not yet")
    facts = {"false_testimony": "not yet", "helped_entry": "not yet", "habitual_drunkard": "no", "vice": "no"}
    bars = {"persecutor": "no", "security_ground": "no", "relief_before": "no"}
    for fact, text in (facts | bars | otherwise).items():
        said.claim(RECORD, "case", fact, text)
    for name in LISTS:
        said.complete(RECORD, name, None, ON)
    return said


def cancellation(said: Builder, *, decide: bool = False) -> ReliefLine:
    return next(r for r in relief_lines(inquiry(said, ON), decide=decide) if r.id == "cancellation.nonlpr")


def element(relief: ReliefLine, provision: str) -> Element:
    return next(e for e in (*relief.elements, *relief.gates) if e.provision == provision)


def test_where_every_fact_is_met_what_is_left_is_judgement_and_never_yes() -> None:
    relief = cancellation(eligible())
    assert (relief.merits, relief.reachable) == ("unknown", "yes")
    assert merits(relief) == "left to judgement"
    assert {e.provision for e in relief.elements if e.value == "unknown"} == {"canc.hardship", "canc.discretion"}


def test_one_element_that_is_not_so_is_enough_and_says_what_carries_it() -> None:
    relief = cancellation(eligible(relief_before="yes"))
    assert (merits(relief), relief.reachable) == ("not met", "yes")
    assert element(relief, "canc.no-bar").because == (
        "cancellation, suspension or a waiver under 212(c) was granted before",
    )


def test_a_final_order_closes_the_way_and_leaves_the_merits() -> None:
    said = eligible()
    order = {"kind": "removal", "by": "immigration judge", "decided": "2025-06-03", "outcome": "ordered removed"}
    more = {
        "oral": "yes",
        "in_absentia": "no",
        "appeal_waived": "yes",
        "appeal_reserved_by_dhs": "no",
        "reopened": "not yet",
    }
    said.subject("order-1", Order)
    for fact, text in (order | more | {"executed": "not yet", "motion_ruling": "no"}).items():
        said.claim(RECORD, "order-1", fact, text)
    relief = cancellation(said)
    assert (relief.reachable, merits(relief)) == ("no", "left to judgement")
    assert element(relief, "gate.final-order").value == "no"


def test_what_weighs_is_told_with_what_would_prove_it_and_whether_the_file_shows_it() -> None:
    said = eligible()
    said.says(RECORD, "asthma", HealthCondition, condition="asthma", of="ana", since="2015-02-03", until="not yet")
    shown = {factor.says: factor.shown for factor in cancellation(said).factors}
    assert shown["a qualifying relative has a lasting illness or disability"] == "yes"
    assert all(factor.proof for factor in cancellation(said).factors)


def test_what_would_decide_an_open_element_is_sought_only_where_it_is_asked_for() -> None:
    said = Builder()
    said.says(RECORD, "entry-1", Entry, manner="without inspection", on="2005-06-01")
    assert element(cancellation(said), "canc.presence").to_ask == ()
    asked = element(cancellation(said, decide=True), "canc.presence").to_ask
    assert any("charging document" in question for question in asked)


def test_the_case_is_named_in_no_question() -> None:
    asked = [question for e in cancellation(Builder(), decide=True).elements for question in e.to_ask]
    assert asked
    assert not [question for question in asked if "(case)" in question]
