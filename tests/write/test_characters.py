import pytest

from abeyance.write.characters import drawable, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("José & Ana", "José & Ana"),
        ("two\r\nlines\tand\u2028more", "two lines and more"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("nul\x00", "nul\ufffd"),
        ("evil\u202egnp.exe", "evil\ufffdgnp.exe"),
        ("\u2066isolate\u2069", "\ufffdisolate\ufffd"),
        ("half \ud83d", "half \ufffd"),
        ("שלום, مرحبا, 中文", "שלום, مرحبا, 中文"),
    ],
)
def test_what_is_shown_has_no_control_and_no_override(text: str, wanted: str) -> None:
    assert shown(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("José", "José"),
        ("Jose\u0301", "José"),
        ("中文", "□□"),
        ("שלום مرحبا кириллица ελληνικά", "שלום مرحبا кириллица ελληνικά"),
        ("q\u0301", "q□"),
        ("¶ 2 § 240(b) – “so”", "¶ 2 § 240(b) – “so”"),
        ("\x00", "\ufffd"),
    ],
)
def test_what_a_font_lacks_is_a_white_square(text: str, wanted: str) -> None:
    assert drawable(text) == wanted
