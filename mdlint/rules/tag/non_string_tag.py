from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.values import Scalar, Sequence, resolved
from mdlint.rule import Needs, Rule
from mdlint.rules.tag import suspicious

_STRICT = ("astro", "starlight")
"""Generators whose collections refuse a list of tags with a number in it."""


class NonStringTag(Rule):
    """A tag is a number, a date or a boolean, because it has no quotes.

    Astro's collections refuse it, sorting such a list of tags stops other builds, and the tag may not
    be called what you wrote: `1.10` is shown as 1.1. Where the generator is known to take numbers,
    those that are shown as they are written are left alone; where it is not known, they are an info.

    ## Bad
    ```md
    ---
    title: Rye bread
    tags: [bread, 1.10]
    ---
    ```
    ```md schema=post
    ---
    title: Rye bread
    tags: [bread, 2024]
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    tags: [bread, "2024", "1.10"]
    ---
    ```
    ```md config="generator = 'hugo'"
    ---
    title: Rye bread
    tags: [bread, 2024]
    ---
    ```

    ## Options
    - `fields`: the fields that hold a list of tags.
    """

    severity = "error"
    severity_unscoped = "info"
    fixable = "safe"
    fields: tuple[str, ...] = ("tags",)

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            if not isinstance(node, Sequence) or all(isinstance(value, str) for value in node.value):
                continue
            for at, item in enumerate(node.items):
                scalar = resolved(item)
                if not isinstance(scalar, Scalar) or isinstance(scalar.value, str | None):
                    continue
                is_shown = _is_shown_as_written(scalar)
                if is_shown and doc.generator not in (None, *_STRICT):
                    continue
                where, quoted = (*path, at), in_quotes(scalar.text)
                yield Finding(
                    where,
                    f"`{format_key_path(where)}` is {_kind(scalar.value)}, not a text",
                    hint=f"put quotes around it: `{quoted}`",
                    fix=_fix(doc, where, quoted),
                    severity=None if is_shown else "error",
                )


def _is_shown_as_written(scalar: Scalar) -> bool:
    value = scalar.value
    if isinstance(value, bool):
        return scalar.text in ("true", "false")
    return isinstance(value, int | float) and str(value) == scalar.text


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return f"the boolean {str(value).lower()}"
    return f"the number {value}" if isinstance(value, int | float) else "a date"


def _fix(doc: Document, path: KeyPath, quoted: str) -> Fix | None:
    node = doc.node(path)
    # A YAML tag such as `!!int` makes a number of a text in quotes too.
    if not isinstance(node, Scalar) or node.style or doc.has_aliases or "!!" in doc.head:
        return None
    return Fix("put quotes around it", (doc.edit(path, quoted),), safe=True)
