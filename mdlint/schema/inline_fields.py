"""Constraints written in the configuration itself: `required = [...]`, `fields.<name> = {...}`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mdlint.schema.json_schema import JsonSchema
from mdlint.settings import Extra

_TYPES: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "list": {"type": "array"},
    "mapping": {"type": "object"},
}
_KEYWORDS = {
    "min-length": "minLength",
    "max-length": "maxLength",
    "min-items": "minItems",
    "max-items": "maxItems",
    "unique-items": "uniqueItems",
    "enum": "enum",
    "pattern": "pattern",
    "format": "format",
    "minimum": "minimum",
    "maximum": "maximum",
    "description": "description",
}


def inline_schema(required: Sequence[str], fields: Mapping[str, Mapping[str, Any]], extra: Extra | None) -> JsonSchema:
    """The JSON Schema that says the same. A name such as `cover.url` is a field of the field `cover`."""
    schema: dict[str, Any] = {"type": "object", "properties": {}}
    for name, constraints in fields.items():
        parent = _parent(schema, name)
        parent["properties"][name.rpartition(".")[2]] = _property(constraints)
        if constraints.get("required"):
            _require(schema, name)
    for name in required:
        _require(schema, name)
    return JsonSchema("the configuration", schema, extra=extra)


def _parent(schema: dict[str, Any], name: str) -> dict[str, Any]:
    for part in name.split(".")[:-1]:
        schema = schema["properties"].setdefault(part, {"type": "object"})
        schema.setdefault("properties", {})
    return schema


def _require(schema: dict[str, Any], name: str) -> None:
    parent, last = _parent(schema, name), name.rpartition(".")[2]
    parent["properties"].setdefault(last, {})
    names = parent.setdefault("required", [])
    if last not in names:
        names.append(last)


def _property(constraints: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = dict(_TYPES.get(constraints.get("type", ""), {}))
    found.update({_KEYWORDS[key]: value for key, value in constraints.items() if key in _KEYWORDS})
    if "items" in constraints:
        found = {"type": "array", **found, "items": dict(_TYPES[constraints["items"]])}
    if constraints.get("deprecated"):
        found["deprecated"] = True
        if isinstance(constraints["deprecated"], str):
            found["x-mdlint"] = {"deprecated": {"replacedBy": constraints["deprecated"]}}
    if "message" in constraints:
        found.setdefault("x-mdlint", {})["message"] = constraints["message"]
    return found
