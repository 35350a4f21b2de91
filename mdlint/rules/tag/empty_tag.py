from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Sequence
from mdlint.rule import Needs, Rule
from mdlint.rules.tag import TAG_FIELDS, removals, suspicious


class EmptyTag(Rule):
    """The list of tags has an empty item.

    Many sites make a tag page without a name and an address from it, or stop the build where the
    tag is null. An empty list is fine: it says that there are no tags.

    ## Bad
    ```md
    ---
    title: Rye bread
    tags: [bread, '']
    ---
    ```
    ```md
    ---
    title: Rye bread
    tags:
      - bread
      -
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    tags: []
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
            empty = [at for at, value in enumerate(node.value) if value is None or _is_blank(value)]
            edits = removals(doc, path, empty) if empty else {}
            for at in empty:
                item = (*path, at)
                yield Finding(
                    item,
                    f"`{format_key_path(item)}` is empty",
                    hint="remove it, or write the tag",
                    fix=Fix("remove the empty tag", (edits[at],), safe=True) if at in edits else None,
                )


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()
