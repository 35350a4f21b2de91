from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Scalar, Sequence, resolved
from mdlint.rule import Needs, Rule
from mdlint.rules.tag import removals

_THINGS = r"(?:description|title|summary|website|topics?|tags?|keywords?|content|abstract|author|information|data|text)"
_DERIVED = (
    rf"no (?:{_THINGS} )+(?:(?:or|and) {_THINGS} )?(?:provided|available|yet|given|found|here)"
    rf"|(?:your|insert|enter|add)(?: your| a| the)? {_THINGS}(?: goes)? here"
    rf"|{_THINGS} (?:goes here|not provided|not available|not found)"
    r"|not (?:provided|specified|available)|not applicable|none provided|lorem ipsum|object object|undefined undefined"
)
_ENDS = (
    "provided", "available", "yet", "given", "found", "here", "specified", "applicable", "ipsum", "object", "undefined",
)  # fmt: skip
"""One of these ends each of them."""
_FIELDS = ("tags", "tag", "categories", "category", "keywords", "topics", "slug")


class DerivedPlaceholder(Rule):
    """A tag, keyword or slug was made out of a placeholder: `no-description-provided`.

    A script cut the words "No description provided" into a tag as it does with a real text. It gets a
    page of its own, on which posts meet that have nothing in common. Only whole tags count, and only
    phrases that nobody would file a post under: `todo` and `null` are topics.

    ## Bad
    ```md
    ---
    title: Rye bread
    tags: [bread, no-description-provided]
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    tags: [bread, placeholder, no-knead]
    ---
    ```

    ## Options
    - `fields`: the fields that hold tags, keywords or a slug.
    """

    severity = "warning"
    fixable = "unsafe"
    fields: tuple[str, ...] = _FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, head=_ENDS)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            if isinstance(node, Scalar):
                if isinstance(node.value, str) and _is_derived(node.text):
                    yield from _finding(doc, path, node.text, None)
            elif isinstance(node, Sequence):
                items = [
                    (at, target) for at, item in enumerate(node.items) if isinstance(target := resolved(item), Scalar)
                ]
                gone = [at for at, item in items if isinstance(item.value, str) and _is_derived(item.text)]
                edits = removals(doc, path, gone) if gone else {}
                for at in gone:
                    fix = Fix("remove it", (edits[at],), safe=False) if at in edits else None
                    yield from _finding(doc, (*path, at), doc.get((*path, at)), fix)


def _finding(doc: Document, path: KeyPath, text: str, fix: Fix | None) -> Iterator[Finding]:
    if not doc.is_template:
        yield Finding(
            path,
            f"`{format_key_path(path)}` was made out of a placeholder: `{shortened(text)}`",
            hint="remove it, or write what the post is about",
            fix=fix,
        )


@lru_cache(maxsize=4096)  # many posts of a site share their tags
def _is_derived(text: str) -> bool:
    if len(text) < len("not given"):
        return False
    return re.fullmatch(_DERIVED, re.sub(r"[\W_]+", " ", text.casefold()).strip()) is not None
