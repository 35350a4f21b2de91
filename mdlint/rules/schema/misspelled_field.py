from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class MisspelledField(ReportedRule):
    """A field's name is misspelled: the schema knows one that is nearly the same, and that one is missing.

    What the field holds is never read: the page is shown without its description, its date or its picture,
    and where the field is required the build stops. Upper and lower case, `-` and `_` count as well: `pubdate` and
    `pub_date` are not `pubDate`.

    ## Bad
    ```md schema=post
    ---
    title: Rye bread
    author: Ada
    descripton: How to bake rye bread in an oven that does not close.
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
