"""Authors, categories and tags that the plugins of Material for MkDocs let pages have. Any other one stops the build.

https://squidfunk.github.io/mkdocs-material/plugins/blog/#authors,
https://squidfunk.github.io/mkdocs-material/plugins/blog/#config.categories_allowed,
https://squidfunk.github.io/mkdocs-material/plugins/tags/#config.tags_allowed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeVar

from mdlint.front_matter.values import Mapping, Node, Scalar, resolved
from mdlint.front_matter.values import Sequence as List
from mdlint.locating.allowed import Allowed, entries_allowed
from mdlint.locating.roots import Root
from mdlint.locating.yaml_files import YamlFile, YamlFiles
from mdlint.named import NamedTuple
from mdlint.site import Site

_Value = TypeVar("_Value", str, bool, list[Any])


class _Plugin(NamedTuple):
    """A plugin of Material's, and its options."""

    name: str
    options: Mapping | None


class MaterialSite:
    """The site at a root."""

    hidden = "."
    """How the names of files and folders begin that are no pages."""

    def __init__(self, root: Root, site: Site) -> None:
        self._root = root
        self._files = YamlFiles(site, "pyyaml")

    def allowed(self, folder: str, field: str) -> Iterator[Allowed]:
        """What a field of the pages in a folder, given from the root, may hold."""
        config = self._config
        docs = None if config is None else _option(config, config.root, "docs_dir", "docs")
        if config is None or docs is None or "INHERIT" in config.root.index or not _is_below(folder, docs):
            return
        for plugin in self._plugins:
            if _option(config, plugin.options, "enabled", True) is False:
                continue
            if plugin.name == "tags" and field == "tags":
                yield from self._tags(config, plugin.options)
            elif plugin.name == "blog" and field in ("authors", "categories"):
                yield from self._of_blog(config, plugin.options, folder, docs, field)

    def _tags(self, config: YamlFile, options: Mapping | None) -> Iterator[Allowed]:
        name = _option(config, options, "tags_name_property", "tags")
        if _option(config, options, "tags", True) and name == "tags" and "filters" not in _names(options):
            yield from self._listed(config, options, "tags_allowed")

    def _of_blog(
        self, config: YamlFile, options: Mapping | None, folder: str, docs: str, field: str
    ) -> Iterator[Allowed]:
        blog = _option(config, options, "blog_dir", "blog")
        posts = _option(config, options, "post_dir", "{blog}/posts")
        if blog is None or posts is None or not _option(config, options, field, True):
            return
        if not _is_below(folder, posixpath.join(docs, posts.replace("{blog}", blog))):
            return
        if field == "categories":
            yield from self._listed(config, options, "categories_allowed")
        elif (name := _option(config, options, "authors_file", "{blog}/.authors.yml")) is not None:
            path = posixpath.normpath(posixpath.join(docs, name.replace("{blog}", blog)))
            file = self._files.read(posixpath.normpath(posixpath.join(self._root.folder, path)))
            authors = file.root.index.get("authors") if file is not None else None
            entries = None if authors is None else resolved(authors[1])
            if isinstance(entries, Mapping):
                yield entries_allowed(entries, "name", f"`{path}`")

    def _listed(self, config: YamlFile, options: Mapping | None, name: str) -> Iterator[Allowed]:
        names = [str(item) for item in _option(config, options, name, []) or ()]
        if names:
            yield Allowed(dict.fromkeys(names), {}, f"`{name}` of `{self._root.config}`")

    @cached_property
    def _config(self) -> YamlFile | None:
        return self._files.read(f"{self._root.folder}/{self._root.config}")

    @cached_property
    def _plugins(self) -> list[_Plugin]:
        config = self._config
        if config is None:
            return []
        theme = config.root.value.get("theme")
        is_material = (theme.get("name") if isinstance(theme, dict) else theme) == "material"
        found = []
        for name, node in _listed_plugins(config.root):
            options = None if node is None else resolved(node)
            if is_material or name.startswith("material/"):
                found.append(_Plugin(name.removeprefix("material/"), options if isinstance(options, Mapping) else None))
        return found


def _listed_plugins(config: Mapping) -> Iterator[tuple[str, Node | None]]:
    """The names of the plugins, which stand in a list or a mapping, and their options."""
    entry = config.index.get("plugins")
    plugins = None if entry is None else resolved(entry[1])
    for item in map(resolved, plugins.items) if isinstance(plugins, List) else (plugins,):
        if isinstance(item, Mapping):
            yield from ((name, node) for name, (_, node) in item.index.items())
        elif isinstance(item, Scalar) and isinstance(item.value, str):
            yield item.value, None


def _option(config: YamlFile, options: Mapping | None, name: str, default: _Value) -> _Value | None:
    """The value of an option; None where it cannot be told, or is of a type that it must not have."""
    entry = None if options is None else options.index.get(name)
    if entry is None:
        return default
    value = resolved(entry[1]).value
    return value if config.is_plain(entry) and isinstance(value, type(default)) else None


def _names(options: Mapping | None) -> frozenset[str]:
    return frozenset(options.index if options is not None else ())


def _is_below(folder: str, top: str) -> bool:
    top = posixpath.normpath(top)
    return top == "." or f"{folder}/".startswith(f"{top}/")
