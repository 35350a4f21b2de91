from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule

_FIELDS = r"(?P<fields>(?:[a-z][\w-]*:(?!:)(?:[ \t]++[^\r\n]*+)?(?>\r\n|\n|\r|\Z)|(?:[ \t]++\S|- )[^\r\n]*+(?>\r\n|\n|\r|\Z))++)"
_FIRST = re.compile(r"(?:[ \t]*+(?>\r\n|\n|\r))*+" + _FIELDS + r"(?=[ \t]*+(?:[\r\n]|---|\Z))")
"""A paragraph made of fields only, with which the text begins."""
_FENCED = r"[\r\n]---[ \t]*+(?>\r\n|\n|\r)" + _FIELDS + r"---[ \t]*+(?=[\r\n]|\Z)"
_OPENS_CODE = (">}}", "%}}", "%}")
"""How a line ends that opens a shortcode of Hugo's or a block of Liquid's, which shows what it holds as code."""
_NAME = r"(?m)^([a-z][\w-]*):"
_TELLING = frozenset(("title", "date", "tags", "description", "categories", "pubDate", "keywords", "author"))
"""Of the fields, one of these must be there: `layout` and `class` stand between the pages of slides."""
_STARTS = tuple(f"{name}:" for name in sorted(_TELLING))
_IN_BODY = tuple(end + start for start in _STARTS for end in "\n\r")


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

    def needs(self) -> Needs:
        # The text may begin on the line of the fence.
        return Needs(body=_IN_BODY, opening=_STARTS, either=True)

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.root is None:
            return
        found = _FIRST.match(doc.text, doc.body_start) or _block(doc.text, doc.body_start)
        names = _names_in(found["fields"]) if found is not None else []
        if found is not None and names and not doc.is_template:
            start = found.start("fields")
            shown = ", ".join(f"`{name}`" for name in names[:3]) + (
                f" and {len(names) - 3} more" if len(names) > 3 else ""
            )
            yield Finding(
                doc.span(start, start + len(found["fields"].rstrip())),
                f"{shown} stand in the text, where they are printed and not read",
                hint="move them into the front matter, or remove them",
            )


def _block(text: str, start: int) -> re.Match[str] | None:
    """The only block between fences, below other text. Several are slides, or a page about front matter."""
    blocks: list[re.Match[str]] = []
    at = text.find("\n---", start)
    while at >= 0:
        # Compiled on use: most pages have no such line.
        if block := re.compile(_FENCED).match(text, at):
            blocks.append(block)
        at = text.find("\n---", block.end("fields") + 3 if block else at + 4)
    if len(blocks) != 1:
        return None
    above = text[start : blocks[0].start()]
    is_in_code = len(re.findall(r"(?m)^ {0,3}(?:```|~~~)", above)) % 2 == 1
    if not above.strip() or is_in_code or above.rstrip().endswith(_OPENS_CODE):
        return None
    return blocks[0]


def _names_in(fields: str) -> list[str]:
    """The names of the fields, if they look like a page's."""
    # Imported here: hardly any file gets so far.
    from mdlint.front_matter.meant import PAGE_FIELDS

    names = re.findall(_NAME, fields)
    known = [name for name in names if name in PAGE_FIELDS]
    return names if len(known) > 1 and 2 * len(known) > len(names) and not _TELLING.isdisjoint(known) else []
