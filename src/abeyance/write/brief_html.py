"""A brief as one page of HTML that needs nothing else: no script, no network, no font; light, dark, paper and telephone."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from abeyance.assess import words
from abeyance.assess.brief import (
    AvenueLine,
    Brief,
    Clock,
    Consequences,
    Contradiction,
    Element,
    Factor,
    Gate,
    Guidance,
    OpenFact,
    ReliefLine,
    StayLine,
)
from abeyance.write import wording
from abeyance.write.lanes import BLANK
from abeyance.write.markup import Inside, Markup, each, el, joined
from abeyance.write.stay_map import axis, key, lane, sprite

TONES = {"HELD": "held", "NO STAY SHOWN": "unshown", "NOT HELD": "none", "ORDER NOT EXECUTABLE": "nothing"}
KINDS = {
    "deadline": "deadline",
    "agency reply": "reply",
    "instruction": "instruction",
    "expiry": "expiry",
    "check-in": "checkin",
    "law change": "law",
}


def to_html(brief: Brief) -> str:
    """The brief as a page.  It may hold anything in its strings: all are escaped, and its policy lets nothing be run or
    fetched (the style is allowed by its digest)."""
    style = stylesheet()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", wording.title(brief)),
        el("style", Markup(style)),
    )
    sections = [(id_, title, note, body) for id_, title, note, make in SECTIONS if (body := make(brief)) is not None]
    main = el(
        "main",
        _state(brief),
        _contents([(id_, title) for id_, title, _, _ in sections]),
        *[_section(id_, title, note, body) for id_, title, note, body in sections],
        id="main",
    )
    body = el("body", sprite(), _top(brief), main, _foot())
    return f"<!doctype html>\n{el('html', head, body, lang='en')}\n"


@cache
def stylesheet() -> str:
    """The page's own style."""
    return (Path(__file__).parent / "templates" / "brief.css").read_text(encoding="utf-8")


def _top(brief: Brief) -> Markup:
    mark = el("svg", el("use", href="#mark"), viewBox="0 0 32 16", aria_hidden="true", class_="mark")
    return el(
        "header",
        el("p", mark, "abeyance", class_="word"),
        el("p", "Brief on ", el("b", words.weekday(brief.on)), ", case ", el("bdi", brief.case)),
        class_="top",
    )


def _foot() -> Markup:
    return el(
        "footer",
        el("p", wording.NOT_ADVICE, " ", el("b", wording.NOT_TO_BE_SHARED)),
        class_="foot",
    )


# --- the state of stays ----------------------------------------------------------------------------------------------


def _state(brief: Brief) -> Markup:
    headline = brief.headline
    warning = wording.law_not_read(brief)
    return el(
        "section",
        el("p", _icon("s-open"), warning, class_="warning") if warning else None,
        el("h1", el("strong", headline.form), wording.after_the_form(headline)),
        each("p", headline.detail, class_="lead"),
        _particulars(brief),
        el("p", wording.read(brief), class_="note"),
        class_=f"state state--{TONES[headline.form]}",
    )


def _particulars(brief: Brief) -> Markup:
    return el(
        "dl",
        *[el("div", el("dt", p.label), el("dd", el("bdi", p.value))) for p in wording.particulars(brief)],
        class_="particulars",
    )


def _contents(sections: list[tuple[str, str]]) -> Markup:
    links = tuple(el("a", title, href=f"#{id_}") for id_, title in sections)
    return el("nav", el("ul", each("li", links)), aria_label="On this page", class_="jump")


def _section(id_: str, title: str, note: str, body: Markup) -> Markup:
    head = el("header", el("h2", title, id=id_), el("p", note) if note else None)
    return el("section", head, body, aria_labelledby=id_, class_="sec")


# --- stays -----------------------------------------------------------------------------------------------------------


