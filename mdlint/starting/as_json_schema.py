"""What was learned → a JSON Schema (2020-12), the evidence in `$comment`."""

from __future__ import annotations

import json
from typing import Any

from mdlint.starting.inference import Known, Learned, Shape
from mdlint.starting.observation import LOCAL_DATE_TIME, Kind

_TYPES: dict[Kind, str] = {
    "null": "null",
    "boolean": "boolean",
    "integer": "integer",
    "number": "number",
    "list": "array",
    "mapping": "object",
}
_TEXTS: dict[Kind, dict[str, str]] = {
    "date": {"format": "date"},
    "date-time": {"format": "date-time"},
    "local-date-time": {"pattern": LOCAL_DATE_TIME},
    "uri": {"format": "uri"},
    "email": {"format": "email"},
}


def json_schema(learned: Learned, title: str) -> str:
    """The schema as text, the same for the same content."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$comment": f"Learned by `mdlint infer` from {learned.files:,} files.",
        **_schema(learned.shape),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema(shape: Shape) -> dict[str, Any]:
    """The keywords that stand for a shape. Each speaks of one type only, so they need no `anyOf`."""
    schema: dict[str, Any] = {}
    types = list(dict.fromkeys(_TYPES.get(kind, "string") for kind in shape.kinds))
    if types:
        schema["type"] = types if len(types) > 1 else types[0]
    texts = [_TEXTS[kind] for kind in shape.kinds if kind in _TEXTS]
    if len(texts) == 1:
        schema.update(texts[0])
    elif texts:
        schema["anyOf"] = texts
    if shape.enum:
        schema["enum"] = [*shape.enum, *([None] if "null" in shape.kinds else [])]
    if shape.items is not None and shape.items.kinds:
        schema["items"] = _schema(shape.items)
    if shape.fields:
        schema["properties"] = {field.name: _property(field) for field in shape.fields}
        required = [field.name for field in shape.fields if field.required]
        if required:
            schema["required"] = required
    return schema


def _property(field: Known) -> dict[str, Any]:
    return {"$comment": "; ".join((f"in {field.evidence}", *field.shape.evidence)), **_schema(field.shape)}
