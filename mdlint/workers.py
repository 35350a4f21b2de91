"""Many files in several processes: the same outcomes, sooner.

A process that dies takes only its share of the files with it. That is tried again in halves, until the file is
found that ends the process that examines it: a finding about the file.
"""

from __future__ import annotations

import contextlib
import gc
import marshal
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from mdlint import GARBAGE_THRESHOLDS
from mdlint.diagnostic import Ignore, Row, internal_error
from mdlint.files import Examined, examine_each, failed
from mdlint.linter import Linter
from mdlint.named import NamedTuple
from mdlint.said import Fresh, said_in
from mdlint.settings import Settings
from mdlint.source import Source

_SHARE = 100
"""Files that a process is given at once: few enough for all to end at about the same time."""
_linter: Linter | None = None
"""The linter of a worker."""


def start_method() -> str:
    """How processes are started: as copies of this one where that is safe, which costs least.

    A copy holds the locks that other threads held, and no thread to let them go.
    """
    try:
        return "fork" if sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1 else "spawn"
    except OSError:  # nothing tells
        return "spawn"


def examine_all(sources: Sequence[Source], linter: Linter, jobs: int, method: str | None = None) -> Iterator[Examined]:
    """Each file's outcome, in order. `method` is one of multiprocessing's ways to start a process."""
    method = method or start_method()
    waiting = deque(sources[start : start + _SHARE] for start in range(0, len(sources), _SHARE))
    while waiting:
        try:
            for examined in _together(tuple(waiting), linter, jobs, method):
                waiting.popleft()
                yield from examined
        except BrokenProcessPool:
            # The share that is next is one of those that may have ended the process; if it was not, the next one may be.
            yield from _carefully(waiting.popleft(), linter, method)


def _together(shares: Sequence[Sequence[Source]], linter: Linter, jobs: int, method: str) -> Iterator[list[Examined]]:
    """The outcomes of each share, in order. Raises BrokenProcessPool."""
    others = set(multiprocessing.active_children())  # those of a program that uses mdlint
    with _pool(linter, jobs, method) as pool:
        try:
            # Ctrl-C is for the process that waits, once the others have been started.
            with _without_interrupts():
                waiting = [pool.submit(_examine, share) for share in shares]
            rows: dict[int, list[Row]] = {}
            for future in waiting:
                yield future.result().unpacked(rows)
        except BrokenProcessPool:
            raise  # the pool ends the others, and is left when its thread has ended: a copy can be made again
        except BaseException:
            for process in set(multiprocessing.active_children()) - others:
                process.terminate()  # nobody wants to know what they would find
            # One may have ended in the midst of what it said: its thread waits for the rest while anybody could write it.
            pool._result_queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001 - nothing public
            # Its thread is waited for: one that ends while this process does may be told to wake up when it cannot.
            pool.shutdown(cancel_futures=True)
            raise


def _carefully(share: Sequence[Source], linter: Linter, method: str) -> Iterator[Examined]:
    """The outcomes of a share in which a file may end the process that examines it."""
    try:
        (found,) = _together([share], linter, 1, method)
    except BrokenProcessPool as error:
        if len(share) == 1:
            yield Examined(said_in(failed(share[0], linter, internal_error("a worker process", error))))
        else:
            middle = len(share) // 2
            yield from _carefully(share[:middle], linter, method)
            yield from _carefully(share[middle:], linter, method)
    else:
        yield from found


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back; a process that is started meanwhile never hears of it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _pool(linter: Linter, jobs: int, method: str) -> ProcessPoolExecutor:
    global _linter  # noqa: PLW0603 - a copy of this process finds it there
    context = multiprocessing.get_context(method)
    if method == "fork":
        _linter = linter.import_rules()
        gc.freeze()  # what is there need not be looked through, nor copied, by each process
        return ProcessPoolExecutor(jobs, context, _start)
    return ProcessPoolExecutor(jobs, context, _start, (linter.given,))


def _start(settings: Settings | None = None) -> None:
    global _linter  # noqa: PLW0603 - one linter for a process
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for Windows, see `_without_interrupts`
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    if settings is not None:
        _linter = Linter(settings).load()


def _end_with_parent() -> None:
    """End as soon as the process that wants the outcomes has gone, however that was ended."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # this is a worker
    parent.join()
    os._exit(1)


class _Packed(NamedTuple):
    """What a process says of a share of files. What it has said before is a number: most of it is said of many files.

    process: its number. rows: those that are new. files: per file the numbers of diagnostics and of facts, and all else.
    """

    process: int
    rows: list[Row]
    files: list[tuple[list[int], list[int], Sequence[Ignore], str, tuple[tuple[str, str], ...]]]

    def unpacked(self, rows: dict[int, list[Row]]) -> list[Examined]:
        """The outcomes; `rows` are those that each process has sent before, to which these are added."""
        known = rows.setdefault(self.process, [])
        known += self.rows
        row = known.__getitem__
        return [
            Examined(Fresh(list(map(row, said)), list(map(row, facts)), ignores), content, depends)
            for said, facts, ignores, content, depends in self.files
        ]


class _Packing:
    """Numbers what a process says."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._new: list[Row] = []
        self._count = 0

    def pack(self, examined: Iterable[Examined]) -> _Packed:
        """The same, to be sent to the process that waits."""
        files = [
            (
                list(map(self._number, said.diagnostics)),
                list(map(self._number_of_fact, said.taken)),
                said.ignores,
                content,
                depends,
            )
            for said, content, depends in examined
        ]
        new, self._new = self._new, []
        return _Packed(os.getpid(), new, files)

    def _number_of_fact(self, row: Row) -> int:
        try:
            # A fact's value may be a list, or be equal to one of another type.
            return self._number(row, (*row[:6], marshal.dumps(row[6], 2), *row[7:]))
        except ValueError:  # not the JSON data that it should be
            return self._number(row, object())

    def _number(self, row: Row, key: Hashable | None = None) -> int:
        try:
            number = self._numbers.setdefault(key or row, self._count)
        except TypeError:  # a plugin's finding may hold anything
            number = self._count
        if number == self._count:
            self._new.append(row)
            self._count += 1
        return number


_packing = _Packing()


def _examine(share: Sequence[Source]) -> _Packed:
    assert _linter is not None  # set before the first share
    return _packing.pack(examine_each(share, _linter))
