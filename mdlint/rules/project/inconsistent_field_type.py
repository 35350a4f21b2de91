from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from mdlint.diagnostic import NOWHERE, Edit, KeyPath, PlacedFact, shortened
from mdlint.document import Document
from mdlint.field_set import FieldSet
from mdlint.front_matter.values import Scalar
from mdlint.rule import Fact, ProjectRule, Verdict
from mdlint.rules.tag import as_list
from mdlint.site import Site

_MOST = 60
"""Fields of one page."""
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d+)?", re.ASCII)
_TYPES = {
    "l": "a list", "m": "a mapping", "t": "text", "n": "a number", "b": "true or false", "d": "a date", "q": "text", "f": "text",
}  # fmt: skip
"""How types are called; `q` is a number in a text, `f` a boolean."""
_EMPTY = "-"
_MAY_BE_OTHER = "-0123456789tfTF"
"""How a text begins that may be a number or a boolean; an empty one counts."""
_MAY_BE_EMPTY = frozenset((list, dict, type(None)))
_KINDS = {list: "l", dict: "m", bool: "b", int: "n", float: "n"}
_JARS = {"l": "tmqfnbd", "m": "tlqfnbd", "n": "q", "b": "f"}
"""Per type of most values the types that are out of place. A text among lists is; a number among texts may be a title."""
_EITHER = {
    "jekyll": frozenset(("tags", "categories", "redirect_from")),
    "hexo": frozenset(("tags", "categories")),
    "hugo": frozenset(("aliases", "tags", "categories", "keywords", "outputs")),
    "docusaurus": frozenset(("authors", "tags")),
    "eleventy": frozenset(("tags",)),
    "quarto": frozenset(("author", "format", "categories", "css", "filters", "bibliography", "resources", "aliases", "listing")),
    "obsidian": frozenset(("tags", "aliases", "cssclasses")),
}  # fmt: skip
"""Fields in which these generators take one value as well as a list or mapping of several."""


class InconsistentFieldType(ProjectRule):
    """The field is of another type than on nearly all other pages.

    A layout that goes through a list goes through the letters of a text, and one that asks a mapping for its `url` gets
    nothing. Compared are the pages of a collection. A single value in place of a list or a mapping counts, and so does a
    number or a boolean in quotes; fields in which the generator takes either do not.

    ## Bad
    ```md path=a.md config="rules.inconsistent-field-type = {fewest = 2, share = 60}"
    ---
    authors: [Ada, Bo]
    ---
    ```
    ```md path=b.md config="rules.inconsistent-field-type = {fewest = 2, share = 60}"
    ---
    authors: [Ada]
    ---
    ```
    ```md path=c.md config="rules.inconsistent-field-type = {fewest = 2, share = 60}"
    ---
    authors: Ada
    ---
    ```

    ## Good
    ```md path=a.md config="rules.inconsistent-field-type = {fewest = 2, share = 60}"
    ---
    authors: [Ada, Bo]
    ---
    ```
    ```md path=c.md config="rules.inconsistent-field-type = {fewest = 2, share = 60}"
    ---
    authors: [Ada]
    ---
    ```

    ## Options
    - `fewest`: the fewest pages that must have the field.
    - `share`: how many of them must have it in one type, in per cent.
    """

    severity = "warning"
    fixable = "unsafe"
    fewest: int = 50
    share: int = 98

    def collect(self, doc: Document) -> Iterator[Fact]:
        if doc.root is None or doc.is_template:
            return
        kinds = "".join(
            [
                "t" if type(value := node.value) is str and value[:1] not in _MAY_BE_OTHER else _kind(value)
                for _, node in doc.root.index.values()
            ]
        )
        if types := _types(doc.field_set, kinds, doc.generator or ""):
            yield Fact(NOWHERE, types)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:  # noqa: ARG002 - see `duplicate-title`
        # Most pages of a site have the same fields, so that there are few sets of them to look at.
        sets = Counter((fact.collection, fact.value) for fact in facts)
        kinds: dict[tuple[str, str], Counter[str]] = {}
        for (collection, fields), pages in sets.items():
            for field in fields.split("\n"):
                kinds.setdefault((collection, field[1:]), Counter())[field[0]] += pages
        odd = dict(self._odd(kinds))
        if not odd:
            return
        hit = {
            (collection, fields): fits
            for collection, fields in sets
            if (fits := [odd[collection, field] for field in fields.split("\n") if (collection, field) in odd])
        }
        for fact in facts:
            for message, hint, name, main in hit.get((fact.collection, fact.value), ()):
                yield Verdict(fact, message, hint, replacement=main, within=(name,))

    def _odd(
        self, kinds: dict[tuple[str, str], Counter[str]]
    ) -> Iterator[tuple[tuple[str, str], tuple[str, str, str, str]]]:
        """Per collection and field with its type: what to say of it, the field's name and the type that it should have."""
        for (collection, name), counts in kinds.items():
            if len(counts) < 2:
                continue
            (main, number), total = counts.most_common(1)[0], counts.total()
            if total < self.fewest or number * 100 < self.share * total:
                continue
            for kind in counts.keys() & set(_JARS.get(main, "")):
                message = f"`{shortened(name)}` is {_TYPES[kind]}, but {_TYPES[main]} on {number:,} of {total:,} pages that have it"
                hint = "remove the quotes" if main in "nb" else f"write {_TYPES[main]} here too"
                yield (collection, kind + name), (message, hint, name, main)

    def closer(self, doc: Document, at: KeyPath, replacement: str | None) -> Fact:
        node = doc.node(at)
        slot = None
        if (
            isinstance(node, Scalar)
            and not doc.has_aliases
            and not doc.is_tagged(node)
            and node.style in ("", "'", '"')
        ):
            if replacement == "l" and isinstance(node.value, str) and not re.search(r"[,;、\n]", node.value):
                slot = Edit(node.start, node.end, as_list(doc, [node.value.strip()]))
            elif replacement in ("n", "b") and node.style:
                slot = Edit(node.start, node.end, node.text.lower())
        return Fact(at, slot=slot)


@lru_cache(1000)  # most pages of a site have the same fields of the same types
def _types(fields: FieldSet, kinds: str, generator: str) -> str:
    """A line for each field that is compared: the letter of its type, and its name."""
    either = _EITHER.get(generator, frozenset())
    each = islice(zip(kinds, fields.names, strict=True), _MOST)
    return "\n".join(kind + name for kind, name in each if kind != _EMPTY and name not in either)


def _kind(value: object) -> str:
    """The type of a value by a letter."""
    if not isinstance(value, str):
        kind = type(value)
        return _EMPTY if not value and kind in _MAY_BE_EMPTY else _KINDS.get(kind, "d")
    if not value:
        return _EMPTY
    if value[0] in "-0123456789" and _NUMBER.fullmatch(value):
        return "q"
    return "f" if value in ("true", "false", "True", "False") else "t"
