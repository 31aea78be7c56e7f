"""How well a claim proves its fact (SEMANTICS 11)."""

import pytest

from abeyance.casefile.claims import Claim, Standing, Value
from abeyance.casefile.record import BY_CLASS, derive
from abeyance.casefile.standing import (
    ACTS,
    GROUP_OF_ENTITY,
    GROUP_OF_FACT,
    KINDS,
    SPEAKER_ROWS,
    SPEAKERS,
    TABLE,
    WORK,
    carries,
    group_of,
    standing_of,
)
from abeyance.casefile.vocabulary import Employment, Order, Relative
from abeyance.logic.values import ANY_DAY
from tests.casefile.building import MAY_1, Builder, source
from tests.casefile.reading import HEAD, read


def proves(kind: str, entity: str, fact: str, speaker: str = "") -> Standing:
    return standing_of(Claim("x", fact, Value(""), source(kind=kind, speaker=speaker)), entity)


def test_a_birth_certificate_proves_a_birth_and_not_a_job() -> None:
    assert proves("vital record", "Relative", "born") == Standing.CERTIFIED
    assert proves("vital record", "Employment", "since") == Standing.PRESS


def test_an_agencys_own_form_proves_what_the_agency_ordered_and_not_what_it_says_of_a_life() -> None:
    assert proves("agency form", "Instruction", "on") == Standing.CERTIFIED
    assert proves("agency form", "Employment", "since") == Standing.OPPOSING


def test_the_opposing_partys_brief_is_its_word_only() -> None:
    assert proves("opposing brief", "Filing", "received") == Standing.OPPOSING


def test_it_is_a_table_and_not_a_ladder() -> None:
    better_for_work = proves("pay record", "Employment", "since") > proves("order or decision", "Employment", "since")
    better_for_orders = proves("order or decision", "Order", "decided") > proves("pay record", "Order", "decided")
    assert better_for_work and better_for_orders


def test_the_same_declaration_weighs_by_who_speaks_and_of_what() -> None:
    assert proves("declaration", "Fear", "credible", "respondent") == Standing.SWORN
    assert proves("declaration", "Fear", "credible", "attorney") == Standing.TOLD
    assert proves("declaration", "Filing", "sent", "attorney") == Standing.SWORN
    assert proves("declaration", "Filing", "sent", "respondent") == Standing.TOLD


def test_a_journalist_quoting_counsel_is_press() -> None:
    assert proves("press", "Arrest", "on", "journalist") == Standing.PRESS


def test_the_opposing_partys_speaker_keeps_the_standing_of_its_own_acts() -> None:
    assert proves("agency form", "Custody", "since", "opposing party") == Standing.CERTIFIED
    assert proves("letter", "Custody", "since", "opposing party") == Standing.TOLD
    assert proves("declaration", "Employment", "since", "opposing party") == Standing.OPPOSING


def test_an_assertion_that_an_order_is_final_is_never_certified() -> None:
    assert all(proves(kind, "Assertion", "what") <= Standing.DOCUMENTED for kind in KINDS)


def test_every_entity_and_no_other_has_a_group() -> None:
    assert set(GROUP_OF_ENTITY) == set(BY_CLASS)


def test_every_fact_with_a_group_of_its_own_is_in_the_vocabulary() -> None:
    assert all(fact in BY_CLASS[entity].facts for entity, fact in GROUP_OF_FACT)


def test_every_row_of_the_table_names_kinds_speakers_and_groups_that_there_are() -> None:
    groups = set(GROUP_OF_ENTITY.values()) | set(GROUP_OF_FACT.values()) | {group_of("Filing", "ground_vawa")}
    assert all(set(row.groups) <= groups for row in TABLE.values())
    for kind, speaker, group in SPEAKER_ROWS:
        assert kind in ("", *KINDS) and speaker in SPEAKERS and group in ("", *groups)


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_proves_nothing_by_any_kind_of_source(kind: str) -> None:
    assert carries(kind, "stranger", WORK) == Standing.PRESS
    assert carries(kind, "stranger", ACTS) == Standing.PRESS


def test_a_contrary_press_report_does_not_unmake_a_certified_record() -> None:
    case = Builder()
    case.says(source("order", "order or decision"), "order-1", Order, decided="2012-03-01")
    case.says(source("news", "press"), "order-1", Order, decided="2013-03-01")
    assert [c.fact for c in derive(case.file).conflicts] == ["decided"]
    certified = derive(case.file, least=Standing.CERTIFIED)
    assert certified.conflicts == ()
    assert [c.source.key for c in certified.claims["order-1", "decided"]] == ["order"]


def test_settled_each_fact_is_told_by_its_own_best_claims() -> None:
    case = Builder()
    case.says(source("docket", "docket"), "order-1", Order, decided="2012-03-01")
    case.says(source("news", "press"), "order-1", Order, decided="2013-03-01", mailed="2013-03-02")
    settled = derive(case.file, settled=True)
    assert [c.source.key for c in settled.claims["order-1", "decided"]] == ["docket"]
    assert [c.source.key for c in settled.claims["order-1", "mailed"]] == ["news"]
    assert settled.conflicts == ()


def test_settled_a_certified_record_wins_over_a_documented_one_and_a_told_word_over_nothing() -> None:
    case = Builder()
    case.says(source("order", "order or decision"), "order-1", Order, decided="2012-03-01")
    case.says(source("docket", "docket"), "order-1", Order, decided="2012-03-02")
    case.says(source("letter", "letter"), "order-1", Order, mailed="2012-03-05")
    case.says(source("news", "press"), "order-1", Order, decided="2013-03-01", mailed="2013-03-06")
    settled = derive(case.file, settled=True)
    assert [c.source.key for c in settled.claims["order-1", "decided"]] == ["order"]
    assert [c.fact for c in settled.conflicts] == ["mailed"]


def test_a_subject_of_which_only_weak_sources_speak_is_not_there_at_a_higher_standing() -> None:
    case = Builder()
    case.says(source("news", "press"), "job", Employment, employer="Harbor Drain")
    assert "job" in derive(case.file).rows
    assert "job" not in derive(case.file, least=Standing.TOLD).rows


def test_a_list_that_a_weak_source_calls_complete_is_open_at_a_higher_standing() -> None:
    case = Builder()
    case.complete(source("news", "press"), "relatives")
    (later,) = derive(case.file).root["relatives"]
    assert later["since"][0] > MAY_1[0]
    (any_time,) = derive(case.file, least=Standing.TOLD).root["relatives"]
    assert any_time["since"] == ANY_DAY


def test_the_record_says_how_well_each_claim_proves_its_fact() -> None:
    case = Builder()
    case.says(source("certificate", "vital record"), "kid", Relative, born="2005-02-03")
    record = derive(case.file)
    assert record.standing(record.claims["kid", "born"][0]) == Standing.CERTIFIED


def test_kinds_and_speakers_are_read_in_capitals_and_small_letters() -> None:
    case, problems = read(f"{HEAD}  a:\n    kind: Order_or decision\n    speaker: member of congress\n")
    assert case is not None and problems == []
    assert (case.sources[0].kind, case.sources[0].speaker) == ("order or decision", "member of Congress")
