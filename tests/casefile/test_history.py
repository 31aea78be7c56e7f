"""The sealed history (SEMANTICS 16)."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abeyance.casefile.casefolder import CaseFolder, look, rewritten, seal, write
from abeyance.casefile.findings import alterations
from abeyance.casefile.history import FILE, Difference, difference, follow, places
from abeyance.problems import Unusable
from tests.casefile.reading import LETTER

DAY = date(2026, 11, 24)
TEXT = (
    LETTER
    + "      - m.name: Bo\n      - m.born @¶1: 1965\n      - stay: {filing: stay request, forum: ICE, fee paid: yes}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case with one document, sealed."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter.txt").write_text("He was born in 1965.\n", "utf-8")
    (tmp_path / "case.yaml").write_text(
        TEXT.replace("    claims", "    document: documents/letter.txt\n    claims"), "utf-8"
    )
    seal(look(tmp_path), DAY, "ra")
    return tmp_path


def edit(folder: Path, old: str, new: str, name: str = "case.yaml") -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def found(folder: Path) -> list[str]:
    case = look(folder)
    assert case.problems == () and case.root is not None
    return [f"{p.code} {p.message}" for p in alterations(case.history, case.unsealed(), places(case.root), "case.yaml")]


def test_a_sealed_file_has_not_changed(folder: Path) -> None:
    assert found(folder) == []


def test_a_claim_taken_out_by_hand_is_noticed_with_what_it_said_and_when_it_was_sealed(folder: Path) -> None:
    edit(folder, "      - m.born @¶1: 1965\n", "")
    assert found(folder) == ["F005 letter m.born @¶1 is gone; it was 1965 when it was sealed on 2026-11-24 (entry 1)"]


def test_a_claim_altered_by_hand_is_noticed(folder: Path) -> None:
    edit(folder, "1965\n      - stay", "1956\n      - stay")
    assert found(folder) == ["F004 letter m.born @¶1 was 1965 when it was sealed on 2026-11-24 (entry 1)"]


def test_what_a_source_says_of_itself_is_sealed_too(folder: Path) -> None:
    edit(folder, "dated: 2017-05-01", "dated: 2017-05-02")
    assert found(folder) == ["F004 letter dated was 2017-05-01 when it was sealed on 2026-11-24 (entry 1)"]


def test_a_document_altered_is_noticed_though_the_file_has_no_hash_of_it(folder: Path) -> None:
    edit(folder, "1965", "1956", "documents/letter.txt")
    assert found(folder) == ["E112 the document is not the one that was sealed: its SHA-256 differs"]


def test_claims_added_by_hand_are_not_sealed_yet(folder: Path) -> None:
    edit(folder, "      - stay", "      - m.phone: '1'\n      - stay")
    assert found(folder) == ["F006 not sealed yet: 1 of the statements, the first in line 11"]


def test_comments_order_and_layout_are_no_change(folder: Path) -> None:
    edit(
        folder,
        "      - m.name: Bo\n      - m.born @¶1: 1965\n",
        "      # why\n      - m.born @par1: '1965'\n      - m.name: Bo\n",
    )
    edit(folder, "stay request, forum: ICE, fee paid: yes", "'stay  request', fee_paid: yes, forum: ICE")
    assert found(folder) == []


def test_an_edit_by_hand_is_recorded_as_what_it_is(folder: Path) -> None:
    edit(folder, "      - m.born @¶1: 1965\n", "")
    seal(look(folder), date(2026, 11, 25), "to", "typed in the wrong file")
    assert found(folder) == []
    entry = look(folder).history.entries[1]
    assert (entry.number, entry.recorded, entry.by, entry.how, entry.because) == (
        2,
        date(2026, 11, 25),
        "to",
        "by hand",
        "typed in the wrong file",
    )
    assert entry.difference == Difference(removed=(("letter m.born @¶1", "1965"),))


def test_an_edit_by_hand_before_an_addition_is_recorded_apart_from_it(folder: Path) -> None:
    edit(folder, "      - m.name: Bo\n", "      - m.name: Al\n")
    case = look(folder)
    write(case, rewritten(case, case.text + "      - m.phone: '1'\n"), DAY, "ra", "abeyance add")
    entries = look(folder).history.entries
    assert [(e.how, e.difference) for e in entries[1:]] == [
        ("by hand", Difference(changed=(("letter m.name", "Bo", "Al"),))),
        ("abeyance add", Difference(added=(("letter m.phone", "1"),))),
    ]


def test_nothing_new_makes_no_entry(folder: Path) -> None:
    before = (folder / FILE).read_bytes()
    seal(look(folder), DAY, "ra")
    assert (folder / FILE).read_bytes() == before


def three_entries(folder: Path) -> None:
    for number, name in enumerate(("Al", "Cy")):
        edit(folder, "m.name: Bo" if number == 0 else "m.name: Al", f"m.name: {name}")
        seal(look(folder), DAY, "ra")


def codes(folder: Path) -> list[str]:
    return [f"{p.code} {p.line}" for p in look(folder).problems]


def test_an_entry_altered_breaks_the_chain_at_the_next(folder: Path) -> None:
    three_entries(folder)
    edit(folder, '"Al"]', '"Ol"]', FILE)
    assert codes(folder) == ["E201 3"]


def test_who_made_an_entry_cannot_be_altered_without_breaking_the_chain(folder: Path) -> None:
    three_entries(folder)
    lines = (folder / FILE).read_bytes().splitlines(keepends=True)
    (folder / FILE).write_bytes(lines[0] + lines[1].replace(b'"by": "ra"', b'"by": "to"') + lines[2])
    assert codes(folder) == ["E201 3"]


def test_an_entry_that_takes_out_what_was_never_there_is_told(folder: Path) -> None:
    entry = look(folder).history.entries[0]
    more = replace(entry, difference=Difference((*entry.difference.added,), removed=(("letter m.x", "1"),)))
    assert [p.code for p in follow(more.line().encode() + b"\n", "history.jsonl")[1]] == ["E201"]


def test_an_entry_taken_out_breaks_the_chain(folder: Path) -> None:
    three_entries(folder)
    lines = (folder / FILE).read_bytes().splitlines(keepends=True)
    (folder / FILE).write_bytes(lines[0] + lines[2])
    assert codes(folder) == ["E201 2"]


def test_the_last_entry_cannot_be_altered_either(folder: Path) -> None:
    three_entries(folder)
    edit(folder, '"Al", "Cy"', '"Al", "Bo"', FILE)
    assert codes(folder) == ["E201 3"]


def test_a_history_cut_short_shows_in_the_file(folder: Path) -> None:
    three_entries(folder)
    lines = (folder / FILE).read_bytes().splitlines(keepends=True)
    (folder / FILE).write_bytes(b"".join(lines[:2]))
    assert found(folder) == ["F004 letter m.name was Al when it was sealed on 2026-11-24 (entry 2)"]


def test_a_last_line_that_is_not_whole_is_told(folder: Path) -> None:
    (folder / FILE).write_bytes((folder / FILE).read_bytes()[:-5])
    assert codes(folder) == ["E201 1"]


@pytest.mark.parametrize(
    "line", [b"{}", b"[]", b"3", b"", b"\xff", b"[" * 100_000, b'{"number": ' + b"9" * 5000 + b"}"]
)
def test_a_line_that_is_no_entry_is_told(line: bytes) -> None:
    assert [p.code for p in follow(line + b"\n", "history.jsonl")[1]] == ["E202"]


def test_a_broken_chain_is_not_added_to(folder: Path) -> None:
    edit(folder, '"ra"', '"to"', FILE)
    edit(folder, '"content": "', '"content": "0', FILE)
    with pytest.raises(Unusable):
        seal(look(folder), DAY, "ra")


def test_a_file_with_a_problem_is_not_sealed(folder: Path) -> None:
    edit(folder, "m.name", "m.nmae")
    with pytest.raises(Unusable):
        seal(look(folder), DAY, "ra")


def test_the_history_is_lines_of_json_that_anybody_can_read(folder: Path) -> None:
    (line,) = (folder / FILE).read_text("utf-8").splitlines()
    entry = json.loads(line)
    assert list(entry) == [
        "number",
        "recorded",
        "by",
        "how",
        "because",
        "added",
        "changed",
        "removed",
        "content",
        "before",
    ]
    assert ["letter stay.filing", "stay request"] in entry["added"]
    assert sum(head == "./documents/letter.txt" for head, _ in entry["added"]) == 1


said = st.tuples(st.sampled_from("abc"), st.sampled_from("12"))


@given(st.lists(said, max_size=6), st.lists(said, max_size=6))
def test_what_was_added_changed_and_removed_leads_from_one_state_to_the_other(
    was: list[tuple[str, str]], now: list[tuple[str, str]]
) -> None:
    changes = difference(Counter(was), Counter(now))
    state = Counter(was)
    state.subtract([*changes.removed, *((head, before) for head, before, _ in changes.changed)])
    assert all(count >= 0 for count in state.values())
    state.update([*changes.added, *((head, after) for head, _, after in changes.changed)])
    assert +state == Counter(now)
    assert not {head for head, _ in changes.added} & {head for head, _ in changes.removed}


def test_a_folder_without_a_history_has_none(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(TEXT, "utf-8")
    case: CaseFolder = look(tmp_path)
    assert case.history.entries == () and case.problems == ()
