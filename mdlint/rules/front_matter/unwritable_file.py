from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class UnwritableFile(ReportedRule):
    """The file could not be written with its fixes, and was left as it is.

    It is read-only, its folder is, or somebody else changed it while it was being fixed. Only `--fix` finds
    this; what is wrong with the file is reported as without.
    """

    severity = "error"
    source: ClassVar[Literal["schema", "runner"]] = "runner"
