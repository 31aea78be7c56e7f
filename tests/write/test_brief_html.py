import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abeyance.assess.brief import AvenueLine, Brief
from abeyance.write.brief_html import stylesheet, to_html
from abeyance.write.characters import shown
from abeyance.write.wording import capital
from tests.write.building import CLOSED, EMPTY, FORMS, HOSTILE, LONG, RICH, headed, with_every_string
from tests.write.page import Page

EVERY = pytest.mark.parametrize("brief", [RICH, EMPTY, HOSTILE, LONG], ids=["rich", "empty", "hostile", "long"])

TONES = {"HELD": "state--held", "NO STAY SHOWN": "state--unshown", "NOT HELD": "state--none"}


@pytest.mark.parametrize(("form", "value"), FORMS)
def test_the_first_words_are_the_state_of_stays_and_decide_the_color(form: Any, value: Any) -> None:
    page = Page(to_html(headed(form, value)))
    assert page.one("h1").text == f"{form} on Tuesday 2024-09-03."
    assert TONES.get(form, "state--nothing") in page.one("section", "state").classes


def test_the_sections_come_in_the_order_in_which_they_are_needed() -> None:
    assert [h.text for h in Page(to_html(RICH)).all("h2")] == [
        "Stay map",
        "Orders and motions",
        "Clocks",
        "What may be filed or asked",
        "Relief",
        "Discretion",
        "Open facts",
        "Contradictions",
        "Checked and consistent",
        "Questions to ask",
        "What follows",
        "Notes",
    ]


def test_nothing_in_the_file_still_makes_a_page_that_says_so() -> None:
    page = Page(to_html(EMPTY))
    assert page.one("h1").text == "NOT HELD"
    for section in ("stays", "clocks", "avenues", "open", "contradictions"):
        assert page.section(section).endswith("None in this brief.")


def test_a_stay_says_whether_it_holds_and_until_when_beside_its_drawing() -> None:
    rows = {row.children[0].text: row.text for row in Page(to_html(RICH)).all("tr")}
    ice = rows["ICE stay, Form I-246stay.ice.i246@stay-2023"]
    assert "Not held" in ice
    assert "Last day: 2024-03-01 to 2024-03-31" in ice
    assert "documented: stay-letter-2023" in ice
    assert "Could hold" in rows["Motion to rescind, removal in absentiastay.auto.inabs-removal@motion-2024"]
    assert "Pending" in rows["Motion to reopen, at the immigration courtstay.not.motion@motion-2024"]


def test_a_last_day_that_the_status_names_is_not_said_twice() -> None:
    line = replace(RICH.stays[3], status="in force until 2024-03-01 to 2024-03-31")
    assert Page(to_html(replace(RICH, stays=(line,)))).section("stays").count("2024-03-31") == 1


def test_the_lanes_are_drawn_as_their_letters_say() -> None:
    bars = Counter(c for e in Page(to_html(RICH)).all("rect") for c in e.classes if e.inside("td"))
    assert (bars["bar--held"], bars["bar--open"], bars["bar--pend"]) == (2, 2, 1)


def test_a_letter_of_no_meaning_is_drawn_as_not_known() -> None:
    stays = tuple(replace(s, lane=s.lane.replace("=", "%").replace("-", "\u2014")) for s in RICH.stays)
    bars = Counter(
        c for e in Page(to_html(replace(RICH, stays=stays))).all("rect") for c in e.classes if e.inside("td")
    )
    assert (bars["bar--held"], bars["bar--pend"]) == (0, 0)
    assert bars["bar--open"] == 4  # the two of the ICE stay are one run


def test_without_lanes_no_drawing_is_begun() -> None:
    page = Page(to_html(replace(RICH, lane_days=())))
    assert not page.all(class_="lane")
    assert not page.all("ul", "key")
    assert "ICE stay, Form I-246" in page.section("stays")


def test_a_day_to_file_by_stands_out_with_its_weekday_and_distance() -> None:
    page = Page(to_html(RICH))
    assert page.one("p", "by").text == "Thursday 2024-09-05"
    assert "in 2 days" in page.section("avenues")
    assert "The last day is 2024-09-05 to 2024-09-08. Before the flight" in page.section("avenues")


