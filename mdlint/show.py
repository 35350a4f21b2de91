"""The values of one file as site generators read them, side by side: `mdlint show`."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Literal, TextIO, TypeAlias

from mdlint.diagnostic import KeyPath, Span, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.dialects import TITLES, Dialect, dialect_of
from mdlint.front_matter.dialects.javascript import number_text
from mdlint.front_matter.dialects.timestamps import is_timestamp, rolled_over
from mdlint.front_matter.values import Alias, Mapping, Node, Scalar, resolved
from mdlint.front_matter.values import Sequence as ListNode
from mdlint.named import NamedTuple
from mdlint.reporters.safe import escape
from mdlint.reporters.screen import Screen
from mdlint.settings import Limits

VERSION = 1
"""Of the JSON. A property may be added without a new one."""

Kind: TypeAlias = Literal["text", "number", "boolean", "null", "date", "list", "mapping", "error", "absent"]

_EXACT = 2**53
_WIDEST = 40
"""Characters of a cell; a longer value is cut."""


_RUBY_ROLLS_OVER = re.compile(
    r"\d{4}-(?:0?[1-9]|1[012])-(?:0?[1-9]|[12]\d|3[01])\D+(?:[01]?\d|2[0-4]):[0-5]\d:(?:[0-5]\d|60)"
)
"""A day and an hour too much are carried over, but no month."""


class Reading(NamedTuple):
    """What one generator makes of a value: its type, and the value as JSON could hold it."""

    kind: Kind
    value: Any = None


class Row(NamedTuple):
    """A value, or a key that is not read as the text it is. `readings` are in the order of the readers."""

    path: KeyPath
    is_key: bool
    span: Span
    source: str
    readings: tuple[Reading, ...]

    @property
    def differs(self) -> bool:
        return len(set(map(repr, self.readings))) > 1


class Shown(NamedTuple):
    """A file's values. `readers` are generators; None is the one that is not known."""

    path: str
    format: str
    readers: tuple[str | None, ...]
    rows: tuple[Row, ...]
    problems: tuple[tuple[Span, str], ...]


def show(path: str, data: bytes, generators: Sequence[str | None], limits: Limits) -> Shown:
    """What the generators read. Of TOML and JSON they all read the same, so only the first is asked."""
    docs = [Document.from_bytes(path, data, limits, generator) for generator in generators]
    first = docs[0]
    form = first.front_matter.format if first.front_matter is not None else ""
    if form != "yaml":
        docs, generators = docs[:1], generators[:1]
    found: dict[tuple[KeyPath, bool], dict[int, tuple[Node, Reading]]] = {}
    for number, doc in enumerate(docs):
        for address, node, reading in _values(doc):
            found.setdefault(address, {})[number] = (node, reading)
    rows: list[tuple[int, Row]] = []
    for (at, is_key), by_reader in found.items():
        number, (node, _) = next(iter(by_reader.items()))
        readings = tuple(by_reader[n][1] if n in by_reader else Reading("absent") for n in range(len(docs)))
        source = first.text[node.start : node.end]
        rows.append((node.start, Row(at, is_key, docs[number].span(node.start, node.end), source, readings)))
    rows.sort(key=itemgetter(0))
    problems = tuple((first.span(problem.start, problem.end), problem.message) for problem in first.problems)
    return Shown(
        path, form, tuple(generators), tuple(_with_keys_read_as_text((row for _, row in rows), docs)), problems
    )


def _values(doc: Document) -> Iterator[tuple[tuple[KeyPath, bool], Node, Reading]]:
    """The single values, the empty collections and the odd keys, from top to bottom."""
    stack: list[tuple[KeyPath, Node]] = [] if doc.root is None else [((), doc.root)]
    while stack:
        path, node = stack.pop()
        below: list[tuple[KeyPath, Node]] = []
        if isinstance(node, Mapping):
            for name, (key, value) in node.index.items():
                below.append(((*path, name), value))
                read = _key(key, name, doc.dialect)
                if read is not None:
                    yield ((*path, name), True), key, read
        elif isinstance(node, ListNode):
            below = [((*path, place), item) for place, item in enumerate(node.items)]
        if below:
            stack += reversed(below)
        else:
            yield (path, False), node, _reading(node, doc.dialect)


def _key(key: Node, name: str, dialect: Dialect) -> Reading | None:
    """What a key becomes, where that is not its text."""
    target = resolved(key)
    if not isinstance(target, Scalar) or target.style or target.value is target.text:
        return None
    read = dialect.key(target.value, name)
    return None if read == name else _reading_of(read)


def _with_keys_read_as_text(rows: Iterable[Row], docs: Sequence[Document]) -> Iterator[Row]:
    """The rows; where only some of the readers change a key, the others read its text."""
    for row in rows:
        if row.is_key:
            text = Reading("text", row.path[-1])
            readings = tuple(
                text if reading.kind == "absent" and row.path in doc else reading
                for reading, doc in zip(row.readings, docs, strict=True)
            )
            yield row._replace(readings=readings)
        else:
            yield row


