"""`github`: workflow commands, of which GitHub Actions makes annotations on the changed lines."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from mdlint.diagnostic import Diagnostic, Severity
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.screen import Screen

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}

_MOST = 10
"""Annotations of one level that GitHub shows for a step."""

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write a command per finding."""
    screen = Screen(out, color=False)
    out.writelines(_command(diagnostic, screen, options) for diagnostic in report.diagnostics)


def annotate(report: Report, out: TextIO, options: Options) -> None:
    """Write commands for as many findings as GitHub shows, behind a report that people read in the log."""
    screen = Screen(out, color=False)
    counts: Counter[Severity] = Counter()
    for diagnostic in options.shown(report):
        counts[diagnostic.severity] += 1
        if counts[diagnostic.severity] <= _MOST:
            out.write(_command(diagnostic, screen, options))


def _command(diagnostic: Diagnostic, screen: Screen, options: Options) -> str:
    span = diagnostic.span
    properties = {
        "title": f"mdlint ({diagnostic.rule})",
        "file": options.in_repository(diagnostic.path),
        "line": str(span.line),
        "endLine": str(span.end_line),
    }
    if span.line == span.end_line:  # else GitHub leaves the annotation out
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    listed = ",".join(f"{name}={screen.show(text.translate(_PROPERTY))}" for name, text in properties.items())
    message = screen.show_message(diagnostic.message)
    if diagnostic.hint:
        message += f"\nhint: {screen.show_message(diagnostic.hint)}"
    return f"::{_LEVELS[diagnostic.severity]} {listed}::{message.translate(_DATA)}\n"
