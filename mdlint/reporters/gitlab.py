"""`gitlab`: a Code Quality report, which GitLab shows beside a merge request and its changes."""

from __future__ import annotations

from typing import TextIO

from mdlint.diagnostic import Severity
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.fingerprint import fingerprints
from mdlint.reporters.json_text import JsonText
from mdlint.reporters.wording import sentence

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the list, each finding on a line of its own."""
    dump = JsonText(out)
    paths = [options.in_repository(diagnostic.path) for diagnostic in report.diagnostics]
    found = [
        {
            "description": sentence(diagnostic),
            "check_name": diagnostic.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[diagnostic.severity],
            "location": {
                "path": path,
                "lines": {"begin": diagnostic.span.line, "end": diagnostic.span.end_line},
            },
        }
        for diagnostic, path, fingerprint in zip(
            report.diagnostics, paths, fingerprints(report.diagnostics, paths), strict=True
        )
    ]
    out.write("[" + ",".join(f"\n  {dump(one)}" for one in found) + ("\n]\n" if found else "]\n"))
