"""Say which encoding a file that is not UTF-8 is in, and where that shows."""

from __future__ import annotations

import codecs

from mdlint.front_matter.values import Problem

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_HINT = "save the file as UTF-8"


def encoding_problem(data: bytes) -> tuple[str, Problem]:
    """The text as far as it can be shown, and the problem `invalid-encoding` at its first bad place."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            text = data.decode(name, "replace")
            return text, Problem("invalid-encoding", 0, 0, f"the file is {name}, not UTF-8", _HINT)
    text = data.decode("utf-8", "replace")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode())
        what = f"byte 0x{data[error.start]:02X} is not UTF-8{_guess(data)}"
        return text, Problem("invalid-encoding", at, at + 1, what, _HINT)
    at = text.index("\0")
    return text, Problem("invalid-encoding", at, at + 1, "the file holds a NUL byte", "remove it; " + _HINT)


def _guess(data: bytes) -> str:
    """Which legacy encoding the bytes are likely in; Chinese text in GBK is the commonest."""
    high = sum(byte > 0x7F for byte in data)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return "; the file looks like Latin-1 or Windows-1252"
    cjk = sum("\u4e00" <= character <= "\u9fff" for character in text)
    return "; the file looks like GBK" if cjk * 2 >= high * 0.8 else "; the file looks like Latin-1 or Windows-1252"
