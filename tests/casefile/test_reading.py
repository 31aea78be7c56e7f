"""``case.yaml`` as a person writes it, and what it says."""

from datetime import date
from pathlib import Path

import pytest

from abeyance.casefile.claimlines import ACTS
from abeyance.casefile.claims import Place
from abeyance.casefile.documents import PlainText
from abeyance.casefile.places import parse_place
from abeyance.casefile.reading import open_case, read_case
from abeyance.casefile.record import BY_CLASS, derive
from abeyance.casefile.succession import Fate
from abeyance.logic.values import LONG_AGO, NEVER, Presence, ordinal
from abeyance.problems import Unusable
from tests.casefile.reading import EXAMPLES, HEAD, LETTER, read, said


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_have_no_problem(path: Path) -> None:
    case, problems = read_case(path.parent)
    assert case is not None and problems == ()


def test_a_map_is_several_claims_about_one_subject() -> None:
    one = said("stay @¶5: {filing: stay request, forum: ICE}")
    two = said("stay @¶5: {filing: stay request}", "stay.forum @¶5: ICE")
    assert [(c.subject, c.fact, c.value, c.place) for c in one.claims] == [
        (c.subject, c.fact, c.value, c.place) for c in two.claims
    ]


def test_a_line_may_speak_of_what_a_later_line_introduces() -> None:
    case = said("motion.received: 2017-04-17", "motion: {filing: motion to reopen}")
    assert {c.subject for c in case.claims} == {"motion"}


def test_blanks_and_underscores_in_words_are_one() -> None:
    case = said("stay: {filing: stay request, fee_paid: yes}", "stay.fee paid: yes", "m.a_number: A1")
    assert [c.fact for c in case.claims] == ["kind", "fee_paid", "fee_paid", "a_number"]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("p2¶5", Place(2, 5)),
        ("¶5", Place(None, 5)),
        ("par5", Place(None, 5)),
        ("p2 par5", Place(2, 5)),
        ("p2", Place(2)),
        ("¶5:120-188", Place(None, 5, (120, 188))),
        ("¶0", None),
        ("¶5:188-120", None),
        ("five", None),
        ("¶" + "9" * 5000, None),
    ],
)
def test_a_place_is_page_paragraph_and_characters(written: str, place: Place | None) -> None:
    assert parse_place(written) == place


def test_a_problem_is_told_once() -> None:
    assert read(LETTER + "      - [a, b]\n")[1] == ["8:9 E113"]


def test_all_problems_are_told_at_once_in_their_order() -> None:
    text = LETTER + "      - m.bron: 1965\n      - m.born: 1965-02-30\n      - m born: 1965\n"
    assert read(text.replace("letter\n", "leter\n", 1))[1] == ["5:11 E107", "8:9 E121", "9:17 E124", "10:9 E116"]


def test_a_repeated_key_is_told_and_not_dropped() -> None:
    assert read(LETTER + "      - m: {name: Bo, name: Al}\n")[1] == ["8:23 E009"]
    assert read(LETTER + "      - m: {a number: A1, a_number: A2}\n")[1] == ["8:27 E009"]


def test_yaml_makes_nothing_of_the_values() -> None:
    case = said("m: {name: NO, nationality: 012, phone: 1_000}")
    assert [c.value.written for c in case.claims] == ["NO", "012", "1_000"]


@pytest.mark.parametrize(
    "text", ["case: x\r\nrespondent: m\r\nsources:\r\n", "\ufeffcase: x\nrespondent: m\nsources:\n"]
)
def test_lines_and_marks_of_other_systems_are_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_bytes(text.encode())
    case, problems = read_case(tmp_path)
    assert case is not None and problems == ()


# --- four days ---


def test_a_source_that_does_not_say_when_it_was_had_may_have_come_any_day_since_it_was_made() -> None:
    case = said("m.name: Bo")
    assert case.sources[0].had == (ordinal("2017-05-01"), NEVER)
    assert "name" not in {fact for _, fact in derive(case, file_known=date(2018, 1, 1)).claims}


def test_a_source_was_had_on_the_day_that_it_says() -> None:
    case, _ = read(LETTER.replace("    claims", "    had: 2017-05-03\n    claims") + "      - m.name: Bo\n")
    assert case is not None
    assert ("m", "name") in derive(case, file_known=date(2017, 5, 3)).claims
    assert ("m", "name") not in derive(case, file_known=date(2017, 5, 2)).claims


