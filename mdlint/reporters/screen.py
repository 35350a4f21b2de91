"""What the output can show: its characters and its colours."""

from __future__ import annotations

import codecs
from typing import TextIO

from mdlint.diagnostic import Severity
from mdlint.reporters.safe import escape

_LONGEST_MESSAGE = 400
"""Code points of a message or hint. Some repeat what the author wrote, which may be a whole file."""

BOLD = "1"
FRAME = "1;34"
HINT = "1;36"
SEVERITY: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;36"}
"""Parameters of the ANSI escape sequence that sets a colour."""


def is_unicode(out: TextIO) -> bool:
    """Whether every character can be written to the stream. One in memory has no encoding."""
    encoding = getattr(out, "encoding", None)
    return not encoding or codecs.lookup(encoding).name.startswith("utf")


class Screen:
    """One output, asked by the formats that people read."""

    def __init__(self, out: TextIO, *, color: bool) -> None:
        self._encoding = None if is_unicode(out) else out.encoding
        self._color = color
        self.bar = self._or("│", "|")
        self.ellipsis = self._or("…", "...")

    def _or(self, character: str, substitute: str) -> str:
        return character if self.show(character) == character else substitute

    def show(self, text: str) -> str:
        """The text as it can be printed, on one line: see `escape`; characters that the output's
        encoding lacks are escaped too, and what is an order to GitHub Actions anywhere in a line."""
        text = escape(text).replace("##[", r"#\x23[")
        if self._encoding is None or text.isascii():
            return text
        return text.encode(self._encoding, "backslashreplace").decode(self._encoding)

    def show_path(self, path: str) -> str:
        """The same for a path at the start of a line, which may look like another order to GitHub Actions."""
        return self.show(f"./{path}" if path.startswith("::") else path)

    def show_message(self, text: str) -> str:
        """The same for a message or a hint. Of a very long one the middle is left out, since what is
        wrong stands at its start or its end."""
        if len(text) > _LONGEST_MESSAGE:
            half = _LONGEST_MESSAGE // 2
            return f"{self.show(text[:half])} {self.ellipsis} {self.show(text[-half:])}"
        return self.show(text)

    def paint(self, color: str, text: str) -> str:
        """The text in a colour, where there are colours."""
        return f"\x1b[{color}m{text}\x1b[0m" if self._color else text
