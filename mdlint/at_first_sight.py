"""What can be told of Markdown without reading it, which costs more than all rules together."""

from __future__ import annotations

import re
from collections.abc import Callable

from mdlint.regex import regex

UNKNOWN = -1
"""Where only reading the Markdown can tell."""
_HTML = regex(r"\n {0,3}<")
_LONG_HTML = regex(r"\n *+<(?:[!?]|(?:pre|script|style|textarea)\b)", re.IGNORECASE)
"""Other HTML ends at a blank line, and so does this in the middle of a line."""
_IN_LIST = regex(r"\n(?: {4}|\t)[ \t]*(?:```|~~~)[^\n]*")
"""A fence that is one only in a list, if at all."""
_BACKTICKS = regex(r"```([^\n]*+)")
_FENCE = regex(r"\n([ \t>]*+)(```+|~~~+)([^\n]*+)")
"""A fence, with what stands before and behind it."""
_INNER_FENCE = regex(r"\n(?:[ \t>*+.)\d-]|\[\^[^\]\n]*+\]:)++(?:```|~~~)")
"""What may be a fence in a list, a quotation or a footnote."""


def is_heading_certain(text: str, start: int, at: int) -> bool:
    """Whether nothing in the body from `start` on can hide that a line which starts with `#` at `at` is a heading."""
    above = f"\n{text[start:at]}"
    if "\r" in above or not _are_closed(above):
        return False
    return not _is_outside_code(_has_html, above)


def is_in_code(text: str, start: int, at: int) -> bool:
    """Whether a line at `at` in the body from `start` on is certainly inside fenced code that nothing closes above it."""
    fence = unclosed_fence(text[start:at])
    return fence is not None and fence != UNKNOWN


def paragraphs_around(text: str, start: int, first: int, last: int) -> tuple[int, int]:
    """The offsets from which and up to which a body from `start` on must be read to know what stands at `first` and
    at `last`: paragraphs, where nothing else can be meant, nothing, where they are code, else all of it."""
    top = text.rfind("\n\n", start, first) + 2
    end = text.find("\n\n", last)
    whole = start, len(text)
    if top < 2 or end < 0:
        return whole
    # An indented line may be code, or go on with a list.
    lines = text[top - 1 : end]
    if "\n " in lines or "\n\t" in lines or _may_hide(lines):
        return whole
    above = f"\n{text[start:top]}"
    if "\r" in above:
        return whole
    if not _are_closed(above):
        fence = unclosed_fence(above)
        if fence is not None:
            return whole if fence == UNKNOWN else (top, top)
        # What a list holds ends with it, and it does here.
        above = _IN_LIST.sub("\n", above)
        if not _are_closed(above):
            return whole
    return whole if _is_outside_code(_begins_long_html, above) else (top, end)


def unclosed_fence(text: str) -> int | None:
    """The offset of the fence inside whose code a text ends; None where it ends in no code, or in code inside a list
    or a quotation, and `UNKNOWN`."""
    text = f"\n{text}"
    if _are_closed(text):
        return None
    opened: re.Match[str] | None = None
    is_certain = True
    outside: list[str] = []
    at = 0
    for fence in _FENCE.finditer(text):
        before, marks, behind = fence.groups()
        # A list or a quotation that ends closes the fences in it. The parser takes no tab behind a closing fence.
        if opened is None:
            if "`" not in behind or marks[0] == "~":
                opened = fence
                outside.append(text[at : fence.start()])
                is_certain = is_certain and not before
        elif marks.startswith(opened[2]) and not behind.strip(" \t\r"):
            opened = None
            at = fence.end()
            is_certain = is_certain and not before and "\t" not in behind
    if opened is None:
        if "````" not in text and "~~~" not in text:
            return None
        is_certain = is_certain and not _INNER_FENCE.search(text, at)
    # What stands inside code hides nothing.
    if not is_certain or "\r" in text or any(map(_may_hide_fence, outside)):
        return UNKNOWN
    return None if opened is None else opened.start(2) - 1


def _may_hide_fence(above: str) -> bool:
    """Whether a fence at the beginning of a line may be none because of what stands above it, or may close another one."""
    if _INNER_FENCE.search(above):
        return True
    return _has_html(above[above.rfind("\n\n") + 1 :]) or _begins_long_html(above)


def _are_closed(text: str) -> bool:
    """Whether a text, which starts with a line end, has only fences of three backticks at the beginnings of lines, and
    every second one closes one."""
    # A single character is found in a tenth of the time that three take.
    if "~" in text and "~~~" in text:
        return False
    is_open = False
    for fence in _BACKTICKS.finditer(text) if "`" in text else ():
        behind = fence[1]
        if text[fence.start() - 1] != "\n" or (behind.strip("\r") if is_open else "`" in behind):
            return False
        is_open = not is_open
    return not is_open


def _is_outside_code(html: Callable[[str], bool], text: str) -> bool:
    """Whether a text whose fences are closed holds such HTML, which is but text inside fenced code."""
    return html(text) and any(map(html, text.split("\n```")[::2]))


def _begins_long_html(text: str) -> bool:
    """Whether HTML that goes on behind a blank line begins one of the lines."""
    return "<" in text and _LONG_HTML.search(text) is not None


def _may_hide(lines: str) -> bool:
    """Whether lines hold what may make code, or HTML, of a line that looks like a heading or a paragraph."""
    return "\r" in lines or "```" in lines or "~~~" in lines or _has_html(lines)


def _has_html(lines: str) -> bool:
    return "<" in lines and _HTML.search(lines) is not None
