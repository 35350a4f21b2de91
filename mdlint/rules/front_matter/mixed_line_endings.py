from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.rule import Rule

_LINE_END = re.compile(r"\r\n|\n|\r")
_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


class MixedLineEndings(Rule):
    r"""The lines of the file end in different ways.

    A file that was edited on Windows and on Linux may hold CRLF and LF. Readers cope, but every tool
    that rewrites the file changes lines nobody touched, and a lone CR hides a line from most editors.
    The rule is off by default, since git or an `.editorconfig` settles this in most projects.

    ## Bad
    ```md escapes
    ---
    title: Rye bread\r
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    ---
    ```
    """

    severity = "info"
    default = False
    fixable = "safe"

    def check(self, doc: Document) -> Iterator[Finding]:
        if "\r" not in doc.text:
            return
        ends = list(_LINE_END.finditer(doc.text))
        counts = dict.fromkeys(_NAMES, 0)
        for end in ends:
            counts[end[0]] += 1
        most = max(counts, key=lambda end: counts[end])  # of equals the first
        others = [end for end in ends if end[0] != most]
        if others:
            first = others[0]
            edits = tuple(Edit(*end.span(), most) for end in others)
            yield Finding(
                doc.span(first.start(), first.start()),
                f"this line ends in {_NAMES[first[0]]}, most of the file in {_NAMES[most]}",
                "let all lines end alike",
                fix=Fix(f"end every line in {_NAMES[most]}", edits, safe=True),
            )
