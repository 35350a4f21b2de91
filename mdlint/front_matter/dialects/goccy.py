"""goccy/go-yaml as Hugo reads front matter with it since version 0.152. A date is text: Hugo itself reads the
fields that are dates. Its versions before took `yes`, `no`, `on`, `off`, `y` and `n` for booleans."""

from __future__ import annotations

import math
from typing import Any

from mdlint.front_matter.dialects import CORE_WORDS, MOST_DIGITS, Dialect
from mdlint.front_matter.dialects.javascript import key_text
from mdlint.regex import regex

_INTEGER = regex(r"0b([01]+)|0o([0-7]+)|0x([0-9a-fA-F]+)|0([0-7]+)|(0|[1-9][0-9]*)")
_FLOAT = regex(r"(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_BASES = (2, 8, 16, 8, 10)
_LEAST, _MOST = -(2**63), 2**64 - 1


def number(text: str) -> Any:
    """The value of a plain scalar that starts like a number."""
    digits = text.removeprefix("+").removeprefix("-").replace("_", "")
    if len(digits) >= MOST_DIGITS:
        return text
    sign = -1 if text[0] == "-" else 1
    if match := _INTEGER.fullmatch(digits):
        assert match.lastindex is not None
        integer = sign * int(match[match.lastindex], _BASES[match.lastindex - 1])
        return integer if _LEAST <= integer <= _MOST else text
    if _FLOAT.fullmatch(digits):
        value = sign * float(digits)
        return value if math.isfinite(value) else text
    return text


def key(value: Any, text: str) -> str:
    """A key as Go prints it."""
    if value == math.inf:
        return "+Inf"
    if type(value) is int:
        return str(value)
    return key_text(value, text).replace("Infinity", "Inf")


_WORDS = {word: value for word, value in CORE_WORDS.items() if not word.startswith("+")}

DIALECT = Dialect("goccy", _WORDS, number, key)
