"""What mdlint said of files last time, for those that have not changed.

A cache holds for one way of judging: its name is a digest of mdlint's version and of the settings, and it names the files
that the settings depend on. An entry counts if the file has the size and the time of its last change that it had, or
else the same content: a fresh checkout has new times. The file is text: a line about the cache, one with the
entries, and a line for each thing that was said, whatever the number of files it was said of. A cache that cannot be
read, or that is not what it says, is made anew.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from mdlint.dependencies import content_digest, dependencies, digest
from mdlint.diagnostic import Diagnostic, Outcome, PlacedFact
from mdlint.named import NamedTuple
from mdlint.settings import Settings
from mdlint.source import Source
from mdlint.stored import diagnostic_of, fact_of, ignore_of, row_of, row_of_ignore

FOLDER = ".mdlint_cache"
_SUFFIX = ".cache"
_MOST_CACHES = 8
"""Ways of judging whose caches are kept, the latest ones: a hook, CI and an audit may each select other rules."""
_MANY_ROWS = 1000
"""Lines from which on it pays to write them with another library than the standard one."""
_MANY_FILES = 100
_FRESH = 2_000_000_000
"""Nanoseconds. A file that was changed so shortly before may change again without getting another time."""
_IGNORE = "# Made by mdlint.\n*\n"


_NOTHING_THERE = -1


class Entry(NamedTuple):
    """What is known of a file. Rows are numbers of lines in the cache; the places are those of facts that a rule has
    asked for, `_NOTHING_THERE` where there is nothing to say."""

    changed: int
    size: int
    content: str
    diagnostics: list[int]
    facts: list[int]
    ignores: list[int]
    places: dict[str, int]


_NEW: Any = tuple.__new__


class _Read(dict[int, tuple[Any, ...]]):
    """Lines of a cache as they were read, by their numbers, each read when it is first needed."""

    def __init__(self, lines: list[str], read: Callable[[Any], tuple[Any, ...]]) -> None:
        super().__init__()
        self._lines = lines
        self._read = read

    def __missing__(self, number: int) -> tuple[Any, ...]:
        row = self[number] = self._read(json.loads(self._lines[number]))
        return row

    def all_of(self, numbers: Iterable[int]) -> None:
        """Read these at once, which takes a third of the time. Those that cannot be read are left for later."""
        wanted = [number for number in set(numbers) if 0 <= number < len(self._lines)]
        try:
            rows = json.loads(f"[{','.join(map(self._lines.__getitem__, wanted))}]")
            self.update(zip(wanted, map(self._read, rows), strict=True))
        except (ValueError, TypeError, RecursionError):
            self.clear()


_KINDS = (int, int, str, list, list, list, dict)
"""The types of an entry's parts."""
_NOT_WHAT_IT_SAYS = (ValueError, TypeError, LookupError, RecursionError)
"""What reading a line may raise that mdlint has not written."""


class State(NamedTuple):
    """A file as it is now: nanoseconds of its last change, 0 where they cannot be trusted, and bytes."""

    changed: int
    size: int


