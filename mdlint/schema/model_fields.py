"""What a Pydantic model says of each field: its names, what it is about, whether it is deprecated."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import AliasChoices, BaseModel
from pydantic.fields import FieldInfo

from mdlint.models.marks import Mark
from mdlint.schema.error import SchemaError
from mdlint.schema.extension import KEYWORD, extension_of
from mdlint.schema.pydantic_fields import Fields
from mdlint.schema.words import example_of, sentence_end


def fields_of(model: type[BaseModel], seen: dict[type[BaseModel], Fields]) -> Fields:
    """The fields of a model; `seen` holds those of the models met on the way."""
    if model in seen:
        return seen[model]
    extra = model.model_config.get("extra") or "ignore"
    fields = seen[model] = Fields("warn" if extra == "ignore" else extra)
    for name, info in model.model_fields.items():
        below = list(_models_in(info.annotation))
        inner = fields_of(below[0], seen) if len(below) == 1 else None
        try:
            _check_marks([*info.metadata, info])
            for metadata in _annotations_in(info.annotation):
                _check_marks(metadata)
            said = _said(info)
        except SchemaError as error:
            raise SchemaError(f"`{model.__name__}.{name}`: {error.message}", error.hint) from None
        for alias in names_of(model, name, info):
            fields.names[alias] = inner
            if said:
                fields.said[alias] = said
    return fields


def _said(info: FieldInfo) -> dict[str, str]:
    """What a field says of itself beyond its type, `x-mdlint` in its `json_schema_extra` included."""
    more = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    extension = extension_of(more.get(KEYWORD, {}))
    default = [] if info.is_required() else [info.default]
    found = {
        "about": sentence_end(info.description),
        "example": example_of([*(info.examples or ()), *default]),
        "message": extension.message,
    }
    found = {key: value for key, value in found.items() if value}
    if extension.deprecated is not None or info.deprecated:
        found["deprecated"] = extension.deprecated or ""
    return found


def _check_marks(metadata: Sequence[Any]) -> None:
    """Raises SchemaError for marks at one type that Pydantic could not take, or would drop."""
    said: dict[str, Any] = {}
    for mark in metadata:
        if isinstance(mark, type) and issubclass(mark, Mark):
            raise SchemaError(f"`{mark.__name__}` is not called", f"write `{mark.__name__}(…)`")
        if isinstance(mark, Mark):
            said.update(mark.said)
    for info in metadata:
        more = info.json_schema_extra if isinstance(info, FieldInfo) else None
        own = more.get(KEYWORD) if isinstance(more, dict) else None
        for word in said.keys() - own.keys() if isinstance(own, dict) else ():
            raise SchemaError(
                f"`{KEYWORD}` in `json_schema_extra` takes the place of the mark that says `{word}`",
                f"write `{json.dumps({word: said[word]})[1:-1]}` there",
            )


def _annotations_in(annotation: Any) -> Iterator[Sequence[Any]]:
    """What stands behind each type inside an annotation such as `list[Annotated[str, …]] | None`."""
    if hasattr(annotation, "__metadata__"):
        yield annotation.__metadata__
        annotation = annotation.__origin__
    for part in get_args(annotation):
        yield from _annotations_in(part)


def names_of(model: type[BaseModel], name: str, info: FieldInfo) -> list[str]:
    """The names that an author may use for a field, the first one first."""
    alias = info.validation_alias or info.alias
    names = [alias] if isinstance(alias, str) else []
    if isinstance(alias, AliasChoices):
        names = [choice for choice in alias.choices if isinstance(choice, str)]
    config = model.model_config
    if alias is None or config.get("populate_by_name") or config.get("validate_by_name"):
        names.insert(0, name)
    return names


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation such as `list[Model] | None` names; none inside mappings."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif getattr(annotation, "__origin__", None) is not dict:
        for part in get_args(annotation):
            yield from _models_in(part)
