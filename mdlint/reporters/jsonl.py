"""`jsonl`: for programs that read a finding at a time. A line per finding, each an object as in `json`."""

from __future__ import annotations

from typing import TextIO

from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.json import as_data
from mdlint.reporters.json_text import JsonText


def report(report: Report, out: TextIO, options: Options) -> None:  # noqa: ARG001 - every format takes them
    """Write the lines; none where nothing was found."""
    dump = JsonText(out)
    out.writelines(f"{dump(as_data(diagnostic))}\n" for diagnostic in report.diagnostics)
