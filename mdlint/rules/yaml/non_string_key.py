from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.front_matter.dialects import BOOLEANS_OF_YAML_1_1
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.readings import key_told
from mdlint.front_matter.values import Mapping, Node, Sequence
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import undecided, undecided_keys


class NonStringKey(Rule):
    """The name of a field is a number, a date, `true`, `null` or a list.

    PyYAML and Ruby keep what it is, so that a template which asks for the field `"2024"` does not find
    the field 2024. JavaScript and Hugo make text of it, though not always what was written: `1.10` becomes `1.1`, and
    a date its long form in the time zone of the machine. Where the generator is known, only names are
    reported that it changes.

    ## Bad
    ```md
    ---
    title: Rye bread
    loaves:
      2023: 12
      2024: 18
    ---
    ```
    ```md config="generator = 'astro'"
    ---
    title: Rye bread
    changes:
      1.10: more salt
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    loaves:
      "2023": 12
      "2024": 18
    ---
    ```
    ```md config="generator = 'astro'"
    ---
    title: Rye bread
    loaves:
      2023: 12
    ---
    ```
    """

    severity = "warning"
    severity_unscoped = "info"
    fixable = "unsafe"

    def needs(self) -> Needs:
        return Needs(look=undecided)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, key in undecided_keys(doc):
            if key.text in BOOLEANS_OF_YAML_1_1:
                continue
            if what := key_told(key.text, doc.generator):
                quoted = in_quotes(key.text)
                yield Finding(
                    path,
                    f"the name `{key.text}` has no quotes: {what}",
                    f"put quotes around it: `{quoted}`",
                    on_key=True,
                    fix=Fix(f"write `{quoted}`", (Edit(key.start, key.end, quoted),), safe=False),
                )
        if (
            doc.text.find("? ", 0, doc.body_start) >= 0
            and doc.front_matter is not None
            and doc.front_matter.format == "yaml"
        ):
            yield from _collections(doc)


def _collections(doc: Document) -> Iterator[Finding]:
    """Lists and mappings that `? ` makes the name of a field."""
    stack: list[Node] = [doc.root] if doc.root is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, Mapping):
            for key, value in node.entries:
                stack.append(value)
                if isinstance(key, (Mapping, Sequence)) and doc.text[: key.start].rstrip(" ").endswith("?"):
                    kind = "list" if isinstance(key, Sequence) else "mapping"
                    message = f"the name of a field is a {kind}, which JavaScript turns into text and Python refuses"
                    yield Finding(doc.span(key.start, key.end), message, "give the field a name that is text")
        elif isinstance(node, Sequence):
            stack.extend(node.items)
