"""A brief of a file that was altered since it was sealed says so before anything else."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from abeyance.cli import app

DERBY = Path(__file__).parents[2] / "examples" / "derby"
ON = ("--on", "2017-05-01")
WARNING = "Beware: 1 thing in this file or its documents, not as sealed or as said: abeyance check CASE"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(DERBY, tmp_path / "derby"))
    assert run("seal", folder, "--by", "ana").exit_code == 0
    return folder


def told(folder: Path) -> str:
    return " ".join(run("brief", folder, *ON).output.split())


def test_a_sealed_file_has_nothing_to_warn_of(sealed: Path) -> None:
    assert "Beware" not in told(sealed)
    assert run("why", sealed, "final.order", *ON).stderr == ""


def test_a_claim_changed_by_hand_is_told_under_the_headline(sealed: Path) -> None:
    file = sealed / "case.yaml"
    file.write_text(file.read_text("utf-8").replace("decided: 2017-03-02", "decided: 2017-03-03"), "utf-8")
    assert f"Act as if there is none. {WARNING}" in told(sealed)


def test_so_is_a_document_that_is_another(sealed: Path) -> None:
    document = next((sealed / "documents").iterdir())
    document.write_text(document.read_text("utf-8") + "P.S.\n", "utf-8")
    assert WARNING in told(sealed)
    assert WARNING in run("why", sealed, "final.order", *ON).stderr
    assert WARNING in run("compare", sealed, *ON, "--on", "2017-03-01").stderr


def test_a_claim_not_sealed_yet_is_nothing_to_warn_of(sealed: Path) -> None:
    file = sealed / "case.yaml"
    file.write_text(file.read_text("utf-8") + "      - home.since: 2010\n", "utf-8")
    assert "Beware" not in told(sealed)
