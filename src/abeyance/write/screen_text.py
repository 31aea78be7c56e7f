"""Relief by relief as plain text: merits, the way to it, each element and gate, what weighs, and what to ask."""

from collections.abc import Iterator
from textwrap import wrap

from abeyance.assess.brief import Element, Factor, ReliefLine
from abeyance.write.wording import NOT_ADVICE, NOT_TO_BE_SHARED, REACHED, merits, weighed

COLUMN = 11


def to_text(reliefs: tuple[ReliefLine, ...], heading: str, width: int) -> str:
    """Every relief in lines of at most ``width`` columns."""
    return "\n".join(_lines(reliefs, heading, width)) + "\n"


def _lines(reliefs: tuple[ReliefLine, ...], heading: str, width: int) -> Iterator[str]:
    yield from wrap(heading, width)
    gates = dict.fromkeys(gate for relief in reliefs for gate in relief.gates)
    if gates:
        yield from ("", "Gates, before every relief that names them", "-" * width)
    for gate in gates:
        yield from _element(gate, (), width)
    for relief in reliefs:
        yield ""
        yield from wrap(relief.title, width)
        yield "-" * width
        yield from _beside("merits", merits(relief), width)
        yield from _beside("the way", _way(relief), width)
        yield from _beside("asked of", f"{relief.asked_of}; fee: {relief.fee}", width)
        yield from _beside("grants", relief.grants, width)
        for element in relief.elements:
            yield from _element(element, relief.factors, width)
    yield ""
    yield from wrap(f"{NOT_ADVICE} {NOT_TO_BE_SHARED}", width)


def _way(relief: ReliefLine) -> str:
    """Whether the way is open, and by which gates it is not."""
    shut = [gate.provision for gate in relief.gates if gate.value != "yes"]
    return f"{REACHED[relief.reachable]}: {', '.join(shut)}" if shut else REACHED[relief.reachable]


def _element(element: Element, factors: tuple[Factor, ...], width: int) -> Iterator[str]:
    standing = f", {element.standing}" if element.standing else ""
    causes = f": {', '.join(element.causes)}" if element.causes else ""
    mark = f" [{element.confidence}]" if element.confidence else ""
    yield from _beside(element.value, f"{element.says}{standing}{causes}{mark}. {element.provision}", width)
    if element.because and element.value == "no":
        yield from _beside("", "; ".join(element.because), width)
    for factor in factors:
        if factor.of == element.provision:
            yield from _beside("", weighed(factor), width)
    for asked in element.to_ask:
        yield from _beside("", f"Ask: {asked}", width)


def _beside(label: str, text: str, width: int) -> Iterator[str]:
    lines = wrap(text, width - COLUMN - 2)
    yield f"  {label:{COLUMN}}{lines[0]}"
    yield from (" " * (COLUMN + 2) + line for line in lines[1:])
