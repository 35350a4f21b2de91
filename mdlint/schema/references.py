"""Where the `$ref`s of a schema lead: to its own parts and to files on this machine, never to the network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import jsonschema_rs

from mdlint.named import NamedTuple
from mdlint.schema.error import SchemaError
from mdlint.schema.schema_file import SchemaFile, read_schema_file

REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
_NAMED = frozenset(("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"))
_LISTED = frozenset(("allOf", "anyOf", "oneOf", "prefixItems"))
_PARTS = frozenset((
    "items", "additionalItems", "unevaluatedItems", "contains", "additionalProperties", "unevaluatedProperties",
    "propertyNames", "not", "if", "then", "else",
))  # fmt: skip


class Place(NamedTuple):
    """A schema, what its references are relative to, and the reference that led to it."""

    schema: Mapping[str, Any]
    resolver: jsonschema_rs.Resolver
    name: tuple[str, str] = ("", "")

    def below(self, schema: Any) -> Iterator[Place]:
        """A part of the schema; nothing for `true` and `false`, which say nothing of fields."""
        if isinstance(schema, Mapping):
            yield Place(schema, self.resolver)

    def references(self) -> Iterator[Place]:
        """What the schema refers to."""
        for key in REFERENCES:
            reference = self.schema.get(key)
            if isinstance(reference, str):
                try:
                    target = self.resolver.lookup(reference)
                except jsonschema_rs.ReferencingError:
                    continue
                if isinstance(target.contents, dict):
                    yield Place(target.contents, target.resolver, (self.resolver.base_uri, reference))


def along(place: Place, path: Sequence[str | int]) -> list[tuple[Place, int]]:
    """The schemas on a way from one into its parts and what they refer to, each with the length of the way to it."""
    found = [(place, 0)]
    at = 0
    while at < len(path):
        key = path[at]
        below: Any = place.schema.get(key) if isinstance(key, str) else None
        if key in REFERENCES:
            target = next((target for target in place.references() if target.name[1] == below), None)
            if target is None:
                break
            place, at = target, at + 1
            found.append((place, at))
            continue
        if key in _NAMED and at + 1 < len(path) and isinstance(below, Mapping):
            below, at = below.get(path[at + 1]), at + 2
        elif (key in _LISTED or isinstance(below, list)) and at + 1 < len(path) and isinstance(path[at + 1], int):
            below, at = below[path[at + 1]], at + 2
        elif key in _PARTS:
            at += 1
        else:
            break
        if not isinstance(below, Mapping):
            break
        place = next(place.below(below))
        found.append((place, at))
    return found


class Documents:
    """A schema and the files that it refers to.

    base: the schema's own file or folder; without it only references into the schema itself resolve.
    within: the folder that no reference may leave; None: anywhere on this machine.
    """

    def __init__(self, schema: Any, base: Path | None, within: Path | None = None) -> None:
        """Raises SchemaError for a reference that leads nowhere or to the network."""
        self.uri = base.resolve().as_uri() if base is not None else "urn:mdlint:schema"
        self.files: dict[str, SchemaFile] = {}
        self._schema = schema
        self._within = within.resolve() if within is not None else None
        self._error: SchemaError | None = None
        own = schema.get("$id") if isinstance(schema, Mapping) else None
        own = own if isinstance(own, str) else ""
        # A schema that is to be published says where; its neighbours there are its neighbours here.
        self._published = urljoin(own, ".") if urlsplit(own).scheme in ("http", "https") else None
        try:
            self.registry = jsonschema_rs.Registry([(self.uri, schema)], retriever=self._retrieve)
        except (jsonschema_rs.ReferencingError, ValueError) as error:
            raise self._error or SchemaError(f"the schema cannot be used: {error}") from None
        found = self.registry.resolver(urljoin(self.uri, own)).lookup("#")
        self.root = Place(found.contents if isinstance(found.contents, dict) else {}, found.resolver)

    def _retrieve(self, uri: str) -> Any:
        try:
            path = self._path_of(uri)
            if path not in self.files:
                self.files[path] = read_schema_file(Path(path))
            return self.files[path].data
        except SchemaError as error:
            self._error = error  # jsonschema-rs passes on only its text
            raise

    def _path_of(self, uri: str) -> str:
        if self._published is not None and uri.startswith(self._published):
            uri = urljoin(self.uri, uri.removeprefix(self._published))
        parts = urlsplit(uri)
        if parts.scheme != "file":
            raise SchemaError(
                f"the schema refers to `{uri}`, which mdlint does not fetch",
                "save that schema beside this one and refer to the file",
            )
        path = Path(unquote(parts.path)).resolve()
        if self._within is not None and not path.is_relative_to(self._within):
            raise SchemaError(f"the schema refers to `{path}`, which is outside the project")
        return str(path)
