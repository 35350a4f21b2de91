"""`mdlint check --add-ignores`: comments for what was found, so that only new findings are reported."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from mdlint.diagnostic import Diagnostic
from mdlint.difference import unified_diff
from mdlint.files import ignore_in_file
from mdlint.linter import Linter
from mdlint.report import Report
from mdlint.reporters.safe import escape
from mdlint.reporters.summary import number_of
from mdlint.settings import Settings
from mdlint.source import Source


def add_ignores(report: Report, sources: Sequence[Source], settings: Settings, options: dict[str, Any]) -> int:
    """Write the comments, or show them with --diff, and tell what could not be ignored. The exit code: 0."""
    linter = Linter(settings)
    found: dict[str, list[Diagnostic]] = {}
    for finding in report.diagnostics:
        found.setdefault(finding.path, []).append(finding)
    added = files = 0
    for source in sources:
        if source.data is None and source.shown not in found:
            continue
        before, result, why = ignore_in_file(source, linter, found.get(source.shown, ()), writes=not options["diff"])
        if result is None:
            _tell(source.shown, f"{why}; nothing is ignored in it")
        else:
            added += result.added
            files += bool(result.added)
            for finding, reason in result.refused:
                _tell(f"{finding.path}:{finding.span.line}:{finding.span.column}", f"{finding.rule} {reason}")
        after = before if result is None else result.data
        if options["diff"]:
            _put_out(unified_diff(source.shown, before, after))
        elif source.data is not None:
            _put_out(after)
    if not options["quiet"]:
        verb = "Would ignore" if options["diff"] else "Ignored"
        on_stdout = not options["diff"] and all(source.data is None for source in sources)
        click.echo(f"{verb} {number_of(added, 'finding')} in {number_of(files, 'file')}", err=not on_stdout)
    return 0


def _tell(place: str, what: str) -> None:
    click.echo(f"mdlint: {escape(place)}: {escape(what)}", err=True)


def _put_out(content: str | bytes) -> None:
    """Print a text as it is; a terminal would obey some characters of a difference."""
    if isinstance(content, str):
        content = "\n".join(map(escape, content.split("\n"))) if sys.stdout.isatty() else content
        content = content.encode("utf-8", "surrogateescape")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
