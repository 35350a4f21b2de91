"""js-yaml from 4.2 on: YAML 1.2's core schema with `0b` integers and timestamps.

Version 4.1 still reads `1_000` as 1000; version 5 drops timestamps and is like `yaml_1_2.py`.
"""

from __future__ import annotations

import math
from typing import Any

from mdlint.front_matter.dialects import CORE_WORDS, MOST_DIGITS, Dialect
from mdlint.front_matter.dialects.javascript import FEW_DIGITS, key_text, number_of
from mdlint.front_matter.dialects.timestamps import timestamp
from mdlint.regex import regex

_INTEGER = regex(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)\Z")
_FLOAT = regex(r"(?:[-+]?[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z")
_BASES = {"0b": 2, "0o": 8, "0x": 16}


def number(text: str) -> Any:
    """The value of a plain scalar that starts like a number."""
    if len(text) < FEW_DIGITS and text.isdigit() and text.isascii():
        return int(text)  # as most numbers are
    if text[4:5] == "-" and text[:4].isdigit():
        return timestamp(text)
    if len(text) < MOST_DIGITS:
        if _INTEGER.match(text):
            digits = text.lstrip("+-")
            base = _BASES.get(digits[:2], 10)
            integer = int(digits if base == 10 else digits[2:], base)
            return number_of(-integer if text[0] == "-" else integer)
        if _FLOAT.match(text):
            value = float(text)
            return value if math.isfinite(value) else text
    return text


DIALECT = Dialect("js-yaml-4", CORE_WORDS, number, key_text)
