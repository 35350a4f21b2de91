"""What the content systems that keep their field types in a file have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mdlint.schema.json_compile import Formats

_ISO = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?"
_IS_ISO = re.compile(_ISO)
_ANNOTATIONS = ("description", "default", "examples", "x-mdlint")

FORMATS: Formats = {
    "iso-date": ("date", lambda text: _IS_ISO.fullmatch(text) is not None),
    "formatted-date": ("date", lambda _: True),
}
"""The formats that `date_schema` uses."""

DAY_JS = {
    "YYYY": (r"\d{4}", "2024"),
    "YY": (r"\d\d", "24"),
    "MMMM": (r"\w+", "January"),
    "MMM": (r"\w+\.?", "Jan"),
    "MM": (r"\d\d", "01"),
    "M": (r"\d\d?", "1"),
    "DD": (r"\d\d", "05"),
    "Do": (r"\d\d?\w\w", "5th"),
    "D": (r"\d\d?", "5"),
    "dddd": (r"\w+", "Friday"),
    "ddd": (r"\w+\.?", "Fri"),
    "HH": (r"\d\d", "10"),
    "H": (r"\d\d?", "10"),
    "hh": (r"\d\d", "10"),
    "h": (r"\d\d?", "10"),
    "mm": (r"\d\d", "30"),
    "m": (r"\d\d?", "30"),
    "ss": (r"\d\d", "00"),
    "s": (r"\d\d?", "0"),
    "SSS": (r"\d{3}", "000"),
    "A": (r"[AP]M", "AM"),
    "a": (r"[ap]m", "am"),
    "ZZ": (r"(?:Z|[+-]\d{4})", "+0000"),
    "Z": (r"(?:Z|[+-]\d\d:\d\d)", "+00:00"),
}
"""How Day.js and Moment write the parts of a date: a pattern and a sample."""

DATE_FNS = {
    "yyyy": DAY_JS["YYYY"],
    "yy": DAY_JS["YY"],
    "dd": DAY_JS["DD"],
    "d": DAY_JS["D"],
    "EEEE": DAY_JS["dddd"],
    "EEE": DAY_JS["ddd"],
    "aaa": DAY_JS["a"],
    "a": DAY_JS["A"],
    "XXX": DAY_JS["Z"],
    "xxx": DAY_JS["Z"],
    "XX": DAY_JS["ZZ"],
    "xx": DAY_JS["ZZ"],
    **{token: DAY_JS[token] for token in ("MMMM", "MMM", "MM", "M", "HH", "H", "hh", "h", "mm", "m", "ss", "s", "SSS")},
}
"""The same for date-fns."""

_LITERAL = re.compile(r"\[([^\]]*)\]|'([^']*)'")


def date_schema(format_: Any, tokens: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """A date in the form that the system writes; an ISO 8601 date is always right, and so is a native one."""
    if not isinstance(format_, str) or not format_:
        return {"type": "string", "format": "iso-date"}
    pattern, sample = _form(format_, tokens)
    return {
        "type": "string",
        "format": "formatted-date",
        "pattern": f"^(?:{pattern}|{_ISO})$",
        "errorMessage": {"pattern": f"must be a date such as `{sample}`"},
    }


def optional(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema, or nothing: what these systems write for a field that was left empty."""
    said = {key: schema[key] for key in _ANNOTATIONS if key in schema}
    rest = {key: value for key, value in schema.items() if key not in said}
    return {**said, "anyOf": [rest, {"enum": [None, ""]}]} if rest else said


def one_or_many(item: Mapping[str, Any], *, many: bool, limits: Mapping[str, Any]) -> dict[str, Any]:
    """A value, or a list of such with its limits."""
    if not many:
        return dict(item)
    found: dict[str, Any] = {"type": "array", "items": dict(item)}
    for key, keyword in (("min", "minItems"), ("max", "maxItems")):
        if isinstance(limits.get(key), int):
            found[keyword] = limits[key]
    return found


def _form(format_: str, tokens: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """A date's format as a pattern, and a date in it."""
    names = "|".join(sorted(map(re.escape, tokens), key=len, reverse=True))
    pattern = sample = ""
    for part in re.finditer(rf"{_LITERAL.pattern}|({names})|(.)", format_, re.DOTALL):
        literal = part[1] or part[2] or part[4] or ""
        pattern += tokens[part[3]][0] if part[3] else re.escape(literal)
        sample += tokens[part[3]][1] if part[3] else literal
    return pattern, sample