def test_as_known_to_the_office_on_the_day_of_the_letter_derby_is_not_empty() -> None:
    derby = open_case(next(path for path in EXAMPLES if path.parent.name == "derby"))
    assert all(source.recorded and source.recorded.year > 2017 for source in derby.sources)
    known = derive(derby, file_known=date(2017, 5, 1))
    assert known.claims == derive(derby).claims
    assert set(known.rows) == set(derive(derby).rows)
    before = derive(derby, file_known=date(2017, 4, 30))
    assert before.claims == {} and set(before.rows) == {"mateo"}


def test_a_subject_that_only_a_later_source_introduces_is_not_there_before() -> None:
    text = HEAD + (
        "  a: {kind: letter, dated: 2017-05-01, had: 2017-05-01, claims: [{o: {order: unknown}}]}\n"
        "  b: {kind: letter, dated: 2018-05-01, had: 2018-05-01, claims: [{o.decided: 2012}, {p: {order: unknown}}]}\n"
    )
    case, problems = read(text)
    assert case is not None and not problems
    assert set(derive(case, file_known=date(2017, 6, 1)).rows) == {"m", "o"}
    assert set(derive(case).rows) == {"m", "o", "p"}


def test_the_day_of_recording_stands_at_the_source_or_at_the_claim_or_at_a_whole_line() -> None:
    text = LETTER.replace("    claims", "    recorded: 2026-11-24\n    by: ra\n    claims")
    text += (
        "      - m.name: Bo\n"
        "      - m.phone: {value: '1', recorded: 2026-11-25, by: to}\n"
        "      - m: {email: a@b, language: K'iche', recorded: 2026-11-26}\n"
    )
    case, problems = read(text)
    assert case is not None and not problems
    assert [(c.fact, str(c.recorded), c.by) for c in case.claims] == [
        ("name", "2026-11-24", "ra"),
        ("phone", "2026-11-25", "to"),
        ("email", "2026-11-26", "ra"),
        ("language", "2026-11-26", "ra"),
    ]


# --- what statements do to others ---


def test_what_a_line_corrects_each_of_its_facts_corrects() -> None:
    case = said(
        "stay @¶1: {filing: stay request, decided: 2017-03-02, outcome: denied}",
        "stay @¶2: {decided: 2017-03-03, outcome: withdrawn, corrects: letter@¶1, because: a slip}",
    )
    assert derive(case).fates == (Fate.LIVE, Fate.CORRECTED, Fate.CORRECTED, Fate.LIVE, Fate.LIVE)


def test_a_claim_may_be_withdrawn_without_a_value() -> None:
    case = said("m.born @¶1: 1965", "m.born @¶2: {withdraws: letter@¶1, because: of somebody else}")
    assert derive(case).fates == (Fate.WITHDRAWN, Fate.ACT)
    assert ("m", "born") not in derive(case).claims


def test_no_arrest_record_can_be_set_aside_with_a_reason() -> None:
    case = said(
        "arrests.none @¶3: {kind: arrested}",
        "arrests.open @¶4: {sets aside: letter@¶3, because: the police stopped him in 2011}",
    )
    record = derive(case)
    assert record.list_fates == (Fate.SET_ASIDE, Fate.ACT)
    (open_end,) = record.root["arrests"]
    assert open_end["on"] == (LONG_AGO, NEVER)


def test_a_count_is_corrected_by_another_count() -> None:
    case = said(
        "relatives.count @¶1: {relation: child, number: 3}",
        "relatives.count @¶2: {relation: child, number: 4, corrects: letter@¶1, because: counted again}",
    )
    record = derive(case)
    assert record.list_fates == (Fate.CORRECTED, Fate.LIVE)
    assert record.counts == ()


def test_a_word_on_who_is_who_can_be_taken_back() -> None:
    case = said(
        "kid: {relative: child}",
        "elena: {mention: relative, name: Elena}",
        "elena.same_as @¶1: kid",
        "elena.perhaps @¶2: {value: kid, withdraws: letter@¶1, because: a neighbour says she is a niece}",
    )
    record = derive(case)
    assert record.identity_fates == (Fate.WITHDRAWN, Fate.ACT)
    assert record.rows["elena"]["@presence"] == Presence.MENTION


