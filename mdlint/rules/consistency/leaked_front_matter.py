from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Rule

_FIELDS = r"(?P<fields>(?:[a-z][\w-]*:(?!:)(?:[ \t]++[^\r\n]*+)?(?>\r\n|\n|\r|\Z)|(?:[ \t]++\S|- )[^\r\n]*+(?>\r\n|\n|\r|\Z))++)"
_FIRST = re.compile(r"(?:[ \t]*+(?>\r\n|\n|\r))*+" + _FIELDS + r"(?=[ \t]*+(?:[\r\n]|---|\Z))")
"""A paragraph made of fields only, with which the text begins."""
_FENCED = r"(?:(?<=[\r\n]))---[ \t]*+(?>\r\n|\n|\r)" + _FIELDS + r"---[ \t]*+(?=[\r\n]|\Z)"
_NAME = r"(?m)^([a-z][\w-]*):"
_TELLING = frozenset(("title", "date", "tags", "description", "categories", "pubDate", "keywords", "author"))
"""Of the fields, one of these must be there: `layout` and `class` stand between the pages of slides."""


class LeakedFrontMatter(Rule):
    """Fields stand in the text, where they are printed instead of read.

    A program wrote its own block above the author's and lost a fence, or pasted a whole file below a
    heading. Readers see `date: 2024-01-05` as a sentence, and the site misses the field. Reported are
    lines of fields with which the text begins, and a single block between fences further below; examples in
    code are safe, and so are slides. A block right below the first one is for *second-front-matter*.

    ## Bad
    ```md
    ---
    title: Rye bread
    ---

    author: Ada Lindqvist
    tags: [bread, rye]

    Mix, wait, bake.
    ```

    ```md
    ---
    title: Rye bread
    ---

    # Rye bread

    ---
    title: Rye bread
    date: 2024-01-05
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    ---

    Author: Ada Lindqvist

    ---

    Mix, wait, bake.
    ```
    """

    severity = "warning"

    def check(self, doc: Document) -> Iterator[Finding]:
        text, start = doc.text, doc.body_start
        if doc.root is None:
            return
        found = _FIRST.match(text, start)
        if found is None and text.find("\n---", start) >= 0:
            # Compiled on use: most pages have no such line. Several blocks are slides, or a page about them.
            blocks = list(re.finditer(_FENCED, text[start:]))
            found = blocks[0] if len(blocks) == 1 and not _is_in_code(text[start : start + blocks[0].start()]) else None
            if found is not None and not text[start : start + found.start()].strip():
                return
        else:
            start = 0
        names = _names_in(found["fields"]) if found is not None else []
        if found is not None and names and not doc.is_template:
            at = start + found.start("fields")
            shown = ", ".join(f"`{name}`" for name in names[:3]) + (
                f" and {len(names) - 3} more" if len(names) > 3 else ""
            )
            yield Finding(
                doc.span(at, at + len(found["fields"].rstrip())),
                f"{shown} stand in the text, where they are printed and not read",
                hint="move them into the front matter, or remove them",
            )


def _names_in(fields: str) -> list[str]:
    """The names of the fields, if they look like a page's."""
    # Imported here: hardly any file gets so far.
    from mdlint.front_matter.meant import PAGE_FIELDS

    names = re.findall(_NAME, fields)
    known = [name for name in names if name in PAGE_FIELDS]
    return names if len(known) > 1 and 2 * len(known) > len(names) and not _TELLING.isdisjoint(known) else []


def _is_in_code(above: str) -> bool:
    return len(re.findall(r"(?m)^ {0,3}(?:```|~~~)", above)) % 2 == 1
