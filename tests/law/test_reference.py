"""The law reference is the law as it is."""

from abeyance.law.bundle import bundle
from tests.law.reference import COVERAGE, REFERENCE, pages


def test_the_law_reference_and_the_coverage_are_as_the_provisions_are_now() -> None:
    stale = [path.name for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    assert not stale, f"write them anew: python -m tests.law.reference ({', '.join(stale)})"
    assert set(REFERENCE.glob("*.md")) == {path for path in pages() if path.parent == REFERENCE}


def test_no_provision_is_without_its_place_in_the_reference() -> None:
    written = pages()
    for provision in bundle().provisions.values():
        page = written[REFERENCE / f"{provision.page}.md"]
        assert f"\n## {provision.id}\n" in page
        assert f"[{provision.id}](law/{provision.page}.md#{provision.id.replace('.', '')})" in written[COVERAGE]
