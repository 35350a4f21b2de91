from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.rule import ReaderRule

_END = r"(?:\r\n|\n|\r|\Z)"
_REST = r"[^\r\n]*+"
_FIELDS = {
    "yaml": re.compile(rf"(?:(?:[\w$@\"'][^\r\n:]*+:(?:[ \t]{_REST})?|[ ]++\S{_REST}|-[ ]{_REST}|\#{_REST}){_END})++"),
    "toml": re.compile(rf"(?:(?:[\w\"'][^\r\n=]*+={_REST}|[ ]++\S{_REST}|[\[\]\#]{_REST}){_END})++"),
}
"""Lines that are fields or parts of them."""
_LONGEST = 20_000
"""Code points of fields; who forgot the fence has hardly more."""
_GOES_ON = re.compile(r"(?:[ \t]*+[\r\n])++(?:[\w-]+[ \t]*[:=]|\[|[ \t]+\S|- )")
"""Fields below blank lines: then nobody knows where they end."""


class UnterminatedFrontMatter(ReaderRule):
    """The front matter is opened but never closed.

    Without a closing fence there is no telling where the fields end: Jekyll and Hugo print them as
    text of the page, other generators stop. A `---` below which no fields stand is a thematic break
    and not meant.

    ## Bad
    ```md
    ---
    title: Rye bread
    date: 2024-01-05

    Mix flour, water and salt.
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    date: 2024-01-05
    ---

    Mix flour, water and salt.
    ```

    ```md
    ---

    A line across the page is no front matter.
    ```
    """

    severity = "error"
    fixable = "unsafe"

    def check(self, doc: Document) -> Iterator[Finding]:
        for finding in doc.problems_of(self.name):
            yield finding._replace(fix=_fix(doc))


def _fix(doc: Document) -> Fix | None:
    """The fence below the last field, if the text can then be read and nothing further down looks like a field."""
    front_matter, text = doc.front_matter, doc.text
    if front_matter is None:
        return None
    start = front_matter.fences.content[0]
    fields = _FIELDS[front_matter.format].match(text, start, start + _LONGEST)
    if fields is None or fields.end() == start + _LONGEST or _GOES_ON.match(text, fields.end()):
        return None
    if text[fields.end() : fields.end() + 1] not in ("", "\r", "\n", "#"):
        return None
    if text[: fields.end()].rstrip().rpartition("\n")[2].startswith("#"):
        return None  # a comment, or the page's first heading
    opening = text[slice(*front_matter.fences.open)]
    end = text[front_matter.fences.open[1] : front_matter.fences.content[0]].strip(" \t")
    is_open = text[fields.end() - 1] not in "\r\n"
    edit = Edit(fields.end(), fields.end(), f"{end if is_open else ''}{opening}{end}")
    closed = Document(doc.path, doc.edited([edit]).decode("utf-8-sig"), generator=doc.generator)
    return (
        Fix(f"add a line `{opening}`", (edit,), safe=False) if closed.root is not None and not closed.problems else None
    )
