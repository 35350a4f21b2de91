"""What the shipped models check beyond types: functions that Pydantic calls.

They need pydantic_core only, so that a model read from its stored core schema does not import Pydantic.
"""

from __future__ import annotations

import datetime as dt
import re

from pydantic_core import PydanticCustomError

_ISO_DATE = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?)?\Z",
    re.IGNORECASE,
)
_SITE_ADDRESS = re.compile(r"(?:https?://[^\s/?#]+[^\s\\]*|//[^\s\\]+|(?![a-zA-Z][a-zA-Z0-9+.-]*:)[^\s\\][^\n\\]*)\Z")


def format_error(name: str) -> PydanticCustomError:
    """The error that `mdlint.schema` words as a format's, like those of a JSON Schema."""
    return PydanticCustomError("format", "not of the format {format}", {"format": name})


def iso_date(value: dt.datetime | dt.date | str) -> dt.datetime | dt.date | str:
    """Text must be an ISO 8601 date or date-time that the calendar has."""
    if isinstance(value, str) and not _is_iso_date(value):
        raise format_error("iso-date")
    return value


def _is_iso_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text[:10])
    except ValueError:
        return False
    return _ISO_DATE.match(text) is not None


def site_address(value: str) -> str:
    """An http(s) URL, or a path on the site."""
    if not _SITE_ADDRESS.match(value):
        raise format_error("site-address")
    return value
