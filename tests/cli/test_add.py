"""``abeyance new`` and ``abeyance add``."""

import errno
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from abeyance.casefile.saving import only_writer
from abeyance.cli import app

LETTER = "He was born in Guatemala.\n\nHe came in 1992.\n"
SHA256 = "9b50acb15c2af6e3d2c908e094c21c4b56ca0eb8022e6d9effbe0496df11140c"


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that was just begun, and a letter beside it."""
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    assert run("new", tmp_path / "mateo", "--respondent", "mateo", "--by", "ra").exit_code == 0
    return tmp_path / "mateo"


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def add(case: Path, *more: str) -> Result:
    return run("add", case, *more, "--by", "ra", "--recorded", "2026-11-25")


def test_a_new_case_is_in_order_in_form_and_sealed(case: Path) -> None:
    assert sorted(path.name for path in case.iterdir()) == [
        ".case.schema.json",
        "case.yaml",
        "documents",
        "history.jsonl",
    ]
    assert run("check", "--strict", case).exit_code == 0
    assert run("fmt", "--check", case).exit_code == 0
    text = (case / "case.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=.case.schema.json\n")
    assert "case: mateo\n" in text and "respondent: mateo  #" in text
    assert case.stat().st_mode & 0o077 == 0


def test_a_case_is_not_begun_over_another(case: Path) -> None:
    before = (case / "case.yaml").read_bytes()
    result = run("new", case)
    assert result.exit_code == 2 and "there is a case already" in result.output
    assert (case / "case.yaml").read_bytes() == before


def test_where_the_disk_is_full_no_case_is_begun_and_no_folder_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", full)
    result = run("new", tmp_path / "of 2026" / "mateo")
    assert result.exit_code == 2 and "E204" in result.output and "nothing was changed" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_case_is_not_begun_where_a_link_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "mateo").mkdir()
    (tmp_path / "mateo" / "case.yaml").symlink_to(tmp_path / "lost.yaml")
    result = run("new", tmp_path / "mateo")
    assert result.exit_code == 2 and "there is a case already" in result.output
    assert not (tmp_path / "lost.yaml").exists()


def test_a_folder_of_a_name_that_cannot_be_is_told(tmp_path: Path) -> None:
    result = run("new", tmp_path / ("a" * 300))
    assert result.exit_code == 2 and "E204 this cannot be written: File name too long" in result.output


def test_a_name_of_two_words_is_refused_and_leaves_no_folder(tmp_path: Path) -> None:
    result = run("new", tmp_path / "x", "--respondent", "Mateo Ruiz")
    assert result.exit_code == 2 and "E130" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_case_in_a_folder_of_any_name_gets_a_name_of_one_word(tmp_path: Path) -> None:
    assert run("new", tmp_path / "Ruíz, Mateo (2017)").exit_code == 0
    assert "case: Ruíz-Mateo-2017\n" in (tmp_path / "Ruíz, Mateo (2017)" / "case.yaml").read_text("utf-8")


def test_a_document_is_copied_in_with_its_hash_and_what_it_says_is_entered(case: Path) -> None:
    letter = case.parent / "letter.txt"
    result = add(
        case,
        "letter",
        "mateo.nationality @par1: Guatemala",
        "entry-1 @¶2: {entry: unknown, on: 1992}",
        *("--document", str(letter), "--kind", "letter", "--dated", "2017-05-01", "--had", "2017-05-02"),
    )
    assert result.exit_code == 0, result.output
    assert (case / "documents" / "letter.txt").read_text("utf-8") == LETTER
    assert (
        (case / "case.yaml")
        .read_text("utf-8")
        .endswith(
            "sources:\n"
            "  letter:\n"
            "    document: documents/letter.txt\n"
            f"    sha256: {SHA256}\n"
            "    kind: letter\n"
            "    dated: 2017-05-01\n"
            "    had: 2017-05-02\n"
            "    recorded: 2026-11-25\n"
            "    by: ra\n"
            "    claims:\n"
            "      - mateo.nationality @¶1: Guatemala\n"
            "      - entry-1 @¶2: {entry: unknown, on: 1992}\n"
        )
    )
    assert "entered source letter, documents/letter.txt, 2 claims; entry 2" in result.output
    assert run("check", "--strict", case).exit_code == 0


def test_a_claim_under_a_source_that_is_there(case: Path) -> None:
    add(case, "letter", "--kind", "letter", "--dated", "2017-05-01")
    result = run("add", case, "letter", "mateo.sex: male", "--by", "to", "--recorded", "2026-12-01")
    assert result.exit_code == 0
    assert "      - mateo.sex: {value: male, recorded: 2026-12-01}\n" in (case / "case.yaml").read_text("utf-8")


def untouched(case: Path, result: Result, *words: str) -> None:
    assert result.exit_code == 2
    for word in words:
        assert word in result.output
    assert "letter" not in (case / "case.yaml").read_text("utf-8").partition("sources:\n")[2].replace(
        "kind: letter", ""
    )
    assert list((case / "documents").iterdir()) == []


def test_what_cannot_be_read_is_shown_as_it_would_stand_and_nothing_is_written(case: Path) -> None:
    before = (case / "case.yaml").read_bytes(), (case / "history.jsonl").read_bytes()
    result = add(
        case, "letter", "mateo.bron @¶9: 1965", "--document", str(case.parent / "letter.txt"), "--kind", "letter"
    )
    untouched(case, result, "E120 @¶9 lies outside the document", "E121", "- mateo.bron @¶9: 1965\n")
    assert before == ((case / "case.yaml").read_bytes(), (case / "history.jsonl").read_bytes())


def test_a_source_misspelt_is_no_new_source(case: Path) -> None:
    add(case, "letter", "--kind", "letter")
    result = add(case, "leter", "mateo.sex: male")
    assert result.exit_code == 2
    assert "there is no source leter; for a new one add --kind, for one of the file write letter" in result.output


def test_a_source_that_is_there_is_not_described_anew(case: Path) -> None:
    add(case, "letter", "--kind", "letter")
    assert "is in the file already" in add(case, "letter", "mateo.sex: male", "--kind", "press").output
    assert "nothing to enter" in add(case, "letter").output


def test_where_the_disk_is_full_neither_document_nor_claim_is_entered(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.is_file() and path.read_bytes() for path in case.rglob("*")}
    fsync, files = os.fsync, [0]

    def full_after_the_document(handle: int) -> None:
        files[0] += 1
        full() if files[0] > 2 else fsync(handle)

    monkeypatch.setattr(os, "fsync", full_after_the_document)
    result = add(case, "letter", "--document", str(case.parent / "letter.txt"), "--kind", "letter")
    assert result.exit_code == 2 and "E204" in result.output and "nothing was changed" in result.output
    assert {path: path.is_file() and path.read_bytes() for path in case.rglob("*")} == before


def test_a_document_that_the_case_names_already_stays_though_the_history_cannot_be_written(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def no_history(new: Path, target: Path) -> None:
        full() if target.name == "history.jsonl" else replace(new, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", no_history)
        result = add(case, "letter", "--document", str(case.parent / "letter.txt"), "--kind", "letter")
    assert result.exit_code == 2 and "case.yaml is written already" in result.output
    assert run("check", case).output.startswith(f"{case / 'case.yaml'}: F006 not sealed yet")


def test_a_document_that_cannot_be_read_is_refused(case: Path) -> None:
    fifo = case.parent / "pipe"
    os.mkfifo(fifo)
    for path in (fifo, case.parent, case.parent / "nowhere.pdf"):
        untouched(case, add(case, "letter", "--kind", "letter", "--document", str(path)), "E129")


def test_another_document_of_the_same_name_gets_a_name_of_its_own(case: Path) -> None:
    letter = case.parent / "letter.txt"
    add(case, "one", "--kind", "letter", "--document", str(letter))
    add(case, "again", "--kind", "letter", "--document", str(letter))
    letter.write_text("Another.\n", "utf-8")
    add(case, "two", "--kind", "letter", "--document", str(letter))
    assert sorted(path.name for path in (case / "documents").iterdir()) == ["letter-2.txt", "letter.txt"]
    assert run("check", "--strict", case).exit_code == 0


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (b".abeyance-draft.pdf", "abeyance-draft.pdf"),  # which else would be cleared away as half written
        (b"caf\xe9.pdf", "caf .pdf"),
        (b"a\nb \x1b[31m.pdf", "a b [31m.pdf"),
        (b"it's # a: b @x.pdf", "it's # a: b @x.pdf"),
    ],
)
def test_a_document_of_any_name_is_kept_under_one_that_can_be_read(case: Path, name: bytes, kept: str) -> None:
    paper = Path(os.fsdecode(os.path.join(os.fsencode(case.parent), name)))
    paper.write_bytes(b"%PDF")
    assert add(case, "letter", "--kind", "letter", "--document", str(paper)).exit_code == 0
    assert add(case, "letter", "mateo.name: Mateo").exit_code == 0
    assert [path.name for path in (case / "documents").iterdir()] == [kept]
    assert run("check", "--strict", case).exit_code == 0


def test_what_is_no_text_is_refused_in_a_claim_and_marked_in_a_name(case: Path) -> None:
    result = add(case, "letter", "mateo.name: \udcff", "--kind", "letter")
    assert result.exit_code == 2 and "E0" in result.output
    assert run("add", case, "letter", "mateo.name: Mateo", "--kind", "letter", "--by", "r\udcff").exit_code == 0
    assert "by: r?\n" in (case / "case.yaml").read_text("utf-8")


def test_no_document_is_copied_while_another_run_is_writing(case: Path) -> None:
    with only_writer(case):
        result = add(case, "letter", "--kind", "letter", "--document", str(case.parent / "letter.txt"))
    assert result.exit_code == 2 and "E205" in result.output
    assert list((case / "documents").iterdir()) == []


def test_history_and_documents_can_be_read_by_whoever_can_read_the_case_file_and_by_nobody_else(case: Path) -> None:
    (case / "case.yaml").chmod(0o600)
    (case / "history.jsonl").unlink()
    (case.parent / "letter.txt").chmod(0o644)
    assert add(case, "letter", "--kind", "letter", "--document", str(case.parent / "letter.txt")).exit_code == 0
    for made in ("history.jsonl", "documents/letter.txt", "case.yaml"):
        assert (case / made).stat().st_mode & 0o777 == 0o600, made


def test_what_is_no_file_among_the_documents_is_passed_by(case: Path) -> None:
    (case / "documents" / "letter.txt").mkdir()
    (case / "documents" / "letter-2.txt").symlink_to(case / "nowhere")
    result = add(case, "letter", "--kind", "letter", "--document", str(case.parent / "letter.txt"))
    assert result.exit_code == 0 and "documents/letter-3.txt" in result.output


@pytest.mark.parametrize("name", ["case.yaml", "history.jsonl"])
def test_the_case_is_no_document_of_itself(case: Path, name: str) -> None:
    before = (case / "case.yaml").read_bytes()
    result = add(case, "letter", "--kind", "letter", "--document", str(case / name))
    assert result.exit_code == 2 and "E129 this is the case itself" in result.output
    assert (case / "case.yaml").read_bytes() == before


def test_a_document_that_lies_in_the_case_already_stays_where_it_is(case: Path) -> None:
    (case / "documents" / "scan.txt").write_text("A scan.\n", "utf-8")
    add(case, "scan", "--kind", "other", "--document", str(case / "documents" / "scan.txt"))
    assert "    document: documents/scan.txt\n" in (case / "case.yaml").read_text("utf-8")
    assert [path.name for path in (case / "documents").iterdir()] == ["scan.txt"]


def test_what_was_changed_by_hand_before_is_sealed_as_that(case: Path) -> None:
    add(case, "letter", "mateo.sex: male", "--kind", "letter")
    text = (case / "case.yaml").read_text("utf-8")
    (case / "case.yaml").write_text(text.replace("sex: male", "sex: female"), "utf-8")
    assert "entry 4" in add(case, "letter", "mateo.language: Mam").output
    assert '"how": "by hand"' in (case / "history.jsonl").read_text("utf-8").splitlines()[2]


def test_a_linked_case_file_keeps_its_documents_and_its_history_where_it_really_lies(
    case: Path, tmp_path: Path
) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "case.yaml").symlink_to(case / "case.yaml")
    result = add(tmp_path / "desk", "letter", "--document", str(tmp_path / "letter.txt"), "--kind", "letter")
    assert result.exit_code == 0, result.output
    assert [path.name for path in (tmp_path / "desk").iterdir()] == ["case.yaml"]
    assert (case / "documents" / "letter.txt").exists()
    assert run("check", "--strict", case).exit_code == 0
    assert run("check", "--strict", tmp_path / "desk").output.endswith(
        run("check", case).output.removeprefix(str(case))
    )


def test_two_case_files_in_one_folder_have_two_histories(case: Path) -> None:
    other = case / "sibling.yaml"
    other.write_bytes((case / "case.yaml").read_bytes())
    assert run("seal", other).exit_code == 0
    assert (case / "sibling.history.jsonl").exists()
    assert run("check", "--strict", case).exit_code == 0
    assert run("check", "--strict", other).exit_code == 0


def test_nothing_is_entered_into_a_file_that_has_problems(case: Path) -> None:
    text = (case / "case.yaml").read_text("utf-8") + "  letter:\n    kind: leter\n"
    (case / "case.yaml").write_text(text, "utf-8")
    result = add(case, "letter", "mateo.sex: male")
    assert result.exit_code == 2 and "E107" in result.output
    assert (case / "case.yaml").read_text("utf-8") == text


@pytest.mark.parametrize("command", ["new", "add"])
def test_help_has_an_example(command: str) -> None:
    assert f"abeyance {command} " in run(command, "--help").output
