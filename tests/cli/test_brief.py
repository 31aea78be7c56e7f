"""The commands that ask about a case: what they print and write, and how they end."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from abeyance.cli import app

DERBY = str(Path(__file__).parents[2] / "examples" / "derby")
runner = CliRunner()


def test_the_brief_begins_with_the_state_of_stays() -> None:
    result = runner.invoke(app, ["brief", DERBY, "--on", "2017-05-01"])
    assert result.exit_code == 0
    assert result.stdout.startswith("NO STAY SHOWN on Monday 2017-05-01, on the facts in this file.")


@pytest.mark.parametrize("columns", ["80", "100"])
def test_no_line_of_the_brief_is_wider_than_the_screen(columns: str) -> None:
    result = runner.invoke(app, ["brief", DERBY, "--on", "2017-05-01"], env={"COLUMNS": columns})
    assert max(map(len, result.stdout.splitlines())) <= int(columns)


def test_the_brief_as_json_carries_the_three_valued_value() -> None:
    result = runner.invoke(app, ["brief", DERBY, "--on", "2017-05-01", "--json"])
    assert json.loads(result.stdout)["headline"]["value"] == "unknown"


def test_the_brief_is_written_as_a_page_and_a_pdf_and_nothing_is_printed(tmp_path: Path) -> None:
    page, pdf = tmp_path / "brief.html", tmp_path / "brief.pdf"
    result = runner.invoke(app, ["brief", DERBY, "--on", "2017-05-01", "--html", str(page), "--pdf", str(pdf)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "NO STAY SHOWN" in page.read_text("utf-8")
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_a_page_in_a_folder_that_is_not_there_says_so_and_ends_with_two(tmp_path: Path) -> None:
    result = runner.invoke(app, ["brief", DERBY, "--on", "2017-05-01", "--html", str(tmp_path / "none" / "b.html")])
    assert result.exit_code == 2
    assert "this cannot be written" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["brief", "nowhere"],
            "nowhere: E001 there is no such file or folder; check the name; a case is begun with: abeyance new nowhere",
        ),
        (["brief", DERBY, "--on", "2017-13-40"], "'2017-13-40' is no day; write it as 2017-05-01"),
        (["brief", DERBY, "--circuit", "14"], "--circuit 14: there is no such circuit; it is one of 1, 2, 3"),
        (["why", DERBY, "mtr.tme"], "mtr.tme: there is no such provision; did you mean"),
        (["why", DERBY, "mtr.time@nobody"], "mtr.time@nobody: the provision cannot be asked about 'nobody'"),
        (["compare", DERBY, "--on", "2017-05-01"], "two are compared: give --on, --known or --file-known twice"),
    ],
)
def test_what_is_wrong_is_said_with_how_to_mend_it_and_ends_with_two(arguments: list[str], said: str) -> None:
    result = runner.invoke(app, arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_why_tells_the_inference_by_which_the_motion_is_late() -> None:
    result = runner.invoke(app, ["why", DERBY, "mtr.late-by-inference@motion-2017", "--on", "2017-05-01"])
    assert result.exit_code == 0
    assert result.stdout.startswith("YES, press  mtr.late-by-inference@motion-2017 [probably]")
    assert "which presupposes a final order" in " ".join(result.stdout.split())


def test_why_without_a_subject_answers_for_every_row_it_can_be_asked_of() -> None:
    result = runner.invoke(app, ["why", DERBY, "stay.ice.i246", "--on", "2017-05-01", "--json"])
    assert [answer["subject"] for answer in json.loads(result.stdout)] == [
        "motion-2017",
        "stay-board",
        "stay-2017",
        "stays-before",
    ]


def test_compare_says_that_the_refusal_came_between_march_and_may() -> None:
    result = runner.invoke(app, ["compare", DERBY, "--on", "2017-03-01", "--on", "2017-05-01"])
    assert result.exit_code == 0
    assert result.stdout.startswith("From 2017-03-01 to 2017-05-01: ")
    assert "is   unknown: denied Thursday 2017-03-02" in result.stdout


def test_the_day_asked_is_today_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    monkeypatch.setattr("abeyance.cli.asking.today", lambda: date(2017, 5, 2))
    result = runner.invoke(app, ["brief", DERBY])
    assert "on Tuesday 2017-05-02" in result.stdout
