"""What a client is asked: in both languages, first what could change most, and what an answer says."""

import re
from datetime import date

import pytest

from abeyance.assess.answers import in_english, none_of, value_of
from abeyance.assess.client_words import CODES, FACTS, LISTS, NOUNS
from abeyance.assess.interview import FIRST_LISTS, FIRST_OF_PERSON, FIRST_OF_ROW, has_nothing, questions
from abeyance.casefile.record import BY_CLASS
from abeyance.casefile.record import LISTS as ENTITIES
from abeyance.casefile.vocabulary import Case, Entry, Order
from abeyance.casefile.words import Unreadable
from abeyance.logic.facts import ChoiceFact, ListFact
from tests.assess.asking import inquiry
from tests.casefile.building import Builder, source

ON = date(2026, 5, 4)


def test_every_question_is_about_a_fact_or_a_list_of_the_vocabulary() -> None:
    assert [key for key in FACTS if key[1] not in BY_CLASS[key[0]].facts] == []
    assert [name for name in LISTS if not isinstance(Case.facts.get(name), ListFact)] == []
    assert [n for entity, names in FIRST_OF_ROW.items() for n in names if (entity, n) not in FACTS] == []
    assert [name for name in FIRST_OF_PERSON if ("Person", name) not in FACTS] == []
    assert [name for name in FIRST_LISTS if name not in LISTS] == []


def test_every_question_is_asked_in_two_languages_and_names_the_row_it_is_about() -> None:
    for (entity, _), said in FACTS.items():
        assert said.english != said.spanish and said.spanish.count("¿") >= 1
        of_row = entity not in ("Case", "Person")
        assert ("{it}" in said.english) == ("{it}" in said.spanish) == of_row
        assert not of_row or entity in NOUNS
    for said in LISTS.values():
        assert said.english.endswith("?") and said.spanish.startswith("¿")


def test_every_word_that_a_client_can_choose_is_told_in_both_languages() -> None:
    asked = [BY_CLASS[entity].facts[name] for entity, name in FACTS]
    kinds = [ENTITIES[name].facts[ENTITIES[name].kind_fact] for name in LISTS]
    codes = {
        code
        for fact in (*asked, *kinds)
        if isinstance(fact, ChoiceFact) and len(fact.codes) < 20
        for code in fact.codes
    }
    names_of_forms = {code for code in codes if re.fullmatch(r"[A-Z]+|I-\d+[A-Z]*", code)}
    assert sorted(codes - CODES.keys() - names_of_forms) == []


def a_file(**order: str) -> Builder:
    said = Builder()
    paper = source("paper", "docket", dated="2026-05-04")
    said.says(paper, "order-1", Order, kind="removal")
    for fact, text in order.items():
        said.claim(paper, "order-1", fact, text)
    said.says(paper, "entry-1", Entry, manner="without inspection")
    return said


def test_a_file_without_an_order_an_entry_or_the_like_has_nothing_and_is_asked_who_it_is() -> None:
    ask = inquiry(Builder(), "2026-05-04")
    assert has_nothing(ask)
    assert [(q.subject, q.fact) for q in questions(ask, first=True)][:3] == [
        ("mateo", "name"),
        ("mateo", "nationality"),
        ("mateo", "born"),
    ]
    assert not has_nothing(inquiry(a_file(), "2026-05-04"))


def test_what_could_change_the_stay_comes_before_what_could_change_relief() -> None:
    found = [(q.subject, q.fact) for q in questions(inquiry(a_file(), "2026-05-04"))]
    assert found.index(("order-1", "decided")) < found.index(("case", "relatives"))


def test_a_known_fact_is_not_asked_for() -> None:
    before, after = (
        {(q.subject, q.fact) for q in questions(inquiry(file, "2026-05-04"))}
        for file in (a_file(), a_file(decided="2014-06-02", in_absentia="no"))
    )
    assert {("order-1", "decided"), ("order-1", "in_absentia")} <= before
    assert not {("order-1", "decided"), ("order-1", "in_absentia")} & after


def test_of_a_row_just_told_of_its_own_questions_come_first() -> None:
    found = questions(inquiry(a_file(), "2026-05-04"), "entry-1")
    assert (found[0].subject, found[0].fact) == ("entry-1", "on")
    assert found[0].english == "When did you come in, at that entry (entry-1)?"


def test_a_fact_for_records_is_asked_of_no_client() -> None:
    asked = {q.fact for q in questions(inquiry(a_file(), "2026-05-04"))}
    assert not {"mailed", "motion_ruling", "appeal_reserved_by_dhs", "circuit"} & asked


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("3 de mayo de 2017", "3 May 2017"),
        ("mayo del 2017", "May 2017"),
        ("hace 25 años", "25 years ago"),
        ("hace como 2 meses", "about 2 months ago"),
        ("antes de 1992", "before 1992"),
        ("después de enero de 2001", "after January 2001"),
        ("nunca", "never"),
        ("todavía no", "not yet"),
        ("2017-05-01", "2017-05-01"),
        ("May 2017", "May 2017"),
    ],
)
def test_days_may_be_said_in_spanish(said: str, english: str) -> None:
    assert in_english(said) == english


def test_answers_are_written_as_the_file_writes_them() -> None:
    order, entry, relative = Order.facts, Entry.facts, BY_CLASS["Relative"].facts
    assert value_of(order["in_absentia"], "SÍ", ON) == "yes"
    assert value_of(order["executed"], "no", ON) == "not by 2026-05-04"
    assert value_of(order["executed"], "nunca", ON) == "not by 2026-05-04"
    assert value_of(order["decided"], "junio de 2014", ON) == "June 2014"
    assert value_of(entry["manner"], "1", ON) == "without inspection"
    assert value_of(entry["manner"], "con parole", ON) == "paroled"
    assert value_of(relative["name"], "Ana: the elder # one", ON) == "'Ana: the elder # one'"
    assert none_of("orders", False, ON) == "orders.none: {as of: 2026-05-04}"
    assert none_of("orders", True, ON) == "orders.complete: {as of: 2026-05-04}"


@pytest.mark.parametrize(("fact", "said"), [("in_absentia", "perhaps"), ("decided", "long ago"), ("kind", "99")])
def test_an_answer_that_says_no_value_is_refused_with_what_to_write(fact: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        value_of(Order.facts[fact], said, ON)
    assert refused.value.hint
