"""The state of stays on the day: every instrument of the closed list, what is pending, and the headline."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from abeyance.assess import words
from abeyance.assess.asking import Answer, Inquiry, somewhere
from abeyance.assess.avenues import is_carried_out
from abeyance.assess.brief import Group, Headline, StayLine
from abeyance.assess.targets import subjects
from abeyance.casefile.claims import Claim, Completeness, Standing
from abeyance.casefile.record import CASE, LISTS
from abeyance.casefile.standing import FIRM, standing_of_source
from abeyance.casefile.vocabulary import Case, Filing, Instruction
from abeyance.law.avenues import AVENUES, Avenue, Effect, may_rescind
from abeyance.law.consequences import may_be_reinstated
from abeyance.law.facts_read import facts_in
from abeyance.law.not_a_stay import HOLDING_NOTHING
from abeyance.law.provisions import READ_THROUGH, Confidence, Provision
from abeyance.law.stays import INSTRUMENTS, Instrument, something_to_execute
from abeyance.law.stays_automatic import (
    appeal_pending_stay,
    deportation_rescission_stay,
    removal_rescission_stay,
    vawa_stay,
)
from abeyance.law.stays_granted import board_stay, court_of_appeals_stay, ice_stay, judge_stay
from abeyance.logic.evaluating import Valuation
from abeyance.logic.expressions import Bool, Expr
from abeyance.logic.facts import ListFact
from abeyance.logic.operations import Row
from abeyance.logic.values import LONG_AGO, NEVER, Cause, Presence, Span, Truth

WORD_ALONE = {
    "press": "what the press or a stranger says",
    "told": "what was told",
    "opposing": "the opposing party's word",
    "sworn": "a sworn word",
}
MOST_WEAK = 3
HELD, COULD, NONE_SHOWN, NOT = "=", "?", ".", " "
HOLDS_NOTHING, NOT_SHOWN_TO_HOLD = "holds nothing", "not shown to hold"

GRANTED = {
    ("decided", "outcome"): "{who} has granted the stay that was asked for",
    ("until",): "a stay that {who} granted still runs: its end is not in the file",
    ("revoked",): "a stay that {who} granted has not been revoked since",
}


UNTIL_THE_LAW_ENDS_IT = (
    "; where the decision names no last day, say so (until: never), and it runs until the law ends it"
)


def _granted_by(who: str, ended_by_law: bool = True) -> dict[tuple[str, ...], str]:
    sentences = GRANTED | ({("until",): GRANTED["until",] + UNTIL_THE_LAW_ENDS_IT} if ended_by_law else {})
    return {facts: sentence.format(who=who) for facts, sentence in sentences.items()}


# Provision -> facts, and what is told where the answer turns on one of them, the first that does: removal would then be held, or
# could be on filing.
SHOWN_BY: dict[str, dict[tuple[str, ...], str]] = {
    may_rescind.id: {
        (
            "in_absentia",
        ): "the order was entered in absentia: a motion to rescind then stays removal once the immigration court has "
        "it (a motion at the Board does not)"
    },
    vawa_stay.id: {
        (
            "ground_vawa",
            "shown_qualified_alien",
            "shown_self_petition",
        ): "the motion is a special-rule motion of a battered spouse, "
        "child or parent (VAWA) and itself shows qualified status"
    },
    board_stay.id: _granted_by("the Board"),
    judge_stay.id: _granted_by("the judge"),
    ice_stay.id: _granted_by("ICE", ended_by_law=False),
    court_of_appeals_stay.id: _granted_by("the court"),
    appeal_pending_stay.id: {
        (
            "of",
            "received",
            "fee_paid",
            "rejected",
            "decided",
        ): "the appeal was in time, properly filed, and is still undecided"
    },
    removal_rescission_stay.id: {
        (
            "of",
            "forum",
            "received",
            "rejected",
            "decided",
        ): "the motion to rescind is properly before the immigration court and undecided"
    },
    deportation_rescission_stay.id: {
        (
            "of",
            "forum",
            "received",
            "rejected",
            "decided",
        ): "the motion to rescind, or its appeal, is properly filed and undecided"
    },
}


def stay_lines(ask: Inquiry, days: Sequence[date]) -> tuple[StayLine, ...]:
    """One line for every instrument, and one for everything pending that holds nothing; a lane has a letter for each day."""
    lanes = _lanes(ask, days)
    instruments = [_instrument(ask, i, lanes[i.provision.id]) for i in INSTRUMENTS]
    nothing_holds = all(line.value == "no" for line in instruments)
    return (*instruments, *_pending(ask, days, nothing_holds))


# --- the closed list --------------------------------------------------------------------------------------------------


def _lanes(ask: Inquiry, days: Sequence[date]) -> dict[str, str]:
    """For every instrument, whether it holds on each of the days, as the whole file shows it now."""
    nodes = {i.provision.id: ask.specialised(somewhere(i.provision)) for i in INSTRUMENTS}
    root = ask.at(Standing.PRESS, settled=True).root
    every, of_file = Valuation(root, 0), Valuation(closed(root), 0)
    answers = [(every.on_day(day.toordinal()), of_file.on_day(day.toordinal())) for day in days]
    return {rule: "".join(_state(node, whole, recorded) for whole, recorded in answers) for rule, node in nodes.items()}


def _state(node: Expr, whole: Valuation, recorded: Valuation) -> str:
    """The letter of a day: what may hold only by something that is not in the file is not shown, which is not no."""
    value: Truth = whole.value(node)
    if value is not None:
        return HELD if value else NOT
    return NONE_SHOWN if recorded.value(node) is False else COULD


def closed(root: Row) -> Row:
    """The case as if nothing were missing from its lists: what the file itself tells of."""
    return {
        name: tuple(row for row in value if row["@presence"] != Presence.POSSIBLE)
        if isinstance(Case.facts.get(name), ListFact)
        else value
        for name, value in root.items()
    }


def _instrument(ask: Inquiry, instrument: Instrument, lane: str) -> StayLine:
    rule = instrument.provision
    group: Group = "by law" if instrument.automatic else "granted"
    subjects = list(ask.rows(rule.subject.list)) if rule.subject is not Case else []
    answers = [(row, ask.ask(rule, row["@id"])) for row in subjects]
    holding = [(row, answer, _until(ask, instrument, row)) for row, answer in answers if answer.value is True]
    if holding:
        row, answer, until = max(holding, key=lambda found: found[2] or (0, 0))
        status = f"in force until {_end(instrument, until)}{_disputed(answer)}"
        standing = answer.standing.name.lower() if answer.standing else ""
        day = words.days(until) if until else None
        sources = ask.sources_of(row["@id"])
        return StayLine(group, instrument.title, "yes", status, rule.id, row["@id"], standing, day, sources, lane)
    value = ask.anywhere(rule)
    unknown = [row["@id"] for row, answer in answers if answer.value is None]
    status = _status(ask, instrument, value, subjects, unknown)
    return StayLine(
        group, instrument.title, words.truth(value), status, rule.id, unknown[0] if unknown else "", lane=lane
    )


def _end(instrument: Instrument, until: Span | None) -> str:
    """The end of what holds: its day, the first and last day it may be, or in words what ends it."""
    if until is None or until[0] <= LONG_AGO or until == (NEVER, NEVER):
        return instrument.ends
    first, last = (words.weekday(date.fromordinal(day)) for day in until)
    if until[0] == until[1]:
        return first
    return f"{first} at the earliest, {f'{last} at the latest' if until[1] < NEVER else instrument.ends}"


def _disputed(answer: Answer) -> str:
    """Who says otherwise, where weaker sources do (SEMANTICS 11)."""
    cites = dict.fromkeys(words.cited(claim.source, claim.place) for claim in answer.disputed)
    return f"; disputed by {', '.join(cites)}" if cites else ""


def _until(ask: Inquiry, instrument: Instrument, row: Row) -> Span | None:
    if instrument.until is None:
        return None
    span: Span = ask.holds(instrument.until(Case.root(), instrument.provision.subject.subject()), row["@id"])
    return span


def _status(ask: Inquiry, instrument: Instrument, value: Truth, rows: list[Row], unknown: list[str]) -> str:
    """Why an instrument does not hold, in a few words."""
    if instrument.forum:
        asked = [row for row in rows if _asks(row, instrument.forum) and row["received"][0] <= ask.on.toordinal()]
        if asked:
            asked.sort(key=lambda row: _latest(ask, row))
            return "; ".join(dict.fromkeys(state_of_filing(ask, row) for row in reversed(asked)))
        return "not asked" if value is False else "none in the file"
    if value is False:
        return "does not hold"
    if not unknown:
        return "none in the file"
    turns_on = _doubt(ask, instrument, unknown) or "turns on " + ", ".join(unknown)
    return f"could hold: {turns_on}"


def _doubt(ask: Inquiry, instrument: Instrument, unknown: list[str]) -> str:
    """What the law leaves open, where that alone is why it is not known whether an instrument holds."""
    node = ask.expression(instrument.provision)
    decisions = [ask.decision(node, subject) for subject in unknown]
    if any(decision.causes != Cause.UNSETTLED for decision in decisions):
        return ""
    return "; ".join(dict.fromkeys(reason for decision in decisions for reason in decision.reasons))


def _latest(ask: Inquiry, row: Row) -> int:
    """How lately something is known to have happened to a filing by the day asked about."""
    happened = [row[name][1] for name in ("received", "decided") if row[name][1] <= ask.on.toordinal()]
    return max(happened, default=0)


def _asks(row: Row, forum: str) -> bool:
    kind, where = Filing.facts["kind"], Filing.facts["forum"]
    return words.only(kind, row["kind"]) == "stay request" and forum in words.chosen(where, row["forum"])


def state_of_filing(ask: Inquiry, row: Row) -> str:
    """Where a filing stands on the day asked about, from its events and when they were last looked at (SEMANTICS 17, 18)."""
    on = ask.on.toordinal()
    received, decided = row["received"], row["decided"]
    if received[0] > on:
        return "not filed yet"
    if decided[1] <= on:
        outcome = words.only(Filing.facts["outcome"], row["outcome"]) or "decided"
        granted = outcome == "granted"
        return f"{outcome} {words.spelled(decided)}{_end_of_grant(row) if granted else ''}{_revoked(ask, row)}"
    if received[1] > on:
        return f"asked on a day {words.spelled(received)}, perhaps not yet"
    if decided[0] > on:
        return f"pending since {words.spelled(received)}"
    seen = decided[0] - 1
    if seen > received[0]:
        return f"pending as last seen {words.spelled((seen, seen))}: confirm today"
    return f"asked {words.spelled(received)}; no ruling in the file: confirm today"


def _end_of_grant(row: Row) -> str:
    """The last day of a grant; nothing where it names none and the law ends it."""
    until: Span = row["until"]
    if until[1] < NEVER:
        return f", until {words.spelled(until)}"
    return "" if until == (NEVER, NEVER) else ", its end not in file"


def _revoked(ask: Inquiry, row: Row) -> str:
    """That a grant was revoked, or when it was last seen not to have been (SEMANTICS 18)."""
    revoked: Span = row["revoked"]
    if revoked[1] <= ask.on.toordinal():
        return f"; revoked {words.spelled(revoked)}"
    seen = ask.last_seen(row["@id"], "revoked") if revoked[0] <= ask.on.toordinal() else ""
    return f"; revoked: {seen}" if seen else ""


# --- what is pending --------------------------------------------------------------------------------------------------


def _pending(ask: Inquiry, days: Sequence[date], nothing_holds: bool) -> Iterator[StayLine]:
    """What is pending; where something may hold, what is not shown to hold nothing is said as that (SEMANTICS 26)."""
    for row in ask.rows(Filing.list):
        for rule in HOLDING_NOTHING:
            answer = ask.ask(rule, row["@id"])
            if answer.value is False or not _may_be_pending(ask, row, answer.value):
                continue
            title = f"{words.kind_of(Filing, row).capitalize()}, {_forum(row)}"
            says = HOLDS_NOTHING if answer.value or nothing_holds else NOT_SHOWN_TO_HOLD
            status = f"{state_of_filing(ask, row)}; {says}"
            lane = "".join(_letter(row, day.toordinal()) for day in days)
            sources = ask.sources_of(row["@id"])
            value = words.truth(answer.value)
            yield StayLine("pending", title, value, status, rule.id, row["@id"], sources=sources, lane=lane)
            break


def _letter(row: Row, day: int) -> str:
    """Whether a filing was pending on a day."""
    if row["received"][0] > day or row["decided"][1] <= day:
        return " "
    return "-" if row["received"][1] <= day < row["decided"][0] else "?"


def _may_be_pending(ask: Inquiry, row: Row, pending: Truth) -> bool:
    """Whether it is pending, or only its decision is open and not what it is."""
    on = ask.on.toordinal()
    kind, forum = words.only(Filing.facts["kind"], row["kind"]), words.only(Filing.facts["forum"], row["forum"])
    return bool(pending or (kind and forum and row["received"][1] <= on < row["decided"][1]))


def _forum(row: Row) -> str:
    forum = words.only(Filing.facts["forum"], row["forum"])
    return {"Board": "at the Board", "ICE": "at ICE", "": "forum not in file"}.get(forum, f"at the {forum}")


# --- the headline -----------------------------------------------------------------------------------------------------


def headline(ask: Inquiry, lines: tuple[StayLine, ...], name: str) -> Headline:
    """Which of the four forms the state of stays takes; unknown is never printed as no (SEMANTICS 26)."""
    day = words.weekday(ask.on)
    warned = (ask.warning,) if ask.warning else ()
    detail = (*warned, *_late_reading(ask), *_told(ask, name), *_pending_words(lines))
    held = [line for line in lines if line.group != "pending" and line.value == "yes"]
    if held:
        longest = max(held, key=_reach)
        until = longest.status.removeprefix("in force ")
        others = "; ".join(f"{line.title}, {line.status}" for line in held if line is not longest)
        sentence = f"HELD {until}, by {longest.title} ({longest.provision}), on {day}."
        also = (f"Held also by {others}.",) if others else ()
        return Headline("HELD", "yes", sentence, (*_unproved(ask, longest), *_doubted(longest), *also, *detail))
    if ask.ask(something_to_execute).value is False:
        sentence = (
            f"ORDER NOT EXECUTABLE on {day}: no final order is there to be carried out, on the facts in this file."
        )
        return Headline("ORDER NOT EXECUTABLE", "no", sentence, (*_reinstated(ask), *detail))
    if all(line.value == "no" for line in lines if line.group != "pending"):
        sentence = f"NOT HELD on {day}: every instrument of the closed list is shown to be absent."
        return Headline("NOT HELD", "no", sentence, (*detail, *_would_hold(ask)))
    sentence = f"NO STAY SHOWN on {day}, on the facts in this file. Act as if there is none."
    return Headline("NO STAY SHOWN", "unknown", sentence, (*detail, *_would_hold(ask), *_would_show(ask)))


def _unproved(ask: Inquiry, line: StayLine) -> Iterator[str]:
    """What of a stay rests on somebody's word alone, and whose."""
    word = WORD_ALONE.get(line.standing)
    if word:
        weak = list(dict.fromkeys([*_weak_facts(ask, line), *_weak_lists(ask, line)]))
        said = f": {'; '.join(words.first_few(weak, MOST_WEAK))}" if weak else ""
        yield f"It rests in part on {word} alone{said}. Get the paper for it where there is one."


