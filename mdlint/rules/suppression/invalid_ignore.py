from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class InvalidIgnore(ReportedRule):
    """A comment is meant to ignore something, but mdlint cannot read it.

    It ignores nothing. Rules stand in brackets, and a reason behind them: `# mdlint: ignore[empty-title] not decided yet`.
    Comments that merely speak of mdlint are left alone.

    ## Bad
    ```md
    ---
    title: ''  # mdlint: ignore empty-title
    ---
    ```

    ## Good
    ```md
    ---
    # mdlint: these fields are checked before each release
    title: ''  # mdlint: ignore[empty-title] not decided yet
    ---
    ```
    """

    severity = "warning"
    source: ClassVar[Literal["schema", "runner", "suppression"]] = "suppression"
