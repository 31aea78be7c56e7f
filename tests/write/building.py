"""Briefs for the renderers: one of an invented woman with everything in it, one with nothing, one that is hostile."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from abeyance.assess.brief import (
    SCHEMA_VERSION,
    Agreement,
    AvenueLine,
    Brief,
    Clock,
    Consequence,
    Consequences,
    Contradiction,
    Effect,
    Element,
    Factor,
    Form,
    Gate,
    Guidance,
    Headline,
    OpenFact,
    Particular,
    ReliefLine,
    Side,
    Span,
    StayLine,
    Stood,
    TruthWord,
)

ON = date(2024, 9, 3)


def on(day: date) -> Span:
    """One day."""
    return Span(day, day)


LANE_DAYS = tuple(date(2023, 1, 1) + timedelta(days=14 * n) for n in range(48))


def lane(*runs: tuple[str, int]) -> str:
    """A lane from runs of a letter; the rest is blank."""
    return "".join(letter * times for letter, times in runs).ljust(len(LANE_DAYS))


RICH = Brief(
    schema=SCHEMA_VERSION,
    case="hanna",
    on=ON,
    known=date(2024, 12, 31),
    file_known=None,
    law_read_through=date(2024, 12, 31),
    respondent="Hanna Tesfaye",
    particulars=(
        Particular("nationality", "Ethiopia"),
        Particular("custody", "detained since 2024-08-28, Sherburne County"),
        Particular("circuit", "Eighth"),
        Particular("final order", "removal, in absentia, 2023-03-14, immigration judge at Fort Snelling"),
    ),
    facts=31,
    claims=44,
    sources=9,
    headline=Headline(
        "NO STAY SHOWN",
        "unknown",
        "NO STAY SHOWN on Tuesday 2024-09-03, on the facts in this file. Act as if there is none.",
        (
            "ICE says that she will be put on a plane on or after Friday 2024-09-06.",
            "Pending, and holding nothing unless a stay is granted: Motion to reopen, at the immigration court: "
            "pending since Monday 2024-08-26.",
        ),
    ),
    lane_days=LANE_DAYS,
    stays=(
        StayLine(
            "by law",
            "Time to appeal to the Board",
            "no",
            "over",
            "stay.auto.appeal-period",
            lane=lane((" ", 5), ("=", 2)),
        ),
        StayLine(
            "by law",
            "Motion to rescind, removal in absentia",
            "unknown",
            "could hold; turns on motion-2024",
            "stay.auto.inabs-removal",
            "motion-2024",
            lane=lane((" ", 43), ("?", 5)),
        ),
        StayLine("by law", "TPS; T visa finding", "no", "no", "stay.auto.status", lane=lane()),
        StayLine(
            "granted",
            "ICE stay, Form I-246",
            "no",
            "denied Thursday 2024-08-29",
            "stay.ice.i246",
            "stay-2023",
            "documented",
            Span(date(2024, 3, 1), date(2024, 3, 31)),
            ("stay-letter-2023", "denial-2024"),
            lane((" ", 6), ("=", 24), ("?", 3)),
        ),
        StayLine(
            "granted",
            "Court of appeals or Supreme Court stay",
            "no",
            "not asked",
            "stay.ca.nken",
            lane=lane(),
        ),
        StayLine(
            "pending",
            "Motion to reopen, at the immigration court",
            "yes",
            "pending since Monday 2024-08-26; holds nothing",
            "stay.not.motion",
            "motion-2024",
            "sworn",
            None,
            ("counsel-declaration",),
            lane((" ", 43), ("-", 5)),
        ),
    ),
    gates=(
        Gate(
            "order-2023",
            "removal order (order-2023)",
            "order.final",
            "Is the order final?",
            "yes",
            "",
            ("an in absentia order is final when it is entered",),
            (),
            (),
            "documented",
            ("8 CFR 1241.1(e)",),
        ),
        Gate(
            "order-2023",
            "removal order (order-2023)",
            "order.executed",
            "Has it been carried out?",
            "no",
            "",
            ("no departure after the order is in the file, and the list of departures is complete",),
            (),
            (),
            "sworn",
            ("8 CFR 241.7",),
        ),
        Gate(
            "motion-2024",
            "motion to reopen (motion-2024)",
            "mtr.time",
            "Was the motion in time?",
            "unknown",
            "probably",
            ("more than 180 days passed between the order and the motion",),
            ("a fact is not in the file", "the sources disagree"),
            ("yes, as asserted by brief p2",),
            "",
            ("INA 240(b)(5)(C)", "8 CFR 1003.23(b)(4)(ii)"),
        ),
    ),
    clocks=(
        Clock(
            "agency reply",
            "today",
            on(ON),
            "DHS response to the motion",
            "Served 2024-08-23; day 10 is Monday 2024-09-02, Labor Day, so Tuesday 2024-09-03.",
            "mtr.response",
            "motion-2024",
            ("Practice Manual 3.1(b)",),
            "probably",
            False,
            ("counsel-declaration",),
        ),
        Clock(
            "instruction",
            "ahead",
            Span(date(2024, 9, 6), None),
            "Removal flight, as told by ICE",
            "By telephone only; no paper in the file.",
            "",
            "flight",
            (),
            "",
            False,
            ("call-note",),
        ),
        Clock(
            "check-in",
            "ahead",
            on(date(2024, 9, 9)),
            "Report to ICE",
            "Not a hearing.",
            "",
            "checkin-3",
            (),
            "",
            False,
            ("order-of-supervision",),
        ),
        Clock(
            "law change",
            "ahead",
            on(date(2024, 10, 1)),
            "New fees of EOIR",
            "What is paid on or after this day is paid at the new rate.",
            "fees.eoir",
            "",
            ("89 FR 00000",),
            "sure",
            True,
        ),
        Clock(
            "deadline",
            "passed",
            on(date(2023, 9, 11)),
            "180 days to move to rescind for exceptional circumstances",
            "Counted from the order; the last day was a Sunday, so Monday 2023-09-11.",
            "mtr.inabs.180",
            "order-2023",
            ("INA 240(b)(5)(C)(i)",),
            "sure",
        ),
        Clock(
            "deadline",
            "not started",
            None,
            "30 days to petition the court of appeals",
            "Runs from the Board's decision.",
            "pfr.period",
            "",
            ("8 U.S.C. 1252(b)(1)",),
            "sure",
        ),
        Clock("expiry", "not known", None, "Passport", "Its last day is not in the file.", "", "hanna", (), ""),
    ),
    avenues=(
        AvenueLine(
            1,
            "mtr.rescind",
            "order-2023",
            "Motion to rescind the in absentia order",
            "immigration court that entered it",
            "unknown",
            False,
            "STAYS REMOVAL ON FILING, only if the ground is want of notice or custody.",
            "The order is rescinded; nothing is left to carry out.",
            "any time for want of notice; 180 days for exceptional circumstances, passed",
            None,
            None,
            ("the order", "proof that no notice came", "proof of service on DHS"),
            "no fee for want of notice",
            ("stay.auto.inabs-removal", "mtr.inabs.180"),
            "sure; a second motion unsettled",
            "the ground of the motion is not in the file",
        ),
        AvenueLine(
            2,
            "bia.stay",
            "motion-2024",
            "Emergency stay motion to the court",
            "immigration court",
            "yes",
            True,
            "HOLDS NOTHING until it is granted. Telephone after filing.",
            "stayed until the judge decides the motion",
            "the last day is 2024-09-05 to 2024-09-08. Before the flight",
            date(2024, 9, 5),
            Span(date(2024, 9, 5), date(2024, 9, 8)),
            ("flight day and time, confirmed by DHS",),
            "",
            ("stay.ij.discretionary",),
            "probably",
            "she is in custody and removal is imminent",
        ),
        AvenueLine(
            3,
            "pfr",
            "",
            "Petition for review, with a stay motion",
            "Court of Appeals, Eighth Circuit",
            "no",
            False,
            "NOT AVAILABLE until the Board decides.",
            "stayed as the order says",
            "30 days from a decision",
            None,
            None,
            (),
            "$600",
            ("pfr.period", "stay.ca.nken"),
            "sure",
            "no decision of the Board is in the file",
        ),
    ),
    reliefs=(
        ReliefLine(
            "cancellation.nonlpr",
            "Cancellation of removal",
            "immigration judge, on form EOIR-42B",
            "permanent residence",
            "unknown",
            "no",
            (
                Element(
                    "canc.presence",
                    "ten years of presence",
                    "yes",
                    "probably",
                    "documented",
                    (),
                    ("since 2005",),
                    (),
                    ("INA 240A",),
                ),
                Element(
                    "canc.hardship",
                    "exceptional hardship to a qualifying relative",
                    "unknown",
                    "",
                    "",
                    ("a judgement no rule makes",),
                    (),
                    (),
                    ("INA 240A(b)(1)(D)",),
                ),
            ),
            (
                Element(
                    "gate.final-order",
                    "no final order stands",
                    "no",
                    "",
                    "documented",
                    (),
                    ("order-1 is final",),
                    (),
                    ("INA 240",),
                ),
            ),
            (Factor("canc.hardship", "a relative is ill", "for", "yes", "doctors' letters"),),
            "$100",
        ),
        ReliefLine(
            "registry.249",
            "Registry",
            "immigration judge, on form I-485",
            "permanent residence",
            "no",
            "yes",
            (Element("registry.entry", "entered before 1972", "no", "", "told", (), (), (), ("INA 249",)),),
            (Element("gate.reinstatement", "nothing to reinstate", "yes", "", "told", (), (), (), ("INA 241",)),),
            (),
            "no fee",
        ),
    ),
    guidance=(
        Guidance(
            "johnson-2014",
            "DHS memorandum of 2014",
            date(2015, 1, 5),
            date(2017, 2, 19),
            "every use of discretion",
            "security, the border, felonies",
            ("as to deferred action, 2015-02-16 to 2017-02-19: by a court",),
            (
                Element(
                    "discretion.first",
                    "of the first priority",
                    "no",
                    "probably",
                    "told",
                    (),
                    ("no felony",),
                    (),
                    ("memorandum",),
                ),
            ),
            (Factor("johnson-2014", "ten years here", "for", "yes", "a paper of every year"),),
            "probably",
            "read in part",
        ),
    ),
    stood=(
        Stood(date(2015, 1, 5), date(2017, 2, 19), "DHS memorandum of 2014", "signed earlier", "no", (), True),
        Stood(date(2017, 2, 20), None, "DHS memorandum of 2017", "", "unknown", ("a judgement no rule makes",), False),
    ),
    open_facts=(
        OpenFact(
            1,
            "the stay",
            "motion-2024",
            "ground_no_notice",
            "Does motion to reopen (motion-2024) rest on want of notice of the hearing?",
            (
                Effect("if yes", "stayed by law from filing until the judge decides"),
                Effect("if no", "the motion holds nothing"),
            ),
            "the motion itself; asked of counsel",
            False,
        ),
        OpenFact(
            2,
            "a deadline",
            "motion-2024",
            "served",
            "On which day was motion to reopen (motion-2024) served on DHS?",
            (Effect("on 2024-08-23", "the response is due today"),),
            "proof of service",
            True,
        ),
        OpenFact(3, "proof", "hanna", "passport_until", "Until when is the passport valid?", (), "passport", False),
    ),
    search_cut=True,
    contradictions=(
        Contradiction(
            "motion-2024",
            "served",
            "Day on which the motion was served on DHS",
            (
                Side("2024-08-20", "counsel-declaration", "¶4", "sworn"),
                Side("2024-08-23", "proof-of-service", "p. 1", "documented"),
            ),
            True,
            ("the clock of the DHS response", "mtr.response"),
            "the ECAS receipt",
        ),
        Contradiction(
            "child-1",
            "born",
            "Birth of the daughter",
            (
                Side("2015", "letter", "¶2", "asserted"),
                Side("2016-02-01", "birth-certificate", "p. 1", "certified"),
                Side("aged 9", "news", "¶7", "press"),
            ),
            False,
            (),
            "",
        ),
    ),
    agreements=(
        Agreement("day of the order", "2023-03-14", ("order", "letter", "news")),
        Agreement("children", "2", ("letter", "birth-certificate")),
    ),
    questions=(
        "The letter says that no arrest is recorded; the news tells of a traffic stop in 2022. Arrest? A question to ask, "
        "not a contradiction.",
    ),
    consequences=(
        Consequences(
            "If she stays",
            (
                Consequence("No new protection arises by law.", "stay.none", (), ""),
                Consequence(
                    "Failing to leave after a final order can be charged.", "ina.243", ("INA 243(a)",), "unsettled"
                ),
            ),
        ),
        Consequences("If she leaves", (Consequence("Leaving carries out the order.", "order.self", (), "probably"),)),
        Consequences("If she is removed", ()),
    ),
    notes=("What the file says of custody was last checked on 2024-09-01: confirm today.",),
)

EMPTY = Brief(
    schema=SCHEMA_VERSION,
    case="",
    on=ON,
    known=None,
    file_known=None,
    law_read_through=ON,
    respondent="",
    particulars=(),
    facts=0,
    claims=0,
    sources=0,
    headline=Headline("NOT HELD", "no", "", ()),
    lane_days=(),
    stays=(),
    gates=(),
    clocks=(),
    avenues=(),
    reliefs=(),
    guidance=(),
    stood=(),
    open_facts=(),
    search_cut=False,
    contradictions=(),
    agreements=(),
    questions=(),
    consequences=(),
    notes=(),
)

FORMS: tuple[tuple[Form, TruthWord], ...] = (
    ("HELD", "yes"),
    ("NO STAY SHOWN", "unknown"),
    ("NOT HELD", "no"),
    ("ORDER NOT EXECUTABLE", "no"),
)


def headed(form: Form, value: TruthWord) -> Brief:
    """The rich brief under another headline."""
    return replace(RICH, headline=Headline(form, value, f"{form} on Tuesday 2024-09-03.", ()))


HOSTILE_TEXT = (
    "<script>alert(\"1\")</script> & 'quoted' #eval(1) $x$ @label *b* _i_ `c` \\ <lab> // /* ]] } "
    "\u202eright to left\u202c مرحبا שלום 中文 अमीना \x1b[31m\x00 \U0001f600 "
)


def with_every_string(brief: Brief, text: str) -> Brief:
    """The brief with ``text`` in place of every string that is not one of a closed set."""
    changed: Brief = _replaced(brief, text)
    return changed


CLOSED = {
    "schema",
    "form",
    "value",
    "group",
    "kind",
    "state",
    "available",
    "lane",
    "merits",
    "reachable",
    "weighs",
    "shown",
    "of",
    "priority",
}


def _replaced(value: Any, text: str, name: str = "") -> Any:
    if isinstance(value, str):
        return value if name in CLOSED else text
    if isinstance(value, tuple):
        return tuple(_replaced(v, text, name) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        side = type(value).__name__ in ("Side", "Particular", "Agreement")  # whose value is free text
        return replace(
            value,
            **{
                f.name: _replaced(getattr(value, f.name), text, "" if side and f.name == "value" else f.name)
                for f in fields(value)
            },
        )
    return value


HOSTILE = with_every_string(RICH, HOSTILE_TEXT)
LONG = with_every_string(
    replace(RICH, avenues=tuple(replace(RICH.avenues[n % 3], rank=n + 1) for n in range(60))),
    "Whether the notice of hearing was sent to the last address that the respondent had given. " * 4,
)
