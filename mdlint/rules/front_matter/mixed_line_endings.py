from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.rule import Rule

_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
_OTHERS = {
    "\n": re.compile(r"\r\n?"),
    "\r\n": re.compile(r"\r(?!\n)|(?<!\r)\n"),
    "\r": re.compile(r"\r?\n"),
}
"""Per line end, all others."""
_MOST_EDITS = 1000


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
        text = doc.text
        pairs = text.count("\r\n")
        counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
        most = max(counts, key=lambda end: counts[end])  # of equals the first
        first = _OTHERS[most].search(text)
        if first is not None:
            yield Finding(
                doc.span(first.start(), first.start()),
                f"this line ends in {_NAMES[first[0]]}, most of the file in {_NAMES[most]}",
                "let all lines end alike",
                fix=Fix(f"end every line in {_NAMES[most]}", _edits(text, most), safe=True),
            )


def _edits(text: str, most: str) -> tuple[Edit, ...]:
    """An edit for each line that ends otherwise; of very many lines, one edit for all."""
    others = list(islice(_OTHERS[most].finditer(text), _MOST_EDITS + 1))
    if len(others) <= _MOST_EDITS:
        return tuple(Edit(*end.span(), most) for end in others)
    start = others[0].start()
    return (Edit(start, len(text), text[start:].replace("\r\n", "\n").replace("\r", "\n").replace("\n", most)),)
