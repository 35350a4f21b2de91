from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, KeyPath
from mdlint.document import Document
from mdlint.front_matter.values import Problem
from mdlint.rule import ReaderRule
from mdlint.rules.yaml import entries


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
                yield doc.finding(problem)._replace(related=tuple(_tagged(doc, problem)))


def _tagged(doc: Document, problem: Problem) -> Iterator[KeyPath]:
    """The field whose value has the tag, of which nothing else needs to be said."""
    for path, _, node in entries(doc):
        if problem.start <= node.start and not doc.text[problem.end : node.start].strip():
            yield path
            return
