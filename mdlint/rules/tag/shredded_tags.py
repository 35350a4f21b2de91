from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Sequence
from mdlint.rule import Needs, Rule
from mdlint.rules.tag import TAG_FIELDS, suspicious

_FEWEST = 5
_SEPARATORS = frozenset(" ,，、;；[]'\"-_")


class ShreddedTags(Rule):
    """The tags are single letters: a text was taken for a list.

    A script that goes through `"bread"` as if it were a list gets `b`, `r`, `e`, `a`, `d`. Each
    letter is a tag with a page of its own then. Lists of letters in order of the alphabet, short ones
    such as `[c, r]`, and Chinese words of one character are fine.

    ## Bad
    ```md
    ---
    title: Rye bread
    tags: [b, r, e, a, d]
    ---
    ```
    ```md
    ---
    title: Rye bread
    tags: [r, y, e, ',', ' ', o, v, e, n]
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    tags: [bread, rye]
    ---
    ```

    ## Options
    - `fields`: the fields that hold a list of tags.
    """

    severity = "error"
    fields: tuple[str, ...] = TAG_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            if not isinstance(node, Sequence) or len(node.value) < _FEWEST:
                continue
            letters = [value for value in node.value if isinstance(value, str) and len(value) == 1]
            if len(letters) == len(node.value) and _is_shredded(letters):
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is a text in single letters: `{shortened(''.join(letters))}`",
                    hint="write the tags as whole words",
                    related=tuple((*path, at) for at in range(len(letters))),
                )


def _is_shredded(letters: list[str]) -> bool:
    """Whether letters must have been a text: separators between them, or letters in no order of the alphabet."""
    if not _SEPARATORS.isdisjoint(letters):
        return True
    if len(set(letters)) < len(letters):
        return True
    are_of_an_alphabet = all(letter.isalpha() and letter.lower() != letter.upper() for letter in letters)
    return are_of_an_alphabet and letters != sorted(letters, key=str.casefold)
