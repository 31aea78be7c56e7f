"""Files that mean harm, or came out of a broken program; run as a program, it looks at each and says what it cost."""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from abeyance.casefile.casefolder import look
from abeyance.casefile.findings import disagreements
from abeyance.casefile.history import FILE as HISTORY
from abeyance.casefile.layout import canonical
from abeyance.casefile.ledger import ledger
from abeyance.casefile.record import derive
from abeyance.problems import excerpts

HEAD = "case: x\nrespondent: m\nsources:\n"
LETTER = HEAD + "  letter:\n    kind: letter\n    dated: 2017-05-01\n    claims:\n"


def letter(claims: Iterable[str]) -> bytes:
    return (LETTER + "".join(f"      - {claim}\n" for claim in claims)).encode()


LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
FILES: dict[str, Callable[[], bytes]] = {
    "billion laughs": lambda: LAUGHS.encode(),
    "fifty megabytes": lambda: b"a: b\n" * 10_000_000,
    "brackets without end": lambda: b"[" * 3_000_000,
    "braces without end": lambda: b"{" * 3_000_000,
    "keys without end": lambda: b"? " * 1_900_000,
    "dashes without end": lambda: b"- " * 1_900_000,
    "maps without end": lambda: b"a: " * 1_300_000,
    "deep in blocks": lambda: "".join(" " * i + f"a{i}:\n" for i in range(1_500)).encode(),
    "quotes not closed": lambda: b'"' + b"a " * 1_900_000,
    "a long text": lambda: letter(["m.name: " + "a " * 1_900_000]),
    "a long key": lambda: letter(['"a.b' + " " * 3_000_000 + '": x']),
    "a long place": lambda: letter([f"m.name @¶{'9' * 3_000_000}: x"]),
    "a long number": lambda: letter([f"relatives.count: {'9' * 4_000}", f"m.born: {'9' * 4_000} years ago"]),
    "nots without end": lambda: letter(["o: {order: " + "not " * 1_200 + "removal}"]),
    "utf-16": lambda: LETTER.encode("utf-16"),
    "utf-16 without a mark": lambda: LETTER.encode("utf-16-le"),
    "utf-32": lambda: LETTER.encode("utf-32"),
    "latin-1": lambda: (LETTER + "      - m.name: José\n").encode("latin-1"),
    "nul bytes": lambda: letter(["m.name: a\0b"]),
    "only nul bytes": lambda: b"\0" * 3_900_000,
    "a mark in the middle": lambda: letter(["m.name: a\ufeffb"]),
    "half a character": lambda: letter([])[:-1] + b"\xe2\x82",
    "surrogates": lambda: b"a: \xed\xa0\x80\n",
    "control characters": lambda: letter([r'm.name: "a\e[2Jb\ab"']),
    "tabs": lambda: LETTER.replace("    ", "\t").encode(),
    "repeated keys": lambda: b"case: x\n" * 90_000,
    "comments alone": lambda: b"#\n" * 99_000,
    "empty lines": lambda: b"\n" * 3_900_000,
    "blanks": lambda: b" " * 3_900_000,
    "carriage returns": lambda: b"\r" * 3_900_000,
    "100,000 claims": lambda: letter(f"m.name: n{i}" for i in range(100_000)),
    "100,000 claims in one line": lambda: (LETTER[:-1] + " [" + "m.name: a, " * 100_000 + "]\n").encode(),
    "10,000 claims": lambda: letter(
        [
            *(f"f{i}: {{filing: appeal}}" for i in range(1_900)),
            *(f"f{i % 1900}.received: {1900 + i % 250}" for i in range(8_000)),
        ]
    ),
    "unknown facts": lambda: letter(f"m.bron{i}: 1965" for i in range(30_000)),
    "open references": lambda: letter(
        [
            *(f"f{i}: {{filing: motion to reopen}}" for i in range(1_000)),
            *(f"o{i}: {{order: removal}}" for i in range(990)),
        ]
    ),
    "all correct all": lambda: letter(
        ["m.born: 1965", *(f"m.born @¶{i}: {{value: 1965, corrects: letter, because: x}}" for i in range(1, 499))]
    ),
    "a chain of corrections": lambda: letter(
        [
            "m.born @¶1: 1965",
            *(f"m.born @¶{i}: {{value: 1965, corrects: letter@¶{i - 1}, because: x}}" for i in range(2, 499)),
        ]
    ),
    "mentions": lambda: letter(
        [
            *(f"a{i}: {{mention: relative}}" for i in range(900)),
            *(f"b{i}: {{relative: child}}" for i in range(900)),
            *(f"a{i}.different from: b{i}" for i in range(190)),
        ]
    ),
    "lists": lambda: letter(
        f"filings.none: {{kind: {'not ' * (i % 2)}habeas, forum: {'not ' * (i % 3)}ICE, received: {1900 + i % 200}}}"
        for i in range(499)
    ),
    "counts": lambda: letter(
        [
            *(f"f{i}: {{filing: appeal, received: 2016}}" for i in range(1_700)),
            *(f"filings.count: {{kind: appeal, number: {i}}}" for i in range(499)),
        ]
    ),
    "many sources": lambda: (HEAD + "".join(f"  s{i}:\n    kind: letter\n" for i in range(19_000))).encode(),
    "a wide source": lambda: (HEAD + "  s:\n" + "".join(f"    k{i}: 1\n" for i in range(55_000))).encode(),
    "nothing": lambda: b"",
    "a word": lambda: b"hello",
}


