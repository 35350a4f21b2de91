"""Schemas: a model or a JSON Schema → findings. One file per source of schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Protocol

from mdlint.diagnostic import Finding, KeyPath, Severity, format_key_path
from mdlint.field_set import FieldSet
from mdlint.models import MODELS, READ_BY, RECOGNISED
from mdlint.schema.error import SchemaError
from mdlint.schema.slips import may_hold, misspellings, suspects

if TYPE_CHECKING:
    from pathlib import Path

    from mdlint.document import Document
    from mdlint.schema.json_schema import JsonSchema
    from mdlint.schema.pydantic import PydanticSchema
    from mdlint.schema.telling import Known
    from mdlint.settings import Extra, Settings

__all__ = [
    "SYSTEMS",
    "Schema",
    "SchemaError",
    "detected_schema",
    "may_be_misspelled",
    "misspelled_fields",
    "named_schema",
    "schema_of",
]

SYSTEMS = ("astro:", "decap:", "frontmatter-cms:")
"""What begins the names of schemas that other systems have made, with collections of their own."""
_NO_MODELS: frozenset[str] = frozenset()
_MOST_SETS = 1000
"""Sets of fields to remember the model for; a site has a few dozen."""


class Schema(Protocol):
    """What files of one kind must look like."""

    @property
    def name(self) -> str:
        """What messages call it."""

    @property
    def severity(self) -> Mapping[str, Severity]:
        """Rules that are graver or milder for files of this kind."""

    @property
    def models(self) -> frozenset[str]:
        """The shipped models that it is or extends."""

    @property
    def files(self) -> tuple[str, ...]:
        """The globs of its files, relative to the configuration's folder, where it knows them."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know of it, such as that it is older than what it was made from."""

    @property
    def implied(self) -> Mapping[str, Mapping[str, Any]]:
        """Per rule, the options that it implies for its files."""

    def check(self, doc: Document, known: Known | None = None) -> Iterator[Finding]:
        """The findings of the rules of the group `schema`; the document has a root.

        known: whether something else knows a field that the schema does not.
        """

    def knows(self, path: KeyPath) -> bool:
        """Whether it says anything of the field at a key path, or of fields with any name there."""


def schema_of(settings: Settings) -> Schema | None:
    """The schema that the settings name, with the constraints they add. Raises SchemaError."""
    schema = None
    if settings.schema is not None:
        try:
            schema = _load(settings, settings.schema)
        except SchemaError as error:
            error.reference = settings.schema
            raise
    if not settings.required and not settings.fields:
        return schema
    # Imported here, as below: what a schema needs is most of mdlint's start-up.
    from mdlint.schema.inline_fields import inline_schema

    added = inline_schema(settings.required, settings.fields, settings.extra if schema is None else None)
    return added if schema is None else _Both(schema, added)


def named_schema(doc: Document, settings: Settings) -> Schema | None:
    """The JSON Schema that the front matter itself names, of the same project. Raises SchemaError."""
    # The text is asked first: hardly any file names a schema.
    if doc.text.find("$schema", 0, doc.body_start) < 0:
        return None
    from pathlib import Path

    from mdlint.schema.inline import named_schema_path, schema_named_in

    name = schema_named_in(doc)
    root = Path(settings.root or ".")
    return None if name is None else _named(named_schema_path(name, Path(doc.path), root), root)


@lru_cache
def _named(path: Path, root: Path) -> Schema:
    from mdlint.schema.json_schema import load_json_schema

    return load_json_schema(path, within=root)


def detected_schema(doc: Document) -> Schema | None:
    """The shipped model that a document resembles, for files that no configuration speaks of."""
    return _resembling(doc.data.keys() | doc.unread) if doc.problems else _detected(doc.field_set)


@lru_cache(_MOST_SETS)
def _detected(fields: FieldSet) -> Schema | None:
    return _resembling(set(fields.names))


def _resembling(names: AbstractSet[str]) -> Schema | None:
    for name, model in RECOGNISED.items():
        if model.recognises(names):
            return _shipped(name)
    return None


