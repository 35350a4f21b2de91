from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Sequence
from mdlint.rule import Needs, Rule
from mdlint.rules.tag import MANY, suspicious


class TooManyTags(Rule):
    """The post has more tags than help anyone to find it.

    Each of them is a page of the site with hardly a post on it, and search engines take a page of
    so many words for spam.

    ## Bad
    ```md
    ---
    title: Rye bread
    tags: [bread, rye, dough, sourdough, yeast, oven, crust, crumb, flour, salt, water]
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    tags: [bread, rye, sourdough]
    ---
    ```

    ## Options
    - `fields`: the fields that hold a list of tags.
    - `most`: how many tags a post may have.
    """

    severity = "info"
    fields: tuple[str, ...] = ("tags",)
    most: int = MANY

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            if isinstance(node, Sequence) and len(node.items) > self.most:
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` has {len(node.items)} tags, more than {self.most}",
                    hint="keep those that readers look for",
                    on_key=True,
                )
