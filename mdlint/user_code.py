"""Python code that the configuration names: models and plugins. Its owner chose to run it."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from mdlint.dependencies import depends_on, depends_on_module
from mdlint.spelling import near_file

if TYPE_CHECKING:
    from pathlib import Path


class CodeError(Exception):
    """Code that is not there, fails when it is imported, or is not what it must be.

    message: what is wrong. hint: what to do, or empty. place: where inside the code, `file:line`, or empty.
    """

    def __init__(self, message: str, hint: str = "", place: str = "") -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.message = message
        self.hint = hint
        self.place = place


def load_module(source: str, root: Path) -> ModuleType:
    """A module by its name, looked for in `root` too, or the file `source` (`tools/rules.py`, relative to `root`).

    Raises CodeError, for a failing import with the place in the user's own code.
    """
    if source.endswith(".py"):
        depends_on(root / source)
        depends_on_module(f"mdlint_code_{(root / source).stem}")
        return _from_file(root / source, source)
    depends_on_module(source)
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    return _imported(source)


def _from_file(path: Path, shown: str) -> ModuleType:
    # Imported here, as below: hardly any run has code of its own.
    from importlib.util import module_from_spec, spec_from_file_location

    name = f"mdlint_code_{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        near = near_file(path)
        hint = f"did you mean `{shown.removesuffix(path.name)}{near}`?" if near else ""
        raise CodeError(f"there is no file `{shown}`", hint)
    module = module_from_spec(spec)
    # Pydantic resolves annotations that are text through `sys.modules`.
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # noqa: BLE001 - the user's code may raise anything
        del sys.modules[name]
        raise failed(shown, error, path) from None
    return module


def _imported(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name is not None and (name == error.name or name.startswith(error.name + ".")):
            raise CodeError(f"there is no module `{name}`") from None
        raise failed(name, error, None) from None
    except Exception as error:  # noqa: BLE001 - the user's code may raise anything
        raise failed(name, error, None) from None


def failed(shown: str, error: Exception, path: Path | None) -> CodeError:
    """Where the user's own code failed: the innermost frame of the file, else the last one."""
    if isinstance(error, SyntaxError) and error.lineno is not None:
        return CodeError(f"{type(error).__name__}: {error.msg}", place=f"{shown}:{error.lineno}")
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if path is not None and type(path)(frame.filename) == path]
    outside = [frame for frame in frames if "importlib" not in frame.filename and __file__ != frame.filename]
    frame = (own or outside or frames)[-1]
    place = f"{shown if own else frame.filename}:{frame.lineno}"
    return CodeError(f"{type(error).__name__}: {first_line(error)}", f"`{frame.line}`" if frame.line else "", place)


def first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
