from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.regex import regex
from mdlint.rule import Needs, Rule
from mdlint.rules.placeholder import blank, is_blank

_HOME = regex(r"(?:.*/)?content/(?:[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?/)?_index(?:\.[\w-]+)?\.md")
"""The first page of a Hugo or Zola site, or of one of its languages."""


class EmptyTitle(Rule):
    """The title is there but blank.

    Lists, feeds, browser tabs and search results show the title; without one a page has nothing
    to click on. A field that is missing altogether is for the schema to report, and a template's
    title is left for whoever fills it in. The first page of a Hugo site may leave it to the site's own.

    ## Bad
    ```md
    ---
    title: ''
    date: 2024-01-05
    ---
    ```

    ```md
    ---
    title:
    date: 2024-01-05
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    date: 2024-01-05
    ---
    ```

    ```md path=archetypes/default.md
    ---
    title: ''
    ---
    ```

    ```md path=content/_index.md
    ---
    title: ''
    ---
    ```

    ## Options
    - `field`: the field that holds the title.
    """

    severity = "error"
    field: str = "title"

    def needs(self) -> Needs:
        return Needs(fields=(self.field,), look=blank)

    def check(self, doc: Document) -> Iterator[Finding]:
        if is_blank(doc.get(self.field, "absent")) and not doc.is_template and not _HOME.fullmatch(doc.path):
            yield Finding((self.field,), f"`{self.field}` is empty", hint="give the page a title")
