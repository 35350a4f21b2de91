"""What the values of a field are like, counted over many files and in bounded memory.

Every count also keeps the files it comes from, as long as they are few: a choice that a schema makes
is broken by few files, and each of them has to be named.
"""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal[
    "null",
    "boolean",
    "integer",
    "number",
    "list",
    "mapping",
    "text",
    "date",
    "date-time",  # with its offset from UTC, as RFC 3339 has it
    "local-date-time",
    "time",
    "uri",
    "email",
]

MOST_PLACES = 5_000
"""Fields and items that are looked at, at all levels together; what is new after that is passed over."""
MOST_FIELDS = 500
"""The same, of one mapping."""
MOST_TEXTS = 50
"""Different texts that are counted for a field; one that has more takes any text."""
LONGEST_WORD = 60
"""Characters of a text that may be one of a few allowed ones."""
DEEPEST = 10
"""Levels of lists and mappings that are looked into."""

LOCAL_DATE_TIME = r"^\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?Z?$"
"""A date with time and without offset: the pattern that stands for it in a JSON Schema. With a `Z`, since
that is what many tools give a validator for one that YAML has read."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
_LOCAL_DATE_TIME = re.compile(LOCAL_DATE_TIME[1:-3] + r"\Z", re.ASCII)
_DATE_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)\Z", re.ASCII
)
# Narrower than the standards: what counts as one of these must be one for every validator.
_URI = re.compile(
    r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,4})?([/?]([\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?(#[\w-]*)?\Z",
    re.ASCII,
)
_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(rf"(?=[^@]{{1,64}}@)(?!.*--)\w+([.+-]\w+)*@{_LABEL}(\.{_LABEL})+\Z", re.ASCII)
_LONGEST_FORMATTED = 250


class Places:
    """How often something was met, and in which files, by number, unless they are too many."""

    __slots__ = ("count", "files", "most")

    def __init__(self, most: int) -> None:
        self.count = 0
        self.files: array[int] | None = array("I")
        self.most = most

    def add(self, file: int) -> None:
        self.count += 1
        files = self.files
        if files is None or (files and files[-1] == file):
            return
        if len(files) == self.most:
            self.files = None
        else:
            files.append(file)

    def copy(self) -> Places:
        twin = Places(self.most)
        twin.count = self.count
        twin.files = self.files[:] if self.files is not None else None
        return twin


class Bounds:
    """What may be kept of all values together: the files that break a choice, and how many places."""

    __slots__ = ("files", "places")

    def __init__(self, files: int) -> None:
        self.files = files
        self.places = MOST_PLACES


class Values:
    """The values met at one place: a field, or the items of a list."""

    __slots__ = ("bounds", "count", "fields", "items", "kinds", "mappings", "native", "texts", "watched")

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        bounds.places -= 1
        self.count = 0
        self.kinds: dict[Kind, Places] = {}
        self.native: dict[str, Places] = {}
        """Dates and times that YAML or TOML has read as such, not as text, by the name of their type."""
        self.texts: dict[str, Places] | None = {}
        """Each text, while they are few."""
        self.items: Values | None = None
        self.fields: dict[str, Field] = {}
        self.mappings = Places(bounds.files)
        self.watched: set[str] = set()
        """Names of fields that were missing in few mappings so far."""

    def add(self, value: Any, file: int, depth: int = 0) -> None:
        """Count a value; of what it holds, the upper levels."""
        self.count += 1
        kind = _KINDS[type(value)](value)
        places = self.kinds.get(kind)
        if places is None:
            places = self.kinds[kind] = Places(self.bounds.files)
        places.add(file)
        if isinstance(value, str):
            if self.texts is not None:
                self._add_text(value, file)
        elif isinstance(value, (dt.date, dt.time)):
            name = type(value).__name__
            if name not in self.native:
                self.native[name] = Places(self.bounds.files)
            self.native[name].add(file)
        elif depth < DEEPEST:
            if kind == "list":
                self._add_items(value, file, depth + 1)
            elif kind == "mapping":
                self.add_mapping(value, file, depth + 1)

    def add_mapping(self, data: Mapping[str, Any], file: int, depth: int = 0) -> None:
        """Count the fields of a mapping, those that are missing too."""
        for name, value in data.items():
            field = self.fields.get(name)
            if field is None:
                if len(self.fields) == MOST_FIELDS or self.bounds.places <= 0:
                    continue
                # Every mapping so far lacks it.
                field = self.fields[name] = Field(Values(self.bounds), self.mappings.copy())
                self.watched.add(name)
            field.values.add(value, file, depth)
        for name in self.watched - data.keys():
            missing = self.fields[name].missing
            missing.add(file)
            if missing.files is None:
                self.watched.remove(name)
        self.mappings.add(file)

    def _add_items(self, values: list[Any], file: int, depth: int) -> None:
        if self.items is None:
            if self.bounds.places <= 0:
                return
            self.items = Values(self.bounds)
        add = self.items.add
        for value in values:
            add(value, file, depth)

    def _add_text(self, text: str, file: int) -> None:
        assert self.texts is not None  # the caller has looked
        places = self.texts.get(text)
        if places is None:
            if len(self.texts) == MOST_TEXTS or len(text) > LONGEST_WORD:
                self.texts = None
                return
            places = self.texts[text] = Places(self.bounds.files)
        places.add(file)


class Field:
    """A field of mappings: its values, and the mappings without it."""

    __slots__ = ("missing", "values")

    def __init__(self, values: Values, missing: Places) -> None:
        self.values = values
        self.missing = missing


def _text_kind(text: str) -> Kind:
    """The narrowest kind of a text."""
    if len(text) > _LONGEST_FORMATTED:
        return "text"
    if text[4:5] == "-":
        return _date_kind(text)
    if text.startswith("http"):
        return "uri" if _URI.match(text) else "text"
    if "@" in text:
        return "email" if _EMAIL.match(text) else "text"
    return "text"


def _date_kind(text: str) -> Kind:
    kind: Kind
    if _DATE.match(text):
        kind = "date"
    elif _DATE_TIME.match(text):
        kind = "date-time"
    elif _LOCAL_DATE_TIME.match(text):
        kind = "local-date-time"
    else:
        return "text"
    try:
        dt.date.fromisoformat(text[:10])
    except ValueError:  # no calendar has it
        return "text"
    return kind


_KINDS: Mapping[type, Callable[[Any], Kind]] = {
    type(None): lambda _: "null",
    bool: lambda _: "boolean",
    int: lambda _: "integer",
    float: lambda _: "number",
    str: _text_kind,
    dt.date: lambda _: "date",
    dt.datetime: lambda value: "local-date-time" if value.tzinfo is None else "date-time",
    dt.time: lambda _: "time",
    list: lambda _: "list",
    dict: lambda _: "mapping",
}
"""Per type of value that front matter may hold, its kind."""
