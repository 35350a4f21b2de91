from __future__ import annotations

from mdlint.document import Document
from mdlint.rule import ReaderRule


class EmptyFrontMatter(ReaderRule):
    """The front matter holds no field at all.

    Two fences with nothing between them are mostly left over from a template. Some people write them
    on purpose, since Jekyll processes only files that have them. So without a schema nothing is said of
    them where Jekyll is known to read the file, it is an information only where nobody is, and a comment
    between the fences is taken as a sign of purpose. An empty changeset (`.changeset/*.md`) is one that releases nothing.

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
        if not has_schema and doc.front_matter is not None and _is_meant(doc):
            return False
        # Imported here: hardly any front matter is empty. Where another block follows, that one says it better.
        from mdlint.rules.front_matter.second_front_matter import SecondFrontMatter

        return not any(SecondFrontMatter().check(doc))


def _is_meant(doc: Document) -> bool:
    return doc.generator == "jekyll" or "#" in doc.head or ".changeset/" in doc.path
