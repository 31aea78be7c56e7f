"""One kind of problem, shown in one way: where, what is wrong, how to mend it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as YAML counts them
_SHOWN = 96  # characters of a line in an excerpt
_BEFORE = 60  # of them before the place, where the line is longer


@dataclass(frozen=True, order=True)
class Problem:
    """Something in a file that a person must mend.

    ``line`` and ``column`` count from 1; 0 stands for the whole file.  ``also`` is a second place that matters.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    also: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        also = f" (see also {self.also})" if self.also else ""
        return printable(f"{place}: {self.code} {self.message}; {self.hint}{also}")


class Unusable(Exception):
    """A file that cannot be used; ``problems`` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def lines_of(text: str) -> list[str]:
    """The lines of a text, ended as YAML ends them."""
    return LINE_END.split(text)


def excerpts(problems: Iterable[Problem], text: str, file: str) -> Iterator[str]:
    """Each problem, and where it is about a line of ``file``, whose text is given, that line with a caret under the place."""
    lines = lines_of(text)
    for problem in problems:
        if problem.file != file or not 1 <= problem.line <= len(lines):
            yield str(problem)
            continue
        number, line, at = str(problem.line), printable(lines[problem.line - 1]), max(problem.column - 1, 0)
        if at > _SHOWN - 10:
            line, at = "..." + line[at - _BEFORE :], _BEFORE + 3
        yield f"{problem}\n   {number} | {line[:_SHOWN]}\n{' ' * (len(number) + 6 + at)}^"


def printable(text: str) -> str:
    """A text with a blank for every character that would move the cursor, ring or colour a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)
