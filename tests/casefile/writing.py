"""Texts of case files as people might write them: any quotes, any indentation, comments anywhere."""

import json
from typing import Any

from hypothesis import strategies as st

PIECES = [*"abcXYZ019 .,:#'\"[]{}-?!&*|>%@`~=<\\éñ¶", "\u200d", "日", "  ", ": ", " #", "- "]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join).filter(lambda text: text.strip() != "")
NAMES = st.from_regex(r"[a-z][a-z0-9_-]{0,6}", fullmatch=True).filter(lambda name: name != "case")
COMMENTS = st.lists(st.text("ab #:'\"{}[]¶-", max_size=8), max_size=2)
FACTS = {
    "name": WORDS,
    "nationality": WORDS,
    "born": st.sampled_from(["1965-09-03", "aged 19", "about 1992", "before 1992", "2012..2016"]),
    "sex": st.sampled_from(["female", "male", "female or male"]),
    "language": WORDS,
}
FILING = {
    "forum": st.sampled_from(["ICE", "Board", "ICE or Board", "not ICE"]),
    "received": st.sampled_from(["2017-04-17", "by 2017", "not by 2017-05-01"]),
    "fee_paid": st.sampled_from(["yes", "no", "NO"]),
    "receipt": WORDS,
}
PLACES = st.sampled_from(["", " @¶5", " @par5", "  @p2¶5", " @p2", " @¶5:120-188"])


@st.composite
def claims(draw: st.DrawFn, key: str) -> tuple[str, Any]:
    """A claim line: its key, and its value as a string or a map."""
    place = draw(PLACES)
    if draw(st.booleans()):
        facts = draw(st.fixed_dictionaries({}, optional=FILING))
        return f"{key}{place}", {"filing": draw(st.sampled_from(["appeal", "unknown", "mtr"])), **facts}
    fact = draw(st.sampled_from(sorted(FACTS)))
    value = draw(FACTS[fact])
    acts = draw(
        st.fixed_dictionaries(
            {}, optional={"recorded": st.just("2026-11-24"), "cleared": st.just("congress"), "by": NAMES}
        )
    )
    return f"m.{fact}{place}", ({"value": value, **acts} if acts else value)


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """A whole case file as nested values."""
    sources: dict[str, Any] = {}
    for key in draw(st.lists(NAMES, max_size=3, unique=True)):
        header: dict[str, Any] = {"kind": draw(st.sampled_from(["letter", "press"])), "dated": "2017-05-01"}
        header |= draw(
            st.fixed_dictionaries({}, optional={"title": WORDS, "by": NAMES, "work_product": st.just("yes")})
        )
        lines = draw(st.lists(claims("f-1"), max_size=4))
        empty: bool = draw(st.booleans())
        if lines or empty:
            header["claims"] = [dict([line]) for line in lines]
        sources[key] = header
    return {"case": "x", "respondent": "m", "sources": sources}


class Writer:
    """Writes nested values as YAML in a manner that is drawn; ``written`` are the comments it put in."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.written: list[str] = []

    def comment(self, indent: int = -1) -> str:
        """A comment on a line of its own (``indent`` 0 and up), or at the end of one."""
        texts = self.draw(COMMENTS)[: 1 if indent < 0 else 2]
        texts = [f"#{text}".rstrip() for text in texts]
        self.written += texts
        if indent < 0:
            return "".join(f"{self.draw(st.sampled_from([' ', '   ']))}{text}" for text in texts)
        blank = self.draw(st.sampled_from(["", "", "\n", "\n\n"]))
        return blank + "".join(" " * self.draw(st.integers(0, indent + 2)) + text + "\n" for text in texts)

    def scalar(self, text: str) -> str:
        """A value in quotes of either kind."""
        if self.draw(st.booleans()):
            return json.dumps(text, ensure_ascii=False)
        return "'" + text.replace("'", "''") + "'"

    def flow(self, value: Any) -> str:
        """A value on one line, or broken within its brackets."""
        if isinstance(value, str):
            return self.scalar(value)
        if isinstance(value, dict):
            return "{" + "".join(f"{self.scalar(k)}: {self.flow(v)},{self.gap()}" for k, v in value.items()) + "}"
        return "[" + "".join(f"{self.flow(v)},{self.gap()}" for v in value) + "]"

    def gap(self) -> str:
        """What may stand between values in brackets."""
        return self.draw(st.sampled_from([" ", "  "])) if self.draw(st.booleans()) else f"{self.comment()}\n{' ' * 20}"

    def value(self, value: Any, indent: int) -> str:
        """What follows a colon, to the end of its line or lines."""
        if isinstance(value, str) or not value or self.draw(st.integers(0, 3)) == 0:
            return f" {self.flow(value)}{self.comment()}\n"
        inner = indent + self.draw(st.integers(1, 3))
        text = self.comment() + "\n"
        if isinstance(value, dict):
            return text + "".join(
                f"{self.comment(inner)}{' ' * inner}{self.scalar(k)}:{self.value(v, inner)}" for k, v in value.items()
            )
        for item in value:
            (key, inside), dash = next(iter(item.items())), self.draw(st.sampled_from(["- ", "-   "]))
            text += (
                f"{self.comment(inner)}{' ' * inner}{dash}{self.scalar(key)}:{self.value(inside, inner + len(dash))}"
            )
        return text


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[str]]:
    """The text of a case file, and its comments in their order."""
    writer = Writer(draw)
    text = writer.comment(0)
    for key, value in draw(cases()).items():
        text += f"{key}:{writer.value(value, 0)}"
    return text + writer.comment(0), writer.written
