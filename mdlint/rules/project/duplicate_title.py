from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdlint.diagnostic import PlacedFact
from mdlint.document import Document
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.project import repeated, said_again, text_fact
from mdlint.site import Site


class DuplicateTitle(ProjectRule):
    """Two pages have one title.

    Readers cannot tell them apart in search results, lists and tabs. Compared are the pages of a collection, those in
    another language or of another version apart, and drafts not at all.

    ## Bad
    ```md path=posts/rye.md
    ---
    title: Rye bread
    ---
    ```
    ```md path=posts/rye-again.md
    ---
    title: Rye Bread
    ---
    ```

    ## Good
    ```md path=posts/rye.md
    ---
    title: Rye bread
    ---
    ```
    ```md path=posts/rye-again.md
    ---
    title: Rye bread, a second try
    ---
    ```

    ## Options
    - `field`: the field that holds the title.
    """

    severity = "warning"
    default = False
    field: str = "title"

    def needs(self) -> Needs:
        return Needs(fields=(self.field,))

    def collect(self, doc: Document) -> Iterator[Fact]:
        return text_fact(doc, self.field)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        groups = repeated(facts, ((fact.value, fact.collection) for fact in facts), site)
        return said_again(groups, self.field, "say what makes this page another one")
