"""What lies around the files that are checked: the clock, and the folders. Handed to project rules, so that
these stay pure and tests can give them any time and any tree."""

from __future__ import annotations

import os
import posixpath
import time
from collections.abc import Callable
from pathlib import Path

_MOST_ENTRIES = 100_000
"""Names in one folder; nobody keeps more assets in one, and a listing must end."""


class Site:
    """The time of the run, and the names in folders, each listed once.

    now: seconds since 1970 began in UTC. base: the absolute folder that reported paths are relative to. root: the absolute folder
    of the configuration, or of the run where there is none.
    """

    def __init__(
        self, now: float, base: str, root: str, listing: Callable[[str], frozenset[str] | None] | None = None
    ) -> None:
        """`listing` gives the names in a folder, in place of the file system."""
        self.now = now
        self._listing = listing or _listing
        self.base = base
        self.root = root
        self._entries: dict[str, frozenset[str] | None] = {}

    @classmethod
    def here(cls, root: str = "") -> Site:
        """That of a run in the current folder, now."""
        base = Path.cwd().as_posix()
        return cls(time.time(), base, root or base)

    def in_root(self, path: str) -> str:
        """A reported path, relative to the root."""
        if self.base == self.root and not path.startswith(("/", "../")):
            return path
        return posixpath.relpath(posixpath.join(self.base, path), self.root)

    def entries(self, folder: str) -> frozenset[str] | None:
        """The names in an absolute folder, as its file system spells them; None where there is no such folder."""
        if folder not in self._entries:
            self._entries[folder] = self._listing(folder)
        return self._entries[folder]


def _listing(folder: str) -> frozenset[str] | None:
    try:
        with os.scandir(folder) as found:
            return frozenset(entry.name for entry, _ in zip(found, range(_MOST_ENTRIES), strict=False))
    except OSError:
        return None
