from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.placeholder import blank, is_blank


class EmptyTitle(Rule):
    """The title is there but blank.

    Lists, feeds, browser tabs and search results show the title; without one a page has nothing
    to click on. A field that is missing altogether is for the schema to report, and a template's
    title is left for whoever fills it in.

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

    ## Options
    - `field`: the field that holds the title.
    """

    severity = "error"
    field: str = "title"

    def needs(self) -> Needs:
        return Needs(fields=(self.field,), look=blank)

    def check(self, doc: Document) -> Iterator[Finding]:
        if is_blank(doc.get(self.field, "absent")) and not doc.is_template:
            yield Finding((self.field,), f"`{self.field}` is empty", hint="give the page a title")