def test_what_an_avenue_turns_on_stands_under_it_and_closed_ones_stand_apart() -> None:
    page = Page(to_html(RICH))
    assert [row.text for row in page.all("tr", "why")] == [
        "Turns on the ground of the motion is not in the file",
        "Because she is in custody and removal is imminent",
    ]
    assert page.section("avenues").endswith(
        "Closed, on the facts in this filePetition for review, with a stay motion: "
        "no decision of the Board is in the file pfr.period; stay.ca.nken; sure"
    )


def test_an_instrument_that_nothing_shows_is_not_said_to_be_absent() -> None:
    line = replace(RICH.stays[1], lane="." * len(RICH.lane_days))
    page = Page(to_html(replace(RICH, stays=(line,))))
    assert next(e.text for e in page.all("span", "tag") if e.inside("tbody")) == "Not shown"
    assert [e.text for e in page.one("ul", "key").children] == ["not shown"]
    without = Page(to_html(replace(RICH, stays=(replace(line, lane=""),))))
    assert next(e.text for e in without.all("span", "tag") if e.inside("tbody")) == "Not known"


def test_clocks_without_a_day_say_why() -> None:
    heads = [e.text for e in Page(to_html(RICH)).all("th") if e.attributes.get("scope") == "row"]
    assert "Not started" in heads
    assert "Not known" in heads
    assert "not before 2024-09-06ahead" in heads
    assert "Monday 2023-09-11358 days ago" in heads


def test_law_made_later_is_marked_as_hindsight() -> None:
    assert Page(to_html(RICH)).section("clocks").count("hindsight: made after the day asked") == 1


def test_a_search_that_was_cut_says_so() -> None:
    assert "search for what would decide was cut" in Page(to_html(RICH)).section("open")
    assert to_html(replace(RICH, search_cut=False)).count("would decide was cut") == 0


def test_a_day_after_the_law_was_read_is_said_first() -> None:
    page = Page(to_html(replace(RICH, on=date(2025, 1, 2))))
    assert (
        "The law was read through Tuesday 2024-12-31. What changed between then and Thursday 2025-01-02"
        in page.one("section", "state").text
    )
    assert to_html(replace(RICH, on=RICH.law_read_through)).count("What changed between") == 0


def test_both_sides_of_a_contradiction_are_the_same_size() -> None:
    page = Page(to_html(RICH))
    assert [e.text for e in page.all(class_="value")] == ["2024-08-20", "2024-08-23", "2015", "2016-02-01", "aged 9"]
    assert "Two values, both kept" in page.section("contradictions")
    assert "Changesthe clock of the DHS response; mtr.response" in page.section("contradictions")
    assert "ChangesNo answer; it matters to credibility." in page.section("contradictions")


def test_it_says_once_that_it_is_not_advice_and_not_to_be_shared() -> None:
    text = to_html(RICH)
    assert text.count("Not legal advice") == 1
    assert text.count("Do not share: this brief names the client") == 1


def test_sixty_avenues_keep_their_order() -> None:
    ranks = [int(e.text) for e in Page(to_html(LONG)).all("td", "rank")]
    assert ranks[:40] == [n for n in range(1, 61) if n % 3]  # every third is closed


