"""Corrected, withdrawn, set aside, revived, changed (SEMANTICS 9 to 11)."""

from abeyance.casefile.record import derive
from abeyance.casefile.succession import Fate, loose_ends
from abeyance.casefile.vocabulary import Filing, Relative, Residence
from tests.casefile.building import Builder, on, source, span

LETTER = source("letter", dated="2017-05-01")
CERTIFICATE = source("certificate", "vital record", dated="2018-01-01")
SECOND = source("second", "vital record", dated="2019-01-01")
NOTE = source("note", "attorney's note", dated="2020-01-01")


def kid() -> Builder:
    case = Builder()
    case.subject("kid", Relative)
    return case


def born(case: Builder, file_known: str = "") -> tuple[int, int]:
    value = derive(case.file, file_known=on(file_known) if file_known else None).rows["kid"]["born"]
    return (value[0], value[1])


def test_a_correction_supersedes() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30", corrects="letter", because="the certificate shows the 30th")
    record = derive(case.file)
    assert record.rows["kid"]["born"] == span("1965-09-30", "1965-09-30")
    assert record.conflicts == ()
    assert record.fates == (Fate.CORRECTED, Fate.LIVE)


def test_without_saying_that_it_corrects_the_same_claim_is_a_conflict() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30")
    record = derive(case.file)
    assert record.rows["kid"]["born"] == span("1965-09-03", "1965-09-30")
    assert record.rows["kid"]["@conflicts"] == {"born"}
    assert [[c.source.key for c in side] for side in record.conflicts[0].sides] == [["letter"], ["certificate"]]


def test_a_correction_that_the_office_had_not_yet_got_corrects_nothing() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30", corrects="letter", because="x")
    assert born(case, "2017-06-01") == span("1965-09-03", "1965-09-03")
    assert born(case, "2018-06-01") == span("1965-09-30", "1965-09-30")


def test_the_correction_of_a_correction_does_not_bring_back_the_first_claim() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30", corrects="letter", because="x")
    case.claim(SECOND, "kid", "born", "1965-08-30", corrects="certificate", because="y")
    record = derive(case.file)
    assert record.rows["kid"]["born"] == span("1965-08-30", "1965-08-30")
    assert record.fates == (Fate.CORRECTED, Fate.CORRECTED, Fate.LIVE)


def test_a_withdrawal_revives_nothing() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30", corrects="letter", because="x")
    case.claim(NOTE, "kid", "born", withdraws="certificate", because="it is of somebody else")
    record = derive(case.file)
    assert ("kid", "born") not in record.claims
    assert record.fates == (Fate.CORRECTED, Fate.WITHDRAWN, Fate.ACT)


def test_a_withdrawal_that_says_so_revives() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30", corrects="letter", because="x")
    case.claim(NOTE, "kid", "born", withdraws="certificate", revives="letter", because="it is of somebody else")
    assert born(case) == span("1965-09-03", "1965-09-03")


def test_a_revival_that_is_withdrawn_revives_nothing() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30", corrects="letter", because="x")
    case.claim(SECOND, "kid", "born", withdraws="certificate", revives="letter", because="it is of somebody else")
    case.claim(NOTE, "kid", "born", withdraws="second", because="it is his after all")
    assert derive(case.file).fates[:2] == (Fate.CORRECTED, Fate.WITHDRAWN)


def test_a_correction_after_a_revival_holds() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03", recorded=on("2017-05-02"))
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30", corrects="letter", because="x", recorded=on("2018-01-02"))
    case.claim(SECOND, "kid", "born", "1965-08-30", corrects="letter", because="y", recorded=on("2021-01-01"))
    case.claim(NOTE, "kid", "born", withdraws="certificate", revives="letter", because="z", recorded=on("2020-01-02"))
    assert born(case) == span("1965-08-30", "1965-08-30")


