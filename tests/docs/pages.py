"""Pages whose commands are run: what a reader is told to save, to change and to type, and what the screen is said to show.

A fenced block says by its first words what it is:

    text FILE        save this as FILE
    yaml FILE        add this to the end of FILE
    diff FILE        in FILE, put the lines after + in the place of those after -
    python FILE      FILE of this repository holds this
    console          type what follows $, and see the rest; a line ending in a backslash goes on in the next
    console exit N   the same; the last command ends with N

In what the screen shows, ``...`` alone in a line stands for any lines, and within a line for any words.  Other blocks are to read.
"""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from abeyance.cli import app

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (?P<typed>(?:.*\\\n)*.*)\n(?P<shown>(?:(?!\$ ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: the words after the fence, the text, and the line of the page it begins in."""

    words: tuple[str, ...]
    text: str
    line: int


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [
        Block(tuple(found["info"].split()), found["text"], page.count("\n", 0, found.start()) + 1)
        for found in FENCE.finditer(page)
    ]


def commands(block: Block) -> list[tuple[str, str]]:
    """What is typed in a console block, and what is shown after each."""
    return [(found["typed"].replace("\\\n", ""), found["shown"]) for found in COMMAND.finditer(block.text)]


def follow(block: Block, folder: Path) -> None:
    """Do what a block tells, in a folder that is the current one; fails where the screen shows something else."""
    match block.words:
        case ("text", name):
            (folder / name).write_text(block.text, "utf-8")
        case ("yaml", name):
            with (folder / name).open("a", encoding="utf-8") as file:
                file.write(block.text)
        case ("diff", name):
            (folder / name).write_text(changed((folder / name).read_text("utf-8"), block.text), "utf-8")
        case ("python", name):
            assert block.text in (ROOT / name).read_text("utf-8"), f"line {block.line}: {name} holds something else"
        case ("console", *rest):
            typed = commands(block)
            for number, (command, shown) in enumerate(typed, 1):
                run(command, shown, int(rest[-1]) if rest and number == len(typed) else 0, block.line)


def changed(text: str, diff: str) -> str:
    """A text with the lines of a diff that begin with - replaced by those that begin with +."""
    old, new = ("".join(f"{line[1:]}\n" for line in diff.splitlines() if line.startswith(sign)) for sign in ("-", "+"))
    assert text.count(old) == 1, f"{old!r} is to be changed, and stands {text.count(old)} times"
    return text.replace(old, new)


def run(command: str, shown: str, code: int, line: int) -> None:
    """Run a command; its output and exit code must be those of the page."""
    program, *arguments = shlex.split(command)
    assert program == "abeyance", f"line {line}: {program}"
    result = CliRunner().invoke(app, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    output = "\n".join(written.rstrip() for written in result.output.splitlines())
    assert like(shown).fullmatch(f"{output}\n" if output else ""), (
        f"line {line}: $ {command}\nshows\n{output}\nand not\n{shown}"
    )
    assert result.exit_code == code, f"line {line}: $ {command}\nends with {result.exit_code}, not {code}"


def like(shown: str) -> re.Pattern[str]:
    """What the screen may show where the page says ``shown``."""
    return re.compile(
        "".join(
            r"(?:.*\n)*?" if line.strip() == "..." else ".*".join(map(re.escape, line.rstrip().split("..."))) + "\n"
            for line in shown.splitlines()
        )
    )
