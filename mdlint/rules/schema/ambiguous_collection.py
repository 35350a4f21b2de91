from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class AmbiguousCollection(ReportedRule):
    """Two collections of the configuration claim the file.

    Each has a schema and rules of its own, and which of them should hold cannot be told. The file is
    checked as one of the first collection, in the order of the configuration.

    ## Bad
    ```md config="collections = [{name = 'blog', files = '*.md'}, {name = 'notes', files = 'p*'}]"
    ---
    title: Rye bread
    ---
    ```

    ## Good
    ```md config="collections = [{name = 'blog', files = '*.md'}, {name = 'notes', files = 'n*'}]"
    ---
    title: Rye bread
    ---
    ```
    """

    severity = "error"
    source: ClassVar[Literal["schema", "runner"]] = "schema"
