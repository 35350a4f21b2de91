"""What lies around the files that are checked: the clock, the folders, and the network if it was asked for. Handed to
project rules, so that these stay pure and tests can give them any time, any tree and any answer."""

from __future__ import annotations

import os
import posixpath
import stat
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import Literal, TypeAlias

from mdlint.dependencies import content_digest

MOST_ENTRIES = 100_000
"""Names in one folder that are listed; nobody keeps more assets in one, and a listing must end."""

_LARGEST = 1_000_000
"""Bytes of a configuration that are read."""

Seen: TypeAlias = dict[str, dict[str, str]]
"""Digests of the names in `folders` and of `texts`, by absolute path; empty where nothing is."""


class Site:
    """The time of the run, the names in folders, each listed once, and the text of configurations, each read once.

    base: the absolute folder that reported paths are relative to. root: the absolute folder of the configuration, or of
    the run where there is none. questions: what has been asked for since somebody emptied it, `now` and `unreachable`, which are
    other ones in each run, and `files`.
    """

    def __init__(
        self,
        now: float,
        base: str,
        root: str,
        *,
        listing: Callable[[str], frozenset[str] | None] | None = None,
        reading: Callable[[str], str | None] | None = None,
        unreachable: Callable[[Sequence[str]], Mapping[str, str]] | None = None,
    ) -> None:
        """`listing` gives the names in a folder and `reading` the text of a file, in place of the file system."""
        self.questions: set[Literal["now", "unreachable", "files"]] = set()
        self._now = now
        self._listing = listing or _listing
        self._reading = reading or _reading
        self._unreachable = unreachable
        self.base = base
        self.root = root
        self._below: dict[str, str] = {}  # a folder as reported → as seen from the root
        self._entries: dict[str, frozenset[str] | None] = {}
        self._texts: dict[str, str | None] = {}

    @classmethod
    def here(cls, root: str = "", *, online: bool = False) -> Site:
        """That of a run in the current folder, now; `online` lets it use the network."""
        base = os.getcwd().replace(os.sep, "/")
        if not online:
            return cls(time.time(), base, root or base)
        # Imported here: no run uses the network unless it is told to.
        from mdlint.online import asking

        return cls(time.time(), base, root or base, unreachable=asking())

    def in_root(self, path: str) -> str:
        """A reported path, relative to the root."""
        if self.base == self.root and not path.startswith(("/", "../")):
            return path
        end = path.rfind("/") + 1
        folder = path[:end]
        known = self._below.get(folder)
        if known is None:
            start = posixpath.relpath(posixpath.join(self.base, folder), self.root)
            known = self._below[folder] = "" if start == "." else f"{start}/"
        return known + path[end:]

    @property
    def now(self) -> float:
        """Seconds since 1970 began in UTC."""
        self.questions.add("now")
        return self._now

    @property
    def unreachable(self) -> Callable[[Sequence[str]], Mapping[str, str]] | None:
        """Gives per URL that cannot be reached what its server says, or why none does; None where the run may not use the
        network."""
        self.questions.add("unreachable")
        return self._unreachable

    def entries(self, folder: str) -> frozenset[str] | None:
        """The names in an absolute folder, as its file system spells them; None where there is no such folder."""
        self.questions.add("files")
        if folder not in self._entries:
            self._entries[folder] = self._listing(folder)
        return self._entries[folder]

    def read(self, path: str) -> str | None:
        """The beginning of a text, such as a generator's configuration; None where there is no such file."""
        self.questions.add("files")
        if path not in self._texts:
            self._texts[path] = self._reading(path)
        return self._texts[path]

    def seen(self) -> Seen:
        """What has been looked at so far."""
        return {
            "folders": {path: _digest_of(path, self.entries) for path in self._entries},
            "texts": {path: _digest_of(path, self.read) for path in self._texts},
        }

    def is_still(self, seen: Seen) -> bool:
        """Whether everything is as it was seen."""
        return all(
            _digest_of(path, look) == was
            for part, look in (("folders", self.entries), ("texts", self.read))
            for path, was in seen[part].items()
        )


def _digest_of(path: str, look: Callable[[str], frozenset[str] | str | None]) -> str:
    found = look(path)
    if found is None:
        return ""
    text = found if isinstance(found, str) else "\0".join(sorted(found))
    return content_digest(text.encode("utf-8", "surrogatepass"))


def _listing(folder: str) -> frozenset[str] | None:
    try:
        with os.scandir(folder) as found:
            return frozenset(map(attrgetter("name"), islice(found, MOST_ENTRIES)))
    except (OSError, ValueError):  # a path with a NUL has no folder
        return None


def _reading(path: str) -> str | None:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        with open(path, "rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace").removeprefix("\ufeff")
    except (OSError, ValueError):
        return None
