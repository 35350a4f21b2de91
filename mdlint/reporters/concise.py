"""`concise`: a line per finding, `path:line:col: severity[rule] message`, for editors and for grep."""

from __future__ import annotations

from typing import TextIO

from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.screen import BOLD, SEVERITY, Screen
from mdlint.reporters.summary import write_statistics, write_summary


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write a line per finding, or per rule its count."""
    screen = Screen(out, color=options.color)
    found = options.shown(report)
    if options.statistics:
        write_statistics(found, out, screen)
    else:
        for d in found:
            label = screen.paint(SEVERITY[d.severity], f"{d.severity}[{d.rule}]")
            path = screen.paint(BOLD, screen.show_path(d.path))
            out.write(f"{path}:{d.span.line}:{d.span.column}: {label} {screen.show_message(d.message)}\n")
    if not options.quiet:
        write_summary(report, out, options)
