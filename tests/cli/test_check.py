"""``abeyance check``, ``fmt`` and ``seal``."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from abeyance.cli import app
from tests.casefile.reading import LETTER

DERBY = Path(__file__).parents[2] / "examples" / "derby"


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def derby(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DERBY, tmp_path / "derby"))


def case(folder: Path, *claims: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "case.yaml").write_text(LETTER + "".join(f"      - {claim}\n" for claim in claims), "utf-8")
    return folder


def test_a_conflict_is_a_finding_and_no_error(derby: Path) -> None:
    result = run("check", derby)
    assert result.exit_code == 0
    assert "F001 sources disagree on job.since: letter 13 years ago; news almost 15 years ago" in result.output
    assert "settled by: W-2s" in result.output
    assert result.output.splitlines()[-1].startswith(f"{derby}: 2 sources, ")


def test_where_it_is_asked_findings_fail(derby: Path) -> None:
    assert run("check", "--strict", derby).exit_code == 1


def test_problems_end_with_2_each_with_its_line_and_a_caret(tmp_path: Path) -> None:
    folder = case(tmp_path / "x", "m.bron: 1965", "m.born: 1965-02-30")
    result = run("check", folder)
    assert result.exit_code == 2
    assert result.output == (
        f"{folder}/case.yaml:8:9: E121 a person has no fact 'bron'; did you mean born?\n"
        "   8 |       - m.bron: 1965\n"
        "               ^\n"
        f"{folder}/case.yaml:9:17: E124 '1965-02-30' is no day: February 1965 has 28 days; check the day\n"
        "   9 |       - m.born: 1965-02-30\n"
        "                       ^\n"
        f"{folder}: 2 problems. Disagreements are looked for when there is none.\n"
    )


def test_several_cases_are_all_checked_and_the_worst_decides(derby: Path, tmp_path: Path) -> None:
    wrong, right = case(tmp_path / "x", "m.bron: 1965"), case(tmp_path / "y", "m.born: 1965")
    result = run("check", wrong, derby, right)
    assert result.exit_code == 2
    assert (
        result.output.splitlines()[-1]
        == f"{right}: 1 source, 1 claim, no findings. Not sealed; to notice later what is altered: abeyance seal CASE"
    )
    assert run("check", right).exit_code == 0


def test_a_line_far_to_the_right_is_shown_around_the_place(tmp_path: Path) -> None:
    folder = case(tmp_path / "x", "m: {name: " + "x" * 300 + ", born: 1965-02-30}")
    _, line, caret, _ = run("check", folder).output.splitlines()
    assert line.startswith("   8 | ...x") and len(line) < 110
    assert line[caret.index("^") :].startswith("1965-02-30")


def test_what_would_move_the_cursor_is_not_printed(tmp_path: Path) -> None:
    folder = case(tmp_path / "x", 'm.name: "\\e[2J\\u202e"')
    (folder / "case.yaml").write_text((folder / "case.yaml").read_text("utf-8") + "# \u202e\n      - a\n", "utf-8")
    output = run("check", folder).output
    assert "E012" in output and all(character.isprintable() or character == "\n" for character in output)


def test_a_sealed_file_says_so_and_an_altered_one_is_found(derby: Path) -> None:
    assert run("seal", derby, "--by", "ra").output.startswith(f"{derby}/case.yaml: ")
    assert "by ra, entry 1, seal " in run("check", derby).output
    text = (derby / "case.yaml").read_text("utf-8")
    (derby / "case.yaml").write_text(text.replace("born: 1965-09-03", "born: 1965-09-04"), "utf-8")
    assert "F004 letter mateo.born @¶2 was 1965-09-03" in run("check", derby).output
    assert run("check", "--strict", derby).exit_code == 1
    assert "1 changed; entry 2" in run("seal", derby, "--by", "ra", "--because", "misread").output
    assert "F004" not in run("check", derby).output
    assert "nothing new; entry 2" in run("seal", derby).output


def test_a_file_with_problems_is_not_sealed(tmp_path: Path) -> None:
    folder = case(tmp_path / "x", "m.bron: 1965")
    result = run("seal", folder)
    assert result.exit_code == 2 and "E121" in result.output
    assert not (folder / "history.jsonl").exists()


def test_fmt_brings_into_form_once_and_seals_nothing(tmp_path: Path) -> None:
    folder = case(tmp_path / "x", 'm.born  @par5: "1965"   # a year')
    checked = run("fmt", "--check", folder)
    assert checked.exit_code == 1 and "not in form" in checked.output
    assert run("fmt", folder).output == f"{folder}/case.yaml: brought into form\n"
    assert "      - m.born @¶5: 1965  # a year\n" in (folder / "case.yaml").read_text("utf-8")
    assert run("fmt", folder).output == ""
    assert run("fmt", "--check", folder).exit_code == 0
    assert [path.name for path in folder.iterdir()] == ["case.yaml"]


def test_fmt_leaves_alone_what_it_cannot_read(tmp_path: Path) -> None:
    folder = case(tmp_path / "x", "m: {name: Bo, name: Al}")
    before = (folder / "case.yaml").read_bytes()
    result = run("fmt", folder)
    assert result.exit_code == 2 and "E009" in result.output
    assert (folder / "case.yaml").read_bytes() == before


def test_the_derby_example_is_in_form() -> None:
    assert run("fmt", "--check", DERBY).exit_code == 0


@pytest.mark.parametrize("command", ["check", "fmt", "seal"])
def test_help_has_an_example(command: str) -> None:
    assert f"abeyance {command} examples/derby" in run(command, "--help").output
