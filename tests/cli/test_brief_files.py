"""The brief written to files."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from abeyance.cli import app

DERBY = str(Path(__file__).parents[2] / "examples" / "derby")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["brief", DERBY, "--on", "2017-05-01", *words])


@pytest.mark.parametrize(
    ("flag", "name", "begins"), [("--html", "a.html", b"<!doctype html>"), ("--pdf", "a.pdf", b"%PDF-")]
)
def test_a_file_is_written_and_nothing_is_printed(tmp_path: Path, flag: str, name: str, begins: bytes) -> None:
    result = run(flag, str(tmp_path / name))
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_both_files_and_json_may_be_asked_for_at_once(tmp_path: Path) -> None:
    result = run("--html", str(tmp_path / "a.html"), "--pdf", str(tmp_path / "a.pdf"), "--json")
    assert result.output.startswith('{\n  "schema": "1",')
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.html", "a.pdf"]


@pytest.mark.parametrize("flag", ["--html", "--pdf"])
def test_a_folder_that_is_not_there_is_named_with_the_mend(tmp_path: Path, flag: str) -> None:
    result = run(flag, str(tmp_path / "nowhere" / "a"))
    assert result.exit_code == 2
    assert str(tmp_path / "nowhere" / "a") in result.output
