"""The ledger: every fact, how well it is proved, who says so and where, and what became of each claim."""

import json
from datetime import date
from pathlib import Path

import pytest

from abeyance.casefile.history import History
from abeyance.casefile.ledger import FactLine, Ledger, ledger
from abeyance.casefile.ledgerjson import to_json
from abeyance.casefile.ledgertext import to_text
from abeyance.casefile.reading import open_case
from abeyance.casefile.succession import Fate
from tests.casefile.reading import EXAMPLES, HEAD, read, said

CLAIMS = (
    HEAD
    + """\
  letter:
    kind: congressional letter
    dated: 2017-05-01
    had: 2017-05-01
    claims:
      - m @¶1: {name: Bo Ruiz, born: 1965-09-03}
      - kid-1 @¶5: {relative: child, born: aged 19}
      - elena @¶6: {mention: relative, name: Elena}
      - elena.same as @¶6: kid-1
      - daughter @¶6: {mention: relative, in school: Longshore College}
      - relatives.count @¶5: {relation: child, number: 1}
      - arrests.none @¶3: {kind: arrested}
      - o: {order: unknown}
      - job @¶5: {employment: Harbor Drain, since: 13 years ago}
      - job.work permit @¶5: {value: yes, cleared: congress}
      - stay @¶7: {filing: stay request, decided: 2017-03-02, supports: motion}
      - motion @¶7: {filing: motion to reopen, decided: not by 2017-05-01}
  news:
    kind: press
    dated: 2017-05-01
    had: 2017-05-02
    claims:
      - job @¶2: {since: almost 15 years ago}
      - job.until @¶3: not yet
  certificate:
    kind: vital record
    dated: 2018-01-01
    had: 2018-02-01
    claims:
      - m.born @¶1: {value: 1965-09-30, corrects: letter, because: the certificate shows the 30th}
  note:
    kind: attorney's note
    privileged: yes
    dated: 2019-01-01
    had: 2019-01-01
    claims:
      - arrests.open @p1: {sets aside: letter, because: he was stopped in 2011}
      - m.language @p1: Mam
"""
)


def made(on: str = "", file_known: str = "") -> Ledger:
    case, problems = read(CLAIMS)
    assert case is not None and not problems, problems
    return ledger(case, date.fromisoformat(on) if on else None, date.fromisoformat(file_known) if file_known else None)


def fact(book: Ledger, subject: str, name: str) -> FactLine:
    return next(f for page in book.subjects if page.key == subject for f in page.facts if f.name == name)


def test_a_fact_has_its_value_its_standing_and_its_sources() -> None:
    name = fact(made(), "m", "name")
    assert (name.says, name.standing and name.standing.name, name.private) == ("Bo Ruiz", "TOLD", True)
    assert [(h.statement.source.key, str(h.statement.place)) for h in name.heard] == [("letter", "¶1")]


def test_a_corrected_claim_stays_with_its_fate() -> None:
    born = fact(made(), "m", "born")
    assert born.says == "1965-09-30"
    assert [(h.says, h.fate) for h in born.heard] == [("1965-09-03", Fate.CORRECTED), ("1965-09-30", Fate.LIVE)]


def test_both_sides_of_a_dispute_are_kept_apart() -> None:
    since = fact(made(), "job", "since")
    assert since.conflict and since.says == "2002-05-02 to 2004-11-01"
    assert [(h.says, h.side) for h in since.heard] == [("13 years ago", 0), ("almost 15 years ago", 1)]


def test_a_mention_that_was_merged_stands_with_the_person() -> None:
    page = next(page for page in made().subjects if page.key == "kid-1")
    assert page.also == ("elena",) and not page.mention
    assert "name" in [f.name for f in page.facts]
    assert all(page.key != "elena" for page in made().subjects)
    assert next(page for page in made().subjects if page.key == "daughter").mention


def test_as_the_office_knew_it_on_an_earlier_day() -> None:
    book = made(file_known="2017-05-01")
    assert fact(book, "m", "born").says == "1965-09-03"
    assert not fact(book, "job", "since").conflict
    assert book.not_had == ("news", "certificate", "note")
    assert "language" not in [f.name for page in book.subjects for f in page.facts]
    assert made(file_known="2017-04-30").subjects[0].facts == ()


def test_what_had_not_happened_on_the_day_is_marked() -> None:
    book = made(on="2017-03-01")
    assert fact(book, "stay", "decided").yet == "not yet"
    assert fact(book, "job", "since").yet == ""
    assert fact(made(on="2017-05-10"), "motion", "decided").yet == "perhaps not yet"
    assert fact(made(), "stay", "decided").yet == ""


def test_what_is_known_in_part_is_said_in_the_words_of_the_claim_unless_they_hang_on_its_day() -> None:
    assert fact(made(), "motion", "decided").says == "not by 2017-05-01"
    assert fact(made(), "kid-1", "born").says == "1997-05-02 to 1998-05-01"
    assert fact(made(), "job", "until").says == "not before 2017-05-02"


def test_a_day_that_is_held_to_be_other_than_its_claims_say_says_why() -> None:
    book = ledger(
        said(
            "order-1: {order: removal, decided: 2016-03-02, mailed: by 2016-04}",
            "order-2: {order: removal, decided: 2017-03-02, mailed: 2015-03-02}",
            "motion-1: {filing: motion to reopen, sent: 2016-05-02, received: 2016, decided: 2016-09-01}",
            "son: {relative: child, born: 2071}",
            "arrests.none: {as of: 2018}",
        )
    )
    assert [(f.name, f.says, f.why) for page in book.subjects for f in page.facts if f.why] == [
        ("born", "by 2071-12-31", "later than its source, so any day before"),
        ("mailed", "2016-03-02 to 2016-04-30", "not before decided"),
        ("decided", "by 2017-03-02", "cannot be so beside mailed"),
        ("mailed", "not before 2015-03-02", "cannot be so beside decided"),
        ("received", "2016-05-02 to 2016-09-01", "not before sent and not after decided"),
    ]
    assert "received          2016-05-02 to 2016-09-01" in text(book) and "(not before sent" in text(book)
    assert book.lists[0].says == "none, as of 2018 (later than its source, so up to 2017-05-01)"
    assert '"why": "not before decided"' in to_json(book, History())


