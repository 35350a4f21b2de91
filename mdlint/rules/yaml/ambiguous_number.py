from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.readings import readings, told
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import undecided, undecided_values

_NUMBER = re.compile(
    r"(?![-+]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\Z)"
    r"[-+]?(?:0[xob][0-9a-fA-F_]+|[0-9][0-9_]*(?:,[0-9]+)*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9_]+(?:[eE][-+]?[0-9]+)?)\Z"
)
"""What some parser reads as a number, but for digits alone, and for thousands between commas."""
_MEANT = re.compile(
    r"[-+]?(?:[0-9]{1,3}(?:_[0-9]{3})+|0o[0-7]+|0b[01]+|0x[0-9a-fA-F]+|[0-9]+\.|[0-9]*\.?[0-9]+|[0-9]{1,2}(?:\.[0-9]*)?[eE][-+]?[0-9]{1,2})\Z"
)

_LARGEST = 2**53
"""From here on not every parser keeps all digits."""


class AmbiguousNumber(Rule):
    """A value is a number to some parsers and text to others.

    `1_000` is 1000 to YAML 1.1 and text to YAML 1.2, `1e3` is a number in JavaScript only, `0o14` in YAML 1.2
    only, and the hash `12e4567` may become infinite. Where the generator is known, a number that it
    reads as text is reported, and a text that it reads as a number: `1e3` is taken for a number,
    `2024_01` for text.

    ## Bad
    ```md
    ---
    title: Rye bread
    loaves: 1_000
    ---
    ```
    ```md config="generator = 'docusaurus'"
    ---
    title: Rye bread
    commit: 12e4567
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    loaves: 1000
    commit: "12e4567"
    color: 0xff8800
    ---
    ```
    ```md config="generator = 'mkdocs'"
    ---
    title: Rye bread
    loaves: 1_000
    ---
    ```
    """

    severity = "warning"
    severity_unscoped = "info"
    fixable = "unsafe"

    def needs(self) -> Needs:
        return Needs(look=undecided)

    def check(self, doc: Document) -> Iterator[Finding]:
        for scalar in undecided_values(doc, _NUMBER):
            text = scalar.text
            found = readings(text, doc.generator)
            is_number = _MEANT.match(text) is not None
            if len(found) > 1 or (doc.generator is not None and isinstance(found[0][0], str) == is_number):
                path = doc.path_of(scalar)
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is `{text}`, which {told(text, doc.generator)}",
                    _hint(text, is_number),
                    fix=_fix(doc, path, text, is_number),
                )


def _fix(doc: Document, path: KeyPath, text: str, is_number: bool) -> Fix | None:
    """The number as all parsers read it, if it is a whole one; quotes around what is text."""
    new = in_quotes(text)
    if is_number:
        try:
            number = float(text) if "." in text or ("x" not in text.lower() and "e" in text.lower()) else int(text, 0)
        except ValueError:
            return None
        if abs(number) >= _LARGEST or number != int(number):
            return None
        new = str(int(number))
    return Fix(f"write `{new}`", (doc.edit(path, new),), safe=False)


def _hint(text: str, is_number: bool) -> str:
    quoted = f"`{in_quotes(text)}`"
    return f"write the number with digits alone, or {quoted} if text is meant" if is_number else f"write {quoted}"