def _stays(brief: Brief) -> Markup:
    if not brief.stays:
        return _none()
    drawn = bool(brief.lane_days) and any(line.lane.strip(BLANK) for line in brief.stays)
    heads: list[Inside] = ["Instrument", f"On {brief.on.isoformat()}", "In words"]
    head_cells = [el("th", h, scope="col") for h in heads]
    if drawn:
        head_cells.insert(1, el("td", axis(brief.lane_days, brief.on), class_="lane"))
    bodies = [
        el(
            "tbody",
            el("tr", el("th", wording.GROUPS[group], scope="rowgroup", colspan=str(len(head_cells))), class_="group"),
            *[_stay(brief, line, drawn) for line in lines],
        )
        for group, lines in groupby(brief.stays, key=lambda line: line.group)
    ]
    return joined(
        key("".join(line.lane for line in brief.stays)) if drawn else None,
        _table("Every instrument that can hold a removal, and whether it does", tuple(head_cells), bodies, "map"),
    )


def _stay(brief: Brief, line: StayLine, drawn: bool) -> Markup:
    word = wording.stay(brief, line)
    last = wording.last_day(line)
    return el(
        "tr",
        el("th", line.title, el("span", _code(wording.key(line.provision, line.subject)), class_="sub"), scope="row"),
        el("td", lane(line.lane, brief.lane_days, brief.on), class_="lane") if drawn else None,
        el("td", _tag(wording.STAY_TONES[word], word)),
        el(
            "td",
            el("p", wording.capital(line.status)),
            el("p", last) if last else None,
            _proof(line.standing, line.sources),
        ),
    )


# --- gates and clocks ------------------------------------------------------------------------------------------------


def _gates(brief: Brief) -> Markup | None:
    if not brief.gates:
        return None
    heads = ("Question", "Answer", "Because", "Rule")
    bodies = [
        el(
            "tbody",
            el("tr", el("th", wording.capital(title), scope="rowgroup", colspan=str(len(heads))), class_="group"),
            *[_gate(gate) for gate in gates],
        )
        for title, gates in groupby(brief.gates, key=lambda gate: gate.title)
    ]
    return _table("What the law asks of each order and filing, apart from its merits", _heads(heads), bodies, "gates")


def _gate(gate: Gate) -> Markup:
    return el(
        "tr",
        el("th", gate.question, scope="row"),
        el(
            "td",
            _tag(wording.VALUE_TONES[gate.value], wording.TRUTH[gate.value]),
            el("p", gate.standing, class_="note") if gate.standing else None,
            data_l="Answer",
        ),
        el(
            "td",
            _list(gate.because),
            el("p", "Not known, because ", "; ".join(gate.causes), ".") if gate.causes else None,
            _list(gate.asserted),
            data_l="Because",
        ),
        _rule((wording.key(gate.provision, gate.subject),), gate.authority, gate.confidence),
    )


def _clocks(brief: Brief) -> Markup:
    if not brief.clocks:
        return _none()
    rows = [_clock(brief, clock) for clock in brief.clocks]
    return _table("Days that matter", _heads(("Day", "What", "Rule")), [el("tbody", *rows)], "clocks")


def _clock(brief: Brief, clock: Clock) -> Markup:
    when, after = wording.when(clock, brief.on)
    kind = el(
        "span", _icon(f"k-{KINDS[clock.kind]}"), wording.KINDS[clock.kind], class_=f"kind kind--{KINDS[clock.kind]}"
    )
    return el(
        "tr",
        el("th", when, el("span", after, class_="sub") if after else None, scope="row"),
        el(
            "td",
            el("p", kind, " ", el("b", clock.title)),
            el("p", wording.sentence(clock.detail)) if clock.detail else None,
            el("p", _tag("off", wording.HINDSIGHT)) if clock.hindsight else None,
            _proof("", clock.sources),
            data_l="What",
        ),
        _rule((wording.key(clock.provision, clock.subject),), clock.authority, clock.confidence),
        class_="today" if clock.state == "today" else None,
    )


# --- avenues and open facts ------------------------------------------------------------------------------------------


def _avenues(brief: Brief) -> Markup:
    if not brief.avenues:
        return _none()
    heads = _heads(("No.", "Avenue, forum", "Effect on removal", "File by", "Needs", "Rule"))
    open_ = [_avenue(brief, avenue) for avenue in brief.avenues if avenue.available != "no"]
    return joined(
        _table("What may be filed or asked, the most pressing first", heads, open_, "avenues") if open_ else _none(),
        _closed(brief),
    )