def test_two_corrections_of_one_claim_are_a_conflict_even_where_they_overlap() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-10", corrects="letter", because="x")
    case.claim(SECOND, "kid", "born", "1965-10-30", corrects="letter", because="y")
    record = derive(case.file)
    assert [c.fact for c in record.conflicts] == ["born"]
    assert record.rows["kid"]["born"] == span("1965-10-01", "1965-10-31")


def test_two_people_making_the_same_correction_are_no_conflict() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-10-30", corrects="letter", because="x")
    case.claim(SECOND, "kid", "born", "1965-10-30", corrects="letter", because="y")
    assert derive(case.file).conflicts == ()


def test_a_claim_set_aside_with_a_reason_does_not_count_and_stays_on_the_record() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30")
    case.claim(NOTE, "kid", "born", sets_aside="letter", because="the senator's office misread the day")
    record = derive(case.file)
    assert record.rows["kid"]["born"] == span("1965-09-30", "1965-09-30")
    assert record.fates[0] is Fate.SET_ASIDE
    assert len(case.file.claims) == 3


def test_a_source_that_says_a_thing_twice_is_corrected_at_the_place_named() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03", place=2)
    case.claim(LETTER, "kid", "born", "1965", place=5)
    case.claim(CERTIFICATE, "kid", "born", "1966", corrects="letter@par2", because="x")
    assert derive(case.file).fates == (Fate.CORRECTED, Fate.LIVE, Fate.LIVE)


def test_a_correction_of_a_claim_that_nobody_made_is_named() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    wrong = case.claim(CERTIFICATE, "kid", "born", "1966", corrects="leter", because="x")
    assert loose_ends(case.file) == ((wrong, "leter"),)


def test_a_new_address_is_a_change_and_no_correction() -> None:
    case = Builder()
    case.says(LETTER, "home-1", Residence, town="Derby", since="2005", until="2016-03-01")
    case.says(LETTER, "home-2", Residence, town="Ansonia", since="2016-03-01", until="not yet")
    record = derive(case.file)
    assert record.conflicts == ()
    assert [row["@id"] for row in record.root["residences"]][:2] == ["home-1", "home-2"]
    assert record.rows["home-2"]["until"][0] > span("2017-05-01", "2017-05-01")[0]


def test_what_was_recorded_years_later_was_still_known_to_the_office_when_it_had_the_letter() -> None:
    late = source("letter", dated="2017-05-01", recorded=on("2026-11-24"))
    case = Builder()
    case.says(late, "stay", Filing, kind="stay request", decided="2017-03-02")
    assert "stay" in derive(case.file, file_known=on("2017-05-01")).rows
    assert "stay" not in derive(case.file, file_known=on("2017-04-30")).rows


def test_a_paper_whose_day_of_coming_is_not_known_was_there_once_it_was_recorded() -> None:
    undated = source("slip", "other", dated="", had="?", recorded=on("2018-01-01"))
    case = Builder()
    case.says(undated, "stay", Filing, kind="stay request")
    assert "stay" not in derive(case.file, file_known=on("2017-12-31")).rows
    assert "stay" in derive(case.file, file_known=on("2018-01-01")).rows


def test_what_was_set_aside_on_a_later_day_was_not_set_aside_before_though_the_paper_was_there() -> None:
    case = kid()
    case.claim(LETTER, "kid", "born", "1965-09-03")
    case.claim(CERTIFICATE, "kid", "born", "1965-09-30")
    case.claim(CERTIFICATE, "kid", "born", recorded=on("2026-11-24"), sets_aside="letter", because="it is right")
    assert born(case) == span("1965-09-30", "1965-09-30")
    assert born(case, "2026-11-24") == span("1965-09-30", "1965-09-30")
    assert born(case, "2026-11-23") == span("1965-09-03", "1965-09-30")


def test_the_refusal_of_march_second_is_in_the_record_whatever_day_is_asked_about() -> None:
    case = Builder()
    case.says(LETTER, "stay", Filing, kind="stay request", decided="2017-03-02")
    assert derive(case.file).rows["stay"]["decided"] == span("2017-03-02", "2017-03-02")
