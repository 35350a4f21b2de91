"""What may stand in a configuration: every key, its type and its meaning, once.

Reading, error messages and `schemas/config.schema.json` all come from these tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from mdlint.diagnostic import SEVERITIES
from mdlint.generators import GENERATORS
from mdlint.record import Record

Kind: TypeAlias = Literal[
    "text",
    "texts",  # a list of text, or one text
    "globs",  # the same, each a glob
    "selectors",  # the same, each a rule or a group
    "choice",
    "flag",
    "number",
    "count",  # a whole number, not negative
    "size",  # a whole number, at least 1
    "values",  # a list of anything
    "replacement",  # true or false, or a field's name
    "severities",  # rule = severity
    "options",  # rule = { option = value }
    "ignores",  # glob = selectors
    "when",  # field = value or values, or a list of fields
    "fields",  # field = constraints
    "limits",  # limit = size
    "collections",
]


class Key(Record):
    """One key: the type of its value, what it means, and, for a choice, the words allowed."""

    kind: Kind
    meaning: str
    choices: tuple[str, ...] = ()


_RULES: Mapping[str, Key] = {
    "select": Key("selectors", "Only these rules or groups, instead of the default ones"),
    "extend-select": Key("selectors", "These rules or groups too"),
    "ignore": Key("selectors", "Not these rules or groups"),
    "severity": Key("severities", "Per rule, how bad its findings are"),
    "rules": Key("options", "Per rule, its options"),
    "unfixable": Key("selectors", "Rules or groups whose findings `--fix` leaves alone"),
}

_SCHEMA: Mapping[str, Key] = {
    "schema": Key("text", "The schema of the files: a shipped model, `file.py:Model`, a JSON Schema's file, …"),
    "required": Key("texts", "Fields that must be there"),
    "fields": Key("fields", "Per field, what its value must be"),
    "extra": Key("choice", "What a field that the schema does not know is", ("forbid", "warn", "allow")),
}

_GENERATOR = Key(
    "choice",
    "The site generator that reads the files; by default told from its own configuration",
    tuple(GENERATORS),
)

TOP: Mapping[str, Key] = {
    "extends": Key("texts", "Presets or configuration files that this one builds on"),
    "plugins": Key("texts", "Python files or modules that add rules and reporters"),
    "include": Key("globs", "The files to check when folders are searched; by default every Markdown file"),
    "exclude": Key("globs", "Files and folders never checked, also when they are named"),
    "generator": _GENERATOR,
    "fail-on": Key("choice", "The mildest finding that makes a run fail", SEVERITIES),
    "unsafe-fixes": Key("flag", "Whether `--fix` also applies fixes that their author must look at"),
    "baseline": Key("text", "The file of the findings that are known and not reported"),
    **_SCHEMA,
    **_RULES,
    "per-file-ignores": Key("ignores", "Per glob, rules or groups that are ignored there"),
    "limits": Key("limits", "How much front matter is read; what has more is reported and left alone"),
    "collections": Key("collections", "Groups of files that share a schema"),
}
"""The keys of `mdlint.toml`, or of `[tool.mdlint]` in `pyproject.toml`."""

COLLECTION: Mapping[str, Key] = {
    "name": Key("text", "What messages call the collection"),
    "files": Key("globs", "The collection's files"),
    "when": Key("when", "Only files whose fields have these values, or that have these fields"),
    "generator": _GENERATOR,
    **_SCHEMA,
    **_RULES,
}
"""The keys of a `[[collections]]` table."""

FIELD: Mapping[str, Key] = {
    "type": Key(
        "choice",
        "The type of the value",
        ("text", "number", "integer", "boolean", "date", "datetime", "list", "mapping"),
    ),
    "enum": Key("values", "The values allowed"),
    "pattern": Key("text", "A regular expression that the text must match somewhere"),
    "format": Key("choice", "The format of the text", ("date", "date-time", "time", "email", "uri", "uri-reference", "uuid", "regex")),
    "min-length": Key("count", "How many characters the text must have at least"),
    "max-length": Key("count", "How many characters the text may have at most"),
    "minimum": Key("number", "The least number allowed"),
    "maximum": Key("number", "The greatest number allowed"),
    "min-items": Key("count", "How many items the list must have at least"),
    "max-items": Key("count", "How many items the list may have at most"),
    "unique-items": Key("flag", "Whether the items of the list must differ"),
    "items": Key("choice", "The type of the list's items", ("text", "number", "integer", "boolean", "date", "datetime", "mapping")),
    "required": Key("flag", "Whether the field must be there"),
    "description": Key("text", "What the field is for; messages show it"),
    "deprecated": Key("replacement", "Whether the field should no longer be used, or the name of the field to use instead"),
    "message": Key("text", "What to say instead when the value is wrong"),
}  # fmt: skip
"""The keys of a `fields.<name>` table."""

LIMITS: Mapping[str, Key] = {
    "bytes": Key("size", "UTF-8 bytes between the fences"),
    "depth": Key("size", "Lists and mappings within one another, at most 1000"),
    "nodes": Key("size", "Names, values, lists and mappings together"),
    "expanded-nodes": Key("size", "The same, if every YAML alias were written out"),
}
"""The keys of the `limits` table."""
