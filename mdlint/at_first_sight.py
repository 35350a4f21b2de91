"""What can be told of Markdown without reading it, which costs more than all rules together."""

from __future__ import annotations

import re

from mdlint.regex import regex

_HIDING = ("```", "~~~", "\n<", "\n <", "\n  <", "\n   <", "\r")
"""What a body must hold for a line that starts with `#` not to be a heading."""
_LONG_HTML = regex(r"<(?:[!?]|(?:pre|script|style|textarea)\b)", re.IGNORECASE)
"""Other HTML ends at a blank line."""
_FENCE = regex(r"```([^\n]*)")


def is_heading_certain(text: str, start: int, at: int) -> bool:
    """Whether nothing in the body from `start` on can hide that a line which starts with `#` at `at` is a heading."""
    above = text[max(start - 1, 0) : at]
    return not (any(sign in above for sign in _HIDING) or text.startswith("<", start))


def paragraphs_around(text: str, start: int, first: int, last: int) -> tuple[int, int]:
    """The offsets from which and up to which a body from `start` on must be read to know what stands at `first` and
    at `last`: paragraphs, where nothing else can be meant, else all of it."""
    top = text.rfind("\n\n", start, first) + 2
    end = text.find("\n\n", last)
    whole = start, len(text)
    if top < 2 or end < 0:
        return whole
    above = text[max(start - 1, 0) : top]
    # An indented line may be code, or go on with a list.
    lines = text[top - 1 : end]
    if "\r" in above or "\n " in lines or "\n\t" in lines or any(sign in lines for sign in _HIDING):
        return whole
    return whole if _LONG_HTML.search(above) or may_end_in_code(above) else (top, end)


def may_end_in_code(text: str) -> bool:
    """Whether a text may end inside fenced code: false only where that is certain."""
    if "~~~" in text or "````" in text:
        return True
    fences = _FENCE.findall(text)
    is_open = False
    if len(fences) == text.count("\n```") + text.startswith("```"):
        if not any(fences[1::2]) and not any("`" in rest for rest in fences):
            return len(fences) % 2 == 1
        for rest in fences:
            if not is_open:
                is_open = "`" not in rest
            elif not rest or rest.isspace():
                is_open = False
        return is_open
    for line in text.split("\n"):
        if "```" in line and (fence := line.lstrip(" \t>")).startswith("```"):
            if not is_open:
                is_open = "`" not in fence[3:]
            elif not fence[3:].strip():
                is_open = False
    return is_open
