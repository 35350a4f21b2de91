"""What a Pydantic model says of each field besides what its validator knows."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from mdlint.diagnostic import KeyPath, Severity
from mdlint.schema.violation import Violation
from mdlint.settings import Extra


class Fields:
    """The fields that a model knows, with those of the models inside them, and what others are."""

    def __init__(
        self,
        extra: Extra,
        names: dict[str, Fields | None] | None = None,
        said: dict[str, dict[str, str]] | None = None,
    ) -> None:
        self.extra = extra
        self.names: dict[str, Fields | None] = {} if names is None else names
        self.said: dict[str, dict[str, str]] = {} if said is None else said
        """Per field, what the model says of it: `about`, `example`, `message`, and `deprecated`, which is
        the name of the field that replaces it, or empty."""

    def at(self, path: KeyPath) -> Fields | None:
        """The fields of the mapping at a key path."""
        fields: Fields | None = self
        for part in path:
            if fields is not None and isinstance(part, str):
                fields = fields.names.get(part)
        return fields

    def said_at(self, path: KeyPath) -> dict[str, str]:
        """What the model says of the field at a key path; nothing of a list's items."""
        fields = self.at(path[:-1])
        return fields.said.get(str(path[-1]), {}) if fields is not None and isinstance(path[-1], str) else {}

    def remark(self, data: Any, path: KeyPath, seen: set[int], found: list[Violation]) -> None:
        """Find the fields in the data that the model does not know, and the deprecated ones."""
        if isinstance(data, list):
            for index, item in enumerate(data):
                if isinstance(item, dict) and not self._is_plain(item) and id(item) not in seen:
                    seen.add(id(item))
                    self.remark(item, (*path, index), seen, found)
        elif isinstance(data, dict) and not self._is_plain(data):
            self._remark_fields(data, path, seen, found)

    def _remark_fields(self, data: dict[str, Any], path: KeyPath, seen: set[int], found: list[Violation]) -> None:
        names, deprecated = self.names, self._deprecated
        if self.extra != "allow" and not data.keys() <= names.keys():
            severity: Severity | None = "error" if self.extra == "forbid" else None
            known = tuple(names)
            found += [
                Violation((*path, name), "unknown", value, known, severity=severity)
                for name, value in data.items()
                if name not in names
            ]
        if deprecated and not deprecated.isdisjoint(data):
            found += [
                Violation((*path, name), "deprecated", value, self.said[name]["deprecated"])
                for name, value in data.items()
                if name in deprecated
            ]
        for name, fields in self._inside.items():
            value = data.get(name)
            if isinstance(value, (dict, list)) and id(value) not in seen:
                seen.add(id(value))
                fields.remark(value, (*path, name), seen, found)

    def _is_plain(self, data: dict[str, Any]) -> bool:
        """Whether a mapping has known fields only, none of which is deprecated or has fields of its own."""
        return self._is_flat and data.keys() <= self.names.keys()

    @cached_property
    def _inside(self) -> dict[str, Fields]:
        return {name: fields for name, fields in self.names.items() if fields is not None}

    @cached_property
    def _deprecated(self) -> frozenset[str]:
        return frozenset(name for name, said in self.said.items() if name in self.names and "deprecated" in said)

    @cached_property
    def _is_flat(self) -> bool:
        return not self._inside and not self._deprecated
