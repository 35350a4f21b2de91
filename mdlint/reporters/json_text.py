"""JSON that any output can show: as it is where that is safe, escaped where a terminal or a build would obey it."""

from __future__ import annotations

import json
from typing import Any, TextIO

from mdlint.reporters.safe import escape
from mdlint.reporters.screen import is_unicode


class JsonText:
    """Makes one line of JSON of data."""

    def __init__(self, out: TextIO) -> None:
        """`out` is where the text will be written."""
        self._escapes = _Escapes(ascii_only=not is_unicode(out))

    def __call__(self, data: Any) -> str:
        text = json.dumps(data, ensure_ascii=False)
        if not (text.isascii() and text.isprintable()):
            text = text.translate(self._escapes)
        # Anywhere in a line this is an order to GitHub Actions; in JSON it can only stand in a string.
        return text.replace("##[", r"#\u0023[")


class _Escapes(dict[int, str]):
    r"""How a character stands in a JSON text: one that a terminal would obey, or that the output cannot
    show, as a JSON escape; a lone surrogate, whose escape many parsers refuse, as the text `\xff`."""

    def __init__(self, *, ascii_only: bool) -> None:
        super().__init__()
        self._ascii_only = ascii_only

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if 0xD800 <= code <= 0xDFFF:
            written = json.dumps(escape(character))[1:-1]
        elif escape(character) != character or (self._ascii_only and code > 0x7E):
            written = json.dumps(character)[1:-1]
        else:
            written = character
        self[code] = written
        return written
