from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Scalar
from mdlint.rule import Needs, Rule
from mdlint.rules.date import DATE_FIELDS
from mdlint.rules.values import NOTHING, is_nothing
from mdlint.rules.yaml import removal


class NullLikeString(Rule):
    """A value is the text `None`, `undefined` or `NaN`: what a script prints where it has no value.

    YAML writes nothing as `null`, as `~` or with no value at all. These words are text, so the page shows
    them: "by None". Only fields are looked at that cannot well be called so; a page may be titled
    `undefined`, and a setting may be `none`.

    ## Bad
    ```md
    ---
    title: Rye bread
    author: None
    description: undefined
    ---
    ```

    ## Good
    ```md
    ---
    title: undefined
    author: null
    cover:
    severity: None
    ---
    ```

    ## Options
    - `fields`: the fields to look at; `author.name` is the field `name` in `author`.
    - `words`: the texts that stand for no value.
    """

    severity = "warning"
    fixable = "unsafe"
    fields: tuple[str, ...] = (
        "author",
        "author.name",
        "authors",
        "description",
        "excerpt",
        "summary",
        "subtitle",
        "lang",
        "language",
        "locale",
        *DATE_FIELDS,
    )
    words: tuple[str, ...] = NOTHING

    def needs(self) -> Needs:
        return Needs(fields=self.fields, value=is_nothing if self.words == NOTHING else self._is_nothing)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            if isinstance(node, Scalar) and isinstance(node.value, str) and self._is_nothing(node.value):
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is the text `{node.value.strip()}`, which is a value like any other",
                    "remove the field, or write what belongs there",
                    fix=_fix(doc, path),
                )

    def _is_nothing(self, text: str) -> bool:
        return text.strip() in self.words


def _fix(doc: Document, path: KeyPath) -> Fix | None:
    above = doc.node(path[:-1])
    if doc.front_matter is None or doc.front_matter.format != "yaml" or not isinstance(above, Mapping):
        return None
    edit = removal(doc, above, above.index[str(path[-1])])
    return None if edit is None else Fix("remove the field", (edit,), safe=False)