def test_a_day_that_an_older_paper_tells_of_too_says_that_it_is_not_taken_from_that() -> None:
    case, problems = read(
        f"{HEAD}  receipt:\n    kind: receipt\n    dated: 2024-03-01\n"
        "    claims:\n      - s: {filing: appeal, decided: 2024-12-20}\n"
        "  letter:\n    kind: letter\n    dated: 2026-01-10\n    claims:\n      - s.decided: 2024..2025\n"
    )
    assert case is not None and not problems
    decided = fact(ledger(case), "s", "decided")
    assert (decided.says, decided.why) == ("2024-01-01 to 2024-12-20", "receipt is older than its day, so not by it")


def test_a_word_on_a_list_that_was_set_aside_stays_with_its_fate() -> None:
    assert [(line.list, line.says, [h.fate for h in line.heard]) for line in made().lists] == [
        ("relatives", "1 in all: relation child, as of 2017-05-01", [Fate.LIVE]),
        ("arrests", "", [Fate.SET_ASIDE, Fate.ACT]),
    ]


def text(book: Ledger, width: int = 100) -> str:
    return to_text(book, History(), width)


def test_the_ledger_as_text() -> None:
    shown = text(made(on="2017-03-01"))
    for line in (
        "x: 16 facts from 18 claims, 1 in dispute",
        "What had not happened on 2017-03-01 is marked: not yet.",
        "i = identifier: on no copy unless cleared",
        "p = privileged or work product: goes to nobody",
        "m               name              Bo Ruiz                     i   told       letter ¶1",
        "                                    corrected: 1965-09-03         told       letter ¶1",
        "                                    (certificate ¶1 corrects letter, because: the certificate shows",
        "                language          Mam                         p   told       note p1",
        "kid-1 (elena)   relation          child                           told       letter ¶5",
        '                born              1997-05-02 to 1998-05-01    i   told       letter ¶5 "aged 19"',
        "                since             IN DISPUTE: 2002-05-02 to",
        "                                    a) 13 years ago               told       letter ¶5",
        "                                    b) almost 15 years ago        press      news ¶2",
        "                work permit       yes                         gc  told       letter ¶5",
        "                decided           2017-03-02  (not yet)           told       letter ¶7",
        "o                                 an order, of which nothing more is said",
        "                                  (a mention: may be one of the others)",
        "arrests         open",
        "                  set aside: none: kind arrested, as of           told       letter ¶3",
        "                elena is kid-1                                    told       letter ¶6",
    ):
        assert line in shown.splitlines(), line


def test_whom_a_claim_may_go_to_is_marked_though_only_its_source_says_so() -> None:
    case, problems = read(
        f"{HEAD}  letter:\n    kind: letter\n    cleared: [congress]\n    claims:\n      - m: {{name: Bo, language: Mam}}\n"
        "  talk:\n    kind: interview\n    cleared: [congress]\n    claims:\n      - m.nationality: Chad\n"
    )
    assert case is not None and not problems
    book = ledger(case)
    marks = [line[60:63].strip() for line in text(book).splitlines() if line.endswith((" letter", " talk"))]
    assert marks == ["i", "s", "c"]
    assert "s = said to counsel: cleared for nobody unless the claim itself is\n" in text(book)


@pytest.mark.parametrize("width", [80, 81, 90, 100])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_line_is_wider_than_it_may_be(path: Path, width: int) -> None:
    for book in (ledger(open_case(path)), made(on="2017-03-01")):
        lines = text(book, width).splitlines()
        assert max(map(len, lines)) <= width
        assert not any(line != line.rstrip() for line in lines)


def test_every_claim_of_derby_is_in_the_text() -> None:
    case = open_case(next(path for path in EXAMPLES if path.parent.name == "derby"))
    book = ledger(case)
    assert sum(len(f.heard) for page in book.subjects for f in page.facts) == len(case.claims)
    assert "13 years ago" in text(book) and "almost 15 years ago" in text(book)


def test_the_ledger_as_json_says_the_same() -> None:
    read_back = json.loads(to_json(made(on="2017-03-01", file_known="2018-12-31"), History()))
    assert read_back["schema"] == "1"
    assert (read_back["on"], read_back["file_known"], read_back["sources_not_had"]) == (
        "2017-03-01",
        "2018-12-31",
        ["note"],
    )
    facts = {(s["subject"], f["fact"]): f for s in read_back["subjects"] for f in s["facts"]}
    born = facts["m", "born"]
    assert (born["value"], born["standing"], born["identifier"]) == ("1965-09-30", "certified", True)
    assert [(c["says"], c["fate"], c["source"], c["place"]) for c in born["claims"]] == [
        ("1965-09-03", "corrected", "letter", "¶1"),
        ("1965-09-30", "live", "certificate", "¶1"),
    ]
    assert facts["job", "since"]["in_dispute"] is True
    assert facts["stay", "decided"]["yet"] == "not yet"
    assert facts["job", "work permit"]["claims"][0]["cleared"] == ["congress"]


def test_an_empty_file_has_a_ledger() -> None:
    assert text(ledger(said())).splitlines()[0] == "x: no facts from no claims, none in dispute"
