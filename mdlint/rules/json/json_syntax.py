from __future__ import annotations

from mdlint.rule import SyntaxRule


class JsonSyntax(SyntaxRule):
    """The front matter in braces is not valid JSON.

    The site's build stops at it. JSON wants every name in double quotes, and no comma behind the last
    field.

    ## Bad
    ```md
    {
      "title": "Rye bread",
    }
    ```

    ## Good
    ```md
    {
      "title": "Rye bread",
      "tags": ["bread"]
    }

    It takes two days.
    ```
    """

    severity = "error"
