from __future__ import annotations

from collections.abc import Container, Iterator

from mdlint.diagnostic import NOWHERE, Edit, Finding, Fix
from mdlint.document import Document
from mdlint.rule import Needs, Rule

_FIX = Fix("remove the byte-order mark", (Edit(-1, 0, ""),), safe=True)


class ByteOrderMark(Rule):
    r"""The file starts with a byte-order mark in front of its front matter.

    Some editors on Windows write those three bytes, which nobody sees. A reader that looks for `---` as
    the very first characters finds none: scripts in Python, such as python-frontmatter, then take the
    whole front matter for text of the page. UTF-8 needs no such mark.

    ## Bad
    ```md escapes
    \xef\xbb\xbf---
    title: Rye bread
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    ---
    ```
    """

    severity = "warning"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(look=_marked)

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.has_bom and doc.front_matter is not None:
            yield Finding(
                NOWHERE,
                "a byte-order mark stands in front of the front matter",
                "save the file as UTF-8 without it",
                fix=_FIX,
            )


def _marked(doc: Document) -> Container[str]:
    return ("byte-order-mark",) if doc.has_bom else ()
