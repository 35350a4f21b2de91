from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.placeholder import blank, is_blank

_CURSOR = ".mdc"
"""Rules of Cursor's editor, which writes an empty description where the rule always applies."""


class EmptyDescription(Rule):
    """The description is there but blank.

    Feeds, search results and link previews show the description; without one they cut a random
    sentence out of the post. A field that is missing altogether is for the schema to report, and
    a template's description is left for whoever fills it in.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: ''
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    description: How to bake rye bread in an oven that does not close.
    ---
    ```

    ```md path=archetypes/default.md
    ---
    description: ''
    ---
    ```

    ## Options
    - `field`: the field that holds the description.
    """

    severity = "warning"
    field: str = "description"

    def needs(self) -> Needs:
        return Needs(fields=(self.field,), look=blank)

    def check(self, doc: Document) -> Iterator[Finding]:
        if is_blank(doc.get(self.field, "absent")) and not doc.is_template and not doc.path.endswith(_CURSOR):
            yield Finding(
                (self.field,),
                f"`{self.field}` is empty",
                hint="say in one sentence what the post is about",
            )
