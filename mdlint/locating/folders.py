"""Walk from folder to folder by written names, with an eye on how the file system spells them."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from mdlint.gitignore import Patterns
from mdlint.site import MOST_ENTRIES, Site

ASSET_ENDINGS = (
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".jxl", ".ico", ".bmp", ".tif", ".tiff", ".apng", ".jfif",
    ".heic", ".heif", ".mp4", ".webm", ".mov", ".m4v", ".ogv", ".mp3", ".m4a", ".ogg", ".wav", ".pdf",
)  # fmt: skip
"""In lower case. Text without one of these may be an icon's name, an image of a container, a page…"""

_MOST_FOLDERS = 3000
"""Folders that are searched for a name; beyond that nothing is said of it."""
_MOST_COMPARED = 500
"""Names that are compared with one that is not there."""
_PAGES = (".md", ".mdx", ".markdown", ".qmd", ".rmd")
_NO_FOLDERS = (
    *ASSET_ENDINGS,
    *_PAGES,
    ".html",
    ".css",
    ".scss",
    ".js",
    ".ts",
    ".tsx",
    ".json",
    ".yml",
)
_NOT_SEARCHED = frozenset(("node_modules", "vendor", "bower_components", "__pycache__", "_site", "dist", "build"))


class Folders:
    """The folders of a site, all paths absolute and POSIX."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._spellings: dict[str, dict[str, list[str]]] = {}
        self._by_number: dict[str, dict[str, list[str]]] = {}
        self._files: dict[tuple[str, frozenset[str]], dict[str, list[str]] | None] = {}

    def names(self, folder: str) -> frozenset[str]:
        """The names in a folder; none where there is no such folder."""
        return self._site.entries(folder) or frozenset()

    def spelled(self, folder: str, parts: Sequence[str]) -> list[str] | None:
        """The parts of a path below a folder as the file system spells them; None where there is no such file.

        Where several files differ only in case from what is written, the path is not found.
        """
        found = []
        for part in parts:
            name = part
            if part == "..":
                folder = posixpath.dirname(folder)
            elif part not in ("", "."):
                names = self._site.entries(folder)
                if names is None:
                    return None
                if part not in names and len(names) < MOST_ENTRIES:
                    others = self._spelled_like(folder, part)
                    if len(others) != 1:
                        return None
                    # A name may also be composed otherwise, as macOS does: for readers the two are one.
                    name = part if _composed(others[0]) == _composed(part) else others[0]
                    folder = f"{folder}/{others[0]}"
                else:
                    folder = f"{folder}/{part}"
            found.append(name)
        return found

    def _spelled_like(self, folder: str, name: str) -> list[str]:
        known = self._spellings.get(folder)
        if known is None:
            known = self._spellings[folder] = {}
            for other in self.names(folder):
                known.setdefault(_composed(other).lower(), []).append(other)
        return known.get(_composed(name).lower(), [])

    def has_assets(self, folder: str) -> bool:
        """Whether a folder holds files of the kinds that authors name in front matter."""
        return any(name.lower().endswith(ASSET_ENDINGS) for name in self.names(folder))

    def has_pages(self, folder: str) -> bool:
        """Whether a folder holds Markdown."""
        return any(name.lower().endswith(_PAGES) for name in self.names(folder))

    def near(self, folder: str, name: str) -> str | None:
        """The file of the same kind in a folder that is called much like a name."""
        # Imported here: only findings need it.
        from difflib import get_close_matches

        stem, ending = posixpath.splitext(name)
        endings = ASSET_ENDINGS if ending.lower() in ASSET_ENDINGS else (ending,)
        # Of numbered files another number is another file.
        stems: dict[str, str] = {}
        for other in self._numbered(folder).get(_number(name), ()):
            if other.lower().endswith(endings):
                stems.setdefault(posixpath.splitext(other)[0], other)
        if stem in stems:
            return stems[stem]
        close = get_close_matches(stem, [*stems][:_MOST_COMPARED], n=1, cutoff=0.75)
        return stems[close[0]] if close else None

    def _numbered(self, folder: str) -> dict[str, list[str]]:
        """The names in a folder, sorted, by their digits."""
        known = self._by_number.get(folder)
        if known is None:
            known = self._by_number[folder] = {}
            for name in sorted(self.names(folder)):
                known.setdefault(_number(name), []).append(name)
        return known

    def search(self, top: str, name: str, closed: frozenset[str] = frozenset()) -> list[str] | None:
        """The folders below `top` that hold a file of that name, in lower case; None where there are too many to search.

        closed: folders that are not entered, by their paths from `top`.
        """
        key = (top, closed)
        if key not in self._files:
            self._files[key] = self._searched(top, closed)
        files = self._files[key]
        return None if files is None else files.get(name.lower(), [])

    def _searched(self, top: str, closed: frozenset[str]) -> dict[str, list[str]] | None:
        files: dict[str, list[str]] = {}
        to_do, count = [top], 0
        while to_do:
            folder = to_do.pop()
            names = self._site.entries(folder)
            if names is None:
                continue
            count += 1
            if count > _MOST_FOLDERS:
                return None
            for name in sorted(names):
                lower = name.lower()
                if lower.endswith(ASSET_ENDINGS):
                    files.setdefault(lower, []).append(folder)
                elif name[0] != "." and name not in _NOT_SEARCHED and not lower.endswith(_NO_FOLDERS):
                    path = f"{folder}/{name}"
                    if path[len(top) + 1 :] not in closed:
                        to_do.append(path)
        return files

    def is_ignored(self, top: str, path: str) -> bool:
        """Whether the `.gitignore` files from `top` on speak of a path: a script makes what is not committed."""
        folder = top
        parts = path[len(top) + 1 :].split("/")
        ignores: list[tuple[str, Patterns]] = []
        for number, part in enumerate(parts):
            text = self._site.read(f"{folder}/.gitignore") if ".gitignore" in self.names(folder) else None
            if text is not None:
                ignores.insert(0, (folder, _patterns(text)))
            entry = f"{folder}/{part}"
            for start, patterns in ignores:
                verdict = patterns.verdict(_bytewise(entry[len(start) + 1 :]), _bytewise(part), number < len(parts) - 1)
                if verdict:
                    return True
                if verdict is False:
                    break
            folder = entry
        return False


def above(folder: str) -> Iterator[str]:
    """A folder and all those above it, the nearest first."""
    while True:
        yield folder
        upper = posixpath.dirname(folder)
        if upper == folder or not upper:
            return
        folder = upper


def _number(name: str) -> str:
    return "".join(filter(str.isdigit, name))


@cache
def _patterns(text: str) -> Patterns:
    return Patterns(_bytewise(text))


def _bytewise(text: str) -> str:
    """A text with a character per byte, which is how git compares names."""
    return text if text.isascii() else text.encode("utf-8", "surrogateescape").decode("latin-1")


def _composed(name: str) -> str:
    return name if name.isascii() else unicodedata.normalize("NFC", name)
