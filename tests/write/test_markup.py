from abeyance.write.markup import Markup, each, el, joined


def test_text_is_escaped_and_markup_is_kept() -> None:
    assert el("p", "a < b & c", Markup("<br>"), None).text == "<p>a &lt; b &amp; c<br></p>"


def test_an_attribute_is_escaped_and_one_that_is_none_is_left_out() -> None:
    made = el("a", "x", href='"><script>', class_="by", data_l="File by", id=None)
    assert made.text == '<a href="&quot;&gt;&lt;script&gt;" class="by" data-l="File by">x</a>'


def test_an_element_that_holds_nothing_is_not_closed_apart() -> None:
    assert el("wbr").text == "<wbr/>"


def test_a_day_in_a_text_is_kept_on_one_line_but_an_id_is_let_be() -> None:
    assert joined("by 2024-09-03.").text == 'by <span class="d">2024-09-03</span>.'
    assert joined("motion-2024-09-03").text == "motion-2024-09-03"


def test_a_title_holds_no_element() -> None:
    assert el("title", "Brief, 2024-09-03 & more").text == "<title>Brief, 2024-09-03 &amp; more</title>"


def test_each_piece_gets_its_element() -> None:
    assert each("li", ("a", "<")).text == "<li>a</li><li>&lt;</li>"
