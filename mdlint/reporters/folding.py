"""Which findings can be shown as one."""

from __future__ import annotations

from collections.abc import Hashable

from mdlint.diagnostic import Diagnostic

ALIKE_FROM = 20
"""Files of which the same is to be said although their values differ: 1,711 dates without a zone would bury
one missing title just as well as 1,711 equal placeholders."""


def looks(diagnostic: Diagnostic) -> Hashable:
    """All of a frame but where it is: the same field with the same value and the same reproach."""
    # Unpacked, not named: this runs for each finding of ten thousand files.
    _, (line, column, end_line, end_column), rule, severity, message, hint, key_path, _, excerpt, *_ = diagnostic
    return rule, severity, message, hint, key_path, excerpt and excerpt.text, column, end_column, end_line - line


def alike(diagnostic: Diagnostic) -> Hashable:
    """What is the same where only the field's value differs."""
    d = diagnostic
    return d.rule, d.severity, d.hint, d.key_path
