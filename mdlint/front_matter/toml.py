"""TOML as located values: tomllib judges the syntax and gives the values, a scan gives the places.

tomllib has no positions. Once it has accepted a text, finding where each key and value stands needs
no grammar, only the ends of strings, arrays and inline tables (https://toml.io/en/v1.0.0).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from mdlint.front_matter.values import Mapping, Node, Problem, Scalar, Sequence, give_values, oversized
from mdlint.regex import regex
from mdlint.settings import Limits

_BLANK = regex(r"[ \t\r\n]*+(?:#[^\n]*+[ \t\r\n]*+)*+")
_SPACE = regex(r"[ \t]*+")
_KEY = regex(r"[A-Za-z0-9_-]++|\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"|'[^']*+'")
_TEXT = regex(
    r'"""(?:\\.|[^\\])*?""""{0,2}|'
    r"'''.*?''''{0,2}|"
    r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|'
    r"'[^']*+'",
    re.DOTALL,
)
_OTHER = regex(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d[^\s,\]}#]*|[^\s,\]}#]+")
_PLAIN_ENTRY = regex(
    r"[ \t]*([A-Za-z0-9_-]+)[ \t]*=[ \t]*"
    r"(\"[^\"\\\n]*\"(?!\")|'[^'\n]*'(?!')|[^\s\"'\[{#][^\s#]*(?=[ \t]*(?:\r?\n|#|\Z)))"
)
"""Most of all entries: a single name, and a value that is not an array, a table or a text over lines."""
_MOST_BROKEN = 20
"""Values that are left out, so that the others can be read."""
_LONE_CR = regex(r"\r(?!\n)")


def read_toml(source: str, offset: int, limits: Limits) -> tuple[Mapping | None, list[Problem]]:
    """The root of the TOML in `source`, which stands at `offset` in its file, and what is wrong.

    An entry of one line that is no TOML is left out, and named. The root is None when the text is not TOML otherwise,
    or over the limits; the problem then says why.
    """
    if "\r" in source:
        # A CR alone ends a line for us in every format, though not in TOML.
        source = _LONE_CR.sub("\n", source)
    if source.count(".") >= limits.depth:
        # tomllib takes a minute for a key of fifty thousand parts.
        dotted = (found.start(1) for found in _dotted(limits.depth).finditer(source) if found[1])
        if (start := next(dotted, None)) is not None:
            return None, [oversized(start + offset, _too_deep(limits))]
    found: list[Problem] = []
    while True:
        try:
            data = tomllib.loads(source)
        except tomllib.TOMLDecodeError as error:
            # Imported here: hardly any front matter is broken.
            from mdlint.front_matter.broken_toml import explained

            broken = explained(str(error), source, offset)
            found.append(broken.problem)
            if broken.rest is None or len(found) > _MOST_BROKEN:
                return None, found
            source = broken.rest
        except RecursionError:
            return None, [*found, oversized(offset, _too_deep(limits))]
        except ValueError:  # an integer of more digits than Python reads
            return None, [*found, oversized(offset, "holds a number of more than 4,300 digits")]
        else:
            break
    scan = _Scan(source, offset, limits)
    try:
        root = scan.document()
    except _TooMuch as error:
        return None, [*found, oversized(offset, str(error))]
    give_values(root, data)
    return (root if root.entries or not found else None), found


@cache
def _dotted(depth: int) -> re.Pattern[str]:
    """What finds, as its group, a key of more parts than tables may be nested; else it takes what keys are not in."""
    part = rf"(?:{_KEY.pattern})[ \t]*\.[ \t]*"
    return re.compile(rf"((?:{part}){{{depth}}})|{_TEXT.pattern}|#[^\n]*|[A-Za-z0-9_-]+", re.DOTALL)


def _too_deep(limits: Limits) -> str:
    return f"is nested more than {limits.depth} levels deep"


class _TooMuch(Exception):  # noqa: N818 - the end of reading, not an error of ours
    pass


class _Scan:
    """Walks a text that is known to be valid TOML."""

    def __init__(self, source: str, offset: int, limits: Limits) -> None:
        self.source = source
        self.offset = offset
        self.limits = limits
        self.at = 0
        self.nodes = 0
        self.root = Mapping(offset, flow=False)
        self.depth = 1
        """How many collections are around an entry of the current table."""

    def document(self) -> Mapping:
        table = self.root
        while self._skip(_BLANK) < len(self.source):
            if self.source.startswith("[", self.at):
                table = self._header()
            else:
                self._entry(table)
        return self.root

    def _header(self) -> Mapping:
        """`[a.b]` or `[[a.b]]`: the table that the following entries belong to."""
        start = self.at + self.offset
        width = 2 if self.source.startswith("[[", self.at) else 1
        self.at += width
        keys = self._keys()
        self.at += width
        table = self.root
        self.depth = len(keys) + width
        if self.depth > self.limits.depth:
            raise _TooMuch(_too_deep(self.limits))
        for key in keys[:-1]:
            table = self._inside(table, key)
        if width == 1:
            return self._inside(table, keys[-1])
        found = table.index.get(keys[-1].text)
        tables = found[1] if found else Sequence(start, flow=False)
        assert isinstance(tables, Sequence)  # tomllib has seen to it
        if not found:
            _enter(table, keys[-1], tables)
        item = Mapping(start, flow=False)
        tables.items.append(item)
        item.end = tables.end = self.at + self.offset
        return item

    def _inside(self, table: Mapping, key: Scalar) -> Mapping:
        """The table under a key, made when the key is new; of an array of tables the last one."""
        found = table.index.get(key.text)
        if found is None:
            inner = Mapping(key.start, flow=False)
            inner.end = key.end
            _enter(table, key, inner)
            return inner
        node = found[1]
        if isinstance(node, Sequence):
            node = node.items[-1]
        assert isinstance(node, Mapping)  # tomllib has seen to it
        return node

    def _entry(self, table: Mapping) -> None:
        plain = _PLAIN_ENTRY.match(self.source, self.at)
        if plain is not None and self.nodes < self.limits.nodes and self.depth <= self.limits.depth:
            self.nodes += 1
            self.at = plain.end()
            name, raw = plain.groups()
            start, end = plain.start(1) + self.offset, self.at + self.offset
            quote = raw[0] if raw[0] in "\"'" else ""
            key, single = (
                Scalar(start, start + len(name), name, name, ""),
                Scalar(end - len(raw), end, None, raw, quote),
            )
            _enter(table, key, single)
            table.end = max(table.end, end)
            return
        keys = self._keys()
        self.at += 1  # the `=`
        self._skip(_SPACE)
        for key in keys[:-1]:
            table = self._inside(table, key)
        value = self._value(self.depth + len(keys) - 1)
        _enter(table, keys[-1], value)
        table.end = max(table.end, value.end)

    def _keys(self) -> list[Scalar]:
        """A dotted key, and the white space around it."""
        keys = []
        while True:
            self._skip(_SPACE)
            start = self.at
            raw = self._take(_KEY)
            text = raw if raw[0] not in "\"'" else tomllib.loads(f"x = {raw}")["x"]
            keys.append(Scalar(start + self.offset, self.at + self.offset, text, text, raw[0] if text != raw else ""))
            self._skip(_SPACE)
            if not self.source.startswith(".", self.at):
                return keys
            self.at += 1

    def _value(self, depth: int) -> Node:
        """The value that comes next; `depth` collections are around it."""
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            raise _TooMuch(f"holds more than {self.limits.nodes:,} values")
        start = self.at
        first = self.source[start]
        if depth + (first in "[{") > self.limits.depth:
            raise _TooMuch(_too_deep(self.limits))
        if first == "[":
            return self._array(depth)
        if first == "{":
            return self._inline_table(depth)
        raw = self._take(_TEXT if first in "\"'" else _OTHER)
        return Scalar(start + self.offset, self.at + self.offset, None, raw, first if first in "\"'" else "")

    def _array(self, depth: int) -> Sequence:
        array = Sequence(self.at + self.offset, flow=True)
        self.at += 1
        self._skip(_BLANK)
        while self.source[self.at] != "]":
            array.items.append(self._value(depth + 1))
            self._skip(_BLANK)
            if self.source[self.at] == ",":
                self.at += 1
                self._skip(_BLANK)
        self.at += 1
        array.end = self.at + self.offset
        return array

    def _inline_table(self, depth: int) -> Mapping:
        outer = Mapping(self.at + self.offset, flow=True)
        self.at += 1
        self._skip(_BLANK)
        while self.source[self.at] != "}":
            table = outer
            keys = self._keys()
            self.at += 1  # the `=`
            self._skip(_BLANK)
            for key in keys[:-1]:
                table = self._inside(table, key)
            _enter(table, keys[-1], self._value(depth + len(keys)))
            self._skip(_BLANK)
            if self.source[self.at] == ",":
                self.at += 1
                self._skip(_BLANK)
        self.at += 1
        outer.end = self.at + self.offset
        return outer

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.source, self.at)
        assert match is not None  # the patterns skipped match the empty text too
        self.at = match.end()
        return self.at

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.at)
        assert match is not None  # tomllib has accepted the text
        self.at = match.end()
        return match[0]


def _enter(table: Mapping, key: Scalar, value: Node) -> None:
    table.entries.append((key, value))
    table.index[key.text] = (key, value)
