from __future__ import annotations

from mdlint.rule import ReaderRule


class OversizedFrontMatter(ReaderRule):
    """The front matter is too large or too deeply nested to be read.

    Real front matter has a few hundred bytes. What has a megabyte, a hundred thousand values or a
    hundred levels is data that a script poured into the wrong place, or an attack on the parser; it is
    not read, so that it costs neither time nor memory, and nothing else in it is checked.

    ## Bad
    ```md
    ---
    title: Rye bread
    data: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    matrix: [[1, 2], [3, 4]]
    ---
    ```
    """

    severity = "warning"
