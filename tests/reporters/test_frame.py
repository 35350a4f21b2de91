import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from mdlint.diagnostic import Excerpt, Span
from mdlint.reporters import frame
from mdlint.reporters.frame import draw
from mdlint.reporters.screen import Screen

SCREEN = Screen(io.StringIO(), color=False)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def under(text: str, column: int, end_column: int, *, room: int = 80, first: int = 1) -> tuple[str, str]:
    """The drawn line, and carets below it."""
    line, indent, carets = draw(Excerpt(1, first, text), Span(1, column, 1, end_column), SCREEN, room)
    return line, " " * indent + "^" * carets


@pytest.mark.parametrize(
    ("text", "column", "end_column", "carets"),
    [
        ("title: x", 8, 9, "       ^"),
        ("title: x", 8, 8, "       ^"),
        ("title:", 7, 7, "      ^"),
        ("", 1, 1, "^"),
        ("面包: x", 1, 3, "^^^^"),
        ("面包: x", 5, 6, "      ^"),
        ("e\u0301a", 1, 3, "^"),
        ("e\u0301a", 2, 3, "^"),
        ("e\u0301a", 3, 4, " ^"),
        (f"{FAMILY}x", 1, 6, "^^"),
        (f"{FAMILY}x", 3, 4, "^^"),
        (f"{FAMILY}x", 6, 7, "  ^"),
        ("1\ufe0f\u20e3x", 4, 5, "  ^"),
        ("\U0001f1e9\U0001f1eax", 3, 4, "  ^"),
        ("\u0e19\u0e49\u0e33x", 4, 5, "  ^"),
        ("ｘ，。x", 4, 5, "      ^"),
        ("x", 9, 12, " ^"),
    ],
)
def test_carets(text: str, column: int, end_column: int, carets: str) -> None:
    assert under(text, column, end_column) == (text, carets)


@pytest.mark.parametrize(
    ("text", "column", "shown", "carets"),
    [
        ("a:\tb", 4, "a:  b", "    ^"),
        ("a:\tb", 3, "a:  b", "  ^^"),
        ("\tb", 2, "    b", "    ^"),
        ("面\tb", 3, "面  b", "    ^"),
        ("\u200bb", 1, r"\u200bb", "^^^^^^"),
        ("\x1bb", 2, r"\x1bb", "    ^"),
        ("\udcffb", 2, r"\xffb", "    ^"),
        ("##[b", 4, r"#\x23[b", "      ^"),
        ("面##[##[b", 8, r"面#\x23[#\x23[b", "              ^"),
        ("##[b", 2, r"#\x23[b", " ^^^^"),
    ],
)
def test_what_cannot_be_printed(text: str, column: int, shown: str, carets: str) -> None:
    assert under(text, column, column + 1) == (shown, carets)


def test_a_span_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    assert draw(Excerpt(3, 1, "key: |  "), Span(3, 6, 5, 2), SCREEN, 80) == ("key: |  ", 5, 3)


@pytest.mark.parametrize(
    ("column", "end_column", "shown", "carets"),
    [
        (1, 4, "abcdefghijklmnopqrs…", "^^^"),
        (18, 19, "abcdefghijklmnopqrs…", "                 ^"),
        (19, 20, "…jklmnopqrstuvwxyza…", "          ^"),
        (20, 21, "…klmnopqrstuvwxyzab…", "          ^"),
        (52, 53, "…ijklmnopqrstuvwxyz", "                  ^"),
        (53, 53, "…ijklmnopqrstuvwxyz", "                   ^"),
        (10, 53, "…efghijklmnopqrstuv…", "      ^^^^^^^^^^^^^"),
    ],
)
def test_long_lines_are_cut_around_the_span(column: int, end_column: int, shown: str, carets: str) -> None:
    assert under("abcdefghijklmnopqrstuvwxyz" * 2, column, end_column, room=20) == (shown, carets)


def test_wide_characters_are_not_cut_in_two() -> None:
    assert under("面" * 40, 20, 21, room=20) == ("…" + "面" * 9 + "…", " " * 9 + "^^")


def test_an_excerpt_of_a_longer_line() -> None:
    assert under("rest", 101, 105, first=101) == ("…rest", " ^^^^")


def test_a_narrow_terminal() -> None:
    assert under("abcdefghijklmnopqrstuvwxyz", 1, 2, room=-3) == ("abcdefghijklmnopqrs…", "^")


def test_plain_characters_are_measured_as_wcwidth_does() -> None:
    for width, ranges in ((1, frame._NARROW), (2, frame._WIDE)):
        for first, last in ranges:
            for code in range(first, last + 1):
                assert wcwidth(chr(code)) == width, f"U+{code:04X}"
                assert unicodedata.category(chr(code))[0] not in "MC", f"U+{code:04X}"


@pytest.mark.parametrize("text", ["🥖🔥", "👩‍🍳", "👍🏽🔥", "🏷️🔥", "👨‍👩‍👧面", "🇩🇪🔥", "✨⚡✅"])
def test_emoji_are_measured_as_wcwidth_does(text: str) -> None:
    width = wcswidth(text)
    assert under(f"{text}!", len(text) + 1, len(text) + 2) == (f"{text}!", " " * width + "^")


LINES = st.text(
    st.one_of(
        st.sampled_from("ab: 面包，é\u0301\t\x1b\u200b\u200d\ufe0f\u2764🥖🔥👍🏽🇩🇪กำ"),
        st.characters(exclude_characters="\n\r"),
    ),
    max_size=60,
)


@given(LINES, st.integers(1, 60), st.integers(0, 60), st.integers(20, 70))
def test_whatever_the_line_holds(text: str, column: int, length: int, room: int) -> None:
    line, indent, carets = draw(Excerpt(1, 1, text), Span(1, column, 1, column + length), SCREEN, room)
    assert wcswidth(line) <= room
    assert 0 <= indent <= room
    assert 1 <= carets <= room
    assert indent + carets <= max(wcswidth(line), indent + 1)
