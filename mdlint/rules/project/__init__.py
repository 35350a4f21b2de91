"""Rules of the group `project`, and what they share with the project rules of other groups."""

from __future__ import annotations

import zlib
from collections.abc import Container, Hashable, Iterable, Iterator, Sequence

from mdlint.address import LANGUAGE_FIELDS, Address, address, edition_of, fields_of
from mdlint.diagnostic import NOWHERE, PlacedFact
from mdlint.document import Document
from mdlint.rule import Fact, Verdict
from mdlint.site import Site

_KEPT = 60
"""Characters of a text by which it is compared; of what is behind them a checksum."""


def is_published(doc: Document) -> bool:
    """Whether readers get to see the page: a draft may repeat what it will replace."""
    return doc.get("draft") is not True and doc.get("published") is not False and not doc.is_template


def kept(doc: Document, text: str) -> str:
    """What is remembered of a text to compare it with those of other pages in the language that the page says it is in.

    Case and spaces count for nothing, and long texts are shortened.
    """
    text = " ".join(text.casefold().split())
    if len(text) > _KEPT:
        text = f"{text[:_KEPT]}{zlib.crc32(text.encode(errors='replace')):08x}"
    language = language_of(doc)
    return f"{language}: {text}" if language else text


def language_of(doc: Document) -> str:
    """The language that a page says it is in."""
    if doc.root is None or doc.root.index.keys().isdisjoint(LANGUAGE_FIELDS):
        return ""
    return next(filter(None, map(doc.text_of, LANGUAGE_FIELDS)), "").lower()


def named(doc: Document, names: Sequence[str]) -> dict[str, str]:
    """The fields of those names that hold one value, or a list of texts, as texts."""
    found = {}
    for name in names:
        if (scalar := doc.scalar(name)) is not None:
            found[name] = scalar.text
        elif isinstance(items := doc.get(name), list) and all(isinstance(item, str) for item in items):
            found[name] = "/".join(items)
    return found


_ABOUT_ADDRESSES = frozenset(("duplicate-slug", "redirect-conflict"))


def addressed(doc: Document) -> Container[str]:
    """One look whether anything is known of the page's address, for the rules that compare it."""
    return _ABOUT_ADDRESSES if doc.generator else ()


def page(doc: Document) -> Fact | None:
    """A fact that tells the page's address, at the field that it is taken from; None where it has none."""
    names = fields_of(doc.generator)
    if not names or not is_published(doc) or _is_part(doc):
        return None
    if doc.root is None or doc.root.index.keys().isdisjoint(names):
        return Fact(NOWHERE, {"by": doc.generator})
    value = named(doc, names)
    at = next(((name,) for name in names if name in value and name not in _ALSO), None)
    return Fact(NOWHERE if at is None else at, {"by": doc.generator, **value})


def address_of(fact: PlacedFact, site: Site) -> Address | None:
    """The address that such a fact tells."""
    return address(site.in_root(fact.path), fact.value["by"], fact.value)


_ALSO = frozenset((*LANGUAGE_FIELDS, "date", "category", "categories"))
"""Fields of other use, which nobody would change for the sake of the address."""


def _is_part(doc: Document) -> bool:
    """Whether Hugo shows the page only within others."""
    return doc.generator == "hugo" and (doc.get("headless") is True or "build" in doc or "_build" in doc)


class Group:
    """Facts of several files that share something."""

    def __init__(self, facts: list[PlacedFact]) -> None:
        """`facts` are in order of path."""
        self.facts = facts
        self._paths = dict.fromkeys([fact.path for fact in facts])
        self._first = list(self._paths)[:3]
        self.is_several = len(self._paths) > 1

    def others(self, fact: PlacedFact) -> str:
        """The other files in words: `a.md`, `a.md` and `b.md`, or `a.md` and how many more."""
        paths = [path for path in self._first if path != fact.path]
        number = len(self._paths) - (fact.path in self._paths)
        if number <= 2:
            return " and ".join(map("`{}`".format, paths))
        return f"`{paths[0]}` and {number - 1:,} other files"


def grouped(facts: Iterable[PlacedFact], keys: Iterable[Hashable]) -> Iterator[Group]:
    """The facts that share a key, where they are of several files. None is no key."""
    groups: dict[Hashable, list[PlacedFact]] = {}
    for fact, key in zip(facts, keys, strict=True):
        if key is not None:
            groups.setdefault(key, []).append(fact)
    for group in groups.values():
        if len(group) > 1 and any(fact.path != group[0].path for fact in group):
            yield Group(group)


def repeated(facts: Iterable[PlacedFact], keys: Iterable[Hashable], site: Site) -> Iterator[Group]:
    """The same, pages in different languages or of different versions apart."""
    for group in grouped(facts, keys):
        yield from grouped(group.facts, (edition_of(site.in_root(fact.path)) for fact in group.facts))


def text_fact(doc: Document, field: str) -> Iterator[Fact]:
    """A fact that tells what a field says, if the page is published and says anything."""
    text = doc.text_of(field)
    if text.strip() and is_published(doc):
        yield Fact((field,), kept(doc, text))


def said_again(groups: Iterable[Group], field: str, hint: str) -> Iterator[Verdict]:
    """What to say of a field in which groups of pages say the same."""
    for group in groups:
        for fact in group.facts:
            yield Verdict(fact, f"`{field}` is the same as in {group.others(fact)}", hint)
