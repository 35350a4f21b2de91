"""YAML 1.2's core schema and nothing else, as npm's `yaml` and js-yaml 5 read it:
https://yaml.org/spec/1.2.2/#103-core-schema."""

from __future__ import annotations

from typing import Any

from mdlint.front_matter.dialects import CORE_WORDS, MOST_DIGITS, Dialect
from mdlint.front_matter.dialects.javascript import FEW_DIGITS, key_text, number_of
from mdlint.regex import regex

_INTEGER = regex(r"(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)\Z")
_FLOAT = regex(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")


def number(text: str) -> Any:
    """The value of a plain scalar that starts like a number."""
    if len(text) < FEW_DIGITS and text.isdigit() and text.isascii():
        return int(text)  # as most numbers are
    if len(text) < MOST_DIGITS:
        if _INTEGER.match(text):
            base = {"0o": 8, "0x": 16}.get(text[:2], 10)
            return number_of(int(text if base == 10 else text[2:], base))
        if _FLOAT.match(text):
            return float(text)
    return text


def key(value: Any, text: str) -> str:
    """The name of a property that is no text; that of null is empty."""
    return "" if value is None else key_text(value, text)


DIALECT = Dialect("yaml-1.2", CORE_WORDS, number, key, merges=False)
