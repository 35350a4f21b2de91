from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Scalar, Sequence, resolved
from mdlint.rule import Needs, Rule

_FORMS = (
    r"(?:\S*/)?\[object [A-Z]\w*\](?:[\s,;/|-]*\[object [A-Z]\w*\])*(?:/\S*|\.\w+)?",
    r"undefined(?:[\s,;/|-]+(?:undefined|null|NaN))+",
    r"NaN年.*|Invalid Date",
    r"<class '[\w.]+'>|<built-in (?:function|method) .*>|<[a-z_A-Z][\w. ]* (?:at|of) .*0x[0-9a-fA-F]+>+|#<[A-Z][\w:]*:0x[0-9a-f]+.*>",
    r"datetime\.(?:datetime|date)\(\d+, *\d+, *\d+.*\)",
    r"(?:async )?function\b.*\{\s*\[native code\]\s*\}",
    r"System\.(?:Collections\.|Object\b|String\[\])\S*|(?:\[L)?java\.lang\.\w+;?@[0-9a-f]{4,}",
    r"<nil>|%!\w\(.*\)|map\[(?:[\w-]+:\S+ ?)+\]",
)
_HEAD = (
    "[object", "undefined", "nan年", "invalid", "<class", "<built-in", "0x", "datetime.", "[native", "system.", "java.lang",
    "<nil>", "%!", "map[",
)  # fmt: skip


class StringifiedObject(Rule):
    """A value is what a program prints of an object that it cannot print: `[object Object]`, `Invalid Date`.

    A script put a whole object, or nothing, where it meant one of its fields; readers see the program's
    words. The whole value counts, so that a page about `[object Object]` is safe. A single `undefined` or
    `None` is for *null-like-string*, a printed list for *stringified-collection*.

    ## Bad
    ```md
    ---
    title: Rye bread
    author: "[object Object]"
    image: "/images/[object Object].png"
    date: Invalid Date
    ---
    ```

    ## Good
    ```md
    ---
    title: Why it says [object Object], and what to do
    author: Ada Lindqvist
    tags: [undefined]
    ---
    ```
    """

    severity = "error"

    def needs(self) -> Needs:
        return Needs(head=_HEAD)

    def check(self, doc: Document) -> Iterator[Finding]:
        pattern = "|".join(_FORMS)
        for scalar in doc.leaves:
            if isinstance(scalar.value, str) and re.fullmatch(pattern, scalar.text.strip(), re.DOTALL):
                yield from _finding(doc, doc.path_of(scalar), scalar.text)
            elif scalar.text.startswith("object ") and (path := _list_around(doc, scalar)):
                yield from _finding(doc, path, f"[{scalar.text}]")


def _finding(doc: Document, path: KeyPath, text: str) -> Iterator[Finding]:
    if not doc.is_template:
        yield Finding(
            path,
            f"`{format_key_path(path)}` is what a program prints of an object: `{shortened(text)}`",
            hint="write the text that was meant, and have the script take it out of the object",
        )


def _list_around(doc: Document, scalar: Scalar) -> KeyPath:
    """The key path of a value `[object Object]` without quotes, which YAML reads as a list."""
    path = doc.path_of(scalar)
    node = doc.node(path[:-1])
    above = resolved(node) if node is not None else None
    is_alone = isinstance(above, Sequence) and above.flow and len(above.items) == 1
    return path[:-1] if is_alone and re.fullmatch(r"object [A-Z]\w*", scalar.text) else ()