@lru_cache
def _shipped(name: str, extra: Extra | None = None) -> PydanticSchema:
    from mdlint.schema.stored import shipped_schema

    return shipped_schema(name, extra)


def may_be_misspelled(doc: Document, schema: Schema | None) -> bool:
    """Whether `misspelled_fields` is to be asked; most often it is known that there are none."""
    models = (schema is not None and schema.models) or READ_BY.get(doc.generator, _NO_MODELS)
    there = suspects(doc.field_set, models)
    return there is not None and may_hold(there, doc.json_data)


def misspelled_fields(doc: Document, schema: Schema | None) -> Iterator[Finding]:
    """The fields with names that are surely misspelled, whether the document has a schema or not.

    Its fields are those of the shipped models that its schema is or extends, else of those of what reads the site.
    """
    models = (schema is not None and schema.models) or READ_BY.get(doc.generator, _NO_MODELS)
    for path, meant in misspellings(doc, models):
        if schema is None or not schema.knows(path):
            # Imported here: hardly any file has such fields.
            from mdlint.schema.repair import repaired
            from mdlint.schema.violation import Violation
            from mdlint.schema.wording import finding_of

            name, right = format_key_path(path), format_key_path((*path[:-1], meant))
            message = f"`{name}` looks like a misspelled `{right}`, which is missing"
            hint = f"rename it to `{meant}`"
            violation = Violation(path, "misspelled", doc.get(path), meant, hint, "warning", message)
            yield repaired(finding_of(violation), violation, doc, partial(_all_object, models))


def _all_object(models: frozenset[str], data: Any, path: KeyPath) -> bool:
    """Whether all of these models object to what stands in a field."""
    return bool(models) and all(_shipped(model).objects(data, path) for model in models)


def _load(settings: Settings, reference: str) -> Schema:
    if reference in MODELS:
        return _shipped(reference, settings.extra)
    # Imported here: it takes a tenth of the time of a run that needs no path.
    from pathlib import Path

    root = Path(settings.root)
    source, _, name = reference.partition(":")
    if source == "astro":
        from mdlint.schema.astro import astro_schema

        return astro_schema(name, root, settings.extra)
    if source == "decap":
        from mdlint.schema.decap import decap_schema

        return decap_schema(name, root, settings.extra)
    if source == "frontmatter-cms":
        from mdlint.schema.frontmatter_cms import frontmatter_cms_schema

        return frontmatter_cms_schema(name, root, settings.extra)
    if reference.endswith((".json", ".yaml", ".yml")):
        from mdlint.schema.json_schema import load_json_schema

        return load_json_schema(root / reference, settings.extra)
    if name:
        if settings.no_code:
            raise SchemaError(f"the schema `{reference}` is Python code, which --no-code refuses")
        from mdlint.schema.python_model import load_model, model_schema

        return model_schema(reference, load_model(source, name, root), settings.extra)
    raise SchemaError(f"there is no schema `{reference}`", _hint(reference))


def _hint(reference: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(reference, MODELS, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    return "name a shipped model, `file.py:Model`, `package.module:Model` or a JSON Schema's file"


class _Both:
    """A schema and the constraints that the configuration adds to it."""

    def __init__(self, schema: Schema, added: JsonSchema) -> None:
        self._schema = schema
        self._added = added
        self.name = schema.name
        self.severity = schema.severity
        self.models = schema.models
        self.files = schema.files
        self.notes = schema.notes
        self.implied = schema.implied

    def check(self, doc: Document, known: Known | None = None) -> Iterator[Finding]:
        """The findings of both, each thing once. A field that either knows is known."""
        said = set()
        for finding in self._schema.check(doc, known or self._added.fields.at):
            said.add((finding.rule, finding.at))
            yield finding
        for finding in self._added.check(doc, known):
            if (finding.rule, finding.at) not in said:
                yield finding

    def knows(self, path: KeyPath) -> bool:
        """Whether either of them does."""
        return self._schema.knows(path) or self._added.knows(path)
