"""One file, from its path to what is said of it, or to its fixed content. Nothing here raises: what goes wrong with
a file is a finding."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from mdlint.dependencies import content_digest, noted
from mdlint.diagnostic import NOWHERE, Diagnostic, Finding, Fixed, Outcome, Overview, Span, internal_error
from mdlint.document import Document
from mdlint.linter import Linter, claims
from mdlint.named import NamedTuple
from mdlint.said import Fresh, outcome_of, said_in
from mdlint.source import Source

if TYPE_CHECKING:
    from mdlint.ignoring import Ignored


_MOST_AT_ONCE = 100
"""Files to examine together, which is faster than one by one."""
_LARGE = 4_000_000
"""Bytes that are enough for that."""


class Fixing(NamedTuple):
    """How to fix files: also where the author must look, and whether to write them or only to show the difference.

    wanted: of the findings in one file those to fix, where not all are.
    """

    unsafe: bool = False
    writes: bool = True
    wanted: Callable[[Sequence[Diagnostic]], Sequence[Diagnostic]] | None = None


class Examined(NamedTuple):
    """What was said of a file, a digest of what was read, empty where nothing could be, and the files that had to be read to
    judge it, if no file before had needed them."""

    said: Fresh
    content: str = ""
    depends: tuple[tuple[str, str], ...] = ()


def examine_file(source: Source, linter: Linter) -> Outcome:
    """What there is to say of a file, and what project rules take out of it."""
    (examined,) = examine_each([source], linter, digests=False)
    return outcome_of(source.shown, examined.said)


def examine_each(sources: Iterable[Source], linter: Linter, *, digests: bool = True) -> Iterator[Examined]:
    """The same of many files, in order, and what of each it holds for."""
    for batch in _batches(sources):
        before = len(noted())
        for one, said in zip(batch, _said(batch, linter), strict=True):
            digest = content_digest(one.data) if digests and one.data is not None else ""
            # What a file of the batch has needed is told with its first one.
            yield Examined(said, digest, noted(before))
            before = len(noted())


class _Content(NamedTuple):
    """The bytes of a file, or None and why it could not be read."""

    source: Source
    data: bytes | None
    problem: str = ""


def _batches(sources: Iterable[Source]) -> Iterator[list[_Content]]:
    """The files that are examined together."""
    batch: list[_Content] = []
    size = 0
    for source in sources:
        one = _read(source)
        batch.append(one)
        size += len(one.data or b"")
        if len(batch) == _MOST_AT_ONCE or size > _LARGE:
            yield batch
            batch, size = [], 0
    yield batch


def _read(source: Source) -> _Content:
    if source.problem:
        return _Content(source, None, source.problem)
    try:
        return _Content(source, _content(source))
    except OSError as error:
        return _Content(source, None, _why(error))


def _said(batch: Sequence[_Content], linter: Linter) -> list[Fresh]:
    contents = [(one.source, one.data) for one in batch if one.data is not None]
    try:
        judged = iter(
            linter.say_of_all([Document.read(source.shown, data, linter.settings) for source, data in contents])
        )
    except Exception:  # noqa: BLE001 - one file's crash must not take the others' findings
        judged = iter([said_in(_examined_alone(source, data, linter)) for source, data in contents])
    return [
        said_in(failed(one.source, linter, Finding(NOWHERE, one.problem, rule="unreadable-file")))
        if one.data is None
        else next(judged)
        for one in batch
    ]


def _examined_alone(source: Source, data: bytes, linter: Linter) -> Outcome:
    try:
        return linter.examine(Document.read(source.shown, data, linter.settings))
    except Exception as error:  # noqa: BLE001 - as above
        return failed(source, linter, internal_error("mdlint", error))


def read_file(source: Source, linter: Linter) -> Document | None:
    """The file as it is now; None where it cannot be read."""
    try:
        data = _content(source)
    except OSError:
        return None
    return Document.read(source.shown, data, linter.settings)


def can_be_fixed(found: Sequence[Diagnostic], fixing: Fixing) -> bool:
    """Whether one of the findings has a fix that is wanted."""
    return any(finding.fix is not None and (finding.fix.safe or fixing.unsafe) for finding in found)


def fix_file(
    source: Source, linter: Linter, fixing: Fixing, outcome: Outcome, judged: tuple[Diagnostic, ...] = ()
) -> tuple[Outcome, Fixed | None]:
    """Fix one file: its outcome afterwards, and what was fixed.

    `outcome` is that of `examine_file`, `judged` what project rules say of it. A file that is not written keeps all
    its findings. Standard input always comes back, fixed or not.
    """
    given = Fixed(source.shown, {}, text=source.data) if source.data is not None else None
    found: Sequence[Diagnostic] = outcome.diagnostics + judged
    wanted = fixing.wanted(found) if fixing.wanted is not None and can_be_fixed(found, fixing) else found
    if not can_be_fixed(wanted, fixing):
        return outcome, given
    # Imported here: most files have nothing to fix.
    from mdlint.fixer import fix
    from mdlint.writing import WriteError, write

    try:
        data = _content(source)
        doc = Document.read(source.shown, data, linter.settings)
        unwanted = [] if wanted is found else [finding for finding in found if finding not in wanted]
        result = fix(doc, data, linter, unsafe=fixing.unsafe, judged=judged, unwanted=unwanted)
        after = result.outcome
        if not fixing.writes:
            from mdlint.difference import unified_diff

            return after, Fixed(source.shown, result.counts, unified_diff(source.shown, data, result.data))
        if source.data is None and result.data != data:
            write(source.path, result.data, expected=data)
    except WriteError as error:
        about = Finding(NOWHERE, f"the file {error}; it was left as it is", rule="unwritable-file")
        return _also(outcome, linter.about_file(source.shown, about)), given
    except OSError as error:
        return failed(source, linter, Finding(NOWHERE, _why(error), rule="unreadable-file")), given
    except Exception as error:  # noqa: BLE001 - as above; the file is left as it is
        return _also(outcome, linter.about_file(source.shown, internal_error("fixing", error))), given
    return after, Fixed(source.shown, result.counts, text=None if source.data is None else result.data)


def ignore_in_file(
    source: Source, linter: Linter, found: Sequence[Diagnostic], *, writes: bool
) -> tuple[bytes, Ignored | None, str]:
    """Write comments into a file that ignore what was found in it.

    Its bytes before, what became of them, and why the file was left as it is, if something went wrong.
    """
    # Imported here: it is asked for once in the life of a site.
    from mdlint.ignoring import with_ignores
    from mdlint.writing import WriteError, write

    data = b""
    try:
        data = _content(source)
        doc = Document.read(source.shown, data, linter.settings)
        result = with_ignores(doc, data, found, linter)
        if writes and source.data is None and result.data != data:
            write(source.path, result.data, expected=data)
    except WriteError as error:
        return data, None, f"the file {error}"
    except OSError as error:
        return data, None, _why(error)
    except Exception as error:  # noqa: BLE001 - as above; the file is left as it is
        return data, None, internal_error("mdlint", error).message
    return data, result, ""


def overview_file(source: Source, linter: Linter, found: Iterable[Diagnostic]) -> Overview | None:
    """One file's overview, after it was checked or fixed and this was found. None where it cannot be read."""
    # Imported here: only an audit needs it.
    from mdlint.overview import overview

    try:
        data = _content(source)
        doc = Document.read(source.shown, data, linter.settings)
        claiming = claims(linter.settings, doc)
        secrets = [diagnostic.span for diagnostic in found if diagnostic.is_secret]
        return overview(doc, claiming[0].name if claiming else None, secrets)
    except Exception:  # noqa: BLE001 - what is wrong with the file is among its findings
        return None


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


def _content(source: Source) -> bytes:
    """The bytes to check. Raises OSError."""
    return source.data if source.data is not None else read_bytes(source.path)


_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Without waiting for someone to write into a pipe."""


def failed(source: Source, linter: Linter, finding: Finding) -> Outcome:
    """The outcome of a file that could not be examined."""
    return Outcome(linter.about_file(source.shown, finding))


def _also(outcome: Outcome, more: tuple[Diagnostic, ...]) -> Outcome:
    return outcome._replace(diagnostics=tuple(sorted((*outcome.diagnostics, *more), key=_place)))


def _place(diagnostic: Diagnostic) -> tuple[Span, str]:
    return diagnostic.span, diagnostic.rule


def _why(error: OSError) -> str:
    return f"the file cannot be read: {(error.strerror or str(error)).lower()}"
