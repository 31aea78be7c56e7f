"""A brief as a PDF that can be printed, searched and read aloud: Letter pages, tagged (PDF/UA-1)."""

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from abeyance.assess import words
from abeyance.assess.brief import (
    AvenueLine,
    Brief,
    Clock,
    Contradiction,
    Gate,
    Guidance,
    OpenFact,
    ReliefLine,
    Span,
    StayLine,
    Stood,
)
from abeyance.write import wording
from abeyance.write.characters import NOT_DRAWN, drawable
from abeyance.write.lanes import place, runs, ticks
from abeyance.write.stay_map import SAID


def to_pdf(brief: Brief) -> bytes:
    """The brief as a PDF; the same brief gives the same bytes.

    A character that the fonts inside typst cannot draw is a white square (``characters.drawable``), and a note says so.
    """
    import typst

    made = typst.compile(
        (Path(__file__).parent / "templates" / "brief.typ").read_bytes(),
        format="pdf",
        pdf_standards="ua-1",
        ignore_system_fonts=True,
        timestamp=datetime.combine(brief.on, time(), UTC),
        sys_inputs={"brief": json.dumps(_drawn(_said(brief)))},
    )
    assert isinstance(made, bytes)
    return made


def _drawn(said: dict[str, Any]) -> dict[str, Any]:
    """What is said in characters that can be drawn, with a note where one could not be."""
    drawn: dict[str, Any] = _map_strings(said)
    if json.dumps(drawn, ensure_ascii=False).count(NOT_DRAWN) > json.dumps(said, ensure_ascii=False).count(NOT_DRAWN):
        drawn["notes"] += [wording.NOT_DRAWN]
    return drawn


def _map_strings(value: Any) -> Any:
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, list):
        return [_map_strings(v) for v in value]
    return {key: _map_strings(v) for key, v in value.items()} if isinstance(value, dict) else value


def _in_words(value: Any) -> Any:
    """Data as the template takes it: a day and a span in words, a dataclass as a dictionary, None as nothing."""
    if isinstance(value, Span):
        return wording.days(value)
    if isinstance(value, date):
        return words.weekday(value)
    if isinstance(value, tuple):
        return [_in_words(v) for v in value]
    if is_dataclass(value):
        return {f.name: _in_words(getattr(value, f.name)) for f in fields(value)}
    return "" if value is None else value


# --- what the template says, with every closed set in its words and tone ---------------------------------------------


def _said(brief: Brief) -> dict[str, Any]:
    avenues = [_avenue(brief, avenue) for avenue in brief.avenues]
    return {
        **_in_words(brief),
        "title": wording.title(brief),
        "day": words.weekday(brief.on),
        "on": brief.on.isoformat(),
        "warning": wording.law_not_read(brief),
        "rest": wording.after_the_form(brief.headline),
        "particulars": _in_words(wording.particulars(brief)),
        "read": wording.read(brief),
        "lanes": _lanes(brief),
        "stays": [_stay(brief, line) for line in brief.stays],
        "gates": [_gate(gate) for gate in brief.gates],
        "clocks": [_clock(brief, clock) for clock in brief.clocks],
        "avenues": [avenue for avenue in avenues if avenue["available"] != "no"],
        "closed": [avenue for avenue in avenues if avenue["available"] == "no"],
        "reliefs": [_relief(relief) for relief in sorted(brief.reliefs, key=lambda relief: relief.merits == "no")],
        "guidance": [_guidance(guidance) for guidance in brief.guidance],
        "stood": [_stood(line) for line in brief.stood],
        "open_facts": [_open_fact(fact) for fact in brief.open_facts],
        "contradictions": [_contradiction(contradiction) for contradiction in brief.contradictions],
        "words": {
            "none": wording.NONE_HERE,
            "hindsight": wording.HINDSIGHT,
            "filed": wording.FILED,
            "disagree": wording.DISAGREE,
            "cut": wording.SEARCH_CUT,
            "closed": wording.CLOSED,
            "advice": wording.NOT_ADVICE,
            "share": wording.NOT_TO_BE_SHARED,
        },
    }


