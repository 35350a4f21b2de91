from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class UnusedIgnore(ReportedRule):
    """A comment asks to ignore what is not there.

    It was written for a mistake that has been repaired since, or stands in the wrong line. The next mistake in its place
    would be ignored too, and nobody would know.

    A word is judged where all rules that it names were asked: not one of a rule that is off, nor one of the schema where
    no schema is known, nor any in a file whose front matter could not be read. Comments that ignore what only the whole
    site shows are judged when the whole site is checked. The fix removes the words, or the comment if none is left.

    ## Bad
    ```md config="extend-select = ['empty-title']"
    ---
    title: Rye bread  # mdlint: ignore[empty-title]
    ---
    ```

    ## Good
    ```md config="extend-select = ['empty-title']"
    ---
    title: ''  # mdlint: ignore[empty-title]
    ---
    ```
    """

    severity = "warning"
    fixable = "safe"
    source: ClassVar[Literal["schema", "runner", "suppression"]] = "suppression"
