"""A template's code where a value should be: `title: {{ name }}`."""

from __future__ import annotations

from mdlint.diagnostic import Edit, Fix, Severity, shortened
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.values import Problem
from mdlint.regex import regex

TEMPLATE = regex(r"\{\{.*\}\}|\{%.*%\}")
_HINT = "put quotes around the value"


def unquoted_template(text: str, start: int, *, is_line: bool = False, breaks: bool = False) -> Problem:
    """The problem of a value, or of a whole line, that is a template's code and stands at an offset of its file.

    breaks: whether the front matter could not be read because of it.
    """
    end = start + len(text)
    severity: Severity | None = "error" if breaks else None
    if is_line:
        message = f"`{shortened(text)}` is a template's code, and no field"
        return Problem("unquoted-template", start, end, message, "write what it stands for", severity=severity)
    message = f"`{shortened(text)}` is a template's code without quotes"
    fix = Fix(_HINT, (Edit(start, end, in_quotes(text)),), safe=True)
    return Problem("unquoted-template", start, end, message, _HINT, fix, severity=severity)
