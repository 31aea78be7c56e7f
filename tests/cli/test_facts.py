"""``abeyance facts``."""

import json
import shutil
from pathlib import Path

from typer.testing import CliRunner, Result

from abeyance.cli import app

DERBY = Path(__file__).parents[2] / "examples" / "derby"


def run(*arguments: str | Path, columns: str = "") -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": columns or None})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_ledger_of_derby_on_the_day_of_the_letter() -> None:
    result = run("facts", DERBY, "--on", "2017-05-01")
    assert result.exit_code == 0
    assert "job             employer          Harbor Drain                i   told       letter ¶5\n" in result.output
    assert "IN DISPUTE" in result.output
    assert "\x1b" not in result.output


def test_as_known_to_the_office_on_the_day_of_the_letter_it_is_not_empty_and_the_day_before_it_is() -> None:
    assert "Harbor Drain" in run("facts", DERBY, "--file-known", "2017-05-01").output
    before = run("facts", DERBY, "--file-known", "2017-04-30").output
    assert before.startswith("derby: no facts from no claims")
    assert "Not surely had by then, and left out: letter, news.\n" in before


def test_on_march_first_the_refusal_has_not_happened() -> None:
    assert "2017-03-02  (not yet)" in run("facts", DERBY, "--on", "2017-03-01").output
    assert "2017-03-02  (" not in run("facts", DERBY, "--on", "2017-05-01").output


def test_a_narrow_screen_is_filled_and_not_passed() -> None:
    assert max(map(len, run("facts", DERBY, columns="80").output.splitlines())) == 80


def test_what_was_taken_out_by_hand_stands_at_the_end(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DERBY, tmp_path / "derby"))
    run("seal", folder, "--by", "ra")
    text = (folder / "case.yaml").read_text("utf-8")
    (folder / "case.yaml").write_text(text.replace("      - home.owned @¶7: yes\n", ""), "utf-8")
    run("seal", folder, "--by", "to", "--because", "entered twice")
    output = run("facts", folder).output
    assert output.endswith("  news home.owned @¶7 was yes, taken out\n")
    assert " to, entry 2: entered twice\n" in output
    altered = json.loads(run("facts", folder, "--json").output)["altered_by_hand"]
    assert altered[0]["removed"] == [{"what": "news home.owned @¶7", "was": "yes"}]


def test_a_file_with_problems_is_refused_with_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("case: x\nrespondent: m\nsources: 3\n", "utf-8")
    result = run("facts", tmp_path)
    assert result.exit_code == 2 and "E102" in result.output


def test_help_has_an_example() -> None:
    assert "abeyance facts examples/derby" in run("facts", "--help").output
