"""What a finding is known by, from one run to the next: in a baseline, and by the services that reports are for.

That is its rule, the field it is about (an index into a list does not count) and a digest of the characters it
marks: lines may move, and the texts of messages change. The characters themselves are not kept; they may be a secret.
"""

from __future__ import annotations

import re
from hashlib import sha256

from mdlint.diagnostic import NOWHERE, Diagnostic, format_key_path
from mdlint.named import NamedTuple

_INDEX = re.compile(r"\[\d+\]")


class Key(NamedTuple):
    """What a finding is known by, within its file; equal ones are told apart by their order."""

    rule: str
    at: str = ""
    digest: str = ""


def key_of(finding: Diagnostic) -> Key:
    """What a finding is known by."""
    text = _marked(finding)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12] if text else ""
    return Key(finding.rule, _INDEX.sub("[]", format_key_path(finding.key_path or ())), digest)


def _marked(finding: Diagnostic) -> str:
    """The marked characters of a span's first line; where no field tells places apart, the line.

    Empty for what is wrong with the file as a whole.
    """
    span, excerpt = finding.span, finding.excerpt
    if excerpt is None or span == NOWHERE:
        return ""
    if not finding.key_path:
        return excerpt.text.strip()
    end = span.end_column - excerpt.column if span.end_line == span.line else None
    return excerpt.text[max(span.column - excerpt.column, 0) : end]
