"""What is written for a word of a case file leads to the word that is meant, and to no other."""

from pathlib import Path

import pytest

from abeyance.casefile import othernames
from abeyance.casefile.reading import read_case
from abeyance.casefile.record import BY_CLASS
from abeyance.casefile.standing import KINDS, SPEAKERS
from abeyance.casefile.vocabulary import ENTITIES, fact_named
from tests.casefile.reading import HEAD, LETTER


def hint(folder: Path, text: str) -> str:
    """The code of the one problem of a text, and how to mend it."""
    (folder / "case.yaml").write_text(text, "utf-8")
    (problem,) = read_case(folder)[1]
    return f"{problem.code} {problem.hint}"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            "kind: birth certificate",
            "did you mean vital record?",
        ),  # and not the likest word, naturalization certificate
        ("kind: certificate", "did you mean vital record?"),  # and not certified record
        ("kind: news article", "did you mean press?"),
        ("kind: Affidavit", "did you mean declaration?"),
        ("kind: NTA", "did you mean charging document?"),
        ("kind: FOIA", "did you mean records release?"),
        ("kind: leter", "did you mean letter?"),
        ("kind: medical certificate", "it may be order or decision, agency form,"),
        ("speaker: wife", "did you mean relative?"),  # and not the likest word, witness
        ("speaker: client", "did you mean respondent?"),
        ("speaker: DHS", "did you mean opposing party?"),
    ],
)
def test_no_guess_leads_from_a_kind_or_a_speaker_to_a_stronger_one(tmp_path: Path, line: str, says: str) -> None:
    kind = "" if line.startswith("kind") else "    kind: letter\n"
    assert hint(tmp_path, f"{HEAD}  letter:\n{kind}    {line}\n").startswith(f"E107 {says}")


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        ("o.entered: 2012-03-01", "did you mean decided?"),  # and not executed
        ("o.date: 2012-03-01", "did you mean decided?"),
        ("o.appeal: no", "enter what happened"),  # and not appeal waived
        ("o.served: 2012-03-01", "it may be kind, by, decided,"),  # and not appeal reserved by DHS
        ("f.filed: 2012-03-20", "did you mean received?"),  # and not shown qualified alien
        ("f.date: 2012-03-20", "did you mean received?"),
        ("f.denied: 2012-03-20", "did you mean decided? The outcome is a fact of its own"),
        ("f.late: yes", "it may be kind, forum,"),  # and not accepted late
        ("f.recieved: 2012-03-20", "did you mean received?"),
        ("m.dob: 1965", "did you mean born?"),
    ],
)
def test_no_guess_leads_from_a_fact_to_another(tmp_path: Path, claim: str, says: str) -> None:
    text = f"{LETTER}      - o: {{order: removal}}\n      - f: {{filing: appeal}}\n      - {claim}\n"
    assert hint(tmp_path, text).startswith(f"E121 {says}")


def test_the_word_for_a_subject_is_found_by_what_people_call_it(tmp_path: Path) -> None:
    assert "did you mean filing?" in hint(tmp_path, f"{LETTER}      - motion-1: {{motion: to reopen}}\n")
    assert "did you mean charging document?" in hint(tmp_path, f"{LETTER}      - nta-1: {{NTA: served}}\n")


def test_every_other_name_is_of_a_word_that_there_is_and_none_itself() -> None:
    assert set(othernames.KINDS_AND_SPEAKERS.values()) <= {*KINDS, *SPEAKERS}
    assert not set(othernames.KINDS_AND_SPEAKERS) & {*KINDS, *(speaker.casefold() for speaker in SPEAKERS)}
    assert set(othernames.ENTITIES.values()) <= set(ENTITIES) and not set(othernames.ENTITIES) & set(ENTITIES)
    facts = {name for names in othernames.FACTS.values() for name in names}
    assert [name for name in facts if not any(fact_named(entity, name) for entity in BY_CLASS.values())] == []
