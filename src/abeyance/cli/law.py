"""``abeyance law``: the law, read without code."""

from typing import Annotated

import typer

from abeyance.cli.asking import CIRCUIT, KNOWN, ON, fail, today
from abeyance.cli.compare import DAYS, KNOWNS

app = typer.Typer(help="Read the law as abeyance has it.", no_args_is_help=True)
JSON = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


@app.command("list")
def list_provisions(
    word: Annotated[str, typer.Argument(metavar="[WORD]", help="Only provisions that speak of this.")] = "",
    json: JSON = False,
) -> None:
    """Every provision by its page, with the sentence it stands for.

    Example: abeyance law list absentia
    """
    from abeyance.law.cards import listing

    pages = listing(word)
    if not pages:
        fail(f"no provision speaks of {word!r}; leave it out to see them all")
    if json:
        from abeyance.write.plain_json import dumps

        typer.echo(dumps(tuple(entry for page in pages for entry in page.provisions)), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.law_text import listing_text

        show(listing_text(pages, width()))


@app.command("show")
def show_provision(
    id: Annotated[str, typer.Argument(metavar="ID", help="A provision, as law list names it.")],
    on: ON = None,
    known: KNOWN = None,
    json: JSON = False,
) -> None:
    """One provision in plain English: authority, confidence, every version of the law, what it reads, where it is tested.

    Example: abeyance law show stay.bia.appeal-period --on 2026-03-10 --known 2026-03-07
    """
    from abeyance.law.bundle import bundle
    from abeyance.law.cards import card

    provision = bundle().find(id)
    if provision is None:
        fail(no_such_provision(id))
    shown = card(provision, on or today(), known)
    if json:
        from abeyance.write.plain_json import dumps

        typer.echo(dumps(shown), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.law_text import card_text

        show(card_text(shown, width()))


@app.command("deadline", no_args_is_help=False)
def count_deadline(
    name: Annotated[str, typer.Argument(metavar="CLOCK", help="A clock; left out, all of them are listed.")] = "",
    decided: Annotated[str, typer.Option(metavar="DAY", help="When the order or decision was made.")] = "",
    mailed: Annotated[str, typer.Option(metavar="DAY", help="When a written decision was mailed or e-noticed.")] = "",
    served: Annotated[str, typer.Option(metavar="DAY", help="When it was served.")] = "",
    received: Annotated[str, typer.Option(metavar="DAY", help="When it was received.")] = "",
    referred: Annotated[str, typer.Option(metavar="DAY", help="When it was referred to the officer or judge.")] = "",
    scheduled: Annotated[str, typer.Option(metavar="DAY", help="The day of the Board's briefing schedule.")] = "",
    moved: Annotated[str, typer.Option(metavar="DAY", help="When the respondent moved.")] = "",
    until: Annotated[str, typer.Option(metavar="DAY", help="The last day that the order names.")] = "",
    arrived: Annotated[str, typer.Option(metavar="DAY", help="When the respondent last arrived.")] = "",
    revoked: Annotated[str, typer.Option(metavar="DAY", help="When release was revoked.")] = "",
    by: Annotated[str, typer.Option(metavar="WHO", help="Who decided last: Board (if left out), judge or DHS.")] = "",
    kind: Annotated[str, typer.Option(metavar="KIND", help="The kind of order; removal if left out.")] = "",
    asylum: Annotated[str, typer.Option(metavar="ANSWER", help="Was asylum decided: no, yes, or barred.")] = "",
    by_mail: Annotated[str, typer.Option("--by-mail", metavar="ANSWER", help="Was it served by mail: yes or no.")] = "",
    oral: Annotated[str, typer.Option(metavar="ANSWER", help="Was it decided orally in court: yes or no.")] = "",
    in_absentia: Annotated[
        str, typer.Option("--in-absentia", metavar="ANSWER", help="Was it made in absentia: yes or no.")
    ] = "",
    appeal_waived: Annotated[
        str, typer.Option("--appeal-waived", metavar="ANSWER", help="Was appeal waived: yes or no.")
    ] = "",
    at_the_end: Annotated[
        str, typer.Option("--at-the-end", metavar="ANSWER", help="Was time to leave given at the end: yes or no.")
    ] = "",
    circuit: CIRCUIT = "",
    on: ON = None,
    known: KNOWN = None,
    json: JSON = False,
) -> None:
    """The last day of one clock, without a case: how it is counted, under which law, and by when to send.

    A DAY may be known in part, as in a case file: 2026-03, or 2026-03-01..2026-03-15. The answer is then a range. A clock in
    hours takes a time with its zone: --decided "2026-03-03 14:10 America/Denver".

    Example: abeyance law deadline appeal --decided 2026-03-20
    """
    from abeyance.assess.deadlines import CLOCKS, SCHEMA_VERSION, clock_named, count, mistakes
    from abeyance.casefile.vocabulary import CIRCUITS
    from abeyance.cli.screen import show, width
    from abeyance.write.deadline_text import clocks_text, deadline_text
    from abeyance.write.plain_json import dumps

    if not name and json:
        listed = tuple(
            {"name": c.name, "title": c.title, "needs": tuple(c.needs), "may": tuple(c.may), "provision": c.rule.id}
            for c in CLOCKS
        )
        typer.echo(dumps({"schema": SCHEMA_VERSION, "clocks": listed}), nl=False)
        return
    if not name:
        show(clocks_text(CLOCKS, width()))
        return
    clock = clock_named(name)
    if clock is None:
        fail(no_such_clock(name))
    given = {
        "decided": decided,
        "mailed": mailed,
        "served": served,
        "received": received,
        "referred": referred,
        "scheduled": scheduled,
        "moved": moved,
        "until": until,
        "arrived": arrived,
        "revoked": revoked,
        "by": by,
        "kind": kind,
        "asylum": asylum,
        "by-mail": by_mail,
        "oral": oral,
        "in-absentia": in_absentia,
        "appeal-waived": appeal_waived,
        "at-the-end": at_the_end,
    }
    options = {option: text for option, text in given.items() if text}
    wrong = mistakes(clock, options)
    if circuit and circuit.upper() not in CIRCUITS:
        wrong.append(f"--circuit {circuit}: there is no such circuit; it is one of {', '.join(CIRCUITS)}")
    if wrong:
        fail("\n".join(wrong))
    found = count(clock, options, on or today(), known, circuit.upper())
    if json:
        typer.echo(dumps(found), nl=False)
    else:
        show(deadline_text(found, on or today(), width()))


@app.command("calendar")
def show_calendar(
    forum: Annotated[str, typer.Option(metavar="FORUM", help="EOIR, DHS or court.")] = "EOIR",
    year: Annotated[
        int | None, typer.Option(min=1970, max=2199, metavar="YEAR", help="The year; this one if left out.")
    ] = None,
    json: JSON = False,
) -> None:
    """The weekdays of a year on which an office is closed, with why and by what rule.

    Example: abeyance law calendar --forum EOIR --year 2026
    """
    from abeyance.assess.deadlines import SCHEMA_VERSION
    from abeyance.law.calendars import FORUMS, closed_weekdays
    from abeyance.write.plain_json import dumps

    calendar = FORUMS.get(forum.casefold())
    if calendar is None:
        fail(f"--forum {forum}: it is one of EOIR, DHS, court")
    asked = year or today().year
    rows = closed_weekdays(asked)
    if json:
        days = tuple({"day": day, "why": why, "source": source} for day, why, source in rows)
        asked_of = {"schema": SCHEMA_VERSION, "forum": calendar.name, "rule": calendar.rule, "year": asked}
        typer.echo(dumps({**asked_of, "days": days}), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.deadline_text import calendar_text

        show(
            calendar_text(f"{calendar.name}, {asked}: weekdays on which it is closed ({calendar.rule})", rows, width())
        )


@app.command("diff")
def show_changes(on: DAYS = None, known: KNOWNS = None, json: JSON = False) -> None:
    """What changed in the law between two days: which version of each provision governs what happens on each.

    With --known twice, what changed in what was known of it: for an event of one day, as read on two.

    Example: abeyance law diff --on 2026-03-08 --on 2026-03-09
    """
    from abeyance.assess.law_changes import law_changes
    from abeyance.cli.compare import named, two_sides

    sides = two_sides({"--on": on or [today()], "--known": known or []})
    before, after = ((side["--on"] or today(), side["--known"]) for side in sides)
    changes = law_changes(before, after)
    if json:
        from abeyance.write.plain_json import dumps

        typer.echo(dumps(changes), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.compare_text import to_text

        show(to_text(changes, named(sides[0], sides), named(sides[1], sides), width(), "place"))


def no_such_clock(name: str) -> str:
    """What to say of a clock that there is not."""
    from difflib import get_close_matches

    from abeyance.assess.deadlines import CLOCKS

    near = get_close_matches(name, [clock.name for clock in CLOCKS], n=2, cutoff=0.5)
    return f"{name}: there is no such clock; " + (
        f"did you mean {' or '.join(near)}?" if near else "see: abeyance law deadline"
    )


def no_such_provision(id: str) -> str:
    """What to say of an id that there is not, or that is text only."""
    from abeyance.law.bundle import bundle
    from abeyance.law.tables import text_only

    for row in text_only():
        if row.id == id:
            return f"{id} is text only, and answers nothing: {row.says}. Not encoded because {row.reason}"
    near = bundle().nearest(id)
    return f"{id}: there is no such provision; " + (
        f"did you mean {' or '.join(near)}?" if near else "see: abeyance law list"
    )
