from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule
from mdlint.rules.schema import Printed, printed
from mdlint.rules.values import may_be_printed

_LISTS = ("tags", "categories", "keywords", "authors", "author", "aliases", "series", "topics", "labels")


class StringifiedCollection(Rule):
    """A list or a mapping was printed into a text.

    A script wrote what its language shows of the value, and not the value: the page has one tag with
    brackets and quotes in its name, or the layout goes through the text letter by letter. A list as JSON is
    reported only in fields that hold lists; elsewhere it may be there for a script on the page.

    ## Bad
    ```md
    ---
    title: Rye bread
    tags: "['bread', 'dark bread']"
    ---
    ```
    ```md
    ---
    title: Rye bread
    cover: "{'url': '/rye.jpg', 'alt': None}"
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    tags: ['bread', 'dark bread']
    description: "[Rye] and (wheat) bread"
    data: '{"loaves": ["rye", "wheat"]}'
    ---
    ```

    ## Options
    - `lists`: the fields that hold a list, in which JSON counts as well, and where the fix is safe.
    """

    severity = "error"
    fixable = "safe"
    lists: tuple[str, ...] = _LISTS

    def needs(self) -> Needs:
        return Needs(value=may_be_printed)

    def check(self, doc: Document) -> Iterator[Finding]:
        for scalar in doc.leaves:
            text = scalar.value
            if not isinstance(text, str) or scalar.style in ("|", ">") or not (found := printed(text)):
                continue
            path = doc.path_of(scalar)
            is_list = path[0] in self.lists
            if found.is_json and not (is_list and isinstance(found.value, list)):
                continue
            what = "mapping" if isinstance(found.value, dict) else "list"
            yield Finding(
                path,
                f"`{format_key_path(path)}` is a {what} printed as text",
                hint=f"write it as a {what}, without quotes around it",
                fix=_fix(doc, path, scalar, found, safe=is_list and what == "list"),
            )


def _fix(doc: Document, path: KeyPath, scalar: Scalar, found: Printed, *, safe: bool) -> Fix | None:
    """The same as a real list or mapping: written as JSON, which is YAML too, and for lists of text TOML."""
    assert doc.front_matter is not None
    if (
        isinstance(path[-1], int)
        or doc.has_aliases
        or doc.is_tagged(scalar)
        or "\n" in doc.text[scalar.start : scalar.end]
    ):
        return None
    if doc.front_matter.format == "toml" and not _is_toml(found.value):
        return None
    text = json.dumps(found.value, ensure_ascii=False)
    if not text.isprintable():  # not every character may stand in quotes as it is
        return None
    return Fix(f"write `{text}`", (doc.edit(path, text),), safe)


def _is_toml(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, (str, int, float)) for item in value)
