"""Globs as `.gitignore` reads them, and with `{a,b}` besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")


class Globs:
    """A list of globs. A path matches when the last glob that speaks of it does not start with `!`."""

    def __init__(self, globs: Iterable[str]) -> None:
        # Imported here: a run without globs needs no pattern library.
        from pathspec import GitIgnoreSpec

        self._spec = GitIgnoreSpec.from_lines(part for glob in globs for part in expanded(glob))

    def match(self, path: str) -> bool:
        """Whether a POSIX path relative to the globs' root matches."""
        return self._spec.match_file(path)


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
