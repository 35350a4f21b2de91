from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Node, Scalar, Sequence
from mdlint.rule import ReaderRule
from mdlint.rules.yaml import removal


class DuplicateKey(ReaderRule):
    """A field is given twice in one mapping.

    JavaScript parsers stop the build, PyYAML and Ruby silently keep the last one: either way one
    of the two values is lost. Names may differ as they are written and be one when they are read:
    `1` and `1.0` in JavaScript and Python, `yes` and `true` in Python.

    ## Bad
    ```md
    ---
    title: Rye bread
    title: Wheat bread
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    cover:
      title: A loaf of rye bread
    ---
    ```
    """

    severity = "error"
    fixable = "unsafe"

    def check(self, doc: Document) -> Iterator[Finding]:
        fixes = dict(_fixes(doc))
        for problem in doc.problems:
            if problem.rule == self.name:
                yield doc.finding(problem)._replace(fix=fixes.get(problem.start))


def _fixes(doc: Document) -> Iterator[tuple[int, Fix]]:
    """Per repeated key its place, and what takes the entry above out that it repeats."""
    stack: list[Node] = [] if doc.root is None else [doc.root]
    while stack:
        node = stack.pop()
        if isinstance(node, Sequence):
            stack.extend(node.items)
        elif isinstance(node, Mapping):
            above: dict[str, tuple[Node, Node]] = {}
            for key, value in node.entries:
                stack.append(value)
                if isinstance(key, Scalar):
                    if key.text in above and (fix := _fix(doc, node, above[key.text], value)):
                        yield key.start, fix
                    above[key.text] = key, value


def _fix(doc: Document, mapping: Mapping, entry: tuple[Node, Node], value: Node) -> Fix | None:
    edit: Edit | None = removal(doc, mapping, entry)
    is_same = repr(entry[1].value) == repr(value.value)
    return None if edit is None else Fix("remove the first of the two", (edit,), safe=is_same)
