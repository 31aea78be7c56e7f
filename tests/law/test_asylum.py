"""What asylum asks: which elements, by which way, and what weighs."""

from abeyance.law.relief.asylum import ASYLUM


def test_asylum_asks_for_every_element_of_the_act() -> None:
    assert ASYLUM.id == "asylum"
    assert [element.id for element in ASYLUM.elements] == [
        "asylum.present",
        "asylum.in-time",
        "asylum.no-prior-denial",
        "asylum.no-other-country",
        "asylum.no-limit",
        "asylum.refugee",
        "asylum.ground",
        "asylum.nexus",
        "asylum.state",
        "asylum.relocation",
        "asylum.credible",
        "asylum.no-bar",
        "asylum.discretion",
    ]


def test_the_way_to_it_is_shut_by_an_order_that_stands_and_by_a_frivolous_application() -> None:
    assert [gate.id for gate in ASYLUM.gates] == ["gate.final-order", "gate.reinstatement", "gate.frivolous"]


def test_what_weighs_is_told_for_what_is_judged() -> None:
    assert {j.of.id: [factor.shown.id for factor in j.factors] for j in ASYLUM.judgements} == {
        "asylum.refugee": ["asylum.shown.harm", "asylum.shown.family-harmed"],
        "asylum.state": ["asylum.shown.officials", "asylum.shown.reported"],
        "asylum.relocation": ["asylum.shown.officials", "asylum.shown.moved"],
    }
