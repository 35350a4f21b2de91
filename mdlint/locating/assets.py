"""Where the file is that a path in front matter names: beside the Markdown, at the site's root, or behind an alias."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal
from urllib.parse import quote, unquote

from mdlint.locating.folders import ASSET_ENDINGS, Folders
from mdlint.locating.roots import Root, Roots
from mdlint.named import NamedTuple
from mdlint.regex import regex
from mdlint.site import Site

_ADDRESS = regex(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_CODE = regex(r"\{\{|\{%|<%|\$\{|\[\[|[\\\n*]|^[#?]")
_ENDING = regex(r"\.(?:[a-z][a-z0-9]{0,9}|7z|3gp)\Z")
_WRITTEN = frozenset((".html", ".htm", ".php", ".xml", ".rss", ".json", ".css", ".js", ".txt", ".ics", ".webmanifest"))
"""The endings of what a generator may write itself."""
MOST_TRIED = 4
"""Places that a finding names."""
_AS_FILES = frozenset(("astro", "starlight", "docusaurus", "vitepress"))
"""The generators to which `../` is a way between files; to the others it may be one between pages."""


class Sought(NamedTuple):
    """What became of a search for a file.

    state: whether it is there; there under a name of other letter case; missing; or not to be told. text: what was written, spelled as
    the file is. tried: where it was looked for, relative to the site's root. near: of a layout, the one that was perhaps
    meant.
    """

    state: Literal["there", "misspelled", "missing", "unknown"]
    text: str = ""
    tried: tuple[str, ...] = ()
    near: str = ""


class Path(NamedTuple):
    """A way to look: from an absolute folder along parts.

    In the text they stand behind `prefix` and before `rest`, as `written`: some may be percent-encoded there.
    """

    folder: str
    parts: tuple[str, ...]
    prefix: str = ""
    written: tuple[str, ...] = ()
    rest: str = ""


UNKNOWN = Sought("unknown")
_THERE = Sought("there")


@lru_cache(128)  # many pages have one layout, and several rules ask for it
def is_path(text: str) -> bool:
    """Whether a text may be the path of a file of the site: no URL, no code, no link of a wiki."""
    return 0 < len(text) < 1000 and _ADDRESS.match(text) is None and _CODE.search(text) is None


@lru_cache(128)  # the rules about them ask one after the other
def is_asset_path(text: str) -> bool:
    """Whether it may be the path of a picture, a film, a sound or a PDF."""
    return _file_of(text).endswith(ASSET_ENDINGS) and is_path(text)


def is_file_path(text: str) -> bool:
    """Whether it may be the path of a file of any kind that lies in the site, and that no generator writes."""
    ending = _ENDING.search(_file_of(text))
    return ending is not None and ending[0] not in _WRITTEN and is_path(text)


def _file_of(text: str) -> str:
    """What stands before a query, in lower case."""
    return (re.split(r"[?#]", text, maxsplit=1)[0] if "?" in text or "#" in text else text).lower()


class Assets:
    """The files that paths in front matter name; what is found out about folders is kept."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.folders = Folders(site)
        self.roots = Roots(site)
        self._folder_of: dict[str, str] = {}
        self._known: dict[tuple[str, str, str | None], Sought] = {}

    def root_of(self, file: str) -> tuple[str, Root | None]:
        """The absolute folder of a file, whose path is as reported, and the root of its site."""
        start, _, _ = file.rpartition("/")
        if start not in self._folder_of:
            self._folder_of[start] = posixpath.normpath(posixpath.join(self._site.base, start))
        folder = self._folder_of[start]
        return folder, self.roots.of(folder)

    def generator_of(self, root: Root, given: str | None) -> str | None:
        """The generator of a site, `given` being that of mdlint's configuration."""
        return given if given and (root.generator is None or root.folder == self._site.root) else root.generator

    def look_up(self, file: str, text: str, given: str | None) -> Sought:
        """The asset that a text in the front matter of a file names; `given` is the configured generator."""
        folder, root = self.root_of(file)
        key = (folder, text, given)
        if key not in self._known:
            self._known[key] = UNKNOWN if root is None else self._looked_up(folder, root, text, given)
        return self._known[key]

    def _looked_up(self, folder: str, root: Root, text: str, given: str | None) -> Sought:
        generator = self.generator_of(root, given)
        places = list(self._places(folder, root, generator, text))
        sought = self.follow(places)
        if sought.state == "misspelled" and generator == "hugo" and text[0] != "/":
            return UNKNOWN  # Hugo finds its resources whatever the case
        if sought.state != "unknown":
            return sought
        if not places or not self._can_tell(root, text, places):
            return UNKNOWN
        parts = [
            part for part in unquote(re.split(r"[?#]", text, maxsplit=1)[0]).split("/") if part not in ("", ".", "..")
        ]
        if not parts or self._may_be_elsewhere(root, generator, text, parts):
            return UNKNOWN
        tried = list(self._tried(folder, root, generator, places))
        if not tried or any(self.folders.is_ignored(root.folder, f"{root.folder}/{path}") for path in tried):
            return UNKNOWN
        return Sought("missing", tried=tuple(tried[:MOST_TRIED]))

    def follow(self, places: Iterable[Path]) -> Sought:
        """The first place where the file is; else the first where one is whose name differs in case; else unknown."""
        misspelled = None
        for place in places:
            spelled = self.folders.spelled(place.folder, place.parts)
            if spelled is not None:
                if spelled == list(place.parts):
                    return _THERE
                misspelled = misspelled or Sought("misspelled", _text(place, spelled))
        return misspelled or UNKNOWN

    def _places(self, folder: str, root: Root, generator: str | None, text: str) -> Iterator[Path]:
        for written, plain, rest in _readings(text):
            for prefix, start in self._starts(folder, root, generator, plain):
                names, seen = plain[len(prefix) :].split("/"), written[len(prefix) :].split("/")
                yield Path(start, tuple(names), prefix, tuple(seen), rest)

    def _starts(self, folder: str, root: Root, generator: str | None, text: str) -> Iterator[tuple[str, str]]:
        """The folders from which the path may lead, each with the beginning of the text that stands for it."""
        if text[0] == "/":
            for served in root.served(generator):
                yield "/", served
            return
        if text[0] in "~@":
            yield from self.behind_alias(root, text)
            return
        yield "", folder
        if text.startswith("../") and generator in _AS_FILES:
            return
        if not text.startswith("."):
            for served in root.served(generator):
                yield "", served
        if generator == "hugo":
            for sister in self._sisters(folder, root):
                yield "", sister

    def _sisters(self, folder: str, root: Root) -> Iterator[str]:
        """The folders, other than this one, that may hold the same page in other languages: Hugo takes files from there too."""
        top = f"{root.folder}/content"
        way = folder.removeprefix(f"{top}/").partition("/")[2]
        for language in sorted(self.folders.names(top)):
            if "." not in language and (sister := f"{top}/{language}/{way}".rstrip("/")) != folder:
                yield sister

    def behind_alias(self, root: Root, text: str) -> Iterator[tuple[str, str]]:
        """The same for a path that starts with an alias."""
        for alias in root.aliases:
            if text.startswith(alias.prefix):
                for start in alias.folders:
                    yield alias.prefix, start
                return
        if text.startswith("@site/") and root.generator == "docusaurus":
            yield "@site/", root.folder

    def _can_tell(self, root: Root, text: str, places: Sequence[Path]) -> bool:
        """Whether what is not found is missing, and not merely not checked out."""
        if root.is_certain:
            return root.has_assets
        where = {posixpath.normpath(posixpath.join(place.folder, *place.parts[:-1])) for place in places}
        return text[0] != "/" and any(map(self.folders.has_assets, where))

    def _may_be_elsewhere(self, root: Root, generator: str | None, text: str, parts: Sequence[str]) -> bool:
        """Whether the file is in a place that a theme may know of, or needs none."""
        if text[0] == "/":
            # Sites may lie below a folder of their host: `/blog/rye.jpg` is then `rye.jpg`.
            if len(parts) > 1 and any(self.folders.spelled(top, parts[1:]) for top in root.served(generator)):
                return True
            return root.may_come_from_elsewhere(parts[0])
        if text[0] in "~@":
            return False
        tops: Sequence[str] = (root.folder,)
        if text.startswith(".") and generator in _AS_FILES:  # a layout may yet take it for a way between pages
            tops = list(root.below("public")) if generator != "docusaurus" else []
        end = "/".join(parts[:-1]).lower()
        for top in tops:
            found = self.folders.search(top, parts[-1], root.output(generator) if top == root.folder else frozenset())
            if found is None or any(self._may_serve(folder, top, end) for folder in found):
                return True
        return generator == "hugo" and "mounts" in root.text

    def _may_serve(self, folder: str, top: str, end: str) -> bool:
        """Whether a folder ends like a written path, and is not that of other pages with files of their own."""
        return f"/{folder.lower()}".endswith(f"/{end}" if end else "") and (
            folder == top or not self.folders.has_pages(folder)
        )

    def _tried(self, folder: str, root: Root, generator: str | None, places: Sequence[Path]) -> Iterator[str]:
        """The paths to tell of: not those that are no more than a guess."""
        guesses = {*root.served(generator)} - {*root.likely(generator), folder}
        if generator == "hugo":  # most are other sections, not languages
            guesses.update(self._sisters(folder, root))
        seen = set()
        for place in places:
            path = posixpath.normpath(posixpath.join(place.folder, *place.parts))
            if path not in seen and place.folder not in guesses and path.startswith(f"{root.folder}/"):
                seen.add(path)
                yield path[len(root.folder) + 1 :]

    def near(self, file: str, text: str, given: str | None) -> str:
        """The file that was perhaps meant by a path to none, relative to the site's root; empty where there is none.

        It has another name beside the place that was looked at, or the same name elsewhere.
        """
        folder, root = self.root_of(file)
        if root is None:
            return ""
        generator = self.generator_of(root, given)
        start = len(root.folder) + 1
        name = ""
        for place in self._places(folder, root, generator, text):
            name = place.parts[-1]
            where = posixpath.normpath(posixpath.join(place.folder, *place.parts[:-1]))
            if f"{where}/".startswith(f"{root.folder}/") and (other := self.folders.near(where, name)):
                return f"{where}/{other}"[start:]
        found = self.folders.search(root.folder, name, root.output(generator)) if name else None
        shared = [where for where in found or () if not self.folders.has_pages(where)]
        return f"{shared[0]}/{name}"[start:] if len(shared) == 1 else ""


def assets_of(site: Site) -> Assets:
    """The assets of a run."""
    site.questions.add("files")  # also where another rule has asked the same before
    return _assets(site)


@lru_cache(1)  # the rules ask one after the other about the same site
def _assets(site: Site) -> Assets:
    return Assets(site)


def _readings(text: str) -> Iterator[tuple[str, str, str]]:
    """The path as written, the path that is meant, and what follows it: as a file's name is read, then as a URL is."""
    yield text, text, ""
    end = min((at for mark in "?#" if (at := text.find(mark, 1)) > 0), default=len(text))
    if end < len(text):
        yield text[:end], text[:end], text[end:]
    if "%" in text[:end]:
        plain = unquote(text[:end])
        if "\0" not in plain and plain.count("/") == text.count("/", 0, end):
            yield text[:end], plain, text[end:]


def _text(place: Path, spelled: Sequence[str]) -> str:
    parts = [
        written if name == part else name if written == part else quote(name)
        for name, part, written in zip(spelled, place.parts, place.written, strict=True)
    ]
    return place.prefix + "/".join(parts) + place.rest
