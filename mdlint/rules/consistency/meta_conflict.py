from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mdlint.diagnostic import Edit, Finding, Fix, KeyPath, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.consistency import keywords_of, names_of, plain
from mdlint.rules.tag import written


class MetaConflict(Rule):
    """An entry of `meta` contradicts the field of the same name.

    Search engines read the one, readers see the other; which of the two is right, nobody can
    tell from outside. Case, white space, order and a list against a comma text make no difference,
    nor does one of the two that says only a part of the other, or a name written in two ways.

    ## Bad
    ```md
    ---
    title: Rye bread
    author: Ada Lindqvist
    meta:
      - name: author
        content: Bo Ek
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    author: Ada Lindqvist
    keywords: [rye, bread]
    meta:
      - name: author
        content: ada lindqvist
      - name: keywords
        content: bread, rye
    ---
    ```

    ## Options
    - `fields`: the fields that are compared.
    """

    severity = "warning"
    fixable = "unsafe"
    fields: tuple[str, ...] = ("author", "keywords", "title", "description")

    def needs(self) -> Needs:
        return Needs(fields=("meta",))

    def check(self, doc: Document) -> Iterator[Finding]:
        entries = doc.data.get("meta")
        if not isinstance(entries, list):
            return
        names = [_name_of(entry) for entry in entries]
        for number, field in enumerate(names):
            if field in self.fields and field in doc.data:
                content, value = entries[number].get("content"), doc.data[field]
                if content != value and not _agree(field, content, value):
                    at = ("meta", number, "content")
                    yield Finding(
                        at,
                        f"`meta` gives `{_shown(content)}` as {field}, but `{field}` says `{_shown(value)}`",
                        hint="make both say the same, or remove one",
                        fix=_fix(doc, at, field, value) if names.count(field) == 1 else None,
                        related=((field,),),
                    )


def _name_of(entry: Any) -> str:
    name = entry.get("name") if isinstance(entry, dict) else None
    return name.strip().casefold() if isinstance(name, str) else ""


def _fix(doc: Document, path: KeyPath, field: str, value: Any) -> Fix | None:
    """Let the only entry of its name say what the field does, where that is one line of text."""
    text = ", ".join(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else value
    if not isinstance(text, str) or not text.strip() or not text.isprintable():
        return None
    node = doc.scalar(path)
    if node is None or node.style in ("|", ">") or node.start == node.end or doc.has_aliases:
        return None
    return Fix(f"write what `{field}` says", (Edit(node.start, node.end, written(doc, text.strip())),), safe=False)


def _agree(field: str, one: Any, other: Any) -> bool:
    if field == "author":
        names, others = names_of(one), names_of(other)
        return not names or not others or not names.isdisjoint(others)
    if field == "keywords":
        return keywords_of(one) <= keywords_of(other) or keywords_of(other) <= keywords_of(one)
    if not isinstance(one, str) or not isinstance(other, str):
        return True
    return plain(one) in plain(other) or plain(other) in plain(one)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return shortened(value, 40)
    items = value if isinstance(value, list) else [value]
    return shortened(", ".join(str(item.get("name")) if isinstance(item, dict) else str(item) for item in items), 40)
