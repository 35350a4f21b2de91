"""What services know a finding by, from one run to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from mdlint.diagnostic import NOWHERE, Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic], paths: Iterable[str]) -> list[str]:
    """A text per finding, each another one; `paths` are what the service calls their files.

    It stays the same while the file has its name and what is marked is the same: where in the file that stands, and
    in which words mdlint speaks of it, does not matter. Of equal ones the place in their order counts.
    """
    seen: Counter[str] = Counter()
    found = []
    for diagnostic, path in zip(diagnostics, paths, strict=True):
        text = "\0".join((path, diagnostic.rule, repr(diagnostic.key_path), _marked(diagnostic)))
        seen[text] += 1
        found.append(sha256(f"{text}\0{seen[text]}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found


def _marked(diagnostic: Diagnostic) -> str:
    """The marked characters of the first line; where no field tells places apart, the line."""
    span, excerpt = diagnostic.span, diagnostic.excerpt
    if excerpt is None or span == NOWHERE:
        return ""
    if not diagnostic.key_path:
        return excerpt.text.strip()
    end = span.end_column - excerpt.column if span.end_line == span.line else None
    return excerpt.text[max(span.column - excerpt.column, 0) : end]
