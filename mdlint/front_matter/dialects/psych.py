"""Psych, Ruby's parser: YAML 1.1, more forgiving.

Jekyll puts the gem safe_yaml around it, for which `2024-1-5` is text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable
from itertools import product
from typing import Any

from mdlint.front_matter.dialects import CORE_WORDS, MOST_DIGITS, Dialect
from mdlint.front_matter.dialects.timestamps import moment
from mdlint.regex import regex

_DATE = regex(r"([0-9]{4})-(1[012]|0[0-9]|[0-9])-([12][0-9]|3[01]|0[0-9]|[0-9])\Z")
_MOMENT = regex(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|\s+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]*))?"
    r"(?:\s*(?:(Z)|([-+])([0-9]{1,2}):?([0-9]{2})?))?\Z"
)
_SEXAGESIMAL = regex(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(\.[0-9_]*)?\Z")
_FLOAT = regex(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?\Z")
_INTEGER = regex(r"[-+]?(?:0b[01_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0x[0-9a-fA-F_,]+)\Z")


def number(text: str) -> Any:
    """The value of a plain scalar that starts like a number."""
    if text[4:5] == "-" and text[:4].isdigit():
        return _timestamp(text)
    if len(text) < MOST_DIGITS:
        try:
            if match := _SEXAGESIMAL.match(text):
                return _sexagesimal(text, float if match[1] else int)
            if _FLOAT.match(text):
                return float(text.replace("_", "").replace(",", ""))
            if _INTEGER.match(text):
                return _integer(text.replace("_", "").replace(",", ""))
        except ValueError:  # `.` and `0x_`
            pass
    return text


def _timestamp(text: str) -> Any:
    try:
        if match := _DATE.match(text):
            return dt.date(*map(int, match.groups()))
        if match := _MOMENT.match(text):
            return _moment(match)
    except ValueError:
        pass
    return text


def _moment(match: re.Match[str]) -> dt.datetime:
    *parts, sign, hours, minutes = match.groups()
    if sign and not int(hours):
        sign = "+"  # Psych loses the sign of `-00:30`
    return moment((*parts, sign, hours, minutes))


def _sexagesimal(text: str, kind: type[int | float]) -> int | float:
    """Hours, minutes and seconds: Psych reads `1:30` as 5400, and a sign as that of the hours alone."""
    parts = [kind(part) for part in text.replace("_", "").split(":")]
    return sum(part * factor for part, factor in zip(parts, (3600, 60, 1), strict=False))


def _integer(text: str) -> int:
    digits = text.lstrip("+-")
    base = {"0b": 2, "0x": 16}.get(digits[:2]) or (8 if digits[0] == "0" else 10)
    integer = int(digits[2:] if base in (2, 16) else digits, base)
    return -integer if text[0] == "-" else integer


def key(value: Any, _: str) -> Hashable:
    """A key stays what it is."""
    found: Hashable = value
    return found


def _in_any_case(word: str) -> list[str]:
    return ["".join(letters) for letters in product(*({letter, letter.upper()} for letter in word))]


_WORDS = {
    **CORE_WORDS,
    **dict.fromkeys(_in_any_case("null")),
    **{form: True for word in ("true", "yes", "on") for form in _in_any_case(word)},
    **{form: False for word in ("false", "no", "off") for form in _in_any_case(word)},
    **{
        form: float(word.replace(".", "")) for word in (".inf", "+.inf", "-.inf", ".nan") for form in _in_any_case(word)
    },
}

DIALECT = Dialect("psych", _WORDS, number, key, last_merge_wins=True, has_typed_keys=True, bang_is_plain=True)
