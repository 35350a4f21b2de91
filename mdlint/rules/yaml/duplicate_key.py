from __future__ import annotations

from mdlint.rule import ReaderRule


class DuplicateKey(ReaderRule):
    """A field is given twice in one mapping.

    JavaScript parsers stop the build, PyYAML and Ruby silently keep the last one: either way one
    of the two values is lost. Names may differ as they are written and be one when they are read:
    `1` and `1.0` in JavaScript and Python, `yes` and `true` in Python.

    ## Bad
    ```md
    ---
    title: Rye bread
    title: Wheat bread
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    cover:
      title: A loaf of rye bread
    ---
    ```
    """

    severity = "error"
