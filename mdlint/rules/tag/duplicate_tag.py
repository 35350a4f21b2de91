from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Rule


class DuplicateTag(Rule):
    """Stub."""

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from ()
