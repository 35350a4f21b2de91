from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.seo import LONGEST_TITLE, MODELS, suspicious, width


class TitleLength(Rule):
    """The title is longer than search results and tabs show.

    They cut it, so that its end is lost; in lists of posts it runs over several lines. What is
    counted is what people see: an accented letter is one character, an emoji takes the room of two,
    and so does a Chinese, Japanese or Korean character.

    ## Bad
    ```md
    ---
    title: How I baked the best rye bread of my life in an oven whose door has not closed since 1987
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread from an oven that does not close
    ---
    ```

    ## Options
    - `field`: the field that holds the title.
    - `longest`: the most characters it may have.
    """

    severity = "warning"
    on_with = MODELS
    field: str = "title"
    longest: int = LONGEST_TITLE

    def needs(self) -> Needs:
        return Needs(fields=(self.field,), look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text_of(self.field)
        # A character takes the room of two at most.
        if len(text) * 2 > self.longest and (long := width(text)) > self.longest:
            yield Finding(
                (self.field,),
                f"`{self.field}` is {long} characters long, search results show about {self.longest}",
                hint="say the same in fewer words, the important ones first",
            )
