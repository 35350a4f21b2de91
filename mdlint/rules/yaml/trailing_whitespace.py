from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Node, Scalar, Sequence
from mdlint.regex import regex
from mdlint.rule import Needs, Rule

_BLANK_BEFORE_END = regex(r"[\r\n](?<=[ \t].)", re.DOTALL)
"""A line end with a blank before it: there are far fewer line ends than blanks."""
_SPACE = regex(r"[ \t\r\n]+")
_BLOCKS = ("|", ">")
_START = attrgetter("start")
_FENCES = ("---", "+++", "...")


class TrailingWhitespace(Rule):
    r"""Lines of the front matter end in blanks.

    Readers drop them and nobody sees them; what they do is to turn up in every diff once an editor
    removes them. The blanks at the ends of lines in a block of text (`|`, `>`) are part of the text
    and are left alone. A file gets one finding, however many of its lines end so.

    ## Bad
    ```md escapes
    ---
    title: Rye bread\x20
    author:\x20
    ---
    ```

    ## Good
    ```md escapes
    ---
    title: Rye bread
    recipe: |
      Mix flour and water.\x20\x20
      Let it rest.
    ---
    ```
    """

    severity = "info"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(head=(" \n", "\t\n", "\r"))

    def check(self, doc: Document) -> Iterator[Finding]:
        found = list(_trailing(doc))
        if found:
            edits = tuple(Edit(*place, "") for place in found)
            yield Finding(
                doc.span(*found[0]),
                "this line ends in blanks" if len(found) == 1 else f"{len(found)} lines end in blanks, this one first",
                "remove them",
                fix=Fix("remove the blanks at the ends of lines", edits, safe=True),
            )


def _trailing(doc: Document) -> Iterator[tuple[int, int]]:
    """The places of blanks at the ends of lines, but for those inside a value and those of `tab-character`."""
    if doc.front_matter is None or doc.root is None:
        return
    text = doc.text
    first, last = doc.front_matter.fences.content
    scalars: list[Scalar] = []
    for match in _BLANK_BEFORE_END.finditer(text, first, last):
        scalars = scalars or sorted(_scalars(doc.root), key=_START)
        start = end = match.start()
        while start > first and text[start - 1] in " \t":
            start -= 1
        is_tab = doc.front_matter.format == "yaml" and "\t" in text[start:end]
        is_fence = text[max(start - 3, 0) : start] in _FENCES
        above = bisect_left(scalars, end, key=_START)
        is_inside = above > 0 and end <= _end(text, scalars[above - 1])
        if not is_tab and not is_fence and not is_inside:
            yield start, end


def _scalars(root: Mapping) -> list[Scalar]:
    """The keys and the single values as they are written, in no order."""
    found: list[Scalar] = []
    stack: list[Node] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            found.append(node)
        elif isinstance(node, Mapping):
            for key, value in node.entries:
                stack += key, value
        elif isinstance(node, Sequence):
            stack += node.items
    return found


def _end(text: str, value: Scalar) -> int:
    """Where a value ends; that of a block, with the blanks and line ends at its end, which may be part of it."""
    if value.style not in _BLOCKS:
        return value.end
    rest = _SPACE.match(text, value.end)
    return rest.end() if rest else value.end
