"""The user's own Pydantic model, named in the configuration: code that its owner chose to run."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

from pydantic import AliasChoices, BaseModel
from pydantic.fields import FieldInfo

from mdlint.models import MODELS
from mdlint.schema.error import SchemaError
from mdlint.schema.extension import KEYWORD, extension_of
from mdlint.schema.pydantic import Fields, PydanticSchema
from mdlint.schema.words import example_of, sentence_end
from mdlint.settings import Extra


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
    if source.endswith(".py"):
        module = _from_file(root / source, source)
    else:
        if str(root) not in sys.path:
            sys.path.insert(0, str(root))
        module = _imported(source)
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
        raise SchemaError(f"the model `{reference}` is not complete: {_first_line(error)}") from None
    return model


def _from_file(path: Path, shown: str) -> ModuleType:
    name = f"mdlint_schema_{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SchemaError(f"there is no file `{shown}`")
    module = module_from_spec(spec)
    # Pydantic resolves annotations that are text through `sys.modules`.
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # noqa: BLE001 - the user's code may raise anything
        del sys.modules[name]
        raise _failed(shown, error, path) from None
    return module


def _imported(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name is not None and (name == error.name or name.startswith(error.name + ".")):
            raise SchemaError(f"there is no module `{name}`") from None
        raise _failed(name, error, None) from None
    except Exception as error:  # noqa: BLE001 - the user's code may raise anything
        raise _failed(name, error, None) from None


def _failed(shown: str, error: Exception, path: Path | None) -> SchemaError:
    """Where the user's own code failed: the innermost frame of the file, else the last one."""
    if isinstance(error, SyntaxError) and error.lineno is not None:
        return SchemaError(f"{shown}:{error.lineno}: {type(error).__name__}: {error.msg}")
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if path is not None and Path(frame.filename) == path]
    outside = [frame for frame in frames if "importlib" not in frame.filename and __file__ != frame.filename]
    frame = (own or outside or frames)[-1]
    place = f"{shown if own else frame.filename}:{frame.lineno}"
    return SchemaError(
        f"{place}: {type(error).__name__}: {_first_line(error)}", f"`{frame.line}`" if frame.line else ""
    )


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
