import sys
import unicodedata

import pytest

from mdlint.reporters.safe import escape

SEEN_OR_NEEDED = {
    *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,  # signs that are drawn
    *range(0x13430, 0x13440),  # they arrange hieroglyphs
    0x200C, 0x200D,  # joiners
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    {
        "plain": "plain",
        "naïve 面包 🥖": "naïve 面包 🥖",
        "a\r\n\tb": r"a\r\n\tb",
        "\x00\x1b[2J\x7f": r"\x00\x1b[2J\x7f",
        "\x9b1m": r"\x9b1m",
        "\u202eevil\u2069": r"\u202eevil\u2069",
        "a\u2028b": r"a\u2028b",
        "caf\udce9.md": r"caf\xe9.md",
        "\ud83d": r"\ud83d",
        "\ufefftitle": r"\ufefftitle",
        "\U000e0041": r"\U000e0041",
        "می\u200cخواهم": "می\u200cخواهم",
        "\U0001f468\u200d\U0001f467": "\U0001f468\u200d\U0001f467",
    }.items(),
)
def test_escape(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_what_is_never_printed() -> None:
    hidden = ("Cc", "Cs", "Zl", "Zp", "Cf")
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in hidden and code not in SEEN_OR_NEEDED:
            assert escape(character).isascii(), f"U+{code:04X}"
            assert escape(character).isprintable()
