"""Text that came with the files, made safe to show: a name, a value or a source line can hold line
ends, terminal escapes, or characters that turn the line around or are not seen at all."""

from __future__ import annotations

_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode's categories of controls, format characters, surrogates, line and paragraph separators."""
_JOINERS = "\u200c\u200d"
"""Format characters that emoji, Persian and the scripts of India need."""


def escape(text: str) -> str:
    r"""The text on one line, with `\n`, `\x1b`, `\u202e` in the place of what must not be printed.

    A byte of a file's name that is no UTF-8 arrives as a lone surrogate and is shown as `\xff`.
    """
    return text if text.isprintable() else text.translate(_VISIBLE)


class _Visible(dict[int, str]):
    """What is shown for a character, each looked up once: compiling a pattern of all of them
    takes longer than a short run's report."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _visible(chr(code))
        return shown


_VISIBLE = _Visible({ord("\n"): r"\n", ord("\r"): r"\r", ord("\t"): r"\t"})


def _visible(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    import unicodedata  # here: nearly all text is printable

    code = ord(character)
    if unicodedata.category(character) not in _HIDDEN:
        return character
    if 0xDC80 <= code <= 0xDCFF:
        return rf"\x{code - 0xDC00:02x}"
    return rf"\x{code:02x}" if code < 0x100 else rf"\u{code:04x}" if code < 0x10000 else rf"\U{code:08x}"
