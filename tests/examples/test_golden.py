"""Every brief of the examples is printed as its page says, word for word."""

from pathlib import Path

import pytest

from tests.examples.golden import FOLDER, page, pages

MEND = "read the difference as a lawyer would; if it is right: python -m tests.examples.golden, and commit the page"


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_the_brief_is_printed_as_its_page_says(path: Path) -> None:
    assert page(path).splitlines() == path.read_text("utf-8").splitlines(), MEND


def test_a_page_of_another_name_is_no_page() -> None:
    with pytest.raises(ValueError, match="the name of a page is DAY"):
        page(FOLDER / "window" / "tomorrow.txt")
