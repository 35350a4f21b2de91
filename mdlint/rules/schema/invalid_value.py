from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class InvalidValue(ReportedRule):
    """A value has the right type but is none that the schema allows.

    It is not one of a fixed set of words, too short, too long, outside a range, or not of the form
    that its field asks for. The page is then built with a value that no layout is prepared for.

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
    theme: blue
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
      url: /rye.jpg
    tags:
      []
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
