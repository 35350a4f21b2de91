from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, format_key_path
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.readings import readings, told
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import TEXT_FIELDS, field_of, undecided, undecided_values

_NUMBER = re.compile(r"[-+]?(?:[1-9][0-9]{15,4000}|[0-9]+\.[0-9]*0)\Z")
_VERSION = re.compile(r"(?:.*[-_.])?versions?\Z|.*Versions?\Z|release|since|python|ruby|node|php|go|java|api\Z")


class LossyNumber(Rule):
    """A number without quotes is not what was written any more once it is read.

    The version `1.10` is read as 1.1, which is another version. And an integer of more than 15 digits may be more
    than a number of JavaScript can hold: the last digits of an identifier become zeros.

    ## Bad
    ```md
    ---
    title: Rye bread
    version: 1.10
    ---
    ```
    ```md config="generator = 'astro'"
    ---
    title: Rye bread
    post: 1480000000000000001
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    version: "1.10"
    price: 2.50
    isbn: 9780201483406
    ---
    ```
    ```md config="generator = 'mkdocs'"
    ---
    title: Rye bread
    post: 1480000000000000001
    ---
    ```

    ## Options
    - `fields`: fields where the zero at the end counts, besides those that are called after a version.
    """

    severity = "warning"
    fixable = "unsafe"
    fields: tuple[str, ...] = TEXT_FIELDS

    def needs(self) -> Needs:
        return Needs(look=undecided)

    def check(self, doc: Document) -> Iterator[Finding]:
        for scalar in undecided_values(doc, _NUMBER):
            text = scalar.text
            if "." in text:
                name = field_of(doc.path_of(scalar))
                if name not in self.fields and not _VERSION.match(name):
                    continue
                if text.rstrip("0").endswith(".") and not _drops_zero(doc):
                    continue
            elif all(value in (int(text), text) for value, _ in readings(text, doc.generator)):
                continue
            path, quoted = doc.path_of(scalar), in_quotes(text)
            yield Finding(
                path,
                f"`{format_key_path(path)}` is `{text}`, which {told(text, doc.generator)}",
                f"put quotes around it: `{quoted}`",
                fix=Fix(f"write `{quoted}`", (doc.edit(path, quoted),), safe=False),
            )


def _drops_zero(doc: Document) -> bool:
    """Whether the generator is known to print `1.0` as `1`: Python and Ruby keep the zero."""
    return doc.generator is not None and not doc.dialect.has_typed_keys
