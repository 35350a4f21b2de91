from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.seo import LONGEST, MODELS, SHORTEST, suspicious, width


class DescriptionLength(Rule):
    """The description is too short to say something, or longer than search results show.

    A short one is replaced by a sentence that the search engine picks, a long one is cut. What is
    counted is what people see: an accented letter is one character, an emoji takes the room of two,
    and so does a Chinese, Japanese or Korean character.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: How to bake it.
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    description: How to bake rye bread in an oven that does not close, and why it helps.
    ---
    ```

    ## Options
    - `field`: the field that holds the description.
    - `shortest`: the fewest characters it should have.
    - `longest`: the most characters it should have.
    """

    severity = "info"
    on_with = MODELS
    field: str = "description"
    shortest: int = SHORTEST
    longest: int = LONGEST

    def needs(self) -> Needs:
        return Needs(fields=(self.field,), look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        length = width(doc.text_of(self.field))
        if length > self.longest:
            what, hint = f"search results show about {self.longest}", "say in its beginning what the post is about"
        elif 0 < length < self.shortest:
            what, hint = f"fewer than {self.shortest}", "say a little more of what the reader will find in the post"
        else:
            return
        if doc.is_template:
            return
        yield Finding((self.field,), f"`{self.field}` is {length} characters long, {what}", hint=hint)
