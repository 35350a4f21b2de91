from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from mdlint.address import edition_of
from mdlint.diagnostic import NOWHERE, KeyPath, PlacedFact, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.named import NamedTuple
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.project import language_of
from mdlint.rules.tag import TAG_FIELDS, respelt, spelt
from mdlint.site import Site

_MOST = 100
"""Tags of one field in one page; a hostile one may hold a hundred thousand."""
_LONGEST = 60
_JOINED = 6
"""Letters from which on a name without separators is another one's variant: `opensource`, but not `A I` for `AI`."""
_PLURAL = 5
"""Letters from which on a word has a plural by adding `s`: `CSS` is none."""
_CLEARLY = 4
"""Times that one number must be used more often than the other: some sites have two pages on purpose."""
_OF_ITS_OWN = (
    "windows", "news", "teams", "rails", "pandas", "goods", "glasses", "means", "works", "customs", "spirits", "jeans", "arms",
    "forms", "pages", "actions", "sheets", "docs", "maps", "events", "notes", "photos", "contacts", "meetings", "widgets",
    "functions", "components", "hooks", "parks", "giants", "stones", "doors", "eagles", "wings", "heroes", "generations",
)  # fmt: skip
"""Words that are no plural of what they look like, many of them names of products and bands."""


_Kind: TypeAlias = tuple[object, ...]
"""A language, an edition and a field: tags of one kind are compared."""


class TagVariant(ProjectRule):
    """The tag is spelt in another way on most pages.

    `Machine Learning`, `machine-learning` and `machinelearning` make two or three pages of the site out of one, each with a part
    of the posts, or one page under a name that depends on the order of the build. Letter case, separators, and the
    plural where hardly any page has the other number count for nothing. Pages in another language are not compared,
    nor are different fields.

    The fix writes what most pages have, where there is a majority.

    ## Bad
    ```md path=posts/rye.md
    ---
    title: Rye bread
    tags: [dark-bread]
    ---
    ```
    ```md path=posts/spelt.md
    ---
    title: Spelt bread
    tags: [dark-bread]
    ---
    ```
    ```md path=posts/black.md
    ---
    title: Black bread
    tags: [Dark Bread]
    ---
    ```

    ## Good
    ```md path=posts/rye.md
    ---
    title: Rye bread
    tags: [dark-bread]
    ---
    ```
    ```md path=posts/black.md
    ---
    title: Black bread
    tags: [dark-bread]
    ---
    ```

    ## Options
    - `fields`: the fields that hold a tag or a list of tags.
    """

    severity = "warning"
    fixable = "unsafe"
    across = True
    fields: tuple[str, ...] = TAG_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields)

    def collect(self, doc: Document) -> Iterator[Fact]:
        if doc.is_template:
            return
        lists: list[list[Any]] = []
        for path, node in doc.fields(self.fields):
            value = node.value
            if isinstance(node, Scalar):
                # Several names in one text are another rule's finding, or Jekyll's way to write a list.
                if isinstance(value, str) and re.fullmatch(r"\s*[^\s,;]+\s*", value):
                    lists.append([list(path), _kept(value) or []])
            elif isinstance(value, list) and value:
                lists.append([list(path), list(map(_kept, value[:_MOST]))])
        if lists:
            yield Fact(NOWHERE, [language_of(doc), *lists])

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        used: dict[_Kind, list[str | None]] = {}
        lists: list[tuple[_Kind, PlacedFact, KeyPath, str | list[str | None]]] = []
        for fact in facts:
            language, *found = fact.value
            edition = edition_of(site.in_root(fact.path))
            for path, tags in found:
                kind = (language, edition, *path)
                lists.append((kind, fact, tuple(path), tags))
                used.setdefault(kind, []).extend([tags] if isinstance(tags, str) else dict.fromkeys(tags))
        better: dict[_Kind, dict[str | None, _Better]] = {
            kind: dict(_variants(Counter(filter(None, names)))) for kind, names in used.items()
        }
        if not any(better.values()):
            return
        wanted = {(kind, meant.name) for kind, found in better.items() for meant in found.values()}
        first: dict[tuple[_Kind, str], str] = {}
        for kind, fact, path, tags in lists:
            for _, tag in _named(path, tags) if better[kind] else ():
                if (kind, tag) in wanted:
                    first.setdefault((kind, tag), fact.path)
        for kind, fact, path, tags in lists:
            meant = better[kind]
            if meant and not meant.keys().isdisjoint((tags,) if isinstance(tags, str) else tags):
                here = dict(_named(path, tags))
                for place, tag in here.items():
                    # Two spellings in one list are what `duplicate-tag` reports.
                    if tag in meant and meant[tag].name not in here.values():
                        yield _verdict(fact, place, tag, meant[tag], first[kind, meant[tag].name])

    def closer(self, doc: Document, at: KeyPath, replacement: str | None) -> Fact:
        return Fact(at, slot=respelt(doc, at, replacement) if replacement else None)


class _Better(NamedTuple):
    """The spelling to prefer, and how many pages use it."""

    name: str
    pages: int
    is_more_common: bool


def _kept(value: object) -> str | None:
    """A tag, or None for what is none; of a long one nothing is compared."""
    return value.strip() or None if isinstance(value, str) and len(value) <= _LONGEST else None


def _named(path: KeyPath, tags: str | list[str | None]) -> Iterable[tuple[KeyPath, str]]:
    """The tags of a field with their places."""
    if isinstance(tags, str):
        return [(path, tags)]
    return [((*path, number), tag) for number, tag in enumerate(tags) if tag]


def _variants(counts: Mapping[str, int]) -> Iterator[tuple[str, _Better]]:
    """The spellings that fewer pages use than another one of the same tag, with the latter."""
    spellings: dict[str, list[str]] = {}
    for name in counts:
        spellings.setdefault(_joined(name), []).append(name)
    main = {}
    for key, names in spellings.items():
        best = min(names, key=lambda name: (-counts[name], name))
        main[key] = best
        for name in names:
            if name != best:
                yield name, _Better(best, counts[best], counts[best] > counts[name])
    pages = {key: sum(counts[name] for name in names) for key, names in spellings.items()}
    for many in spellings:
        for one in _singulars(many):
            if one in spellings:
                few, more = sorted((one, many), key=lambda key: pages[key])
                if pages[more] >= _CLEARLY * pages[few]:
                    for name in spellings[few]:
                        yield name, _Better(main[more], pages[more], is_more_common=True)


def _joined(name: str) -> str:
    """What is the same for all spellings of a tag."""
    name = spelt(name)
    joined = re.sub(r"(?<=\w)[ .](?=[^\W\d])", "", name)
    return joined if len(joined) >= _JOINED else name


def _singulars(key: str) -> list[str]:
    """What a name may be the plural of."""
    if len(key) <= _PLURAL or not key.endswith("s") or key.endswith(("ss", "us", "is", "ics", "os", *_OF_ITS_OWN)):
        return []
    return [key[:-1], *([key[:-3] + "y"] if key.endswith("ies") else [])]


def _verdict(fact: PlacedFact, place: KeyPath, tag: str, better: _Better, first: str) -> Verdict:
    more = better.pages - 1
    others = "" if not more else ", as does another page" if more == 1 else f", as do {more:,} other pages"
    return Verdict(
        fact,
        f"`{format_key_path(place)}` is `{shortened(tag)}`, but `{first}` has `{shortened(better.name)}`{others}",
        "use one spelling on all pages",
        replacement=better.name if better.is_more_common else None,
        within=place,
    )
