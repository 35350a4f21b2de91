"""Files that say how others are judged: schemas, the settings of content systems, the user's own code.

Whoever reads such a file notes it here, for as long as the process lives. A cache asks for the lot: a file
too many costs a check, one too few would make it lie.
"""

from __future__ import annotations

import os
import sys
from itertools import islice

try:
    # What `hashlib` offers under this name. Importing that loads OpenSSL, which takes longer than a cached run.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

_paths: dict[str, None] = {}
_modules: set[str] = set()


def depends_on(path: str | os.PathLike[str]) -> None:
    """Note a file, or a folder whose names count; it need not be there."""
    _paths[os.path.join(os.getcwd(), path)] = None


def noted(start: int = 0) -> tuple[str, ...]:
    """The absolute paths that were noted, but for so many."""
    return tuple(islice(_paths, start, None))


def depends_on_module(name: str) -> None:
    """Note a module of the user's, and what it imports from its own package."""
    _modules.add(name)


def dependencies(root: str) -> list[tuple[str, str]]:
    """The absolute paths of all that was noted, each with a digest; modules that lie below `root` are among them."""
    paths = _paths.keys() | {
        file for name, file in _files_of_modules() if _is_noted(name) or (_modules and _is_own(file, root))
    }
    return [(path, digest(path)) for path in sorted(paths)]


def digest(path: str) -> str:
    """What tells a file's content from another one, or the names in a folder; empty where there is nothing."""
    try:
        if os.path.isdir(path):
            # Imported here: hardly any file depends on a folder.
            from pathlib import Path

            data = "\0".join(sorted(str(below) for below in Path(path).rglob("*"))).encode(errors="surrogateescape")
        else:
            with open(path, "rb") as file:
                data = file.read()
    except OSError:
        return ""
    return content_digest(data)


def content_digest(data: bytes) -> str:
    """What tells a file's content from another one."""
    return blake2b(data, digest_size=16).hexdigest()


def _files_of_modules() -> list[tuple[str, str]]:
    found = ((name, getattr(module, "__file__", None)) for name, module in list(sys.modules.items()))
    return [(name, file) for name, file in found if file]


def _is_noted(name: str) -> bool:
    return any(name == noted or name.startswith(f"{noted.partition('.')[0]}.") for noted in _modules)


def _is_own(file: str, root: str) -> bool:
    return bool(root) and file.startswith(root.rstrip("/") + "/") and "site-packages" not in file
