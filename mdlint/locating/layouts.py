"""Where the layout is that a page names: a component's path for Astro, a name for Jekyll, Hugo and Eleventy.

https://docs.astro.build/en/basics/layouts/#markdown-layouts, https://jekyllrb.com/docs/layouts/,
https://gohugo.io/templates/lookup-order/, https://www.11ty.dev/docs/layouts/.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from mdlint.locating.assets import MOST_TRIED, UNKNOWN, Assets, Path, Sought
from mdlint.locating.roots import Root
from mdlint.regex import regex

COMPONENT_ENDINGS = (".astro", ".tsx", ".jsx", ".vue", ".svelte")
_NO_LAYOUT = frozenset(("none", "null", "nil", "false"))
_THEME = regex(r"(?m)^[ \t]*-?[ \t]*[\"']?(?:remote_)?theme\b|^[ \t]*-?[ \t]*[\"']?jekyll-(?:remote-)?theme")
_OF_GITHUB = frozenset(("default",))
_DEFAULTS = frozenset((
    "single", "list", "section", "page", "home", "index", "baseof", "all", "taxonomy", "term", "terms", "default", "post", "posts",
    "simple", "archives", "search",
))  # fmt: skip
"""Names of which Hugo has an own template, or which themes have or other generators write."""
_SETTING = regex(
    r"(?m)^[ \t]*[\"']?(?:layouts_dir|source|layoutDir|layouts|includes|input)[\"']?\s*[:=]\s*[\"'`]?([\w./-]+)"
)
_MODULE = regex(r"(?m)^\s*\[*module\b|^\s*theme\s*[:=]")


def look_up_layout(assets: Assets, file: str, text: str, given: str | None) -> Sought:
    """The layout that the front matter of a file names; `given` is the configured generator."""
    folder, root = assets.root_of(file)
    if root is None or not root.is_certain:
        return UNKNOWN
    generator = assets.generator_of(root, given)
    if text.endswith(COMPONENT_ENDINGS):
        return _component(assets, folder, root, text) if generator in (None, "astro") else UNKNOWN
    find = {"jekyll": _jekyll, "eleventy": _eleventy, "hugo": _hugo}.get(generator or "")
    if find is None or text in _NO_LAYOUT or text.startswith(("/", "../", "./")):
        return UNKNOWN
    folders = find(assets, root, text)
    return _named(assets, root, folders, text) if folders else UNKNOWN


def _component(assets: Assets, folder: str, root: Root, text: str) -> Sought:
    """Astro imports the layout of a page; content of a collection has none."""
    if folder.startswith(f"{root.folder}/src/content"):
        return UNKNOWN
    places = list(_component_places(assets, folder, root, text))
    sought = assets.follow(places)
    if sought.state != "unknown" or not places:
        return sought
    tried = [posixpath.normpath(posixpath.join(place.folder, *place.parts)) for place in places]
    if not any(True for _ in root.below("src/layouts", "src/components")) and not any(
        assets.folders.names(posixpath.dirname(path)) for path in tried
    ):
        return UNKNOWN
    return _missing(assets, root, tried, _all_components(assets, root, posixpath.basename(text)))


def _component_places(assets: Assets, folder: str, root: Root, text: str) -> Iterator[Path]:
    if text[0] in "~@":
        starts = list(assets.behind_alias(root, text))
    elif text[0] == "/":
        starts = [("/", root.folder)]
    else:
        starts = [("", folder)] if text[0] == "." else [("", folder), ("", root.folder), ("", f"{root.folder}/src")]
    for prefix, start in starts:
        parts = tuple(text[len(prefix) :].split("/"))
        yield Path(start, parts, prefix, parts)


def _all_components(assets: Assets, root: Root, name: str) -> list[str]:
    """The layouts of that name, where layouts are kept."""
    for folder in root.below("src/layouts", "src/components", "src/layout"):
        if (found := assets.folders.spelled(folder, (name,))) is not None:
            return [f"{folder}/{found[0]}"]
        if near := assets.folders.near(folder, name):
            return [f"{folder}/{near}"]
    return []


def _named(assets: Assets, root: Root, folders: Sequence[str], name: str) -> Sought:
    """A layout whose name is a path in one of the folders, with or without an ending."""
    *way, last = name.split("/")
    places = [posixpath.normpath(posixpath.join(folder, *way)) for folder in folders]
    there = [place for place in places if assets.folders.names(place)]
    for place in there:
        names = assets.folders.names(place)
        if last in names or any(other.startswith(f"{last}.") for other in names):
            return Sought("there")
    tried = [f"{place}/{last}" for place in there or places]
    near = [
        f"{folder}/{found}" for folder in (*there, *folders) if (found := _near(assets.folders.names(folder), last))
    ]
    return _missing(assets, root, tried, near)


def _near(names: frozenset[str], name: str) -> str | None:
    from difflib import get_close_matches  # only findings need it

    by_stem = {other.partition(".")[0].lower(): other for other in sorted(names)}
    close = get_close_matches(name.partition(".")[0].lower(), by_stem, n=1, cutoff=0.75)
    return by_stem[close[0]] if close else None


def _missing(assets: Assets, root: Root, tried: Sequence[str], near: Sequence[str]) -> Sought:
    start = f"{root.folder}/"
    if any(path.startswith(start) and assets.folders.is_ignored(root.folder, path) for path in tried):
        return UNKNOWN
    shown = [posixpath.relpath(path, root.folder) for path in (*dict.fromkeys(tried), *near[:1])]
    places, meant = (shown[:-1], shown[-1]) if near else (shown, "")
    return Sought("missing", tried=tuple(places[:MOST_TRIED]), near=meant)


def _jekyll(_: Assets, root: Root, name: str) -> list[str]:
    """Themes bring layouts of their own, which are not in the site; GitHub takes one where none is named."""
    if name in _OF_GITHUB or _THEME.search(root.text):
        return []
    return list(root.below("_layouts", *(f"{setting}/_layouts" for setting in _settings(root)), *_settings(root)))


def _eleventy(assets: Assets, root: Root, name: str) -> list[str]:
    """The layouts and includes lie below the input; an alias or a template made by code stands in the configuration."""
    if any(f"{quote}{name}{quote}" in root.text for quote in "\"'`") or "addTemplate(" in root.text:
        return []
    tops = [".", "src", "content", *_settings(root)]
    inside = ["_includes", "_layouts", "_includes/layouts", *_settings(root)]
    folders = list(root.below(*(posixpath.join(top, part) for top in tops for part in inside)))
    found = [folder for folder in folders if folder != root.folder]
    known = ("_includes", "_layouts", "layouts")
    templates = (folder for folder in found if posixpath.basename(folder) in known)
    return (
        found
        if any("." in name and not name.endswith(".md") for each in templates for name in assets.folders.names(each))
        else []
    )


def _hugo(assets: Assets, root: Root, name: str) -> list[str]:
    """Hugo takes its default template for a layout that is not there; a theme that is a module is not in the site."""
    themes = [f"themes/{theme}/layouts" for theme in sorted(assets.folders.names(f"{root.folder}/themes"))]
    if name in _DEFAULTS or "go.mod" in assets.folders.names(root.folder) or not list(root.below("layouts")):
        return []
    tops = list(root.below("layouts", *themes))
    if _MODULE.search(root.text) and len(tops) == 1:
        return []
    inner = [f"{top}/{folder}" for top in tops for folder in sorted(assets.folders.names(top)) if "." not in folder]
    return [
        *tops,
        *inner,
        *(f"{top}/{deeper}" for top in inner for deeper in assets.folders.names(top) if "." not in deeper),
    ]


def _settings(root: Root) -> list[str]:
    """The folders that the generator's configuration seems to name."""
    return [name.strip("/") for name in _SETTING.findall(root.text)]
