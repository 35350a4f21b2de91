"""Timestamps as js-yaml and PyYAML read them: https://yaml.org/type/timestamp.html."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from mdlint.regex import regex

_DATE = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TIMESTAMP = regex(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]*))?"
    r"(?:[ \t]*(?:(Z)|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?\Z"
)


def timestamp(text: str) -> Any:
    """The date or datetime that a YAML timestamp means, or the text itself when it is none, or no calendar
    has it."""
    try:
        if len(text) == 10:
            # Faster than a pattern; it also reads `2024-W01-1`, which has no `-` there.
            return dt.date.fromisoformat(text) if text[7] == "-" else text
        if match := _TIMESTAMP.match(text):
            return moment(match.groups())
    except ValueError:
        pass
    return text


def moment(groups: Sequence[Any]) -> dt.datetime:
    """The datetime of a pattern's groups: year to second, fraction, `Z`, the offset's sign, hours, minutes.

    Raises ValueError where no calendar or no clock has it.
    """
    *units, fraction, utc, sign, zone_hours, zone_minutes = groups
    year, month, day, hour, minute, second = map(int, units)
    zone: dt.timezone | None = None
    if utc:
        zone = dt.UTC
    elif sign:
        offset = dt.timedelta(hours=int(zone_hours), minutes=int(zone_minutes or 0))
        zone = dt.timezone(-offset if sign == "-" else offset)
    micro = int(fraction[:6].ljust(6, "0")) if fraction else 0
    return dt.datetime(year, month, day, hour, minute, second, micro, zone)


def is_timestamp(text: str) -> bool:
    """Whether a text has the form of a timestamp, be it in a calendar or not."""
    return _DATE.match(text) is not None or _TIMESTAMP.match(text) is not None


def rolled_over(text: str) -> dt.datetime:
    """The moment that JavaScript makes of a timestamp: what is too much is carried over.

    Raises ValueError or OverflowError beyond the year 9999.
    """
    match = _TIMESTAMP.match(text)
    year, month, day, *clock = map(int, (match.groups() if match else text.split("-"))[: 6 if match else 3])
    hour, minute, second = clock or (0, 0, 0)
    if year < 100:  # as `Date.UTC` does
        year += 1900
    start = dt.datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1, tzinfo=dt.UTC)
    found = start + dt.timedelta(days=day - 1, hours=hour, minutes=minute, seconds=second)
    if match and match[9]:
        offset = dt.timedelta(hours=int(match[10]), minutes=int(match[11] or 0))
        found += offset if match[9] == "-" else -offset
    if match and match[7]:
        found += dt.timedelta(milliseconds=int(match[7][:3].ljust(3, "0")))
    return found
