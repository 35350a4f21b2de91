from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Scalar, Sequence, resolved
from mdlint.rule import Needs, Rule


class DuplicateTag(Rule):
    """A tag is in the list twice, perhaps in other letters.

    The post is shown twice on the tag's page or counted twice in the tag cloud. `Machine Learning`
    and `machine-learning` have one address on most sites, so one of them overwrites the other's page.

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
    fields: tuple[str, ...] = ("tags", "categories")

    def needs(self) -> Needs:
        return Needs(fields=self.fields)

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
                yield from _duplicates(path, items)


def _duplicates(path: KeyPath, items: list[tuple[int, str]]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for at, text in items:
        key = _key(text)
        if not key or key not in first:
            first[key] = text
            continue
        again = "" if first[key] == text else f" as `{shortened(first[key])}`"
        yield Finding(
            (*path, at),
            f"`{format_key_path(path)}` already has `{shortened(text)}`{again}",
            hint="remove one of the two",
            related=(path,),
        )


def _key(text: str) -> str:
    """What is the same for two spellings of one tag. Separators at the ends belong to it: `C`, `C--`."""
    return re.sub(r"(?<=[^\s_-])[\s_-]+(?=[^\s_-])", " ", text.casefold())
