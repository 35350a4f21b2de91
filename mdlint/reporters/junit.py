"""`junit`: JUnit's XML, which most build servers read. A suite per file, a test case per finding.

A finding that makes the run fail is a failed test, a milder one a test that passed with something to say.
"""

from __future__ import annotations

import codecs
from collections import Counter
from itertools import groupby
from typing import TextIO
from xml.sax.saxutils import escape as escape_xml

from mdlint.diagnostic import Diagnostic, format_key_path
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.safe import escape

_NO_XML = str.maketrans({0xFFFE: r"\ufffe", 0xFFFF: r"\uffff"})
"""Characters that XML cannot hold although they do nothing."""
_QUOTED = {'"': "&quot;", "##[": "#&#35;["}  # the latter is an order to GitHub Actions


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the document."""
    text = "".join(_suites(report, options))
    encoding = getattr(out, "encoding", None)
    if encoding and codecs.lookup(encoding).name != "utf-8":
        text = text.encode("ascii", "xmlcharrefreplace").decode()
    out.write(text)


def _suites(report: Report, options: Options) -> list[str]:
    tests = max(len(report.diagnostics), 1)
    failures = sum(map(options.fails, report.diagnostics))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        f'<testsuites name="mdlint" tests="{tests}" failures="{failures}" errors="0">\n',
    ]
    if not report.diagnostics:  # some servers take a report without tests for a broken one
        lines.append('  <testsuite name="mdlint" tests="1" failures="0" errors="0">\n')
        lines.append('    <testcase name="no findings" classname="mdlint"/>\n  </testsuite>\n')
    for path, group in groupby(report.diagnostics, lambda diagnostic: diagnostic.path):
        found = list(group)
        failures = sum(map(options.fails, found))
        shown = _xml(options.in_repository(path))
        lines.append(f'  <testsuite name="{shown}" tests="{len(found)}" failures="{failures}" errors="0">\n')
        names: Counter[str] = Counter()
        for diagnostic in found:
            name = f"{diagnostic.rule} {format_key_path(diagnostic.key_path or ())}".rstrip()
            names[name] += 1
            if names[name] > 1:  # servers take tests of one name for one test
                name = f"{name} ({names[name]})"
            lines.append(
                f'    <testcase name="{_xml(name)}" classname="{shown}" file="{shown}" line="{diagnostic.span.line}">\n'
            )
            lines.append(_outcome(diagnostic, shown, fails=options.fails(diagnostic)))
            lines.append("    </testcase>\n")
        lines.append("  </testsuite>\n")
    lines.append("</testsuites>\n")
    return lines


def _outcome(diagnostic: Diagnostic, path: str, *, fails: bool) -> str:
    place = f"{path}:{diagnostic.span.line}:{diagnostic.span.column}"
    message = _xml(diagnostic.message)
    text = f"{place}: {diagnostic.severity}[{_xml(diagnostic.rule)}] {message}"
    if diagnostic.hint:
        text += f"\nhint: {_xml(diagnostic.hint)}"
    if fails:
        return f'      <failure type="{diagnostic.severity}" message="{message}">{text}</failure>\n'
    return f"      <system-out>{text}</system-out>\n"


def _xml(text: str) -> str:
    return escape_xml(escape(text).translate(_NO_XML), _QUOTED)
