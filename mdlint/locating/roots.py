"""The site that a file belongs to, and where its generator looks for what is not Markdown.

https://docs.astro.build/en/basics/project-structure/, https://gohugo.io/configuration/directory-structure/,
https://jekyllrb.com/docs/structure/, https://docusaurus.io/docs/static-assets,
https://vitepress.dev/guide/asset-handling, https://www.11ty.dev/docs/copy/, https://hexo.io/docs/asset-folders,
https://www.getzola.org/documentation/getting-started/directory-structure/.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property

from mdlint.generators import generator_at
from mdlint.locating.aliases import Alias, aliases_at
from mdlint.locating.folders import Folders, above
from mdlint.regex import regex
from mdlint.site import Site

_SERVED: Mapping[str, tuple[str, ...]] = {
    "astro": ("public",),
    "starlight": ("public",),
    "docusaurus": ("static",),
    "vitepress": ("public", "docs/public", "src/public"),
    "eleventy": ("public", "static", "src", "src/public", "src/static", "assets", "content"),
    "mkdocs": ("docs",),
    "hugo": ("static", "assets", "content"),
    "hexo": ("source",),
    "pelican": ("content",),
    "zola": ("static", "content"),
}
"""Per generator, the folders from which files come to the site's root as they are. Some look at the root itself."""

_ANY_SERVED = ("public", "static", "src", "assets", "docs", "content", "source")
_OUTPUT: Mapping[str | None, frozenset[str]] = {
    "hugo": frozenset(("public", "resources")),
    "hexo": frozenset(("public",)),
    "zola": frozenset(("public",)),
}
"""Folders that a generator writes; what lies there is no source."""
_ASSET_FOLDERS = (
    "public", "static", "assets", "images", "image", "img", "media", "uploads", "files", "source", "src/assets", "src/images",
    "src/img", "docs/public", "docs/assets", "docs/images", "docs/img", "docs/static", "content/images", "content/assets",
)  # fmt: skip
"""Where one of these holds anything, a site's assets are checked out."""

_SETTING = regex(
    r"""(?:\b|_|")(?:staticDir\w*|staticDirectories|publicDir|assetDir|srcDir|contentDir|static_path|source_dir|docs_dir|source)["']?"""
    r"""\s*[:=]\s*(\[[^\]]*\]|[^\n,]*)"""
)
_QUOTED = regex(r"""["'`](\.{0,2}[\w./-]+)["'`]""")
_WORD = regex(r"[\w.][\w./-]*")


class Root:
    """The root of a site.

    folder: absolute and POSIX. generator: the one whose configuration lies there, `config`. is_certain: whether more tells
    than a work tree of git or a configuration of mdlint.
    """

    def __init__(self, folder: str, site: Site, found: tuple[str, str] | None, *, is_certain: bool) -> None:
        self._site = site
        self._folders = Folders(site)
        self.folder = folder
        self.is_certain = is_certain
        self.generator = found[0] if found else None
        self.config = found[1] if found else ""

    def below(self, *names: str) -> Iterator[str]:
        """The folders of those names, relative to the root, that are there and hold something."""
        for name in names:
            path = posixpath.normpath(posixpath.join(self.folder, name))
            if f"{path}/".startswith(f"{self.folder}/") and self._site.entries(path):
                yield path

    @cached_property
    def text(self) -> str:
        """The generator's configuration."""
        return (self._site.read(f"{self.folder}/{self.config}") or "") if self.config else ""

    def served(self, generator: str | None) -> tuple[str, ...]:
        """The folders whose files may be at the site's root, the likely ones first."""
        if generator not in self._served:
            themes = [f"themes/{name}/{part}" for name in self._themes for part in ("static", "assets", "source")]
            more = [name for name in _ANY_SERVED if name not in _OUTPUT.get(generator, ())]
            every = (*self.likely(generator), *self.below(*themes, *more, "."))
            self._served[generator] = tuple(dict.fromkeys(every))
        return self._served[generator]

    def likely(self, generator: str | None) -> tuple[str, ...]:
        """Those that the generator itself serves; all, where it is not known."""
        own = _SERVED.get(generator or "", () if generator else (*_ANY_SERVED, "."))
        return tuple(self.below(*(own or (".",)), *self._configured(generator)))

    @cached_property
    def _served(self) -> dict[str | None, tuple[str, ...]]:
        return {}

    @cached_property
    def _themes(self) -> list[str]:
        return sorted(self._site.entries(f"{self.folder}/themes") or ())

    def _configured(self, generator: str | None) -> Iterator[str]:
        """Folders that the configuration seems to name, whatever for."""
        for setting in _SETTING.findall(self.text):
            yield from _WORD.findall(setting)
        if generator == "eleventy":  # it serves what its code says, such as `addPassthroughCopy("img")`
            yield from _QUOTED.findall(self.text)

    def output(self, generator: str | None) -> frozenset[str]:
        """The folders that a generator writes, by their paths from the root."""
        return _OUTPUT.get(generator, frozenset())

    @cached_property
    def has_assets(self) -> bool:
        """Whether the site's assets are there at all, or only its texts."""
        themes = (f"themes/{name}/static" for name in self._themes)
        return any(True for _ in self.below(*_ASSET_FOLDERS, *themes))

    @cached_property
    def aliases(self) -> list[Alias]:
        return aliases_at(self.folder, self._site)

    def may_come_from_elsewhere(self, first: str) -> bool:
        """Whether a path whose first part is `first` may be served without a file: by a page that draws pictures, a
        redirection, or a mount of Hugo's."""
        for pages in ("src/pages", "pages", "src/routes", "app", "src/app", "api"):
            names = self._folders.names(f"{self.folder}/{pages}")
            if first in names or any(name.startswith((f"{first}.", "[")) and name.count(".") > 1 for name in names):
                return True
        for name in ("public/_redirects", "static/_redirects", "_redirects", "netlify.toml", "vercel.json"):
            path = f"{self.folder}/{name}"
            if f"/{first}/" in (self._site.read(path) or ""):
                return True
        return self.generator == "hugo" and "mounts" in self.text


class Roots:
    """The roots of the sites that files belong to."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._of: dict[str, Root | None] = {}
        self._at: dict[str, Root | None] = {}

    def of(self, folder: str) -> Root | None:
        """The root of the site that the files in a folder belong to; None where nothing tells.

        It is the nearest folder with a generator's configuration or a `package.json`, up to the work tree of git; else
        that work tree, or the folder of mdlint's configuration.
        """
        if folder not in self._of:
            self._of[folder] = self._found(folder)
        return self._of[folder]

    def _found(self, start: str) -> Root | None:
        fallback = None
        for folder in above(start):
            if folder not in self._at:
                self._at[folder] = self._root_at(folder)
            root = self._at[folder]
            if root is not None and root.is_certain:
                return root
            fallback = fallback or root
            if ".git" in (self._site.entries(folder) or ()):
                break
        return fallback

    def _root_at(self, folder: str) -> Root | None:
        names = self._site.entries(folder) or frozenset()
        found = generator_at(folder, self._site)
        if found is not None or "package.json" in names:
            return Root(folder, self._site, found, is_certain=True)
        if names.isdisjoint(("mdlint.toml", ".mdlint.toml", ".git")):
            return None
        return Root(folder, self._site, None, is_certain=False)
