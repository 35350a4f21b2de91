"""A schema's own words for what is wrong: `errorMessage`, as ajv-errors has it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import jsonschema_rs

from mdlint.diagnostic import KeyPath
from mdlint.schema.references import Place, along
from mdlint.schema.violation import Violation
from mdlint.schema.words import plain_value

_TEMPLATE = re.compile(r"\$\{\s*(\d*)((?:/[^}\s]*)?)\s*\}")


def own_message(root: Place, error: jsonschema_rs.ValidationError, violation: Violation, data: Any) -> str:
    """The message of the nearest `errorMessage` that speaks of the error, as ajv-errors has it."""
    path = error.evaluation_path
    for place, start in reversed(along(root, path)):
        given = place.schema.get("errorMessage")
        text = _message_in(given, path[start:], violation) if isinstance(given, dict) else given
        if isinstance(text, str) and text:
            return _TEMPLATE.sub(lambda found: _filled(found, data, tuple(error.instance_path)), text)
    return ""


def value_at(data: Any, path: KeyPath) -> Any:
    """The value at a key path of plain data."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _message_in(given: Mapping[str, Any], rest: Sequence[str | int], violation: Violation) -> Any:
    """What an `errorMessage` that speaks of keywords or of fields one by one says of an error below it."""
    if not rest:
        return given.get("_")
    found = given.get(str(rest[0]))
    if rest[0] in ("properties", "items") and len(rest) > 1:
        return found.get(rest[1]) if isinstance(found, dict) else found
    if isinstance(found, dict):
        found = found.get(str(violation.path[-1])) if violation.path else None
    return found if found is not None else given.get("_") if len(rest) == 1 else None


def _filled(found: re.Match[str], data: Any, path: KeyPath) -> str:
    """The value that `${/title}` or, from the place of the error upwards, `${1/title}` stands for."""
    start = path[: len(path) - int(found[1])] if found[1] else ()
    parts = [part.replace("~1", "/").replace("~0", "~") for part in found[2].split("/")[1:]]
    way = (*start, *(int(part) if part.isdigit() else part for part in parts))
    return plain_value(value_at(data, way))
