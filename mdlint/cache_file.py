"""The file of a cache: lines, to which more are added, each with a kind, a checksum and JSON.

A head tells what the cache depends on. Then come parts: a line of entries, a column for each thing that is known of a
file but its facts, a line of these, and the rows that they need, those of diagnostics by the hundred, those of facts by rule, so
that only what is asked for is read. The same thing said of many files of a part is one row. Of two entries for a file the later one counts.
Nothing is taken on trust: what is not what it says raises DamagedCacheError.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from mdlint.diagnostic import Ignore, Row
from mdlint.named import NamedTuple
from mdlint.said import Kind
from mdlint.stored import diagnostic_of, fact_of, ignore_of, row_of_ignore

HEAD, ENTRIES, FACTS, ROWS = b"H", b"E", b"F", b"R"
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


class _Diagnostics(dict[int, Row]):
    """Rows of diagnostics by their numbers, each line read when one of it is first needed."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, number: int) -> Row:
        line, at = divmod(number, _BLOCK)
        rows = list(map(diagnostic_of, json.loads(self._lines[line][_CHECK:])))
        self.update(enumerate(rows, line * _BLOCK))
        return rows[at]


class _Facts(dict[int, list[Row]]):
    """Rows of facts by the number of their kind, each line read when it is first needed."""

    def __init__(self, kinds: Sequence[Kind], lines: Sequence[bytes]) -> None:
        super().__init__()
        self._kinds = kinds
        self._lines = lines

    def __missing__(self, number: int) -> list[Row]:
        kind = self._kinds[number]
        rows = self[number] = [fact_of([*kind, *row]) for row in json.loads(self._lines[number][_CHECK:])]
        return rows


class Part:
    """Entries that were written together."""

    def __init__(self, line: bytes, others: Sequence[bytes]) -> None:
        """`others` are the line of facts and those of rows. Raises DamagedCacheError."""
        try:
            self._line_of_facts, *rows = others
            about = json.loads(line[_CHECK:])
            self.paths = _column(about["paths"], str)
            self.changed = _column(about["changed"], int)
            self.sizes = _column(about["sizes"], int)
            self.contents = _column(about["contents"], str)
            self._said = _numbers(about["said"])
            self._more: dict[int, Any] = {int(at): more for at, more in about["more"].items()}
            kinds: list[Kind] = [(rule, collection) for rule, collection in about["kinds"]]
            _column(list(chain.from_iterable(kinds)), str)
            columns = (self.paths, self.changed, self.sizes, self.contents, self._said)
            if len(set(map(len, columns))) > 1:
                raise ValueError("columns are of different length")
            self.kinds = kinds
            blocks = len(rows) - len(kinds)
            self._diagnostics = _Diagnostics(rows[:blocks])
            self._of_kind = _Facts(kinds, rows[blocks:])
        except _WRONG as error:
            raise DamagedCacheError from error

    @cached_property
    def _facts(self) -> list[list[int]]:
        """Per file its facts: the number of the kind, that of the row, and so on."""
        facts = _numbers(json.loads(self._line_of_facts[_CHECK:]))
        if len(facts) != len(self.paths):
            raise ValueError("there are facts of more or fewer files")
        return facts

    def diagnostics(self, at: int) -> list[Row]:
        """What is wrong with a file. Raises DamagedCacheError, as all below."""
        try:
            return list(map(self._diagnostics.__getitem__, self._said[at]))
        except _WRONG as error:
            raise DamagedCacheError from error

    def facts(self, at: int, wanted: Callable[[Kind], bool] | None = None) -> list[tuple[Kind, Row]]:
        """What project rules take out of it, of the wanted kinds."""
        kinds, rows = self.kinds, self._of_kind
        try:
            taken = self._facts[at]
            return [
                (kinds[kind], rows[kind][number])
                for kind, number in zip(taken[::2], taken[1::2], strict=True)
                if wanted is None or wanted(kinds[kind])
            ]
        except _WRONG as error:
            raise DamagedCacheError from error

    def ignores(self, at: int, path: str) -> tuple[Ignore, ...]:
        """The comments in it that ask to ignore findings."""
        if at not in self._more:
            return ()
        try:
            return tuple([ignore_of(row, path) for row in self._more[at][0]])
        except _WRONG as error:
            raise DamagedCacheError from error

    def places(self, at: int) -> dict[str, Row | None]:
        """The facts with places that rules have asked for."""
        try:
            found = self._more[at][1] if at in self._more else {}
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
        "more": more,
        "kinds": list(kinds),
    }
    texts = list(diagnostics.texts)
    blocks = [texts[start : start + _BLOCK] for start in range(0, len(texts), _BLOCK)]
    rows = [b"[%s]" % b",".join(block) for block in (*blocks, *(numbers.texts for numbers in kinds.values()))]
    return [
        line_of(ENTRIES, about, quickly=quickly),
        line_of(FACTS, facts, quickly=quickly),
        *(with_check(ROWS, row) for row in rows),
    ]


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


def _numbers(lists: list[list[int]]) -> list[list[int]]:
    """Lists of numbers of rows. Raises ValueError or TypeError."""
    if min(_column(list(chain.from_iterable(lists)), int), default=0) < 0:
        raise ValueError("there is no such row")
    return lists