def test_a_claim_about_a_mention_may_correct_one_about_the_person_it_is() -> None:
    case = said(
        "kid: {relative: child, born: aged 19}",
        "elena: {mention: relative, name: Elena}",
        "elena.born @¶2: {value: aged 18, corrects: letter, because: her certificate}",
        "elena.same as: kid",
    )
    assert [fate for claim, fate in zip(case.claims, derive(case).fates, strict=True) if claim.fact == "born"] == [
        Fate.CORRECTED,
        Fate.LIVE,
    ]


def test_a_reference_may_leave_open_which() -> None:
    case = said("a: {order: removal}", "b: {order: deportation}", "motion: {filing: motion to reopen, of: a or b}")
    assert [row["@id"] for row in derive(case).rows["motion"]["of"]] == ["a", "b"]


def test_somebody_mentioned_in_one_paper_and_named_in_another_is_a_person() -> None:
    case = said("elena: {mention: relative, name: Elena}", "elena @¶2: {relative: child}")
    assert [subject.mention for subject in case.subjects if subject.key == "elena"] == [False]


# --- clearance ---


def test_clearance_and_privilege_stand_at_the_source_the_claim_or_a_whole_line() -> None:
    text = LETTER.replace("    claims", "    cleared: congress, ICE\n    work product: no\n    claims")
    text += (
        "      - m.nationality: Guatemala\n"
        "      - m.born: {value: 1965, cleared: [congress]}\n"
        "      - m.language: {value: Mam, privileged: yes}\n"
        "      - kid: {relative: child, citizen: yes, cleared: congress}\n"
    )
    case, problems = read(text)
    assert case is not None and not problems
    record = derive(case)
    told = {c.fact: [a for a in ("congress", "ICE", "public") if record.cleared_for(c, a)] for c in case.claims}
    assert told == {
        "nationality": ["congress", "ICE"],
        "born": ["congress"],
        "language": [],
        "relation": ["congress"],
        "citizen": ["congress"],
    }


def test_a_clearance_that_is_no_word_is_told_and_not_taken_for_none() -> None:
    assert read(LETTER + "      - m.born: {value: 1965, cleared: {a: b}}\n")[1] == ["8:40 E123"]
    assert read(LETTER + "      - m.born: {value: 1965, privileged: ''}\n")[1] == ["8:43 E123"]


# --- the file and its documents ---


def test_a_brief_may_be_written_where_a_document_is_missing_and_check_says_so(tmp_path: Path) -> None:
    text = LETTER.replace("    claims", "    document: documents/letter.pdf\n    claims") + "      - m.name: Bo\n"
    (tmp_path / "case.yaml").write_text(text, "utf-8")
    assert open_case(tmp_path).claims[0].value.written == "Bo"
    assert [problem.code for problem in read_case(tmp_path)[1]] == ["E111"]


@pytest.mark.parametrize("document", ["documents\\letter.pdf", "https://example.org/letter.pdf"])
def test_a_document_that_is_written_as_another_system_or_the_web_would_is_told_how(
    tmp_path: Path, document: str
) -> None:
    text = LETTER.replace("    claims", f"    document: {document}\n    claims")
    (tmp_path / "case.yaml").write_text(text, "utf-8")
    (problem,) = read_case(tmp_path)[1]
    assert problem.code == "E111" and "with /, as in documents/letter.pdf" in problem.hint


def test_a_file_that_cannot_be_read_is_refused_with_everything_that_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("case: x\nrespondent: Mateo Ruiz\nsources: 3\n", "utf-8")
    with pytest.raises(Unusable) as error:
        open_case(tmp_path)
    assert [problem.code for problem in error.value.problems] == ["E130", "E102"]


@pytest.mark.parametrize("document", ["/etc/passwd", "../x.txt", "a/../../x.txt", "C:\\x.txt", "\\\\host\\x", "..\\x"])
def test_a_document_by_a_path_that_leads_out_is_refused(document: str) -> None:
    text = LETTER.replace("    claims", f"    document: '{document}'\n    claims")
    assert [problem.partition(" ")[2] for problem in read(text)[1]] == ["E110"]


def test_no_fact_has_the_name_of_an_act() -> None:
    names = {name.replace("_", " ") for entity in BY_CLASS.values() for name in entity.facts}
    assert not names & {*ACTS, "value"}


