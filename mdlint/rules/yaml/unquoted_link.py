from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.values import Node, Scalar, Sequence
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import entries

_NO_LINKS = frozenset(("tags", "tag"))
_LISTS = _NO_LINKS | {"categories", "category", "keywords", "authors", "aliases"}
"""Fields in which double brackets may be two too many."""


class UnquotedLink(Rule):
    """A link to a note, `[[Note]]`, has no quotes.

    For YAML brackets are a list, so that `[[Note]]` is a list in a list: Obsidian shows no link, and other programs find
    no text. In vaults of Obsidian each value counts that is nothing but one link; elsewhere, where no schema and no
    generator says what the field is, only a field's whole value does.

    ## Bad
    ```md config="generator = 'obsidian'"
    ---
    up: [[Bread]]
    related:
      - [[Rye|the rye]]
    ---
    ```

    ## Good
    ```md config="generator = 'obsidian'"
    ---
    up: "[[Bread]]"
    related:
      - "[[Rye|the rye]]"
    at: [[1, 2], [3, 4]]
    ---
    ```
    """

    severity = "warning"
    severity_unscoped = "info"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(head=("[[",), formats=("yaml",))

    def applies(self, doc: Document, has_schema: bool) -> bool:
        return doc.generator == "obsidian" or (doc.generator is None and not has_schema)

    def check(self, doc: Document) -> Iterator[Finding]:
        is_vault = doc.generator == "obsidian"
        if doc.is_template and not is_vault:
            return
        inside: list[KeyPath] = []
        for path, _, node in entries(doc):
            if path[:-1] in inside or path[0] in (_NO_LINKS if is_vault else _LISTS):
                continue
            link = _link(doc, node, is_vault=is_vault)
            if link is None or not (is_vault or isinstance(path[-1], str)):
                continue
            inside += [path, (*path, 0)]
            quoted = in_quotes(link)
            # A schema may speak of the whole list.
            around = () if isinstance(path[-1], str) else (path[:-1],)
            yield Finding(
                path,
                f"`{format_key_path(path)}` is a link without quotes, which YAML takes for a list in a list",
                hint=f"write `{shortened(quoted)}`",
                fix=Fix("put quotes around the link", (doc.edit(path, quoted),), safe=is_vault),
                related=((*path, 0), (*path, 0, 0), *around),
            )


def _link(doc: Document, node: Node, *, is_vault: bool) -> str | None:
    """The source of a value that is `[[…]]` on one line with a single thing in it."""
    inner = _only_item(node)
    if inner is None or (thing := _only_item(inner)) is None:
        return None
    source = doc.text[node.start : node.end]
    is_text = isinstance(thing, Scalar) and not thing.style and (is_vault or isinstance(thing.value, str))
    if not is_text or source[:2] != "[[" or source[-2:] != "]]" or "\n" in source or "\r" in source:
        return None
    return source if source[2:-2].strip() and "," not in source else None


def _only_item(node: Node) -> Node | None:
    """The item of a list in brackets that has no other one."""
    return node.items[0] if isinstance(node, Sequence) and node.flow and len(node.items) == 1 else None
