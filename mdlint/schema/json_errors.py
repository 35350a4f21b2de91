"""What jsonschema-rs objects to → violations, in the terms that all sources of schemas share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import jsonschema_rs

from mdlint.diagnostic import KeyPath
from mdlint.schema.branches import nearest, one_per_value
from mdlint.schema.json_messages import own_message, value_at
from mdlint.schema.references import Place, along
from mdlint.schema.violation import Kind, Violation, merged_types
from mdlint.schema.wording import name_violation
from mdlint.schema.words import one_of, plain_value

Error = jsonschema_rs.ValidationError

TYPES = {
    "string": "text",
    "number": "number",
    "integer": "integer",
    "boolean": "boolean",
    "array": "list",
    "object": "mapping",
    "null": "null",
}
_DATE_FORMATS = {"date": "date", "date-time": "datetime"}
_LIMITS: dict[str, tuple[Kind, str]] = {
    "Pattern": ("pattern", "pattern"),
    "Format": ("format", "format"),
    "MinLength": ("min-length", "limit"),
    "MaxLength": ("max-length", "limit"),
    "MinItems": ("min-items", "limit"),
    "MaxItems": ("max-items", "limit"),
    "AdditionalItems": ("max-items", "limit"),
    "MinProperties": ("min-items", "limit"),
    "MaxProperties": ("max-items", "limit"),
    "Minimum": ("minimum", "limit"),
    "ExclusiveMinimum": ("above", "limit"),
    "Maximum": ("maximum", "limit"),
    "ExclusiveMaximum": ("below", "limit"),
    "MultipleOf": ("multiple", "multiple_of"),
    "Enum": ("enum", "options"),
}
_TOO_SLOW = frozenset(("BacktrackLimitExceeded", "RegexEngineFailure"))
_UNIONS = frozenset(("AnyOf", "OneOfNotValid"))


class ErrorReader:
    """Translates the errors of one schema.

    formats: what values of a format are called when their type is wrong.
    has_messages: whether the schema has words of its own (`errorMessage`) anywhere.
    """

    def __init__(self, root: Place, formats: Mapping[str, tuple[str, Any]], *, has_messages: bool) -> None:
        self._root = root
        self._formats = {name: type_ for name, (type_, _) in formats.items()}
        self._has_messages = has_messages

    def read(self, errors: Iterable[Error], data: Any, *, unknown_at_root: bool = True) -> list[Violation]:
        """The violations, one for each value and each field that is missing or unknown.

        `unknown_at_root` false leaves out the fields that the root does not know.
        """
        found: list[Violation] = []
        for error in errors:
            violations = self._of(error, data)
            if not unknown_at_root:
                violations = [v for v in violations if v.kind != "unknown" or len(v.path) != 1]
            found.extend(violations)
        return one_per_value(found)

    def _of(self, error: Error, data: Any) -> list[Violation]:
        found = list(self._translated(error, data))
        if self._has_messages and found:
            message = own_message(self._root, error, found[0], data)
            if message and type(error.kind).__name__ in _UNIONS:
                found = [found[0]._replace(path=tuple(error.instance_path))]
            if message:
                return [violation if violation.message else violation._replace(message=message) for violation in found]
        return found

    def _translated(self, error: Error, data: Any) -> Iterator[Violation]:
        kind: Any = error.kind
        what = type(kind).__name__
        path: KeyPath = tuple(error.instance_path)
        value = value_at(data, path)
        if what in _LIMITS:
            name, attribute = _LIMITS[what]
            if what in ("MinLength", "MaxLength") or (isinstance(value, dict) and isinstance(error.instance, str)):
                value = error.instance  # a native date as the text that was judged; a field's name
            yield Violation(path, name, value, _tuple(getattr(kind, attribute)))
        elif what == "Type":
            yield Violation(path, "type", value, self._types(error, kind.types, value))
        elif what == "Constant":
            yield Violation(path, "enum", value, (kind.expected_value,))
        elif what == "Required":
            yield Violation((*path, kind.property), "missing", hint=self._reason(error, kind.property, value))
        elif what in ("AdditionalProperties", "UnevaluatedProperties"):
            for name in kind.unexpected:
                yield Violation((*path, name), "unknown", value_at(data, (*path, name)), (), severity="error")
        elif what == "UnevaluatedItems":
            yield Violation(path, "max-items", value, len(value) - len(kind.unexpected))
        elif what == "UniqueItems":
            yield Violation(path, "unique", value)
        elif what in _UNIONS:
            yield from nearest(path, value, [one_per_value(self._all(branch, data)) for branch in kind.context])
        elif what == "OneOfMultipleValid":
            yield Violation(
                path, "custom", value, "fits more than one of the forms that the schema allows; it must fit one"
            )
        elif what == "PropertyNames":
            yield from self._name(kind.error, path)
        elif what == "FalseSchema":
            yield Violation(path, "excluded", value, hint=self._reason(error, "", value), severity="error")
        elif what == "Contains":
            yield Violation(path, "contains", value, self._contained(error))
        elif what == "Not":
            yield from _ruled_out(path, value, kind.schema)
        elif what in _TOO_SLOW:
            yield Violation(path, "custom", value, "the schema's pattern takes too long on this value")
        else:
            yield Violation(path, "custom", value, f"is not what the schema's `{kind.name}` wants")

    def _all(self, errors: Iterable[Error], data: Any) -> list[Violation]:
        return [violation for error in errors for violation in self._of(error, data)]

    def _types(self, error: Error, given: Sequence[str], value: Any) -> tuple[str, ...]:
        """The names of the types, in the schema's order; text of a date's format is a date."""
        schema = along(self._root, error.evaluation_path)[-1][0].schema
        listed = schema.get("type")
        types = listed if isinstance(listed, list) and set(listed) == set(given) else given
        format_ = str(schema.get("format"))
        if format_ in self._formats:
            return (self._formats[format_],)
        text = "text" if isinstance(value, dt.date) else _DATE_FORMATS.get(format_, "text")
        return merged_types(text if kind == "string" else TYPES[kind] for kind in types)

    def _name(self, error: Error, path: KeyPath) -> Iterator[Violation]:
        """A field whose name is not as the schema wants names."""
        name = str(error.instance)
        for violation in self._of(error, name):
            yield name_violation(violation._replace(path=(*path, name), value=name))

    def _contained(self, error: Error) -> str:
        """What a list must contain."""
        *way, last = error.evaluation_path
        schema = along(self._root, way)[-1][0].schema
        wanted = _described(schema.get("contains"), "an item as the schema wants it")
        if last == "maxContains":
            return f"must contain {wanted} at most {schema['maxContains']} times"
        if last == "minContains":
            return f"must contain {wanted} at least {schema['minContains']} times"
        return f"must contain {wanted}"

    def _reason(self, error: Error, missing: str, value: Any) -> str:
        """What to do about a field that is missing (or not allowed) only because of another one."""
        because = self._condition(error.evaluation_path, missing, value)
        if not because:
            return ""
        return f"add it: {because} needs it" if missing else f"remove it: it cannot stand beside {because}"

    def _condition(self, path: Sequence[str | int], missing: str, value: Any) -> str:
        chain = along(self._root, path)
        for number, part in enumerate(path):
            if part in ("dependentRequired", "dependencies", "dependentSchemas"):
                if number + 1 < len(path):
                    return f"`{path[number + 1]}`"
                lists = chain[-1][0].schema.get(part, {})
                names = [f"`{name}`" for name, needs in lists.items() if missing in needs and name in value]
                return names[0] if names else ""
            if part == "then":
                holder = max((found for found in chain if found[1] <= number), key=lambda found: found[1])[0]
                return _stated(holder.schema.get("if"))
        return ""


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _described(schema: Any, otherwise: str) -> str:
    """A simple schema in words."""
    if isinstance(schema, dict):
        if "const" in schema:
            return f"`{plain_value(schema['const'])}`"
        if isinstance(schema.get("enum"), list) and schema["enum"]:
            return one_of([f"`{plain_value(value)}`" for value in schema["enum"]])
        if isinstance(schema.get("pattern"), str):
            return f"text that matches `{schema['pattern']}`"
    return otherwise


def _ruled_out(path: KeyPath, value: Any, schema: Any) -> Iterator[Violation]:
    """What `not` says: mostly that a value is reserved, or that fields exclude each other."""
    names = schema.get("required") if isinstance(schema, dict) else None
    if isinstance(names, list) and names:
        beside = " and ".join(f"`{name}`" for name in names[:-1])
        hint = f"remove it: it cannot stand beside {beside}" if beside else ""
        yield Violation((*path, names[-1]), "excluded", value_at(value, (names[-1],)), hint=hint, severity="error")
    else:
        yield Violation(path, "not", value, _described(schema, "what the schema rules out"))


def _stated(condition: Any) -> str:
    """A simple `if` as the fields it asks for."""
    if not isinstance(condition, dict):
        return ""
    properties = condition.get("properties")
    parts = []
    for name, schema in properties.items() if isinstance(properties, dict) else ():
        values = _described(schema, "")
        if not values.startswith("`"):
            return ""
        parts.append(f"`{name}: {values[1:]}" if values.count("`") == 2 else f"`{name}` ({values})")
    required = condition.get("required")
    if not parts and isinstance(required, list):
        parts = [f"`{name}`" for name in required]
    return " and ".join(parts)
