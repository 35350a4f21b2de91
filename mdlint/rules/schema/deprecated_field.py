from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class DeprecatedField(ReportedRule):
    """The schema says that the field is out of use.

    The layouts still read it, or did so until lately: what stands in it will disappear from the pages
    one day, without an error. The hint names the field that replaces it, where the schema knows one.

    ## Bad
    ```md config="fields.date = { deprecated = 'pubDate' }"
    ---
    title: Rye bread
    date: 2024-01-05
    ---
    ```

    ## Good
    ```md config="fields.date = { deprecated = 'pubDate' }"
    ---
    title: Rye bread
    pubDate: 2024-01-05
    ---
    ```
    """

    severity = "warning"
    fixable = "safe"
    source: ClassVar[Literal["schema", "runner"]] = "schema"
