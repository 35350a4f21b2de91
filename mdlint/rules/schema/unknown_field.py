from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class UnknownField(ReportedRule):
    """The schema knows no field of this name.

    Mostly the name is misspelled, and the value it holds is never shown. Other fields are left over
    from another generator or theme and do nothing.

    ## Bad
    ```md schema=post
    ---
    title: Rye bread
    author: Ada
    description: How to bake rye bread in an oven that does not close.
    pubDate: 2024-01-05
    layout: ../layouts/Post.astro
    cover:
      url: /rye.jpg
    colour: brown
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

    severity = "warning"
    source: ClassVar[Literal["schema", "runner"]] = "schema"
