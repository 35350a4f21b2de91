from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class InvalidItem(ReportedRule):
    """An item of a list is not what the schema allows.

    One mapping among the tags is enough to stop a layout that expects text in each of them. The finding
    points at the item, and its key path gives the index, counted from 0.

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
    tags:
      - bread
      - name: rye
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
