"""Authors and tags that the blogs and the documentation of a Docusaurus site know.

https://docusaurus.io/docs/blog#global-authors, https://docusaurus.io/docs/blog#blog-post-tags,
https://docusaurus.io/docs/create-doc#doc-tags. The file lies in the folder of the content, or of its translation,
which goes before it; a key counts as it is written. Who names an author who is not there stops the build; a tag is taken for one
of the page's own, and told of as `onInlineTags` says.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal

from mdlint.diagnostic import Severity
from mdlint.locating.allowed import Allowed, entries_allowed
from mdlint.locating.object_literals import SPREAD, object_literals
from mdlint.locating.roots import Root
from mdlint.locating.yaml_files import YamlFiles
from mdlint.named import NamedTuple
from mdlint.regex import regex
from mdlint.site import Site

_PLUGIN = regex(r"(?:^|[/-])content-(blog|docs)$")
_PRESET = regex(r"classic|preset")
_TRANSLATED = regex(r"i18n/[^/]+/docusaurus-plugin-content-(blog|docs)(?:-([^/]+))?(?:/(.*))?")
_VERSIONED = regex(r"(?:(.+)_)?versioned_docs/(version-[^/]+)(?:/.*)?")
_SEVERITIES: Mapping[str, Severity] = {"log": "info", "warn": "warning", "throw": "error"}
"""How bad a tag is that the file does not hold, by `onInlineTags`; with `ignore` it is right."""

_Kind = Literal["blog", "docs"]


class _Plugin(NamedTuple):
    """A blog or a documentation. Of `options` nothing is known where they are not written out in the configuration.

    path: the folder of its content, from the site's root.
    """

    kind: _Kind
    id: str
    path: str
    options: Mapping[str, Any] | None


class DocusaurusSite:
    """The site at a root."""

    hidden = "_"
    """How the names of files and folders begin that are no pages."""

    def __init__(self, root: Root, site: Site) -> None:
        self._root = root
        self._site = site
        self._files = YamlFiles(site, "js-yaml-4")

    def allowed(self, folder: str, field: str) -> Iterator[Allowed]:
        """What a field of the pages in a folder, given from the root, may hold."""
        found = self._plugin_of(folder)
        if found is None:
            return
        plugin, places = found
        name = self._authors_file(plugin) if field == "authors" else self._tags_file(plugin)
        severity = "error" if field == "authors" else self._severity_of_tags(plugin)
        if name is None or severity is None:
            return
        label = "name" if field == "authors" else "label"
        paths = [self._absolute(place, name) for place in places]
        first = next((path for path in paths if self._site.read(path) is not None), None)
        file = None if first is None else self._files.read(first)
        if first is None or file is None or not file.root.index:
            return
        where = f"`{posixpath.relpath(first, self._root.folder)}`"
        allowed = entries_allowed(file.root, label, where, severity)
        if len(places) > 1:  # a translation, for which the first file counts alone
            yield allowed
            return
        # Built in the language that the site is written in, the page is judged by that language's own file if there is one.
        names = dict(allowed.names)
        for place in self._translations(plugin, places[0]):
            path = self._absolute(place, name)
            if self._site.read(path) is not None:
                other = self._files.read(path)
                if other is None:
                    return
                names.update(dict.fromkeys(other.root.index))
        yield allowed._replace(names=names)

    def _absolute(self, place: str, name: str) -> str:
        return posixpath.normpath(posixpath.join(self._root.folder, place, name))

    def _plugin_of(self, folder: str) -> tuple[_Plugin, list[str]] | None:
        """The plugin that reads the pages in a folder, and where it looks for its files, first things first."""
        if translated := _TRANSLATED.fullmatch(folder):
            plugin = self._named(translated[1], translated[2] or "default")
            if plugin is None:
                return None
            if plugin.kind == "blog":
                top = folder if translated[3] is None else folder[: -len(translated[3]) - 1]
                return plugin, [top, plugin.path]
            version, _, rest = (translated[3] or "").partition("/")
            top = folder[: -len(rest) - 1] if rest else folder
            return (
                (plugin, [top, plugin.path if version == "current" else _versioned(plugin, version)])
                if version
                else None
            )
        if versioned := _VERSIONED.fullmatch(folder):
            plugin = self._named("docs", versioned[1] or "default")
            return None if plugin is None else (plugin, [_versioned(plugin, versioned[2])])
        above = [one for one in self._plugins if one.path == "." or f"{folder}/".startswith(f"{one.path}/")]
        deepest = max(above, key=lambda one: len(one.path), default=None)
        return None if deepest is None else (deepest, [deepest.path])

    def _named(self, kind: str, name: str) -> _Plugin | None:
        return next((one for one in self._plugins if (one.kind, one.id) == (kind, name)), None)

    def _translations(self, plugin: _Plugin, place: str) -> Iterator[str]:
        end = f"docusaurus-plugin-content-{plugin.kind}" + (f"-{plugin.id}" if plugin.id != "default" else "")
        if plugin.kind == "docs":
            versioned = _VERSIONED.fullmatch(place)
            end += f"/{versioned[2] if versioned else 'current'}"
        for language in sorted(self._site.entries(f"{self._root.folder}/i18n") or ()):
            yield f"i18n/{language}/{end}"

    @cached_property
    def _plugins(self) -> list[_Plugin]:
        literals = list(object_literals(self._root.text))
        found = []
        presets = [one.options for one in literals if one.owners[1:2] == ("presets",) and _PRESET.search(one.owners[0])]
        kinds: tuple[_Kind, ...] = ("blog", "docs")
        for kind in kinds:
            options: Mapping[str, Any] | None = None
            if presets:
                if presets[0].get(kind, True) is False:
                    continue
                inside = [one for one in literals if len(one.owners) > 1 and one.owners[0] == kind]
                written = next((one.options for one in inside if _PRESET.search(one.owners[1])), None)
                options = {} if written is None and kind not in presets[0] and SPREAD not in presets[0] else written
            found.append(_plugin(kind, options))
        for owners, options in literals:
            if owners and (match := _PLUGIN.search(owners[0])):
                found.append(_plugin("blog" if match[1] == "blog" else "docs", options))
        return [one for one in found if one is not None]

    def _authors_file(self, plugin: _Plugin) -> str | None:
        if plugin.kind != "blog":
            return None
        if plugin.options is None:
            return None if "authorsMapPath" in self._root.text else "authors.yml"
        name = plugin.options.get("authorsMapPath", "authors.yml")
        return name if isinstance(name, str) else None

    def _tags_file(self, plugin: _Plugin) -> str | None:
        name = None if plugin.options is None else plugin.options.get("tags", "tags.yml")
        return name if isinstance(name, str) else None

    def _severity_of_tags(self, plugin: _Plugin) -> Severity | None:
        options = plugin.options or {}
        told = options.get("onInlineTags", "warn")
        if "onInlineTags" not in options and SPREAD in options:
            return None
        return _SEVERITIES.get(told) if isinstance(told, str) else "warning"


def _plugin(kind: _Kind, options: Mapping[str, Any] | None) -> _Plugin | None:
    """A plugin, unless it cannot be told where its content is."""
    path, name = (options or {}).get("path", kind), (options or {}).get("id", "default")
    if not isinstance(path, str) or not isinstance(name, str):
        return None
    return _Plugin(kind, name, posixpath.normpath(path), options)


def _versioned(plugin: _Plugin, version: str) -> str:
    start = "" if plugin.id == "default" else f"{plugin.id}_"
    return f"{start}versioned_docs/{version}"
