"""Many files in several processes: the same outcomes, sooner.

A process that dies takes only its share of the files with it. That is tried again in halves, until the file is
found that ends the process that examines it: a finding about the file.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from mdlint.diagnostic import internal_error
from mdlint.files import Examined, examine, failed
from mdlint.linter import Linter
from mdlint.said import said_in
from mdlint.settings import Settings
from mdlint.source import Source

_SHARE = 100
"""Files that a process is given at once: few enough for all to end at about the same time."""
_linter: Linter | None = None
"""The linter of a worker."""


def start_method() -> str:
    """How processes are started: as copies of this one where that is safe, which costs least."""
    return "fork" if sys.platform == "linux" else "spawn"


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
    with _pool(linter, jobs, method) as pool:
        try:
            # Ctrl-C is for the process that waits, once the others have been started.
            with _without_interrupts():
                waiting = [pool.submit(_examine, share) for share in shares]
            for future in waiting:
                yield future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()  # nobody wants to know what they would find
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
    if settings is not None:
        gc.set_threshold(100_000, 50, 100)
        _linter = Linter(settings).load()


def _end_with_parent() -> None:
    """End as soon as the process that wants the outcomes has gone, however that was ended."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # this is a worker
    parent.join()
    os._exit(1)


def _examine(share: Sequence[Source]) -> list[Examined]:
    assert _linter is not None  # set before the first share
    return [examine(source, _linter) for source in share]
