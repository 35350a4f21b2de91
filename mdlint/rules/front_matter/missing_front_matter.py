from __future__ import annotations

from mdlint.document import Document
from mdlint.rule import ReaderRule


class MissingFrontMatter(ReaderRule):
    """The file has no front matter, though a schema expects some.

    The site generator then knows neither the page's title nor its date nor its layout: it stops, or
    publishes a page without them. Only files that a schema claims are judged; a README has no need of
    front matter.

    ## Bad
    ```md schema=post
    # Rye bread

    Mix flour, water and salt.
    ```

    ## Good
    ```md
    # Rye bread

    Mix flour, water and salt.
    ```
    """

    severity = "error"

    def applies(self, doc: Document, has_schema: bool) -> bool:  # noqa: ARG002 - the parameters of every rule
        return has_schema
