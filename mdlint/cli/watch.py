"""`mdlint check --watch`: check again when something has changed that counts.

Each check is a process of its own, which reads the configuration, the schemas and the plugins as they are then.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from mdlint.cli import UsageError
from mdlint.config import find_configuration
from mdlint.discovery import ENDINGS, DiscoveryError, discover, passed_over_in
from mdlint.named import NamedTuple
from mdlint.reporters.safe import escape

_STEP, _QUIET = 100, 200
"""Milliseconds without a change that end a burst; milliseconds after which a watch is surely at work."""
_NAMES = frozenset({"mdlint.toml", ".mdlint.toml", "pyproject.toml", ".gitignore"})
"""Files that change what is checked, wherever they are."""
_REFERRING = ("schema", "config", "baseline")
"""Options that name files which a run reads."""


class _Scene(NamedTuple):
    """What is watched: the folders that are searched, and what counts besides, all as real paths."""

    searched: frozenset[str]
    named: frozenset[str]

    def folders(self) -> list[str]:
        folders = {*self.searched, *map(os.path.dirname, self.named)}
        return sorted(folder for folder in folders if os.path.isdir(folder))

    def counts(self, path: str) -> bool:
        """Whether a change of a file or a folder may change what a check says."""
        folder, name = os.path.split(path)
        if path in self.named or name in _NAMES:
            return True
        if folder not in self.searched or name.startswith("."):
            return False
        return name.lower().endswith(ENDINGS) or path in self.searched or os.path.isdir(path)


def watch(arguments: Sequence[str], options: dict[str, Any]) -> int:
    """Check with these arguments, and again at each change, until it is interrupted. Raises UsageError."""
    paths = options["paths"] or (".",)
    try:
        discover(paths)
    except DiscoveryError as error:
        raise UsageError(escape(str(error))) from None
    command = [sys.executable, "-P", "-m", "mdlint", "check", *_without_watch(arguments)]
    try:
        while True:
            _watch(command, paths, options)
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            click.echo(err=True)  # behind the `^C`
        raise


def _watch(command: Sequence[str], paths: Sequence[str], options: dict[str, Any]) -> None:
    """Check at each change, until there are other folders to watch."""
    # Imported here: it takes longer than most checks.
    from watchfiles import watch as changes_in

    scene = _scene(paths, options)
    outputs = set(_outputs(options))
    runs = 0
    try:
        for changes in changes_in(
            *scene.folders(),
            watch_filter=None,
            step=_STEP,
            rust_timeout=_QUIET,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        ):
            if runs and not any(scene.counts(path) and path not in outputs for _, path in changes):
                continue
            # Folders are watched before they are checked, so that nothing happens unseen in between.
            if runs and _scene(paths, options) != scene:
                return
            _check(command, quiet=options["quiet"])
            runs += 1
    except FileNotFoundError:
        return  # a folder went while its watch began
    except (OSError, RuntimeError) as error:
        raise UsageError(f"the files cannot be watched: {escape(str(error))}") from None


def _check(command: Sequence[str], *, quiet: bool) -> None:
    if os.environ.get("TERM") != "dumb":
        click.clear()  # a terminal only
    sys.stdout.flush()
    code = subprocess.run(command, check=False).returncode  # noqa: S603 - ourselves, without a shell
    if code < 0:
        click.echo(f"mdlint: the check was ended by signal {-code}", err=True)
    if not quiet:
        click.echo(f"mdlint: {time.strftime('%H:%M:%S')}, waiting for changes; Ctrl-C ends it", err=True)


def _without_watch(arguments: Sequence[str]) -> list[str]:
    end = arguments.index("--") if "--" in arguments else len(arguments)
    return [*(word for word in arguments[:end] if word != "--watch"), *arguments[end:]]


def _scene(paths: Sequence[str], options: dict[str, Any]) -> _Scene:
    searched: set[str] = set()
    named: set[str] = set()
    besides = set(_read_besides(options))
    # All texts of the configuration, globs or not: a folder more is watched, at worst.
    texts = (text for file in besides if file.endswith(".toml") for text in _texts(_toml(Path(file))))
    taken = passed_over_in(texts)
    for path in paths:
        real = os.path.realpath(path)
        # As it is called and as it is: a link may lead elsewhere, and what goes may come back.
        named |= {real, os.path.join(os.path.realpath(os.path.dirname(os.path.abspath(path))), os.path.basename(path))}
        try:
            searched |= {os.path.normpath(folder) for folder in discover([path], taken).folders}
        except DiscoveryError:
            continue
    return _Scene(frozenset(searched), frozenset(named | besides))


def _read_besides(options: dict[str, Any]) -> Iterator[str]:
    """The configuration, and the files that it and the command line name."""
    here = Path.cwd()
    yield from (str(here / name) for name in ("mdlint.toml", ".mdlint.toml", "pyproject.toml"))
    config = None if options["isolated"] else options["config"] or find_configuration(here)
    root = config.resolve().parent if config is not None else here
    pending = [str(options[name]) for name in _REFERRING if options[name]]
    pending += [str(config.resolve())] if config is not None else []
    seen: set[Path] = set()
    while pending:
        for file in {*_files(pending.pop(), root)} - seen:
            seen.add(file)
            yield str(file)
            if file.suffix == ".toml":
                pending += _texts(_toml(file))


def _files(reference: str, root: Path) -> Iterator[Path]:
    """The files that a text may name: `blog.json`, `schemas/blog.py:Post`, `decap:config.yml`, `schemas.blog:Post`."""
    before, _, behind = reference.partition(":")
    module = before.replace(".", "/") + ".py"
    for name in filter(None, (reference, before, behind, module)):
        try:
            path = (root / name).resolve()
            if path.is_file():
                yield path
        except (OSError, ValueError):  # too long for a name, or holding a null
            continue


def _toml(file: Path) -> Any:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):  # being written, or broken: the check says so
        return None


def _texts(data: Any) -> Iterator[str]:
    """The texts in what a file of TOML holds."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _texts(item)


def _outputs(options: dict[str, Any]) -> Iterator[str]:
    """The files that a check writes itself."""
    for given in options["output_file"]:
        for name in (given, given.partition(":")[2]):
            yield os.path.realpath(name)
