from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.seo import MODELS, suspicious, words


class DescriptionEqualsTitle(Rule):
    """The description repeats the title.

    Search results, feeds and link previews show both, one below the other: the reader learns
    nothing more, and search engines take a sentence out of the post instead. Letter case, spaces
    and punctuation make no difference.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: Rye Bread.
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    description: Rye bread from an oven that does not close.
    ---
    ```

    ## Options
    - `title-field`: the field that holds the title.
    - `description-field`: the field that holds the description.
    """

    severity = "warning"
    on_with = MODELS
    title_field: str = "title"
    description_field: str = "description"

    def needs(self) -> Needs:
        return Needs(fields=(self.description_field,), look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        title, description = doc.text_of(self.title_field), doc.text_of(self.description_field)
        # Punctuation and spaces can make no great difference, so most texts need no closer look.
        if not title or abs(len(title) - len(description)) > len(title):
            return
        said = words(description)
        if said and said == words(title) and not doc.is_template:
            yield Finding(
                (self.description_field,),
                f"`{self.description_field}` says the same as `{self.title_field}`",
                hint="say in one sentence what the reader will find in the post",
            )
