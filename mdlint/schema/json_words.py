"""The words beyond JSON Schema's own that a schema uses; what is wrong with them, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mdlint.diagnostic import KeyPath
from mdlint.schema.error import SchemaError
from mdlint.schema.extension import KEYWORD, extension_of
from mdlint.schema.words import TYPES, one_of

_TEXT = frozenset(("string",))
_FOR = {"ref": _TEXT, "asset": _TEXT, "unique": frozenset(("string", "number", "integer", "boolean"))}
"""The types of value that a word of `x-mdlint` can be about."""
_NAMES = {"string": "text", "array": "list", "object": "mapping"}
_DEEPEST = 10
"""References to follow; a schema may refer to itself."""


def words_in(document: Any, place: Callable[[KeyPath], str]) -> Iterator[str]:
    """What a schema uses of `deprecated`, `errorMessage` and the keys of `x-mdlint`.

    place: what to call a part of the document. Raises SchemaError.
    """
    for path, schema, key, item in entries(document):
        if key == KEYWORD:
            try:
                extension_of(item)
                _check_types(item, schema, document)
            except SchemaError as error:
                raise SchemaError(error.message, error.hint, place((*path, KEYWORD))) from None
            yield from item
        elif key == "errorMessage" or (key == "deprecated" and item is True):
            yield str(key)


def entries(document: Any) -> Iterator[tuple[KeyPath, Any, str | int, Any]]:
    """Everything in a document, with the mapping or list that it is in and that one's key path."""
    stack: list[tuple[KeyPath, Any]] = [((), document)]
    while stack:
        path, value = stack.pop()
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield path, value, key, item
            if isinstance(item, (dict, list)):
                stack.append(((*path, key), item))


def _check_types(said: Mapping[str, Any], schema: Any, document: Any) -> None:
    """Raises SchemaError where a word is about a value that it can never be about."""
    for word in said.keys() & _FOR.keys():
        types = _types(schema, document, _DEEPEST) - {"null"}
        if types and types.isdisjoint(_FOR[word]):
            wanted = "text" if _FOR[word] is _TEXT else "a single value"
            found = one_of([TYPES[_NAMES.get(name, name)] for name in sorted(types)])
            raise SchemaError(f"`{word}` is for {wanted}, and this is {found}")


def _types(schema: Any, document: Any, deepest: int) -> set[str]:
    """The types that a value may be of, a list being what its items are; none where the schema leaves it open."""
    if not isinstance(schema, Mapping) or not deepest:
        return set()
    if isinstance(schema.get("$ref"), str):
        return _types(_referred(schema["$ref"], document), document, deepest - 1)
    branches: list[set[str]] = []
    if "type" in schema:
        given = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        branches = [
            _types(schema.get("items"), document, deepest - 1) if name == "array" else {str(name)} for name in given
        ]
    else:
        for key in ("anyOf", "oneOf"):
            if isinstance(schema.get(key), list):
                branches = [_types(branch, document, deepest - 1) for branch in schema[key]]
    return set().union(*branches) if all(branches) else set()


def _referred(reference: str, document: Any) -> Any:
    """A part of the document that a reference names; None for another document's."""
    start, *parts = reference.split("/")
    found = document if start == "#" else None
    for part in parts:
        found = found.get(part) if isinstance(found, Mapping) else None
    return found
