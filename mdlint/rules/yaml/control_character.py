from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, KeyPath, Severity, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule

_UNSEEN = re.compile("[\0-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029]")
_ESCAPE = re.compile(r"\\(?:x(..)|u(....)|U(.{8})|(\r\n|.))", re.DOTALL)
_IN_A_NAME = re.compile(r"[A-Za-z]\\_[A-Za-z]")
_MEANS = {
    "a": "a bell", "b": "a backspace", "e": "an escape character", "f": "a form feed", "t": "a tab", "\t": "a tab",
    "v": "a vertical tab", "r": "a carriage return", "0": "a NUL character", "N": "a line break", "L": "a line break",
    "P": "a paragraph break", "_": "a no-break space",
}  # fmt: skip
"""What one letter behind a backslash stands for in double quotes; `n`, the line end, is mostly meant."""


class ControlCharacter(Rule):
    r"""A backslash in double quotes turned into a control character.

    Inside double quotes `\t` is a tab, `\b` a backspace, `\f` a form feed: of `"\to"` only a tab and "o"
    are left, and `"\beta"`, `"\frac"` or `"C:\new\report"` lose a letter without any error. Titles with
    formulas, paths of Windows and `snake\_case` are where it happens. Single quotes leave backslashes as
    they are. A `\n`, and a `\r` in front of it, is taken to be meant.

    ## Bad
    ```md
    ---
    title: "From $x \to y$"
    ---
    ```

    ## Good
    ```md
    ---
    title: 'From $x \to y$'
    subtitle: "From $x \\to y$"
    recipe: "Mix flour and water.\nLet it rest."
    ---
    ```
    """

    severity = "error"

    def needs(self) -> Needs:
        return Needs(head=("\\",))

    def check(self, doc: Document) -> Iterator[Finding]:
        for node in doc.leaves:
            if node.style == '"' and not node.text.isprintable() and _UNSEEN.search(node.text) and node.text.strip():
                yield from _first_escape(doc, doc.path_of(node), node)


def _first_escape(doc: Document, path: KeyPath, node: Scalar) -> Iterator[Finding]:
    for escape in _ESCAPE.finditer(doc.text, node.start, node.end):
        digits = escape[1] or escape[2] or escape[3]
        if digits is None:
            known = _MEANS.get(escape[4])
            if known is None or (escape[4] == "r" and doc.text.startswith("\\n", escape.end())):
                continue
            if escape[4] == "_" and not _IN_A_NAME.match(doc.text, escape.start() - 1):
                continue
        elif _UNSEEN.match(chr(int(digits, 16))) and int(digits, 16) != 0xA0:
            known = f"the control character U+{int(digits, 16):04X}"
        else:
            continue
        # Programs write a no-break space so, too.
        severity: Severity | None = "warning" if escape[4] == "_" else None
        is_json = doc.front_matter is not None and doc.front_matter.format == "json"
        yield Finding(
            doc.span(*escape.span()),
            f"`{escape[0]}` in `{format_key_path(path)}` is read as {known}",
            "write two backslashes if a backslash is meant"
            + ("" if is_json else ", or use single quotes around the value"),
            severity=severity,
        )
        return
