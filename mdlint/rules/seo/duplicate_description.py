from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdlint.diagnostic import PlacedFact
from mdlint.document import Document
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.project import repeated, said_again, text_fact
from mdlint.rules.seo import MODELS, suspicious
from mdlint.site import Site


class DuplicateDescription(ProjectRule):
    """Two pages have one description.

    Search results, feeds and link previews show it, and readers cannot tell by it which page they want; search
    engines then take a sentence out of the page instead. Pages in another language or of another version are not
    compared, nor are drafts.

    ## Bad
    ```md path=posts/rye.md
    ---
    title: Rye bread
    description: A bread from my oven.
    ---
    ```
    ```md path=posts/spelt.md
    ---
    title: Spelt bread
    description: A bread from my oven.
    ---
    ```

    ## Good
    ```md path=posts/rye.md
    ---
    title: Rye bread
    description: A dark bread from my oven.
    ---
    ```
    ```md path=posts/spelt.md
    ---
    title: Spelt bread
    description: A mild bread from my oven.
    ---
    ```

    ## Options
    - `field`: the field that holds the description.
    """

    severity = "warning"
    on_with = MODELS
    field: str = "description"

    def needs(self) -> Needs:
        return Needs(fields=(self.field,), look=suspicious)

    def collect(self, doc: Document) -> Iterator[Fact]:
        return text_fact(doc, self.field)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        groups = repeated(facts, (fact.value for fact in facts), site)
        return said_again(groups, self.field, "say in one sentence what the reader will find in this one")
