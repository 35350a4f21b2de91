"""PyYAML: YAML 1.1, as its `SafeLoader` reads it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from mdlint.front_matter.dialects import CORE_WORDS, MOST_DIGITS, Dialect
from mdlint.front_matter.dialects.sexagesimal import sexagesimal
from mdlint.front_matter.dialects.timestamps import timestamp
from mdlint.regex import regex

_INTEGER = regex(r"[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)\Z")
_FLOAT = regex(
    r"(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)\Z"
)


def number(text: str) -> Any:
    """The value of a plain scalar that starts like a number."""
    if text[4:5] == "-" and text[:4].isdigit():
        return timestamp(text)
    if len(text) < MOST_DIGITS:
        digits = text.replace("_", "")
        if _INTEGER.match(text):
            return _integer(digits, text)
        if _FLOAT.match(text):
            return sexagesimal(digits, float) if ":" in digits else float(digits)
    return text


def _integer(digits: str, text: str) -> Any:
    if ":" in digits:
        return sexagesimal(digits, int)
    unsigned = digits.lstrip("+-")
    base = {"0b": 2, "0x": 16}.get(unsigned[:2]) or (8 if unsigned[0] == "0" else 10)
    try:
        integer = int(unsigned[2:] if base in (2, 16) else unsigned, base)
    except ValueError:  # `0x_`, over which PyYAML stumbles as well
        return text
    return -integer if digits[0] == "-" else integer


def key(value: Any, _: str) -> Hashable:
    """A key stays what it is."""
    found: Hashable = value
    return found


_WORDS = {
    **CORE_WORDS,
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF"), False),
}

DIALECT = Dialect("pyyaml", _WORDS, number, key, last_merge_wins=True, has_typed_keys=True, bang_is_plain=True)
