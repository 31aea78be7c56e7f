"""Removed while a motion to reopen in time was pending, in the Fifth Circuit.

8 CFR 1003.2(d), (f); Garcia Carias v. Holder, 697 F.3d 257 (5th Cir. 2012); Ovalles v. Holder, 577 F.3d 288 (5th Cir. 2009).
"""

from abeyance.assess.brief import Brief
from tests.examples.briefs import avenue, brief, clock, days


def on(day: str) -> Brief:
    return brief("removed", day)


def test_the_motion_in_time_held_nothing() -> None:
    pending = on("2024-08-12")
    assert pending.headline.form == "NOT HELD"
    assert next(g for g in pending.gates if g.provision == "mtr.time").value == "yes"


def test_dhs_s_thirteen_days_ended_after_a_sunday() -> None:
    reply = next(c for c in on("2024-08-12").clocks if c.title.startswith("DHS opposition"))
    assert days(reply) == ("2024-07-29", "2024-07-29")


def test_after_removal_there_is_nothing_left_to_carry_out_and_no_stay_to_ask_for() -> None:
    after = on("2024-09-10")
    assert after.headline.form == "ORDER NOT EXECUTABLE"
    assert {avenue(after, id).available for id in ("board-stay", "ice-stay", "habeas")} == {"no"}
    assert avenue(after, "board-stay").because == "every order in the file was carried out"


def test_leaving_does_not_defeat_the_motion_here_and_would_defeat_a_request_to_act_on_the_board_s_own_motion() -> None:
    asked = {c.title: "\n".join(p.sentence for p in c.points) for c in on("2024-08-12").consequences}
    leaving = asked["If the respondent leaves"]
    assert "does not defeat" in leaving
    assert "own motion" in leaving


def test_the_petition_s_time_had_run_out_before_he_was_taken() -> None:
    petition = clock(on("2024-08-12"), "Petition for review, with a motion for a stay the same day", "order-2022")
    assert (petition.state, days(petition)) == ("passed", ("2024-06-05", "2024-06-05"))
