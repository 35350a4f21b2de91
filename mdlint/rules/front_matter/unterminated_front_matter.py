from __future__ import annotations

from mdlint.rule import ReaderRule


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
