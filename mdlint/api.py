"""mdlint from Python: lint texts or files, fix a text, or load a file as it was read.

Settings and results are plain data that pickle, and nothing is kept between calls, so that these functions can be
mapped over threads and processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from os import PathLike, fspath
from pathlib import Path, PurePath

import frontmatter

from mdlint import __version__
from mdlint.cache import Cache
from mdlint.config import load_configuration
from mdlint.diagnostic import Diagnostic
from mdlint.discovery import discover, others, spelled_out, wanted
from mdlint.document import Document
from mdlint.files import Fixing
from mdlint.linter import Linter
from mdlint.reading import How
from mdlint.report import Report
from mdlint.runner import run
from mdlint.settings import Settings
from mdlint.site import Site
from mdlint.source import Source


def lint_text(
    text: str, *, path: str | PathLike[str] = "stdin.md", settings: Settings | None = None
) -> tuple[Diagnostic, ...]:
    """What there is to say of a text, in order of position.

    `path` is what to call it (relative to the directory that the settings were loaded in); collections and ignores
    in the settings look at it. No such file need exist.

    Raises `mdlint.SchemaError` and `mdlint.CodeError` where the settings name a schema or a plugin that cannot be used.
    """
    return tuple(run([_source(text, path)], settings or Settings()).diagnostics)


def lint_texts(
    texts: Iterable[tuple[str | PathLike[str], str]], *, settings: Settings | None = None
) -> Iterator[tuple[Diagnostic, ...]]:
    """What there is to say of each of many texts, given as pairs of a path and a text; one by one, in their order.

    They are not compared with one another. The rules and the schema are made ready once, which takes longer than to check a short text. Raises as `lint_text`.
    """
    settings = settings or Settings()
    linter = Linter(settings)
    return (tuple(run([_source(text, path)], settings, linter=linter).diagnostics) for path, text in texts)


def fix_text(
    text: str, *, path: str | PathLike[str] = "stdin.md", settings: Settings | None = None
) -> tuple[str, tuple[Diagnostic, ...]]:
    """A text with its safe fixes, and what is left to say of it.

    With `unsafe_fixes` in the settings, with all fixes. Raises as `lint_text`.
    """
    settings = settings or Settings()
    report = run([_source(text, path)], settings, fixing=Fixing(settings.unsafe_fixes))
    (fixed,) = report.fixed
    assert fixed.text is not None  # as always where the bytes did not come from a file
    return fixed.text.decode("utf-8", "surrogatepass"), tuple(report.diagnostics)


def lint_paths(
    paths: Iterable[str | PathLike[str]],
    *,
    settings: Settings | None = None,
    online: bool = False,
    jobs: int | None = 1,
    cache: str | PathLike[str] | None = None,
) -> Report:
    """What there is to say of files and of the Markdown files in folders.

    online: whether servers are asked if the URLs in front matter lead anywhere, as the rule `unreachable-url` does.
    jobs: the number of processes to use, None for as many as pay; with more than one, a script that is run must do its
    work under `if __name__ == "__main__"`, as with `multiprocessing`. cache: a folder in which to keep what was found, so that
    files which have not changed since are not read again.

    A file that cannot be read is a finding. Where the settings have collections, the files are compared with the others
    below the configuration's folder. Raises `mdlint.DiscoveryError` for a path that does not exist, else as `lint_text`.
    """
    settings = settings or Settings()
    if online:
        settings = _asking_servers(settings)
    names = [fspath(path) for path in paths]
    sources = wanted(discover(names, spelled_out(settings)), settings, names).sources
    has_site = bool(settings.root and settings.collections)
    return run(
        sources,
        settings,
        context=partial(others, sources, settings, names) if has_site else None,
        site=Site.here(settings.root, online=online),
        how=How(Cache(Path(cache), settings, __version__) if cache is not None else None, jobs),
    )


def load_settings(path: str | PathLike[str] | None = None, *, no_code: bool = False) -> Settings:
    """The settings in a configuration file; without a path in the one that the command line would find from here.

    Settings without any file are those that hold by default. `no_code` refuses schemas and plugins that are Python.
    Raises `mdlint.ConfigError`, whose `mistakes` each have a place.
    """
    return load_configuration(
        Path.cwd(),
        config=None if path is None else Path(path),
        command_line={"no-code": True} if no_code else None,
    ).settings


def load(path: str | PathLike[str], *, settings: Settings | None = None) -> frontmatter.Post:
    """A file as python-frontmatter would give it, read with mdlint's own safe readers.

    Values are as the generator in the settings reads them, within the limits of the settings. The metadata is empty
    where there is no front matter that could be read. Raises OSError.
    """
    settings = settings or Settings()
    doc = Document.read(fspath(path), Path(path).read_bytes(), settings)
    post = frontmatter.Post(doc.body.strip())
    post.metadata = dict(doc.data)
    return post


def _asking_servers(settings: Settings) -> Settings:
    collections = (
        collection.replace(settings=_asking_servers(collection.settings)) for collection in settings.collections
    )
    more = (*settings.extend_select, "unreachable-url")
    return settings.replace(extend_select=more, collections=tuple(collections))


def _source(text: str, path: str | PathLike[str]) -> Source:
    shown = PurePath(path).as_posix()
    return Source(shown, shown, text.encode("utf-8", "surrogatepass"))
