"""From a parsed JSON Schema to its validator; what is wrong with the schema, with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import jsonschema_rs

from mdlint.diagnostic import KeyPath, format_key_path
from mdlint.named import NamedTuple
from mdlint.schema.error import SchemaError
from mdlint.schema.json_errors import ErrorReader
from mdlint.schema.json_words import entries, words_in
from mdlint.schema.references import REFERENCES, Documents, Place
from mdlint.schema.schema_file import SchemaFile
from mdlint.schema.wording import finding_of

Formats: TypeAlias = Mapping[str, tuple[str, Callable[[str], bool]]]
"""Formats of a source's own: by name, what messages call the type of such values, and the test."""

_DIALECTS = {
    "json-schema.org/draft-04/schema": jsonschema_rs.Draft4Validator,
    "json-schema.org/draft-06/schema": jsonschema_rs.Draft6Validator,
    "json-schema.org/draft-07/schema": jsonschema_rs.Draft7Validator,
    "json-schema.org/draft/2019-09/schema": jsonschema_rs.Draft201909Validator,
    "json-schema.org/draft/2020-12/schema": jsonschema_rs.Draft202012Validator,
    "json-schema.org/schema": jsonschema_rs.Draft202012Validator,
}


class Source(NamedTuple):
    """Where a schema comes from.

    name: what messages call it. base: the file or folder that its references are relative to.
    within: the folder that they may not leave. file: its text, where it was read from a file.
    """

    name: str
    base: Path | None = None
    within: Path | None = None
    file: SchemaFile | None = None

    def place(self, path: KeyPath) -> str:
        """Where a part of the schema stands."""
        return self.file.place(path) if self.file is not None else self.name


class Compiled(NamedTuple):
    """words: what the schema uses of `deprecated`, `errorMessage` and the keys of `x-mdlint`."""

    validator: jsonschema_rs.Validator
    root: Place
    words: frozenset[str]


def compiled(schema: Mapping[str, Any], source: Source, formats: Formats) -> Compiled:
    """Raises SchemaError where the schema, or one that it refers to, is wrong."""
    dialect = _dialect(schema, source)
    try:
        documents = Documents(schema, source.base, source.within)
    except SchemaError as error:
        path = _reference_in(error.message, schema)
        raise SchemaError(error.message, error.hint, source.place(path)) if path else error from None
    try:
        validator = dialect(
            dict(schema),
            registry=documents.registry,
            base_uri=documents.uri,
            offline=True,
            validate_formats=True,
            formats={**_later_formats(dialect), **{name: test for name, (_, test) in formats.items()}},
        )
    except jsonschema_rs.ValidationError as error:
        raise _in_words(error, schema, source) from None
    words = set(words_in(schema, source.place if source.file else lambda path: format_key_path(path[:-1])))
    for file in documents.files.values():
        words.update(words_in(file.data, file.place))
    return Compiled(validator, documents.root, frozenset(words))


def _later_formats(dialect: type[jsonschema_rs.Validator]) -> dict[str, Callable[[str], bool]]:
    """Formats that a draft does not know, but that other validators check in every draft."""
    newest = jsonschema_rs.Draft202012Validator
    if dialect in (newest, jsonschema_rs.Draft201909Validator):
        return {}
    return {name: newest({"format": name}, validate_formats=True).is_valid for name in ("uuid", "duration")}


def _dialect(schema: Mapping[str, Any], source: Source) -> type[jsonschema_rs.Validator]:
    """The validator of the draft that `$schema` names."""
    given = schema.get("$schema", "json-schema.org/schema")
    dialect = _DIALECTS.get(str(given).split("://")[-1].rstrip("#"))
    if dialect is None:
        raise SchemaError(
            f"`$schema` is `{given}`, which mdlint does not know",
            "write `https://json-schema.org/draft/2020-12/schema`, or draft-07's",
            source.place(("$schema",)),
        )
    return dialect


def _in_words(error: jsonschema_rs.ValidationError, schema: Mapping[str, Any], source: Source) -> SchemaError:
    """What is wrong with a schema, in the words that are used for front matter."""
    path: KeyPath = tuple(error.instance_path)
    if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Referencing):
        text = str(error.kind.error)
        message = f"the schema refers to what is not there: {text[:1].lower()}{text[1:]}"
        return SchemaError(message, place=source.place(_reference_in(text, schema)))
    if path and path[-1] == "pattern":
        return SchemaError(f"this is not a regular expression: `{error.instance}`", place=source.place(path))
    nowhere = Place({}, jsonschema_rs.Registry([("urn:mdlint:nowhere", {})]).resolver("urn:mdlint:nowhere"))
    violation = ErrorReader(nowhere, {}, has_messages=False).read([error], schema)[0]
    finding = finding_of(violation)
    return SchemaError(f"the schema is wrong: {finding.message}", finding.hint, source.place(path))


def _reference_in(text: str, schema: Mapping[str, Any]) -> KeyPath:
    """The key path of the `$ref` that an error's text quotes the end of: the part, or the document's name."""
    for path, _, key, value in entries(schema):
        if key in REFERENCES and isinstance(value, str):
            document, _, part = value.partition("#")
            if f"'{part}'" in text or (document and f"{document.rpartition('/')[2]}`" in text):
                return (*path, key)
    return ()
