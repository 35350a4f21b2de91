from __future__ import annotations

from mdlint.rule import ReaderRule


class UnreadFormat(ReaderRule):
    """TOML/JSON front matter is not read yet.

    Only YAML front matter is checked so far. In a file that starts with `+++` (TOML) or `{` (JSON) the
    fields were not looked at, and saying so is better than a silence that looks like praise.

    ## Bad
    ```md
    +++
    title = "Rye bread"
    +++
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    ---
    ```
    """

    severity = "info"
