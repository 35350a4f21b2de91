from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import ReaderRule


class UnknownTag(ReaderRule):
    """A value carries a YAML tag that site generators do not know.

    A word behind a `!` at the start of a value is a tag, which says what type the value is of. A parser
    stops at one it does not know, and tags such as `!!python/object` can run code where a parser obeys
    them; mdlint never does. Mostly the `!` was meant as text. `!expr` and `!r` are Quarto's.

    ## Bad
    ```md
    ---
    title: !important Rye bread
    ---
    ```

    ```md
    ---
    title: !!python/name:os.system
    ---
    ```

    ## Good
    ```md
    ---
    title: "!important Rye bread"
    subtitle: Rye bread!
    weight: !!int 3
    ---
    ```

    ## Options
    - `known`: tags that the site generator understands.
    """

    severity = "error"
    known: tuple[str, ...] = ("!expr", "!r")

    def check(self, doc: Document) -> Iterator[Finding]:
        for problem in doc.problems:
            if problem.rule == self.name and doc.text[problem.start : problem.end] not in self.known:
                yield doc.finding(problem)
