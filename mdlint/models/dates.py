"""Dates as the generators read them: functions that Pydantic calls on what is written.

They need pydantic_core only, like those of `checks.py`. Each objects only to what its generator surely
cannot read; that a date is ambiguous, impossible or read in another zone is for the rules on dates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from mdlint.models.checks import format_error
from mdlint.models.javascript_date import is_javascript_date
from mdlint.validating import PydanticCustomError

_MILLISECONDS = 100_000_000_000
"""Numbers below are no moment in milliseconds that anyone writes of: `2024` would be in January 1970."""
_GO_DATE = re.compile(
    r"""
    \d{4}-\d\d?-\d\d?  # unpadded ones only YAML reads as dates, yet some of Hugo's versions do
        (?: [T\ ]\d\d?:\d\d:\d\d(?:[.,]\d+)? (?: \ ?(?: Z | [+-]\d\d:?\d\d ) )? (?: \ [A-Z]{3,5} )? )?
    | \d\d?\ [A-Z][a-z]{2}\ \d{4}
    | (?: [A-Z][a-z]{2},\ )? \d\d?\ [A-Z][a-z]{2}\ (?:\d\d){1,2}\ \d\d:\d\d(?::\d\d)?\ (?: [A-Z]{3,5} | [+-]\d{4} )
    | [A-Z][a-z]{5,8},\ \d\d-[A-Z][a-z]{2}-\d\d\ \d\d:\d\d:\d\d\ [A-Z]{3,5}
    | [A-Z][a-z]{2}\ [A-Z][a-z]{2}\ {1,2}\d\d?\ \d\d:\d\d:\d\d\ (?: (?: [A-Z]{3,5} | [+-]\d{4} )\ )? \d{4}
    """,
    re.VERBOSE | re.ASCII,
)
_ZOLA_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]+\d\d?:\d\d:\d\d(?:\.\d+)?(?: *(?:Z|[+-]\d\d?(?::\d\d)?))?)?", re.ASCII | re.IGNORECASE
)
_DIGIT = re.compile(r"[0-9]")
_RUBY_NUMBER = (8, 12, 14)
"""How many digits a date or a moment has that is written as one number."""
_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)


def javascript_date(value: Any) -> Any:
    """What `new Date(...)` reads: a date, its text in nearly any form, or milliseconds since 1970."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= _MILLISECONDS:
        return value
    return _date(value, "javascript-date", is_javascript_date)


def hexo_date(value: Any) -> Any:
    """What Hexo reads: what JavaScript does; nothing is as good as no field."""
    return value if value in (None, "") else javascript_date(value)


def go_date(value: Any) -> Any:
    """What Hugo reads: a date, its text in one of the forms it knows, or seconds since 1970."""
    if not value and not isinstance(value, (bool, list, dict)):  # nothing is as good as no field
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return _date(value, "hugo-date", lambda text: _GO_DATE.fullmatch(text.strip()) is not None)


def zola_date(value: Any) -> Any:
    """What Zola reads: a date of TOML's, or its text in one of the same forms."""
    if value is None:  # nothing is as good as no field
        return value
    return _date(value, "zola-date", lambda text: _ZOLA_DATE.fullmatch(text) is not None)


def ruby_date(value: Any) -> Any:
    """What Ruby's `Time.parse` reads: anything with a day in it."""
    if value is None or (type(value) is int and len(str(value)) in _RUBY_NUMBER):
        return value
    return _date(value, "ruby-date", lambda text: bool(_DIGIT.search(text) or _MONTH.search(text)))


def _date(value: Any, name: str, reads: Callable[[str], bool]) -> Any:
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str) or not value.strip():
        raise PydanticCustomError("date_type", "not a date")
    if not reads(value):
        raise format_error(name)
    return value
