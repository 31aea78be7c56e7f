"""Who may be told what (SEMANTICS 15)."""

import pytest

from abeyance.casefile.claims import Source
from abeyance.casefile.clearance import PUBLIC
from abeyance.casefile.record import derive
from abeyance.casefile.vocabulary import (
    Arrest,
    Custody,
    Employment,
    Entry,
    Fear,
    Hearing,
    Order,
    Person,
    Protection,
    Recorded,
    Relative,
    Residence,
    TaxYear,
)
from tests.casefile.building import Builder

NOBODY: frozenset[str] = frozenset()


def cleared(
    key: str,
    entity: type[Recorded],
    fact: str,
    text: str,
    addressee: str,
    *,
    source_cleared: frozenset[str] = NOBODY,
    cleared: frozenset[str] | None = None,
    kind: str = "letter",
    privileged: bool = False,
    work_product: bool = False,
    claim_privileged: bool | None = None,
) -> bool:
    by = Source("letter", kind, cleared=source_cleared, privileged=privileged, work_product=work_product)
    said = Builder()
    said.subject(key, entity)
    claim = said.claim(by, key, fact, text, cleared=cleared, privileged=claim_privileged)
    return derive(said.file).cleared_for(claim, addressee)


@pytest.mark.parametrize(
    ("key", "entity", "fact", "text"),
    [
        ("entry-1", Entry, "manner", "without inspection"),
        ("home", Residence, "address", "1 Elm Street"),
        ("kid", Relative, "citizen", "yes"),
        ("kid", Relative, "permanent_resident", "no"),
        ("stop", Arrest, "kind", "cited"),
        ("tps", Protection, "kind", "TPS"),
        ("jail", Custody, "by", "criminal"),
        ("hearing-1", Hearing, "appeared", "no"),
        ("job", Employment, "work_permit", "no"),
        ("taxes-2012", TaxYear, "filed", "no"),
        ("fear", Fear, "of_what", "his cousins"),
        ("mateo", Person, "a_number", "A000 000 001"),
        ("mateo", Person, "born", "1965-09-03"),
    ],
)
def test_what_could_hurt_is_cleared_for_nobody_unless_the_claim_itself_is(
    key: str, entity: type[Recorded], fact: str, text: str
) -> None:
    assert not cleared(key, entity, fact, text, "congress")
    assert not cleared(key, entity, fact, text, "congress", source_cleared=frozenset({"congress"}))
    assert cleared(key, entity, fact, text, "congress", cleared=frozenset({"congress"}))
    assert not cleared(key, entity, fact, text, "ICE", cleared=frozenset({"congress"}))


def test_what_is_harmless_goes_to_an_agency_but_not_to_the_public_unless_it_is_cleared() -> None:
    assert cleared("order-1", Order, "decided", "2012-03-01", "ICE")
    assert not cleared("order-1", Order, "decided", "2012-03-01", PUBLIC)
    assert cleared("order-1", Order, "decided", "2012-03-01", PUBLIC, source_cleared=frozenset({PUBLIC}))


def test_a_source_cleared_for_one_addressee_is_cleared_for_no_other() -> None:
    assert not cleared("order-1", Order, "decided", "2012-03-01", "ICE", source_cleared=frozenset({"congress"}))


def test_what_is_cleared_for_the_public_is_cleared_for_all() -> None:
    assert cleared("kid", Relative, "citizen", "yes", "ICE", cleared=frozenset({PUBLIC}))


def test_what_was_said_to_counsel_is_not_cleared_however_harmless() -> None:
    assert not cleared("order-1", Order, "decided", "2012-03-01", "ICE", kind="interview")
    assert cleared("order-1", Order, "decided", "2012-03-01", "ICE", kind="interview", cleared=frozenset({"ICE"}))


def test_privilege_and_work_product_go_to_nobody_even_if_cleared() -> None:
    told = frozenset({"ICE"})
    assert not cleared("order-1", Order, "decided", "2012-03-01", "ICE", privileged=True, cleared=told)
    assert not cleared("order-1", Order, "decided", "2012-03-01", "ICE", work_product=True, cleared=told)
    assert not cleared("order-1", Order, "decided", "2012-03-01", "ICE", claim_privileged=True, cleared=told)


def test_a_claim_may_say_that_it_is_not_privileged_although_its_source_is() -> None:
    assert cleared("order-1", Order, "decided", "2012-03-01", "ICE", privileged=True, claim_privileged=False)
