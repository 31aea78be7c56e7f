"""``abeyance ask``: the questions to put to the client, and the answers as claims."""

from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from abeyance.cli.asking import CASE, CIRCUIT, ON, day, fail, inquiry, today, warn
from abeyance.cli.casefiles import BY, acting, show_problems, who

if TYPE_CHECKING:
    from collections.abc import Callable

    from abeyance.assess.asking import Inquiry
    from abeyance.assess.interview import Question

END_OF_STORY = "."
STOP = frozenset({"q", "quit", "salir"})


def ask(
    case: CASE,
    on: ON = None,
    circuit: CIRCUIT = "",
    story: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The client's first story, kept as a document; - to paste it, a dot alone ends it."
        ),
    ] = None,
    list_only: Annotated[bool, typer.Option("--list", help="Print the questions and ask none.")] = False,
    most: Annotated[int, typer.Option(metavar="N", min=0, help="At most so many questions; all of them if 0.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print the questions as JSON and ask none.")] = False,
    by: BY = None,
    recorded: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="The day of the interview; today if left out.")
    ] = None,
) -> None:
    """Put to the client what could change the answers most, in English and Spanish; every answer is entered at once.

    Answer yes or no (sí), a day as it is known (2017-05, May 2017, hace 3 años), or the number of a word; ? where it is not known,
    q to stop. What the client says stands as told, until a paper proves it.

    Example: abeyance ask cases/mateo --story story.txt
    """
    if json or list_only:
        _print(inquiry(case, on, None, None, circuit), most, json=json)
        return
    interview = _Interview(case, on, circuit, who(by), recorded or today())
    if story:
        interview.keep(story)
    interview.run(most)


def _print(asking: "Inquiry", most: int, *, json: bool) -> None:
    from abeyance.assess.interview import has_nothing, questions

    found = questions(asking, first=has_nothing(asking))
    found = found[:most] if most else found
    warn(asking)
    if json:
        from abeyance.write.plain_json import dumps

        typer.echo(dumps(found), nl=False)
    else:
        from abeyance.assess.building import name_of
        from abeyance.cli.screen import show, width
        from abeyance.write.interview_text import to_text

        heading = f"{name_of(asking)}: what to ask the client, on {asking.on.isoformat()}"
        show(to_text(found, heading, width()))


class _Interview:
    """One talk with the client, answer by answer."""

    def __init__(self, case: Path, on: date | None, circuit: str, by: str, day: date) -> None:
        self.case, self.on, self.circuit, self.by, self.day = case, on, circuit, by, day
        self.source = f"interview-{day.isoformat()}"
        self.passed: set[tuple[str, str]] = set()
        self.told = ""  # the row just told of, whose own questions come next

    def keep(self, story: Path) -> None:
        """Keep the client's story as a document of its own source."""
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            if str(story) == "-":
                typer.echo("Paste the story; a line with nothing but a dot ends it.")
                lines = [line for line in iter(lambda: _line(""), END_OF_STORY) if line is not None]
                story = Path(folder) / f"story-{self.day.isoformat()}.txt"
                story.write_text("\n".join(lines) + "\n", "utf-8")
            self._enter(f"story-{self.day.isoformat()}", [], story)

    def run(self, most: int) -> None:
        """Ask until nothing is left to ask, or the client stops."""
        from abeyance.assess.interview import has_nothing

        asked, first = 0, has_nothing(inquiry(self.case, self.on, None, None, self.circuit))
        while not most or asked < most:
            asking = inquiry(self.case, self.on, None, None, self.circuit)
            question = self._next(asking, first=first)
            if question is None:
                typer.echo("There is nothing left that a client could tell and that would change an answer.")
                break
            asked += 1
            if not self._put(asking, question, asked):
                break
        self._sum_up()

    def _next(self, asking: "Inquiry", *, first: bool) -> "Question | None":
        from abeyance.assess.interview import questions

        left = (q for q in questions(asking, self.told, first=first) if (q.subject, q.fact) not in self.passed)
        return next(left, None)

    def _put(self, asking: "Inquiry", question: "Question", number: int) -> bool:
        """Put one question until it is answered or passed; false where the talk ends."""
        from abeyance.cli.screen import width
        from abeyance.write.interview_text import kinds, one

        typer.echo("\n" + one(question, number, width()))
        told_of_one = False

        def take(answer: str) -> None:
            nonlocal told_of_one
            told_of_one = self._take(asking, question, answer)

        if not self._until(take):
            return False
        if not told_of_one:
            return True
        typer.echo(kinds(question.fact, width()))
        return self._until(lambda kind: self._tell(asking, question, kind))

    def _until(self, take: "Callable[[str], None]") -> bool:
        """Read answers until one can be taken; false where there are no more."""
        from abeyance.casefile.entering import NotEntered
        from abeyance.casefile.words import Unreadable

        while (answer := _line("> ")) is not None and answer.casefold() not in STOP:
            try:
                take(answer)
            except Unreadable as unreadable:
                typer.echo(f"{unreadable}; {unreadable.hint}")
            except NotEntered as refused:
                show_problems(refused.problems, refused.case)
            else:
                return True
        return False

    def _take(self, asking: "Inquiry", question: "Question", answer: str) -> bool:
        """Enter what was answered; whether the client said that there is one more, of which the kind is not told yet.

        Raises Unreadable, and NotEntered.
        """
        from abeyance.assess.answers import claim_of, is_not_known, none_of, truth_of
        from abeyance.casefile.vocabulary import Case

        if not is_not_known(answer):
            if question.kind == "is there any" and truth_of(answer):
                return True
            if question.kind == "is there any":
                claim = none_of(question.fact, any(asking.rows(question.fact)), self.day)
            else:
                fact = asking.record.entities.get(question.subject, Case).facts[question.fact]
                claim = claim_of(question, fact, answer, self.day)
            self._enter(self.source, [claim])
        self.passed.add((question.subject, question.fact))
        return False

    def _tell(self, asking: "Inquiry", question: "Question", kind: str) -> None:
        """Enter one more row of a list; what kind it is may be left open, for another day.  Raises Unreadable, and NotEntered."""
        from abeyance.assess.answers import is_not_known, new_row

        if is_not_known(kind):
            self.passed.add((question.subject, question.fact))
        else:
            key, claim = new_row(asking, question.fact, kind, self.day)
            self._enter(self.source, [claim])
            self.told = key

    def _enter(self, source: str, claims: list[str], document: Path | None = None) -> None:
        from abeyance.casefile.casefolder import look
        from abeyance.casefile.entering import enter

        looked = look(self.case)
        with acting(looked):
            looked.must_be_usable()
        known = {found.key for found in looked.case.sources} if looked.case else set()
        if document and source in known:
            fail(
                f"there is a source {source} already; what is new goes into another: abeyance add {self.case} NAME --document FILE"
            )
        fields = (
            {} if source in known else {"kind": "interview", "dated": self.day.isoformat(), "had": self.day.isoformat()}
        )
        enter(looked, source, claims, document, fields, self.by, self.day)

    def _sum_up(self) -> None:
        from abeyance.assess.building import build
        from abeyance.cli.screen import show, width

        made = build(inquiry(self.case, self.on, None, None, self.circuit))
        typer.echo("")
        show("\n".join(wrap(made.headline.sentence, width())))
        typer.echo(f"The whole of it: abeyance brief {self.case}")


def _line(prompt: str) -> str | None:
    """A line that was typed; None where there are no more."""
    try:
        return input(prompt).strip()
    except EOFError:
        return None