def _weak_facts(ask: Inquiry, line: StayLine) -> Iterator[str]:
    """The facts behind an answer that no document proves, each with where it stands."""
    reasons = (reason for top in ask.reasons(_rule_of(line), line.subject) for reason in top.walk())
    for fact in dict.fromkeys(fact for reason in reasons for fact in reason.facts):
        subject = fact.subject or CASE
        claims = ask.record.claims.get((subject, fact.name), ())
        if claims and max(map(ask.record.standing, claims)) < FIRM:
            label = ask.record.entities[subject].facts[fact.name].label
            yield f"{subject}: {label} ({_cited(claims)})"


def _weak_lists(ask: Inquiry, line: StayLine) -> Iterator[str]:
    """The lists behind an answer of which only somebody's word says that nothing is missing from them."""
    read = {name for entity, name in facts_in(ask.expression(_rule_of(line))) if entity == Case.__name__}
    for name in sorted(read & LISTS.keys()):
        words_on_it = [c for c in ask.case.completeness if c.list == name and not c.leaves_open]
        best = max((standing_of_source(c.source, LISTS[name].__name__) for c in words_on_it), default=FIRM)
        if best < FIRM:
            yield f"that nothing is missing from {Case.facts[name].label} ({_cited(words_on_it)})"


def _cited(statements: Sequence[Claim | Completeness]) -> str:
    return ", ".join(dict.fromkeys(words.cited(s.source, s.place) for s in statements))


