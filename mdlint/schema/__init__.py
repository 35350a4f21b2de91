"""Schemas: a model or a JSON Schema → findings. One file per source of schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from mdlint.diagnostic import Finding, Severity
from mdlint.models import MODELS

if TYPE_CHECKING:
    from mdlint.document import Document
    from mdlint.settings import Settings


class Schema(Protocol):
    """What files of one kind must look like."""

    @property
    def name(self) -> str:
        """What messages call it."""

    @property
    def severity(self) -> Mapping[str, Severity]:
        """Rules that are graver or milder for files of this kind."""

    def check(self, doc: Document) -> Iterator[Finding]:
        """The findings of the rules of the group `schema`; the document has a root."""


_loaded: dict[str, Schema] = {}


def load_schema(name: str) -> Schema:
    """The schema of that name, made once. Raises KeyError for an unknown name."""
    if name not in _loaded:
        model = MODELS[name]
        # Imported here: Pydantic is most of mdlint's start-up, and many runs need no schema.
        from mdlint.schema.pydantic import PydanticSchema

        _loaded[name] = PydanticSchema(name, model.load(), model.severity)
    return _loaded[name]


def schema_for(doc: Document, settings: Settings) -> Schema | None:
    """The schema that claims a document: the configured one, else the shipped one it looks like."""
    if settings.schema is not None:
        return load_schema(settings.schema)
    for name, model in MODELS.items():
        if model.recognises(doc.data):
            return load_schema(name)
    return None
