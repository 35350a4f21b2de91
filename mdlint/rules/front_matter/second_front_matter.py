from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.rule import Needs, Rule

_OPENING = re.compile(r"(?:[ \t]*+(?>\r\n|\n|\r))*+(?=(---|\+\+\+)[ \t]*+(?>\r\n|\n|\r)[\w\"'#])")
_SLIDE = re.compile(r"(?:^|(?<=[\r\n]))---[ \t]*(?>\r\n|\n|\r)[a-z]\w*:")
_OF_SLIDES = frozenset(("layout", "class", "background", "transition", "clicks", "src", "image"))


class SecondFrontMatter(Rule):
    """A second block of front matter follows right below the first.

    Generators read the first one only: the fields of the second are printed as text of the page. It is left by
    programs that write their own block above an author's. Slides, in which such blocks stand between all
    pages, are not meant.

    ## Bad
    ```md
    ---
    title: Rye bread
    ---

    ---
    author: A baker
    tags: [bread]
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    author: A baker
    tags: [bread]
    ---

    ---

    Below a line.
    ```
    """

    severity = "warning"
    fixable = "unsafe"

    def needs(self) -> Needs:
        return Needs(opening=("---", "+++"))

    def check(self, doc: Document) -> Iterator[Finding]:
        first = doc.front_matter
        if first is None or first.fences.close is None:
            return
        opening = _OPENING.match(doc.text, doc.body_start)
        if opening is None:
            return
        # Imported here: hardly any file gets so far.
        from mdlint.front_matter.meant import PAGE_FIELDS

        start = opening.end()
        second = Document(doc.path, doc.text[start:], generator=doc.generator)
        if second.root is None or second.problems or _SLIDE.search(second.text, second.body_start):
            return
        fields = second.root.index.keys()
        if fields <= _OF_SLIDES:
            return
        own = {} if doc.root is None else doc.root.index
        if not fields.isdisjoint(PAGE_FIELDS | own.keys()):
            new = [f"`{name}`" for name in fields if name not in own] or [f"`{name}`" for name in fields]
            shown = ", ".join(new[:3]) + (f" and {len(new) - 3} more" if len(new) > 3 else "")
            yield Finding(
                doc.span(start, start + 3),
                f"a second block of front matter follows; nobody reads its {shown}",
                "move its fields into the first one, or remove it",
                fix=_fix(doc, second, start),
                related=tuple((name,) for name in fields if name not in own),
            )


def _fix(doc: Document, second: Document, start: int) -> Fix | None:
    """Both blocks as one, or only the one of them that says all that the other does."""
    above, below = doc.front_matter, second.front_matter
    assert above is not None
    assert below is not None
    assert above.fences.close is not None
    fields = tuple((name,) for name in second.data)
    without_first = Fix("remove the first block", (Edit(above.fences.open[0], start, ""),), safe=False, changes=fields)
    if not doc.head.strip():
        return without_first
    if above.format != below.format or doc.root is None or doc.problems:
        return None
    if doc.data.keys().isdisjoint(second.data):
        edit = Edit(above.fences.close[0], start + below.fences.content[0], "")
        return Fix("make one block of the two", (edit,), safe=False, changes=fields)
    if {**second.data, **doc.data} == second.data:
        return without_first
    if {**doc.data, **second.data} == doc.data:
        return Fix("remove the second block", (Edit(doc.body_start, start + second.body_start, ""),), safe=False)
    return None
