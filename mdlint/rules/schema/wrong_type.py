from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class WrongType(ReportedRule):
    """A value is of another type than the schema says.

    A layout that joins a list of tags stops the build at a text, and one that prints a title shows a
    list or a mapping as `[object Object]`. Text that looks like a number, a date or `true` needs quotes
    to stay text.

    ## Bad
    ```md schema=post
    ---
    title: 2024
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

    ```md schema=post
    ---
    title: Rye bread
    author: [Ada, Grace]
    description: How to bake rye bread in an oven that does not close.
    pubDate: 2024-01-05
    layout: ../layouts/Post.astro
    cover:
      url: /rye.jpg
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
