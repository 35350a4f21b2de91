from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Scalar, Sequence, resolved
from mdlint.rule import Needs, Rule
from mdlint.rules.tag import TAG_FIELDS, removals, spelt, suspicious


class DuplicateTag(Rule):
    """A tag is in the list twice, perhaps in other letters.

    The post is shown twice on the tag's page or counted twice in the tag cloud. `Machine Learning`
    and `machine-learning` have one address on most sites, so one of them overwrites the other's page.
    The fix keeps the first; it is safe where both are spelt alike.

    ## Bad
    ```md
    ---
    title: Rye bread
    tags: [bread, rye, bread]
    ---
    ```
    ```md
    ---
    title: Rye bread
    tags: [Dark Bread, rye, dark-bread]
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    tags: [bread, dark bread, C, C++]
    ---
    ```

    ## Options
    - `fields`: the fields that hold a list of tags.
    """

    severity = "warning"
    fixable = "safe"
    fields: tuple[str, ...] = TAG_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            if not isinstance(node, Sequence):
                continue
            items = [
                (at, target.text.strip())
                for at, item in enumerate(node.items)
                if isinstance(target := resolved(item), Scalar)
            ]
            # Cheap and a little coarse: only where this finds two alike, the names are compared exactly.
            if len({text.casefold().replace("-", " ").replace("_", " ").strip() for _, text in items}) < len(items):
                yield from _duplicates(doc, path, items)


def _duplicates(doc: Document, path: KeyPath, items: list[tuple[int, str]]) -> Iterator[Finding]:
    first: dict[str, tuple[int, str]] = {}
    again = []
    for at, text in items:
        before = first.setdefault(spelt(text), (at, text)) if text else (at, text)
        if before[0] != at:
            again.append((at, text, *before))
    edits = removals(doc, path, [at for at, *_ in again])
    for at, text, at_first, as_first in again:
        is_same = doc.get((*path, at)) == doc.get((*path, at_first))
        yield Finding(
            (*path, at),
            f"`{format_key_path(path)}` already has `{shortened(text)}`"
            + ("" if text == as_first else f" as `{shortened(as_first)}`"),
            hint="remove one of the two",
            # Of two spellings the other one may be the site's.
            fix=Fix(f"remove `{shortened(text)}`", (edits[at],), safe=is_same) if at in edits else None,
            related=(path,),
        )
