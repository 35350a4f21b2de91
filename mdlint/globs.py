"""Globs as `.gitignore` reads them, and with `{a,b}` besides."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mdlint.gitignore import Patterns
from mdlint.regex import regex

_BRACES = regex(r"\{([^{}]*,[^{}]*)\}")


class Globs:
    """A list of globs. A path matches when the last glob that speaks of it, or else of the nearest
    folder above it, does not start with `!`."""

    def __init__(self, globs: Iterable[str]) -> None:
        text = "\n".join(part for glob in globs for part in expanded(glob))
        self._patterns = Patterns(_bytewise(text))

    def match(self, path: str) -> bool:
        """Whether a POSIX path relative to the globs' root matches."""
        path, is_folder = _bytewise(path), False
        while path:
            verdict = self._patterns.verdict(path, path[path.rfind("/") + 1 :], is_folder)
            if verdict is not None:
                return verdict
            path, is_folder = path[: max(path.rfind("/"), 0)], True
        return False


def _bytewise(text: str) -> str:
    """A text with a character per byte, which is how git compares names."""
    if text.isascii():
        return text
    # Globs are UTF-8; a path is too, or holds its bytes, whatever encoding the file system has for Python.
    return text.encode("utf-8", sys.getfilesystemencodeerrors()).decode("latin-1")


@lru_cache
def globs(patterns: tuple[str, ...]) -> Globs:
    """The globs, compiled once."""
    return Globs(patterns)


def expanded(glob: str) -> Iterator[str]:
    """`*.{md,mdx}` → `*.md`, `*.mdx`. A brace with one alternative is a brace."""
    match = _BRACES.search(glob)
    if match is None:
        yield glob
        return
    for part in match[1].split(","):
        yield from expanded(glob[: match.start()] + part + glob[match.end() :])


def escaped(path: str) -> str:
    """A path as a glob that matches it. Braces, controls and bytes that are no UTF-8 have no escape, so any
    character may stand for them."""
    return re.sub(r"[{}\x00-\x1f\x7f\ud800-\udfff]", "?", re.sub(r"([\\*?\[\]!#])", r"\\\1", path))
