"""What the shipped models check beyond types: functions that Pydantic calls.

They need pydantic_core only, so that a model read from its stored core schema does not import Pydantic.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from mdlint.regex import regex
from mdlint.validating import PydanticCustomError

if TYPE_CHECKING:
    from pydantic_core.core_schema import ValidationInfo

_ISO_DATE = regex(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?)?\Z",
    re.IGNORECASE,
)
_SCHEME = regex(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_RELATIVE = regex(r"[a-zA-Z0-9._~:/?#@!$&'()*+,;=%-]*")
_NUMBER = regex(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_LARGE = 2**63
_BOOLEANS = {"true": True, "false": False}
_GO_BOOLEANS = {
    **dict.fromkeys(("1", "t", "T", "true", "True", "TRUE"), True),
    **dict.fromkeys(("", "0", "f", "F", "false", "False", "FALSE"), False),
}
_YAML11_BOOLEANS = {
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF"), False),
}
_NEGATIVE = ("no", "off", "n", "f", "none", "null")
_NO_HOST = ("", "/", "?", "#")
_SITE_ADDRESS = regex(r"(?:https?://[^\s/?#]+[^\s\\]*|//[^\s\\]+|(?![a-zA-Z][a-zA-Z0-9+.-]*:)[^\s\\][^\n\\]*)\Z")


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
    if not _is_plain_url(value) and not _SITE_ADDRESS.match(value):
        raise format_error("site-address")
    return value


def _is_plain_url(text: str) -> bool:
    """Whether a text is an http(s) URL without blanks and backslashes: told in a fifth of the time of the pattern."""
    scheme, _, rest = text.partition("://")
    return scheme in ("http", "https") and rest[:1] not in _NO_HOST and "\\" not in rest and text.split() == [text]


def scalar(value: Any) -> Any:
    """A single value, which generators print as text; nothing is as good as no field."""
    if isinstance(value, (list, dict)):
        raise _not_text()
    return value


def plain_item(value: Any) -> Any:
    """An item that Material for MkDocs takes for a tag."""
    if not isinstance(value, (str, int, float)):
        raise _not_text()
    return value


def listed(value: Any) -> Any:
    """A single value as the list of it, nothing as an empty list."""
    if value is None:
        return []
    return value if isinstance(value, (list, dict)) else [value]


def timeless(value: Any) -> Any:
    """A date as text: the generator's reader of YAML knows no dates."""
    return value.isoformat() if isinstance(value, dt.date) else value


def joi_text(value: Any) -> Any:
    """Docusaurus takes numbers and dates for text, yet not booleans."""
    is_text = isinstance(value, (int, float, dt.date)) and not isinstance(value, bool)
    return str(value) if is_text else value


def joi_number(value: Any) -> Any:
    """Docusaurus reads numbers in text."""
    return float(value) if isinstance(value, str) and _NUMBER.fullmatch(value.strip()) else value


def joi_boolean(value: Any) -> Any:
    """Docusaurus reads booleans in text."""
    return _BOOLEANS.get(value.strip().lower(), value) if isinstance(value, str) else value


def joi_address(value: Any) -> Any:
    """Docusaurus takes any absolute URL, and a path that has no characters which URLs escape."""
    if isinstance(value, str) and not (_SCHEME.match(value) or _RELATIVE.fullmatch(value)):
        raise format_error("uri-reference")
    return value


def not_also_draft(value: Any, info: ValidationInfo) -> Any:
    """Docusaurus refuses a page that is both a draft and unlisted."""
    if value is True and info.data.get("draft") is True:
        raise PydanticCustomError("draft_and_unlisted", "a page cannot be both a draft and unlisted")
    return value


def within_levels(value: Any, info: ValidationInfo) -> Any:
    """The table of contents starts at a level of headings above or at that where it ends."""
    last = info.data.get("toc_max_heading_level")
    if isinstance(last, (int, float)) and isinstance(value, (int, float)) and value > last:
        raise PydanticCustomError(
            "levels", "it must be at most `toc_max_heading_level`, which is {last}", {"last": f"{last:g}"}
        )
    return value


def update(value: Any) -> Any:
    """Docusaurus wants to know who changed the page or when."""
    if isinstance(value, dict) and not value.keys() & {"author", "date"}:
        raise PydanticCustomError("update", "give `author`, `date` or both")
    return value


def blog_author(value: Any) -> Any:
    """Docusaurus wants an author's key, name or picture."""
    if isinstance(value, dict) and not value.keys() & {"key", "name", "imageURL", "image_url"}:
        raise PydanticCustomError("author", "give `key` or `name`")
    return value


