"""The counts below the findings, or in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from mdlint.diagnostic import SEVERITIES, Diagnostic, Report
from mdlint.reporters.screen import SEVERITY, Screen


def number_of(count: int, noun: str) -> str:
    """`1 file`, `1,711 files`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def write_summary(report: Report, out: TextIO) -> None:
    """One line: files checked, time, findings by severity."""
    counts = [(severity, report.count(severity)) for severity in SEVERITIES]
    found = ", ".join(number_of(count, severity) for severity, count in counts if count) or "no findings"
    out.write(f"Checked {number_of(report.files_checked, 'file')} in {report.elapsed:.1f} s: {found}\n")


def write_statistics(diagnostics: Iterable[Diagnostic], out: TextIO, screen: Screen) -> None:
    """A line per rule, the most frequent first: count, severity, rule."""
    counts = Counter((d.severity, d.rule) for d in diagnostics)
    rows = sorted(counts.items(), key=lambda row: (-row[1], SEVERITIES.index(row[0][0]), row[0][1]))
    width = len(f"{rows[0][1]:,}") if rows else 0
    out.writelines(
        f"{count:>{width},}  {screen.paint(SEVERITY[severity], f'{severity:<7}')}  {rule}\n"
        for (severity, rule), count in rows
    )
