"""js-yaml 3, which gray-matter has: YAML 1.1's numbers, YAML 1.2's booleans."""

from __future__ import annotations

from typing import Any

from mdlint.front_matter.dialects import CORE_WORDS, MOST_DIGITS, Dialect
from mdlint.front_matter.dialects.javascript import key_text, number_of
from mdlint.front_matter.dialects.sexagesimal import sexagesimal
from mdlint.front_matter.dialects.timestamps import timestamp
from mdlint.regex import regex

_INTEGER = regex(
    r"[-+]?(?:0b[01_]*[01]|0x[0-9a-fA-F_]*[0-9a-fA-F]|(?:0[0-7_]*|[1-9][0-9_]*)(?<!_)|[1-9][0-9_]*(?::[0-5]?[0-9])+)\Z"
)
_FLOAT = regex(
    r"(?:[-+]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)(?<!_)\Z"
)


def number(text: str) -> Any:
    """The value of a plain scalar that starts like a number."""
    if text[4:5] == "-" and text[:4].isdigit():
        return timestamp(text)
    if len(text) < MOST_DIGITS:
        if _INTEGER.match(text):
            return number_of(_integer(text.replace("_", "")))
        if _FLOAT.match(text):
            digits = text.replace("_", "")
            return sexagesimal(digits, float) if ":" in digits else float(digits)
    return text


def _integer(text: str) -> int:
    if ":" in text:
        return sexagesimal(text, int)
    digits = text.lstrip("+-")
    base = {"0b": 2, "0x": 16}.get(digits[:2]) or (8 if digits[0] == "0" else 10)
    integer = int(digits[2:] if base in (2, 16) else digits, base)
    return -integer if text[0] == "-" else integer


DIALECT = Dialect("js-yaml-3", CORE_WORDS, number, key_text)
