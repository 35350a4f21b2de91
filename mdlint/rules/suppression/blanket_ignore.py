from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class BlanketIgnore(ReportedRule):
    """A comment ignores all rules.

    It also hides the mistakes that are made in this place later. Select this rule where a team has agreed to say
    what is ignored.

    ## Bad
    ```md
    ---
    title: ''  # mdlint: ignore
    ---
    ```

    ## Good
    ```md
    ---
    title: ''  # mdlint: ignore[empty-title]
    ---
    ```
    """

    severity = "info"
    default = False
    source: ClassVar[Literal["schema", "runner", "suppression"]] = "suppression"
