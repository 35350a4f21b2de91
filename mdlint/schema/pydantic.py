"""A Pydantic model → findings.

Needs pydantic_core only: a shipped model is read from its stored core schema (`schema/stored.py`), and
a user's own is imported in `schema/python_model.py`.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from mdlint.diagnostic import Finding, KeyPath, Severity
from mdlint.document import Document
from mdlint.models import MODELS
from mdlint.schema.coercion import coerced
from mdlint.schema.pydantic_fields import Fields
from mdlint.schema.repair import repaired
from mdlint.schema.telling import Known, told
from mdlint.schema.violation import Violation
from mdlint.schema.wording import finding_of
from mdlint.settings import Extra
from mdlint.validating import ValidationError


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
            # Imported here: most files have no such errors.
            from mdlint.schema.pydantic_errors import violations_of

            violations = violations_of(error, doc)
        else:
            violations = coerced(data, read) if self._coerces else []
        remarks: list[Violation] = []
        self._fields.remark(data, (), {id(data)}, remarks)
        if violations or remarks:
            for violation in told(violations, remarks, lambda path: self._unknown_beside(path, doc), data, known):
                yield repaired(finding_of(self._explained(violation)), violation, doc, self.objects)

    def objects(self, data: Any, path: KeyPath) -> bool:
        """Whether the model would not take what stands in a field, or misses it."""
        try:
            self._validate(data)
        except ValidationError as error:
            return any(details["loc"][: len(path)] == path for details in error.errors(include_url=False))
        return False

    def knows(self, path: KeyPath) -> bool:
        """Whether the model has a field at a key path."""
        fields = self._fields.at(path[:-1])
        return fields is not None and path[-1] in fields.names

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
