"""What the pages tell a reader to type is typed, in order, and the screen shows what they say."""

import re
import shutil
from pathlib import Path

import pytest
from typer.main import get_command

from abeyance.casefile.standing import KINDS, SPEAKERS
from abeyance.cli import app
from tests.docs.pages import ROOT, Block, blocks, changed, follow, like

PAGES = [page for page in sorted((ROOT / "docs").glob("*.md")) if "```console" in page.read_text("utf-8")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_can_be_followed_word_by_word(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if page.stem != "tutorial":  # which begins in an empty folder
        shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    for block in blocks(page.read_text("utf-8")):
        follow(block, tmp_path)


def test_the_tutorial_begins_with_the_commands_of_the_readme() -> None:
    assert "python3 bootstrap.py demo" in (ROOT / "README.md").read_text("utf-8")
    assert "python3 bootstrap.py demo" in (ROOT / "docs" / "tutorial.md").read_text("utf-8")


def test_every_command_has_a_section_with_an_example_that_is_run() -> None:
    commands = [
        f"{name} {inner}".strip()
        for name, command in get_command(app).commands.items()  # type: ignore[attr-defined]
        for inner in getattr(command, "commands", [""])
    ]
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    sections = {part.splitlines()[0]: part for part in page.split("\n### abeyance ")[1:]}
    assert sorted(sections) == sorted(commands)
    assert [name for name, text in sections.items() if f"\n$ abeyance {name} " not in text] == []


def test_every_option_stands_in_the_section_of_its_command() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for part in page.split("\n### abeyance ")[1:]:
        command = get_command(app)
        name = part.splitlines()[0]
        for word in name.split():
            command = command.commands[word]  # type: ignore[attr-defined]
        options = [option for each in command.params for option in each.opts if option.startswith("--")]
        assert [option for option in options if option not in part] == [], name


def test_the_page_of_the_case_file_names_every_kind_of_source_and_every_speaker() -> None:
    page = (ROOT / "docs" / "case-file.md").read_text("utf-8")
    said = re.findall(r"(?m)^\| of .*? \| (.*) \|$", page)
    assert sorted(", ".join(said).split(", ")) == sorted(KINDS)
    speakers = re.search(r"where the kind does not say: (.*) \|", page)
    assert speakers and speakers[1].split(", ") == list(SPEAKERS)


@pytest.mark.parametrize(
    ("shown", "output"),
    [
        ("one\n...\nfour\n", "one\ntwo\nthree\nfour\n"),
        ("one\n...\nfour\n", "one\nfour\n"),
        ("seal ..., by ...\n", "seal 12ab, by ra\n"),
        ("a (b) [c]\n", "a (b) [c]\n"),
        ("", ""),
    ],
)
def test_dots_stand_for_what_is_left_out(shown: str, output: str) -> None:
    assert like(shown).fullmatch(output)


@pytest.mark.parametrize(
    ("shown", "output"),
    [("one\nthree\n", "one\ntwo\nthree\n"), ("seal ..., by ra\n", "seal 12ab, by\nra\n"), ("", "one\n"), ("one\n", "")],
)
def test_what_the_page_does_not_say_is_noticed(shown: str, output: str) -> None:
    assert not like(shown).fullmatch(output)


def test_a_command_that_ends_otherwise_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="ends with 2, not 0"):
        follow(Block(("console",), "$ abeyance check nowhere\n...\n", 1), tmp_path)
    follow(Block(("console", "exit", "2"), "$ abeyance check nowhere\n...\n", 1), tmp_path)


def test_a_change_to_what_is_not_in_the_file_is_noticed() -> None:
    assert changed("a\nb\nc\n", "-b\n+d\n+e\n") == "a\nd\ne\nc\n"
    with pytest.raises(AssertionError, match=re.escape("'x\\n' is to be changed")):
        changed("a\n", "-x\n+y\n")


def test_every_rule_on_values_and_claims_names_the_tests_that_hold_it() -> None:
    page = (ROOT / "docs" / "developers" / "semantics.md").read_text("utf-8")
    parts = dict(re.findall(r"(?ms)^## (\d+)\. [^\n]*\n(.*?)(?=^## |\Z)", page))
    assert list(parts) == [str(number) for number in range(1, 17)]
    there = {
        name
        for path in (ROOT / "tests").rglob("*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    }
    named = {number: re.findall(r"`(test_\w+)`", part) for number, part in parts.items()}
    assert [number for number, names in named.items() if not names] == []
    assert [name for names in named.values() for name in names if name not in there] == []