def _avenue(brief: Brief, avenue: AvenueLine) -> Markup:
    needs = [el("li", _icon("s-box"), el("span", need)) for need in avenue.needs]
    cells = el(
        "tr",
        el("td", str(avenue.rank), class_="rank"),
        el(
            "th",
            avenue.title,
            el("span", avenue.forum, class_="sub"),
            el("span", _tag(wording.VALUE_TONES[avenue.available], wording.availability(avenue)), class_="sub"),
            el("span", _tag("pend", wording.FILED), class_="sub") if avenue.pending else None,
            scope="row",
        ),
        el(
            "td",
            _pairs((("If filed", el("b", avenue.filed)), ("If granted", avenue.granted))),
            data_l="Effect on removal",
        ),
        el(
            "td",
            el("p", words.weekday(avenue.file_by), class_="by") if avenue.file_by else None,
            el("p", words.distance(avenue.file_by, brief.on), class_="note") if avenue.file_by else None,
            el("p", wording.capital(avenue.by)) if avenue.by else None,
            data_l="File by",
        ),
        el(
            "td",
            el("ul", *needs, class_="have") if needs else None,
            _pairs((("Fee", avenue.fee),)),
            data_l="Needs",
        ),
        _rule((wording.key(avenue.id, avenue.subject), *avenue.rules), (), avenue.confidence),
    )
    because = el("b", wording.because(avenue), " ")
    why = el("tr", el("td"), el("td", because, avenue.because, colspan="5"), class_="why") if avenue.because else None
    return el("tbody", cells, why)


def _closed(brief: Brief) -> Markup | None:
    """The avenues that do not lie or are out of time, shortly: what one would need for them does not matter."""
    closed = [
        el(
            "li",
            el("b", a.title),
            f": {a.because}" if a.because else None,
            " ",
            el("span", _law(a.rules, (), a.confidence), class_="note"),
        )
        for a in brief.avenues
        if a.available == "no"
    ]
    return joined(el("h3", wording.CLOSED), el("ul", *closed, class_="said bullets")) if closed else None


def _reliefs(brief: Brief) -> Markup:
    if not brief.reliefs:
        return _none()
    heads = ("Element or gate", "Answer", "Because", "Rule")
    bodies = [
        el(
            "tbody",
            el("tr", el("th", _of_relief(relief), scope="rowgroup", colspan=str(len(heads))), class_="group"),
            *[_element(element, relief.factors) for element in (*relief.elements, *relief.gates)],
        )
        for relief in sorted(brief.reliefs, key=lambda relief: relief.merits == "no")
    ]
    return _table("What may be granted: its elements, and the gates before it", _heads(heads), bodies, "gates")


def _of_relief(relief: ReliefLine) -> Markup:
    merits = _tag(wording.VALUE_TONES[relief.merits], wording.capital(wording.merits(relief)))
    way = _tag(wording.VALUE_TONES[relief.reachable], wording.way(relief))
    asked = wording.capital(f"{relief.asked_of}; fee: {relief.fee}")
    about = el("span", _code(relief.id), "; ", asked, ". ", wording.capital(relief.grants), class_="sub")
    return joined(wording.capital(relief.title), " ", merits, " ", way, about)


def _element(element: Element, factors: tuple[Factor, ...]) -> Markup:
    weighed = tuple(wording.weighed(factor) for factor in factors if factor.of == element.provision)
    return el(
        "tr",
        el("th", wording.capital(element.says), scope="row"),
        el(
            "td",
            _tag(wording.VALUE_TONES[element.value], wording.TRUTH[element.value]),
            el("p", element.standing, class_="note") if element.standing else None,
            data_l="Answer",
        ),
        el(
            "td",
            _list(element.because),
            el("p", "Not known, because ", "; ".join(element.causes), ".") if element.causes else None,
            _list(weighed),
            _list(element.to_ask),
            data_l="Because",
        ),
        _rule((element.provision,), element.authority, element.confidence),
    )


def _discretion(brief: Brief) -> Markup:
    if not (brief.guidance or brief.stood):
        return _none()
    return joined(*[_guidance(guidance) for guidance in brief.guidance], _stood(brief))


