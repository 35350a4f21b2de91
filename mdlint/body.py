"""The Markdown below the front matter, as blocks with their places, from a CommonMark parser.

Offsets are code points into the whole file's text; pulldown-cmark counts UTF-8 bytes of the body.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyromark

_MARKDOWN = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)


@dataclass(frozen=True, slots=True)
class Block:
    """A top-level block. `kind` is CommonMark's name in lower case (`paragraph`, `codeblock`, `list`…);
    `level` is a heading's 1 to 6, else 0; `text` is what a reader sees of a heading or paragraph."""

    kind: str
    start: int
    end: int
    level: int
    text: str


def read_blocks(text: str, start: int) -> list[Block]:
    """The top-level blocks of `text[start:]`, in order."""
    body = text[start:]
    data = body.encode("utf-8", "surrogatepass")
    is_ascii = len(data) == len(body)
    blocks: list[Block] = []
    depth = 0
    kind, level, first, last = "", 0, 0, 0
    seen: list[str] = []
    for event, place in _MARKDOWN.events_with_range(body):
        if isinstance(event, str):
            if depth == 0 and event == "Rule":
                blocks.append(Block("rule", place["start"], place["end"], 0, ""))
            elif event in ("SoftBreak", "HardBreak"):
                seen.append("\n")
        elif "Start" in event:
            depth += 1
            if depth == 1:
                tag = event["Start"]
                kind = tag if isinstance(tag, str) else next(iter(tag))
                level = int(tag["Heading"]["level"][1]) if isinstance(tag, dict) and "Heading" in tag else 0
                first, last = place["start"], place["end"]
                seen = []
        elif "End" in event:
            depth -= 1
            if depth == 0:
                blocks.append(Block(kind.lower(), first, last, level, "".join(seen)))
        else:
            seen.extend(value for name, value in event.items() if name in ("Text", "Code", "InlineHtml"))
    offset = (lambda at: start + at) if is_ascii else _code_points(data, start)
    return [Block(b.kind, offset(b.start), offset(b.end), b.level, b.text) for b in blocks]


class _code_points:  # noqa: N801 - used as a function
    """Turns rising byte offsets into code points in one pass over the data."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data = data
        self._byte = 0
        self._point = start

    def __call__(self, at: int) -> int:
        if at < self._byte:
            return self._point - len(self._data[at : self._byte].decode("utf-8", "surrogatepass"))
        self._point += len(self._data[self._byte : at].decode("utf-8", "surrogatepass"))
        self._byte = at
        return self._point
