"""What pydantic_core objects to → violations, in the terms that all sources of schemas share."""

from __future__ import annotations

from typing import Any

from mdlint.diagnostic import KeyPath
from mdlint.document import Document
from mdlint.schema.branches import or_other_type
from mdlint.schema.violation import Kind, Violation, merged_types
from mdlint.schema.wording import name_violation
from mdlint.validating import ValidationError

_TYPES: dict[str, tuple[str, ...]] = {
    "string_type": ("text",),
    "string_sub_type": ("text",),
    "int_type": ("integer",),
    "int_parsing": ("integer",),
    "int_from_float": ("integer",),
    "float_type": ("number",),
    "float_parsing": ("number",),
    "decimal_type": ("number",),
    "decimal_parsing": ("number",),
    "bool_type": ("boolean",),
    "bool_parsing": ("boolean",),
    "list_type": ("list",),
    "tuple_type": ("list",),
    "set_type": ("list",),
    "frozen_set_type": ("list",),
    "iterable_type": ("list",),
    "dict_type": ("mapping",),
    "mapping_type": ("mapping",),
    "model_type": ("mapping",),
    "model_attributes_type": ("mapping",),
    "dataclass_type": ("mapping",),
    "date_type": ("date",),
    "datetime_type": ("datetime",),
    "none_required": ("null",),
}
_LIMITS: dict[str, tuple[Kind, str]] = {
    "string_pattern_mismatch": ("pattern", "pattern"),
    "string_too_short": ("min-length", "min_length"),
    "string_too_long": ("max-length", "max_length"),
    "too_short": ("min-items", "min_length"),
    "too_long": ("max-items", "max_length"),
    "greater_than_equal": ("minimum", "ge"),
    "greater_than": ("above", "gt"),
    "less_than_equal": ("maximum", "le"),
    "less_than": ("below", "lt"),
    "multiple_of": ("multiple", "multiple_of"),
    "format": ("format", "format"),
}
_CONSTANTS = {"True": True, "False": False, "None": None}
_FORMATS = {
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
    "datetime_parsing": "date-time",
    "datetime_from_date_parsing": "date-time",
    "timezone_aware": "date-time",
    "url_parsing": "uri",
    "url_scheme": "uri",
    "url_syntax_violation": "uri",
    "uuid_parsing": "uuid",
}
_TAG_IS_WRONG = ("union_tag_invalid", "union_tag_not_found")
"""Of a mapping whose field says of which kind it is, that the field says nothing known or is missing."""


def violations_of(error: ValidationError, doc: Document) -> list[Violation]:
    """Pydantic's errors as violations, the branches of a union as one."""
    by_path: dict[KeyPath, list[Violation]] = {}
    entered: set[KeyPath] = set()
    for details in error.errors(include_url=False):
        violation = _violation(details, doc)
        if details["loc"][-1:] == ("[key]",):
            violation = name_violation(violation)
        entered.update(violation.path[:end] for end in range(len(violation.path)))
        if details["type"] != "extra_forbidden":  # found among the unknown fields, with the known ones to compare
            by_path.setdefault(violation.path, []).append(violation)
    # Where one branch of a union got into the value, that others expect another type is beside the point.
    return [
        _nearest(found)
        for path, found in by_path.items()
        if path not in entered or any(violation.kind != "type" for violation in found)
    ]


def _nearest(branches: list[Violation]) -> Violation:
    """What to say of a value that fits no branch of a union: the branch of its own type, else all types."""
    if len(branches) == 1:
        return branches[0]
    others = [violation for violation in branches if violation.kind != "type"]
    if others:
        return or_other_type(others[0], branches) if len(others) == 1 else others[0]
    expected = merged_types(kind for violation in branches for kind in violation.expected)
    return Violation(branches[0].path, "type", branches[0].value, expected)


def _violation(details: Any, doc: Document) -> Violation:
    kind, context = details["type"], details.get("ctx", {})
    value = details["input"]
    path = _key_path(details["loc"], doc, kind == "missing")
    if kind == "missing":
        return Violation(path, "missing")
    if kind in _TYPES:
        return Violation(path, "type", value, _TYPES[kind])
    if kind in _LIMITS:
        what, key = _LIMITS[kind]
        limit = context[key]
        return Violation(path, what, value, int(limit) if isinstance(limit, float) and limit.is_integer() else limit)
    if kind in _FORMATS:
        return Violation(path, "format", value, _FORMATS[kind])
    if kind in _TAG_IS_WRONG and isinstance(value, dict):
        name = context["discriminator"].strip("'")
        if kind == "union_tag_not_found" and name.isidentifier():
            return Violation((*path, name), "missing")
        if name in value:
            return Violation((*path, name), "enum", value[name], _literals(context["expected_tags"]))
    if kind in ("literal_error", "enum"):
        return Violation(path, "enum", value, _literals(context["expected"]))
    message = str(context["error"]) if kind in ("value_error", "assertion_error") else details["msg"]
    return Violation(path, "custom", value, message[:1].lower() + message[1:])


def _key_path(loc: tuple[str | int, ...], doc: Document, names_missing: bool) -> KeyPath:
    """Pydantic's location without the labels of union branches, which no key of the data has."""
    if (loc[:-1] if names_missing else loc) in doc:
        return loc  # most have none
    path: KeyPath = ()
    for number, part in enumerate(loc):
        is_last = number == len(loc) - 1
        if (*path, part) in doc or (is_last and names_missing):
            path = (*path, part)
    return path


def _literals(expected: str) -> tuple[Any, ...]:
    """The values in Pydantic's `'light', 'dark' or False`."""
    words = expected.replace(" or ", ", ").split(", ")
    return tuple(_CONSTANTS.get(word, word.strip("'")) for word in words)
