"""What the reliefs from status consist of: a dropped element or gate would make a refusal look like a way."""

import pytest

from abeyance.law.relief.catalogue import RELIEFS

BARS = "gate.final-order, gate.reinstatement, gate.inabsentia-bar, gate.vd-bar"
MADE_OF = {
    "adjust.245a": ("adj.entry, adj.petition, adj.visa-now, adj.admissible, adj.no-245c, adj.discretion", BARS),
    "adjust.245i": ("245i.class, 245i.petition, 245i.present, adj.visa-now, adj.admissible, adj.discretion", BARS),
    "waiver.601a": (
        "waiver601a.petition, waiver601a.relative, waiver601a.hardship, waiver601a.age, waiver601a.present, "
        "waiver601a.only-ground, waiver601a.proceedings, waiver601a.order",
        "gate.reinstatement",
    ),
    "registry.249": (
        "registry.entry, registry.residence, registry.no-record, registry.gmc, registry.no-ground, registry.discretion",
        BARS,
    ),
    "tps": ("tps.open, tps.cr, tps.cpp, tps.registered, tps.no-crime, tps.no-bar, tps.admissible", ""),
    "daca": (
        "daca.open, daca.born, daca.came-young, daca.residence, daca.present, daca.no-status, daca.schooling, daca.no-crime, "
        "daca.fifteen, daca.discretion",
        "",
    ),
}


@pytest.mark.parametrize("id", MADE_OF)
def test_a_relief_has_every_element_and_every_gate(id: str) -> None:
    relief = next(relief for relief in RELIEFS if relief.id == id)
    lists = (relief.elements, relief.gates)
    assert tuple(", ".join(rule.id for rule in rules) for rules in lists) == MADE_OF[id]


def test_hardship_of_the_provisional_waiver_is_weighed_by_illness_and_danger() -> None:
    waiver = next(relief for relief in RELIEFS if relief.id == "waiver.601a")
    weighed = [(j.of.id, [(f.shown.id, f.weighs) for f in j.factors]) for j in waiver.judgements]
    assert weighed == [("waiver601a.hardship", [("hardship.health", "for"), ("hardship.danger", "for")])]
