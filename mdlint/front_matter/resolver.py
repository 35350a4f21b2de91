"""What a plain YAML scalar means: YAML 1.2's core schema with timestamps, as js-yaml 4 reads it.

Source of the rules: https://yaml.org/spec/1.2.2/#103-core-schema and
https://yaml.org/type/timestamp.html; js-yaml 4 adds `0b` integers.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

_WORDS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_NUMBER_START = frozenset("0123456789+-.")
_INTEGER = re.compile(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")
_TIMESTAMP = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?"
    r"(?:[ \t]*(?:(Z)|([-+])(\d\d?)(?::?(\d\d))?))?\Z"
)
_MOST_DIGITS = 4300
"""Python refuses longer integers in text, since reading them takes quadratic time."""


def resolve(text: str) -> Any:
    """The value of a plain scalar: None, bool, int, float, date, datetime or the text itself.

    A timestamp that no calendar has (`2024-02-31`) stays text; a rule names it.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_START:
        return text
    if _INTEGER.match(text) and len(text) < _MOST_DIGITS:
        return _integer(text)
    if _FLOAT.match(text) and len(text) < _MOST_DIGITS:
        return float(text)
    return timestamp(text)


def timestamp(text: str) -> Any:
    """The date or datetime that a YAML timestamp means, or the text itself when it is none."""
    try:
        if match := _DATE.match(text):
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        if match := _TIMESTAMP.match(text):
            return _datetime(match)
    except ValueError:
        pass
    return text


def _datetime(match: re.Match[str]) -> dt.datetime:
    micro = int((match[7] or "0")[:6].ljust(6, "0"))
    zone: dt.timezone | None = None
    if match[8]:
        zone = dt.UTC
    elif match[9]:
        offset = dt.timedelta(hours=int(match[10]), minutes=int(match[11] or 0))
        zone = dt.timezone(-offset if match[9] == "-" else offset)
    year, month, day, hour, minute, second = (int(part) for part in match.group(1, 2, 3, 4, 5, 6))
    return dt.datetime(year, month, day, hour, minute, second, micro, zone)


def _integer(text: str) -> int:
    sign = -1 if text[0] == "-" else 1
    digits = text.lstrip("+-")
    base = {"0b": 2, "0o": 8, "0x": 16}.get(digits[:2], 10)
    return sign * int(digits[2:] if base != 10 else digits, base)
