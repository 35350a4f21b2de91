"""The folder of the caches: where it is, and which file in it holds for a way of judging."""

from __future__ import annotations

import os
import sys

from mdlint.dependencies import content_digest, digest
from mdlint.settings import Settings

FOLDER = ".mdlint_cache"
_SUFFIX = ".cache"
_MOST_CACHES = 8
"""Ways of judging whose caches are kept, the latest ones: a hook, CI and an audit may each select other rules."""
_IGNORE = "# Made by mdlint.\n*\n"


def folder_for(settings: Settings) -> str:
    """Where the caches are kept, unless the user says otherwise."""
    return os.path.join(settings.root or ".", FOLDER)


def file_in(folder: str, settings: Settings, version: str) -> str:
    """The file of a folder that holds for these settings and this version of mdlint."""
    return os.path.join(folder, fingerprint(settings, version) + _SUFFIX)


def fingerprint(settings: Settings, version: str) -> str:
    """A digest of all that judges files, but for the files named in the settings."""
    parts = (version, sys.version, sys.flags.optimize, settings.judging(), _own_code(version))
    return content_digest(repr(parts).encode(errors="backslashreplace"))


def make(folder: str) -> None:
    """Make the folder, which git is to ignore. Raises OSError."""
    os.makedirs(folder, exist_ok=True)
    ignore = os.path.join(folder, ".gitignore")
    if not os.path.exists(ignore):
        with open(ignore, "w", encoding="utf-8") as text:
            text.write(_IGNORE)


def drop_old(folder: str) -> None:
    """Remove all caches but the latest ones. Raises OSError."""
    caches = [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(_SUFFIX)]
    for path in sorted(caches, key=os.path.getmtime, reverse=True)[_MOST_CACHES:]:
        os.unlink(path)


def remove(given: str | os.PathLike[str]) -> bool:
    """Remove a cache's folder, if it is one; whether there was one."""
    # Imported here: it takes a tenth of the time of a run that needs no path.
    from pathlib import Path

    folder = Path(given)
    ignore = folder / ".gitignore"
    if not ignore.is_file() or ignore.read_text(errors="replace") != _IGNORE:
        return False
    for path in (*folder.glob(f"*{_SUFFIX}"), ignore):
        path.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
    return True


def _own_code(version: str) -> str | list[tuple[str, int, int]]:
    """What tells mdlint's own files from others of the same version: the record of the installed ones, which holds their
    checksums; in a checkout their state."""
    package = os.path.dirname(__file__)
    if record := digest(os.path.join(os.path.dirname(package), f"mdlint_frontmatter-{version}.dist-info", "RECORD")):
        return record
    found = []
    for folder, _, names in os.walk(package):
        for name in names:
            if name.endswith((".py", ".json")):
                status = os.stat(os.path.join(folder, name))
                found.append((name, status.st_mtime_ns, status.st_size))
    return sorted(found)
