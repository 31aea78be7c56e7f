"""Whatever a file says, a brief can be made of it, printed, and read back; and it never says more than its parts."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abeyance.assess.asking import Inquiry
from abeyance.casefile.record import LISTS
from abeyance.casefile.standing import KINDS, SPEAKERS
from abeyance.casefile.vocabulary import CIRCUITS, ENTITIES
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, ListFact, MomentFact, NumberFact, RefFact
from abeyance.write.brief_json import to_json
from abeyance.write.brief_text import to_text
from tests.assess.asking import brief
from tests.casefile.building import Builder, source

DAYS = ("1996-06-30", "1996-07-01", "2016-01-05", "2017-03-02", "2017-04-17", "2026-03-08", "2026-03-09", "2026-03-10")
RANGES = ("2012..2016", "before 2017-05-01", "after 2017-01-01", "not by 2017-05-01", "never", "1992", "2017-04")
TITLES = [entity for entity in ENTITIES.values() if entity.list]


def texts(fact: Fact, keys: dict[type, list[str]]) -> st.SearchStrategy[str]:
    """What a person may write of a fact."""
    if isinstance(fact, BoolFact):
        return st.sampled_from(("yes", "no"))
    if isinstance(fact, DayFact):
        return st.sampled_from((*DAYS, *RANGES))
    if isinstance(fact, NumberFact):
        return st.sampled_from(("0", "3", "at least 2"))
    if isinstance(fact, MomentFact):
        return st.just("2017-05-04 12:00 America/New_York")
    if isinstance(fact, ChoiceFact):
        return st.sampled_from(fact.codes)
    if isinstance(fact, RefFact):
        return st.sampled_from(keys.get(fact.entity()) or [""])
    return st.sampled_from(("Connecticut", "Harbor Drain", "a < b & c"))


@st.composite
def files(draw: st.DrawFn) -> Builder:
    said = Builder()
    kinds = st.sampled_from(("order or decision", "docket", "letter", "press", *KINDS))
    sources = [
        source(f"s{i}", draw(kinds), dated=draw(st.sampled_from(DAYS)), speaker=draw(st.sampled_from(("", *SPEAKERS))))
        for i in range(draw(st.integers(1, 3)))
    ]
    keys: dict[type, list[str]] = {}
    often = st.sampled_from([*TITLES, *[e for e in TITLES if e.list in ("orders", "filings")] * 8])
    for i in range(draw(st.integers(0, 6))):
        entity = draw(often)
        keys.setdefault(entity, []).append(f"x{i}")
        said.subject(f"x{i}", entity, mention=draw(st.integers(0, 5)) == 0)
    for entity, subjects in keys.items():
        facts: dict[str, Any] = {n: f for n, f in entity.facts.items() if not isinstance(f, ListFact)}
        for subject in subjects:
            for name in draw(st.sets(st.sampled_from(sorted(facts)), max_size=10)):
                text = draw(texts(facts[name], keys))
                if text:
                    said.claim(draw(st.sampled_from(sources)), subject, name, text)
    for name in draw(st.sets(st.sampled_from(sorted(LISTS)), max_size=3)):
        said.complete(
            draw(st.sampled_from(sources)), name, draw(st.sampled_from((None, 0, 2))), draw(st.sampled_from(DAYS))
        )
    return said


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(files(), st.sampled_from(DAYS), st.sampled_from(("", *DAYS)), st.sampled_from(("", *CIRCUITS)))
def test_a_brief_can_be_made_and_printed_of_any_file(said: Builder, on: str, known: str, circuit: str) -> None:
    made = brief(said, on, known, circuit)
    for width in (80, 100):
        assert max(map(len, to_text(made, width).splitlines())) <= width
    assert json.loads(to_json(made))["headline"]["form"] == made.headline.form
    instruments = [line.value for line in made.stays if line.group != "pending"]
    assert (made.headline.form == "HELD") == ("yes" in instruments)
    if made.headline.form == "NOT HELD":
        assert set(instruments) == {"no"}
    for avenue in made.avenues:
        assert avenue.file_by is None or avenue.file_by >= made.on


@pytest.mark.parametrize("on", [date(1900, 1, 1), date(2200, 1, 1)])
def test_a_day_by_which_what_never_happens_would_have_happened_is_refused(on: date) -> None:
    with pytest.raises(ValueError, match=f"from 1900-01-02 to 2199-12-31, not about {on}"):
        Inquiry(Builder().file, on)


def test_a_source_that_only_calls_a_list_complete_is_one_of_the_sources() -> None:
    said = Builder()
    said.claim(source("letter"), "mateo", "nationality", "Guatemala")
    said.complete(source("docket", "docket"), "filings", 0)
    made = brief(said, "2017-05-01")
    assert (made.claims, made.sources) == (1, 2)
