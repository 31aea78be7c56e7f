"""The closed list of what can hold a removal, and the list of what is often taken for a stay."""

from abeyance.law.not_a_stay import HOLDING_NOTHING
from abeyance.law.stays import INSTRUMENTS

# provision, by operation of law, forum of the requests that ask for it, whether its last day can be known
CLOSED_LIST = [
    ("stay.auto.appeal-period", True, "", True),
    ("stay.auto.appeal-pending", True, "", False),
    ("stay.auto.certification", True, "", False),
    ("stay.auto.inabs-removal", True, "", False),
    ("stay.auto.inabs-deport", True, "", False),
    ("stay.auto.vawa", True, "", False),
    ("stay.auto.fear-screening", True, "", False),
    ("stay.auto.administrative-removal", True, "", True),
    ("stay.auto.other-status", True, "", True),
    ("stay.ca.temporary", True, "", False),
    ("stay.dc.standing-order", True, "", False),
    ("stay.ice.i246", False, "ICE", True),
    ("stay.bia.discretionary", False, "Board", True),
    ("stay.ij", False, "immigration court", True),
    ("stay.ice.private-bill", False, "", True),
    ("stay.ca.nken", False, "court of appeals", True),
    ("stay.dc.habeas", False, "district court", True),
]


def test_the_list_of_what_can_hold_a_removal_is_closed() -> None:
    assert [(i.provision.id, i.automatic, i.forum, i.until is not None) for i in INSTRUMENTS] == CLOSED_LIST


def test_every_instrument_says_what_it_is_and_what_ends_it() -> None:
    assert all(i.title and i.ends for i in INSTRUMENTS)
    assert len({i.title for i in INSTRUMENTS}) == len(INSTRUMENTS)


def test_the_list_of_what_holds_nothing_is_whole() -> None:
    assert [p.id for p in HOLDING_NOTHING] == [
        "stay.none.ordinary-mtr",
        "stay.auto.inabs-exclusion",
        "stay.none.mtr-denial-appeal",
        "stay.bia.appeal-late",
        "stay.none.stay-request",
        "stay.none.i246-pending",
        "stay.none.pfr",
        "stay.none.collateral",
    ]
