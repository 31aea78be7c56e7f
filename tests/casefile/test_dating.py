"""Days that cannot be so: out of their order, or later than the paper that tells of them."""

from datetime import date

import pytest

from abeyance.casefile.claims import CaseFile
from abeyance.casefile.dating import sequence_of
from abeyance.casefile.findings import misdated
from abeyance.casefile.record import derive, is_had
from abeyance.casefile.vocabulary import Filing, Order
from abeyance.logic.values import LONG_AGO, NEVER, Presence
from tests.casefile.building import Builder, day, on, source, span
from tests.casefile.reading import HEAD, read, said

DECISION = source("decision", "order or decision", dated="2023-03-16")
RECEIPT = source("receipt", "receipt", dated="2024-06-10")


def found(text: str) -> list[str]:
    case, problems = read(text)
    assert case is not None and not problems, problems
    return [f"{p.line}:{p.column} {p.code} {p.message}" for p in misdated(case, derive(case), "case.yaml")]


def paper(kind: str, dated: str, *claims: str) -> str:
    head = f"{HEAD}  paper:\n    kind: {kind}\n    dated: {dated}\n    claims:\n"
    return head + "".join(f"      - {claim}\n" for claim in claims)


def mailed_too_soon() -> CaseFile:
    said = Builder()
    said.says(DECISION, "order-1", Order, decided="2023-03-16", mailed="2021-03-17")
    return said.file


def test_an_order_mailed_two_years_before_it_was_decided_is_found_with_both_claims() -> None:
    [pair] = derive(mailed_too_soon()).disorder
    assert (pair.subject, pair.first, pair.second) == ("order-1", "decided", "mailed")
    assert [[claim.value.written for claim in side] for side in pair.sides] == [["2023-03-16"], ["2021-03-17"]]


def test_of_two_days_that_cannot_be_in_order_the_one_may_be_earlier_and_the_other_later() -> None:
    row = derive(mailed_too_soon()).rows["order-1"]
    assert row["decided"] == (LONG_AGO, day("2023-03-16"))
    assert row["mailed"] == (day("2021-03-17"), NEVER)
    assert {"decided", "mailed"} <= row["@conflicts"]


def test_a_day_that_cannot_be_in_its_order_with_either_of_two_others_is_open_on_both_sides() -> None:
    said = Builder()
    said.says(RECEIPT, "motion-1", Filing, sent="2024-06-01", received="2023-06-10", decided="2022-06-10")
    row = derive(said.file).rows["motion-1"]
    assert row["received"] == (LONG_AGO, NEVER)
    assert (row["sent"], row["decided"]) == ((LONG_AGO, day("2024-06-01")), (day("2022-06-10"), NEVER))


def test_where_one_of_the_two_days_is_wrong_the_other_holds() -> None:
    case = mailed_too_soon()
    [pair] = derive(case).disorder
    record = derive(case, without=pair.sides[1])
    assert (record.rows["order-1"]["decided"], record.disorder) == (span("2023-03-16", "2023-03-16"), ())


def test_days_are_out_of_order_though_nobody_says_the_one_between_them() -> None:
    said = Builder()
    said.says(RECEIPT, "motion-1", Filing, sent="2024-06-01", decided="2023-06-10")
    [pair] = derive(said.file).disorder
    assert (pair.first, pair.second) == ("sent", "decided")


def test_a_sequence_holds_between_all_its_days() -> None:
    assert ("sent", "revoked") in sequence_of(Filing) and ("revoked", "sent") not in sequence_of(Filing)


def test_days_that_can_be_in_order_are() -> None:
    said = Builder()
    said.says(DECISION, "order-1", Order, decided="2023", mailed="2023-03-16", executed="never")
    assert derive(said.file).disorder == ()


def test_the_finding_names_both_days_and_where_they_stand() -> None:
    text = paper("order or decision", "2023-03-16", "order-1: {order: removal, decided: 2023-03-16}") + (
        "      - order-1.mailed: 2021-03-17\n"
    )
    [finding] = found(text)
    assert finding == "8:35 F007 order-1: mailed 2021-03-17 (paper) lies before decided 2023-03-16 (paper), and cannot"


def test_a_receipt_of_2024_that_says_received_2042_is_found() -> None:
    [finding] = found(paper("receipt", "2024-06-10", "f-1: {filing: motion to reopen, received: 2042-06-10}"))
    assert finding == "8:41 F008 f-1.received 2042-06-10 lies after its source: paper is dated 2024-06-10"


def test_what_a_paper_says_of_a_later_day_may_have_been_any_day_before() -> None:
    said = Builder()
    said.says(RECEIPT, "f-1", Filing, received="2042-06-10")
    row = derive(said.file).rows["f-1"]
    assert (row["received"], row["@conflicts"]) == ((LONG_AGO, day("2042-06-10")), {"received"})


def test_a_later_paper_that_says_the_same_is_relied_on() -> None:
    said = Builder()
    said.says(DECISION, "f-1", Filing, received="2024-06-10")
    said.says(RECEIPT, "f-1", Filing, received="2024-06-10")
    assert derive(said.file).rows["f-1"]["received"] == span("2024-06-10", "2024-06-10")


