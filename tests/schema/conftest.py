"""Files judged by a schema through the whole pipeline, as the command line does it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings

Found = tuple[str, tuple[int, int, int, int], str, str]
"""A finding: its rule, span, message and hint."""

Judge = Callable[..., list[Found]]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """What the rules of the group `schema` say of front matter; `schema` is a reference below `tmp_path`."""

    def of(content: str, **settings: Any) -> list[Found]:
        linter = Linter(Settings(root=str(tmp_path), select=("schema", "internal-error"), detect=False, **settings))
        found = linter.lint(Document("post.md", f"---\n{content}\n---\n"))
        return [
            (f.rule, (f.span.line, f.span.column, f.span.end_line, f.span.end_column), f.message, f.hint) for f in found
        ]

    return of
