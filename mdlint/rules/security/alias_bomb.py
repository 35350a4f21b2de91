from __future__ import annotations

from mdlint.rule import ReaderRule


class AliasBomb(ReaderRule):
    """Aliases repeat values that repeat others, beyond any measure.

    A few lines with `&a` and `*a` can stand for billions of values, and fill the memory of whatever
    reads them; an alias inside the value that it repeats has no end at all. Nothing in the front matter
    is read then. Aliases that repeat a value or two are fine.

    ## Bad
    ```md
    ---
    a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
    d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
    e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
    f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
    ---
    ```

    ```md
    ---
    list: &list [*list]
    ---
    ```

    ## Good
    ```md
    ---
    cover: &picture
      url: /rye.jpg
      alt: A loaf of rye bread
    social: *picture
    ---
    ```
    """

    severity = "error"
