"""Where a site generator publishes a page, told from its path and its fields.

Only what holds whatever the site's own configuration says: two pages are given one address here only if they
get one on any site of that generator that keeps its defaults, and pages whose address only the configuration
knows get none.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import TypeAlias

from mdlint.named import NamedTuple
from mdlint.regex import regex

Named: TypeAlias = Mapping[str, str]
"""The fields of a page that its address depends on, as texts."""


class Address(NamedTuple):
    """A page's address. `within` is what it is unique in: a folder of content, a language, a version.

    url: as the generator writes it, without the address of the site.
    """

    within: tuple[str, ...]
    url: str


class _File(NamedTuple):
    """A file below the site's root: its folder, its name without ending, its ending in lower case, and its fields."""

    folder: str
    stem: str
    ending: str
    named: Named


_LANGUAGE = r"[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3}))?"
_VERSION = r"v\d[\w.]*|version-[^/]+|\d+(?:\.[\dx]+)+"
_EDITION = regex(rf"(?<![^/])(?:{_LANGUAGE}|{_VERSION})(?![^/])", re.IGNORECASE)
_SUFFIX = regex(rf"(.+)\.({_LANGUAGE})", re.IGNORECASE)
LANGUAGE_FIELDS = ("lang", "locale", "language")

_CODE = regex(r"\{\{|\{%|<%|\$\{")
_HIDDEN = regex(r"(?:^|/)_")


@lru_cache(maxsize=4096)
def edition(folder: str) -> tuple[str, ...]:
    """The language and the version that a folder is for, as its path tells: `docs/pt-br`, `7.6/reference`.

    Pages of two editions say the same on purpose.
    """
    return tuple(map(str.lower, _EDITION.findall(folder)))


def split_language(stem: str) -> tuple[str, str]:
    """The name of a file without ending, and the language behind its last dot: `about.de`."""
    match = _SUFFIX.fullmatch(stem)
    return (match[1], match[2].lower()) if match else (stem, "")


_FOLDER = regex(rf"(?<![^/])({_LANGUAGE})/", re.IGNORECASE)


def language_in(path: str) -> tuple[str, str]:
    """The language that a path without ending tells, and the path without it: of `de/bread` and of `bread.de`."""
    stem, language = split_language(path)
    if language:
        return language, stem
    match = _FOLDER.search(path)
    return (match[1].lower(), path[: match.start()] + path[match.end() :]) if match else ("", path)


def edition_of(path: str) -> tuple[str, ...]:
    """The language and the version of a page, by its folder and its name."""
    folder, _, name = path.rpartition("/")
    return (*edition(folder), split_language(name.rpartition(".")[0])[1])


def address(path: str, generator: str | None, named: Named) -> Address | None:
    """The address of the page in a file below the site's root; None where it has none, or none that can be told."""
    if generator not in _GENERATORS:
        return None
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    own = next((named[field].lower() for field in LANGUAGE_FIELDS if field in named), "")
    found = _GENERATORS[generator][1](_File(folder, stem, ending.lower(), named))
    return found and Address((*found.within, *edition(folder), own), found.url)


@cache
def fields_of(generator: str | None) -> tuple[str, ...]:
    """The fields that a page's address depends on; empty where nothing is known of the generator."""
    return (*_GENERATORS[generator][0], *LANGUAGE_FIELDS) if generator in _GENERATORS else ()


def _joined(*parts: str) -> str:
    return "/".join([part for part in parts if part])


@lru_cache(maxsize=4096)
def _below(folder: str, root: str) -> tuple[str, str] | None:
    """A folder's path up to and including `root`, and the rest of it."""
    start, found, rest = f"/{folder}/".partition(f"/{root}/")
    return (start + found, rest.strip("/")) if found else None


def _astro(file: _File) -> Address | None:
    folder, stem, _, named = file
    if _HIDDEN.search(_joined(folder, stem)):
        return None
    if pages := _below(folder, "src/pages"):
        return Address((pages[0],), _joined(pages[1], "" if stem == "index" else stem))
    if content := _below(folder, "src/content"):
        collection, _, rest = content[1].partition("/")
        within = (content[0] + collection,)
        if "slug" in named:
            return Address(within, named["slug"].strip("/"))
        parts = [*rest.split("/"), "" if stem == "index" else stem]
        return Address(within, _joined(*map(_slugged, parts)))
    return Address((folder,), named.get("slug", stem).strip("/"))


@lru_cache(maxsize=4096)
def _slugged(part: str) -> str:
    """As github-slugger does."""
    return re.sub(r"[^\w\- ]", "", part.lower()).replace(" ", "-")


def _hugo(file: _File) -> Address | None:
    folder, stem, _, named = file
    start, rest = _below(folder, "content") or ("", folder)
    stem, language = split_language(stem)
    own = named.get("url") or named.get("path")
    if own is not None:
        return None if "://" in own or ":" in own else Address((start, language), own.strip("/"))
    slug = named.get("slug", "").strip("/")
    if stem in ("index", "_index"):
        url = _joined(posixpath.dirname(rest), slug) if slug else rest
    else:
        url = _joined(rest, slug or stem)
    return Address((start, language), url.lower().replace(" ", "-"))


_POST = regex(r"(\d{4}-\d\d?-\d\d?)-(.+)", re.ASCII)


