from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mdlint.diagnostic import Finding, Fix, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.consistency import unusual_meta
from mdlint.rules.tag import removals

_NAMES = ("name", "property")
_SINGLE = frozenset(("description", "title", "theme", "viewport", "og:title", "og:description", "og:url", "og:type"))
"""What a page can have only one of. It may have several authors, robots or pictures."""


class DuplicateMeta(Rule):
    """Two entries of `meta` are for the same thing.

    Both are written into the page's head; which of them a search engine takes is up to it. Two entries
    that say the same are reported for any name; with different contents only those of which a page has one.
    Entries with more than a name and a content (`media`, `lang`) are not judged.

    ## Bad
    ```md
    ---
    title: Rye bread
    meta:
      - name: author
        content: Ada Lindqvist
      - name: author
        content: Ada Lindqvist
    ---
    ```

    ```md
    ---
    title: Rye bread
    meta:
      - name: description
        content: How to bake it.
      - name: description
        content: How to eat it.
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    meta:
      - name: author
        content: Ada Lindqvist
      - name: author
        content: Bo Ek
    ---
    ```
    """

    severity = "warning"
    fixable = "unsafe"

    def needs(self) -> Needs:
        return Needs(fields=("meta",), look=unusual_meta)

    def check(self, doc: Document) -> Iterator[Finding]:
        entries = doc.data.get("meta")
        named = [_name_of(entry) for entry in entries] if isinstance(entries, list) else []
        if len(set(named)) == len(named):
            return
        first: dict[tuple[str, str], str] = {}
        again, other = {}, {}
        for number, name in enumerate(named):
            content = doc.get(("meta", number, "content"))
            if name is None or not isinstance(content, str):
                continue
            if name not in first:
                first[name] = content
            elif content.strip() == first[name].strip():
                again[number] = name[1]
            elif name[1] in _SINGLE:
                other[number] = name
        edits = removals(doc, ("meta",), list(again)) if again else {}
        for number, word in again.items():
            is_plain = number in edits and "#" not in doc.source_of(("meta", number))
            yield Finding(
                ("meta", number),
                f"`meta` has the entry `{shortened(word)}` twice",
                hint="remove one of the two",
                fix=Fix("remove the entry", (edits[number],), safe=False) if is_plain else None,
            )
        for number, name in other.items():
            yield Finding(
                ("meta", number, "content"),
                f"`meta` already gives `{shortened(first[name], 40)}` as {name[1]}",
                hint="remove one of the two",
            )


def _name_of(entry: Any) -> tuple[str, str] | None:
    """What an entry is about; None where it is not one with a name and a content."""
    for kind in _NAMES:
        if isinstance(entry, dict) and entry.keys() == {kind, "content"} and isinstance(entry[kind], str):
            return kind, entry[kind].strip().casefold()
    return None
