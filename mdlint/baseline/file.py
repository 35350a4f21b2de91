"""The file of a baseline: JSON with an entry a line, in a fixed order, so that differences are easily read."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Any

from mdlint.baseline import Known, Stale
from mdlint.diagnostic import Excerpt, KeyPath, Span
from mdlint.front_matter.json import read_json
from mdlint.front_matter.values import Mapping as Object
from mdlint.front_matter.values import Node, children
from mdlint.identity import Key
from mdlint.lines import line_and_column
from mdlint.named import NamedTuple
from mdlint.settings import Limits

VERSION = 1

_NO_LIMITS = Limits(bytes=1 << 40, depth=100, nodes=1 << 40, expanded_nodes=1 << 40)
_LINE_END = re.compile(r"\r\n|\n|\r")
_SURROGATE = re.compile("[\ud800-\udfff]")


class BaselineError(Exception):
    """A baseline that cannot be used: its place and what is wrong."""


def text_of(known: Known) -> str:
    """The file's text: an entry a line, in order of path, rule, field and digest."""
    files = []
    for path in sorted(known):
        entries = [
            f"      {json.dumps(_entry(key, count), ensure_ascii=False)}"
            for key, count in sorted(known[path].items())
            if count
        ]
        if entries:
            files.append(f"    {json.dumps(path, ensure_ascii=False)}: [\n" + ",\n".join(entries) + "\n    ]")
    inside = "{\n" + ",\n".join(files) + "\n  }" if files else "{}"
    text = f'{{\n  "version": {VERSION},\n  "files": {inside}\n}}\n'
    # Of file names that are no UTF-8 the escapes are written.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _entry(key: Key, count: int) -> dict[str, Any]:
    return {name: value for name, value in (*key._asdict().items(), ("count", count)) if value not in ("", 1)}


def read_baseline(text: str, shown: str) -> Known:
    """What a baseline's text holds. Raises BaselineError, which names the place."""
    try:
        data = json.loads(text, object_pairs_hook=_without_repetition)
    except (ValueError, RecursionError):
        raise _unreadable(text, shown) from None
    if wrong := _wrong_with(data):
        raise _error(text, shown, *wrong)
    known: dict[str, Counter[Key]] = {}
    for path, entries in data["files"].items():
        counts = known[path] = Counter()
        for entry in entries:
            counts[Key(entry["rule"], entry.get("at", ""), entry.get("digest", ""))] += entry.get("count", 1)
    return known


class _RepeatedKeyError(ValueError):
    pass


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RepeatedKeyError
    return found


def _unreadable(text: str, shown: str) -> BaselineError:
    """Where and why a text is not JSON, or repeats a key."""
    start = len(text) - len(text.lstrip())
    if not text.startswith("{", start):
        return _at(text, shown, start, "this is not a baseline")
    root, problems, end = read_json(text[start:], start, _NO_LIMITS)
    if problems:
        return _at(text, shown, problems[0].start, problems[0].message)
    pending: list[Node] = [root] if root is not None else []
    while pending:
        node = pending.pop()
        pending += [child for _, child in children(node)]
        names: set[str] = set()
        for key, _ in node.entries if isinstance(node, Object) else ():
            if key.text in names:  # type: ignore[union-attr]  # JSON has no other keys than text
                return _at(text, shown, key.start, f"`{key.text}` is there twice")  # type: ignore[union-attr]
            names.add(key.text)  # type: ignore[union-attr]
    return _at(text, shown, end, "there is something behind the end")


def _wrong_with(data: Any) -> tuple[KeyPath, str] | None:
    """The first thing that no baseline holds, with its key path."""
    if not isinstance(data, dict) or "version" not in data:
        return (), "this is not a baseline"
    version = data["version"]
    if type(version) is int and version > VERSION:
        return ("version",), f"the baseline is of version {version}, which a newer mdlint reads"
    if (
        version is True
        or version != VERSION
        or not isinstance(data.get("files"), dict)
        or data.keys() > {"version", "files"}
    ):
        return (), 'a baseline is `{"version": 1, "files": {…}}`'
    for path, entries in data["files"].items():
        if not isinstance(entries, list):
            return ("files", path), "the known findings of a file are a list"
        for number, entry in enumerate(entries):
            if not _is_entry(entry):
                what = "an entry has a `rule` and may have `at`, `digest`, all text, and a `count`"
                return ("files", path, number), what
    return None


def _is_entry(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and entry.keys() <= {"rule", "at", "digest", "count"}
        and all(isinstance(entry.get(name, ""), str) for name in Key._fields)
        and bool(entry.get("rule"))
        and type(entry.get("count", 1)) is int
        and entry.get("count", 1) > 0
    )


def _error(text: str, shown: str, at: KeyPath, message: str) -> BaselineError:
    node: Node | None = _tree(text)
    for part in at:
        node = dict(children(node)).get(part) if node is not None else None
    return _at(text, shown, node.start if node is not None else 0, message)


def _tree(text: str) -> Object | None:
    """The located values of a text that is JSON; None where it is no object."""
    start = len(text) - len(text.lstrip())
    return read_json(text[start:], start, _NO_LIMITS)[0] if text.startswith("{", start) else None


def _at(text: str, shown: str, offset: int, message: str) -> BaselineError:
    line, column = line_and_column(text, offset)
    return BaselineError(f"{shown}:{line}:{column}: {message}")


class Told(NamedTuple):
    """What to say of a stale entry, and where it stands in the baseline's text."""

    span: Span
    line: Excerpt
    message: str


def tell(stale: Sequence[Stale], text: str) -> list[Told]:
    """What to say of stale entries of the baseline that was read from a text, in order of place."""
    root = _tree(text)
    files = root.index["files"][1] if root is not None else None
    places: dict[tuple[str, Key | None], Node] = {}
    for path, (name, entries) in files.index.items() if isinstance(files, Object) else ():
        places[path, None] = name
        for _, entry in children(entries):
            fields = dict(children(entry))
            key = Key(*(str(fields[field].value) if field in fields else "" for field in Key._fields))
            places.setdefault((path, key), entry)
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    found = []
    for item in stale:
        place = places[item.path, item.key]
        first, last = bisect_right(starts, place.start), bisect_right(starts, place.end)
        start = starts[first - 1]
        line = text[start : place.end].partition("\n")[0]
        span = Span(first, place.start - start + 1, last, place.end - starts[last - 1] + 1)
        found.append(Told(span, Excerpt(first, 1, line), _said(item)))
    return sorted(found)


def _said(item: Stale) -> str:
    if item.key is None:
        return f"`{item.path}` is gone, but findings in it are still known"
    what = f"`{item.key.rule}`" + (f" of `{item.key.at}`" if item.key.at else "") + f" in `{item.path}`"
    if item.found:
        return f"{what} is known {item.known} times, but found {'once' if item.found == 1 else f'{item.found} times'}"
    return f"{what} is no longer found"
