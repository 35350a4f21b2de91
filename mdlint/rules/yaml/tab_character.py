from __future__ import annotations

from mdlint.rule import ReaderRule


class TabCharacter(ReaderRule):
    r"""A tab stands where YAML wants spaces.

    YAML forbids tabs in the indentation: Ruby, Go and Python stop there, and js-yaml misreads them silently:
    of `cover:` and a line `alt: x` indented with a tab it makes two fields of the page. Elsewhere, such as
    behind a colon, most parsers take a tab, but `yaml.safe_load` in Python stops; that is a warning only.
    Tabs in quotes, in blocks of text and in comments are part of the text.

    ## Bad
    ```md escapes
    ---
    cover:
    \talt: A loaf of rye bread
    ---
    ```

    ```md escapes
    ---
    title:\tRye bread
    ---
    ```

    ## Good
    ```md escapes
    ---
    title: Rye bread
    cover:
      alt: "A loaf of\trye bread"
    ---
    ```
    """

    severity = "error"
    fixable = "safe"