def _jekyll(file: _File) -> Address | None:
    folder, stem, _, named = file
    if "permalink" in named:
        return _as_written(named["permalink"])
    if posts := _below(folder, "_posts"):
        post = _POST.fullmatch(stem)
        if not post:
            return None
        categories = named.get("categories", named.get("category", ""))
        url = _joined(
            posts[0].removesuffix("_posts/").strip("/"),
            categories,
            named.get("date", post[1])[:10],
            named.get("slug", post[2]),
        )
        return Address(("_posts",), f"/{url}")
    if _HIDDEN.search(_joined(folder, stem)):
        return None
    return Address(
        ("page",), f"/{folder}/".replace("//", "/") if stem == "index" else "/" + _joined(folder, f"{stem}.html")
    )


def _hexo(file: _File) -> Address | None:
    folder, stem, _, named = file
    if "permalink" in named:
        return _as_written(named["permalink"])
    if posts := _below(folder, "_posts"):
        return Address((posts[0],), _joined(posts[1], stem))
    if _HIDDEN.search(_joined(folder, stem)):
        return None
    start, rest = _below(folder, "source") or ("", folder)
    return Address((start,), "/" + _joined(rest, "" if stem == "index" else f"{stem}.html"))


def _as_written(permalink: str) -> Address | None:
    """A whole address; None where it is made of other things, or says that there is none."""
    if permalink in ("false", "true", "") or ":" in permalink or _CODE.search(permalink):
        return None
    return Address(("permalink",), f"/{permalink.lstrip('/')}".removesuffix("index.html"))


def _eleventy(file: _File) -> Address | None:
    folder, stem, _, named = file
    if "permalink" in named:
        return _as_written(named["permalink"])
    if _HIDDEN.search(_joined(folder, stem)):
        return None
    is_folder = stem in ("index", posixpath.basename(folder))
    return Address((), _joined(folder, "" if is_folder else stem))


_DOCS = regex(
    r"(?P<root>(?:.*/)?(?:\w*versioned_docs/version-[^/]+|i18n/[^/]+/docusaurus-plugin-content-docs[^/]*/[^/]+|docs))"
    r"(?:/(?P<rest>.*))?"
)
_BLOG = regex(r"(?P<root>(?:.*/)?(?:i18n/[^/]+/docusaurus-plugin-content-blog[^/]*|blog))(?:/(?P<rest>.*))?")
_NUMBERED = regex(r"^\d+\s*[-_.]+\s*(?=[^-_.\s\d])", re.ASCII)
_DATED = regex(r"(?:.*/)?(\d{4})[-/](\d\d?)[-/](\d\d?)[-/]?(.*)", re.ASCII)


def _docusaurus(file: _File) -> Address | None:
    folder, stem, _, named = file
    if _HIDDEN.search(_joined(folder, stem)):
        return None
    slug = named.get("slug", "")
    if blog := _BLOG.fullmatch(folder):
        dated = _DATED.fullmatch(_joined(blog["rest"] or "", "" if stem == "index" else stem))
        own = slug or ("/".join(filter(None, dated.groups())) if dated else _joined(blog["rest"] or "", stem))
        return Address((blog["root"],), own.strip("/"))
    docs = _DOCS.fullmatch(folder)
    if slug.startswith("/"):
        return Address((docs["root"],), slug.strip("/")) if docs else None
    root, rest = (docs["root"], docs["rest"] or "") if docs else (folder, "")
    parts = [_NUMBERED.sub("", part, count=1) for part in rest.split("/")]
    base = _NUMBERED.sub("", stem, count=1)
    if not slug and base.lower() in ("index", "readme", parts[-1].lower()):
        base = ""
    url = posixpath.normpath("/" + _joined(*parts, slug or named.get("id", base) if base or slug else ""))
    return Address((root,), url.strip("/"))


def _mkdocs(file: _File) -> Address | None:
    folder, stem, _, _ = file
    # A post's address is made of its title; of a README beside an index only the index is published.
    if stem == "README" or _below(folder, "blog/posts"):
        return None
    return Address((), _joined(folder, "" if stem == "index" else stem))


def _vitepress(file: _File) -> Address | None:
    folder, stem, _, _ = file
    return Address((), f"{folder}/" if stem == "index" else _joined(folder, stem))


def _quarto(file: _File) -> Address | None:
    folder, stem, ending, named = file
    if stem in ("README", "CLAUDE", "AGENTS") or _HIDDEN.search(_joined(folder, stem)):
        return None
    # A .md beside a .qmd of the same name is what Quarto or knitr made of it.
    name = named.get("output-file", stem).removesuffix(".html")
    return Address(("md",) if ending == "md" else (), f"{_joined(folder, name)}.html")


_GENERATORS: dict[str | None, tuple[tuple[str, ...], Callable[[_File], Address | None]]] = {
    "astro": (("slug",), _astro),
    "starlight": (("slug",), _astro),
    "hugo": (("slug", "url"), _hugo),
    "zola": (("slug", "path"), _hugo),
    "jekyll": (("permalink", "slug", "date", "category", "categories"), _jekyll),
    "hexo": (("permalink",), _hexo),
    "eleventy": (("permalink",), _eleventy),
    "docusaurus": (("slug", "id"), _docusaurus),
    "mkdocs": ((), _mkdocs),
    "vitepress": ((), _vitepress),
    "quarto": (("output-file",), _quarto),
}
"""Per generator, the fields that count, and how it makes the address."""
