"""`json`: for programs. One object, as `schemas/report.schema.json` describes it; the same findings
give the same bytes, so there are no times in it.

A property may be added without a new version; one that goes or changes its meaning makes a new one.
"""

from __future__ import annotations

import json
import re
from typing import Any, TextIO

from mdlint.diagnostic import Diagnostic, Fix, Report
from mdlint.reporters import Options
from mdlint.reporters.safe import SURROGATES, UNSEEN, escape
from mdlint.reporters.screen import is_unicode

VERSION = 1

_SURROGATES = re.compile(f"[{SURROGATES}]")
_UNSEEN = re.compile(f"[{UNSEEN}]")
_NOT_ASCII = re.compile("[^\x20-\x7e]")


def report(report: Report, out: TextIO, options: Options) -> None:  # noqa: ARG001 - every format takes them
    """Write the object, each finding on a line of its own."""
    escaped = _UNSEEN if is_unicode(out) else _NOT_ASCII
    summary = {
        "files": report.files_checked,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "infos": report.count("info"),
    }
    out.write(f'{{\n  "version": {VERSION},\n  "summary": {json.dumps(summary)},\n  "diagnostics": [')
    separator = "\n"
    for diagnostic in report.diagnostics:
        out.write(f"{separator}    {_dump(_as_data(diagnostic), escaped)}")
        separator = ",\n"
    out.write("\n  ]\n}\n" if report.diagnostics else "]\n}\n")


def _as_data(diagnostic: Diagnostic) -> dict[str, Any]:
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
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _dump(data: dict[str, Any], escaped: re.Pattern[str]) -> str:
    r"""The data on one line. Characters that a terminal would obey, or that the output cannot show,
    are written as JSON escapes; a lone surrogate, which many parsers refuse, as text: `\xff`."""
    text = json.dumps(data, ensure_ascii=False)
    if text.isascii() and text.isprintable():
        return text
    text = _SURROGATES.sub(lambda match: json.dumps(escape(match[0]))[1:-1], text)
    return escaped.sub(lambda match: json.dumps(match[0])[1:-1], text)
