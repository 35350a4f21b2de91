from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class CoercedValue(ReportedRule):
    """Text is taken for the number or the boolean that the schema wants.

    Today's reader makes the best of `"3"` and `"true"`, the next one shows the page in the wrong place of the list or takes
    the text `"false"` for true, as JavaScript does.

    ## Bad
    ```md schema=docusaurus-doc
    ---
    title: Rye bread
    sidebar_position: '3'
    draft: 'true'
    ---
    ```

    ## Good
    ```md schema=docusaurus-doc
    ---
    title: Rye bread
    sidebar_position: 3
    draft: true
    ---
    ```
    """

    severity = "warning"
    fixable = "safe"
    source: ClassVar[Literal["schema", "runner"]] = "schema"
