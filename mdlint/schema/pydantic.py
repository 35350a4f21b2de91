"""A Pydantic model → findings.

Needs pydantic_core only: a shipped model is read from its stored core schema (`schema/stored.py`), and
a user's own is imported in `schema/python_model.py`.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Protocol

from mdlint.diagnostic import Finding, KeyPath, Severity
from mdlint.document import Document
from mdlint.models import MODELS
from mdlint.schema.branches import or_other_type
from mdlint.schema.coercion import coerced
from mdlint.schema.repair import repaired
from mdlint.schema.telling import Known, told
from mdlint.schema.violation import Kind, Violation, finding_of, merged_types, name_violation
from mdlint.settings import Extra
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


class PydanticSchema:
    """A model as a schema. Fields it does not know are reported, unless it allows them."""

    def __init__(
        self,
        name: str,
        validator: Validator,
        fields: Fields,
        models: Iterable[str] = (),
        extra: Extra | None = None,
        *,
        coerces: bool = True,
    ) -> None:
        """`models` are the shipped ones that it is or extends, the nearest first; `extra` says what unknown
        fields are, instead of what the model says. coerces: whether the model may take a text for something else."""
        self.name = name
        self.models = frozenset(models)
        self.severity: Mapping[str, Severity] = ChainMap(*(dict(MODELS[model].severity) for model in models))
        self.files: tuple[str, ...] = ()
        self.notes: tuple[str, ...] = ()
        self.implied: Mapping[str, Mapping[str, Any]] = {}
        self._validate = validator.validate_python
        self._coerces = coerces
        self._fields = fields if extra is None else Fields(extra, fields.names, fields.said)

    def check(self, doc: Document, known: Known | None = None) -> Iterator[Finding]:
        """The findings of the rules of the group `schema`."""
        data = doc.json_data
        violations = []
        try:
            read = self._validate(data)
        except ValidationError as error:
            violations = _violations(error, doc)
        else:
            violations = coerced(data, read) if self._coerces else []
        remarks: list[Violation] = []
        self._fields.remark(data, (), {id(data)}, remarks)
        if violations or remarks:
            for violation in told(violations, remarks, lambda path: self._unknown_beside(path, doc), data, known):
                yield repaired(finding_of(self._explained(violation)), violation, doc, self._objects)

    def _objects(self, data: Any, path: KeyPath) -> bool:
        """Whether the model would not take what stands in a field, or misses it."""
        try:
            self._validate(data)
        except ValidationError as error:
            return any(details["loc"][: len(path)] == path for details in error.errors(include_url=False))
        return False

    def _unknown_beside(self, path: KeyPath, doc: Document) -> list[Violation]:
        """The fields of a mapping that the model lets pass, but does not know."""
        fields = self._fields.at(path)
        if fields is None:
            return []
        return [Violation(below, "unknown", value) for below, value in doc.items(path) if below[-1] not in fields.names]

    def _explained(self, violation: Violation) -> Violation:
        """The violation with what the model says of its field."""
        if violation.kind in ("unknown", "misspelled", "deprecated") or not violation.path:
            return violation
        said, path = self._fields.said_at(violation.path), violation.path
        message = violation.message or said.get("message", "")
        while not message and len(path) > 1:
            path = path[:-1]
            message = self._fields.said_at(path).get("message", "")
        if not said and not message:
            return violation
        return violation._replace(about=said.get("about", ""), example=said.get("example", ""), message=message)


class Validator(Protocol):
    """What a model's `__pydantic_validator__` and a `SchemaValidator` have in common."""

    def validate_python(self, data: Any, /) -> Any:
        """Raises ValidationError."""


class Fields:
    """The fields that a model knows, with those of the models inside them, and what others are."""

    def __init__(
        self,
        extra: Extra,
        names: dict[str, Fields | None] | None = None,
        said: dict[str, dict[str, str]] | None = None,
    ) -> None:
        self.extra = extra
        self.names: dict[str, Fields | None] = {} if names is None else names
        self.said: dict[str, dict[str, str]] = {} if said is None else said
        """Per field, what the model says of it: `about`, `example`, `message`, and `deprecated`, which is
        the name of the field that replaces it, or empty."""

    def at(self, path: KeyPath) -> Fields | None:
        """The fields of the mapping at a key path."""
        fields: Fields | None = self
        for part in path:
            if fields is not None and isinstance(part, str):
                fields = fields.names.get(part)
        return fields

    def said_at(self, path: KeyPath) -> dict[str, str]:
        """What the model says of the field at a key path; nothing of a list's items."""
        fields = self.at(path[:-1])
        return fields.said.get(str(path[-1]), {}) if fields is not None and isinstance(path[-1], str) else {}

    def remark(self, data: Any, path: KeyPath, seen: set[int], found: list[Violation]) -> None:
        """Find the fields in the data that the model does not know, and the deprecated ones."""
        if isinstance(data, list):
            for index, item in enumerate(data):
                if isinstance(item, dict) and not self._is_plain(item) and id(item) not in seen:
                    seen.add(id(item))
                    self.remark(item, (*path, index), seen, found)
        elif isinstance(data, dict) and not self._is_plain(data):
            self._remark_fields(data, path, seen, found)

    def _remark_fields(self, data: dict[str, Any], path: KeyPath, seen: set[int], found: list[Violation]) -> None:
        names, deprecated = self.names, self._deprecated
        if self.extra != "allow" and not data.keys() <= names.keys():
            severity: Severity | None = "error" if self.extra == "forbid" else None
            known = tuple(names)
            found += [
                Violation((*path, name), "unknown", value, known, severity=severity)
                for name, value in data.items()
                if name not in names
            ]
        if deprecated and not deprecated.isdisjoint(data):
            found += [
                Violation((*path, name), "deprecated", value, self.said[name]["deprecated"])
                for name, value in data.items()
                if name in deprecated
            ]
        for name, fields in self._inside.items():
            value = data.get(name)
            if isinstance(value, (dict, list)) and id(value) not in seen:
                seen.add(id(value))
                fields.remark(value, (*path, name), seen, found)

    def _is_plain(self, data: dict[str, Any]) -> bool:
        """Whether a mapping has known fields only, none of which is deprecated or has fields of its own."""
        return self._is_flat and data.keys() <= self.names.keys()

    @cached_property
    def _inside(self) -> dict[str, Fields]:
        return {name: fields for name, fields in self.names.items() if fields is not None}

    @cached_property
    def _deprecated(self) -> frozenset[str]:
        return frozenset(name for name, said in self.said.items() if name in self.names and "deprecated" in said)

    @cached_property
    def _is_flat(self) -> bool:
        return not self._inside and not self._deprecated


def _violations(error: ValidationError, doc: Document) -> list[Violation]:
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
