from __future__ import annotations

from mdlint.rule import ReaderRule


class NotAMapping(ReaderRule):
    """The front matter is a text, a number or a list instead of fields.

    Generators take front matter as names with values; anything else stops the build or is dropped
    silently, so that the page has no title, no date, nothing.

    ## Bad
    ```md
    ---
    Rye bread, baked twice
    ---
    ```

    ```md
    ---
    - bread
    - baking
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    tags:
      - bread
      - baking
    ---
    ```
    """

    severity = "error"
