from __future__ import annotations

from mdlint.rule import SyntaxRule


class YamlSyntax(SyntaxRule):
    """The front matter is not valid YAML.

    No generator can read it: the build stops, or the page loses all its fields. Most often a value
    that holds a colon and a space, a quote or a sign such as `@`, `*` or `[` at its start needs quotes
    around it. There is a fix where only one reading is possible. The field is left out of all other
    checks; the rest of the front matter is checked as far as it can be told apart from it.

    ## Bad
    ```md
    ---
    title: Rye bread: the slow way
    ---
    ```

    ```md
    ---
    title: 'The baker's rye bread'
    ---
    ```

    ```md
    ---
    author: @baker
    ---
    ```

    ## Good
    ```md
    ---
    title: "Rye bread: the slow way"
    subtitle: The baker's rye bread
    url: https://bread.test-site.org/rye:slow
    author: "@baker"
    ---
    ```
    """

    severity = "error"
    fixable = "safe"
