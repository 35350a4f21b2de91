"""What validates data by a core schema: pydantic_core without its types.

Its package also describes in types what a core schema may be. That takes ten times as long to import as what validates, a fifth of
a short run, and nothing here uses it. So its extension module is imported alone. Who imports the package gets it whole, with the
same extension.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import TYPE_CHECKING

_PACKAGE = "pydantic_core"
_EXTENSION = "pydantic_core._pydantic_core"


def _extension() -> ModuleType:
    """The extension, imported without its package if it is found where it is expected."""
    if _EXTENSION not in sys.modules:
        package = PathFinder.find_spec(_PACKAGE)
        spec = package and PathFinder.find_spec(_EXTENSION, package.submodule_search_locations)
        if spec is not None and spec.loader is not None:
            # Imported here: where models are imported, all is there already.
            from importlib.util import module_from_spec

            module = sys.modules[_EXTENSION] = module_from_spec(spec)
            try:
                spec.loader.exec_module(module)
            except Exception:  # noqa: BLE001 - another version may want its package
                del sys.modules[_EXTENSION]
    return import_module(_EXTENSION)


if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError as PydanticCustomError  # noqa: PLC0414 - this is what others import
    from pydantic_core import PydanticSerializationError as PydanticSerializationError  # noqa: PLC0414
    from pydantic_core import SchemaValidator as SchemaValidator  # noqa: PLC0414
    from pydantic_core import ValidationError as ValidationError  # noqa: PLC0414
    from pydantic_core import to_json as to_json  # noqa: PLC0414
else:
    _found = _extension()
    PydanticCustomError = _found.PydanticCustomError
    PydanticSerializationError = _found.PydanticSerializationError
    SchemaValidator = _found.SchemaValidator
    ValidationError = _found.ValidationError
    to_json = _found.to_json
