"""Where each site generator keeps its content, told from the site's own configuration, which is never run.

https://docs.astro.build/en/guides/content-collections/, https://docusaurus.io/docs/api/docusaurus-config,
https://gohugo.io/configuration/all/, https://hexo.io/docs/configuration, https://jekyllrb.com/docs/structure/,
https://www.mkdocs.org/user-guide/configuration/, https://vitepress.dev/reference/site-config,
https://www.11ty.dev/docs/config/, https://quarto.org/docs/websites/.
"""

from __future__ import annotations

import posixpath
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mdlint.globs import escaped
from mdlint.locating.astro import collections_in, without_comments
from mdlint.record import Record
from mdlint.schema import SchemaError
from mdlint.schema.schema_file import read_schema_file

POSTS = ("posts", "post", "blog", "news", "articles")
"""What folders of posts are called."""


class Place(Record):
    """A kind of content: the globs of its files and the schemas that may fit, the best first.

    bare: whether a file of it may do without front matter. required: fields that the generator wants there besides.
    site: the number of the site that it belongs to.
    """

    name: str
    globs: tuple[str, ...]
    schemas: tuple[str, ...] = ()
    bare: bool = True
    required: tuple[str, ...] = ()
    site: int = 0


class Folder:
    """The folder of a site, and the files found below it."""

    def __init__(self, path: Path, prefix: str, files: Sequence[str]) -> None:
        """`prefix` leads from the configuration's folder to this one, `files` are relative to this one."""
        self.path = path
        self.prefix = prefix
        self.files = files

    def below(self, folder: str) -> list[str]:
        """The names of the folders directly below one that hold files at any depth."""
        start = f"{folder}/" if folder else ""
        inside = [file[len(start) :] for file in self.files if file.startswith(start)]
        return sorted({file.partition("/")[0] for file in inside if "/" in file})

    def globs(self, *folders: str, files: str = "**") -> tuple[str, ...]:
        """Globs of what lies in folders of the site; none for those that a configuration cannot speak of,
        since they are not below its own."""
        found = []
        for folder in folders:
            path = posixpath.normpath(posixpath.join(self.prefix, folder.replace("\\", "/").lstrip("/")))
            if path != ".." and not path.startswith("../"):
                found.append(files if path == "." else f"{escaped(path)}/{files}")
        return tuple(dict.fromkeys(found))

    def settings(self, *names: str) -> Mapping[str, Any]:
        """The first of these files that can be read, YAML, TOML or JSON."""
        for name in names:
            path = self.path / name
            if path.is_file():
                return _settings(path)
        return {}

    def code(self, pattern: str) -> str:
        """The text of the files of a name, without comments."""
        files = (path for path in sorted(self.path.glob(pattern)) if path.is_file())
        return without_comments("\n".join(path.read_text("utf-8", "replace") for path in files))


_BASE = re.compile(r"""\bbase\s*:\s*['"`]([^'"`]+)['"`]""")


def _astro(site: Folder) -> Iterator[Place]:
    bases = dict(_astro_collections(site.code("src/content.config.*") or site.code("src/content/config.*")))
    names = [*bases, *(name for name in site.below("src/content") if f"src/content/{name}" not in bases.values())]
    for name in names:
        schemas = [f"astro:{name}"]
        if name == "docs" and "@astrojs/starlight" in site.code("astro.config.*"):
            schemas.append("starlight")
        elif name in POSTS:
            schemas += ["post", "astro-blog"]
        yield Place(name, site.globs(bases.get(name, f"src/content/{name}")), tuple(schemas), bare=False)


def _astro_collections(code: str) -> Iterator[tuple[str, str]]:
    """The collections that a content config defines and their folders, as far as they stand there in plain text."""
    for name, definition in collections_in(code):
        base = _BASE.search(definition)
        if base is not None:
            yield name, posixpath.normpath(base[1])


def _docusaurus(site: Folder) -> Iterator[Place]:
    folders = re.findall(r"""\bpath\s*:\s*['"`]([^'"`]+)['"`]""", site.code("docusaurus.config.*"))
    blogs = [folder for folder in ("blog", *folders) if folder.rstrip("/").endswith(POSTS)]
    docs = [folder for folder in ("docs", "versioned_docs", *folders) if folder not in blogs]
    translated = "i18n/*/docusaurus-plugin-content-"
    yield Place("blog", site.globs(*blogs) + site.globs("", files=f"{translated}blog*/**"), ("docusaurus-blog",))
    yield Place("docs", site.globs(*docs) + site.globs("", files=f"{translated}docs*/**"), ("docusaurus-doc",))


def _hugo(site: Folder) -> Iterator[Place]:
    settings = site.settings(
        *(
            f"{folder}{name}.{ending}"
            for folder in ("", "config/_default/")
            for name in ("hugo", "config")
            for ending in ("toml", "yaml", "yml", "json")
        )
    )
    languages = settings.get("languages")
    given = [
        language.get("contentDir")
        for language in (languages.values() if isinstance(languages, dict) else ())
        if isinstance(language, dict)
    ]
    content = [settings.get("contentDir", "content"), *given]
    folders = list(dict.fromkeys(posixpath.normpath(folder) for folder in content if isinstance(folder, str)))
    sections = [f"{folder}/{name}" for folder in folders for name in site.below(folder)]
    inner = [f"{section}/{name}" for section in sections for name in site.below(section)]
    posts = [path for path in (*sections, *inner) if path.rpartition("/")[2] in POSTS]
    yield Place("posts", site.globs(*_outermost(posts)), ("hugo",))
    yield Place("pages", site.globs(*_outermost(folders)), ("hugo",))


