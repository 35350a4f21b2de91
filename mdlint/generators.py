"""Which site generator reads a site's files, told from the site's own configuration."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Mapping
from functools import cache

from mdlint.site import Site

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
    "zola": (r"zola\.toml",),
    "obsidian": (r"\.obsidian",),
}
"""Per generator, the names of the files or folders at the site's root that give it away."""

_HUGO_DEFAULTS = tuple(f"{name}.{kind}" for name in ("hugo", "config") for kind in ("toml", "yaml", "yml", "json"))


def detect_generator(root: str | os.PathLike[str]) -> tuple[str, str] | None:
    """The same as `generator_at`, of a folder as it is now."""
    return generator_at(os.fspath(root).replace(os.sep, "/"), Site.here())


def generator_at(folder: str, site: Site) -> tuple[str, str] | None:
    """The generator of the site at a folder (POSIX), and the file there that tells; None when nothing does.

    Only names are looked at, and the text of a configuration where two generators share a name; a
    configuration is never run.
    """
    names = site.entries(folder)
    if names is None:
        return None
    told = _telling()
    order = {generator: number for number, generator in enumerate(GENERATORS)}
    found = min(
        ((order[match.lastgroup or ""], match[0]) for match in map(told.fullmatch, names) if match), default=None
    )
    if found is not None:
        generator = list(GENERATORS)[found[0]]
        return _told_apart(generator, folder, found[1], site), found[1]
    if "docs" in names and ".vitepress" in (site.entries(f"{folder}/docs") or ()):
        return "vitepress", "docs/.vitepress"
    if "config" in names:
        defaults = site.entries(f"{folder}/config/_default") or ()
        for name in _HUGO_DEFAULTS:
            if name in defaults:
                return "hugo", f"config/_default/{name}"
    for name in ("config.toml", "config.yaml", "config.yml"):
        if name in names and "content" in names:
            return ("zola" if name == "config.toml" and _is_zola(folder, names, site) else "hugo"), name
    return None


def _is_zola(folder: str, names: Container[str], site: Site) -> bool:
    """Whether a `config.toml` is Zola's, which must have `base_url` where Hugo has `baseURL`."""
    return (
        "templates" in names
        or re.search(r"(?m)^[ \t]*base_url\b", site.read(f"{folder}/config.toml") or "") is not None
    )


@cache
def _telling() -> re.Pattern[str]:
    """All names that tell, each in a group called like its generator."""
    return re.compile("|".join(f"(?P<{name}>{'|'.join(those)})" for name, those in GENERATORS.items() if those))


def _told_apart(generator: str, folder: str, config: str, site: Site) -> str:
    if generator == "astro" and "@astrojs/starlight" in (site.read(f"{folder}/{config}") or ""):
        return "starlight"
    if generator == "jekyll" and (
        "scaffolds" in (site.entries(folder) or ()) or '"hexo"' in (site.read(f"{folder}/package.json") or "")
    ):
        return "hexo"
    return generator
