"""What tests of reading share: a file's beginning, and how to read a text."""

from pathlib import Path

from abeyance.casefile.claims import CaseFile
from abeyance.casefile.reading import case_of
from abeyance.casefile.yamlnodes import parse

PATH = Path("/nowhere/case.yaml")
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/case.yaml"))
HEAD = "case: x\nrespondent: m\nsources:\n"
LETTER = HEAD + "  letter:\n    kind: letter\n    dated: 2017-05-01\n    claims:\n"


def read(text: str) -> tuple[CaseFile | None, list[str]]:
    """The case a text holds, and its problems as ``line:column code``."""
    root, problems = parse(text, "case.yaml")
    if root is None:
        return None, [f"{p.line}:{p.column} {p.code}" for p in problems]
    case, found = case_of(root, PATH, problems)
    return case, [f"{p.line}:{p.column} {p.code}" for p in found]


def said(*claims: str) -> CaseFile:
    """The case of one letter that makes these claims."""
    case, problems = read(LETTER + "".join(f"      - {claim}\n" for claim in claims))
    assert case is not None and not problems, problems
    return case
