"""The Markdown below the front matter, as blocks with their places, from a CommonMark parser.

Offsets are code points into the whole file's text; pulldown-cmark counts UTF-8 bytes of the body.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyromark

from mdlint.named import NamedTuple
from mdlint.regex import regex

_MARKDOWN = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_LONE_CR = regex(r"\r(?!\n)")
_BREAKS = ("SoftBreak", "HardBreak")
_SEEN = ("Code", "InlineHtml")
_INNER_BLOCKS = ("Item", "Paragraph", "TableCell")


class Block(NamedTuple):
    """A top-level block, from its first character to its last that is not white space.

    `kind` is CommonMark's name in lower case (`paragraph`, `codeblock`, `list`…); `level` is a
    heading's 1 to 6, else 0; `text` is what a reader sees, inline HTML as written, with a line end
    between lines, items and paragraphs.
    """

    kind: str
    start: int
    end: int
    level: int
    text: str


def read_blocks(text: str, start: int, end: int | None = None) -> list[Block]:
    """The top-level blocks of `text[start:end]`, in order."""
    body = text[start:end]
    if "\r" in body:  # a CR alone ends a line in CommonMark, but not everywhere in pulldown-cmark
        body = _LONE_CR.sub("\n", body)
    offset = start.__add__ if body.isascii() else _code_points(body, start)
    blocks: list[Block] = []
    depth = level = first = 0
    kind = ""
    seen: list[str] = []
    see = seen.append
    events: Any = _MARKDOWN.events_with_range(body)
    for event, place in events:
        if type(event) is str:
            if event in _BREAKS:
                see("\n")
            elif depth == 0:
                first = offset(place["start"])
                blocks.append(Block("rule", first, _trimmed(text, offset(place["end"])), 0, ""))
        elif "Text" in event:
            see(event["Text"])
        elif "Start" in event:
            tag = event["Start"]
            if depth == 0:
                first = place["start"]
                if type(tag) is str:
                    kind, level = tag, 0
                else:
                    kind = next(iter(tag))
                    level = int(tag[kind]["level"][1]) if kind == "Heading" else 0
                seen.clear()
            elif seen and (tag if type(tag) is str else next(iter(tag))) in _INNER_BLOCKS:
                see("\n")
            depth += 1
        elif "End" in event:
            depth -= 1
            if depth == 0:
                start = offset(first)
                end = _trimmed(text, offset(place["end"]))
                blocks.append(Block(kind.lower(), start, end, level, "".join(seen)))
        else:
            name, value = next(iter(event.items()))
            if name in _SEEN:
                see(value)
    return blocks


def may_end_in_code(text: str, start: int) -> bool:
    """Whether the last block of `text[start:]` may be code; this takes a fifth of the time that reading the blocks does."""
    return _MARKDOWN.html(_LONE_CR.sub("\n", text[start:])).endswith("</code></pre>\n")


class Link(NamedTuple):
    """A link or a picture with its address behind it, `[text](target)`, from its first character to its last."""

    is_image: bool
    start: int
    end: int
    target: str
    text: str


def read_links(text: str, start: int) -> list[Link]:
    """The inline links and pictures in `text[start:]`, in order; what stands in code is none."""
    body = text[start:]
    if "\r" in body:
        body = _LONE_CR.sub("\n", body)
    offset = start.__add__ if body.isascii() else _code_points(body, start)
    links: list[Link] = []
    opened: list[tuple[dict[str, str], list[str]]] = []
    events: Any = _MARKDOWN.events_with_range(body)
    for event, place in events:
        if type(event) is str:
            continue
        name, tag = next(iter(event.items()))
        if name == "Start" and type(tag) is dict and ("Link" in tag or "Image" in tag):
            opened.append((next(iter(tag.values())), []))
        elif name == "End" and tag in ("Link", "Image"):
            link, seen = opened.pop()
            if link["link_type"] == "Inline":
                first = offset(place["start"])
                links.append(Link(tag == "Image", first, offset(place["end"]), link["dest_url"], "".join(seen)))
        elif opened and (name == "Text" or name in _SEEN):
            opened[-1][1].append(tag)
    return links


def read_code(text: str, start: int) -> list[tuple[int, int]]:
    """Where code stands in `text[start:]`, blocks and spans, in order."""
    body = text[start:]
    if "\r" in body:
        body = _LONE_CR.sub("\n", body)
    offset = start.__add__ if body.isascii() else _code_points(body, start)
    events: Any = _MARKDOWN.events_with_range(body)
    return [
        (offset(place["start"]), offset(place["end"]))
        for event, place in events
        if type(event) is dict
        and ("Code" in event or (type(event.get("Start")) is dict and "CodeBlock" in event["Start"]))
    ]


def _trimmed(text: str, end: int) -> int:
    while text[end - 1] in " \t\r\n":
        end -= 1
    return end


def _code_points(body: str, start: int) -> Callable[[int], int]:
    """What turns byte offsets into code points; asked in rising order it reads the body once."""
    data = body.encode()
    byte, point = 0, start

    def code_point(at: int) -> int:
        nonlocal byte, point
        low, high = min(at, byte), max(at, byte)
        passed = len(data[low:high].decode())
        point += passed if at >= byte else -passed
        byte = at
        return point

    return code_point
