"""JSON has no dates, YAML and TOML do: what a JSON Schema is given for a native date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from mdlint.diagnostic import KeyPath

_PLAIN = frozenset((str, int, float, bool, type(None)))


def dates_in(data: Any) -> list[KeyPath]:
    """The key paths of native dates and times; mostly there are none."""
    found: list[KeyPath] = []
    _find(data, (), found, set())
    return found


def _find(data: Any, path: KeyPath, found: list[KeyPath], clean: set[int]) -> None:
    """`clean` takes the collections that hold none: an alias may repeat them many times."""
    before = len(found)
    for key, value in data.items() if type(data) is dict else enumerate(data):
        kind = type(value)
        if kind in _PLAIN:
            continue
        if kind is dict or kind is list:
            if id(value) not in clean:
                _find(value, (*path, key), found, clean)
        else:
            found.append((*path, key))
    if len(found) == before:
        clean.add(id(data))


def replaced(data: Any, paths: list[KeyPath], new: Callable[[KeyPath, Any], Any]) -> Any:
    """The data with new values at some key paths, made of the path and the old value; what is not on
    the way to them is shared."""
    copied: dict[KeyPath, Any] = {(): data.copy()}
    for path in paths:
        for length in range(1, len(path)):
            if path[:length] not in copied:
                inner = copied[path[: length - 1]][path[length - 1]].copy()
                copied[path[: length - 1]][path[length - 1]] = copied[path[:length]] = inner
        holder = copied[path[:-1]]
        holder[path[-1]] = new(path, holder[path[-1]])
    return copied[()]


def with_name(data: Any, path: KeyPath, new: str | None) -> Any:
    """The data with another name for the field at a key path, or without it; what is not on the way is shared."""
    *way, last = path
    above = data
    for part in way:
        above = above[part]
    rest = {new if name == last else name: value for name, value in above.items() if name != last or new is not None}
    return replaced(data, [tuple(way)], lambda *_: rest) if way else rest


def rfc3339(_: KeyPath, value: dt.date | dt.time) -> str:
    """A native date as JSON Schema's formats have it; YAML means UTC where it names no zone."""
    text = value.isoformat()
    return text + "Z" if isinstance(value, (dt.datetime, dt.time)) and value.tzinfo is None else text