def _jekyll(site: Folder) -> Iterator[Place]:
    settings = site.settings("_config.yml", "_config.yaml", "_config.toml")
    start = posixpath.join(str(settings.get("source") or ""), str(settings.get("collections_dir") or ""))
    posts = {f"{found[1]}_posts" for file in site.files if (found := re.match(r"((?:[^/]+/)*?)_posts/", file))}
    yield Place("posts", site.globs(*sorted(posts), posixpath.join(start, "_drafts")), ("jekyll",), bare=False)
    collections = settings.get("collections")
    for name in collections if isinstance(collections, (dict, list)) else ():
        if isinstance(name, str) and name != "posts":
            yield Place(name, site.globs(posixpath.join(start, f"_{name}")), ("jekyll",), bare=False)


def _mkdocs(site: Folder) -> Iterator[Place]:
    settings = site.settings("mkdocs.yml", "mkdocs.yaml")
    theme = settings.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    docs = str(settings.get("docs_dir") or "docs")
    if name == "material":
        posts = [posixpath.join(docs, folder) for folder in _blogs(settings.get("plugins"))]
        yield Place("posts", site.globs(*posts), ("mkdocs-material",), bare=False, required=("date",))
    yield Place("docs", site.globs(docs), ("mkdocs-material",) if name == "material" else ())


def _blogs(plugins: Any) -> Iterator[str]:
    """The folders of posts of Material's blog plugin, relative to that of the pages."""
    entries = plugins.items() if isinstance(plugins, dict) else []
    for entry in plugins if isinstance(plugins, list) else ():
        entries = [*entries, *(entry.items() if isinstance(entry, dict) else [(entry, None)])]
    for name, options in entries:
        if name in ("blog", "material/blog"):
            given = options if isinstance(options, dict) else {}
            yield str(given.get("post_dir") or "{blog}/posts").replace("{blog}", str(given.get("blog_dir") or "blog"))


def _vitepress(site: Folder) -> Iterator[Place]:
    top = "" if (site.path / ".vitepress").is_dir() else "docs/"
    source = re.search(r"""\bsrcDir\s*:\s*['"`]([^'"`]+)['"`]""", site.code(f"{top}.vitepress/config*"))
    yield Place("pages", site.globs(top + (source[1] if source else "")), ("vitepress",))


def _hexo(site: Folder) -> Iterator[Place]:
    source = str(site.settings("_config.yml", "_config.yaml").get("source_dir") or "source")
    yield Place("posts", site.globs(f"{source}/_posts", f"{source}/_drafts"), ("hexo",))
    yield Place("pages", site.globs(source), ("hexo",))


def _quarto(site: Folder) -> Iterator[Place]:
    posts = [folder for folder in site.below("") if folder in POSTS]
    yield Place("posts", site.globs(*posts), ("quarto",))
    yield Place("pages", site.globs("", files="**/*.{qmd,Rmd,rmd}"), ("quarto",))


def _eleventy(site: Folder) -> Iterator[Place]:
    found = re.search(r"""\binput\s*:\s*['"`]([^'"`]+)['"`]""", site.code("*eleventy*"))
    top = posixpath.normpath(found[1]) if found else "."
    for folder in site.below("" if top == "." else top):
        if not folder.startswith("_"):
            yield Place(folder, site.globs(f"{top}/{folder}"))


def _zola(site: Folder) -> Iterator[Place]:
    """Zola's sections are no pages: `_index.md`, or `_index.fr.md`, has neither a date nor terms."""
    yield Place("sections", site.globs("content", files="**/_index{,.*}.md"), ("zola-section",))
    yield Place("pages", site.globs("content"), ("zola",))


def _obsidian(site: Folder) -> Iterator[Place]:
    yield Place("notes", site.globs(""), ("obsidian",))


LAYOUTS: Mapping[str, Callable[[Folder], Iterator[Place]]] = {
    "astro": _astro,
    "starlight": _astro,
    "docusaurus": _docusaurus,
    "vitepress": _vitepress,
    "eleventy": _eleventy,
    "mkdocs": _mkdocs,
    "quarto": _quarto,
    "hugo": _hugo,
    "hexo": _hexo,
    "jekyll": _jekyll,
    "zola": _zola,
    "obsidian": _obsidian,
}
"""Per generator, where content lies. A file belongs to the first place that speaks of it."""

_NOT_CONTENT: Mapping[str, tuple[str, ...]] = {
    "astro": ("public", "dist"),
    "starlight": ("public", "dist"),
    "docusaurus": ("static", "build"),
    "eleventy": ("_site", "_includes"),
    "mkdocs": ("site",),
    "quarto": ("_site", "_book", "_extensions"),
    "hugo": ("public", "resources", "static", "themes"),
    "hexo": ("public", "themes"),
    "jekyll": ("_site", "_includes", "vendor"),
    "pelican": ("output",),
    "zola": ("public", "themes", "static"),
}


def not_content(generator: str, site: Folder) -> Iterator[str]:
    """The folders of a site that hold what a generator wrote or copies as it is, where they have files."""
    names = [*_NOT_CONTENT.get(generator, ())]
    if generator == "obsidian":
        names.append(str(site.settings(".obsidian/templates.json").get("folder") or "").strip("/"))
    for name in names:
        if name and any(file.startswith(f"{name}/") for file in site.files):
            yield name


def _settings(path: Path) -> Mapping[str, Any]:
    """What a configuration says; nothing where it cannot be read."""
    try:
        if path.suffix == ".toml":
            return tomllib.loads(path.read_text("utf-8"))
        return read_schema_file(path, comments=True).data
    except (SchemaError, OSError, ValueError):
        return {}


def _outermost(folders: Sequence[str]) -> list[str]:
    """The folders that lie in no other of them."""
    return [folder for folder in folders if not any(folder.startswith(f"{other}/") for other in folders)]