def _guidance(guidance: Guidance) -> Markup:
    heads = ("Whom it puts first", "The respondent", "Because", "Rule")
    tiers = [el("tbody", *[_element(tier, ()) for tier in guidance.tiers])]
    said = el(
        "p",
        wording.capital(guidance.governs),
        ". ",
        el("b", wording.capital(guidance.first)),
        ". ",
        el("span", _code(guidance.id), "; ", guidance.source, class_="note"),
        " ",
        el("b", guidance.confidence) if guidance.confidence else None,
    )
    return joined(
        el("h3", guidance.title, " ", el("span", wording.governed(guidance), class_="sub")),
        said,
        _list(guidance.taken_back),
        _table(f"Whom {guidance.title} puts first", _heads(heads), tiers, "gates") if guidance.tiers else None,
        _list(tuple(wording.weighed(factor) for factor in guidance.factors)),
    )


def _stood(brief: Brief) -> Markup | None:
    rows = []
    for line in brief.stood:
        days, said = wording.stood(line)
        tone = {"yes": "conf", "no": "ok", "unknown": "open"}[line.priority]
        cells = (el("th", days, scope="row"), el("td", _tag(tone, wording.capital(said)), data_l="The respondent"))
        rows.append(el("tr", *cells, el("td", el("p", line.cite), el("p", line.note) if line.note else None)))
    heads = _heads(("Days", "The respondent", "Guidance"))
    title = "How such a case was treated"
    return joined(el("h3", title), _table(title, heads, [el("tbody", *rows)], "clocks")) if rows else None


def _open_facts(brief: Brief) -> Markup:
    cut = el("p", _icon("s-open"), wording.SEARCH_CUT, class_="warning") if brief.search_cut else None
    if not brief.open_facts:
        return joined(_none(), cut)
    rows = [_open_fact(fact) for fact in brief.open_facts]
    heads = _heads(("No.", "Not known, and what follows", "Would change", "Settled by"))
    return joined(
        _table("Facts that are not known, by what they would change", heads, [el("tbody", *rows)], "open"), cut
    )


def _open_fact(fact: OpenFact) -> Markup:
    effects = tuple(joined(el("b", e.when), ": ", e.then) for e in fact.effects)
    return el(
        "tr",
        el("td", str(fact.rank), class_="rank"),
        el(
            "th",
            fact.question,
            el("span", _tag("conf", wording.DISAGREE), class_="sub") if fact.conflict else None,
            el("div", _list(effects), class_="follows") if effects else None,
            el("span", _code(wording.fact(fact.fact, fact.subject)), class_="sub"),
            scope="row",
        ),
        el("td", fact.group.capitalize(), data_l="Would change"),
        el("td", fact.settled_by, data_l="Settled by"),
    )


# --- sources, questions, consequences --------------------------------------------------------------------------------


def _contradictions(brief: Brief) -> Markup:
    if not brief.contradictions:
        return _none()
    return el("div", *[_contradiction(c) for c in brief.contradictions], class_="rivals")


def _contradiction(contradiction: Contradiction) -> Markup:
    changes = wording.changes(contradiction)
    sides = [
        el(
            "li",
            el("p", el("bdi", side.value), class_="value"),
            el("p", el("bdi", side.source), f", {side.place}" if side.place else "", class_="note"),
            el("p", side.standing, class_="note") if side.standing else None,
        )
        for side in contradiction.sides
    ]
    return el(
        "article",
        el("h3", wording.capital(contradiction.what)),
        el("p", _tag("conf", wording.kept(contradiction))),
        el("ul", *sides, class_="sides"),
        el("p", _code(wording.fact(contradiction.fact, contradiction.subject)), class_="note"),
        _pairs(
            (
                ("Changes", el("b", changes) if contradiction.material else changes),
                ("Settled by", contradiction.settled_by),
            )
        ),
        class_="rival",
    )


def _agreements(brief: Brief) -> Markup | None:
    if not brief.agreements:
        return None
    return el(
        "ul",
        *[
            el("li", _icon("s-ok"), el("span", a.what, ": ", el("b", el("bdi", a.value)), " ", _sources(a.sources)))
            for a in brief.agreements
        ],
        class_="agreed",
    )


def _questions(brief: Brief) -> Markup | None:
    return el("ol", each("li", brief.questions), class_="said") if brief.questions else None


