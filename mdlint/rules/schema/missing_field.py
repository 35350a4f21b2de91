from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class MissingField(ReportedRule):
    """A field that the schema requires is not there.

    Layouts read required fields without asking: without the field the build stops, or the page shows
    `undefined` in its place. A field of the whole file is reported at the opening fence, one inside a
    field or a list's item at its parent.

    ## Bad
    ```md schema=post
    ---
    title: Rye bread
    description: How to bake rye bread in an oven that does not close.
    pubDate: 2024-01-05
    layout: ../layouts/Post.astro
    cover:
      url: /rye.jpg
    tags:
      - bread
    ---
    ```

    ```md schema=post
    ---
    title: Rye bread
    author: Ada
    description: How to bake rye bread in an oven that does not close.
    pubDate: 2024-01-05
    layout: ../layouts/Post.astro
    cover:
      alt: A loaf of rye bread
    tags:
      - bread
    ---
    ```

    ## Good
    ```md schema=post
    ---
    title: Rye bread
    author: Ada
    description: How to bake rye bread in an oven that does not close.
    pubDate: 2024-01-05
    layout: ../layouts/Post.astro
    cover:
      url: /rye.jpg
    tags:
      - bread
    ---
    ```
    """

    severity = "error"
    fixable = "safe"
    source: ClassVar[Literal["schema", "runner"]] = "schema"
