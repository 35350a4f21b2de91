from __future__ import annotations

from collections.abc import Iterator

from mdlint.at_first_sight import UNKNOWN, unclosed_fence
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
        fence = unclosed_fence(doc.body)
        if fence is None:
            return
        start = _start(doc) if fence == UNKNOWN else doc.body_start + fence
        if start is None:
            return
        line = _first_line(doc.text, start)
        marks = line[: len(line) - len(line.lstrip(line[0]))]
        yield Finding(
            doc.span(start, start + len(line)),
            "the text ends inside this code fence",
            f"close it with a line of {len(marks)} {'backticks' if marks[0] == '`' else 'tildes'}, "
            "or give the fence above that holds another one more of them",
        )


def _start(doc: Document) -> int | None:
    """Where the body's last block starts, if that is fenced code without a fence at its end."""
    # Imported here: most fences can be told at first sight.
    from mdlint.body import may_end_in_code

    is_last = "mdlint:" in doc.body or may_end_in_code(doc.text, doc.body_start)  # a comment for mdlint may be below it
    if not is_last or not doc.blocks:
        return None
    last = doc.blocks[-1]
    source = doc.text[last.start : last.end]
    marks = source[: len(source) - len(source.lstrip(source[:1]))]
    lines = source.splitlines()
    is_indented = doc.text[doc.body_start : last.start].endswith(("    ", "\t"))
    if last.kind != "codeblock" or marks[:3] not in ("```", "~~~") or is_indented:
        return None
    closing = lines[-1].strip()
    is_closed = len(lines) > 1 and closing.startswith(marks) and not closing.strip(marks[0])
    return None if is_closed else last.start


def _first_line(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].splitlines()[0].rstrip()
