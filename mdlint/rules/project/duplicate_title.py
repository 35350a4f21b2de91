from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdlint.diagnostic import PlacedFact
from mdlint.document import Document
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.project import is_published, kept, repeated
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
        text = doc.text_of(self.field)
        if text.strip() and is_published(doc):
            yield Fact((self.field,), kept(doc, text))

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        for group in repeated(facts, ((fact.value, fact.collection) for fact in facts), site):
            for fact in group.facts:
                message = f"`{self.field}` is the same as in {group.others(fact)}"
                yield Verdict(fact, message, "say what makes this page another one")
