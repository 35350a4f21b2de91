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

_paths: dict[str, str] = {}
"""Digests of what was there when it was noted, by absolute path."""
_modules: set[str] = set()


def depends_on(path: str | os.PathLike[str], content: str | None = None) -> None:
    """Note a file, or a folder whose names count, before it is read; it need not be there. `content` is its digest, where
    another process has taken it: what is changed once it has been noted counts as changed."""
    path = os.path.join(os.getcwd(), path)
    _paths[path] = digest(path) if content is None else content


def begin() -> None:
    """Begin a run: what was noted before, by another one of this process, counts as it is now."""
    for path in _paths:
        _paths[path] = digest(path)


def noted(start: int = 0) -> tuple[tuple[str, str], ...]:
    """The absolute paths that were noted, each with the digest of what was there, but for so many."""
    return tuple(islice(_paths.items(), start, None))


def depends_on_module(name: str) -> None:
    """Note a module of the user's, and what it imports from its own package."""
    _modules.add(name)


def dependencies(root: str) -> list[tuple[str, str]]:
    """The absolute paths of all that was noted, each with a digest; modules that lie below `root` are among them."""
    files = {file for name, file in _files_of_modules() if _is_noted(name) or (_modules and _is_own(file, root))}
    return sorted({**{file: digest(file) for file in files}, **_paths}.items())


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