def _rule_of(line: StayLine) -> Provision[Any, Bool]:
    return next(i.provision for i in INSTRUMENTS if i.provision.id == line.provision)


def _doubted(line: StayLine) -> Iterator[str]:
    """That the law of a stay is less than sure (SEMANTICS 23)."""
    rule = _rule_of(line)
    if rule.confidence is not Confidence.SURE:
        yield f"The law of it is [{rule.confidence.value}]: {rule.doubt}."


def _reinstated(ask: Inquiry) -> Iterator[str]:
    """That an order that was carried out can be put in force again."""
    if ask.ask(may_be_reinstated).value:
        yield f"Beware: {may_be_reinstated.says}."


def _would_hold(ask: Inquiry) -> Iterator[str]:
    """What may be filed on the day and would hold removal from its filing."""
    for avenue in AVENUES:
        if avenue.effect is Effect.STAYS and any(ask.ask(avenue.open, s).value for s in _outstanding(ask, avenue)):
            yield f"May be filed today: {avenue.title}. {avenue.filed.rstrip('.')}."
    perhaps = [avenue.title for avenue in AVENUES if avenue.effect is Effect.STAYS and _is_perhaps_open(ask, avenue)]
    if perhaps:
        yield f"May be open, and would hold removal once filed: {'; '.join(perhaps)}."