def _reading(node: Node, dialect: Dialect) -> Reading:
    target = resolved(node)
    if isinstance(target, Scalar):
        if isinstance(target.value, str) and not target.style and is_timestamp(target.text):
            return _impossible(target.text, dialect)
        return _reading_of(target.value)
    return Reading(
        "mapping" if isinstance(target, Mapping) else "list", "repeated" if isinstance(node, Alias) else "empty"
    )


def _impossible(text: str, dialect: Dialect) -> Reading:
    """What becomes of a timestamp that no calendar has, which stays text for mdlint."""
    if dialect.name.startswith("js-yaml") or (dialect.name == "psych" and _RUBY_ROLLS_OVER.match(text)):
        try:
            return Reading("date", rolled_over(text).isoformat().replace("+00:00", "Z"))
        except (ValueError, OverflowError):
            return Reading("date", "beyond the year 9999")
    return Reading("error", "no such date") if dialect.name == "pyyaml" else Reading("text", text)


def _reading_of(value: Any) -> Reading:
    match value:
        case None:
            return Reading("null")
        case bool():
            return Reading("boolean", value)
        case int():
            return Reading("number", value)
        case float():
            if value.is_integer() and abs(value) < _EXACT:
                return Reading("number", int(value))
            # JSON has neither infinity nor what is not a number.
            return Reading("number", value if abs(value) < float("inf") else number_text(value))
        case dt.date():
            return Reading("date", value.isoformat())
    return Reading("text", str(value))


# -- for people


def write_table(shown: Shown, out: TextIO) -> None:
    """A line per value: whether the readers differ, its place, key path and source, then each reading."""
    screen = Screen(out, color=False)
    names = [f"{TITLES[reader]} ({dialect_of(reader).title})" for reader in shown.readers if reader]
    how = (
        f", as read by {_listed(names)}" if names else f", as read by {dialect_of(None).title} (no generator is known)"
    )
    if shown.format and shown.format != "yaml":
        how = f": {shown.format.upper()}, which all generators read alike"
    out.write(f"{screen.show(shown.path)}{how}\n")
    out.writelines(f"{span.line}:{span.column}: {screen.show_message(message)}\n" for span, message in shown.problems)
    if not shown.rows:
        return
    titles = ["value"] if len(shown.readers) == 1 else [TITLES.get(reader or "", "") for reader in shown.readers]
    table = [["", "place", "field", "written", *titles]]
    for row in shown.rows:
        field = f"{format_key_path(row.path)}{' (the name)' if row.is_key else ''}"
        cells = [_cell(reading, row.source) for reading in row.readings]
        place = f"{row.span.line}:{row.span.column}"
        table.append(
            ["*" if row.differs else "", place, *(screen.show(_cut(text)) for text in (field, row.source, *cells))]
        )
    widths = [max(_width(line[column]) for line in table) for column in range(len(table[0]))]
    out.write("\n")
    for line in table:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        out.write("  ".join(padded).rstrip() + "\n")
    if len(shown.readers) > 1:
        differing = sum(row.differs for row in shown.rows)
        out.write(
            f"\n{differing} of {len(shown.rows)} values differ, marked with *\n"
            if differing
            else "\nall read the same\n"
        )


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _cell(reading: Reading, source: str) -> str:
    """`number 12`; only `text` where the text is what is written."""
    kind, value = reading
    match kind:
        case "text":
            same = value == (source[1:-1] if source[:1] in ("'", '"') else source)
            return "text" if same else f"text {json.dumps(value, ensure_ascii=False)}"
        case "boolean":
            return "true" if value else "false"
        case "null" | "absent":
            return kind if kind == "null" else "-"
        case "number":
            return f"number {number_text(value) if isinstance(value, float) else value}"
        case "list" | "mapping":
            return f"{value} {kind}"
    return f"{kind} {value}"


def _cut(text: str) -> str:
    flat = re.sub(r"[ \t]*[\r\n]\s*", " ", text)
    return shortened(flat, _WIDEST)


def _width(text: str) -> int:
    """Columns of a terminal."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # here: nearly all text is ASCII

    return max(wcswidth(text), 0) or len(text)


# -- for programs


def write_json(shown: Shown, out: TextIO) -> None:
    """The same as one object, in ASCII, so that nothing in it can reach a terminal."""
    data = {
        "version": VERSION,
        "path": escape(shown.path),
        "format": shown.format or None,
        "readers": [{"generator": reader, "dialect": dialect_of(reader).name} for reader in shown.readers],
        "problems": [{**span._asdict(), "message": message} for span, message in shown.problems],
        "values": [
            {
                "key_path": row.path,
                "is_key": row.is_key,
                **row.span._asdict(),
                "source": row.source,
                "differs": row.differs,
                "readings": [{"type": reading.kind, "value": reading.value} for reading in row.readings],
            }
            for row in shown.rows
        ],
    }
    out.write(json.dumps(data, indent=2, allow_nan=False).replace("\x7f", "\\u007f") + "\n")
