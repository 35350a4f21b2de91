from __future__ import annotations

from mdlint.document import Document
from mdlint.rule import ReaderRule


class EmptyFrontMatter(ReaderRule):
    """The front matter holds no field at all.

    Two fences with nothing between them are mostly left over from a template. Some people write them
    on purpose, so that Jekyll processes the file: without a schema it is said as an information only,
    and a comment between the fences is taken as a sign of purpose.

    ## Bad
    ```md
    ---
    ---

    Mix flour, water and salt.
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    ---
    ```

    ```md
    ---
    # Keep these fences: Jekyll reads only files that have them.
    ---
    ```
    """

    severity = "warning"
    severity_unscoped = "info"

    def applies(self, doc: Document, has_schema: bool) -> bool:
        return has_schema or doc.front_matter is None or "#" not in doc.text[slice(*doc.front_matter.fences.content)]