def _outstanding(ask: Inquiry, avenue: Avenue) -> list[str]:
    """What an avenue can be asked about, without the orders that were carried out."""
    return [s for s in subjects(ask, avenue.open) if not is_carried_out(ask, s)]


def _is_perhaps_open(ask: Inquiry, avenue: Avenue) -> bool:
    """Whether it may lie from an order of which the day is known, and from none it surely does."""
    values = {order: ask.ask(avenue.open, order).value for order in _outstanding(ask, avenue)}
    return True not in values.values() and any(
        value is None and avenue.due and ask.ask(avenue.due, order).value[0] > LONG_AGO
        for order, value in values.items()
    )


def _would_show(ask: Inquiry) -> Iterator[str]:
    """The facts that would show a stay, of those that the file itself leaves open."""
    rules = [may_rescind, *(i.provision for i in INSTRUMENTS)]
    shown = [f"({number}) {said}" for number, said in enumerate((s for r in rules for s in _shown_by(ask, r)), 1)]
    if shown:
        yield f"What would show one, and is not in the file: {'; '.join(shown)}."


def _shown_by(ask: Inquiry, rule: Provision[Any, Bool]) -> Iterator[str]:
    """What SHOWN_BY says of the facts on which an unknown answer about a recorded subject turns."""
    wanted = SHOWN_BY.get(rule.id, {})
    asked = [s for s in subjects(ask, rule) if wanted and ask.ask(rule, s).value is None]
    turns_on = {fact.name for s in asked for fact in ask.decision(ask.expression(rule), s).matters if fact.subject}
    yield from [said for facts, said in wanted.items() if turns_on & set(facts)][:1]


