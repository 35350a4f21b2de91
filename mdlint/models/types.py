"""Types that the shipped models share. A value is judged as it was written."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, WithJsonSchema
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


def _iso_date(value: dt.datetime | dt.date | str) -> dt.datetime | dt.date | str:
    if isinstance(value, str) and not _is_iso_date(value):
        raise format_error("iso-date")
    return value


def _is_iso_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text[:10])
    except ValueError:
        return False
    return _ISO_DATE.match(text) is not None


def _site_address(value: str) -> str:
    if not _SITE_ADDRESS.match(value):
        raise format_error("site-address")
    return value


Text = Annotated[str, StringConstraints(min_length=1)]
"""Text that says something."""

IsoDate = Annotated[
    dt.datetime | dt.date | str,
    AfterValidator(_iso_date),
    WithJsonSchema({"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}),
]
"""An ISO 8601 date or date-time, as text or as a native YAML date."""

SiteAddress = Annotated[
    str,
    AfterValidator(_site_address),
    WithJsonSchema({"type": "string", "minLength": 1, "format": "uri-reference"}),
]
"""An http(s) URL, or a path on the site: absolute, relative or behind an alias such as `@/`."""
