"""How a report is shown: one module per format, each with a function `report(report, out, options)`.

To add a format, write such a module and name it in `FORMATS`; a module is imported when it is used.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, TypeAlias

from mdlint.diagnostic import SEVERITIES, Diagnostic, Severity
from mdlint.record import Record
from mdlint.report import Findings, Report

if TYPE_CHECKING:
    from mdlint.rules import Registry

FORMATS: dict[str, str] = {
    "text": "mdlint.reporters.text",
    "concise": "mdlint.reporters.concise",
    "json": "mdlint.reporters.json",
    "jsonl": "mdlint.reporters.jsonl",
    "github": "mdlint.reporters.github",
    "gitlab": "mdlint.reporters.gitlab",
    "junit": "mdlint.reporters.junit",
    "sarif": "mdlint.reporters.sarif",
    "rdjson": "mdlint.reporters.rdjson",
    "markdown": "mdlint.reporters.markdown",
    "html": "mdlint.reporters.html",
}
"""Each format's module, by the name that `--output-format` takes."""


def _own_rules() -> Registry:
    # Imported here: only few formats speak of the rules.
    from mdlint.rules import OWN

    return OWN


class Options(Record):
    """What the reader of the report asked for. Formats for programs, such as `json`, heed none of it.

    color: with terminal colours. width: columns that a source line may take, its gutter included.
    fold: one frame for the same finding in many files. statistics: counts by rule, no findings.
    quiet: only the findings that make the run fail, those at or above `fail_on`, and no summary; what
    is printed and the exit code then always agree. fixing: the files were fixed, so that findings with a
    fix are those that were left. unsafe: fixes that the author must look at are wanted too.

    For formats that services read: folder: the current directory as seen from the root of the repository,
    POSIX, where it is another one. registry: gives the rules of the run, for their documentation.
    """

    color: bool = False
    width: int = 100
    fold: bool = True
    statistics: bool = False
    quiet: bool = False
    fail_on: Severity = "warning"
    fixing: bool = False
    unsafe: bool = False
    folder: str = ""
    registry: Callable[[], Registry] = staticmethod(_own_rules)

    def in_repository(self, path: str) -> str:
        """A diagnostic's path, relative to the root of the repository."""
        return posixpath.normpath(posixpath.join(self.folder, path)) if self.folder else path

    def shown(self, report: Report) -> Findings:
        """The findings to speak of, in the report's order."""
        found = Findings.of(report.diagnostics)
        if not self.quiet:
            return found
        worst = SEVERITIES[: SEVERITIES.index(self.fail_on) + 1]
        return Findings([(path, [row for row in rows if row[2] in worst]) for path, rows in found.files])

    def fails(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding makes the run fail."""
        return SEVERITIES.index(diagnostic.severity) <= SEVERITIES.index(self.fail_on)


Reporter: TypeAlias = Callable[[Report, TextIO, Options], None]


def wants_overviews(reporter: Reporter) -> Reporter:
    """Mark a function that also reads `Report.overviews`, which cost a run time."""
    vars(reporter)["needs_overviews"] = True
    return reporter


def needs_overviews(reporter: Callable[..., None]) -> bool:
    """Whether a function is marked so."""
    return getattr(reporter, "needs_overviews", False)


def load(name: str) -> Reporter:
    """The function that writes a format. Raises KeyError for an unknown name."""
    reporter: Reporter = import_module(FORMATS[name]).report
    return reporter
