from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, format_key_path
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.readings import readings, told
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import is_marp, undecided, undecided_values

_NUMBER = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z")


class SexagesimalNumber(Rule):
    """A time or a ratio without quotes is a number to base 60.

    YAML 1.1 has such numbers, so PyYAML and js-yaml 3 read the time `12:30` as 750 and the ratio `16:9`
    as 969, and Ruby reads other numbers again. To YAML 1.2 and Hugo both are text.

    ## Bad
    ```md
    ---
    title: Rye bread
    time: 12:30
    ---
    ```
    ```md config="generator = 'mkdocs'"
    ---
    title: Rye bread
    ratio: 16:9
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    time: "12:30"
    ---
    ```
    ```md config="generator = 'hugo'"
    ---
    title: Rye bread
    time: 12:30
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
            if any(value != text for value, _ in readings(text, doc.generator)) and not is_marp(doc):
                path, quoted = doc.path_of(scalar), in_quotes(text)
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is `{text}`, which {told(text, doc.generator)}",
                    f"put quotes around it: `{quoted}`",
                    fix=Fix(f"write `{quoted}`", (doc.edit(path, quoted),), safe=False),
                )
