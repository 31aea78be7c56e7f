"""The words for what a brief says by a closed set, the same in every rendering."""

from datetime import date

from abeyance.assess import words
from abeyance.assess.brief import (
    AvenueLine,
    Brief,
    Clock,
    Contradiction,
    Element,
    Factor,
    Guidance,
    Headline,
    Particular,
    ReliefLine,
    Span,
    StayLine,
    Stood,
)
from abeyance.logic.values import LONG_AGO, NEVER
from abeyance.write.lanes import NOT_KNOWN, NOT_SHOWN, PENDING

TRUTH = {"yes": "Yes", "no": "No", "unknown": "Not known"}

GROUPS = {
    "by law": "By operation of law. The list is closed.",
    "granted": "Only if someone grants it",
    "pending": "Pending, and often taken for a stay",
}

STAY_TONES = {
    "Held": "held",
    "Not held": "off",
    "Could hold": "open",
    "Not shown": "off",
    "Not known": "open",
    "Pending": "pend",
    "Not pending": "off",
}
JUDGED = ("a judgement no rule makes",)
REACHED = {"yes": "open", "no": "closed", "unknown": "not known"}  # the way to a relief, by its gates
VALUE_TONES = {"yes": "ok", "no": "off", "unknown": "open"}

KINDS = {
    "deadline": "Deadline",
    "agency reply": "Agency reply due",
    "instruction": "Instruction",
    "expiry": "Expiry",
    "check-in": "Check-in",
    "law change": "Law change",
}

NONE_HERE = "None in this brief."
FILED = "Filed already"
DISAGREE = "Sources disagree"
HINDSIGHT = "hindsight: made after the day asked"

NOT_DRAWN = "A character that this PDF cannot draw is shown as □; the page and the JSON of this brief have it."
SEARCH_CUT = (
    "More than sixteen conditions are open, so the search for what would decide was cut: there may be other facts."
)

CLOSED = "Closed, on the facts in this file"

NOT_ADVICE = "A person decides. Not legal advice."
NOT_TO_BE_SHARED = "Do not share: this brief names the client."


def days(span: Span | None) -> str:
    """A day with its weekday, a range, or the side that is known; empty for None."""
    if span is None:
        return ""
    first = LONG_AGO if span.first is None else span.first.toordinal()
    last = NEVER if span.last is None else span.last.toordinal()
    return words.spelled((first, last))


def last_day(line: StayLine) -> str:
    """The last day of a stay, where its status does not name it already."""
    day = days(line.until)
    return f"Last day: {day}" if day and day not in line.status else ""


def title(brief: Brief) -> str:
    """A brief's title: whose, the state of stays, the day."""
    return f"{brief.respondent or brief.case}: {brief.headline.form}, {brief.on.isoformat()}"


def after_the_form(headline: Headline) -> str:
    """The headline's sentence after the form that begins it."""
    rest = headline.sentence.removeprefix(headline.form)
    return rest if rest != headline.sentence or not rest else f": {rest}"


def particulars(brief: Brief) -> tuple[Particular, ...]:
    """What is said of the case above everything else, the respondent first."""
    return (
        Particular("Respondent", brief.respondent),
        *(Particular(capital(p.label), p.value) for p in brief.particulars),
    )


def when(clock: Clock, on: date) -> tuple[str, str]:
    """The day of a clock, and how far off it is, or its state where it is not one day."""
    if clock.day is None:
        return capital(clock.state), ""
    one = clock.day.first if clock.day.first == clock.day.last else None
    return days(clock.day), words.distance(one, on) if one else clock.state


def because(avenue: AvenueLine) -> str:
    """What leads to an avenue's reasons."""
    return "Because" if avenue.available == "yes" else "Turns on"


def stay(brief: Brief, line: StayLine) -> str:
    """Whether an instrument holds on the day, in a word or two; its lane tells "could hold" and "not shown" apart."""
    here = sum(day <= brief.on for day in brief.lane_days) - 1
    letter = line.lane[here : here + 1] if here >= 0 else ""
    if line.group == "pending":
        unknown = "Pending" if letter == PENDING else "Not known"
        return {"yes": "Pending", "no": "Not pending", "unknown": unknown}[line.value]
    unknown = {NOT_KNOWN: "Could hold", NOT_SHOWN: "Not shown"}.get(letter, "Not known")
    return {"yes": "Held", "no": "Not held", "unknown": unknown}[line.value]


