"""Text that came with the files, made safe to show: a name, a value or a source line can hold line
ends, terminal escapes, or characters that turn the line around or are not seen at all."""

from __future__ import annotations

import re

SURROGATES = "\ud800-\udfff"

UNSEEN = (
    "\x00-\x1f\x7f-\x9f"  # controls
    "\u2028\u2029"  # line ends to some programs
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # they change the direction of the text
    "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # without width
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
"""Characters that a terminal obeys, or shows nothing for. The two zero-width joiners are not among
them: emoji, Persian and the scripts of India need them."""

_UNSAFE = re.compile(f"[{UNSEEN}{SURROGATES}]")
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def escape(text: str) -> str:
    r"""The text on one line, with `\n`, `\x1b`, `\u202e` in the place of what must not be printed.

    A byte of a file's name that is no UTF-8 arrives as a lone surrogate and is shown as `\xff`.
    """
    if text.isprintable() and text.isascii():
        return text
    return _UNSAFE.sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if 0xDC80 <= code <= 0xDCFF:
        return rf"\x{code - 0xDC00:02x}"
    return rf"\x{code:02x}" if code < 0x100 else rf"\u{code:04x}" if code < 0x10000 else rf"\U{code:08x}"
