from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class NullValue(ReportedRule):
    """A field is there but empty, and the schema wants a value.

    To parsers an empty field is null, which is no text, no list and no number: layouts that read it stop the build or
    show `null`. Where the field may be left out, the fix takes it out.

    ## Bad
    ```md schema=post
    ---
    title: Rye bread
    author:
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
    fixable = "unsafe"
    source: ClassVar[Literal["schema", "runner"]] = "schema"
