"""``abeyance ask``: questions to the client, and answers that become claims."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from abeyance.cli import app

DAY = "2026-05-04"
STORY = "My name is Ana.\n\nA judge ordered me deported in 2014.\n"


def run(*arguments: str | Path, typed: str = "") -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that was just begun."""
    assert run("new", tmp_path / "ana", "--respondent", "ana", "--by", "ra", "--recorded", DAY).exit_code == 0
    return tmp_path / "ana"


def ask(case: Path, *more: str | Path, typed: str = "") -> Result:
    return run("ask", case, "--on", DAY, "--recorded", DAY, "--by", "ra", *more, typed=typed)


def claims(case: Path) -> list[str]:
    """The claims of the interview, as they stand in the file."""
    text = (case / "case.yaml").read_text("utf-8")
    return [
        line.strip().removeprefix("- ")
        for line in text.partition(f"  interview-{DAY}:")[2].splitlines()
        if line.strip()[:2] == "- "
    ]


def test_a_first_talk_begins_with_who_it_is_and_every_answer_is_a_claim_told_by_the_client(case: Path) -> None:
    result = ask(case, typed="Ana Pérez\nGuatemala\nmayo de 1985\nsí\n1\n2026-05-21\n2026-05-01\nno\nq\n")
    assert result.exit_code == 0
    assert "What is your full name?" in result.output and "¿Cuál es su nombre completo?" in result.output
    assert claims(case) == [
        "ana.name: Ana Pérez",
        "ana.nationality: Guatemala",
        "ana.born: May 1985",
        "instruction-1: {instruction: depart}",
        "instruction-1.on: 2026-05-21",
        "instruction-1.given: 2026-05-01",
        "instruction-1.written: no",
    ]
    ledger = json.loads(run("facts", case, "--json").output)
    standings = {fact["standing"] for subject in ledger["subjects"] for fact in subject["facts"]}
    assert standings == {"told"}


def test_the_file_stays_in_order_in_form_and_sealed(case: Path) -> None:
    ask(case, typed="Ana\nGuatemala\n1985\nno\nsí\n1\n2014-06\nthe judge\n1\nyes\nq\n")
    assert run("check", "--strict", case).exit_code == 0
    assert run("fmt", "--check", case).exit_code == 0


def test_the_talk_ends_with_the_state_of_stays(case: Path) -> None:
    result = ask(case, typed="q\n")
    assert "NO STAY SHOWN on Monday 2026-05-04" in result.output.replace("\n", " ")
    assert f"abeyance brief {case}" in result.output


def test_where_no_more_is_typed_what_was_answered_is_kept(case: Path) -> None:
    assert ask(case, typed="Ana\n").exit_code == 0
    assert claims(case) == ["ana.name: Ana"]


def test_an_answer_that_cannot_be_read_is_asked_for_again_and_nothing_is_entered(case: Path) -> None:
    result = ask(case, typed="Ana\nGuatemala\nlong ago\n1985\nperhaps\nno\nq\n")
    assert "'long ago' is no day; write 2017-05-01" in result.output
    assert "'perhaps' is neither yes nor no" in result.output
    assert claims(case)[2:] == ["ana.born: 1985", f"instructions.none: {{as of: {DAY}}}"]


def test_what_is_not_known_makes_no_claim_and_is_not_asked_again(case: Path) -> None:
    result = ask(case, typed="?\n\nno sé\n?\nq\n")
    assert claims(case) == []
    assert result.output.count("What is your full name?") == 1


def test_a_thing_whose_kind_the_client_does_not_know_is_left_for_another_day(case: Path) -> None:
    result = ask(case, typed="Ana\nGuatemala\n1985\nyes\n?\nq\n")
    assert claims(case) == ["ana.name: Ana", "ana.nationality: Guatemala", "ana.born: 1985"]
    assert result.output.count("Did anybody tell you a day") == 1


def test_a_second_thing_of_a_list_has_a_name_of_its_own_and_then_a_no_says_that_there_is_no_other(case: Path) -> None:
    ask(case, typed="Ana\nGuatemala\n1985\n?\n?\nyes\n1\n2026-01\n2026-02\nq\n")
    left = [question["fact"] for question in json.loads(ask(case, "--json").output)]
    ask(case, typed="?\n" * left.index("custody") + "yes\n2\n2026-03\n2026-04\n" + "?\n" * len(left) + "no\n")
    assert "custody-2: {custody: criminal}" in claims(case)
    ask(case, typed="?\n" * left.index("custody") + "no\nq\n")
    assert claims(case)[-1] == f"custody.complete: {{as of: {DAY}}}"


def test_an_event_that_has_not_happened_is_not_so_by_the_day_of_the_talk(case: Path) -> None:
    ask(case, typed="Ana\nGuatemala\n1985\n?\n?\nyes\n1\n2026-01\nno\nq\n")
    assert claims(case)[-2:] == ["custody-1.since: 2026-01", f"custody-1.until: not by {DAY}"]


def test_a_story_is_kept_as_a_document_of_its_own(case: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    assert ask(case, "--story", tmp_path / "story.txt", typed="q\n").exit_code == 0
    assert (case / "documents" / "story.txt").read_text("utf-8") == STORY
    text = (case / "case.yaml").read_text("utf-8")
    assert f"  story-{DAY}:\n    document: documents/story.txt\n" in text and "    kind: interview\n" in text


def test_a_story_can_be_pasted_and_the_questions_follow(case: Path) -> None:
    result = ask(case, "--story", "-", typed=f"{STORY}.\nAna\nq\n")
    assert result.exit_code == 0
    assert (case / "documents" / f"story-{DAY}.txt").read_text("utf-8") == STORY
    assert claims(case) == ["ana.name: Ana"]


def test_a_second_story_of_the_day_is_refused_and_the_first_stays(case: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    ask(case, "--story", tmp_path / "story.txt", typed="q\n")
    before = (case / "case.yaml").read_bytes()
    result = ask(case, "--story", tmp_path / "story.txt", typed="q\n")
    assert result.exit_code == 2 and "there is a source story-2026-05-04 already" in result.output
    assert (case / "case.yaml").read_bytes() == before


def test_the_questions_are_printed_for_people_and_for_programs_and_none_is_asked(case: Path) -> None:
    before = (case / "case.yaml").read_bytes()
    printed, parsed = ask(case, "--list", "--most", "2"), json.loads(ask(case, "--json", "--most", "2").output)
    assert [(q["subject"], q["fact"], q["kind"]) for q in parsed] == [
        ("ana", "name", "words"),
        ("ana", "nationality", "words"),
    ]
    assert all(q["english"] in printed.output and q["spanish"] in printed.output for q in parsed)
    assert (case / "case.yaml").read_bytes() == before


def test_a_file_that_cannot_be_read_is_told_with_its_mistake(case: Path) -> None:
    (case / "case.yaml").write_text("case: ana\nrespondent: ana\nsources: 3\n", "utf-8")
    result = ask(case, typed="Ana\n")
    assert result.exit_code == 2 and "sources" in result.output