def heading_levels(value: Any) -> Any:
    """Starlight's table of contents goes from level 2 to 3 unless it is told otherwise."""
    if isinstance(value, dict):
        first, last = value.get("minHeadingLevel", 2), value.get("maxHeadingLevel", 3)
        if type(first) is int and type(last) is int and first > last:
            raise PydanticCustomError(
                "levels",
                "`minHeadingLevel` ({first}) is more than `maxHeadingLevel` ({last})",
                {"first": first, "last": last},
            )
    return value


def hero_image(value: Any) -> Any:
    """Starlight's hero shows a file, one file per theme, or HTML."""
    if isinstance(value, dict) and not (
        {"file"} <= value.keys() or {"dark", "light"} <= value.keys() or "html" in value
    ):
        raise PydanticCustomError("image", "give `file`, both `dark` and `light`, or `html`")
    return value


def absolute_address(value: str) -> str:
    """An absolute URL."""
    if not _SCHEME.match(value):
        raise format_error("uri")
    return value


def go_boolean(value: Any) -> Any:
    """Hugo reads numbers as booleans, and some words."""
    if isinstance(value, str):
        return _GO_BOOLEANS.get(value, value)
    return bool(value) if isinstance(value, (int, float)) or value is None else value


def go_integer(value: Any) -> Any:
    """Hugo reads numbers in text, and cuts off what is behind the point."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        value = float(value)
    return int(value) if isinstance(value, float) and abs(value) < _LARGE else value


def go_path(value: Any) -> Any:
    """Hugo refuses `url` and `aliases` with a scheme."""
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        raise format_error("site-path")
    return value


def yaml11_boolean(value: Any) -> Any:
    """Jekyll and MkDocs read YAML 1.1, to which plain `yes`, `no`, `on` and `off` are booleans."""
    return _YAML11_BOOLEANS.get(value, value) if isinstance(value, str) else value


def hexo_boolean(value: Any) -> Any:
    """Hexo takes all text but `false` and `0` for true, also words that say the opposite."""
    if isinstance(value, str) and value.lower() not in _NEGATIVE:
        return value not in ("false", "0")
    return bool(value) if isinstance(value, (int, float)) or value is None else value


def outline(value: Any) -> Any:
    """VitePress's outline: one level of headings, two, all, or none; or these as `level` beside a label."""
    level = value.get("level", 2) if isinstance(value, dict) else value
    pair = level if isinstance(level, list) and len(level) == 2 else [level]
    if level is None or level is False or level == "deep" or all(type(item) is int for item in pair):
        return value
    raise format_error("vitepress-outline")


def head_element(value: Any) -> Any:
    """VitePress's elements of the head: a name, attributes, and perhaps what is inside."""
    parts = (str, dict, str)
    if isinstance(value, list) and 2 <= len(value) <= 3 and all(map(isinstance, value, parts)):
        return value
    raise format_error("vitepress-head")


def hexo_category(value: Any) -> Any:
    """A category of Hexo's: a name, or a list of names each below the one before it."""
    if not isinstance(value, list):
        return scalar(value)
    if any(isinstance(name, (list, dict)) for name in value):
        raise PydanticCustomError("category", "it must hold names only")
    return value


def obsidian_tag(value: str) -> str:
    """A tag as Obsidian recognises it: no blanks, not of digits only."""
    name = value.strip().removeprefix("#")
    if name and (name.isdecimal() or len(name.split()) > 1):
        raise format_error("obsidian-tag")
    return value


def obsidian_property(value: Any) -> Any:
    """Not `[[Note]]` without quotes, which YAML takes for a list within a list."""
    if isinstance(value, list) and (_is_bare_link(value) or (value and all(map(_is_bare_link, value)))):
        raise format_error("obsidian-property")
    return value


def _is_bare_link(value: Any) -> bool:
    """Whether a value is what YAML makes of `[[Note]]`."""
    return (
        isinstance(value, list)
        and len(value) == 1
        and isinstance(value[0], list)
        and len(value[0]) == 1
        and isinstance(value[0][0], str)
    )


def skill_name(value: str) -> str:
    """Lower-case letters and digits with single hyphens between them, of any script."""
    parts = value.split("-")
    if value != value.lower() or not all(part.isalnum() for part in parts):
        raise format_error("skill-name")
    return value


def _not_text() -> PydanticCustomError:
    return PydanticCustomError("string_type", "not text")


def elsewhere(_: Any) -> Any:
    """Zola reads terms of a page in `taxonomies` only."""
    raise PydanticCustomError("elsewhere", "it must stand below `taxonomies`: Zola does not read it here")
