"""The pages hang together: no link leads nowhere, and no page is left out of the index."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def links(page: Path) -> list[str]:
    """The targets of a page's links and pictures, without code."""
    prose = re.sub(r"(?m)^(```.*?^```| {4}.*?$)|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.S | re.M)
    return re.findall(r"\]\(([^)\s]+)\)", prose)


def headings(page: Path) -> set[str]:
    """The names a link can give to the headings of a page."""
    found = re.findall(r"(?m)^#+ (.+)$", page.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, heading = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert "://" in link or target.exists(), f"{page.relative_to(ROOT)}: there is no {link}"
        assert not heading or "://" in link or heading in headings(target), (
            f"{page.relative_to(ROOT)}: no heading {link}"
        )


def test_every_page_can_be_reached_from_the_index() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "docs" / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        targets = {(page.parent / link.partition("#")[0]).resolve() for link in links(page) if "://" not in link}
        waiting += [target for target in targets if target in PAGES and target not in reached]
    assert [page.name for page in (ROOT / "docs").rglob("*.md") if page not in reached] == []
