from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Rule
from mdlint.rules.yaml import entries

_FOLD = re.compile(r"(?<![ \t])[ \t]*+(?:\r\n|\n|\r)[ \t]*")


class FoldedPlainScalar(Rule):
    """A value without quotes goes on over several lines.

    YAML joins the lines with spaces. It works until one of them holds a colon and a space or ` #`, or
    loses its indentation; quotes, or `>-` on the first line, say that the text is meant to go on. The
    rule is off by default: many tools that write front matter break long lines so.

    ## Bad
    ```md
    ---
    description: How to bake rye bread
      in an oven that does not close.
    ---
    ```

    ## Good
    ```md
    ---
    description: >-
      How to bake rye bread
      in an oven that does not close.
    ---
    ```
    """

    severity = "info"
    default = False
    fixable = "safe"

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.front_matter is None or doc.front_matter.format != "yaml":
            return
        for path, _, node in entries(doc):
            if isinstance(node, Scalar) and not node.style and node.end > node.start:
                folds = list(_FOLD.finditer(doc.text, node.start, node.end))
                if folds:
                    yield Finding(
                        path,
                        f"`{format_key_path(path)}` goes on over {len(folds) + 1} lines without quotes",
                        "put it on one line, or write `>-` behind the colon",
                        fix=_joined(node, folds),
                    )


def _joined(node: Scalar, folds: list[re.Match[str]]) -> Fix | None:
    if "\n" in node.text:  # a blank line between is a line end in the text
        return None
    return Fix("put the value on one line", tuple(Edit(*fold.span(), " ") for fold in folds), safe=True)
