"""A JSON Schema (draft-07 to 2020-12) → findings. jsonschema-rs judges, without the network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal

from mdlint.diagnostic import Finding, KeyPath, Severity
from mdlint.document import Document
from mdlint.schema.extension import IMPLYING
from mdlint.schema.json_compile import Formats, Source, compiled
from mdlint.schema.json_errors import ErrorReader
from mdlint.schema.json_fields import Fields, implied_options
from mdlint.schema.native_dates import dates_in, replaced, rfc3339
from mdlint.schema.repair import repaired
from mdlint.schema.schema_file import SchemaFile, read_schema_file
from mdlint.schema.telling import Known, told
from mdlint.schema.violation import Violation
from mdlint.schema.wording import finding_of
from mdlint.settings import Extra

A_DATE = 10**15
"""What stands for a native date where dates are no text: more milliseconds than any real date has."""


class JsonSchema:
    """A JSON Schema as a schema. What it says of a native date it says of the date as it is written.

    files: globs of the files that the schema is for, where its source knows them.
    notes: what the user should know about the schema before trusting its findings.
    fields: what the schema says of each field, `x-mdlint` included.
    """

    def __init__(
        self,
        name: str,
        schema: Mapping[str, Any],
        base: Path | None = None,
        extra: Extra | None = None,
        *,
        file: SchemaFile | None = None,
        within: Path | None = None,
        formats: Formats | None = None,
        dates: Literal["text", "number"] = "text",
        files: Sequence[str] = (),
        notes: Sequence[str] = (),
    ) -> None:
        """Raises SchemaError.

        base: the file or folder that references are relative to; `within` is the one they may not leave.
        extra: what unknown fields are at the root, instead of what the schema says.
        dates: whether native dates are judged as text, or stand as the number `A_DATE`.
        """
        self.name = name
        self.severity: Mapping[str, Severity] = {}
        self.models: frozenset[str] = frozenset()
        self.files = tuple(files)
        self.notes = tuple(notes)
        formats = formats or {}
        self._validator, root, words = compiled(schema, Source(name, base, within, file), formats)
        self.fields = Fields([root])
        self.implied = {} if words.isdisjoint(IMPLYING) else implied_options(self.fields)
        self._errors = ErrorReader(root, formats, has_messages="errorMessage" in words)
        self._extra = extra
        self._dates = dates
        self._has_aliases = "alias" in words
        self._has_remarks = not words.isdisjoint(("deprecated", "extra"))

    def check(self, doc: Document, known: Known | None = None) -> Iterator[Finding]:
        """The findings of the rules of the group `schema`."""
        data: Any = doc.json_data
        written: dict[KeyPath, str] = {}
        if self._has_aliases:
            data = self.fields.renamed(data, (), written)
        violations = self._violations(data, doc, written)
        remarks = self._remarks(data)
        if violations or remarks:
            named = [self._with_names(violation) for violation in violations]
            remarks = [self._with_names(remark) for remark in remarks]
            for violation in told(named, remarks, lambda path: self._unknown_beside(path, data), data, known):
                explained = self._explained(violation)._replace(path=_written(violation.path, written))
                yield repaired(finding_of(explained), explained, doc, partial(self._objects, doc))

    def _objects(self, doc: Document, data: Any, path: KeyPath) -> bool:
        """Whether the schema would not take what stands in a field, or misses it."""
        return any(violation.path[: len(path)] == path for violation in self._violations(data, doc, {}))

    def knows(self, path: KeyPath) -> bool:
        """Whether the schema speaks of the field at a key path, by its name or a pattern."""
        return self.fields.at(path) is not None

    def _remarks(self, data: Any) -> list[Violation]:
        """The unknown fields that are to be reported, and the deprecated ones."""
        if self._has_remarks:
            return list(self.fields.remarks(data, (), self._extra, set()))
        return self.fields.unknown(data, (), self._extra) if self._extra is not None else []

    def _violations(self, data: Any, doc: Document, written: Mapping[KeyPath, str]) -> list[Violation]:
        """What the validator objects to; `written` has the author's names of fields."""
        dates = dates_in(data)
        judged = replaced(data, dates, rfc3339 if self._dates == "text" else _a_date) if dates else data
        if self._validator.is_valid(judged):
            return []
        errors = list(self._validator.iter_errors(judged))
        if dates and self._dates == "text":
            # A format wants `2024-01-05T10:00:00Z` where the author may write `2024-01-05 10:00:00`; a
            # pattern may want just the latter.
            texts = {path: scalar.text for path in dates if (scalar := doc.scalar(_written(path, written)))}
            as_written = replaced(data, dates, lambda path, _: texts.get(path, ""))
            if as_written != judged:
                errors = min(errors, list(self._validator.iter_errors(as_written)), key=len)
        return self._errors.read(errors, data, unknown_at_root=self._extra is None)

    def _inside(self, path: KeyPath) -> Fields:
        """What the schema says of the fields of the mapping at a key path."""
        field = self.fields.at(path)
        return self.fields if field is None else field.inner

    def _unknown_beside(self, path: KeyPath, data: Any) -> list[Violation]:
        """The fields of a mapping that an open schema lets pass, but does not know."""
        for part in path:
            data = data[part]
        return self._inside(path).unknown(data, path, "warn")

    def _with_names(self, violation: Violation) -> Violation:
        """An unknown field's violation with the names that the schema knows."""
        if violation.kind != "unknown":
            return violation
        return violation._replace(expected=self._inside(violation.path[:-1]).known)

    def _explained(self, violation: Violation) -> Violation:
        """The violation with what the schema says of its field."""
        field = self.fields.at(violation.path)
        if field is None or violation.kind in ("unknown", "misspelled", "deprecated"):
            return violation
        message, path = violation.message, violation.path
        while path and not message:
            outer = self.fields.at(path)
            message = outer.extension.message if outer is not None else ""
            path = path[:-1]
        return violation._replace(about=field.about, example=field.example, message=message)


def load_json_schema(path: Path, extra: Extra | None = None, *, within: Path | None = None) -> JsonSchema:
    """The schema in a JSON or YAML file. Raises SchemaError, which names the place of what is wrong."""
    file = read_schema_file(path)
    return JsonSchema(file.shown, file.data, path, extra, file=file, within=within)


def _written(path: KeyPath, names: Mapping[KeyPath, str]) -> KeyPath:
    """The key path with the names that the author used."""
    return tuple([names.get(path[: number + 1], part) for number, part in enumerate(path)]) if names else path


def _a_date(*_: object) -> int:
    return A_DATE
