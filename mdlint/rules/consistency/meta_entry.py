from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mdlint.diagnostic import Finding, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.consistency import unusual_meta

_OTHER_NAMES = ("property", "http-equiv", "httpEquiv", "itemprop", "charset", "hid", "key")


class MetaEntry(Rule):
    """An entry of `meta` has no name or no content.

    Each entry becomes a `<meta name="…" content="…">` in the page's head; with a part missing,
    the tag says nothing, or "undefined". `meta` in another shape than a list of names and
    contents is not judged, nor are entries that have a `property` or the like for a name.

    ## Bad
    ```md
    ---
    title: Rye bread
    meta:
      - name: author
        content: Ada Lindqvist
      - name: keywords
    ---
    ```

    ```md
    ---
    title: Rye bread
    meta:
      - name: author
        content: {id: 7, object: person}
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    meta:
      - name: author
        content: Ada Lindqvist
      - property: og:type
        content: article
    ---
    ```
    """

    severity = "error"

    def needs(self) -> Needs:
        return Needs(fields=("meta",), look=unusual_meta)

    def check(self, doc: Document) -> Iterator[Finding]:
        entries = doc.data.get("meta")
        if not isinstance(entries, list):
            return
        if not any(isinstance(entry, dict) and ("name" in entry or "content" in entry) for entry in entries):
            return
        for number, entry in enumerate(entries):
            path = ("meta", number)
            if not isinstance(entry, dict):
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is no entry with a `name` and a `content`",
                    hint="write it as `name: …` and `content: …`, or remove it",
                )
            elif not entry.keys() & set(_OTHER_NAMES):
                yield from _check(("meta", number, "name"), entry, "what the entry is about, such as `name: author`")
                yield from _check(("meta", number, "content"), entry, "what it says, or remove the entry")


def _check(path: KeyPath, entry: dict[str, Any], what: str) -> Iterator[Finding]:
    name = path[-1]
    value = entry.get(str(name))
    if isinstance(value, (dict, list)) or (name == "name" and not isinstance(value, (str, type(None)))):
        yield Finding(path, f"`{format_key_path(path)}` is not text", hint=f"say in words {what}")
    elif name not in entry:
        yield Finding(path, f"`{format_key_path(path[:2])}` has no `{name}`", hint=f"say {what}")
    elif value is None or (isinstance(value, str) and not value.strip()):
        yield Finding(path, f"`{format_key_path(path)}` is empty", hint=f"say {what}")
