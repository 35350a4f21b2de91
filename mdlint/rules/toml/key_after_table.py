from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Scalar
from mdlint.rule import Needs, Rule

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_OWN_TABLES = frozenset(("params", "extra"))
"""Tables of the site's own fields: Hugo's and Zola's. Only what stands apart in them is taken for the page's."""
_PAGE_FIELDS = frozenset((
    "title", "date", "draft", "slug", "aliases", "weight", "lastmod", "updated", "publishDate", "expiryDate", "tags",
    "categories",
))  # fmt: skip
_NEVER_INSIDE = frozenset(("draft", "aliases", "lastmod", "publishDate", "expiryDate", "categories"))
"""Fields that no table but those that speak of other pages has."""
_ALWAYS = frozenset(("draft",))
_OTHER_PAGES = frozenset(("cascade", "taxonomies", "resources", "pages"))


class KeyAfterTable(Rule):
    """A field of the page stands below a `[table]`, so it belongs to that table.

    In TOML everything below `[params]` is inside it, up to the next such line or the end: blank lines and
    indentation change nothing. The page then has no `date` or `tags`, and there is no error. Only fields are
    reported that generators know as the page's own and that the page itself lacks; in the tables for a site's
    own fields, `params` and `extra`, only behind a blank line.

    ## Bad
    ```md
    +++
    title = "Rye bread"

    [params]
    oven = true

    date = 2024-01-05
    draft = true
    +++
    ```

    ## Good
    ```md
    +++
    title = "Rye bread"
    date = 2024-01-05
    draft = true

    [params]
    oven = true
    +++
    ```
    """

    severity = "warning"
    fixable = "unsafe"

    def needs(self) -> Needs:
        return Needs(formats=("toml",))

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.root is None:
            return
        taxonomies = doc.get("taxonomies")
        own = {*doc.data, *(taxonomies if isinstance(taxonomies, dict) else ())}
        for path, table in _tables(doc.root):
            is_own = len(path) == 1 and path[0] in _OWN_TABLES
            is_apart = False
            end: int | None = None
            for key, value in table.entries:
                if end is not None and _BLANK_LINE.search(doc.text, end, key.start):
                    is_apart = True
                end = value.end
                names = _PAGE_FIELDS if is_own and is_apart else _ALWAYS if is_own else _NEVER_INSIDE
                if isinstance(key, Scalar) and key.text in names - own and _is_line(doc, key):
                    header = ".".join(path)
                    yield Finding(
                        doc.span(key.start, key.end),
                        f"`{key.text}` stands below `[{header}]`, so it is read as `{header}.{key.text}`",
                        f"move it above `[{path[0]}]` if it is the page's",
                        fix=_moved(doc, path, key, value.end),
                        related=((key.text,),),
                    )


def _tables(root: Mapping) -> Iterator[tuple[tuple[str, ...], Mapping]]:
    """The tables under headers of their own, with their names."""
    stack: list[tuple[tuple[str, ...], Mapping]] = [((), root)]
    while stack:
        path, table = stack.pop()
        if path:
            yield path, table
        for name, (_, node) in reversed(table.index.items()):
            if isinstance(node, Mapping) and not node.flow and (path or name not in _OTHER_PAGES):
                stack.append(((*path, name), node))


def _is_line(doc: Document, key: Scalar) -> bool:
    """Whether a key is the first of its line, and so not a dotted one such as `params.date`."""
    start = doc.text.rfind("\n", 0, key.start) + 1
    return not doc.text[start : key.start].strip()


def _moved(doc: Document, table: tuple[str, ...], key: Scalar, end: int) -> Fix | None:
    """The entry's lines, put above the first table."""
    text = doc.text
    assert doc.front_matter is not None  # there is a key
    start, behind = doc.front_matter.fences.content
    first = text.find("\n[", start - 1, key.start) + 1
    line, line_end = text.rfind("\n", 0, key.start) + 1, text.find("\n", end, behind)
    if first <= 0 or line_end < 0 or text[end:line_end].strip()[:1] not in ("", "#"):
        return None
    entry = text[line : line_end + 1]
    edits = (Edit(first, first, entry), Edit(line, line_end + 1, ""))
    return Fix("move it above the tables", edits, safe=False, changes=((key.text,), (*table, key.text)))
