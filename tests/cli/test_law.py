"""``abeyance law list`` and ``abeyance law show``."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner, Result

from abeyance.cli import app
from abeyance.law.bundle import bundle
from abeyance.law.cards import card, listing
from abeyance.law.tables import text_only
from abeyance.write.law_text import card_text, listing_text

MARCH_10 = date(2026, 3, 10)
PERIOD = "stay.bia.appeal-period"


def run(*arguments: str, columns: int = 100) -> Result:
    result = CliRunner(env={"COLUMNS": str(columns)}).invoke(app, ["law", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


TOLD = [row.id for row in text_only()]


def test_the_list_has_every_provision_once_under_its_page_and_what_is_text_only() -> None:
    entries = [entry.id for page in listing() for entry in page.provisions]
    assert sorted(entries) == sorted([*bundle().provisions, *TOLD])
    assert {entry.page for page in listing() for entry in page.provisions if entry.page != page.name} == set()
    output = run("list").output
    assert "appeals: Appeals from an immigration judge to the Board" in output
    assert "final.deportation-order" in output
    assert "[unsettled]" in output


def test_the_list_can_be_limited_to_a_word() -> None:
    output = run("list", "VAWA").output
    assert "stay.auto.vawa" in output
    assert "pfr.period" not in output


def test_a_word_that_no_provision_speaks_of_ends_with_2() -> None:
    result = run("list", "zebra")
    assert result.exit_code == 2
    assert "no provision speaks of 'zebra'" in result.stderr


def test_the_list_as_json_has_id_page_sentence_and_confidence() -> None:
    entries = json.loads(run("list", "--json").stdout)
    first = next(entry for entry in entries if entry["id"] == PERIOD)
    assert first == {
        "id": PERIOD,
        "page": "appeals",
        "says": "the last day on which the Board may receive the notice of appeal",
        "confidence": "sure",
    }
    assert len(entries) == len(bundle().provisions) + len(TOLD)
    assert [entry["id"] for entry in entries if entry["confidence"] == "text only"] == TOLD


def test_a_rule_that_is_text_only_is_told_and_why_it_answers_nothing() -> None:
    result = run("show", "pfr.scope")
    assert result.exit_code == 2
    assert result.output.startswith("pfr.scope is text only, and answers nothing: what a court of appeals may review")


def test_a_provision_is_shown_with_the_version_that_governs_on_the_day() -> None:
    output = " ".join(run("show", PERIOD, "--on", "2026-03-08").output.split())
    assert "1996-07-01 to 2026-03-08 8 CFR 1003.38(b); 61 Fed. Reg. 18900 [governs on 2026-03-08]" in output
    assert "was to begin 2026-03-09" in output
    assert "[of no effect: undone 2026-03-08]" in output


def test_as_known_before_the_vacatur_the_ten_days_govern() -> None:
    [clock] = card(bundle().provisions[PERIOD], MARCH_10, date(2026, 3, 7)).clocks
    assert clock.chosen_by == "the day it was decided (order)"
    old, thirty, ten, again = clock.versions
    assert (old.first, old.last, old.state) == (None, date(1996, 6, 30), "")
    assert (thirty.first, thirty.last, thirty.state) == (date(1996, 7, 1), date(2026, 3, 8), "")
    assert (ten.first, ten.last, ten.state) == (date(2026, 3, 9), None, "governs")
    assert (again.first, again.state) == (date(2026, 3, 9), "not known yet")


def test_as_known_before_it_was_published_a_version_is_not_known_yet() -> None:
    [clock] = card(bundle().provisions[PERIOD], MARCH_10, date(2026, 2, 5)).clocks
    assert [version.state for version in clock.versions] == ["", "governs", "not known yet", "not known yet"]


def test_on_the_last_day_of_a_version_it_governs_and_on_the_next_day_the_next_one() -> None:
    [before] = card(bundle().provisions["stay.ice.private-bill"], date(2017, 5, 4)).clocks
    [after] = card(bundle().provisions["stay.ice.private-bill"], date(2017, 5, 5)).clocks
    assert [v.state for v in before.versions] == ["governs", "", "", "", ""]
    assert [v.state for v in after.versions] == ["", "governs", "", "", ""]


def test_a_day_that_nobody_could_confirm_is_not_shown() -> None:
    output = run("show", "stay.ca.temporary", "--on", "2024-09-01").output
    assert "1998-01-01" not in output
    assert "from a day not confirmed" in output


def test_a_card_says_what_is_read_and_used_and_where_it_is_tested() -> None:
    output = run("show", "final.order", "--on", "2024-09-01").output
    assert "the day the case was reopened or the order vacated (reopened)" in " ".join(output.split())
    assert "uses        final.dhs-orders, final.in-absentia-removal" in output
    assert "used by     order.executable" in output
    assert "tested by   tests/law/final.order.yaml" in output
    assert "read        through 2026-11-23\n" in output


def test_a_card_names_the_file_of_a_page_that_lies_in_a_folder() -> None:
    assert "src/abeyance/law/discretion/closure.py" in run("show", "closure.general").output
    assert "src/abeyance/law/appeals.py" in run("show", PERIOD).output


def test_a_day_later_than_the_law_was_read_is_said_to_be_later() -> None:
    assert "2026-12-01 is later: check what has changed since" in run("show", PERIOD, "--on", "2026-12-01").output


def test_what_is_less_than_sure_says_why() -> None:
    output = " ".join(run("show", "final.deportation-order", "--on", "2024-09-01").output.split())
    assert "unsettled: 8 CFR 1241.31 has no clause for orders made in absentia" in output


def test_a_provision_is_found_by_its_other_name() -> None:
    assert run("show", "stay.bia.ifr-2026", "--on", "2026-03-10").output.startswith(f"{PERIOD}\n")


def test_an_unknown_id_names_the_nearest_and_ends_with_2() -> None:
    result = run("show", "stay.bia.apeal-period")
    assert result.exit_code == 2
    assert "stay.bia.apeal-period: there is no such provision; did you mean stay.bia.appeal-period" in result.stderr


def test_an_id_like_no_other_points_to_the_list() -> None:
    assert "see: abeyance law list" in run("show", "qqqq").stderr


def test_a_card_as_json_keeps_every_version_and_its_days() -> None:
    shown = json.loads(run("show", PERIOD, "--on", "2026-03-10", "--json").stdout)
    assert shown["id"] == PERIOD
    assert shown["clocks"][0]["versions"][2] == {
        "first": "2026-03-09",
        "last": None,
        "cite": "FR Doc. 2026-02326, interim rule of 2026-02-06",
        "note": shown["clocks"][0]["versions"][2]["note"],
        "state": "of no effect",
        "known": "2026-02-06",
        "undone": "2026-03-08",
        "confirmed": True,
        "read_until": None,
    }


@pytest.mark.parametrize("width", [80, 100])
def test_every_provision_and_the_list_fit_the_width(width: int) -> None:
    pages = [
        listing_text(listing(), width),
        *(card_text(card(p, MARCH_10), width) for p in bundle().provisions.values()),
    ]
    assert {len(line) > width for page in pages for line in page.splitlines()} == {False}


def test_uses_and_used_by_are_two_sides_of_one_thing() -> None:
    used = {(p.id, other) for p in bundle().provisions.values() for other in p.uses}
    assert used == {(other, p.id) for p in bundle().provisions.values() for other in bundle().used_by(p.id)}
    assert ("final.order", "final.dhs-orders") in used
    assert ("final.order", "stay.bia.appeal-period") not in used


def test_a_deadline_is_told_in_words_with_the_day_to_file_by() -> None:
    result = CliRunner().invoke(app, ["law", "deadline", "appeal", "--decided", "2025-06-05", "--on", "2025-06-06"])
    assert result.exit_code == 0
    assert result.output.startswith("Appeal to the Board: Monday, 7 July 2025\n")
    assert "send by     Wednesday, 2 July 2025" in result.output


def test_without_a_name_every_clock_is_listed_with_what_it_asks() -> None:
    result = CliRunner().invoke(app, ["law", "deadline"])
    assert result.exit_code == 0
    assert "bond-dhs-notice DHS notice of intent to appeal custody: --decided" in " ".join(result.output.split())


def test_everything_wrong_with_a_deadline_is_told_at_once_and_ends_with_2() -> None:
    typed = ["law", "deadline", "appeal", "--mailed", "2026-02-30", "--served", "2026-01-01", "--circuit", "13"]
    result = CliRunner().invoke(app, typed)
    assert result.exit_code == 2
    assert [line.split(":")[0] for line in result.output.splitlines()] == [
        "--decided",
        "--served",
        "--mailed 2026-02-30",
        "--circuit 13",
    ]


def test_a_clock_that_there_is_not_is_refused_with_those_most_like_it() -> None:
    result = CliRunner().invoke(app, ["law", "deadline", "motion-to-open"])
    assert (result.exit_code, "did you mean motion-to-reopen" in result.output) == (2, True)


def test_a_deadline_for_programs_gives_the_days_as_days() -> None:
    result = CliRunner().invoke(app, ["law", "deadline", "appeal", "--decided", "2024-12-10", "--json"])
    found = json.loads(result.output)
    assert (found["schema"], found["day"]) == ("1", {"first": "2025-01-09", "last": "2025-01-10"})
    assert (found["file_by"], [why for _, why in found["warnings"]]) == (
        "2025-01-08",
        ["closed by Executive Order 14133"],
    )


def test_the_clocks_and_a_calendar_for_programs_say_their_version() -> None:
    clocks = json.loads(CliRunner().invoke(app, ["law", "deadline", "--json"]).output)
    assert clocks["schema"] == "1"
    assert {
        "name": "certiorari",
        "title": "Petition for certiorari",
        "needs": ["decided"],
        "may": [],
        "provision": "pfr.certiorari",
    } in (clocks["clocks"])
    year = json.loads(
        CliRunner().invoke(app, ["law", "calendar", "--forum", "court", "--year", "2026", "--json"]).output
    )
    assert (year["schema"], year["forum"], year["year"]) == ("1", "federal courts", 2026)
    assert year["days"][0] == {"day": "2026-01-01", "why": "New Year's Day", "source": "5 U.S.C. 6103(a)"}


def test_the_closed_days_of_a_year_are_listed_with_those_that_are_in_doubt() -> None:
    result = CliRunner().invoke(app, ["law", "calendar", "--forum", "dhs", "--year", "2025"])
    assert result.exit_code == 0
    assert "2025-01-09 Thu  Closed by order of the President" in result.output
    assert "2025-06-19 Thu  Juneteenth; Pub. L. 117-17" in result.output
    assert "2025-10-11" not in result.output


def test_a_forum_without_a_calendar_is_refused() -> None:
    result = CliRunner().invoke(app, ["law", "calendar", "--forum", "USCIS"])
    assert (result.exit_code, result.output) == (2, "--forum USCIS: it is one of EOIR, DHS, court\n")
