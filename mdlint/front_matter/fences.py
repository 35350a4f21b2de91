"""Find the front matter's fences in a text.

Which fences are meant follows the readers in use: Jekyll, Hugo, Astro and gray-matter take `---`
on the first line; `...` closes it for Jekyll and Pandoc; `+++` is Hugo's and Zola's TOML, `{` Hugo's
JSON. A `---` that a blank line follows, or that no other one closes, is a thematic break unless
fields stand below it.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from mdlint.named import NamedTuple
from mdlint.regex import regex

Format: TypeAlias = Literal["yaml", "toml", "json"]

OPEN = regex(r"(---|\+\+\+)[ \t]*+(?:\r\n|\n|\r)")
_REST_OF_FENCE = regex(r"[ \t]*+(?:\r\n|\n|\r|\Z)")
_BLANK_LINES = regex(r"(?:[ \t]*+(?>\r\n|\n|\r))++")
_JSON = regex(r"\{\s*+[\"}]")
_CLOSING: dict[Format, tuple[str, ...]] = {
    # Jekyll takes the first of `---` and `...`. A lone CR ends lines in old Macintosh files.
    "yaml": ("\n---", "\r---", "\n...", "\r..."),
    "toml": ("\n+++", "\r+++"),
}

# What tells fields from a sentence with a colon in it: a name in lower case, or a second one.
_NAME = r"(?:\"[^\"\r\n]{1,60}\"|'[^'\r\n]{1,60}'|[\w$@][\w$@./ -]{0,60}?)"
_SET = r"[ \t]*+(?:[:=](?![^ \t\r\n])|=(?=[\"'\[{\d]))"
_REST = r"[^\r\n]*+(?>\r\n|\n|\r)"
_COMMENTS = r"(?:[ \t]*+#[^\r\n]*+(?>\r\n|\n|\r))*+"
_BLANKS = r"(?:[ \t]*+(?:#[^\r\n]*+)?[\r\n])*+"
_LOWER = rf"[a-z][\w-]{{0,60}}+{_SET}"
_TWO = rf"{_NAME}{_SET}{_REST}{_COMMENTS}{_NAME}{_SET}"
FIELDS = regex(rf"{_BLANKS}(?:{_LOWER}|{_TWO})")
FIELDS_AT_ONCE = regex(rf"{_COMMENTS}{_LOWER}|{_BLANKS}{_TWO}")

GOES_ON = regex(rf"[ \t]+\S|- |{_LOWER}")
"""How the text right below a fence starts if that was not meant to close the front matter."""

UNCLOSED = frozenset(("unterminated-front-matter", "yaml-syntax", "toml-syntax", "multiple-documents"))
"""Problems that may come from a closing fence which is none."""


class Fences(NamedTuple):
    """Offsets into the text, in code points, ends exclusive. `close` is None when it is missing."""

    format: Format
    open: tuple[int, int]
    content: tuple[int, int]
    close: tuple[int, int] | None
    body: int


def find_fences(text: str) -> Fences | None:
    """The fences of the text's front matter, or None when it has none."""
    start = 0
    opening = OPEN.match(text)
    if opening is None:
        if _JSON.match(text):
            return Fences("json", (0, 1), (0, len(text)), None, len(text))
        blank = _BLANK_LINES.match(text)
        if blank is None:
            return None
        start = blank.end()
        opening = OPEN.match(text, start)
        if opening is None or not FIELDS.match(text, opening.end()):
            return None
    kind: Format = "toml" if opening[1] == "+++" else "yaml"
    fence = (start, start + 3)
    content = opening.end()
    closing = closing_after(text, content, kind)
    if closing is None:
        if not FIELDS_AT_ONCE.match(text, content):
            return None
        return Fences(kind, fence, (content, len(text)), None, len(text))
    close, body = closing
    blank = _BLANK_LINES.match(text, content) if kind == "yaml" else None
    if blank is not None and blank.end() < close and not FIELDS.match(text, content):
        return None
    return Fences(kind, fence, (content, close), (close, close + 3), body)


def closing_after(text: str, content: int, kind: Format) -> tuple[int, int] | None:
    """Where the closing fence starts, and where the line behind it does."""
    # A few searches for plain text cost a tenth of one for a regular expression.
    found: tuple[int, int] | None = None
    end = len(text)
    for fence in _CLOSING[kind]:
        if fence[0] == "\r" and text.find("\r", content - 1, end) < 0:
            continue
        at = text.find(fence, content - 1, end)
        while at >= 0:
            rest = _REST_OF_FENCE.match(text, at + 4)
            if rest is not None:
                found = at + 1, rest.end()
                end = at
                break
            at = text.find(fence, at + 4, end)
    return found
