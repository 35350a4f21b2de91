from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule

_BEGINS = re.compile(
    r"\s*+(?:[^\w\s]++\s*+)*+(?:draft|rough|first|do not publish|don't publish|this is|this post|this page|not for publication|草稿|下書き)",
    re.IGNORECASE,
)
_MARKS = frozenset((
    "draft", "draft post", "rough draft", "first draft", "draft do not publish", "do not publish", "don't publish",
    "do not publish yet", "not for publication", "this is a draft", "this post is a draft", "this page is a draft",
    "草稿", "下書き",
))  # fmt: skip
_FIELDS = ("draft", "published", "status", "state", "stage", "publish", "unlisted", "private")
"""Fields by which the author has said whether the page is one for readers."""


class DraftMarker(Rule):
    """The text begins with DRAFT, but nothing in the front matter keeps it from being published.

    The mark tells the author, and later every reader; the site builds what the fields say. Only a first
    line that is nothing but the mark counts, and only where the page is not itself about drafts. "Work in
    progress" is left alone: published pages say that on purpose.

    ## Bad
    ```md
    ---
    title: Rye bread
    draft: false
    ---

    **DRAFT: do not publish**

    Mix, wait, bake.
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    draft: true
    ---

    **DRAFT**

    Mix, wait, bake.
    ```

    ```md
    ---
    title: Rye bread
    ---

    Draft the dough on paper first.
    ```
    """

    severity = "warning"

    def needs(self) -> Needs:
        return Needs(look=_marked)

    def check(self, doc: Document) -> Iterator[Finding]:
        if not _marked(doc) or doc.root is None:
            return
        line = re.compile(r"\s*+([^\r\n]*)").match(doc.text, doc.body_start)
        assert line is not None
        mark = re.sub(r"[\W_]+", " ", line[1].casefold().replace("'", "")).strip()
        if mark.replace("dont", "don't") not in _MARKS or doc.is_template or "draft" in doc.path.lower():
            return
        if doc.data.get("draft") is False or (not any(name in doc for name in _FIELDS) and not _is_about(doc)):
            yield Finding(
                doc.span(line.start(1), line.start(1) + len(line[1].rstrip())),
                f"the text begins with `{line[1].strip()}`, but the page is published",
                hint="set `draft: true`, or remove the mark",
                related=(("draft",),),
            )


def _marked(doc: Document) -> tuple[str, ...]:
    return ("draft-marker",) if _BEGINS.match(doc.text, doc.body_start) else ()


def _is_about(doc: Document) -> bool:
    return any("draft" in str(doc.get(name, "")).casefold() for name in ("title", "layout", "type", "tags"))
