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
        for number, entry in enumerate(entries) if isinstance(entries, list) else ():
            if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
                continue
            field = entry["name"].strip().casefold()
            if field in self.fields and field in doc.data:
                content, value = entry.get("content"), doc.data[field]
                if content != value and not _agree(field, content, value):
                    yield Finding(
                        ("meta", number, "content"),
                        f"`meta` gives `{_shown(content)}` as {field}, but `{field}` says `{_shown(value)}`",
                        hint="make both say the same, or remove one",
                        fix=_fix(doc, ("meta", number, "content"), field),
                        related=((field,),),
                    )


def _fix(doc: Document, path: KeyPath, field: str) -> Fix | None:
    """Let the entry say what the field does, where it is the only one of its name and the field one line of text."""
    value = doc.data[field]
    text = ", ".join(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else value
    names = [entry.get("name") for entry in doc.data["meta"] if isinstance(entry, dict)]
    is_only = [str(name).strip().casefold() for name in names].count(field) == 1
    node = doc.scalar(path)
    if not is_only or not isinstance(text, str) or not text.strip() or not text.isprintable():
        return None
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
    items = value if isinstance(value, list) else [value]
    return shortened(", ".join(str(item.get("name")) if isinstance(item, dict) else str(item) for item in items), 40)
