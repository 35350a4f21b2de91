from __future__ import annotations

from collections.abc import Iterator

from mdlint.at_first_sight import may_end_in_code
from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule


class UnclosedCodeFence(Rule):
    """The body ends inside a code fence.

    Everything from the fence on is shown as code. A language model's answer was cut off, or a fence in the
    text above holds another one and was closed too early: then the outer one needs more backticks than
    the inner one.

    ## Bad
    ````md
    # Rye bread

    ```sh
    bake --rye
    ````

    ## Good
    ````md
    # Rye bread

    ```sh
    bake --rye
    ```
    ````
    """

    severity = "warning"

    def needs(self) -> Needs:
        return Needs(body=("```", "~~~"))

    def check(self, doc: Document) -> Iterator[Finding]:
        if not may_end_in_code(doc.body) or not doc.blocks:
            return
        last = doc.blocks[-1]
        source = doc.text[last.start : last.end]
        marks = source[: len(source) - len(source.lstrip(source[:1]))]
        lines = source.splitlines()
        is_indented = doc.text[doc.body_start : last.start].endswith(("    ", "\t"))
        if last.kind != "codeblock" or marks[:3] not in ("```", "~~~") or is_indented:
            return
        closing = lines[-1].strip()
        if len(lines) > 1 and closing.startswith(marks) and not closing.strip(marks[0]):
            return
        yield Finding(
            doc.span(last.start, last.start + len(lines[0].rstrip())),
            "the text ends inside this code fence",
            f"close it with a line of {len(marks)} {'backticks' if marks[0] == '`' else 'tildes'}, "
            "or give the fence above that holds another one more of them",
        )
