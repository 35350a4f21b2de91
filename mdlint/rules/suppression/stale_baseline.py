from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import Fixable, ReportedRule


class StaleBaseline(ReportedRule):
    """The baseline knows a finding that is no longer there.

    Somebody has repaired it. While the baseline still knows it, it may come back unseen, so the entry is taken out: by
    `--fix`, or by `--write-baseline`. It is reported at its line in the baseline, for files that were checked and rules
    that ran; where the front matter cannot be read, nobody can tell. So a run over a few files says nothing of the
    others. Of a file that is gone, a run over its folder speaks.
    """

    severity = "info"
    fixable: ClassVar[Fixable] = "safe"
    source: ClassVar[Literal["schema", "runner", "baseline"]] = "baseline"
