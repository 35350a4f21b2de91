from __future__ import annotations

from mdlint.rule import SyntaxRule


class TomlSyntax(SyntaxRule):
    """The front matter between `+++` fences is not valid TOML.

    The site's build stops at it. TOML wants quotes around text and a key only once; a value that YAML
    would take as it stands is often the cause. Such a field is left out of all other checks, and the rest is checked.

    ## Bad
    ```md
    +++
    title = Rye bread
    +++
    ```

    ## Good
    ```md
    +++
    title = "Rye bread"
    date = 2024-01-05
    [params]
    oven = true
    +++
    ```
    """

    severity = "error"
    fixable = "safe"
