from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule

_FINDING = Finding(
    ("cover", "url"),
    "`cover.url` is the same picture as `cover.square`",
    hint="cut a square picture out of it for `cover.square`",
    related=(("cover", "square"),),
)


class SameImageTwice(Rule):
    """The cover's wide and its square picture are the same file.

    The layout asks for two pictures because it crops neither: in one of the two places this one is
    cut or has bars at its sides.

    ## Bad
    ```md
    ---
    title: Rye bread
    cover:
      url: /images/rye.jpg
      square: /images/rye.jpg
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    cover:
      url: /images/rye.jpg
      square: /images/rye-square.jpg
    ---
    ```
    """

    severity = "info"

    def needs(self) -> Needs:
        return Needs(fields=("cover",))

    def check(self, doc: Document) -> Iterator[Finding]:
        cover = doc.data.get("cover")
        if isinstance(cover, dict):
            url, square = cover.get("url"), cover.get("square")
            if isinstance(url, str) and isinstance(square, str) and url.strip() == square.strip() != "":
                yield _FINDING
