"""Which site generator reads a site's files, told from the site's own configuration."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

GENERATORS: Mapping[str, tuple[str, ...]] = {
    "starlight": (),
    "astro": (r"astro\.config\.(?:mjs|js|ts|mts|cjs|cts)",),
    "docusaurus": (r"docusaurus\.config\.(?:mjs|js|ts|mts|cjs|cts)",),
    "vitepress": (r"\.vitepress",),
    "eleventy": (r"\.?eleventy\.(?:config\.)?(?:mjs|js|ts|cjs)",),
    "mkdocs": (r"mkdocs\.ya?ml",),
    "quarto": (r"_quarto\.ya?ml",),
    "myst": (r"myst\.ya?ml",),
    "hugo": (r"hugo\.(?:toml|ya?ml|json)",),
    "hexo": (),
    "jekyll": (r"_config\.(?:ya?ml|toml)",),
    "pelican": (r"pelicanconf\.py",),
    "zola": (),
    "obsidian": (r"\.obsidian",),
}
"""Per generator, the names of the files or folders at the site's root that give it away."""

_HUGO_DEFAULTS = tuple(
    f"config/_default/{name}.{kind}" for name in ("hugo", "config") for kind in ("toml", "yaml", "yml", "json")
)
_LARGEST_CONFIG = 1_000_000


def detect_generator(root: Path) -> tuple[str, str] | None:
    """The generator of the site at a folder, and the file that tells; None when nothing does.

    Only names are looked at, and the text of a configuration where two generators share a name; a
    configuration is never run.
    """
    try:
        names = sorted(path.name for path in root.iterdir())
    except OSError:
        return None
    for generator, patterns in GENERATORS.items():
        for pattern in patterns:
            for name in names:
                if re.fullmatch(pattern, name):
                    return _told_apart(generator, root / name, names), name
    if "docs" in names and (root / "docs" / ".vitepress").is_dir():
        return "vitepress", "docs/.vitepress"
    for name in _HUGO_DEFAULTS:
        if "config" in names and (root / name).is_file():
            return "hugo", name
    for name in ("config.toml", "config.yaml", "config.yml"):
        if name in names and "content" in names:
            return ("zola" if "templates" in names and name == "config.toml" else "hugo"), name
    return None


def _told_apart(generator: str, config: Path, names: list[str]) -> str:
    if generator == "astro" and "@astrojs/starlight" in _text(config):
        return "starlight"
    if generator == "jekyll" and ("scaffolds" in names or '"hexo"' in _text(config.parent / "package.json")):
        return "hexo"
    return generator


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(_LARGEST_CONFIG)
    except OSError:
        return ""
