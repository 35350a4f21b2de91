"""`rdjson`: for reviewdog, which comments on the changed lines of a pull request and suggests the fix.

Columns count UTF-8 bytes there.
"""

from __future__ import annotations

from typing import Any, TextIO

from mdlint.diagnostic import Diagnostic, Span
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.json_text import JsonText
from mdlint.reporters.wording import HOME, help_address, sentence

_STARS = "****"
"""What a source line shows in the place of a secret."""


def report(report: Report, out: TextIO, options: Options) -> None:  # noqa: ARG001 - every format takes them
    """Write the object, each finding on a line of its own."""
    dump = JsonText(out)
    out.write(f'{{\n  "source": {dump({"name": "mdlint", "url": HOME})},\n  "diagnostics": [')
    out.write(",".join(f"\n    {dump(_as_data(diagnostic))}" for diagnostic in report.diagnostics))
    out.write("\n  ]\n}\n" if report.diagnostics else "]\n}\n")


def _as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    code = {"value": diagnostic.rule}
    if address := help_address(diagnostic.rule):
        code["url"] = address
    data: dict[str, Any] = {
        "message": sentence(diagnostic),
        "location": {"path": diagnostic.path, "range": _range(diagnostic.byte_span or diagnostic.span)},
        "severity": diagnostic.severity.upper(),
        "code": code,
    }
    if suggestion := _suggestion(diagnostic):
        data["suggestions"] = [suggestion]
    return data


def _range(span: Span) -> dict[str, Any]:
    return {
        "start": {"line": span.line, "column": span.column},
        "end": {"line": span.end_line, "column": span.end_column},
    }


def _suggestion(diagnostic: Diagnostic) -> dict[str, Any] | None:
    """The fix as one replacement: several suggestions would be offered one by one, and half a fix breaks a file.

    Several edits are joined where all between them is known, on the line that the finding has at hand.
    """
    fix, excerpt = diagnostic.fix, diagnostic.excerpt
    if fix is None or not fix.edits:
        return None
    first, *others = sorted(
        zip(fix.spans, fix.byte_spans or fix.spans, fix.edits, strict=True), key=lambda part: part[2][:2]
    )
    span, byte_span, edit = first
    text = edit.text
    for next_span, next_byte_span, next_edit in others:
        if excerpt is None or {excerpt.line} != {span.line, span.end_line, next_span.line, next_span.end_line}:
            return None
        start, end = span.end_column - excerpt.column, next_span.column - excerpt.column
        between = excerpt.text[max(start, 0) : max(end, 0)]
        if len(between) != end - start or _STARS in between:
            return None
        text += between + next_edit.text
        span = span._replace(end_column=next_span.end_column)
        byte_span = byte_span._replace(end_column=next_byte_span.end_column)
    return {"range": _range(byte_span), "text": text}
