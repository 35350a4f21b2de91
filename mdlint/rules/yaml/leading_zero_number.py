from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, format_key_path
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.readings import readings, told
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import undecided, undecided_values

_NUMBER = re.compile(r"[-+]?0[0-9]+\Z")
_FEWEST_DIGITS = 3
_LONG = 9
"""Digits of what is no count: an ISBN, a telephone number."""
_PLACES = frozenset(("weight", "order", "nav_order", "sidebar_position", "position", "priority", "rank"))
"""Fields that are numbers; in others the zeros belong to a name."""


class LeadingZeroNumber(Rule):
    """A number without quotes starts with a zero.

    To YAML 1.1 it is octal: PyYAML, Ruby, Hugo and js-yaml 3 read `012` as 10, and `08`, which no octal
    number is, as text. YAML 1.2 reads 12 and 8, and loses the zeros of what may be a postal code or the
    number of a proposal. `01` to `07` are the same number to all of them and are not reported, nor is a long one, such as
    the ISBN `0593542592`, that the site's own generator takes for text.

    ## Bad
    ```md
    ---
    title: Rye bread
    proposal: 0019
    ---
    ```
    ```md config="generator = 'hugo'"
    ---
    title: Rye bread
    weight: 010
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    proposal: "0019"
    weight: 10
    order: 07
    ---
    ```
    ```md config="generator = 'astro'"
    ---
    title: Rye bread
    order: 08
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
            if (
                doc.generator
                and len(text) >= _LONG
                and all(value == text for value, _ in readings(text, doc.generator))
            ):
                continue
            if len(text.lstrip("+-")) >= _FEWEST_DIGITS or any(
                value != int(text) for value, _ in readings(text, doc.generator)
            ):
                path = doc.path_of(scalar)
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is `{text}`, which {told(text, doc.generator)}",
                    f"write `{int(text)}`, or `{in_quotes(text)}` if the zeros belong to it",
                    fix=Fix(f"write `{in_quotes(text)}`", (doc.edit(path, in_quotes(text)),), safe=False)
                    if path[-1] not in _PLACES
                    else Fix(f"write `{int(text)}`", (doc.edit(path, str(int(text))),), safe=False),
                )