@pytest.mark.parametrize(
    "claim",
    [
        "h-1: {hearing: merits, on: 2025-01-10}",
        "osup: {instruction: report, on: 2024-11-14, given: 2024-06-10}",
        "stay-1: {filing: stay request, decided: 2024-06-10, outcome: granted, until: 2024-12-10}",
        "order-1: {order: removal, decided: 2024-06-10, voluntary departure until: 2024-10-08}",
        "order-1: {order: removal, reopened: never, executed: not by 2025-01-01}",
        "order-1: {order: removal, decided: not yet}",
        "order-1: {order: removal, decided: 2024}",
        "m.passport until: 2031-01-01",
    ],
)
def test_a_day_to_come_is_no_mistake(claim: str) -> None:
    assert found(paper("agency form", "2024-06-10", claim)) == []


def test_a_stamp_put_on_a_paper_before_the_office_had_it_is_no_mistake() -> None:
    claims = "    claims:\n      - nta: {charging document: notice to appear, dated: 2023-04-01, filed: 2023-05-10}\n"
    head = f"{HEAD}  paper:\n    kind: charging document\n    dated: 2023-04-01\n"
    assert found(f"{head}    had: 2024-06-12\n{claims}") == []
    assert [f[:9] for f in found(f"{head}    had: 2023-05-09\n{claims}")] == ["9:71 F008"]


def test_a_paper_of_which_no_day_is_known_is_measured_by_the_day_it_was_had() -> None:
    claims = "    claims:\n      - order-1: {order: removal, decided: 2042-01-01}\n"
    assert found(f"{HEAD}  paper:\n    kind: docket\n{claims}") == []
    assert found(f"{HEAD}  paper:\n    kind: docket\n    had: 2024-06-12\n{claims}") == [
        "8:35 F008 order-1.decided 2042-01-01 lies after its source: paper was had 2024-06-12"
    ]


def test_nobody_s_word_on_a_list_reaches_past_the_day_it_was_given() -> None:
    text = paper("docket", "2024-06-10", "filings.none: {kind: appeal, as of: 2042-06-10}")
    assert found(text) == ["8:9 F008 filings as of 2042-06-10 lies after its source: paper is dated 2024-06-10"]
    case, _ = read(text)
    assert case is not None
    missing = [row for row in derive(case).root["filings"] if row["@presence"] == Presence.POSSIBLE]
    appeal = 1 << Filing.kind.codes.index("appeal")
    assert min(row["received"][0] for row in missing if row["kind"] & appeal) == day("2024-06-11")


def test_a_source_that_was_had_before_it_was_made_is_found() -> None:
    head = f"{HEAD}  paper:\n    kind: letter\n    dated: 2024-07-01\n"
    assert found(f"{head}    had: 2023-07-02\n") == [
        "4:1 F009 the days of the source paper are out of order: dated 2024-07-01, had 2023-07-02"
    ]
    assert found(f"{head}    had: 2024-07-02\n    recorded: 2024-07-01\n") == [
        "4:1 F009 the days of the source paper are out of order: dated 2024-07-01, had 2024-07-02, recorded 2024-07-01"
    ]
    assert found(f"{head}    had: 2024-07-01\n    recorded: 2024-07-01\n") == []


def test_a_source_is_not_had_before_it_was_made_whatever_is_written() -> None:
    slip = source("letter", dated="2024-07-01", had="2023-07-02")
    assert not is_had(slip, on("2024-01-01"))
    assert is_had(slip, date(2024, 7, 1))


def test_what_a_paper_says_of_some_day_of_a_later_year_may_have_been_any_day_to_its_end() -> None:
    case = said("order-1: {order: removal, decided: 2042..2043}")
    assert derive(case).rows["order-1"]["decided"] == (LONG_AGO, day("2043-12-31"))


@pytest.mark.parametrize(
    ("returned", "away", "found"),
    [
        ("1998-05-20", "10", True),
        ("1998-05-20", "20", True),
        ("1998-05-20", "17", False),
        ("1998-05-20", "18", False),  # both days counted
        ("1998-05-20", "16", False),  # neither day counted
        ("1998-05..1998-06", "10", False),
        ("1998-05-20", "about 16", False),
    ],
)
def test_a_stated_duration_that_does_not_fit_its_days_is_found(returned: str, away: str, found: bool) -> None:
    case = said(f"trip: {{departure: own accord, on: 1998-05-03, returned: {returned}, days away: {away}}}")
    assert [misfit.subject for misfit in derive(case).misfits] == ["trip"] * found


def beside_a_receipt_of_a_later_day_than_its_own(decided: str) -> CaseFile:
    case, problems = read(
        f"{HEAD}  receipt:\n    kind: receipt\n    dated: 2024-03-01\n    claims:\n"
        "      - motion-1: {filing: motion to reopen, decided: 2024-12-20}\n"
        f"  letter:\n    kind: letter\n    dated: 2026-01-10\n    claims:\n      - motion-1.decided: {decided}\n"
    )
    assert case is not None and not problems
    return case


def test_a_paper_that_tells_of_a_later_day_than_its_own_narrows_nothing_that_another_says() -> None:
    record = derive(beside_a_receipt_of_a_later_day_than_its_own("2024-01..2025-06"))
    assert record.rows["motion-1"]["decided"] == span("2024-01-01", "2024-12-20")
    assert [claim.source.key for claim in record.late] == ["receipt"]


def test_a_paper_that_tells_of_a_later_day_than_its_own_and_contradicts_another_is_a_side() -> None:
    record = derive(beside_a_receipt_of_a_later_day_than_its_own("2023-12-20"))
    assert record.rows["motion-1"]["decided"] == span("2023-12-20", "2024-12-20")
    assert [conflict.fact for conflict in record.conflicts] == ["decided"]
