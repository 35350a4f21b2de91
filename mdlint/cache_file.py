"""The file of a cache: lines, to which more are added, each with a kind, a checksum and JSON.

A head tells what the cache depends on. Then come parts: a line of entries, a column for each thing that is known of a
file, and the rows that they need, those of diagnostics by the hundred, those of facts by rule, so that only what is asked
for is read. The same thing said of many files of a part is one row. Of two entries for a file the later one counts.
Nothing is taken on trust: what is not what it says raises DamagedCacheError.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any

from mdlint.diagnostic import Ignore
from mdlint.named import NamedTuple
from mdlint.said import Kind, Row
from mdlint.stored import diagnostic_of, fact_of, ignore_of, row_of_ignore

HEAD, ENTRIES, ROWS = b"H", b"E", b"R"
"""Kinds of lines."""

_BLOCK = 128
"""Rows of diagnostics in a line."""
_MANY_ROWS = 1000
"""Rows from which on it pays to write them with another library than the standard one."""
_CHECK = 9
"""Bytes before a line's JSON: the kind and the checksum."""
_WRONG = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What reading a line may raise that mdlint has not written."""


class DamagedCacheError(Exception):
    """A cache that is not what it says it is."""


class Entry(NamedTuple):
    """What is known of a file: nanoseconds of its last change, 0 where they cannot be trusted; bytes; a digest of the
    content; what was said. `places` are facts that a rule has asked for, None where there is nothing to say."""

    changed: int
    size: int
    content: str
    diagnostics: Sequence[Row]
    facts: Sequence[Row]
    ignores: Sequence[Ignore]
    places: Mapping[str, Row | None]


def line_of(kind: bytes, value: Any, *, quickly: bool = False) -> bytes:
    """A line that holds a value."""
    return with_check(kind, as_json(value, quickly=quickly))


def with_check(kind: bytes, text: bytes) -> bytes:
    """A line that holds JSON."""
    return b"%s%08x%s" % (kind, zlib.crc32(text), text)


def identity(line: bytes) -> bytes:
    """What tells a line from the others of its file."""
    return line[:_CHECK]


def lines_in(data: bytes) -> list[bytes]:
    """The lines of a file, whose checksums are right. Raises DamagedCacheError."""
    *lines, rest = data.split(b"\n")
    if rest or not lines or not all(line[1:_CHECK] == b"%08x" % zlib.crc32(line[_CHECK:]) for line in lines):
        raise DamagedCacheError
    return lines


def value_of(line: bytes) -> Any:
    """What a line holds. Raises DamagedCacheError."""
    try:
        return json.loads(line[_CHECK:])
    except _WRONG as error:
        raise DamagedCacheError from error


def as_json(value: Any, *, quickly: bool) -> bytes:
    """The value on one line; `quickly` with a library that takes a tenth of the time, but some time to import."""
    if quickly:
        # Imported here: see above.
        from mdlint.validating import PydanticSerializationError, to_json

        try:
            return to_json(value)
        except PydanticSerializationError:  # a lone surrogate
            pass
    return json.dumps(value, separators=(",", ":")).encode()


class _Lines(dict[int, list[Row]]):
    """Rows by the number of their line, each line read when it is first needed."""

    def __init__(self, lines: Sequence[bytes], read: Callable[[int, Any], Row]) -> None:
        super().__init__()
        self._lines = lines
        self._read = read

    def __missing__(self, number: int) -> list[Row]:
        read = self._read
        rows = self[number] = [read(number, row) for row in json.loads(self._lines[number][_CHECK:])]
        return rows


class Part:
    """Entries that were written together."""

    def __init__(self, line: bytes, rows: Sequence[bytes]) -> None:
        """Raises DamagedCacheError."""
        try:
            about = json.loads(line[_CHECK:])
            self.paths = _column(about["paths"], str)
            self.changed = _column(about["changed"], int)
            self.sizes = _column(about["sizes"], int)
            self.contents = _column(about["contents"], str)
            self._said: list[list[int]] = about["said"]
            self._facts: list[list[int]] = about["facts"]
            self._more: dict[str, Any] = about["more"]
            kinds: list[Kind] = [(rule, collection) for rule, collection in about["kinds"]]
            _column(list(chain.from_iterable(kinds)), str)
            columns = (self.paths, self.changed, self.sizes, self.contents, self._said, self._facts)
            if len(set(map(len, columns))) > 1 or type(self._more) is not dict:
                raise ValueError("columns are of different length")
            for numbers in (self._said, self._facts):
                if min(_column(list(chain.from_iterable(numbers)), int), default=0) < 0:
                    raise ValueError("there is no such row")
            self.kinds = kinds
            blocks = len(rows) - len(kinds)
            self._diagnostics = _Lines(rows[:blocks], lambda _, row: diagnostic_of(row))
            self._of_kind = _Lines(rows[blocks:], lambda number, row: fact_of([*kinds[number], *row]))
        except _WRONG as error:
            raise DamagedCacheError from error

    def diagnostics(self, at: int) -> list[Row]:
        """What is wrong with a file. Raises DamagedCacheError, as all below."""
        blocks = self._diagnostics
        try:
            return [blocks[number // _BLOCK][number % _BLOCK] for number in self._said[at]]
        except _WRONG as error:
            raise DamagedCacheError from error

    def facts(self, at: int, wanted: Callable[[Kind], bool] | None = None) -> list[tuple[Kind, Row]]:
        """What project rules take out of it, of the wanted kinds."""
        taken, kinds, rows = self._facts[at], self.kinds, self._of_kind
        try:
            return [
                (kinds[kind], rows[kind][number])
                for kind, number in zip(taken[::2], taken[1::2], strict=True)
                if wanted is None or wanted(kinds[kind])
            ]
        except _WRONG as error:
            raise DamagedCacheError from error

    def ignores(self, at: int, path: str) -> tuple[Ignore, ...]:
        """The comments in it that ask to ignore findings."""
        try:
            return tuple([ignore_of(row, path) for row in self._more[str(at)][0]] if str(at) in self._more else ())
        except _WRONG as error:
            raise DamagedCacheError from error

    def places(self, at: int) -> dict[str, Row | None]:
        """The facts with places that rules have asked for."""
        try:
            found = self._more[str(at)][1] if str(at) in self._more else {}
            return {question: None if row is None else fact_of(row) for question, row in found.items()}
        except _WRONG as error:
            raise DamagedCacheError from error

    def entry(self, at: int) -> Entry:
        """All that is known of a file; the comments are those of a file without a path."""
        return Entry(
            self.changed[at],
            self.sizes[at],
            self.contents[at],
            self.diagnostics(at),
            [row for _, row in self.facts(at)],
            self.ignores(at, ""),
            self.places(at),
        )


def part_of(entries: Mapping[str, Entry]) -> list[bytes]:
    """The lines of a part."""
    quickly = len(entries) > _MANY_ROWS // 10
    diagnostics = _Numbers(quickly=quickly)
    kinds: dict[Kind, _Numbers] = {}
    order: dict[Kind, int] = {}
    facts, said, more = [], [], {}
    for at, entry in enumerate(entries.values()):
        said.append([diagnostics.of(row, row) for row in entry.diagnostics])
        taken: list[int] = []
        for row in entry.facts:
            kind = row[:2]
            if kind not in kinds:
                order[kind] = len(kinds)
                kinds[kind] = _Numbers(quickly=quickly)
            taken += (order[kind], kinds[kind].of(row, row[2:]))
        facts.append(taken)
        if entry.ignores or entry.places:
            more[str(at)] = [[row_of_ignore(ignore) for ignore in entry.ignores], entry.places]
    about = {
        "paths": list(entries),
        "changed": [entry.changed for entry in entries.values()],
        "sizes": [entry.size for entry in entries.values()],
        "contents": [entry.content for entry in entries.values()],
        "said": said,
        "facts": facts,
        "more": more,
        "kinds": list(kinds),
    }
    texts = list(diagnostics.texts)
    blocks = [texts[start : start + _BLOCK] for start in range(0, len(texts), _BLOCK)]
    rows = [b"[%s]" % b",".join(block) for block in (*blocks, *(numbers.texts for numbers in kinds.values()))]
    return [line_of(ENTRIES, about, quickly=quickly), *(with_check(ROWS, row) for row in rows)]


class _Numbers:
    """Numbers rows by what they say."""

    def __init__(self, *, quickly: bool) -> None:
        self.texts: dict[bytes, int] = {}
        self._by_id: dict[int, int] = {}
        self._quickly = quickly

    def of(self, row: Row, stored: Row) -> int:
        """The number of a row, which lives at least as long as this; `stored` is the part of it to keep."""
        number = self._by_id.get(id(row))
        if number is None:
            text = as_json(stored, quickly=self._quickly)
            number = self._by_id[id(row)] = self.texts.setdefault(text, len(self.texts))
        return number


def _column(values: Any, kind: type) -> list[Any]:
    """A list of values of one type. Raises ValueError."""
    if type(values) is not list or not set(map(type, values)) <= {kind}:
        raise ValueError(f"not a list of {kind}")
    return values
