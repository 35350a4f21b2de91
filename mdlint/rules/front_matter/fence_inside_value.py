from __future__ import annotations

from mdlint.rule import ReaderRule


class FenceInsideValue(ReaderRule):
    """A line `---` ends the front matter in its midst.

    The first such line at the margin closes the front matter, whether it was meant as a line across a
    block of text or as a rule between groups of fields. What follows is printed as text of the page, and
    those fields are missing, mostly without an error. Only where the rest clearly reads as fields up to
    the next fence, it is checked with the others.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: |
      How to bake it.
    ---
      How to keep it.
    author: A baker
    ---
    ```

    ```md
    ---
    title: Rye bread
    ---
    date: 2024-01-05
    tags: [bread]
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    description: |
      How to bake it.
      ---
      How to keep it.
    author: A baker
    ---
    ```
    """

    severity = "error"
    fixable = "unsafe"