def _lanes(brief: Brief) -> dict[str, Any]:
    days = brief.lane_days
    used = {run.letter for line in brief.stays for run in runs(line.lane, len(days))}
    return {
        "columns": len(days),
        "ticks": _in_words(ticks(days)),
        "now": place(brief.on, days),
        "key": [[letter, said] for letter, said in SAID.items() if letter in used],
    }


def _stay(brief: Brief, line: StayLine) -> dict[str, Any]:
    word = wording.stay(brief, line)
    return {
        **_in_words(line),
        "group": wording.GROUPS[line.group],
        "key": wording.key(line.provision, line.subject),
        "word": word,
        "tone": wording.STAY_TONES[word],
        "status": wording.capital(line.status),
        "until": wording.last_day(line),
        "runs": _in_words(runs(line.lane, len(brief.lane_days))),
    }


def _gate(gate: Gate) -> dict[str, Any]:
    return {
        **_in_words(gate),
        "title": wording.capital(gate.title),
        "key": wording.key(gate.provision, gate.subject),
        "word": wording.TRUTH[gate.value],
        "tone": wording.VALUE_TONES[gate.value],
    }


def _clock(brief: Brief, clock: Clock) -> dict[str, Any]:
    when, far = wording.when(clock, brief.on)
    return {
        **_in_words(clock),
        "when": when,
        "far": far,
        "key": wording.key(clock.provision, clock.subject),
        "urgent": clock.kind in ("deadline", "instruction"),
        "kind": wording.KINDS[clock.kind],
        "detail": wording.sentence(clock.detail),
    }


def _avenue(brief: Brief, avenue: AvenueLine) -> dict[str, Any]:
    return {
        **_in_words(avenue),
        "key": wording.key(avenue.id, avenue.subject),
        "word": wording.availability(avenue),
        "tone": wording.VALUE_TONES[avenue.available],
        "by": wording.capital(avenue.by),
        "far": words.distance(avenue.file_by, brief.on) if avenue.file_by else "",
        "because_word": wording.because(avenue),
    }


def _relief(relief: ReliefLine) -> dict[str, Any]:
    parts = (*relief.elements, *relief.gates)
    return {
        "title": relief.title,
        "asked_of": relief.asked_of,
        "word": wording.capital(wording.merits(relief)),
        "tone": wording.VALUE_TONES[relief.merits],
        "way": wording.capital(wording.REACHED[relief.reachable]),
        "way_tone": wording.VALUE_TONES[relief.reachable],
        "why_not": wording.why_not(parts),
        "unknown": [element.provision for element in parts if element.value == "unknown"],
    }


def _guidance(guidance: Guidance) -> dict[str, Any]:
    return {
        **_in_words(guidance),
        "days": wording.governed(guidance),
        "tiers": [
            {
                "says": wording.capital(tier.says),
                "word": wording.TRUTH[tier.value],
                "tone": wording.VALUE_TONES[tier.value],
            }
            for tier in guidance.tiers
        ],
        "shown": [wording.weighed(factor) for factor in guidance.factors if factor.shown == "yes"],
        "not_shown": [factor.says for factor in guidance.factors if factor.shown == "unknown"],
    }


def _stood(line: Stood) -> dict[str, Any]:
    days, said = wording.stood(line)
    return {"days": days, "said": wording.capital(said), "cite": line.cite, "note": line.note}


def _open_fact(fact: OpenFact) -> dict[str, Any]:
    return {**_in_words(fact), "key": wording.fact(fact.fact, fact.subject), "group": wording.capital(fact.group)}


def _contradiction(contradiction: Contradiction) -> dict[str, Any]:
    return {
        **_in_words(contradiction),
        "what": wording.capital(contradiction.what),
        "kept": wording.kept(contradiction),
        "key": wording.fact(contradiction.fact, contradiction.subject),
        "changed": wording.changes(contradiction),
    }
