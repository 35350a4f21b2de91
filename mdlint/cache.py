"""What mdlint said of files last time, for those that have not changed.

A cache holds for one way of judging: its name is a digest of mdlint's version and of the settings, and it names the files
that the settings depend on. An entry counts if the file has the size and the time of its last change that it had, or
else the same content: a fresh checkout has new times. What is new is added to the file's end; it is written anew once most of
it does not count any more. A cache that cannot be read, or that is not what it says, is made anew.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count, repeat, takewhile
from typing import Any

from mdlint.cache_file import (
    ENTRIES,
    FACTS,
    HEAD,
    ROWS,
    DamagedCacheError,
    Entry,
    Part,
    line_of,
    lines_in,
    part_of,
    value_of,
)
from mdlint.cache_folder import drop_old, file_in, make
from mdlint.dependencies import begin, dependencies, digest
from mdlint.diagnostic import Ignore, PlacedFact, Row
from mdlint.named import NamedTuple
from mdlint.said import Fresh, Kind, Said
from mdlint.settings import Settings
from mdlint.source import Source

_FRESH = 2_000_000_000
"""Nanoseconds. A file that was changed so shortly before may change again without getting another time."""
_TIMES = b"T"
"""The kind of a line that tells of new times of files that are the same."""
_SMALL = 100_000
"""Bytes of a cache that is always written anew."""


class State(NamedTuple):
    """A file as it is now: nanoseconds of its last change, 0 where they cannot be trusted, and bytes."""

    changed: int
    size: int


class Known(NamedTuple):
    """What was said of a file that has not changed since."""

    part: Part
    at: int
    path: str

    @property
    def diagnostics(self) -> Sequence[Row]:
        return self.part.diagnostics(self.at)

    @property
    def ignores(self) -> Sequence[Ignore]:
        return self.part.ignores(self.at, self.path)

    def facts(self, wanted: Callable[[Kind], bool] | None = None) -> Iterable[tuple[Kind, Row]]:
        return self.part.facts(self.at, wanted)


class Cache:
    """The outcomes of a run before, and of this one. Only what `find` has found may raise DamagedCacheError when it is looked
    at; else nothing here raises: without a cache everything is read anew."""

    def __init__(self, folder: str | os.PathLike[str], settings: Settings, version: str) -> None:
        self.notes: tuple[str, ...] = ()
        """What the user should know of the schemas, as the linter said it."""
        self._folder = os.fspath(folder)
        self._root = settings.root
        self._start = f"{settings.root}/" if settings.root else ""
        self._file = file_in(self._folder, settings, version)
        self.clear()
        begin()
        try:
            self._load()
        except (OSError, DamagedCacheError):
            self.clear()

    def clear(self) -> None:
        """Know nothing."""
        self.notes = ()
        self.is_new = True
        """Whether nothing is known yet, so that the schemas must be loaded to know whether they can be used."""
        self.others: list[bytes] = []
        """Lines of other kinds than those of files, all that were kept."""
        self.replaced: list[tuple[str, Said | None, Fresh]] = []
        """What is new: a path, what was said of it before, and now."""
        self._kept: Sequence[bytes] | None = None
        self._not_fresh = 0
        self._head = b""
        self._size = 0
        self._depends: dict[str, str] = {}
        self._at: dict[str, tuple[Part, int]] = {}
        self._times: dict[str, int] = {}
        self._new: dict[str, Entry] = {}

    def find(self, source: Source) -> tuple[Said | None, State | None]:
        """What was said of a file that has not changed, and the file's state; None where it must be read."""
        if source.data is not None or source.problem:
            return None, None
        try:
            status = os.stat(source.path)
        except OSError:
            return None, None
        changed, size = status.st_mtime_ns, status.st_size
        if changed > self._not_fresh:
            # A clock that was asked before may be behind by now, but never ahead.
            self._not_fresh = time.time_ns() - _FRESH
            if changed > self._not_fresh:
                changed = 0
        state = State(changed, size)
        key = self._key(source)
        found = self._at.get(key)
        if found is None:
            return None, state
        part, at = found
        if part.sizes[at] != size:
            return None, state
        if part.changed[at] != changed or not changed:
            if digest(source.path) != part.contents[at]:
                return None, state
            if changed:
                part.changed[at] = self._times[key] = changed
        return Known(part, at, source.shown), state

    def contents(self, sources: Iterable[Source], *, before: bool = False) -> list[str]:
        """The digests of the files' contents, as they were found or kept, or as they were before this run; empty where nothing
        is known of a file."""
        new: Mapping[str, Entry] = {} if before else self._new
        contents = []
        for source in sources:
            key = self._key(source)
            if key in new:
                contents.append(new[key].content)
            elif key in self._at:
                part, at = self._at[key]
                contents.append(part.contents[at])
            else:
                contents.append("")
        return contents

    def keep(self, source: Source, state: State, content: str, said: Fresh) -> None:
        """Remember what was said of a file. `state` is what `find` gave, `content` the digest of what was read."""
        if not source.path.isprintable():
            return
        key = self._key(source)
        before = self._at.get(key)
        self.replaced.append((source.shown, Known(*before, source.shown) if before else None, said))
        self._new[key] = Entry(*state, content, said.diagnostics, said.taken, said.ignores, {})

    def _key(self, source: Source) -> str:
        """What a file is known by: its path below the root."""
        return source.path.removeprefix(self._start)

    def forget(self, source: Source) -> None:
        """Know nothing of a file any more."""
        key = self._key(source)
        self._new.pop(key, None)
        self._at.pop(key, None)

    def places(self, source: Source, rule: str, asked: Iterable[tuple[Any, ...]]) -> list[PlacedFact | None] | None:
        """What `keep_places` was given for the same file, rule and questions; None where it was not all given."""
        key = self._key(source)
        try:
            known = self._new[key].places if key in self._new else self._at[key][0].places(self._at[key][1])
            rows = [known[_question(rule, one)] for one in asked]
        except (KeyError, DamagedCacheError):
            return None
        return [None if row is None else PlacedFact(source.shown, *row) for row in rows]

    def keep_places(
        self, source: Source, rule: str, asked: Iterable[tuple[Any, ...]], found: Iterable[PlacedFact | None]
    ) -> None:
        """Remember facts with their places that a rule has asked for."""
        key = self._key(source)
        if key not in self._new:
            if key not in self._at:
                return
            part, at = self._at[key]
            self._new[key] = part.entry(at)
        places = {
            _question(rule, one): None if fact is None else fact[1:] for one, fact in zip(asked, found, strict=True)
        }
        entry = self._new[key]
        self._new[key] = entry._replace(places={**entry.places, **places})

    def keep_others(self, lines: Sequence[bytes]) -> None:
        """Remember lines of other kinds than those of files, all that count."""
        self._kept = lines

    def save(self, notes: tuple[str, ...]) -> None:
        """Write what is new, whole or not at all; what another run writes meanwhile may be lost, which only costs time."""
        others = self.others if self._kept is None else self._kept
        there = set(self.others)
        added = [line for line in others if line not in there]
        if not self._new and not self._times and not added:
            return
        depends = dict(dependencies(self._root))
        if self.is_new or self._size < _SMALL or not depends.keys() <= self._depends.keys():
            self._write(notes, self._depends | depends, others)
        else:
            lines = [line_of(_TIMES, self._times)] if self._times else []
            lines += part_of(self._new) if self._new else []
            self._add(notes, b"".join(line + b"\n" for line in (*lines, *added)), others)

    def _add(self, notes: tuple[str, ...], data: bytes, others: Sequence[bytes]) -> None:
        """Add lines to the file, if it is still the one that was read."""
        how = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        try:
            file = os.open(self._file, how)
        except OSError:
            return  # it is gone, or cannot be written
        try:
            if os.read(file, len(self._head)) != self._head:
                return  # another run has made it anew
            if os.fstat(file).st_size - len(self._head) + len(data) > 2 * self._size:
                self._write(notes, self._depends, others)
            else:
                os.write(file, data)  # at once, behind what other runs have added meanwhile
        except OSError:
            return
        finally:
            os.close(file)

    def _write(self, notes: tuple[str, ...], depends: Mapping[str, str], others: Sequence[bytes]) -> None:
        """Write the file anew, without what does not count any more."""
        # Imported here: a run in which little has changed writes no file anew.
        from mdlint.writing import WriteError, write

        entries = {}
        for key, (part, at) in self._at.items():
            if key not in self._new and os.path.lexists(os.path.join(self._root, key)):
                # Without an entry a file is read again.
                with contextlib.suppress(DamagedCacheError):
                    entries[key] = part.entry(at)
        lines = [*part_of(entries | self._new), *others]
        size = sum(len(line) + 1 for line in lines)
        head = line_of(HEAD, {"size": size, "notes": notes, "depends": sorted(depends.items())})
        try:
            make(self._folder)
            write(self._file, b"".join(line + b"\n" for line in (head, *lines)), durable=False)
            drop_old(self._folder)
        except (OSError, WriteError):
            return  # a folder that cannot be written

    def _load(self) -> None:
        """Raises OSError and DamagedCacheError."""
        with open(self._file, "rb") as file:
            head, *lines = lines_in(file.read())
        try:
            about = value_of(head)
            if any(digest(path) != was for path, was in about["depends"]):
                return  # what judges the files has changed
            self.notes = tuple(str(note) for note in about["notes"])
            self._depends = dict(about["depends"])
            self._head, self._size = head + b"\n", int(about["size"])
        except (ValueError, TypeError, LookupError) as error:
            raise DamagedCacheError from error
        for number, line in enumerate(lines):
            if line.startswith(ENTRIES):
                part = Part(line, list(takewhile(lambda one: one.startswith((FACTS, ROWS)), lines[number + 1 :])))
                self._at.update(zip(part.paths, zip(repeat(part), count()), strict=False))
            elif line.startswith(_TIMES):
                self._take_times(value_of(line))
            elif not line.startswith((FACTS, ROWS)):
                self.others.append(line)
        self.is_new = False

    def _take_times(self, times: Any) -> None:
        if type(times) is not dict or not set(map(type, times.values())) <= {int}:
            raise DamagedCacheError
        for key, changed in times.items():
            if key in self._at:
                part, at = self._at[key]
                part.changed[at] = changed


def _question(rule: str, asked: tuple[Any, ...]) -> str:
    return json.dumps((rule, *asked))
