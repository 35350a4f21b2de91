"""A model → JSON Schema, for editors, other tools and mdlint's own reader of JSON Schemas."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from mdlint.models import MODELS
from mdlint.schema.extension import KEYWORD
from mdlint.schema.model_fields import names_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(name: str) -> str:
    """The JSON Schema (2020-12) of a shipped model as text. Raises KeyError for an unknown name."""
    schema = schema_of_model(MODELS[name].load())
    return json.dumps({"$schema": _DIALECT, **schema}, indent=2, ensure_ascii=False)


def schema_of_model(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a model, where the model's own code can tell it."""
    return model.model_json_schema(mode="validation", schema_generator=_Generator)


class _Generator(GenerateJsonSchema):
    """Says nothing of a default that only stands for no field, and all names that a field may have."""

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("default", "") is None:
            del made["default"]
        return made

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        properties = made.get("properties", {})
        for name, info in model.model_fields.items():
            names = names_of(model, name, info)
            own = next((known for known in names if known in properties), None)
            if own is not None and len(names) > 1:
                said = properties[own].get(KEYWORD, {})
                properties[own][KEYWORD] = {**said, "alias": [known for known in names if known != own]}
        return made

    def handle_invalid_for_json_schema(self, schema: Any, error_info: str) -> JsonSchemaValue:  # noqa: ARG002
        return {}

    def render_warning_message(self, kind: Any, detail: str) -> None:  # noqa: ARG002
        return None
