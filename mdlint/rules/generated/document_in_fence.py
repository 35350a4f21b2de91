from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.rule import Needs, Rule

_OPENING = re.compile(r"\s*?(?P<fence>(?P<marks>```+|~~~+)[ \t]*(?:markdown|md|mdx)[ \t]*)\r?\n", re.IGNORECASE)
_STARTS = ("```m", "```M", "~~~m", "``` m", "````m")


class DocumentInFence(Rule):
    """The whole text stands in a code fence for Markdown.

    The site shows the source instead of the text; where the front matter is inside the fence too, the
    page has none. Language models answer so, and scripts write the answer down as it is.

    ## Bad
    ````md
    ```markdown
    ---
    title: Rye bread
    ---
    Mix, wait, bake.
    ```
    ````

    ````md
    ---
    title: Rye bread
    ---
    ```markdown
    ## Rye bread

    Mix, wait, bake.
    ```
    ````

    ## Good
    ````md
    ---
    title: How to write a heading
    ---
    Write this:

    ```markdown
    ## Rye bread
    ```
    ````
    """

    severity = "error"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(opening=_STARTS)

    def check(self, doc: Document) -> Iterator[Finding]:
        text, start = doc.text, doc.body_start
        opening = _OPENING.match(text, start)
        if opening is None or doc.is_template:
            return
        end = len(text.rstrip())
        last = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
        if text[last:end].strip() != opening["marks"] or not _is_document(
            inside := text[opening.end() : last], opening["marks"]
        ):
            return
        edits = (Edit(opening.start("fence"), opening.end(), ""), Edit(opening.end() + len(inside), end, ""))
        yield Finding(
            doc.span(*opening.span("fence")),
            "the whole text stands in a code fence, so the site shows its source",
            "remove the fence's two lines",
            fix=Fix("remove the fence", edits, safe=True),
        )


def _is_document(inside: str, marks: str) -> bool:
    """Whether text is a document, and the fence around it the first and the last of pairs of fences."""
    if not (inside.lstrip().startswith(("---", "+++", "#")) or "\n#" in inside):
        return False
    is_open = False
    for line in inside.splitlines():
        stripped = line.strip()
        if stripped.startswith(marks):
            is_bare = not stripped.strip(marks[0])
            if is_bare != is_open:
                return False
            is_open = not is_open
    return not is_open
