from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class UnreadableFile(ReportedRule):
    """The file cannot be read at all.

    Its permissions forbid it, it vanished during the run, or the name that ends in `.md` belongs to a
    pipe or a folder. Without this finding the file would count as checked.
    """

    severity = "error"
    source: ClassVar[Literal["schema", "runner"]] = "runner"
