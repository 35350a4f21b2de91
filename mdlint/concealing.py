"""Secrets are not shown: a report may lie open in the log of a public build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mdlint.diagnostic import Diagnostic, Excerpt, PlacedFact, Span
from mdlint.document import Document

_SHOWN = 4
"""Characters at the beginning that tell what it is."""
_TELLING = 8
"""Characters by which a secret is known where a message cut it off."""


def concealed(doc: Document, diagnostics: Iterable[Diagnostic], secrets: Sequence[Span]) -> list[Diagnostic]:
    """The diagnostics with stars for the secrets at these places, whoever quotes them: in source lines, in
    messages and hints, in the titles of fixes. What a fix writes must stay as it is."""
    texts = [_text_at(doc, span) for span in secrets]
    return [
        diagnostic._replace(
            message=_starred(diagnostic.message, texts),
            hint=_starred(diagnostic.hint, texts),
            excerpt=_starred_excerpt(diagnostic.excerpt, secrets),
            fix=diagnostic.fix and diagnostic.fix._replace(title=_starred(diagnostic.fix.title, texts)),
        )
        for diagnostic in diagnostics
    ]


def without_secrets(facts: Iterable[PlacedFact], secrets: Sequence[Span]) -> list[PlacedFact]:
    """The facts that hold none of the secrets at these places: what they say may be quoted and is kept on disk."""
    lines = {span.line for span in secrets}
    return [fact for fact in facts if lines.isdisjoint(range(fact.span.line, fact.span.end_line + 1))]


def _text_at(doc: Document, span: Span) -> str:
    start = doc.line_starts[span.line - 1] - 1
    return doc.text[start + span.column : start + span.end_column]


def _starred(text: str, secrets: Iterable[str]) -> str:
    for secret in secrets:
        start = text.find(secret[:_TELLING])
        while start >= 0:
            end = start + _TELLING
            while text[start : end + 1] == secret[: end + 1 - start] and end < len(text):
                end += 1
            text = text[: start + _SHOWN] + "*" * (end - start - _SHOWN) + text[end:]
            start = text.find(secret[:_TELLING], end)
    return text


def _starred_excerpt(excerpt: Excerpt | None, secrets: Iterable[Span]) -> Excerpt | None:
    if excerpt is None:
        return None
    text = excerpt.text
    for span in secrets:
        if span.line == excerpt.line:
            start = max(span.column + _SHOWN - excerpt.column, 0)
            end = min(span.end_column - excerpt.column, len(text))
            if start < end:
                text = text[:start] + "*" * (end - start) + text[end:]
    return excerpt._replace(text=text)
