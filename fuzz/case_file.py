"""Feeds the reading of case files with bytes, guided by what they reach.  Whatever they are, nothing but a case or problems comes.

    python -m pip install --group fuzz
    python fuzz/case_file.py -max_total_time=300 -dict=fuzz/case_file.dict CORPUS examples/derby

CORPUS is an empty folder in which what was found is kept; the folders after it are only read.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["abeyance.casefile"]):
    from abeyance.casefile.findings import disagreements
    from abeyance.casefile.history import History, follow
    from abeyance.casefile.layout import canonical
    from abeyance.casefile.ledger import ledger
    from abeyance.casefile.ledgertext import to_text
    from abeyance.casefile.reading import case_of
    from abeyance.casefile.record import derive
    from abeyance.casefile.yamlnodes import decode, parse
    from abeyance.problems import excerpts

PATH = Path("/nowhere/case.yaml")


def one_input(raw: bytes) -> None:
    """All that is done with a case file, on some bytes."""
    follow(raw, "history.jsonl")
    text, problem = decode(raw, "case.yaml")
    root, found = (None, []) if problem else parse(text, "case.yaml")
    if root is None:
        return
    case, problems = case_of(root, PATH, found)
    list(excerpts(problems, text, "case.yaml"))
    if not found and root.pairs:
        once = canonical(root, text)
        again, _ = parse(once, "case.yaml")
        assert again is not None and canonical(again, once) == once
    if case is not None and not problems:
        disagreements(derive(case), "case.yaml")
        to_text(ledger(case), History(), 80)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
