"""An order of deportation made in absentia under former section 242B: the stay outlives the judge's denial.

Former INA 242B(c)(3); 8 CFR 1003.23(b)(4)(iii)(C), 1003.6(b); Matter of Rivera-Claros, 21 I&N Dec. 232 (BIA 1996).
"""

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, clock, days, stay


def on(day: str) -> Brief:
    return brief("osc", day)


RESCISSION = "Motion to rescind, section 242B"


def test_the_motion_holds_deportation_from_its_filing_thirty_years_on() -> None:
    assert on("2025-03-11").headline.form == "HELD"
    assert stay(on("2025-03-11"), RESCISSION).value == "yes"
    assert stay(on("2025-03-09"), RESCISSION).value == "no"


def test_for_want_of_notice_there_was_no_last_day_though_the_hundred_and_eighty_days_ended_in_1996() -> None:
    ran_out = clock(on("2025-03-11"), "Motion to rescind an in absentia order", "order-1995")
    assert (ran_out.state, days(ran_out)) == ("passed", ("1996-03-18", "1996-03-18"))


def test_after_the_denial_it_holds_while_the_time_to_appeal_runs() -> None:
    denied = on("2025-06-10")
    assert stay(denied, RESCISSION).value == "yes"
    appeal = avenue(denied, "appeal-ruling")
    assert (appeal.available, str(appeal.file_by)) == ("yes", "2025-07-02")


def test_on_appeal_it_holds_on_for_the_order_is_one_of_deportation_and_not_of_removal() -> None:
    pending = on("2025-07-01")
    assert pending.headline.sentence.startswith("HELD until the ruling")
    assert stay(pending, "Motion to rescind, removal in absentia").value == "no"


def test_the_kind_of_the_order_is_as_the_order_to_show_cause_says() -> None:
    assert not [c for c in on("2025-07-01").contradictions if c.fact == "kind"]


def test_dhs_had_ten_days_to_answer_the_motion() -> None:
    [reply] = [c for c in on("2025-03-11").clocks if c.kind == "agency reply"]
    assert days(reply) == ("2025-03-20", "2025-03-20")


def test_while_the_denial_is_on_appeal_a_second_motion_at_the_court_is_not_said_to_be_open() -> None:
    assert avenue(on("2025-06-10"), "rescind").available == "yes"
    second = avenue(on("2025-07-01"), "rescind")
    assert second.available == "unknown"
    assert "the case is the Board's" in second.because