@EVERY
def test_headings_go_down_one_level_at_a_time(brief: Brief) -> None:
    levels = [int(e.name[1]) for e in Page(to_html(brief)).elements if re.fullmatch("h[1-6]", e.name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@EVERY
def test_every_table_has_a_caption_and_every_head_a_scope(brief: Brief) -> None:
    page = Page(to_html(brief))
    for table in page.all("table"):
        assert table.children[0].name == "caption"
        assert table.children[0].text
    assert all(th.attributes.get("scope") in ("row", "col", "rowgroup") for th in page.all("th"))


@EVERY
def test_drawings_are_passed_by_when_read_aloud(brief: Brief) -> None:
    assert all(svg.attributes["aria-hidden"] == "true" for svg in Page(to_html(brief)).all("svg"))


@EVERY
def test_the_page_asks_for_nothing_and_runs_nothing(brief: Brief) -> None:
    text = to_html(brief)
    page = Page(text)
    used = {e.name for e in page.elements}
    assert not used & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "video", "audio", "image"}
    for element in page.elements:
        assert not any(name.startswith("on") or name in ("style", "src", "srcset") for name in element.attributes)
        assert element.attributes.get("href", "#").startswith("#")
    style = page.one("style").text
    assert re.findall(r"url\(([^)]*)\)", style) == ["#hatch"]
    assert "@import" not in style and "@font-face" not in style


@EVERY
def test_its_policy_allows_its_own_style_and_nothing_else(brief: Brief) -> None:
    page = Page(to_html(brief))
    (policy,) = [e.attributes["content"] for e in page.all("meta") if "http-equiv" in e.attributes]
    digest = b64encode(sha256(page.one("style").text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_language_and_title_are_given() -> None:
    page = Page(to_html(RICH))
    assert page.one("html").attributes["lang"] == "en"
    assert page.one("title").text == "Hanna Tesfaye: NO STAY SHOWN, 2024-09-03"


def test_links_lead_to_headings_that_are_there() -> None:
    page = Page(to_html(RICH))
    ids = Counter(e.attributes["id"] for e in page.elements if "id" in e.attributes)
    assert set(ids.values()) == {1}
    assert all(e.attributes["href"][1:] in ids for e in page.elements if "href" in e.attributes)


def test_hostile_text_makes_the_same_elements_as_plain_text() -> None:
    plain = [(e.name, sorted(e.attributes)) for e in Page(to_html(with_every_string(RICH, "plain"))).elements]
    hostile = [(e.name, sorted(e.attributes)) for e in Page(to_html(HOSTILE)).elements]
    assert hostile == plain


def test_an_override_of_direction_and_a_control_are_marked() -> None:
    text = to_html(with_every_string(RICH, "a\u202eb\x1b[31mc\x00d"))
    assert text.count("a\ufffdb\ufffd[31mc\ufffdd") > 100
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", text)


def test_a_page_is_made_the_same_twice_and_is_utf_8() -> None:
    assert to_html(HOSTILE).encode("utf-8") == to_html(HOSTILE).encode("utf-8")


def strings(value: Any, name: str = "") -> Iterator[str]:
    """Every string of a brief that is free text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part, name)
    elif isinstance(value, AvenueLine) and value.available == "no":
        yield from (value.title, value.because, *value.rules, value.confidence)
    elif is_dataclass(value):
        free = type(value).__name__ in ("Side", "Particular", "Agreement")
        for f in fields(value):
            if f.name not in CLOSED or (free and f.name == "value"):
                yield from strings(getattr(value, f.name), f.name)


def missing(brief: Brief) -> list[str]:
    """The strings that are not to be read on the page."""
    body = Page(to_html(brief)).one("body").text
    return [text for text in strings(brief) if shown(text) not in body and shown(capital(text)) not in body]


def test_every_string_of_a_brief_is_on_the_page() -> None:
    assert missing(RICH) == []


TEXTS = st.text(max_size=30) | st.sampled_from(
    ["<b>", "&amp;", "&lt", '"', "'", "</style>", "-->", "2024-02-30", "\ud800"]
)


NAMES = {e.name for e in Page(to_html(RICH)).elements}


@settings(max_examples=25, deadline=None)
@given(st.builds(replace, st.just(RICH), respondent=TEXTS, case=TEXTS, questions=st.tuples(TEXTS, TEXTS)), TEXTS)
def test_any_text_is_shown_as_it_is_and_never_as_markup(brief: Brief, everywhere: str) -> None:
    for made in (brief, with_every_string(RICH, everywhere)):
        page = Page(to_html(made))
        assert {e.name for e in page.elements} <= NAMES
        assert missing(made) == []


def luminance(color: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(color[n : n + 2]) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("block", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(block: int) -> None:
    roots = re.findall(r":root \{(.*?)\}", stylesheet(), re.DOTALL)
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", roots[block]))
    pairs = [(word, "paper") for word in ("ink", "ink-2", "link", "none", "held", "pend", "open")]
    pairs += [(word, f"{word}-tint") for word in ("held", "pend", "open", "conf")] + [
        ("ink", "tint"),
        ("ink-2", "tint"),
    ]
    assert {
        pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 1)
        for pair in pairs
        if contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5
    } == {}
