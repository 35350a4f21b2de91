"""A shipped model → JSON Schema, for editors and other tools."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from mdlint.models import MODELS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(name: str) -> str:
    """The JSON Schema (2020-12) of a shipped model as text. Raises KeyError for an unknown name."""
    schema = MODELS[name].load().model_json_schema(mode="validation", schema_generator=_Generator)
    return json.dumps({"$schema": _DIALECT, **schema}, indent=2, ensure_ascii=False)


class _Generator(GenerateJsonSchema):
    """Says nothing of a default that only stands for no field."""

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("default", "") is None:
            del made["default"]
        return made