def availability(avenue: AvenueLine) -> str:
    """Whether an avenue lies and is in time."""
    return {"yes": "Open", "no": "Closed", "unknown": "Could be open"}[avenue.available]


def key(name: str, subject: str) -> str:
    """A provision of a subject, as the command line takes it: mtr.time@motion-2."""
    return f"{name}@{subject}" if name and subject else name or subject


def fact(name: str, subject: str) -> str:
    """A fact of a subject, as a case file writes it: motion-2.received."""
    return f"{subject}.{name}"


def capital(text: str) -> str:
    """A text with a capital letter first."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A text with an end."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def kept(contradiction: Contradiction) -> str:
    """How many values were kept."""
    number = len(contradiction.sides)
    return "Two values, both kept" if number == 2 else f"{number} values, all kept"


def changes(contradiction: Contradiction) -> str:
    """What a contradiction changes."""
    return "; ".join(contradiction.changes) or (
        "An answer." if contradiction.material else "No answer; it matters to credibility."
    )


def counted(number: int, one: str) -> str:
    """A number of things: 1 claim, 19 claims."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def read(brief: Brief) -> str:
    """What the brief was made from, in one line."""
    law = f"Law as known on {brief.known.isoformat()}" if brief.known else "Newest law"
    file = f"file as known on {brief.file_known.isoformat()}" if brief.file_known else "newest file"
    counts = ", ".join([counted(brief.facts, "fact"), counted(brief.claims, "claim"), counted(brief.sources, "source")])
    return f"{counts}. {law}, read through {brief.law_read_through.isoformat()}; {file}."


def law_not_read(brief: Brief) -> str:
    """What must be said first where the day asked about is later than the law was read (SEMANTICS 20); else empty."""
    if brief.on <= brief.law_read_through:
        return ""
    return (
        f"The law was read through {words.weekday(brief.law_read_through)}. "
        f"What changed between then and {words.weekday(brief.on)} is not in this brief."
    )


def merits(relief: ReliefLine) -> str:
    """How the merits stand, in words."""
    if relief.merits == "yes":
        return "met"
    if relief.merits == "no":
        return "not met"
    unknown = [element for element in relief.elements if element.value == "unknown"]
    return "left to judgement" if all(element.causes == JUDGED for element in unknown) else "not known"


PRIORITY = {"yes": "a priority", "no": "no priority", "unknown": "not known"}


def governed(guidance: Guidance) -> str:
    """The days on which guidance governed; people are shown the last good day."""
    return f"{guidance.since.isoformat()} to {guidance.until.isoformat() if guidance.until else 'now'}"


def stood(line: Stood) -> tuple[str, str]:
    """The days of a time, and whether the respondent was a priority then, with why that is not known."""
    first = line.since.isoformat() if line.confirmed else f"by {line.since.isoformat()}"
    why = f": {', '.join(line.causes)}" if line.causes else ""
    return f"{first} to {line.until.isoformat() if line.until else 'now'}", f"{PRIORITY[line.priority]}{why}"


def tally(relief: ReliefLine) -> str:
    """How many elements are met, left to judgement, and not known."""
    met = sum(element.value == "yes" for element in relief.elements)
    judged = sum(element.causes == JUDGED for element in relief.elements)
    open_ = len(relief.elements) - met - judged
    return f"of {len(relief.elements)} elements {met} met, {judged} left to judgement, {open_} not known"


def way(relief: ReliefLine) -> str:
    """Whether the way to a relief is open, by its gates."""
    return f"The way to it: {REACHED[relief.reachable]}"


def weighed(factor: Factor) -> str:
    """What weighs in a judgement: for or against, whether the file shows it, and what would carry it."""
    shown = {"yes": "shown", "no": "not so", "unknown": "not shown"}[factor.shown]
    return f"{factor.weighs}, {shown}: {factor.says}. Proof: {factor.proof}"


def why_not(elements: tuple[Element, ...]) -> list[str]:
    """What is not so, each with what carries that."""
    return [
        f"not so: {e.says} ({'; '.join(e.because)})" if e.because else f"not so: {e.says}"
        for e in elements
        if e.value == "no"
    ]
