from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from mdlint.diagnostic import NOWHERE, KeyPath, PlacedFact, format_key_path, shortened
from mdlint.document import Document
from mdlint.locating.allowed import Allowed
from mdlint.locating.data_files import DATA_FIELDS, DataFiles
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.below import texts_below
from mdlint.rules.tag import respelt, spelt
from mdlint.site import Site

_NAMES = ("slug", "id", "uid", "key", "name", "title")
"""Fields by which an entry may be called, besides the name of its file."""
_NO_FILE = "correct the name, or add a file of that name"
_LONGEST = 100
_MOST = 100
"""References of one page."""


class UnknownReference(ProjectRule):
    """The field names an entry of a collection, or of a data file, that is not there.

    The page has no author then, or the build stops. Which fields name entries of which collection is never guessed: the
    option `references` says it, `x-mdlint: {ref: authors}` in the JSON Schema of a field, or `Ref("authors")` in a Pydantic
    model. An entry is called by its file's name, with or without the folders above it, or by its `slug`, `id`, `key`,
    `name` or `title`; letter case does not count.

    Data files are those that the site's generator reads, found as it finds them; a name is looked for as it is written.
    Where there is no such file, or none that can be read, nothing is said.

    - Docusaurus: `authors` of posts in the blog's `authors.yml`, `tags` of posts and documentation in `tags.yml`, also of
      translations and versions; read are `path`, `authorsMapPath`, `tags` and `onInlineTags` in the site's configuration.
      A tag that is not in the file is a warning, as in Docusaurus, unless `onInlineTags` says otherwise.
    - Astro: what refers to a collection that lies in one file, `loader: file("src/data/authors.json")`, JSON or YAML.
    - Material for MkDocs: `authors` of posts in `.authors.yml`, `categories` and `tags` in `categories_allowed` and
      `tags_allowed` of `mkdocs.yml`.

    ## Bad
    ```md path=authors/ada.md config="collections = [{name = 'authors', files = 'authors/'}, {name = 'posts', files = 'posts/', rules.unknown-reference.references.author = 'authors'}]"
    ---
    name: Ada Lindqvist
    ---
    ```
    ```md path=posts/rye.md config="collections = [{name = 'authors', files = 'authors/'}, {name = 'posts', files = 'posts/', rules.unknown-reference.references.author = 'authors'}]"
    ---
    title: Rye bread
    author: adda
    ---
    ```

    ## Bad: an author whom the blog does not know
    ```yaml path=blog/authors.yml files="docusaurus.config.js"
    ada:
      name: Ada Lindqvist
    ```
    ```md path=blog/rye.md config="generator = 'docusaurus'"
    ---
    title: Rye bread
    authors: [adda]
    ---
    ```

    ## Good
    ```md path=authors/ada.md config="collections = [{name = 'authors', files = 'authors/'}, {name = 'posts', files = 'posts/', rules.unknown-reference.references.author = 'authors'}]"
    ---
    name: Ada Lindqvist
    ---
    ```
    ```md path=posts/rye.md config="collections = [{name = 'authors', files = 'authors/'}, {name = 'posts', files = 'posts/', rules.unknown-reference.references.author = 'authors'}]"
    ---
    title: Rye bread
    author: ada
    ---
    ```

    ## Options
    - `references`: per field, the collection that its value names an entry of, or each item of its list; `by.name` is `name` in
      `by`, or in each item of it.
    - `is-target`: whether other pages refer to these; where `references` and schemas say so, this is known.
    - `data-files`: whether names are looked for in data files; where the generator is known to have some, this is known.
    """

    severity = "error"
    fixable = "unsafe"
    across = True
    references: Mapping[str, str] = MappingProxyType({})
    is_target: bool = False
    data_files: bool = False

    def needs(self) -> Needs:
        fields = (*self.references, *(DATA_FIELDS if self.data_files else ()))
        # Without references there is nothing to look for: hardly any page has a field without a name.
        return Needs() if self.is_target else Needs(fields=fields or ("",))

    def collect(self, doc: Document) -> Iterator[Fact]:
        if self.is_target:
            names = (doc.text_of(field).strip() for field in _NAMES)
            yield Fact(NOWHERE, [name for name in names if name and len(name) <= _LONGEST])
        for field, collection in self.references.items():
            named = [[list(at), text.strip()] for at, text in texts_below(doc, (field,)) if text.strip()]
            if named:
                yield Fact(NOWHERE, {"in": collection, "named": named[:_MOST]})
        if self.data_files and not doc.is_template:
            found = ((field, _held(field, doc.data.get(field), doc.generator)) for field in DATA_FIELDS)
            if held := {field: value for field, value in found if value}:
                yield Fact(NOWHERE, {"by": doc.generator, "held": held})

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        entries: dict[str, _Entries] = {}
        references = []
        for fact in facts:
            if isinstance(fact.value, list):
                entries.setdefault(fact.collection, _Entries()).add(site.in_root(fact.path), fact.value)
            else:
                references.append(fact)
        unlisted: _Unlisted | None = None
        for fact in references:
            known = entries.get(fact.value.get("in"))
            if known is None:
                unlisted = unlisted or _Unlisted(DataFiles(site))
                yield from unlisted.verdicts(fact)
                continue
            for at, name in fact.value["named"]:
                if not known.has(name):
                    found = _verdict(fact, at, name, f"`{fact.value['in']}`", known.closest(name))
                    yield found if found.replacement else found._replace(hint=_NO_FILE)

    def closer(self, doc: Document, at: KeyPath, replacement: str | None) -> Fact:
        return Fact(at, slot=respelt(doc, at, replacement) if replacement else None)


