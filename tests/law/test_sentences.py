"""The sentences of avenues and consequences, whole, as a brief prints them: ``avenues.txt`` and ``consequences.txt``.

A change of a sentence is read by a person before it is put into these files.
"""

from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from abeyance.law.avenues import AVENUES, Avenue
from abeyance.law.consequences import FOLLOWS, Consequence

HERE = Path(__file__).parent


def avenues() -> Iterator[str]:
    """Every avenue with all it says, one thing a line."""
    for rank, avenue in enumerate(AVENUES, 1):
        yield f"{rank} {avenue.id}"
        for field in fields(Avenue):
            value = getattr(avenue, field.name)
            value = getattr(value, "id", getattr(value, "name", value))
            if field.name != "id" and value not in ("", None, False):
                yield from lines(field.name, value if isinstance(value, tuple) else (str(value),))
        yield ""


def consequences() -> Iterator[str]:
    """Every consequence by case, with its provision and what it says at each answer."""
    for title, points in FOLLOWS:
        yield title
        for point in points:
            yield f"  {point.rule.id}"
            for answer in ("yes", "unknown", "no"):
                if getattr(point, answer):
                    yield f"    {answer:8} {getattr(point, answer)}"
            if point.of_order:
                yield "    only where there is an order"
        yield ""


def lines(name: str, values: tuple[str, ...]) -> Iterator[str]:
    """A field's values, its name before the first."""
    for value in values:
        yield f"  {name:8} {value}"
        name = ""


def test_the_avenues_say_what_was_read() -> None:
    assert "\n".join(avenues()) == (HERE / "avenues.txt").read_text("utf-8")


def test_the_consequences_say_what_was_read() -> None:
    assert "\n".join(consequences()) == (HERE / "consequences.txt").read_text("utf-8")


def test_neither_can_be_changed_while_the_program_runs() -> None:
    for thing, name in ((AVENUES[0], "filed"), (FOLLOWS[0][1][0], "yes")):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, name, "")


def test_an_avenue_is_made_with_the_names_of_what_it_says() -> None:
    with pytest.raises(TypeError, match="positional"):
        Avenue("appeal")  # type: ignore[call-arg]


def test_every_consequence_says_something_where_it_holds() -> None:
    points = {id(point): point for _, points in FOLLOWS for point in points}
    assert [p.rule.id for p in points.values() if not isinstance(p, Consequence) or not p.yes] == []
