"""Say which encoding a file that is not UTF-8 is in, and where that shows."""

from __future__ import annotations

import codecs
import re

from mdlint.front_matter.values import Problem

_BOMS = (  # that of UTF-32 starts like that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_ASCII = bytes(range(128))
_BELOW_C0 = bytes(range(0xC0))
_PAIRS = re.compile(b"[\xa1-\xf7][\xa1-\xfe]")
_HINT = "save the file as UTF-8"


def encoding_problem(data: bytes) -> tuple[str, Problem]:
    """The text as far as it can be shown, and the problem `invalid-encoding` at its first bad place."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _whole_file(data.decode(name, "replace"), name)
    even, odd = data[:1000:2], data[1:1000:2]
    for name, zeros, others in (("UTF-16-LE", odd, even), ("UTF-16-BE", even, odd)):
        if zeros.count(0) > max(1, len(zeros) // 2) and not others.count(0):  # Western text
            return _whole_file(data.decode(name, "replace"), "UTF-16")
    data = data.removeprefix(codecs.BOM_UTF8)
    text = data.decode("utf-8", "replace")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode())
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8{_guess(data, text)}"
        return text, Problem("invalid-encoding", at, at + 1, message, _HINT)
    at = text.index("\0")
    return text, Problem("invalid-encoding", at, at + 1, "the file holds a NUL byte", f"remove it; {_HINT}")


def _whole_file(text: str, name: str) -> tuple[str, Problem]:
    return text, Problem("invalid-encoding", 0, 0, f"the file is in {name}, not UTF-8", _HINT)


def _guess(data: bytes, text: str) -> str:
    """Which legacy encoding the bytes are likely in, where that is clear."""
    high = len(data.translate(None, _ASCII))
    if text.count("\ufffd") * 4 < high:
        return "; most of the file is"
    # Letters with accents stand alone. Chinese characters are pairs; so are Cyrillic letters, but
    # those have the highest bytes only.
    paired = 2 * len(_PAIRS.findall(data))
    if paired * 4 < high:
        return "; the file looks like Latin-1 or Windows-1252"
    if paired > high * 0.8 and len(data.translate(None, _BELOW_C0)) < high * 0.9:
        return "; the file looks like GBK"
    return ""