def _reach(line: StayLine) -> date:
    """How far a stay surely reaches; one whose end is an event, or not known, is counted last."""
    return (line.until.first if line.until else None) or date.min


def _late_reading(ask: Inquiry) -> Iterator[str]:
    """That the law was last read before the day asked about (SEMANTICS 20)."""
    if ask.on > READ_THROUGH:
        yield f"The law was read through {READ_THROUGH.isoformat()}: confirm that nothing has changed since."


TOLD_TO = {"depart": "leave by", "report": "report on", "surrender": "surrender on"}


def _told(ask: Inquiry, name: str) -> Iterator[str]:
    """What the respondent has been told to do and has not had to do yet."""
    on = ask.on.toordinal()
    for row in ask.rows(Instruction.list):
        what = TOLD_TO.get(words.only(Instruction.facts["kind"], row["kind"]))
        if what and row["given"][1] <= on <= row["on"][1] < NEVER:
            by = words.only(Instruction.facts["by"], row["by"])
            told = f"{by} has told {name} to {what}" if by else f"{name} has been told to {what}"
            last = date.fromordinal(row["on"][0])
            yield f"{told} {words.spelled(row['on'])}, {words.distance(last, ask.on)}."


def _pending_words(lines: tuple[StayLine, ...]) -> Iterator[str]:
    """What is pending: first what holds nothing, then what is not shown to hold, which is not the same (SEMANTICS 26)."""
    for opening, ending in (
        ("Pending, and holding nothing unless a stay is granted", f"; {HOLDS_NOTHING}"),
        ("Filed, and not shown to hold removal", f"; {NOT_SHOWN_TO_HOLD}"),
    ):
        said = [
            f"{s.title} ({s.status.removesuffix(ending)})"
            for s in lines
            if s.group == "pending" and s.status.endswith(ending)
        ]
        if said:
            yield f"{opening}: {'; '.join(said)}."
