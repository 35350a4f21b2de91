from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Scalar, children, resolved
from mdlint.rule import Needs, Rule
from mdlint.rules.placeholder import is_sample
from mdlint.rules.values import is_dummy

_FIELDS = ("author", "authors", "byline", "creator", "writer", "posted_by")


class DummyAuthor(Rule):
    """The author is the one of an example: John Doe, "Your Name", Max Mustermann.

    The page says that somebody wrote it who does not exist, and so do the feed and what search
    engines read. The whole name counts. Where `meta` repeats it, that is the same mistake; the pages
    by which a theme or a tool shows itself are left alone.

    ## Bad
    ```md
    ---
    title: Rye bread
    author: John Doe
    ---
    ```

    ## Good
    ```md
    ---
    title: Who was John Doe?
    author: Johanna Doering
    ---
    ```

    ## Options
    - `fields`: the fields that hold an author, a list of them, or mappings with a `name`.
    """

    severity = "warning"
    fields: tuple[str, ...] = _FIELDS

    def needs(self) -> Needs:
        return Needs(fields=(*self.fields, "meta"), value=is_dummy)

    def check(self, doc: Document) -> Iterator[Finding]:
        found = [(path, name) for path, name in _authors(doc, self.fields) if isinstance(name, str) and is_dummy(name)]
        if not found or is_sample(doc):
            return
        paths = tuple(path for path, _ in found)
        names: set[str] = set()
        for path, name in found:
            if name not in names:
                names.add(name)
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is an example's author: `{shortened(name)}`",
                    hint="write who wrote it, or remove the field",
                    related=tuple(other for other in paths if other != path),
                )


def _authors(doc: Document, fields: tuple[str, ...]) -> Iterator[tuple[KeyPath, object]]:
    """Each single name of an author, and where it stands."""
    for path, node in doc.fields(fields):
        if type(node) is Scalar:
            yield path, node.value
        elif type(node) is Mapping:
            yield from _names(path, node)
        else:
            for part, child in children(node):
                yield from _names((*path, part), resolved(child))
    entries = doc.data.get("meta")
    for number, entry in enumerate(entries) if isinstance(entries, list) else ():
        if isinstance(entry, dict) and entry.get("name") == "author":
            yield ("meta", number, "content"), entry.get("content")


def _names(path: KeyPath, node: object) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(node, Scalar):
        yield path, node.value
    elif isinstance(node, Mapping) and "name" in node.index:
        yield (*path, "name"), node.index["name"][1].value
