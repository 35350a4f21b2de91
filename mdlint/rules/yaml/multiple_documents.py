from __future__ import annotations

from mdlint.rule import ReaderRule


class MultipleDocuments(ReaderRule):
    """A line that starts with `---` begins a second YAML document inside the front matter.

    With text behind it the line is no fence, but for YAML it ends the document all the same: Ruby drops
    what follows, PyYAML stops, Hugo and gray-matter end the front matter there. The fields below were not
    checked.

    ## Bad
    ```md
    ---
    title: Rye bread
    --- the rest
    author: A baker
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    # --- the rest
    author: A baker
    ---
    ```
    """

    severity = "error"
