from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from mdlint.diagnostic import NOWHERE, KeyPath, PlacedFact, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.below import texts_below
from mdlint.rules.tag import respelt, spelt
from mdlint.site import Site

_NAMES = ("slug", "id", "uid", "key", "name", "title")
"""Fields by which an entry may be called, besides the name of its file."""
_LONGEST = 100
_MOST = 100
"""References of one page."""


class UnknownReference(ProjectRule):
    """The field names an entry of a collection that is not there.

    The page has no author then, or the build stops. Which fields name entries of which collection is never guessed: the
    option `references` says it, `x-mdlint: {ref: authors}` in the JSON Schema of a field, or `Ref("authors")` in a Pydantic
    model. An entry is called by its file's name, with or without the folders above it, or by its `slug`, `id`, `key`,
    `name` or `title`; letter case does not count.

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
    """

    severity = "error"
    fixable = "unsafe"
    across = True
    references: Mapping[str, str] = MappingProxyType({})
    is_target: bool = False

    def needs(self) -> Needs:
        # Without references there is nothing to look for: hardly any page has a field without a name.
        return Needs() if self.is_target else Needs(fields=tuple(self.references) or ("",))

    def collect(self, doc: Document) -> Iterator[Fact]:
        if self.is_target:
            names = (doc.text_of(field).strip() for field in _NAMES)
            yield Fact(NOWHERE, [name for name in names if name and len(name) <= _LONGEST])
        for field, collection in self.references.items():
            named = [[list(at), text.strip()] for at, text in texts_below(doc, (field,)) if text.strip()]
            if named:
                yield Fact(NOWHERE, {"in": collection, "named": named[:_MOST]})

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        entries: dict[str, _Entries] = {}
        for fact in facts:
            if isinstance(fact.value, list):
                entries.setdefault(fact.collection, _Entries()).add(site.in_root(fact.path), fact.value)
        for fact in facts:
            # A collection of which no page is known may lie in files of another kind.
            if isinstance(fact.value, dict) and (known := entries.get(fact.value["in"])) is not None:
                for at, name in fact.value["named"]:
                    if not known.has(name):
                        close = known.closest(name)
                        message = f"`{format_key_path(tuple(at))}` is `{shortened(name)}`, which is not in `{fact.value['in']}`"
                        hint = f"did you mean `{close}`?" if close else "correct the name, or add a file of that name"
                        yield Verdict(fact, message, hint, replacement=close, within=tuple(at))

    def closer(self, doc: Document, at: KeyPath, replacement: str | None) -> Fact:
        return Fact(at, slot=respelt(doc, at, replacement) if replacement else None)


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
            self._names.setdefault(name.strip("/").casefold(), name)

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
