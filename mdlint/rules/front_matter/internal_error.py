from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class InternalError(ReportedRule):
    """A rule, a schema or a plugin crashed while it looked at the file.

    That is a mistake of whoever wrote the check, not of the file's author. The finding names the
    culprit, the other checks of the file go on, and so does the run.
    """

    severity = "error"
    source: ClassVar[Literal["schema", "runner"]] = "runner"
