from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import entries

_BLANKS = re.compile(r"[ \t]+(?=[\r\n])")
_SPACE = re.compile(r"[ \t\r\n]+")
_BLOCKS = ("|", ">")
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
        head = doc.head
        if not (" \n" in head or "\t\n" in head or ("\r" in head and _BLANKS.search(head))) or doc.root is None:
            return
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
    assert doc.front_matter is not None  # there is a root
    values = [node for _, key, value in entries(doc) for node in (key, value) if isinstance(node, Scalar)]
    starts = sorted(value.start for value in values)
    ends = [_end(doc, value) for value in sorted(values, key=lambda value: value.start)]
    for match in _BLANKS.finditer(doc.text, *doc.front_matter.fences.content):
        is_tab = doc.front_matter.format == "yaml" and "\t" in match[0]
        is_fence = doc.text[max(match.start() - 3, 0) : match.start()] in _FENCES
        above = bisect_left(starts, match.end())
        is_inside = above > 0 and match.end() <= ends[above - 1]
        if not is_tab and not is_fence and not is_inside:
            yield match.span()


def _end(doc: Document, value: Scalar) -> int:
    """Where a value ends; that of a block, with the blanks and line ends at its end, which may be part of it."""
    if value.style not in _BLOCKS:
        return value.end
    rest = _SPACE.match(doc.text, value.end)
    return rest.end() if rest else value.end
