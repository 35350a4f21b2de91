"""The user's own Pydantic model, named in the configuration: code that its owner chose to run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import AliasChoices, BaseModel
from pydantic.fields import FieldInfo

from mdlint.models import MODELS
from mdlint.schema.error import SchemaError
from mdlint.schema.extension import KEYWORD, extension_of
from mdlint.schema.pydantic import Fields, PydanticSchema
from mdlint.schema.words import example_of, sentence_end
from mdlint.settings import Extra
from mdlint.user_code import CodeError, first_line, load_module


def model_schema(name: str, model: type[BaseModel], extra: Extra | None = None) -> PydanticSchema:
    """A model as a schema."""
    models = [
        name
        for parent in model.__mro__
        for name, shipped in MODELS.items()
        if (parent.__module__, parent.__name__) == (shipped.module, shipped.name)
    ]
    return PydanticSchema(name, model.__pydantic_validator__, fields_of(model, {}), models, extra)


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
            said = _said(info)
        except SchemaError as error:
            raise SchemaError(f"`{model.__name__}.{name}`: {error.message}", error.hint) from None
        for alias in _names(name, info, by_name=bool(model.model_config.get("populate_by_name"))):
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


def _names(name: str, info: FieldInfo, *, by_name: bool) -> Iterator[str]:
    alias = info.validation_alias or info.alias
    if alias is None or by_name:
        yield name
    if isinstance(alias, str):
        yield alias
    elif isinstance(alias, AliasChoices):
        yield from (choice for choice in alias.choices if isinstance(choice, str))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation such as `list[Model] | None` names; none inside mappings."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif getattr(annotation, "__origin__", None) is not dict:
        for part in get_args(annotation):
            yield from _models_in(part)


def load_model(source: str, name: str, root: Path) -> type[BaseModel]:
    """The model `name` of `source`, a file (`schemas/blog.py`, relative to `root`) or a module.

    Raises SchemaError, for a failing import with the place in the user's own code.
    """
    reference = f"{source}:{name}"
    try:
        module = load_module(source, root)
    except CodeError as error:
        raise SchemaError(error.message, error.hint, error.place) from None
    model = getattr(module, name, None)
    if model is None:
        models = [
            key for key, value in vars(module).items() if isinstance(value, type) and issubclass(value, BaseModel)
        ]
        known = [key for key in models if getattr(module, key).__module__ == module.__name__]
        raise SchemaError(f"there is no `{name}` in {source}", f"it has {', '.join(known)}" if known else "")
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        raise SchemaError(f"`{reference}` is not a Pydantic model")
    try:
        model.model_rebuild()
    except Exception as error:  # noqa: BLE001 - the user's code may raise anything
        raise SchemaError(f"the model `{reference}` is not complete: {first_line(error)}") from None
    return model