def test_a_respondent_who_is_not_one_word_is_told_once_and_not_again_for_every_claim() -> None:
    text = (
        "case: x\nrespondent: Nadia Haddou\nsources:\n  letter:\n    kind: letter\n    dated: 2017-05-01\n    claims:\n"
        "      - nadia @¶2: {name: Nadia Haddou, nationality: Morocco}\n      - nadia.born: 1990\n"
        "      - m.language: Arabic\n      - order-1: {ordr: removal}\n      - motion-1.received: 2017-04-17\n"
    )
    assert read(text)[1] == ["2:13 E130", "11:19 E114", "12:9 E117"]


def test_a_day_of_a_source_that_cannot_be_read_is_told_once_and_not_for_all_that_counts_from_it() -> None:
    claims = "    claims:\n      - m.born: aged 6\n      - job: {employment: X, since: 3 years ago}\n      - filings.none: yes\n"
    assert read(f"{HEAD}  letter:\n    kind: letter\n    dated: 5/1/2017\n{claims}")[1] == ["6:12 E108"]
    assert read(f"{HEAD}  letter:\n    kind: letter\n{claims}")[1] == ["7:17 E124", "8:37 E124", "9:9 E128"]


def test_capitals_and_small_letters_in_words_are_one() -> None:
    case = said("order-1: {Order: removal, appeal reserved by DHS: no}", "order-1.Appeal Reserved By DHS: no")
    assert [claim.fact for claim in case.claims] == ["kind", "appeal_reserved_by_dhs", "appeal_reserved_by_dhs"]


def test_capitals_in_names_of_sources_matter() -> None:
    case, problems = read(f"{HEAD}  A:\n    kind: letter\n  a:\n    kind: press\n")
    assert case is not None and [source.key for source in case.sources] == ["A", "a"] and problems == []


def test_a_key_that_stands_twice_in_capitals_and_small_letters_is_told() -> None:
    assert read(f"{LETTER}      - order-1: {{order: removal, by: IJ, By: DHS}}\n")[1] == ["8:43 E009"]


def test_curly_quotes_around_a_value_are_told_and_within_one_or_within_straight_ones_kept() -> None:
    assert read(f"{LETTER}      - m.nationality: “Costa Rica”\n")[1] == ["8:24 E016"]
    assert "8:19 E016" in read(f"{LETTER}      - m: {{name: “Rui, Ana”, nationality: Chad}}\n")[1]
    assert read(f"{LETTER}      - m.nationality: ‘Chad’\n")[1] == ["8:24 E016"]
    kept = said("m.name: Ana O’Neill", "m.name: '“Ana”'", "m.name: ‘Aisha")
    assert [claim.value.written for claim in kept.claims] == ["Ana O’Neill", "“Ana”", "‘Aisha"]


@pytest.mark.parametrize("claim", ["m.born:1992", "m.born:\u00a01992", "o: {order:removal}", "m: {born:1992}"])
def test_a_colon_without_an_ordinary_blank_after_it_is_named(tmp_path: Path, claim: str) -> None:
    (tmp_path / "case.yaml").write_text(f"{LETTER}      - {claim}\n", "utf-8")
    (problem,) = read_case(tmp_path)[1]
    assert "put a blank after the colon" in problem.hint


def test_whoever_says_later_in_a_line_what_it_is_about_is_told_to_begin_with_that(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(f"{LETTER}      - kid: {{born: 1999, relative: son}}\n", "utf-8")
    (problem,) = read_case(tmp_path)[1]
    assert problem.code == "E114" and problem.hint == "begin with the word for it: kid: {relative: ..."


def test_whose_case_it_is_stands_at_the_top_and_is_no_claim(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(
        f"{LETTER}      - ana: {{person: unknown}}\n      - case.respondent: ana\n", "utf-8"
    )
    (problem,) = read_case(tmp_path)[1]
    assert (problem.line, problem.code, problem.message) == (9, "E121", "whose case this is is no claim")


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        ("p1¶2", ""),
        ("p2¶1", ""),
        ("p3¶1", "the document has 2 pages"),
        ("p2¶2", "page 2 has 1 paragraph"),
        ("p2¶1:24-29", ""),
        ("p2¶1:6-11", "paragraph 1 is 24-30"),
        ("¶3", ""),
        ("¶4", "the document has 3 paragraphs"),
    ],
)
def test_a_place_in_a_plain_text_is_counted_in_its_page_where_the_text_has_pages(place: str, wrong: str) -> None:
    parsed = parse_place(place)
    assert parsed is not None
    assert (PlainText("First.\n\nSecond line.\n\n\f\nThird.\n").misplaced(parsed) or "") == wrong