def write(content: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda folder: (folder / "case.yaml").write_bytes(content())


def documents(document: str, make: Callable[[Path], object]) -> Callable[[Path], object]:
    def lay(folder: Path) -> None:
        (folder / "case.yaml").write_text(f"{HEAD}  a:\n    kind: letter\n    document: {document}\n", "utf-8")
        make(folder)

    return lay


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def history(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def lay(folder: Path) -> None:
        (folder / "case.yaml").write_text(HEAD, "utf-8")
        make(folder / HISTORY)

    return lay


PLACES: dict[str, Callable[[Path], object]] = {
    "a folder for a file": lambda folder: (folder / "case.yaml").mkdir(),
    "a pipe for a file": lambda folder: os.mkfifo(folder / "case.yaml"),
    "a device for a file": lambda folder: (folder / "case.yaml").symlink_to("/dev/zero"),
    "a link to itself": lambda folder: (folder / "case.yaml").symlink_to(folder / "case.yaml"),
    "a link to nowhere": lambda folder: (folder / "case.yaml").symlink_to(folder / "nowhere"),
    "nothing there": lambda folder: None,
    "a document that is a pipe": documents("pipe.txt", lambda folder: os.mkfifo(folder / "pipe.txt")),
    "a document that is a device": documents("zero.txt", lambda folder: (folder / "zero.txt").symlink_to("/dev/zero")),
    "a long document with many places": documents(
        "l.txt\n    claims:\n" + "".join(f"      - m.name @¶{i}: x\n" for i in range(1, 499)),
        lambda folder: (folder / "l.txt").write_bytes(b"a\n\n" * 1_300_000),
    ),
    "a long document of many sources": documents(
        "l.txt\n    claims: [{m.name @¶2: x}]\n"
        + "".join(
            f"  s{i}: {{kind: letter, document: l.txt, sha256: {'0' * 64}, claims: [{{'m.name @¶3': x}}]}}\n"
            for i in range(400)
        ),
        lambda folder: (folder / "l.txt").write_bytes(b"a\n\n" * 1_300_000),
    ),
    "a document of form feeds": documents(
        "l.txt\n    claims: [{m.name @p2¶2: x}]", lambda folder: (folder / "l.txt").write_bytes(b"\f" * 3_900_000)
    ),
    "a document without end": documents("big.pdf", lambda folder: sparse(folder / "big.pdf", 3_000_000_000)),
    "a document that is a link to itself": documents(
        "l.txt", lambda folder: (folder / "l.txt").symlink_to(folder / "l.txt")
    ),
    "a document outside by a link": documents(
        "out.txt", lambda folder: (folder / "out.txt").symlink_to("/etc/hostname")
    ),
    "a document in a folder outside": documents("d/hostname", lambda folder: (folder / "d").symlink_to("/etc")),
    "a document by a path that leads out": documents("../../etc/hostname", lambda folder: None),
    "a document by a whole path": documents("/etc/hostname", lambda folder: None),
    "a document of a very long name": documents("d/" * 2_000 + "x", lambda folder: None),
    "a history of brackets": history(lambda path: path.write_bytes(b"[" * 1_000_000 + b"\n")),
    "a history without end": history(lambda path: path.write_bytes(b"{}" * 30_000_000)),
    "a history of many lines": history(lambda path: path.write_bytes(b"{}\n" * 1_000_000)),
    "a history that is a pipe": history(os.mkfifo),
    "a history that is a folder": history(Path.mkdir),
}


def megabytes_at_most() -> int:
    """The most memory this program has had; not what the one that started it had, which ``getrusage`` counts too."""
    status = Path("/proc/self/status")
    if status.exists():
        return (
            next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) // 1024
        )
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def cost(lay: Callable[[Path], object]) -> dict[str, object]:
    """What everything that is done with a case costs: processor time in seconds, and the codes of its problems."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay(folder)
        begun = time.process_time()
        case = look(folder)
        shown = sum(len(text) for text in excerpts(case.problems, case.text, str(case.path)))
        looked = time.process_time() - begun
        begun = time.process_time()
        if case.case is not None and not case.problems:
            disagreements(derive(case.case), "case.yaml")
            ledger(case.case)
        if case.root is not None and not any(problem.code.startswith("E0") for problem in case.problems):
            canonical(case.root, case.text)
        worked = time.process_time() - begun
    codes = sorted({problem.code for problem in case.problems})
    return {"looked": looked, "worked": worked, "codes": codes, "shown": shown, "count": len(case.problems)}


if __name__ == "__main__":
    costs = {name: cost(write(content)) for name, content in FILES.items()}
    costs |= {name: cost(lay) for name, lay in PLACES.items()}
    most = megabytes_at_most()
    json.dump({"costs": costs, "megabytes": most}, sys.stdout)
