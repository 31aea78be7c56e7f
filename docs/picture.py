"""Draws ``docs/brief.svg``, the picture in the README: the top of the example's brief, as a terminal shows it.

Run it when the brief of the example changes: ``.venv/bin/python docs/picture.py``.
"""

import re
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from abeyance.assess.asking import Inquiry
from abeyance.assess.building import build
from abeyance.casefile.reading import open_case
from abeyance.write.brief_text import to_text

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "brief.svg"
COMMAND = "abeyance brief examples/derby --on 2017-05-01"
COLUMNS, LINES = 100, 52


def picture() -> str:
    """The picture as SVG, with no address in it: the reader's own fixed-width font is used."""
    brief = build(Inquiry(open_case(ROOT / "examples" / "derby"), date(2017, 5, 1)))
    lines = to_text(brief, COLUMNS).splitlines()[:LINES]
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor")
    for i, line in enumerate(lines):
        heading = i + 1 < len(lines) and lines[i + 1].startswith("-----")
        console.print(Text(line, style="bold red" if i == 0 else "bold" if heading else ""))
    svg = console.export_svg(title=COMMAND, unique_id="brief")
    svg = svg.replace("<!-- Generated with Rich https://www.textualize.io -->\n", "")
    return re.sub(r"\s*@font-face \{.*?\}\n", "\n", svg, flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(picture(), "utf-8")
