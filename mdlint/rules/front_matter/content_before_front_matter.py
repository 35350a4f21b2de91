from __future__ import annotations

from mdlint.document import Document
from mdlint.rule import ReaderRule

_SKIP_BLANK_LINES = frozenset(("astro", "starlight", "hugo"))


class ContentBeforeFrontMatter(ReaderRule):
    """Something stands before the front matter: blank lines, a comment, a heading.

    Generators look for `---` in the very first line. Jekyll, Docusaurus, VitePress, Eleventy and GitHub's own
    view of a file take front matter further down for text of the page, which then has no title, no date, no
    layout. Only Astro and Hugo skip blank lines, and where one of them is known to read the file these are not
    reported. Other text is reported only where the block below it clearly is front matter.

    ## Bad
    ```md
    <!-- markdownlint-disable MD013 -->

    ---
    title: Rye bread
    date: 2024-01-05
    ---
    ```

    ```md
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
    date: 2024-01-05
    ---

    <!-- markdownlint-disable MD013 -->
    ```
    """

    severity = "error"
    severity_unscoped = "info"
    fixable = "safe"

    def applies(self, doc: Document, has_schema: bool) -> bool:  # noqa: ARG002 - the parameters of every rule
        assert doc.front_matter is not None  # or nothing could stand before it
        is_blank = not doc.text[: doc.front_matter.fences.open[0]].strip()
        return not (is_blank and doc.generator in _SKIP_BLANK_LINES)