def _consequences(brief: Brief) -> Markup | None:
    if not brief.consequences:
        return None
    return el("div", *[_consequence(case) for case in brief.consequences], class_="ifs")


def _consequence(case: Consequences) -> Markup:
    points = [
        el("li", p.sentence, " ", el("span", _law((p.provision,), p.authority, p.confidence), class_="note"))
        for p in case.points
    ]
    return el("div", el("h3", case.title), el("ul", *points, class_="bullets") if points else _none())


def _notes(brief: Brief) -> Markup | None:
    return el("ul", each("li", brief.notes), class_="said bullets") if brief.notes else None


SECTIONS: tuple[tuple[str, str, str, Callable[[Brief], Markup | None]], ...] = (
    ("stays", "Stay map", "Every instrument that can hold a removal, and whether it does", _stays),
    ("gates", "Orders and motions", "What the law asks of each, apart from what it might win", _gates),
    ("clocks", "Clocks", "Days that a rule, a court or an agency has set", _clocks),
    ("avenues", "What may be filed or asked", "In order", _avenues),
    ("reliefs", "Relief", "Its merits, and the way to it", _reliefs),
    ("discretion", "Discretion", "Under the guidance of the day; it is no stay, and gives no right", _discretion),
    ("open", "Open facts", "Ranked by what they would change", _open_facts),
    ("contradictions", "Contradictions", "Sources that exclude each other; none is averaged", _contradictions),
    ("agreements", "Checked and consistent", "Said by several sources", _agreements),
    ("questions", "Questions to ask", "", _questions),
    ("consequences", "What follows", "To explain before a decision", _consequences),
    ("notes", "Notes", "", _notes),
)


# --- small parts -----------------------------------------------------------------------------------------------------


def _none() -> Markup:
    return el("p", wording.NONE_HERE, class_="quiet")


def _heads(names: tuple[str, ...]) -> tuple[Markup, ...]:
    return tuple(el("th", name, scope="col") for name in names)


def _table(caption: str, heads: tuple[Markup, ...], bodies: Iterable[Markup], kind: str) -> Markup:
    return el(
        "table",
        el("caption", caption, class_="vh"),
        el("thead", el("tr", *heads)),
        *bodies,
        class_=f"tbl tbl--{kind}",
    )


def _pairs(pairs: Iterable[tuple[str, Inside]]) -> Markup | None:
    given = [el("div", el("dt", label), el("dd", value)) for label, value in pairs if value]
    return el("dl", *given, class_="pairs") if given else None


def _list(pieces: tuple[Inside, ...]) -> Markup | None:
    return el("ul", each("li", pieces), class_="dashes") if pieces else None


def _rule(provisions: tuple[str, ...], authority: tuple[str, ...], confidence: str) -> Markup:
    law = _law(provisions, authority, confidence)
    return el("td", el("div", law, class_="note") if law.text else None, data_l="Rule")


def _law(provisions: tuple[str, ...], authority: tuple[str, ...], confidence: str) -> Markup:
    """The provisions, what they rest on, and how sure the law is."""
    parts: list[Inside] = [_code(provision) for provision in provisions if provision]
    parts += authority
    parts += [el("b", confidence)] if confidence else []
    return joined(*[piece for n, part in enumerate(parts) for piece in (("; ", part) if n else (part,))])


def _proof(standing: str, sources: tuple[str, ...]) -> Markup | None:
    if not standing and not sources:
        return None
    return el("p", standing, ": " if standing and sources else None, _sources(sources), class_="note")


def _sources(sources: tuple[str, ...]) -> Markup:
    return joined(*[el("span", el("bdi", source), class_="src") for source in sources])


def _code(provision: str) -> Markup:
    """An id, which may be broken after a dot."""
    first, *rest = provision.split(".")
    return el("code", first, *[piece for part in rest for piece in (".", el("wbr"), part)])


def _tag(tone: str, word: str) -> Markup:
    return el("span", _icon(f"s-{tone}") if tone != "off" else None, word, class_=f"tag tag--{tone}")


def _icon(name: str) -> Markup:
    return el("svg", el("use", href=f"#{name}"), viewBox="0 0 16 16", class_="i", aria_hidden="true")
