"""mdlint from Python: lint a text or files, or load a file as it was read.

Results are plain data that pickle, and nothing is kept between calls, so that these functions can be
mapped over processes.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path

import frontmatter

from mdlint.diagnostic import Diagnostic, Report
from mdlint.discovery import discover, wanted
from mdlint.document import Document
from mdlint.runner import run
from mdlint.settings import Settings
from mdlint.source import Source


def lint_text(text: str, *, path: str = "stdin.md", settings: Settings | None = None) -> tuple[Diagnostic, ...]:
    """What there is to say of a text, in order of position.

    `path` is what to call it (POSIX, relative to the current directory); collections and ignores in the
    settings look at it. Raises `mdlint.schema.SchemaError` when the settings' schema cannot be used.
    """
    source = Source(path, path, text.encode("utf-8", "surrogatepass"))
    return run([source], settings or Settings()).diagnostics


def lint_paths(paths: Iterable[str | PathLike[str]], *, settings: Settings | None = None) -> Report:
    """What there is to say of files and of the Markdown files in folders.

    Raises `mdlint.discovery.DiscoveryError` for a path that does not exist, and SchemaError as above.
    """
    settings = settings or Settings()
    names = [fspath(path) for path in paths]
    return run(wanted(discover(names), settings, names).sources, settings)


def load(path: str | PathLike[str]) -> frontmatter.Post:
    """A file as python-frontmatter would give it, read with mdlint's own safe readers and limits.

    The metadata is empty where there is no front matter that could be read. Raises OSError.
    """
    doc = Document.from_bytes(fspath(path), Path(path).read_bytes())
    post = frontmatter.Post(doc.body.strip())
    post.metadata = dict(doc.data)
    return post
