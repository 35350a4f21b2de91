"""What a plain YAML scalar means: YAML 1.2's core schema with timestamps, as js-yaml 4 reads it.

Source of the rules: https://yaml.org/spec/1.2.2/#103-core-schema and
https://yaml.org/type/timestamp.html; js-yaml 4 adds `0b` integers.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

WORDS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
"""The plain scalars that mean something else than themselves, but for numbers and timestamps."""

NUMBER_START = frozenset("0123456789+-.")
"""How numbers and timestamps start."""

_INTEGER = re.compile(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_TIMESTAMP = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]*))?"
    r"(?:[ \t]*(?:(Z)|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?\Z"
)
_MOST_DIGITS = 4300
"""Python refuses longer integers in text, since reading them takes quadratic time."""


def resolve(text: str) -> Any:
    """The value of a plain scalar: None, bool, int, float, date, datetime or the text itself.

    A timestamp that no calendar has (`2024-02-31`) stays text; a rule names it.
    """
    if text in WORDS:
        return WORDS[text]
    return resolve_number(text) if text[0] in NUMBER_START else text


def resolve_number(text: str) -> Any:
    """The value of a plain scalar that starts like a number and is none of `WORDS`."""
    if text[4:5] == "-" and text[:4].isdigit():
        return timestamp(text)
    if len(text) < _MOST_DIGITS:
        if _INTEGER.match(text):
            return _integer(text)
        if _FLOAT.match(text):
            return float(text)
    return text


def timestamp(text: str) -> Any:
    """The date or datetime that a YAML timestamp means, or the text itself when it is none."""
    try:
        if len(text) == 10:
            # Faster than a pattern; it also reads `2024-W01-1`, which has no `-` there.
            return dt.date.fromisoformat(text) if text[7] == "-" else text
        if match := _TIMESTAMP.match(text):
            return _datetime(match)
    except ValueError:
        pass
    return text


def _datetime(match: re.Match[str]) -> dt.datetime:
    year, month, day, hour, minute, second, fraction, utc, sign, zone_hours, zone_minutes = match.groups()
    zone: dt.timezone | None = None
    if utc:
        zone = dt.UTC
    elif sign:
        offset = dt.timedelta(hours=int(zone_hours), minutes=int(zone_minutes or 0))
        zone = dt.timezone(-offset if sign == "-" else offset)
    micro = int(fraction[:6].ljust(6, "0")) if fraction else 0
    return dt.datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), micro, zone)


def _integer(text: str) -> int:
    sign = -1 if text[0] == "-" else 1
    digits = text.lstrip("+-")
    base = {"0b": 2, "0o": 8, "0x": 16}.get(digits[:2], 10)
    return sign * int(digits[2:] if base != 10 else digits, base)
