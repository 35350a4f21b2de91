"""Many files → one report. Reads them, and writes those that it was asked to fix; a file that fails is a finding."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from mdlint.diagnostic import NOWHERE, Diagnostic, Finding, Fixed, Overview, Report, Span
from mdlint.document import Document
from mdlint.linter import Linter, claims, internal_error
from mdlint.settings import Settings
from mdlint.source import Source


class Fixing(NamedTuple):
    """How to fix files: also where the author must look, and whether to write them or only to show the difference."""

    unsafe: bool = False
    writes: bool = True


def run(
    sources: Iterable[Source],
    settings: Settings,
    progress: Callable[[int], None] | None = None,
    fixing: Fixing | None = None,
    *,
    overviews: bool = False,
) -> Report:
    """Check the files in order, or fix them. `progress` is told after each how many are done.

    `overviews` asks for `Report.overviews`, for which each file is read once more.
    """
    started = time.perf_counter()
    linter = Linter(settings)
    diagnostics: list[Diagnostic] = []
    fixed: list[Fixed] = []
    seen: list[Overview] = []
    checked = 0
    for source in sources:
        if fixing is None:
            found = check_file(source, linter)
        else:
            found, what = fix_file(source, linter, fixing)
            fixed.extend(filter(None, (what,)))
        diagnostics.extend(found)
        if overviews:
            seen.extend(filter(None, (overview_file(source, linter, found),)))
        checked += 1
        if progress is not None:
            progress(checked)
    elapsed = time.perf_counter() - started
    return Report(checked, tuple(diagnostics), elapsed, linter.notes, tuple(fixed), tuple(seen))


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


def fix_file(source: Source, linter: Linter, fixing: Fixing) -> tuple[tuple[Diagnostic, ...], Fixed | None]:
    """Fix one file: what is left to say of it, and what was fixed. Never raises.

    A file that is not written keeps all its findings. Standard input always comes back, fixed or not.
    """
    found = check_file(source, linter)
    given = Fixed(source.shown, {}, text=source.data) if source.data is not None else None
    if not any(finding.fix is not None and (finding.fix.safe or fixing.unsafe) for finding in found):
        return found, given
    # Imported here: most files have nothing to fix.
    from mdlint.fixer import fix
    from mdlint.writing import WriteError, write

    try:
        data = source.data if source.data is not None else read_bytes(source.path)
        doc = Document.from_bytes(source.shown, data, linter.settings.limits, linter.settings.generator)
        result = fix(doc, data, linter, unsafe=fixing.unsafe)
        if not fixing.writes:
            from mdlint.difference import unified_diff

            return result.left, Fixed(source.shown, result.counts, unified_diff(source.shown, data, result.data))
        if source.data is None and result.data != data:
            write(source.path, result.data, expected=data)
    except WriteError as error:
        about = Finding(NOWHERE, f"the file {error}; it was left as it is", rule="unwritable-file")
        return tuple(sorted((*found, *linter.about_file(source.shown, about)), key=_place)), given
    except OSError as error:
        return linter.about_file(source.shown, Finding(NOWHERE, _why(error), rule="unreadable-file")), given
    except Exception as error:  # noqa: BLE001 - as above; the file is left as it is
        return (*found, *linter.about_file(source.shown, internal_error("fixing", error))), given
    return result.left, Fixed(source.shown, result.counts, text=None if source.data is None else result.data)


def overview_file(source: Source, linter: Linter, found: Iterable[Diagnostic]) -> Overview | None:
    """One file's overview, after it was checked or fixed and this was found. None where it cannot be read."""
    # Imported here: only an audit needs it.
    from mdlint.overview import overview

    try:
        data = source.data if source.data is not None else read_bytes(source.path)
        doc = Document.from_bytes(source.shown, data, linter.settings.limits, linter.settings.generator)
        claiming = claims(linter.settings, doc)
        secrets = [diagnostic.span for diagnostic in found if diagnostic.is_secret]
        return overview(doc, claiming[0].name if claiming else None, secrets)
    except Exception:  # noqa: BLE001 - what is wrong with the file is among its findings
        return None


def _place(diagnostic: Diagnostic) -> tuple[Span, str]:
    return diagnostic.span, diagnostic.rule


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
