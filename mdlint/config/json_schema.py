"""The JSON Schema of mdlint's own configuration, for editors: completion, hover and checks while typing."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_type_hints

from mdlint import rules
from mdlint.config.keys import COLLECTION, FIELD, LIMITS, TOP, Key
from mdlint.config.presets import PRESETS
from mdlint.diagnostic import SEVERITIES
from mdlint.models import MODELS
from mdlint.rule import Rule
from mdlint.settings import DEEPEST, Limits, Settings

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string", "minLength": 1}
_OPTION = re.compile(r"^- `([\w-]+)`: (.+?)(?=^- |\Z)", re.MULTILINE | re.DOTALL)
_NAMES_A_SCHEMA = r":.|\.(json|ya?ml)$"


def config_schema() -> str:
    """The schema (2020-12) of `mdlint.toml` and of `[tool.mdlint]` in `pyproject.toml`, as text."""
    schema = {
        "$schema": _DIALECT,
        "title": "mdlint",
        "description": "What mdlint checks: `mdlint.toml`, or `[tool.mdlint]` in `pyproject.toml`.",
        **_table(TOP),
        "$defs": {
            "selector": {
                "description": "A rule, a group of rules, or `all`. `mdlint explain RULE` says what a rule flags.",
                "enum": ["all", *rules.GROUPS, *rules.GROUP_OF],
            },
            "severities": {"description": _sentence(TOP["severity"].meaning), **_severities()},
            "options": {"description": _sentence(TOP["rules"].meaning), **_options()},
            "field": {"description": "What the value of a field must be.", **_table(FIELD)},
            "collection": {
                "description": "Files that share a schema, with settings of their own.",
                **_table(COLLECTION),
                "required": ["name"],
                "dependentRequired": {"generator": ["files"]},
                "anyOf": [
                    {"required": ["files"]},
                    {"required": ["when"]},
                    {"required": ["schema"], "properties": {"schema": {"pattern": "^(decap|frontmatter-cms):"}}},
                ],
            },
        },
    }
    return json.dumps(schema, indent=2, ensure_ascii=False)


def _table(keys: Mapping[str, Key]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _described(key.meaning, _key(name, key)) for name, key in keys.items()},
        "additionalProperties": False,
    }


def _described(meaning: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with a description. Some editors read nothing beside a reference: what it leads to has its own."""
    return schema if "$ref" in schema else {"description": _sentence(meaning), **schema}


def _key(name: str, key: Key) -> dict[str, Any]:
    """The schema of one key's value."""
    default = getattr(Settings, name.replace("-", "_"), None)
    if key.kind == "choice":
        found: dict[str, Any] = {"enum": list(key.choices)}
        return {**found, "default": default} if default in key.choices else found
    if key.kind == "size":
        size = {"type": "integer", "minimum": 1, "default": getattr(Limits, name.replace("-", "_"))}
        return {**size, "maximum": DEEPEST} if name == "depth" else size
    if key.kind == "limits":
        return _table(LIMITS)
    if name == "schema":
        return {"anyOf": [{"enum": list(MODELS)}, {"type": "string", "pattern": _NAMES_A_SCHEMA}]}
    if name == "extends":
        return _one_or_many({"enum": list(PRESETS)}, {"type": "string", "pattern": r"\.toml$"})
    return _KINDS[key.kind]


def _one_or_many(*items: dict[str, Any]) -> dict[str, Any]:
    """A list, or its only item, of one of these schemas."""
    return {"anyOf": [*items, {"type": "array", "items": items[0] if len(items) == 1 else {"anyOf": [*items]}}]}


_SELECTORS = _one_or_many({"$ref": "#/$defs/selector"})
_FIELDS_WITH_VALUES = {"type": "object", "description": "Per field, the value it has, or a list of such values."}
_KINDS: Mapping[str, dict[str, Any]] = {
    "text": _TEXT,
    "texts": _one_or_many(_TEXT),
    "globs": _one_or_many(_TEXT),
    "selectors": _SELECTORS,
    "flag": {"type": "boolean"},
    "number": {"type": "number"},
    "count": {"type": "integer", "minimum": 0},
    "values": {"type": "array", "minItems": 1},
    "replacement": {"anyOf": [{"type": "boolean"}, _TEXT]},
    "severities": {"$ref": "#/$defs/severities"},
    "options": {"$ref": "#/$defs/options"},
    "ignores": {"type": "object", "additionalProperties": _SELECTORS},
    "when": {"anyOf": [*_one_or_many(_TEXT)["anyOf"], _FIELDS_WITH_VALUES]},
    "fields": {"type": "object", "additionalProperties": {"$ref": "#/$defs/field"}},
    "collections": {"type": "array", "items": {"$ref": "#/$defs/collection"}},
}
_OPTION_TYPES: Mapping[Any, dict[str, Any]] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    tuple[str, ...]: _one_or_many(_TEXT),
    Mapping[str, str]: {"type": "object", "additionalProperties": _TEXT},
}


def _severities() -> dict[str, Any]:
    properties = {rule.name: {"description": _summary(rule), "enum": list(SEVERITIES)} for rule in rules.load_all()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _options() -> dict[str, Any]:
    """A table per rule that has options; an empty one, which says nothing, is right for every rule."""
    members = list(rules.load_all())
    properties = {
        rule.name: {
            "description": _summary(rule),
            "type": "object",
            "properties": dict(_options_of(rule)),
            "additionalProperties": False,
        }
        for rule in members
        if rule.options
    }
    others = "|".join(rule.name for rule in members if not rule.options)
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {f"^({others})$": {"type": "object", "maxProperties": 0}},
        "additionalProperties": False,
    }


def _options_of(rule: type[Rule]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The options of a rule, as its annotations, its values and its documentation have them."""
    documentation = inspect.cleandoc(rule.__doc__ or "").partition("## Options")[2]
    meanings = {found[1]: _sentence(" ".join(found[2].split())) for found in _OPTION.finditer(documentation)}
    hints = get_type_hints(rule)
    for option in rule.options:
        name = option.replace("_", "-")
        yield (
            name,
            {"description": meanings[name], **_OPTION_TYPES[hints[option]], "default": _plain(getattr(rule, option))},
        )


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


def _summary(rule: type[Rule]) -> str:
    return (rule.__doc__ or "").strip().splitlines()[0]


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + ("" if text.endswith(("…", ".")) else ".")
