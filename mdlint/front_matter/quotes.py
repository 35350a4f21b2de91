"""Quotes around a text, for YAML."""

from __future__ import annotations


def in_quotes(text: str) -> str:
    """A text in double quotes, or in single ones where it holds what double ones would change."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
