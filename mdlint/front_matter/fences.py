"""Find the front matter's fences in a text.

Which fences are meant follows the readers in use: Jekyll, Hugo, Astro and gray-matter take `---`
on the first line; `...` closes it for Jekyll and Pandoc; `+++` is Hugo's and Zola's TOML, `{` Hugo's
JSON. A `---` that a blank line follows is a thematic break.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Format: TypeAlias = Literal["yaml", "toml", "json"]

_OPEN = re.compile(r"(---|\+\+\+)[ \t]*(\r\n|\n|\r)")
_CLOSE_YAML = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_CLOSE_TOML = re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)")
_LEADING_BLANK = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))+(?=(?:---|\+\+\+)[ \t]*[\r\n])")
_BLANK_LINE = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_LOOKS_LIKE_FIELD = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[\w$\"'.-][^\r\n:=]{0,60}[:=](?:[ \t\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class Fences:
    """Offsets into the text, in code points, ends exclusive. `close` is None when it is missing."""

    format: Format
    open: tuple[int, int]
    content: tuple[int, int]
    close: tuple[int, int] | None
    body: int


def find_fences(text: str) -> Fences | None:
    """The fences of the text's front matter, or None when it has none."""
    if text.startswith("{"):
        return _json(text)
    start = 0
    opening = _OPEN.match(text)
    if opening is None:
        blank = _LEADING_BLANK.match(text)
        if blank is None:
            return None
        start = blank.end()
        opening = _OPEN.match(text, start)
        if opening is None:
            return None
    toml = opening[1] == "+++"
    content = opening.end()
    fence = (start, start + 3)
    closing = (_CLOSE_TOML if toml else _CLOSE_YAML).search(text, content)
    field_follows = _LOOKS_LIKE_FIELD.match(text, content) is not None
    if closing is None:
        if not field_follows:
            return None
        return Fences("toml" if toml else "yaml", fence, (content, len(text)), None, len(text))
    if not toml and not field_follows and _BLANK_LINE.match(text, content):
        return None
    line_end = _LINE_END.match(text, closing.end())
    return Fences(
        "toml" if toml else "yaml",
        fence,
        (content, closing.start()),
        (closing.start(), closing.start() + 3),
        line_end.end() if line_end else closing.end(),
    )


def _json(text: str) -> Fences | None:
    """Hugo reads a file that starts with `{` as JSON up to the matching brace."""
    if not re.match(r"\{\s*[\"}]", text):
        return None
    end = len(text)
    return Fences("json", (0, 1), (0, end), None, end)
