"""Every code has one meaning, the smallest file that provokes it, its exact words, and its section in the docs."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from abeyance.casefile import saving
from abeyance.casefile.casefolder import look, rewritten, write
from abeyance.cli import app
from abeyance.problems import Unusable

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SOURCE = ROOT / "src" / "abeyance"
CODES = sorted(
    {code for path in SOURCE.rglob("*.py") for code in re.findall(r'"([EF]\d{3})"', path.read_text("utf-8"))}
)
FOLDERS = sorted(path.name for path in HERE.iterdir() if path.is_dir() and re.fullmatch(r"[EF]\d{3}", path.name))
HEAD = "case: x\nrespondent: m\nsources:\n  letter:\n    kind: letter\n    dated: 2017-05-01\n    claims:\n"


def put(text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / "case.yaml").write_text(text, "utf-8")


# Inputs too large, or too fleeting, to lie in a folder.
MADE: dict[str, Callable[[Path], object]] = {
    "E010": put("#" * 4_000_001),
    "E013": put("case: x\nsources: [" + "a," * 200_001 + "]\n"),
    "E014": put(HEAD + f"      - m.name: {'x' * 5_001}\n"),
    "E136": put(HEAD + "      - m.bron: 1965\n" * 1_100),
    "E137": put(HEAD + "      - m.nationality: Guatemala\n" * 501),
}


def changed_meanwhile(folder: Path) -> None:
    case = look(folder)
    text = case.text
    (folder / "case.yaml").write_text(text + "# by another hand\n", "utf-8")
    write(case, rewritten(case, text + "      - m.name: Bo\n"), date(2017, 5, 1), "", "test")


def no_room(folder: Path) -> None:
    saving.save(folder / "documents" / "letter.txt", b"", None)


def two_writers(folder: Path) -> None:
    with saving.only_writer(folder), saving.only_writer(folder):
        pass


ACTS = {"E203": changed_meanwhile, "E204": no_room, "E205": two_writers}


@pytest.mark.parametrize("code", FOLDERS)
def test_the_smallest_input_says_exactly_this(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "case"
    shutil.copytree(HERE / code, folder)
    expected = (folder / "expected.txt").read_text("utf-8")
    (folder / "expected.txt").unlink()
    monkeypatch.chdir(folder)
    if code in MADE:
        MADE[code](folder)
    if code in ACTS:
        with pytest.raises(Unusable) as error:
            ACTS[code](Path())
        said = f"{error.value}\n"
    else:
        result = CliRunner().invoke(app, ["check", "."])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert result.exit_code == (2 if code.startswith("E") else 0)
        said = result.output
    assert said.startswith(expected.removesuffix("...\n")) if expected.endswith("...\n") else said == expected
    assert f" {code} " in said


def test_every_code_has_its_smallest_input() -> None:
    assert FOLDERS == CODES


def test_every_code_has_a_section_of_its_own_in_the_docs() -> None:
    page = (ROOT / "docs" / "problems.md").read_text("utf-8")
    assert re.findall(r"(?m)^### ([EF]\d{3})\b", page) == CODES


def test_a_problem_names_nobodys_fault() -> None:
    for code in FOLDERS:
        assert not re.search(
            r"\b(invalid|illegal|failed to)\b", (HERE / code / "expected.txt").read_text("utf-8"), re.I
        )
