"""What a schema objects to, in one form for every source of schemas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from mdlint.diagnostic import KeyPath, Severity
from mdlint.named import NamedTuple

Kind: TypeAlias = Literal[
    "missing",
    "misspelled",
    "unknown",
    "type",
    "coerced",
    "enum",
    "pattern",
    "format",
    "min-length",
    "max-length",
    "min-items",
    "max-items",
    "minimum",
    "above",
    "maximum",
    "below",
    "multiple",
    "unique",
    "contains",
    "not",
    "name",
    "excluded",
    "deprecated",
    "custom",
]


class Violation(NamedTuple):
    """One constraint that one value breaks.

    expected: what the constraint asks for: type names (`type`), allowed values (`enum`), the
    pattern, the format's name, the limit; the schema's own sentence (`custom`, `contains`, `not`,
    `name`); the known fields (`unknown`); the field that is meant (`misspelled`); the deprecated one
    in its place (`missing`), the replacing one (`deprecated`); what is made of the value (`coerced`).
    hint: what the schema says the author should do, where it says so.
    message: the schema's own words for what is wrong, instead of mdlint's.
    about, example: what the schema says of the field, and a value it gives as an example or default.
    """

    path: KeyPath
    kind: Kind
    value: Any = None
    expected: Any = None
    hint: str = ""
    severity: Severity | None = None
    message: str = ""
    about: str = ""
    example: str = ""


def merged_types(kinds: Iterable[str]) -> tuple[str, ...]:
    """What to name when a value may be of several types, each once."""
    expected = dict.fromkeys(kinds)
    if len(expected) > 1:
        expected.pop("null", None)  # `field:` is no way of writing that anyone should be told of
    if "date" in expected:
        expected.pop("datetime", None)
    if {"text", "boolean"} <= expected.keys() and not expected.keys().isdisjoint(("number", "integer")):
        for kind in ("boolean", "number", "integer"):  # any single value will do, and text is one
            expected.pop(kind, None)
    return tuple(expected)
