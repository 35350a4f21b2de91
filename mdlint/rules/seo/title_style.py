from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.seo import MODELS, suspicious

_CRIES = re.compile(r"(?<=\w)([!?！？])\1+(?=\s|\Z)")
_LEAST_WORDS = 3
_LEAST_LETTERS = 12


class TitleStyle(Rule):
    """The title is in capitals, ends in a full stop or cries out.

    It stands in lists, tabs and search results among others. Search engines rewrite titles in
    capitals, a full stop is left over from a sentence, and `!!!` reads like an advertisement.
    Abbreviations, `...` and a title of one or two words in capitals are fine.

    ## Bad
    ```md
    ---
    title: HOW TO BAKE RYE BREAD
    ---
    ```
    ```md
    ---
    title: How to bake rye bread.
    ---
    ```
    ```md
    ---
    title: Rye bread in ten minutes!!!
    ---
    ```

    ## Good
    ```md
    ---
    title: How to bake rye bread
    ---
    ```

    ## Options
    - `field`: the field that holds the title.
    """

    severity = "info"
    on_with = MODELS
    field: str = "title"

    def needs(self) -> Needs:
        return Needs(fields=(self.field,), look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text_of(self.field).strip()
        if text.endswith((".", "。")) and _ends_a_sentence(text):
            what, hint = "ends in a full stop", "leave it out"
        elif _CRIES.search(text):
            what, hint = "has several exclamation or question marks in a row", "one is enough"
        elif text.isupper() and _is_shouted(text):
            what, hint = "is all in capitals", "write it as a sentence"
        else:
            return
        yield Finding((self.field,), f"`{self.field}` {what}", hint=hint)


def _ends_a_sentence(text: str) -> bool:
    """Whether the dot ends a sentence of several words; not `Ann & Co.`, `v1.`, `etc.` or `...`."""
    if text.endswith("。"):
        return True
    *others, last = text.split()
    return len(others) >= _LEAST_WORDS - 1 and re.fullmatch(r"\W*[^\W\d_]{4,}\.", last) is not None and last.islower()


def _is_shouted(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    # Chinese has no capitals, so `使用 GPU` counts as upper case to Python.
    return len(text.split()) >= _LEAST_WORDS and len(letters) >= _LEAST_LETTERS and all(map(str.isupper, letters))
