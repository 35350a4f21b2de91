from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class UnknownRule(ReportedRule):
    """A comment asks to ignore a rule that does not exist.

    It ignores nothing, so the finding that it was written for is still reported.

    ## Bad
    ```md
    ---
    title: ''  # mdlint: ignore[emtpy-title]
    ---
    ```

    ## Good
    ```md
    ---
    title: ''  # mdlint: ignore[empty-title]
    ---
    ```
    """

    severity = "error"
    source: ClassVar[Literal["schema", "runner", "suppression"]] = "suppression"
