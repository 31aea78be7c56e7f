"""The law as pages that a lawyer reads without Python: ``docs/law/``, a page a topic, ``docs/coverage.md``, ``docs/precedents.md``.

``python -m tests.law.reference`` writes them anew from the provisions and their examples.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from abeyance.law.bundle import PAGES, bundle
from abeyance.law.cards import Card, Clock, card
from abeyance.law.elements import Element
from abeyance.law.provisions import READ_THROUGH, Provision
from abeyance.law.tables import text_only
from abeyance.write.law_text import version_text
from tests.law.examples import Example, examples
from tests.precedents.decisions import decided_with, decisions, is_decided

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "law"
COVERAGE = ROOT / "docs" / "coverage.md"
PRECEDENTS = ROOT / "docs" / "precedents.md"
MADE = "<!-- written by python -m tests.law.reference; do not edit -->\n"


def pages() -> dict[Path, str]:
    """Every page and what it must say."""
    topics = {REFERENCE / f"{page}.md": _topic(page) for page in PAGES}
    written = {**topics, REFERENCE / "README.md": _index(), COVERAGE: _coverage(), PRECEDENTS: _precedents()}
    return {path: MADE + "\n" + _joined(lines) for path, lines in written.items()}


def regenerate() -> list[Path]:
    """Write every page anew, and take away those of topics that there no longer are; the pages that changed."""
    wanted = pages()
    found = {path: path.read_text("utf-8") for path in [*REFERENCE.glob("*.md"), COVERAGE, PRECEDENTS] if path.exists()}
    for stale in found.keys() - wanted.keys():
        stale.unlink()
    changed = [path for path, text in wanted.items() if found.get(path) != text]
    REFERENCE.mkdir(exist_ok=True)
    for path in changed:
        path.write_text(wanted[path], "utf-8")
    return changed


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _provisions(page: str) -> list[Provision[Any, Any]]:
    return [p for p in bundle().provisions.values() if p.page == page]


def _examples(id: str) -> list[Example]:
    return [e for e in examples() if e.provision.id == id]


def _says(page: str) -> str:
    return " ".join((import_module(PAGES[page]).__doc__ or "").split())


def _link(id: str, from_page: str) -> str:
    found = bundle().provisions[id]
    anchor = "#" + id.replace(".", "")
    return f"[{id}]({'' if found.page == from_page else f'{found.page}.md'}{anchor})"


# --- a topic -------------------------------------------------------------------------------------------------------------


def _topic(page: str) -> Iterator[str]:
    yield f"# {page.replace('_', ' ').capitalize()}"
    yield ""
    yield _says(page)
    for provision in _provisions(page):
        yield ""
        yield from _provision(card(provision, READ_THROUGH))


def _provision(shown: Card) -> Iterator[str]:
    yield f"## {shown.id}"
    yield ""
    yield f"{shown.says[0].upper()}{shown.says[1:]}."
    yield ""
    yield f"- **About:** {shown.about}; the answer is {shown.answers}."
    yield f"- **Authority:** {'; '.join(shown.authority)}"
    yield f"- **Confidence:** {shown.confidence}{f': {shown.doubt}' if shown.doubt else ''}"
    if shown.note:
        yield f"- **Note:** {shown.note}"
    yield f"- **Read through:** {shown.read_through.isoformat()}"
    if shown.aliases:
        yield f"- **Also known as:** {', '.join(shown.aliases)}"
    if shown.uses:
        yield f"- **Uses:** {', '.join(_link(id, shown.page) for id in shown.uses)}"
    if shown.used_by:
        yield f"- **Used by:** {', '.join(_link(id, shown.page) for id in shown.used_by)}"
    for clock in shown.clocks:
        yield from _clock(clock)
    yield ""
    yield "Elements:"
    yield ""
    yield from _steps(shown.elements, shown.page, 0)
    yield from _decided(shown.id)
    yield from _tests(_examples(shown.id))


def _decided(id: str) -> Iterator[str]:
    """The decisions that test a provision."""
    if found := decided_with(id):
        yield ""
        yield "Decided cases:"
        yield ""
        for decision, question in found:
            answer = question.answer if is_decided(question) else f"{question.answer}, which the rule does not decide"
            yield f"- [{_plain(decision.citation)}]({decision.source}): {question.says}: {answer}"


def _clock(clock: Clock) -> Iterator[str]:
    yield ""
    yield f"The law by {clock.chosen_by}:"
    yield ""
    yield from (f"- {_plain(version_text(version))}" for version in clock.versions)


def _steps(element: Element, page: str, depth: int) -> Iterator[str]:
    number = f"({element.number}) " if element.number else ""
    provision = f" {_link(element.provision, page)}" if element.provision else ""
    yield f"{'  ' * depth}- {number}{_plain(element.text)}{provision}{':' if element.parts else ''}"
    for part in element.parts:
        yield from _steps(part, page, depth + 1)


def _tests(tested: list[Example]) -> Iterator[str]:
    yield ""
    yield "| tested by | on | answer |"
    yield "|---|---|---|"
    for example in tested:
        known = f", as known on {example.known.isoformat()}" if example.known else ""
        yield f"| {_plain(example.says)} | {example.on.isoformat()}{known} | {example.answer} |"


def _plain(text: str) -> str:
    """Text in which nothing is markup."""
    return text.replace("|", "\\|").replace("[", "\\[").replace("]", "\\]")


# --- all of it ----------------------------------------------------------------------------------------------------------


def _index() -> Iterator[str]:
    yield "# The law, provision by provision"
    yield ""
    yield "Every rule that abeyance applies, to be checked without reading code: its sentence, authority, versions, confidence, its"
    yield "elements, and the examples that test it. [What a provision is](../law.md), [what is encoded](../coverage.md)."
    yield ""
    yield "| page | provisions | what it holds |"
    yield "|---|---:|---|"
    for page in PAGES:
        yield f"| [{page.replace('_', ' ')}]({page}.md) | {len(_provisions(page))} | {_plain(_says(page))} |"


def _coverage() -> Iterator[str]:
    encoded = list(bundle().provisions.values())
    aliases = sum(len(p.aliases) for p in encoded)
    yield "# What of the law is encoded"
    yield ""
    yield f"{len(encoded)} provisions, which answer to {aliases} further names of clocks and rules. *Encoded* means a typed rule, an"
    yield "example of each value it can take, one on each side of each of its dates, and that [every small mistake in it is"
    yield "noticed](mutation.md). Whatever is less is listed as text only, with the reason."
    yield ""
    yield "| provision | also | confidence | examples |"
    yield "|---|---|---|---:|"
    for p in encoded:
        link = f"[{p.id}](law/{p.page}.md#{p.id.replace('.', '')})"
        yield f"| {link} | {', '.join(p.aliases)} | {p.confidence.value} | {len(_examples(p.id))} |"
    yield ""
    yield "## Text only"
    yield ""
    for row in text_only():
        yield f"- **{row.id}**: {row.says}. Not encoded because {row.reason}."


def _precedents() -> Iterator[str]:
    questions = [question for decision in decisions() for question in decision.questions]
    decided = sum(map(is_decided, questions))
    yield "# Decided cases"
    yield ""
    yield f"{len(decisions())} decisions put {len(questions)} questions to the rules, on the facts and under the law of their day."
    yield f"None is answered otherwise than by the tribunal; {decided} are answered as it did, and of the others the rules say why"
    yield "they cannot. Each is a file in `tests/precedents/`. Most were read as a report or a summary, at the address given."
    for decision in decisions():
        yield ""
        yield f"## {decision.citation}"
        yield ""
        yield f"Decided {decision.decided}; [read here]({decision.source}). Asked: {decision.asked}."
        yield ""
        yield "| question | rule | on | answer |"
        yield "|---|---|---|---|"
        for question in decision.questions:
            cause = f" ({', '.join(sorted(question.causes))})" if question.causes else ""
            rule = (
                f"[{question.provision.id}](law/{question.provision.page}.md#{question.provision.id.replace('.', '')})"
            )
            yield f"| {_plain(question.says)} | {rule} | {question.on.isoformat()} | {question.answer}{cause} |"


if __name__ == "__main__":
    for written in regenerate():
        print(written.relative_to(ROOT))
