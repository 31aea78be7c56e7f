"""The picture in the README is the brief as it is."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_picture_in_the_readme_is_the_brief_of_the_example_as_it_is_now() -> None:
    drawn: str = runpy.run_path(str(DOCS / "picture.py"))["picture"]()
    assert (DOCS / "brief.svg").read_text("utf-8") == drawn, "draw it again: .venv/bin/python docs/picture.py"


def test_the_picture_fetches_nothing() -> None:
    drawn = (DOCS / "brief.svg").read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "http" not in drawn
    assert "NO" in drawn
