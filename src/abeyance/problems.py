"""One kind of problem, shown in one way: where, what is wrong, how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


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
        return f"{place}: {self.code} {self.message}; {self.hint}{also}"


class Unusable(Exception):
    """A file that cannot be used; ``problems`` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def excerpt(problem: Problem, text: str) -> str:
    """The problem with the line it is about and a caret under the place."""
    lines = text.splitlines()
    if not 1 <= problem.line <= len(lines):
        return str(problem)
    number, line = str(problem.line), lines[problem.line - 1][:160]
    caret = " " * (len(number) + 5 + min(problem.column - 1, 160)) + "^"
    return f"{problem}\n   {number} | {line}\n{caret}"
