"""What is mistyped is met with what is wrong, where, and what to write instead; never with an answer, and never with a loss."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from abeyance.cli import app, asking
from abeyance.logic.values import LONG_AGO, NEVER

ROOT = Path(__file__).resolve().parents[2]
CASE = """\
case: nadia
respondent: nadia
sources:
  letter:
    kind: letter
    dated: 2024-06-03
    claims:
      - nadia @¶2: {name: Nadia Haddou, nationality: Morocco}
      - order-1 @¶4: {order: removal, by: immigration judge, decided: 2023-03-14}
      - arrests.none @¶5: yes
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with the example, an empty folder and a case."""
    shutil.copytree(ROOT / "examples" / "derby", tmp_path / "derby")
    (tmp_path / "empty").mkdir()
    (tmp_path / "nadia").mkdir()
    (tmp_path / "nadia" / "case.yaml").write_text(CASE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(*arguments: str) -> str:
    """All that the screen shows of a command that ends with 2."""
    result = CliRunner().invoke(app, arguments)
    assert isinstance(result.exception, SystemExit) and result.exit_code == 2, result.output
    return " ".join(result.output.replace("│", " ").split())


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("breif derby", "No such command 'breif'"),
        ("brief", "Missing argument 'CASE'"),
        ("brief nowhere", "nowhere: E001 there is no such file or folder"),
        ("brief empty", "a case is begun with: abeyance new empty"),
        ("facts nowhere", "a case is begun with: abeyance new nowhere"),
        ("check empty", "empty/case.yaml: E001 there is no such file or folder"),
        ("seal empty", "empty/case.yaml: E001 there is no such file or folder"),
        ("add empty letter --kind letter", "empty/case.yaml: E001 there is no such file or folder"),
        ("brief derby --on 2017-13-40", "'2017-13-40' is no day; write it as 2017-05-01"),
        ("brief derby --on 5/1/2017", "'5/1/2017' is no day; write it as 2017-05-01"),
        ("brief derby --known soon", "'soon' is no day"),
        ("brief derby --on 2200-01-01", "'2200-01-01' lies outside the years 1900 to 2199"),
        ("brief derby --on 1899-12-31", "'1899-12-31' lies outside the years 1900 to 2199"),
        ("brief derby --circuit 14", "there is no such circuit; it is one of 1, 2, 3"),
        ("brief derby --html nowhere/page.html", "this cannot be written"),
        ("brief derby --html empty", "empty: this cannot be written"),
        ("why derby mtr.tim", "did you mean mtr.time"),
        ("why derby mtr.time@motion-9", "cannot be asked about 'motion-9'; it can about motion-2017, stay-board"),
        ("why nadia mtr.time@motion-9", "it is about a filing, and the file has none"),
        ("schema bref", "'bref' has no schema; write brief or case"),
        ("compare derby --on 2017-05-01", "two are compared: give --on, --known or --file-known twice"),
        ("compare derby --on 2017-05-01 --on 2017-05-02 --on 2017-05-03", "two are compared"),
        ("add nadia order", "there is no source order; for a new one add --kind, for one of the file write letter"),
        ("add nadia order --kind order", "did you mean order or decision?"),
        ("add nadia order --kind ordre", "did you mean order or decision?"),
        ("add nadia order --kind letter --document gone.pdf", "gone.pdf: E129 the document cannot be read"),
        ("add nadia order --kind letter --dated 5/1/2017", "'5/1/2017' can be read as two different days"),
        ("new nadia", "there is a case already"),
    ],
)
def test_a_mistake_on_the_command_line_is_told_with_its_mend(folder: Path, typed: str, says: str) -> None:
    assert says in shown(*typed.split())
    assert (folder / "nadia" / "case.yaml").read_text("utf-8") == CASE


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("    kind: letter\n", "", "4:3: E106 the source letter does not say what kind it is; add kind: one of"),
        ("      - arrests", "\t- arrests", "10:1: E015 a tab stands at the start of this line"),
        ("2023-03-14", "3/14/2023", "9:71: E124 '3/14/2023' can be read as two different days"),
        ("2023-03-14", "2023-02-30", "9:71: E124 '2023-02-30' is no day: February 2023 has 28 days"),
        ("2024-06-03", "2024-06-31", "6:12: E108 '2024-06-31' is no day: June 2024 has 30 days"),
        ("nationality: M", "nationalty: M", "8:41: E121 a person has no fact 'nationalty'; did you mean nationality?"),
        ("nationality: M", "nationality:M", "8:41: E121 a person has no fact 'nationality:morocco'; put a blank after"),
        ("nationality: M", "nationality:\u00a0M", "; put a blank after the colon: nationality: value"),
        ("decided: 2023-03-14", "final: yes", "E121 an order has no fact 'final'; the law works that out; what a doc"),
        ("arrests.none", "arests.none", "10:9: E117 nothing says what arests is; did you mean arrests?"),
        ("order-1 @¶4: {order: removal, by", "order-1 @¶4: {by", "9:23: E114 'by' does not say what order-1 is; begin"),
        ("removal", "remuval", "9:30: E124 'remuval' is not one of the words for the kind of order; did you mean 'r"),
        ("-14}", "-14", "10:25: E002 this is not YAML: did not find expected ',' or '}'; check indentation"),
        ("Morocco}", '"Morocco}', "(see also line 8, where it begins)"),
        ("@¶4", "@4", "9:9: E119 @4 is not a place; write @p2¶5"),
        ("respondent: nadia", "respondent: Nadia Haddou", "2:13: E130 'Nadia Haddou' is not one word"),
        ("sources:", "source:", "3:1: E103 'source' has no meaning in a case file; did you mean sources?"),
    ],
)
def test_a_mistake_in_a_case_file_is_told_in_its_place_with_its_mend(
    folder: Path, right: str, wrong: str, says: str
) -> None:
    assert CASE.count(right) == 1
    (folder / "nadia" / "case.yaml").write_text(CASE.replace(right, wrong), "utf-8")
    assert says in shown("check", "nadia")
    assert says in shown("brief", "nadia", "--on", "2024-06-03")


@pytest.mark.parametrize("file", ["nadia/case.yaml", "nadia/history.jsonl", "derby/documents/page.html"])
def test_a_page_is_never_written_over_what_belongs_to_a_case(folder: Path, file: str) -> None:
    before = (folder / file).read_bytes() if (folder / file).exists() else None
    assert f"{file}: this is part of a case, and would be lost" in shown("brief", "derby", "--html", file)
    assert ((folder / file).read_bytes() if (folder / file).exists() else None) == before


def test_a_day_that_can_be_asked_about_lies_before_never() -> None:
    assert date(asking.FIRST_YEAR, 1, 1).toordinal() == LONG_AGO
    assert date(asking.LAST_YEAR + 1, 1, 1).toordinal() == NEVER
