import sys
import unicodedata

import pytest

from mdlint.reporters.safe import escape


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
        "a\xa0b\u3000c\ue000": "a\xa0b\u3000c\ue000",
        "می\u200cخواهم": "می\u200cخواهم",
        "\U0001f468\u200d\U0001f467": "\U0001f468\u200d\U0001f467",
    }.items(),
)
def test_escape(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_what_is_never_printed() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp", "Cf") and character not in "\u200c\u200d":
            assert escape(character).isascii(), f"U+{code:04X}"
            assert escape(character).isprintable()
        else:
            assert escape(character) == character, f"U+{code:04X}"
