"""Globs of the configuration that match no file: most are misspelled, or speak of what has moved."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

from mdlint.discovery import DiscoveryError, Found, discover, is_passed_over, spelled_out
from mdlint.gitignore import ignores_above
from mdlint.globs import globs
from mdlint.settings import Settings

_SPECIAL = re.compile(r"[*?\[{\\]")


def unmatched_globs(
    found: Found, settings: Settings, origins: Mapping[str, str], named: Sequence[str]
) -> Iterator[str]:
    """A note for each glob that matches none of the files below the configuration's folder.

    found: all that was discovered from the arguments `named`. Where these do not cover the whole
    folder, as those of a commit hook, nothing is said: what a glob speaks of may be elsewhere.
    """
    configured = list(_configured(settings))
    if not configured or not _covers(named, settings.root) or any(source.problem for source in found.sources):
        return
    paths = [path for source in found.sources if not (path := settings.in_root(source.shown)).startswith("../")]
    for key, glob, leaves_out in configured:
        if paths and not _matches(glob, paths) and not _elsewhere(glob, paths, settings, leaves_out=leaves_out):
            place = origins.get(f"{key}.{glob}") or origins.get(key, "the configuration")
            meant = _meant(glob, settings.root)
            yield f"{place}: no file matches `{glob}` of `{key}`" + (f"; did you mean `{meant}`?" if meant else "")


def unmatched_anywhere(settings: Settings, origins: Mapping[str, str]) -> Iterator[str]:
    """The same, for all files below the configuration's folder."""
    if any(_configured(settings)):
        try:
            found = discover([settings.root], spelled_out(settings))
        except DiscoveryError:
            return
        yield from unmatched_globs(found, settings, origins, [settings.root])


def _configured(settings: Settings) -> Iterator[tuple[str, str, bool]]:
    """Every glob with its key, and whether it leaves something out."""
    yield from (("include", glob, False) for glob in settings.include)
    yield from (("exclude", glob, True) for glob in settings.exclude)
    yield from (("per-file-ignores", glob, True) for glob in settings.per_file_ignores)
    for collection in settings.collections:
        yield from ((f"collections.{collection.name}.files", glob, False) for glob in collection.files)


def _covers(named: Sequence[str], root: str) -> bool:
    """Whether one of the arguments is the folder, or one above it."""
    real = os.path.realpath(root)
    return any(
        real == folder or real.startswith(os.path.join(folder, ""))
        for name in named
        if os.path.isdir(folder := os.path.realpath(name))
    )


def _matches(glob: str, paths: Sequence[str]) -> bool:
    """Whether a glob speaks of a file; of one that takes back (`!drafts/`), what it takes back counts."""
    speaks_of = globs((glob.removeprefix("!"),)).match
    return any(map(speaks_of, paths))


def _elsewhere(glob: str, paths: Sequence[str], settings: Settings, *, leaves_out: bool) -> bool:
    """Whether a glob speaks of files that only a walk passes over: hidden ones, packages, what git ignores."""
    parts = glob.removeprefix("!").strip("/").split("/")
    plain = list(_plain(parts))
    if leaves_out and (any(map(is_passed_over, parts)) or _is_ignored(plain, settings.root)):
        return True
    folder = "/".join(plain if len(plain) < len(parts) else plain[:-1])
    if not folder or any(path.startswith(f"{folder}/") for path in paths):
        return False
    try:
        below = discover([posixpath.join(settings.root, folder)]).sources
    except DiscoveryError:
        return False
    return _matches(glob, [settings.in_root(source.shown) for source in below])


def _plain(parts: Sequence[str]) -> Iterator[str]:
    """The folders that a glob begins with."""
    for part in parts:
        if _SPECIAL.search(part):
            return
        yield part


def _is_ignored(folders: Sequence[str], root: str) -> bool:
    """Whether git ignores a folder, be it there or not."""
    path = root.rstrip("/")
    for name in folders:
        path = f"{path}/{name}"
        ignores = ignores_above(f"{path}/")
        if ignores is not None and ignores.ignored(path, is_folder=True):
            return True
    return False


def _meant(glob: str, root: str) -> str | None:
    """The glob with the first name that is not there replaced by a near one that is."""
    # Imported here: only a glob that matches nothing needs it.
    from mdlint.spelling import did_you_mean

    taken_back = glob.startswith("!")
    parts = glob.removeprefix("!").split("/")
    folder = root
    for number, part in enumerate(parts):
        if _SPECIAL.search(part):
            return None
        try:
            names = os.listdir(folder)
        except OSError:
            return None
        if part and part not in names:
            near = did_you_mean(part, names)
            return "!" * taken_back + "/".join((*parts[:number], near, *parts[number + 1 :])) if near else None
        folder = os.path.join(folder, part)
    return None
