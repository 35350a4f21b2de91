from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.generated import is_plain_text, replaced, values
from mdlint.rules.values import may_be_marked_up

_MARKED = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]+(?!\d)(?P<heading>\S[^\r\n]*?)(?:[ \t]+#+)?|\*\*(?P<bold>[^*\r\n]+)\*\*:?)\s*\Z"
)


class MarkdownInValue(Rule):
    """A title, a description or a tag is marked up as a heading or as bold.

    Pages, feeds and search results show such fields as they stand, stars and number signs included.
    Mostly a script took the line out of a Markdown document. Only a value that is marked up as a whole
    counts: emphasis and code inside a title may be meant.

    ## Bad
    ```md
    ---
    title: '**Rye bread**'
    ---
    ```

    ```md
    ---
    title: "# Rye bread"
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread is **not** hard
    tags: [C#, '#bread', '# 1']
    ---
    ```
    """

    severity = "warning"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(value=may_be_marked_up)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, scalar, match in values(doc, _MARKED.match, ("**", "#", " ", "\t")):
            if is_plain_text(path):
                what = "a Markdown heading" if match["heading"] else "marked up as bold"
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is {what}",
                    "remove the marks",
                    fix=replaced(
                        doc, scalar, (match["heading"] or match["bold"]).strip(), "remove the marks", safe=True
                    ),
                )