class Cache:
    """The outcomes of a run before, and of this one. Nothing here raises: without a cache everything is read anew."""

    def __init__(self, folder: Path, settings: Settings, version: str) -> None:
        self.notes: tuple[str, ...] = ()
        """What the user should know of the schemas, as the linter said it."""
        self._folder = folder
        self._root = settings.root
        self._name = fingerprint(settings, version)
        self._rows: list[str] = []
        self._entries: dict[str, Entry] = {}
        self._diagnostics = _Read(self._rows, diagnostic_of)
        self._facts = _Read(self._rows, fact_of)
        self._is_new = True
        self._changed = False
        try:
            self._load()
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            self._rows.clear()
            self._entries, self._is_new = {}, True
        self._numbers: dict[str, int] | None = None

    @property
    def is_new(self) -> bool:
        """Whether nothing is known yet, so that the schemas must be loaded to know whether they can be used."""
        return self._is_new

    def expect(self, sources: Sequence[Source]) -> None:
        """Be asked about so many files."""
        if len(sources) >= _MANY_FILES:
            entries = [entry for source in sources if (entry := self._entries.get(self._key(source))) is not None]
            try:
                self._diagnostics.all_of(row for entry in entries for row in entry.diagnostics)
                self._facts.all_of(row for entry in entries for row in entry.facts)
            except TypeError:  # what is wrong with an entry is seen when it is asked for
                return

    def find(self, source: Source) -> tuple[Outcome | None, State | None]:
        """The outcome of a file that has not changed, and the file's state; None where it must be read."""
        state = _state(source)
        if state is None:
            return None, None
        key = self._key(source)
        entry = self._entries.get(key)
        if entry is None or entry.size != state.size:
            return None, state
        if entry.changed != state.changed or not state.changed:
            if digest(source.path) != entry.content:
                return None, state
            self._entries[key] = entry._replace(changed=state.changed)
            self._changed = self._changed or bool(state.changed)
        try:
            return self._outcome(entry, source.shown), state
        except _NOT_WHAT_IT_SAYS:
            return None, state

    def keep(self, source: Source, state: State, content: str, outcome: Outcome) -> None:
        """Remember a file's outcome. `state` is what `find` gave, `content` the digest of what was read."""
        if not source.path.isprintable():
            return
        self._entries[self._key(source)] = Entry(
            state.changed,
            state.size,
            content,
            [self._number(row_of(found)) for found in outcome.diagnostics],
            [self._number(row_of(fact)) for fact in outcome.facts],
            [self._number(row_of_ignore(ignore)) for ignore in outcome.ignores],
            {},
        )
        self._changed = True

    def forget(self, source: Source) -> None:
        """Know nothing of a file any more."""
        self._changed |= self._entries.pop(self._key(source), None) is not None

    def places(self, source: Source, rule: str, asked: Iterable[tuple[Any, ...]]) -> list[PlacedFact | None] | None:
        """What `keep_places` was given for the same file, rule and questions; None where it was not all given."""
        entry = self._entries.get(self._key(source))
        if entry is None:
            return None
        try:
            rows = [entry.places[_question(rule, one)] for one in asked]
            return [None if row == _NOTHING_THERE else PlacedFact(source.shown, *self._facts[row]) for row in rows]
        except _NOT_WHAT_IT_SAYS:
            return None

    def keep_places(
        self, source: Source, rule: str, asked: Iterable[tuple[Any, ...]], found: Iterable[PlacedFact | None]
    ) -> None:
        """Remember facts with their places that a rule has asked for."""
        if (entry := self._entries.get(self._key(source))) is not None:
            for one, fact in zip(asked, found, strict=True):
                entry.places[_question(rule, one)] = _NOTHING_THERE if fact is None else self._number(row_of(fact))
            self._changed = True

    def save(self, notes: tuple[str, ...]) -> None:
        """Write what has changed, whole or not at all; another run's cache may be lost, which only costs time."""
        if not self._changed:
            return
        # Imported here: a run in which nothing has changed writes nothing.
        from mdlint.writing import WriteError, write

        entries = {key: entry for key, entry in self._entries.items() if os.path.lexists(os.path.join(self._root, key))}
        rows = self._used(entries)
        body = "\n".join((json.dumps(list(entries.items())), *rows)).encode()
        head = {"check": zlib.crc32(body), "notes": notes, "depends": dependencies(self._root)}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            ignore = self._folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text(_IGNORE)
            write(str(self._folder / (self._name + _SUFFIX)), json.dumps(head).encode() + b"\n" + body, durable=False)
            self._drop_old()
        except (OSError, WriteError):
            return  # a folder that cannot be written

    def _load(self) -> None:
        data = (self._folder / (self._name + _SUFFIX)).read_bytes()
        end = data.index(b"\n")
        head = json.loads(data[:end])
        if zlib.crc32(memoryview(data)[end + 1 :]) != head["check"]:
            raise ValueError("the cache is damaged")
        if any(digest(path) != was for path, was in head["depends"]):
            raise ValueError("what judges the files has changed")
        self.notes = tuple(str(note) for note in head["notes"])
        entries, *self._rows[:] = data[end + 1 :].decode().split("\n")
        for key, entry in json.loads(entries):
            if type(key) is not str or tuple(map(type, entry)) != _KINDS:
                raise ValueError("the cache holds something else")
            self._entries[key] = Entry(*entry)
        self._is_new = False

    def _key(self, source: Source) -> str:
        return source.path.removeprefix(self._root + "/") if self._root else source.path

    def _outcome(self, entry: Entry, shown: str) -> Outcome:
        return Outcome(
            # Tuples are made as such: this runs for each thing that is said of ten thousand files.
            tuple([_NEW(Diagnostic, (shown, *self._diagnostics[row])) for row in entry.diagnostics]),
            tuple([_NEW(PlacedFact, (shown, *self._facts[row])) for row in entry.facts]),
            tuple([ignore_of(json.loads(self._rows[row]), shown) for row in entry.ignores]),
        )

    def _number(self, row: tuple[Any, ...]) -> int:
        """The number of the line that says this."""
        if self._numbers is None:
            self._numbers = {text: number for number, text in enumerate(self._rows)}
        text = _as_json(row, quickly=len(self._rows) > _MANY_ROWS)
        number = self._numbers.setdefault(text, len(self._rows))
        if number == len(self._rows):
            self._rows.append(text)
        return number

    def _used(self, entries: dict[str, Entry]) -> list[str]:
        """The lines that the entries need, which are numbered anew. Entries that need others are dropped."""
        new: dict[int, int] = {}
        for key, entry in list(entries.items()):
            places = entry.places.values()
            if not self._are_there(chain(*entry[3:6], (row for row in places if row != _NOTHING_THERE))):
                del entries[key]
                continue
            said, facts, ignores = ([new.setdefault(row, len(new)) for row in rows] for rows in entry[3:6])
            placed = [row if row == _NOTHING_THERE else new.setdefault(row, len(new)) for row in places]
            moved = dict(zip(entry.places, placed, strict=True))
            entries[key] = Entry(entry.changed, entry.size, entry.content, said, facts, ignores, moved)
        return [self._rows[row] for row in new]

    def _are_there(self, rows: Iterable[Any]) -> bool:
        """Whether all of these are numbers of lines."""
        count = len(self._rows)
        return all(type(row) is int and 0 <= row < count for row in rows)

    def _drop_old(self) -> None:
        caches = sorted(self._folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in caches[_MOST_CACHES:]:
            path.unlink()


def fingerprint(settings: Settings, version: str) -> str:
    """A digest of all that judges files, but for the files named in the settings."""
    parts = (version, sys.version, sys.flags.optimize, settings.judging(), _own_code())
    return content_digest(repr(parts).encode(errors="backslashreplace"))


def folder_for(settings: Settings) -> Path:
    """Where the cache is kept, unless the user says otherwise."""
    return Path(settings.root or ".", FOLDER)


def remove(folder: Path) -> bool:
    """Remove a cache's folder, if it is one; whether there was one."""
    ignore = folder / ".gitignore"
    if not ignore.is_file() or ignore.read_text(errors="replace") != _IGNORE:
        return False
    for path in (*folder.glob(f"*{_SUFFIX}"), ignore):
        path.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
    return True


def _as_json(row: tuple[Any, ...], *, quickly: bool) -> str:
    if not quickly:
        return json.dumps(row)
    # Imported here: it takes a tenth of the standard library's time, but some time to import.
    from mdlint.validating import PydanticSerializationError, to_json

    try:
        return to_json(row).decode()
    except PydanticSerializationError:  # a lone surrogate
        return json.dumps(row)


def _question(rule: str, asked: tuple[Any, ...]) -> str:
    return json.dumps((rule, *asked))


def _state(source: Source) -> State | None:
    if source.data is not None or source.problem:
        return None
    try:
        status = os.stat(source.path)
    except OSError:
        return None
    is_fresh = time.time_ns() - status.st_mtime_ns < _FRESH
    return State(0 if is_fresh else status.st_mtime_ns, status.st_size)


def _own_code() -> list[tuple[str, int, int]]:
    """The state of mdlint's own files where it is run from a checkout, in which they change without a new version."""
    package = os.path.dirname(__file__)
    if "site-packages" in package:
        return []
    found = []
    for folder, _, names in os.walk(package):
        for name in names:
            if name.endswith((".py", ".json")):
                status = os.stat(os.path.join(folder, name))
                found.append((name, status.st_mtime_ns, status.st_size))
    return sorted(found)
