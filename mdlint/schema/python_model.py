"""The user's own Pydantic model, named in the configuration: code that its owner chose to run."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from pydantic import BaseModel

from mdlint.models import MODELS
from mdlint.schema.error import SchemaError
from mdlint.schema.model_fields import fields_of
from mdlint.schema.model_marks import implied_by
from mdlint.schema.pydantic import PydanticSchema
from mdlint.settings import Extra
from mdlint.user_code import CodeError, failed, first_line, load_module


def model_schema(name: str, model: type[BaseModel], extra: Extra | None = None) -> PydanticSchema:
    """A model as a schema. Raises SchemaError where it says of a field what mdlint does not understand."""
    models = [
        name
        for parent in model.__mro__
        for name, shipped in MODELS.items()
        if (parent.__module__, parent.__name__) == (shipped.module, shipped.name)
    ]
    schema = PydanticSchema(name, model.__pydantic_validator__, fields_of(model, {}), models, extra)
    try:
        schema.implied = implied_by(model)
    except SchemaError:
        raise
    except Exception as error:  # noqa: BLE001 - the user's code may raise anything, and pages can be judged without
        schema.notes = (f"{name} has no JSON Schema, so marks in it are not looked at: {first_line(error)}",)
    return schema


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
        found = _unknown_in_annotations(module, getattr(error, "name", None))
        if found is not None:
            said = failed(source, found, root / source if source.endswith(".py") else None)
            raise SchemaError(said.message, said.hint, said.place) from None
        raise SchemaError(f"the model `{reference}` is not complete: {first_line(error)}") from None
    return model


def _unknown_in_annotations(module: ModuleType, name: str | None) -> Exception | None:
    """The error of the annotation of a model that uses `name`, which is not there; it knows its place.

    Since Python 3.14 an annotation that is not text is evaluated when it is first asked for. Before, importing the
    module found the error.
    """
    for model in vars(module).values():
        annotate = getattr(model, "__annotate__", None) if isinstance(model, type) else None
        try:
            if annotate is not None:
                annotate(1)  # `annotationlib.Format.VALUE`
        except Exception as error:  # noqa: BLE001 - the user's code may raise anything
            if getattr(error, "name", None) == name:
                return error
    return None
