"""How far a long run has come, on standard error. For terminals only: whoever makes it looks first."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

_PATIENCE = 0.5
"""Seconds before anything is shown: most runs are over by then."""
_PAUSE = 0.1
"""Seconds between two numbers."""


class Progress:
    """Called with the number of files done. Leaving its `with` block clears the line, also on Ctrl-C."""

    def __init__(self, total: int, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out = out
        self._total = total
        self._clock = clock
        self._next = clock() + _PATIENCE
        self._width = 0

    def __call__(self, done: int) -> None:
        now = self._clock()
        if now < self._next:
            return
        self._next = now + _PAUSE
        text = f"Checked {done:,} of {self._total:,} files"
        self._width = max(self._width, len(text))
        self._write(f"\r{text}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._width:
            self._write(f"\r{' ' * self._width}\r")

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
