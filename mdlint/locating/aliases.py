"""What `@/` and `~/` stand for: the `paths` of a `tsconfig.json` or `jsconfig.json`.

https://www.typescriptlang.org/tsconfig/#paths
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from typing import Any

from mdlint.named import NamedTuple
from mdlint.regex import regex
from mdlint.site import Site

_MOST_EXTENDED = 5
"""Configurations that extend one another."""
_COMMENT = regex(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_LAST_COMMA = regex(r'("(?:\\.|[^"\\])*")|,(?=\s*[}\]])', re.DOTALL)


class Alias(NamedTuple):
    """What starts like `prefix` lies below one of the absolute folders; a `prefix` that ends in no slash is a whole path."""

    prefix: str
    folders: tuple[str, ...]


def aliases_at(folder: str, site: Site) -> list[Alias]:
    """The aliases of the project at a folder, the most special first."""
    found: dict[str, Alias] = {}
    for name in ("tsconfig.json", "jsconfig.json"):
        if name in (site.entries(folder) or ()):
            _add(f"{folder}/{name}", site, found, _MOST_EXTENDED)
    return sorted(found.values(), key=lambda alias: -len(alias.prefix))


def _add(path: str, site: Site, found: dict[str, Alias], left: int) -> None:
    settings = _settings(site.read(path) or "")
    options = settings.get("compilerOptions")
    paths = options.get("paths") if isinstance(options, Mapping) else None
    if isinstance(options, Mapping) and isinstance(paths, Mapping):
        base = options.get("baseUrl")
        start = posixpath.join(posixpath.dirname(path), base if isinstance(base, str) else ".")
        for pattern, targets in paths.items():
            prefix, star, suffix = pattern.partition("*")
            if star and not suffix and prefix and isinstance(targets, list):
                folders = [
                    posixpath.normpath(posixpath.join(start, target[:-1]))
                    for target in targets
                    if isinstance(target, str) and target.endswith("*")
                ]
                found.setdefault(prefix, Alias(prefix, tuple(folders)))
        return  # `paths` are not merged with those of what is extended
    extended = settings.get("extends")
    for name in [extended] if isinstance(extended, str) else extended if isinstance(extended, list) else []:
        if left and isinstance(name, str) and name.startswith("."):
            other = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
            _add(other if other.endswith(".json") else f"{other}.json", site, found, left - 1)


def _settings(text: str) -> Mapping[str, Any]:
    """A configuration that may have comments and commas before closing brackets."""
    plain = _LAST_COMMA.sub(lambda found: found[1] or "", _COMMENT.sub(lambda found: found[1] or " ", text))
    try:
        settings = json.loads(plain)
    except (ValueError, RecursionError):
        return {}
    return settings if isinstance(settings, dict) else {}
