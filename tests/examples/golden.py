"""The briefs of the examples as they are printed: ``CASE/DAY[-known-DAY][-file-known-DAY].txt``, a page a file.

The files say which briefs there are.  ``python -m tests.examples.golden`` writes them anew; an empty file asks for a new one.
"""

import re
from pathlib import Path

from abeyance.write.brief_text import WIDTH, to_text
from tests.examples.briefs import brief

FOLDER = Path(__file__).parent
_NAME = re.compile(
    r"(?P<on>\d{4}-\d\d-\d\d)(?:-known-(?P<known>\d{4}-\d\d-\d\d))?(?:-file-known-(?P<file_known>\d{4}-\d\d-\d\d))?"
)


def pages() -> list[Path]:
    """Every page there is, in order."""
    return sorted(FOLDER.glob("*/*.txt"))


def page(path: Path) -> str:
    """What a page must say, by its name.  Raises ValueError for a name that is not one."""
    asked = _NAME.fullmatch(path.stem)
    if not asked:
        raise ValueError(f"{path}: the name of a page is DAY[-known-DAY][-file-known-DAY].txt")
    return to_text(brief(path.parent.name, **{word: day for word, day in asked.groupdict().items() if day}), WIDTH)


def regenerate() -> list[Path]:
    """Write every page anew; the pages that changed."""
    changed = [path for path in pages() if path.read_text("utf-8") != page(path)]
    for path in changed:
        path.write_text(page(path), "utf-8")
    return changed


if __name__ == "__main__":
    for rewritten in regenerate():
        print(rewritten.relative_to(FOLDER))
