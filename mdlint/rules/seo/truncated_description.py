from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.seo import MODELS, suspicious, width

_DOTS = re.compile(r"\s*(?:\.{3,}|…+|[\[(](?:\.{3}|…)[\])])\Z")
_MORE = re.compile(r"(?:\.{3}|…)\s*\W*(?:read|learn|show|see|continue) (?:more|reading)\W*\Z", re.IGNORECASE)
_CUT = 80
"""Shorter texts that end in dots are meant so: "Wait for it…"."""
_END = 60
_SAID = 40
"""A text must be so long for it to be no accident that the body goes on with the same words."""


class TruncatedDescription(Rule):
    """The description was cut off in the middle.

    A script took the first characters of the post, so that the description ends in dots or within a
    sentence, wherever the limit was. It is shown so in feeds, search results and link previews.
    Short texts that end in dots ("Wait for it…") are meant so.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: Rye bread is made of rye, water, salt and time. The oven does not close, which is why the crust…
    ---
    ```
    ```md
    ---
    title: Rye bread
    description: Rye bread is made of rye, water, salt and ti
    ---

    Rye bread is made of rye, water, salt and time.
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    description: Rye bread is made of rye, water, salt and time.
    ---

    Rye bread is made of rye, water, salt and time.
    ```

    ## Options
    - `field`: the field that holds the description.
    """

    severity = "warning"
    on_with = MODELS
    field: str = "description"

    def needs(self) -> Needs:
        return Needs(fields=(self.field,), look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text_of(self.field).strip()
        if len(text) * 2 < _SAID:
            return
        if text[-1] in ".…])" and width(text) >= _CUT and _DOTS.search(text[-_END:]):
            what = "ends in dots, as if it had been cut off"
        elif _MORE.search(text[-_END:]):
            what = "ends in a link's words, as if it had been taken from a list of posts"
        elif text[-1].isalnum() and width(text) >= _SAID and _goes_on(doc.body, text):
            what = "ends in the middle of a word that the post goes on with"
        else:
            return
        yield Finding((self.field,), f"`{self.field}` {what}", hint="write one or two whole sentences")


def _goes_on(body: str, text: str) -> bool:
    """Whether the body has the text, and there the last word is longer."""
    at = body.find(text)
    after = body[at + len(text) : at + len(text) + 1]
    return at >= 0 and text[-1].isascii() and after.isascii() and after.isalpha()
