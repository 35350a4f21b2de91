from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Sequence
from mdlint.rule import Needs, Rule


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
    fields: tuple[str, ...] = ("tags", "categories")

    def needs(self) -> Needs:
        return Needs(fields=self.fields)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            if not isinstance(node, Sequence):
                continue
            for at, value in enumerate(node.value):
                if value is None or (isinstance(value, str) and not value.strip()):
                    item = (*path, at)
                    yield Finding(item, f"`{format_key_path(item)}` is empty", hint="remove it, or write the tag")
