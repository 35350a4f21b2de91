"""Which site generator reads a site's files, told from the site's own configuration."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from itertools import islice

from mdlint.globs import expanded
from mdlint.regex import regex
from mdlint.site import Site

GENERATORS: Mapping[str, tuple[str, ...]] = {
    "starlight": (),
    "astro": ("astro.config.{mjs,js,ts,mts,cjs,cts}",),
    "docusaurus": ("docusaurus.config.{mjs,js,ts,mts,cjs,cts}",),
    "vitepress": (".vitepress",),
    "eleventy": ("{.,}eleventy.{config.,}{mjs,js,ts,cjs}",),
    "mkdocs": ("mkdocs.{yml,yaml}",),
    "quarto": ("_quarto.{yml,yaml}",),
    "myst": ("myst.{yml,yaml}",),
    "hugo": ("hugo.{toml,yml,yaml,json}",),
    "hexo": (),
    "jekyll": ("_config.{yml,yaml,toml}",),
    "pelican": ("pelicanconf.py",),
    "zola": ("zola.toml",),
    "obsidian": (".obsidian",),
}
"""Per generator, the names of the files or folders at the site's root that give it away, in braces what they may differ in."""

_OF_PROJECTS = frozenset(("apps", "packages", "projects", "sites", "websites"))
"""Folders of several projects, each of which may be a site."""
_MOST_FOLDERS = 200
"""Folders that are looked at for sites."""

TIME_ZONES = {
    "hugo": regex(r"""(?im)^["']?timezone["']?[ \t]*[:=][ \t]*["']?[a-z]"""),
    "jekyll": regex(r"""(?m)^["']?timezone["']?[ \t]*[:=][ \t]*["']?[A-Za-z]"""),
}
"""Per generator that takes dates without a zone to be in the site's, what sets that, at the top level of its configuration."""
_TABLE = regex(r"(?m)^[ \t]*\[")

_HUGO_DEFAULTS = tuple(f"{name}.{kind}" for name in ("hugo", "config") for kind in ("toml", "yaml", "yml", "json"))


def detect_generator(root: str | os.PathLike[str], site: Site | None = None) -> tuple[str, str] | None:
    """The same as `generator_at`, of any path; of a folder as it is now where no `site` is given, as below."""
    return generator_at(os.fspath(root).replace(os.sep, "/"), site or Site.here())


def sets_time_zone(generator: str, config: str | os.PathLike[str], site: Site) -> bool:
    """Whether the configuration of a site, at this path, says which zone dates are in that name none themselves."""
    if generator not in TIME_ZONES:
        return False
    path = os.fspath(config).replace(os.sep, "/")
    text = site.read(path) or ""
    top = _TABLE.split(text, 1)[0] if path.endswith(".toml") else text
    return TIME_ZONES[generator].search(top) is not None


def sites_below(root: str | os.PathLike[str], site: Site | None = None) -> Iterator[tuple[str, str, str]]:
    """The sites in folders of a root that is none itself: the folder (POSIX, relative to the root), the generator, and the file there
    that tells. Looked at are the root's own folders, and those in `apps`, `packages` and the like."""
    site = site or Site.here()
    root = os.fspath(root).replace(os.sep, "/").rstrip("/")
    waiting = _folders(root, "")
    for folder in islice(waiting, _MOST_FOLDERS):
        if detected := generator_at(f"{root}/{folder}", site):
            yield folder, *detected
        elif folder in _OF_PROJECTS:
            waiting += _folders(root, f"{folder}/")


def _folders(root: str, start: str) -> list[str]:
    try:
        with os.scandir(f"{root}/{start}") as entries:
            names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:  # discovery says so
        return []
    return [start + name for name in sorted(names) if not name.startswith(".") and name != "node_modules"]


def generator_at(folder: str, site: Site) -> tuple[str, str] | None:
    """The generator of the site at a folder (POSIX), and the file there that tells; None when nothing does.

    Only names are looked at, and the text of a configuration where two generators share a name; a
    configuration is never run.
    """
    names = site.entries(folder)
    if names is None:
        return None
    telling = _telling()
    found = min(((telling[name], name) for name in telling.keys() & names), default=None)
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
def _telling() -> Mapping[str, int]:
    """All names that tell, each with the number of its generator."""
    return {
        name: number for number, those in enumerate(GENERATORS.values()) for glob in those for name in expanded(glob)
    }


def _told_apart(generator: str, folder: str, config: str, site: Site) -> str:
    if generator == "astro" and "@astrojs/starlight" in (site.read(f"{folder}/{config}") or ""):
        return "starlight"
    if generator == "jekyll" and (
        "scaffolds" in (site.entries(folder) or ()) or '"hexo"' in (site.read(f"{folder}/package.json") or "")
    ):
        return "hexo"
    return generator
