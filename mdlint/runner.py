"""Many files → one report. Reads them, never writes; a file that fails is a finding."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable

from mdlint.diagnostic import NOWHERE, Diagnostic, Finding, Report
from mdlint.document import Document
from mdlint.linter import Linter, internal_error
from mdlint.settings import Settings
from mdlint.source import Source


def run(sources: Iterable[Source], settings: Settings, progress: Callable[[int], None] | None = None) -> Report:
    """Check the files in order. `progress` is told after each how many are done."""
    started = time.perf_counter()
    linter = Linter(settings)
    diagnostics: list[Diagnostic] = []
    checked = 0
    for source in sources:
        diagnostics.extend(check_file(source, linter))
        checked += 1
        if progress is not None:
            progress(checked)
    return Report(checked, tuple(diagnostics), time.perf_counter() - started, linter.notes)


def check_file(source: Source, linter: Linter) -> tuple[Diagnostic, ...]:
    """One file's diagnostics. Never raises: what goes wrong is among them."""
    if source.problem:
        return linter.about_file(source.shown, Finding(NOWHERE, source.problem, rule="unreadable-file"))
    try:
        data = source.data if source.data is not None else read_bytes(source.path)
    except OSError as error:
        return linter.about_file(source.shown, Finding(NOWHERE, _why(error), rule="unreadable-file"))
    try:
        return linter.lint(Document.from_bytes(source.shown, data, linter.settings.limits, linter.settings.generator))
    except Exception as error:  # noqa: BLE001 - one file's crash must not take the others' findings
        return linter.about_file(source.shown, internal_error("mdlint", error))


def read_bytes(path: str) -> bytes:
    """A regular file's bytes. Raises OSError, also for a pipe or a device, which could block."""
    file = os.open(path, _HOW)
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(None, "is not a regular file")
        data = os.read(file, status.st_size + 1)
        # Fewer bytes than asked for are all there is, unless the file is very large or has changed.
        while len(data) != status.st_size and (more := os.read(file, 1 << 20)):
            data += more
    finally:
        os.close(file)
    return data


_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Without waiting for someone to write into a pipe."""


def _why(error: OSError) -> str:
    return f"the file cannot be read: {(error.strerror or str(error)).lower()}"
