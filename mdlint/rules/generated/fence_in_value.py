from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.generated import is_plain_text, replaced, values

_FENCED = re.compile(
    r"\s*(```+|~~~+)[ \t]*(?:([a-zA-Z]+)[ \t]*(?:\r?\n|\Z)|\r?\n|(?=[^`\n]))(.*?)(?:\1\s*)?\Z", re.DOTALL
)


class FenceInValue(Rule):
    """A title, a description or a list of tags stands in a code fence.

    Language models put their answers into fences, and scripts write them down with the backticks, which
    pages, feeds and search results then show. Fields meant for Markdown or code may hold fences.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: "```How to bake rye bread```"
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread in `bash`
    example: |
      ~~~sh
      bake --rye
      ~~~
    ---
    ```
    """

    severity = "warning"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(head=("```", "~~~"))

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, scalar, match in values(doc, _FENCED.match):
            if is_plain_text(path):
                inside = match[3].strip()
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` stands in a code fence",
                    "remove the fence",
                    fix=replaced(doc, scalar, inside, "remove the fence", safe=True),
                )
