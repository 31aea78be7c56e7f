"""The Brief as plain text for a terminal or a pipe: good at 100 columns, still good at 80."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap

from abeyance.assess.brief import (
    AvenueLine,
    Brief,
    Clock,
    Consequence,
    Consequences,
    Contradiction,
    Gate,
    Guidance,
    OpenFact,
    ReliefLine,
    Span,
    StayLine,
)
from abeyance.write.wording import (
    GROUPS,
    NOT_ADVICE,
    NOT_TO_BE_SHARED,
    counted,
    governed,
    merits,
    stood,
    tally,
    way,
    why_not,
)

WIDTH = 100
ROOMY = 96  # from here up the state of a stay stands beside its lane
MOST_OPEN_FACTS = 10
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
KEY = "= held   ? could hold   . not shown   - pending, holds nothing   blank: does not hold   | the day asked about"


def to_text(brief: Brief, width: int = WIDTH) -> str:
    """The brief in lines of at most ``width`` columns (80 or more), with a newline at the end."""
    return "\n".join(_Page(brief, width).lines()) + "\n"


class _Page:
    def __init__(self, brief: Brief, width: int) -> None:
        self.brief, self.width = brief, width

    def lines(self) -> Iterator[str]:
        brief = self.brief
        yield from wrap(brief.headline.sentence, self.width)
        for sentence in brief.headline.detail:
            yield from wrap(sentence, self.width)
        yield ""
        yield from self._head()
        yield from self._section("STAY MAP", self._stays())
        yield from self._section("ORDERS AND MOTIONS: what the law asks of each", self._gates())
        yield from self._section("CLOCKS", self._clocks())
        yield from self._section("WHAT MAY BE FILED OR ASKED, in order", self._avenues())
        yield from self._section("RELIEF: its merits, and the way to it", self._reliefs())
        yield from self._section(
            "DISCRETION under the guidance of the day, which is no stay and gives no right", self._discretion()
        )
        yield from self._section("OPEN FACTS, ranked by what they would change", self._open_facts())
        yield from self._section("CONTRADICTIONS AND QUESTIONS", self._contradictions())
        said: set[str] = set()
        for what_if in brief.consequences:
            yield from self._section(what_if.title.upper(), self._follows(what_if, said))
            said |= {point.sentence for point in what_if.points}
        yield ""
        for note in brief.notes:
            yield from wrap(note, self.width)
        yield from wrap(f"Why: abeyance why CASE ID[@SUBJECT] --on {brief.on.isoformat()}", self.width)
        yield from wrap(f"{NOT_ADVICE} {NOT_TO_BE_SHARED}", self.width)

    def _section(self, title: str, body: Iterator[str]) -> Iterator[str]:
        lines = list(body)
        if lines:
            yield from ("", title, "-" * self.width, *lines)

    def _hang(self, first: str, text: str, indent: int) -> Iterator[str]:
        """``first`` at the margin and ``text`` beside it, wrapped and hung at ``indent``."""
        lines = wrap(text, self.width - indent) or [""]
        if len(first) >= indent:
            yield from wrap(first, self.width, subsequent_indent="  ")
            yield from (" " * indent + line for line in lines)
        else:
            yield (first.ljust(indent) + lines[0]).rstrip()
            yield from (" " * indent + line for line in lines[1:])

    def _head(self) -> Iterator[str]:
        yield f"  {self.brief.respondent}"
        for particular in self.brief.particulars:
            yield from self._hang(f"  {particular.label}", particular.value, 22)
        counts = ((self.brief.facts, "fact"), (self.brief.claims, "claim"), (self.brief.sources, "source"))
        yield from self._hang("  file", ", ".join(counted(*count) for count in counts), 22)

    # --- the stay map -------------------------------------------------------------------------------------------------

    def _stays(self) -> Iterator[str]:
        column = max(len(line.title) for line in self.brief.stays) + 3
        lane = len(self.brief.lane_days) + 3
        yield from ((" " * column + line).rstrip() for line in self._scale())
        for group, title in GROUPS.items():
            of_group = [line for line in self.brief.stays if line.group == group]
            if of_group:
                yield title
            for line in of_group:
                yield from self._stay(line, column, lane)
        days, on = self.brief.lane_days, self.brief.on
        years = [day.year for day in days if (day.month, day.day) == (7, 1) and day.year < on.year]
        columns = (
            f"Columns: July of {years[0]} to {years[-1]}, then every week by month." if years else "Columns: weeks."
        )
        yield from wrap(f"{KEY}   {columns}", self.width, initial_indent="  ", subsequent_indent="  ")

    def _scale(self) -> Iterator[str]:
        """The years, then the months of the weeks around the day asked about, over the lanes."""
        days, on = self.brief.lane_days, self.brief.on
        years = [day for day in days if day.month == 7 and day.day == 1 and day.year < on.year]
        label = "".join(str(day.year)[2:3] for day in years)
        below = "".join(str(day.year)[3:] for day in years)
        weeks = "".join(self._week(days[len(years) :], i) for i in range(len(days) - len(years)))
        yield self._barred(label + weeks, len(years))
        yield self._barred(below.ljust(len(days)), len(years))

    def _week(self, weeks: Sequence[date], i: int) -> str:
        return f"{weeks[i]:%b}"[0] if i == 0 or weeks[i].month != weeks[i - 1].month else " "

    def _barred(self, lane: str, years: int) -> str:
        """A lane with a gap after the years and a bar before the day asked about."""
        body = lane[:years] + " " + lane[years:]
        at = self.brief.lane_days.index(self.brief.on) + 1
        return body[:at] + "|" + body[at:]

    def _stay(self, line: StayLine, column: int, lane: int) -> Iterator[str]:
        years = sum(day.month == 7 and day.day == 1 and day.year < self.brief.on.year for day in self.brief.lane_days)
        drawn = f"  {line.title}".ljust(column) + self._barred(line.lane, years)
        status = line.status + (f" ({line.standing})" if line.standing else "")
        if self.width < ROOMY:
            yield drawn.rstrip()
            yield from self._hang("", status, 6)
        else:
            yield from self._hang(drawn, status, column + lane)

    # --- gates and clocks ---------------------------------------------------------------------------------------------

    def _gates(self) -> Iterator[str]:
        subject = ""
        for gate in self.brief.gates:
            if gate.subject != subject:
                subject = gate.subject
                yield f"{gate.title[0].upper()}{gate.title[1:]}"
            yield from self._gate(gate)

    def _gate(self, gate: Gate) -> Iterator[str]:
        confidence = f" [{gate.confidence}]" if gate.confidence else ""
        standing = f", {gate.standing}" if gate.standing else ""
        causes = f": {', '.join(gate.causes)}" if gate.causes else ""
        asserted = f" ({'; '.join(gate.asserted)})" if gate.asserted else ""
        said = f"{gate.value}{standing}{causes}{asserted}{confidence}. {gate.provision}"
        yield from self._hang(f"  {gate.question}", said, 52)
        if gate.value != "unknown" and gate.because:
            yield from self._hang("", "; ".join(gate.because), 52)

    def _clocks(self) -> Iterator[str]:
        for clock in self.brief.clocks:
            yield from self._hang(_when(clock, self.brief.on), self._clock(clock), 34)

    def _clock(self, clock: Clock) -> str:
        marks = [clock.confidence] if clock.confidence else []
        marks += ["hindsight"] if clock.hindsight else []
        authority = f" {'; '.join(clock.authority[:2])}." if clock.authority else ""
        sources = f" {', '.join(clock.sources)}." if clock.kind in ("instruction", "check-in") else ""
        marked = f" [{', '.join(marks)}]" if marks else ""
        return f"{clock.kind.upper()}  {clock.title}. {clock.detail}.{authority}{sources}{marked}"

    # --- avenues ------------------------------------------------------------------------------------------------------

    def _avenues(self) -> Iterator[str]:
        for avenue in self.brief.avenues:
            if avenue.available != "no":
                yield from self._avenue(avenue)
        for avenue in self.brief.avenues:
            if avenue.available == "no" and avenue.pending:
                yield from self._hang("  taken", avenue.title, 17)
            elif avenue.available == "no":
                because = f" ({avenue.because})" if avenue.because else ""
                yield from self._hang("  closed", avenue.title + because, 17)

    def _avenue(self, avenue: AvenueLine) -> Iterator[str]:
        mark = " (may not be open)" if avenue.available == "unknown" and not avenue.pending else ""
        yield from self._hang(f"{avenue.rank:3}", f"{avenue.title}{mark}", 5)
        rows = [
            ("forum", avenue.forum),
            ("if filed", avenue.filed),
            ("file by", _long(avenue.file_by)),
            ("by", avenue.by),
            ("turns on", avenue.because),
        ]
        if avenue.available == "yes":
            rows += [("if granted", avenue.granted), ("needs", "; ".join(avenue.needs))]
            rows += [] if avenue.pending else [("fee", avenue.fee)]
        rows.append(("rule", "; ".join(avenue.rules) + (f" [{avenue.confidence}]" if avenue.confidence else "")))
        for label, text in rows:
            if text:
                yield from self._hang(f"     {label}", text, 17)

    # --- relief -------------------------------------------------------------------------------------------------------

    def _reliefs(self) -> Iterator[str]:
        for relief in self.brief.reliefs:
            if relief.merits != "no":
                yield from self._relief(relief)
        for relief in self.brief.reliefs:
            if relief.merits == "no":
                yield from self._hang("  not met", f"{relief.title}: {'; '.join(why_not(relief.elements))}", 22)
        if self.brief.reliefs:
            yield from wrap(f"Element by element: abeyance screen CASE --on {self.brief.on.isoformat()}", self.width)

    def _relief(self, relief: ReliefLine) -> Iterator[str]:
        yield from self._hang(f"  {merits(relief)}", f"{relief.title}. {way(relief)}", 22)
        for text in why_not(relief.gates):
            yield from self._hang("", f"closed: {text}", 22)
        yield from self._hang("", tally(relief), 22)

    # --- discretion ---------------------------------------------------------------------------------------------------

    def _discretion(self) -> Iterator[str]:
        for guidance in self.brief.guidance:
            yield from self._guidance(guidance)
        if self.brief.stood:
            yield "Whether the respondent was a priority, under the guidance of each time"
        for line in self.brief.stood:
            days, said = stood(line)
            cited = f"{line.cite}{f': {line.note}' if line.note else ''}"
            yield from self._hang(f"  {days}", f"{said}. {cited}", 28)

    def _guidance(self, guidance: Guidance) -> Iterator[str]:
        mark = f" [{guidance.confidence}]" if guidance.confidence else ""
        yield from wrap(f"{guidance.title}, {governed(guidance)}{mark}", self.width)
        yield from self._hang("  governs", guidance.governs, 17)
        yield from self._hang("  puts first", guidance.first, 17)
        for text in guidance.taken_back:
            yield from self._hang("  taken back", text, 17)
        for tier in guidance.tiers:
            causes = f": {', '.join(tier.causes)}" if tier.causes else ""
            yield from self._hang(f"  {tier.value}", f"{tier.says}{causes}. {tier.provision}", 17)
        for weighs in ("for", "against"):
            for shown, said in (("yes", "shown"), ("unknown", "not shown")):
                of_it = [f.says for f in guidance.factors if (f.weighs, f.shown) == (weighs, shown)]
                if of_it:
                    yield from self._hang(f"  {weighs}, {said}", "; ".join(of_it), 22)

    # --- what is not known --------------------------------------------------------------------------------------------

    def _open_facts(self) -> Iterator[str]:
        for fact in self.brief.open_facts[:MOST_OPEN_FACTS]:
            yield from self._open_fact(fact)
        more = len(self.brief.open_facts) - MOST_OPEN_FACTS
        if more > 0:
            yield from wrap(
                f"and {more} more, of less weight: --json lists them all", self.width, initial_indent="     "
            )
        if self.brief.search_cut:
            yield from wrap(
                "More than sixteen conditions are open in one answer: the search for what decides it was cut short.",
                self.width,
            )

    def _open_fact(self, fact: OpenFact) -> Iterator[str]:
        yield from self._hang(f"{fact.rank:3}  {fact.group.upper()}", fact.question, 19)
        for effect in fact.effects:
            yield from self._hang("", f"{effect.when}: {effect.then}", 19)
        if fact.settled_by:
            yield from self._hang("", f"Settled by: {fact.settled_by}", 19)

    def _contradictions(self) -> Iterator[str]:
        for contradiction in self.brief.contradictions:
            yield from self._contradiction(contradiction)
        for question in self.brief.questions:
            yield from self._hang("To ask", question, 8)
        if self.brief.agreements:
            agreed = "; ".join(f"{a.what} ({a.value}, {len(a.sources)} sources)" for a in self.brief.agreements)
            yield from wrap(f"Checked and consistent: {agreed}.", self.width)

    def _contradiction(self, contradiction: Contradiction) -> Iterator[str]:
        yield from wrap(f"{contradiction.what[0].upper()}{contradiction.what[1:]}", self.width, subsequent_indent="  ")
        for side in contradiction.sides:
            yield from self._hang(
                f"    {side.value}",
                f"{side.source} {side.place}".strip() + (f"  {side.standing}" if side.standing else ""),
                30,
            )
        matters = (
            f"Changes: {'; '.join(contradiction.changes)}."
            if contradiction.material
            else "Both kept. Changes no answer; matters to credibility."
        )
        settled = f" Settled by: {contradiction.settled_by}." if contradiction.settled_by else ""
        yield from wrap(matters + settled, self.width, initial_indent="  ", subsequent_indent="  ")

    def _follows(self, what_if: Consequences, said: set[str]) -> Iterator[str]:
        """What follows in one case; what was said already for another is not said again."""
        if said & {point.sentence for point in what_if.points}:
            yield "  What is said above of the bars and of motions holds here too."
        for point in what_if.points:
            if point.sentence not in said:
                yield from self._point(point)

    def _point(self, point: Consequence) -> Iterator[str]:
        mark = f" [{point.confidence}]" if point.confidence else ""
        cited = f" {'; '.join(point.authority)}." if point.authority else ""
        yield from wrap(f"{point.sentence}{cited}{mark}", self.width, initial_indent="  ", subsequent_indent="    ")


def _long(day: date | None) -> str:
    return f"{day.isoformat()} {WEEKDAYS[day.weekday()]}" if day else ""


def _when(clock: Clock, on: date) -> str:
    if clock.day is None:
        return f"  {clock.state}"
    first, last = clock.day.first, clock.day.last
    if first and first == last:
        away = (first - on).days
        far = "today" if away == 0 else f"in {away} day{'s' * (away != 1)}" if away > 0 else "passed"
        return f"  {_long(first)}  {far}"
    return f"  {_span(clock.day)}"


def _span(span: Span) -> str:
    if span.first and span.last:
        return f"{span.first.isoformat()}..{span.last.isoformat()}"
    return (
        f"by {span.last.isoformat()}" if span.last else f"from {span.first.isoformat()}" if span.first else "not known"
    )
