from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Node, Scalar, children, resolved
from mdlint.rule import Needs, Rule
from mdlint.rules.values import may_be_padded

_FIELDS = (
    "title", "subtitle", "linkTitle", "sidebar_label", "description", "summary", "excerpt", "author", "authors", "name",
    "slug", "permalink", "layout", "lang", "tags", "categories", "category", "keywords", "cover", "image", "meta",
)  # fmt: skip
_INNER = re.compile(r"  (?<=[^\s.!?:;…\u3002\uff01\uff1f]  ) *(?=\S)")
"""Two spaces behind the end of a sentence are a custom. The pattern begins with what is looked for, which is quick."""


class PaddedValue(Rule):
    """A text begins or ends with a space, or has two in a row.

    Pages do not show such spaces, but comparisons see them: the tag `bread ` is another one than `bread`
    and has a page of its own, and an address with a space at its end leads nowhere.

    ## Bad
    ```md
    ---
    title: ' Rye  bread'
    tags: ["bread "]
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    description: How to bake rye bread.  It takes two days.
    separator: ' | '
    ---
    ```

    ## Options
    - `fields`: the fields that are looked at, with the lists and mappings in them.
    """

    severity = "info"
    fixable = "safe"
    fields: tuple[str, ...] = _FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, value=may_be_padded)

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.is_template:  # `title: "[Bug] "` is how a text begins that somebody will write
            return
        for path, node in doc.fields(self.fields):
            for at, text in _padded(path, node):
                stripped = text.strip(" ")
                wanted = _INNER.sub(" ", stripped)
                if wanted == text or not wanted or "\n" in text:
                    continue
                edit = doc.rewrite(at, wanted)
                yield Finding(
                    at,
                    f"`{format_key_path(at)}` {_what(text, stripped)}",
                    hint="write single spaces between words only",
                    fix=None if edit is None else Fix("remove the spaces", (edit,), safe=True),
                )


def _padded(path: KeyPath, node: Node) -> list[tuple[KeyPath, str]]:
    """The texts with too many spaces, perhaps, of a field that is text, or a list or a mapping of some."""
    if isinstance(node, Scalar):
        return [(path, node.text)] if _is_padded(node) else []
    found = []
    for part, child in children(node):
        below = resolved(child)
        if isinstance(below, Scalar):
            if _is_padded(below):
                found.append(((*path, part), below.text))
        elif isinstance(below, Mapping):
            found += _padded((*path, part), below)
    return found


def _is_padded(scalar: Scalar) -> bool:
    # Blocks are prose, and end as their indicator says.
    return may_be_padded(scalar.text) and isinstance(scalar.value, str) and scalar.style not in ("|", ">")


def _what(text: str, stripped: str) -> str:
    if text == stripped:
        return "has several spaces in a row"
    if text.startswith(stripped):
        return "ends with a space"
    return "begins with a space" if text.endswith(stripped) else "begins and ends with a space"
