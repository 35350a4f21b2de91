"""`json`: for programs. One object, as `schemas/report.schema.json` describes it; the same findings
give the same bytes, so there are no times in it.

A property may be added without a new version; one that goes or changes its meaning makes a new one.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from mdlint.diagnostic import Diagnostic, Fix
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.json_text import JsonText

VERSION = 1


def report(report: Report, out: TextIO, options: Options) -> None:  # noqa: ARG001 - every format takes them
    """Write the object, each finding on a line of its own."""
    dump = JsonText(out)
    summary = {
        "files": report.files_checked,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "infos": report.count("info"),
        "fixed": sum(sum(fixed.counts.values()) for fixed in report.fixed),
        "known": report.known,
        "unchanged": report.unchanged,
    }
    out.write(f'{{\n  "version": {VERSION},\n  "summary": {json.dumps(summary)},\n  "diagnostics": [')
    separator = "\n"
    for diagnostic in report.diagnostics:
        out.write(f"{separator}    {dump(as_data(diagnostic))}")
        separator = ",\n"
    out.write('\n  ],\n  "fixed": [' if report.diagnostics else '],\n  "fixed": [')
    changed = [{"path": fixed.path, "rules": fixed.counts} for fixed in report.fixed if fixed.counts]
    out.write(",".join(f"\n    {dump(fixed)}" for fixed in changed))
    out.write("\n  ]\n}\n" if changed else "]\n}\n")


def as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """A finding, as the schema describes it."""
    span = diagnostic.span
    return {
        "path": diagnostic.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint or None,
        "key_path": diagnostic.key_path,
        "fix": _fix_as_data(diagnostic.fix) if diagnostic.fix is not None else None,
    }


def _fix_as_data(fix: Fix) -> dict[str, Any]:
    edits = [
        {"start": edit.start, "end": edit.end, "start_byte": start, "end_byte": end, "text": edit.text}
        for edit, (start, end) in zip(fix.edits, fix.byte_ranges or [edit[:2] for edit in fix.edits], strict=True)
    ]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
