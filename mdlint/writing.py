"""Put new content in the place of a file's, so that a crash at any moment leaves the old or the new one whole."""

from __future__ import annotations

import contextlib
import os
import stat
from functools import cache
from typing import Any

_fcntl: Any
try:
    import fcntl as _fcntl
except ImportError:  # Windows, where a file that is open cannot be removed
    _fcntl = None

_PREFIX, _SUFFIX = ".mdlint-", ".tmp"
"""Names that neither site generators nor mdlint itself take for content."""


class WriteError(Exception):
    """Why a file was left alone, as what continues "the file …"."""


def write(path: str, data: bytes, expected: bytes | None = None, *, durable: bool = True) -> None:
    """Replace a file's content, or make the file; links stay and what they lead to is written.

    Its permissions, owner and extended attributes are kept. `expected` is what it held when it was read: a
    file that holds something else is not overwritten. `durable` waits until the disk has it. Raises WriteError, and then nothing has changed.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    try:
        status = _status(target, expected)
        _sweep(folder)
        file, name = _temporary(folder, 0o666 if status is None else stat.S_IMODE(status.st_mode) & 0o777)
        try:
            with open(file, "wb") as out:
                out.write(data)
                out.flush()
                if status is not None:
                    _keep(file, target, status)
                if durable:
                    os.fsync(file)
                if _fcntl is not None:
                    _replace(name, target, data, expected)
            if _fcntl is None:
                _replace(name, target, data, expected)
        except BaseException:
            _remove(name)
            raise
    except OSError as error:
        raise WriteError(f"cannot be written: {(error.strerror or str(error)).lower()}") from None


def _lock(file: int) -> None:
    """Mark a file as in use. Raises BlockingIOError when it is already."""
    if _fcntl is not None:
        _fcntl.flock(file, _fcntl.LOCK_EX | _fcntl.LOCK_NB)


def _status(target: str, expected: bytes | None) -> os.stat_result | None:
    """What is known of the file, or None where there is none yet."""
    try:
        status = os.stat(target)
    except FileNotFoundError:
        if expected is None:
            return None
        raise WriteError("is no longer there") from None
    if not stat.S_ISREG(status.st_mode):
        raise WriteError("is not a regular file")
    # The superuser may write everything, but a file without permission to be written is not meant to be.
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
        raise WriteError("is read-only")
    return status


def _replace(name: str, target: str, data: bytes, expected: bytes | None) -> None:
    if expected is not None:
        with open(target, "rb") as file:
            now = file.read()
        if now == data:  # another run was faster
            os.remove(name)
            return
        if now != expected:
            raise WriteError("has changed since it was read")
    os.replace(name, target)


def _temporary(folder: str, mode: int) -> tuple[int, str]:
    """A new file beside the one to write, in use until it is closed. Nobody may read it who may not read the other."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    while True:
        name = os.path.join(folder, f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}")
        file = os.open(name, flags, mode)
        try:
            _lock(file)
            if os.fstat(file).st_nlink:
                return file, name
        except BlockingIOError:
            pass
        os.close(file)  # another process has just taken it for a stray one


def _keep(file: int, target: str, status: os.stat_result) -> None:
    """Give the new file the old one's owner, permissions and extended attributes."""
    own = os.fstat(file)
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.fchown(file, status.st_uid, status.st_gid)
        except PermissionError:
            raise WriteError("belongs to someone else, which could not be kept") from None
    if hasattr(os, "fchmod"):
        os.fchmod(file, stat.S_IMODE(status.st_mode))
    if hasattr(os, "listxattr"):
        for attribute in _attributes(target):
            try:
                os.setxattr(file, attribute, os.getxattr(target, attribute))
            except OSError:
                continue  # some belong to the system, and not every file system has them


def _attributes(target: str) -> list[str]:
    try:
        return os.listxattr(target)
    except OSError:
        return []


@cache
def _sweep(folder: str) -> None:
    """Remove what a run that was killed has left, once per folder. What a run under way needs is locked."""
    with os.scandir(folder) as entries:
        stray = [entry.path for entry in entries if entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX)]
    for name in stray:
        try:
            file = os.open(name, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        except OSError:
            continue
        try:
            if _fcntl is None:
                os.close(file)
                file = -1
            else:
                _lock(file)
            os.remove(name)
        except OSError:
            pass
        finally:
            if file >= 0:
                os.close(file)


def _remove(name: str) -> None:
    with contextlib.suppress(OSError):
        os.remove(name)
