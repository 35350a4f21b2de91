"""The shipped models' core schemas, stored as data.

Importing Pydantic and building a model takes most of a short run's time. What Pydantic builds is a
plain description that pydantic_core validates by itself, so it is stored beside the models
(`mdlint/models/core/*.json`, written by `docs/generate.py`, held by a test). The format is
pydantic_core's own and may change with its version; the model itself is the fallback.
"""

from __future__ import annotations

import json
import os
from importlib import import_module
from typing import Any

import mdlint.models
from mdlint.models import MODELS
from mdlint.schema.pydantic import PydanticSchema
from mdlint.schema.pydantic_fields import Fields
from mdlint.settings import Extra

FOLDER = os.path.join(os.path.dirname(mdlint.models.__file__), "core")
_DROPPED = frozenset(("metadata", "cls", "custom_init", "root_model", "computed_fields", "generic_origin"))
"""Parts of a core schema that validation of plain data does not need."""


def shipped_schema(name: str, extra: Extra | None = None) -> PydanticSchema:
    """A shipped model as a schema. Raises KeyError for an unknown name."""
    model = MODELS[name]
    try:
        from mdlint.validating import SchemaValidator

        with open(os.path.join(FOLDER, f"{name}.json"), "rb") as file:
            stored = json.load(file)
        validator = SchemaValidator(restored(stored["schema"]), stored["config"])
        fields = _fields_restored(stored["fields"])
    except Exception:  # noqa: BLE001 - whatever another version of pydantic_core objects to
        from mdlint.schema.python_model import model_schema

        return model_schema(name, model.load(), extra)
    schema = PydanticSchema(name, validator, fields, (name,), extra, coerces=stored["coerces"])
    schema.implied = _tupled(stored["implied"])
    return schema


def stored_text(name: str) -> str:
    """What is stored of a shipped model, as text."""
    from mdlint.schema.model_fields import fields_of
    from mdlint.schema.model_marks import implied_by

    model = MODELS[name].load()
    strict = bool(model.model_config.get("strict"))
    schema = _plain(model.__pydantic_core_schema__, {})
    stored = {
        "config": {"strict": strict, **({"extra_fields_behavior": "allow"} if "extras_schema" in schema else {})},
        "schema": schema,
        "fields": _fields_plain(fields_of(model, {})),
        "coerces": not strict or _coerces(schema),
        "implied": implied_by(model),
    }
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n"


def _tupled(implied: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The options of rules as they were before they were stored: with tuples, not lists."""
    return {
        rule: {name: tuple(value) if isinstance(value, list) else value for name, value in options.items()}
        for rule, options in implied.items()
    }


def _coerces(part: Any) -> bool:
    """Whether some part of a strict core schema may take a text for something else: its own code does, before it judges."""
    if isinstance(part, dict):
        kind = str(part.get("type"))
        if (kind.startswith("function-") and kind != "function-after") or part.get("strict") is False:
            return True
        return any(map(_coerces, part.values()))
    return isinstance(part, list) and any(map(_coerces, part))


def _plain(part: Any, refs: dict[str, str]) -> Any:
    """A core schema without classes and functions: a model becomes its fields, a function its name."""
    if isinstance(part, dict):
        if part.get("type") == "model":
            inner = _plain(part["schema"], refs)
            if "ref" in part:
                inner["ref"] = _ref(part["ref"], refs)
            return inner
        return {key: _plain_part(key, value, refs) for key, value in part.items() if key not in _DROPPED}
    if isinstance(part, (list, tuple)):
        return [_plain(item, refs) for item in part]
    if callable(part):
        return {"$function": f"{part.__module__}:{part.__qualname__}"}
    return part


def _plain_part(key: str, value: Any, refs: dict[str, str]) -> Any:
    if key in ("ref", "schema_ref"):
        return _ref(value, refs)
    if key == "fields":  # by the fields' own names, whatever these are
        return {name: _plain(field, refs) for name, field in value.items()}
    return _plain(value, refs)


def _ref(ref: str, refs: dict[str, str]) -> str:
    """A reference without the address in memory that Pydantic puts in."""
    return refs.setdefault(ref, ref.rpartition(":")[0])


def restored(part: Any) -> Any:
    """A core schema with the functions that it names."""
    if isinstance(part, dict):
        if "$function" in part:
            module, _, name = part["$function"].partition(":")
            return getattr(import_module(module), name)
        return {key: restored(value) for key, value in part.items()}
    if isinstance(part, list):
        return [restored(item) for item in part]
    return part


def _fields_plain(fields: Fields) -> list[Any]:
    """The tree as a list of its nodes, each naming the nodes inside it by their place in the list."""
    nodes = [fields]
    plain: list[Any] = []
    for node in nodes:
        for inner in node.names.values():
            if inner is not None and not any(inner is known for known in nodes):
                nodes.append(inner)
        places = {id(known): place for place, known in enumerate(nodes)}
        names = {name: None if inner is None else places[id(inner)] for name, inner in node.names.items()}
        plain.append({"extra": node.extra, "names": names, "said": node.said})
    return plain


def _fields_restored(plain: list[Any]) -> Fields:
    nodes = [Fields(node["extra"], said=node["said"]) for node in plain]
    for node, stored in zip(nodes, plain, strict=True):
        node.names.update({name: None if place is None else nodes[place] for name, place in stored["names"].items()})
    return nodes[0]