def _verdict(fact: PlacedFact, at: Sequence[str | int], name: str, where: str, close: str | None) -> Verdict:
    message = f"`{format_key_path(tuple(at))}` is `{shortened(name)}`, which is not in {where}"
    hint = f"did you mean `{close}`?" if close else "correct the name, or add it there"
    return Verdict(fact, message, hint, replacement=close, within=tuple(at))


class _Unlisted:
    """Names that are in no data file."""

    def __init__(self, data: DataFiles) -> None:
        self._data = data
        self._entries: dict[int, _Entries] = {}

    def verdicts(self, fact: PlacedFact) -> Iterator[Verdict]:
        """What to say of a page's names: those of fields of the generator, or of references to a collection without pages."""
        if "in" in fact.value:
            allowed = self._data.entries(fact.path, fact.value["in"])
            yield from self._said(fact, fact.value["named"], () if allowed is None else (allowed,))
        elif lists := self._data.allowed(fact.path, fact.value["by"]):
            for field, held in fact.value["held"].items():
                yield from self._said(fact, list(_named(field, held)), lists.get(field, ()))

    def _said(
        self, fact: PlacedFact, named: Sequence[tuple[Sequence[str | int], str]], lists: Sequence[Allowed]
    ) -> Iterator[Verdict]:
        for allowed in lists:
            for at, name in named:
                if name not in allowed.names:
                    close = self._closest(allowed, name)
                    yield _verdict(fact, at, name, allowed.where, close)._replace(severity=allowed.severity)

    def _closest(self, allowed: Allowed, name: str) -> str | None:
        """The name that is meant, most likely, whether its entry is called so or only shown so."""
        entries = self._entries.get(id(allowed))  # `data` keeps it
        if entries is None:
            entries = self._entries[id(allowed)] = _Entries()
            for shown, known in (*zip(allowed.names, allowed.names, strict=True), *allowed.labels.items()):
                entries.call(shown, known)
        return entries.closest(name)


class _Entries:
    """What the entries of a collection are called."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._near: dict[str, str] = {}

    def add(self, path: str, names: Sequence[str]) -> None:
        """An entry in a file of this path, that has these names too."""
        parts = path.rpartition(".")[0].split("/")
        if len(parts) > 1 and parts[-1].lower() in ("index", "_index", "readme"):
            parts.pop()
        for at in range(len(parts) - 1, -1, -1):
            name = "/".join(parts[at:])
            self._names.setdefault(name.casefold(), name)
        for name in names:
            self.call(name.strip("/"), name)

    def call(self, shown: str, name: str) -> None:
        """An entry that is called `name`, and meant by `shown`."""
        self._names.setdefault(shown.casefold(), name)

    def has(self, name: str) -> bool:
        """Whether an entry is called so."""
        return name.strip("/").removesuffix(".md").casefold() in self._names

    def closest(self, name: str) -> str | None:
        """What an entry is called that is meant, most likely: one whose name differs in a letter or separators."""
        if not self._near:
            for folded in self._names:
                for near in _spellings(folded):
                    self._near.setdefault(near, folded)
        for near in _spellings(name.casefold()):
            if near in self._near:
                return self._names[self._near[near]]
        return None


def _spellings(name: str) -> Iterator[str]:
    """What two names share of which one has a letter more, another one in its place, or other separators."""
    plain = spelt(name)
    yield plain
    if 3 < len(plain) <= _LONGEST:
        yield from (plain[:at] + plain[at + 1 :] for at in range(len(plain)))


def _held(field: str, value: Any, generator: str | None) -> Any:
    """What a field that may name entries of a data file holds: a name, an object with the `key` of an author, or a list of
    these, with None in the place of anything else. Most hold a list of names."""
    if type(value) is list:
        items = value[:_MOST]
        return items if set(map(type, items)) <= {str} else [_one(field, item, generator) for item in items]
    return _one(field, value, generator) if field == "authors" and generator != "mkdocs" else None


def _one(field: str, value: Any, generator: str | None) -> Any:
    if field == "tags" and type(value) in ((int, float, bool) if generator == "mkdocs" else (int,)):
        return str(value)
    if field == "authors" and isinstance(value, dict) and isinstance(value.get("key"), str):
        return {"key": value["key"]}
    return value if isinstance(value, str) else None


def _named(field: str, held: Any) -> Iterator[tuple[KeyPath, str]]:
    """The names in what is held, each with its place."""
    many = isinstance(held, list)
    for number, item in enumerate(held if many else (held,)):
        path: KeyPath = (field, number) if many else (field,)
        if isinstance(item, dict):
            path, item = (*path, "key"), item["key"]  # noqa: PLW2901
        if item:
            yield path, item
