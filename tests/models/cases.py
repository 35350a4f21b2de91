"""What the tests of the shipped models share: what the rules of the group `schema` say of a page."""

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.precedence import SCHEMA_RULES
from mdlint.settings import Settings

Found = tuple[str, int, int, str]
"""A finding: its rule, line, column and message."""


def schema_findings(schema: str, content: str) -> list[Found]:
    """What a schema says of a file, through the whole pipeline.

    But for what the generator takes for a number or a boolean without harm.
    """
    settings = Settings(schema=schema, select=tuple(SCHEMA_RULES - {"coerced-value"}))
    found = Linter(settings).lint(Document("page.md", content))
    return [(f.rule, f.span.line, f.span.column, f.message) for f in found]


def page(front_matter: str) -> str:
    """A page with this front matter, which begins on the page's second line."""
    return f"---\n{front_matter}\n---\n"
