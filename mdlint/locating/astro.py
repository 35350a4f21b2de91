"""The collections that the configuration of an Astro site's content defines; it is code, which is never run.

https://docs.astro.build/en/reference/content-loader-reference/#file-loader
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from mdlint.locating.allowed import Allowed
from mdlint.locating.roots import Root
from mdlint.locating.yaml_files import YamlFiles, whole_text
from mdlint.regex import regex
from mdlint.site import Site

_CONFIGS = tuple(
    f"src/{name}.{ending}" for name in ("content.config", "content/config") for ending in ("ts", "mts", "js", "mjs")
)
_COMMENT = regex(
    r"""("(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\.|[^`\\])*`?)|//[^\n]*|/\*(?:.*?\*/|.*)""", re.DOTALL
)
_COLLECTION = regex(r"""(?<![\w$-])([\w$-]++)['"]?\s*[:=]\s*defineCollection\s*\(""")
_EXPORTED = regex(r"""collections\s*=\s*\{([^{}]*)""")
_FILE = regex(r"""\bloader\s*:\s*file\(\s*['"`]([^'"`]+)['"`]\s*,?\s*\)""")
_SHOWN = ("name", "title", "label")
"""Fields by which an author may call an entry instead of by its id."""


def without_comments(code: str) -> str:
    """JavaScript without its comments."""
    return _COMMENT.sub(lambda found: found[1] or "", code)


def collections_in(code: str) -> Iterator[tuple[str, str]]:
    """The collections that a content config without comments defines, each with the code that does it."""
    defined = list(_COLLECTION.finditer(code))
    ends = [*(found.start() for found in defined[1:]), len(code)]
    exported = _EXPORTED.search(code)
    names = {}
    for part in exported[1].split(",") if exported else ():
        name, _, variable = (text.strip().strip("'\"") for text in part.partition(":"))
        names[variable or name] = name
    for found, end in zip(defined, ends, strict=False):
        yield names.get(found[1], found[1]), code[found.end() : end]


class AstroSite:
    """The site at a root."""

    def __init__(self, root: Root, site: Site) -> None:
        self._root = root
        self._site = site
        self._files = YamlFiles(site, "js-yaml-4")
        self._known: dict[str, Allowed | None] = {}

    def entries(self, collection: str) -> Allowed | None:
        """The ids in the one file that holds a collection; None where that is not so, or the file cannot be read as a whole."""
        if collection not in self._known:
            self._known[collection] = self._entries_of(collection)
        return self._known[collection]

    def _entries_of(self, collection: str) -> Allowed | None:
        name = self._file_of.get(collection)
        if name is None:
            return None
        path = posixpath.normpath(posixpath.join(self._root.folder, name))
        labels: dict[str, str] = {}
        for entry, value in _entries(self._data(path)):
            for field in _SHOWN if isinstance(value, dict) else ():
                if isinstance(value.get(field), str):
                    labels.setdefault(value[field], entry)
            labels[entry] = entry
        names = dict.fromkeys(labels.values())
        return Allowed(names, labels, f"`{posixpath.relpath(path, self._root.folder)}`") if names else None

    @cached_property
    def _file_of(self) -> Mapping[str, str]:
        texts = (self._site.read(f"{self._root.folder}/{name}") for name in _CONFIGS)
        code = without_comments(next((text for text in texts if text is not None), ""))
        found = ((name, _FILE.search(definition)) for name, definition in collections_in(code))
        return {name: file[1] for name, file in found if file is not None}

    def _data(self, path: str) -> Any:
        if path.endswith((".yaml", ".yml")):
            root = self._files.root(path)
            return None if root is None else root.value
        text = whole_text(self._site, path) if path.endswith(".json") else None
        try:
            return None if text is None else json.loads(text)
        except (ValueError, RecursionError):
            return None


def _entries(data: Any) -> Iterator[tuple[str, Any]]:
    """The entries of a file's data, with their ids: a list of objects that hold theirs, or a mapping."""
    if isinstance(data, dict):
        yield from ((str(key), value) for key, value in data.items())
    for item in data if isinstance(data, list) else ():
        if isinstance(item, dict):
            own = item.get("slug") if item.get("id") is None else item["id"]
            if type(own) in (str, int):
                yield str(own), item
