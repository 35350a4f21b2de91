"""The vocabulary of messages: how they name types, formats, values and lists of choices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from mdlint.diagnostic import shortened
from mdlint.regex import regex

TYPES = {
    "text": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "date": "a date",
    "datetime": "a date with time",
    "list": "a list",
    "mapping": "a mapping (fields of its own)",
    "null": "empty",
}
"""How messages name the types of values."""

FORMATS = {
    "date": ("a date such as `2024-01-05`", ""),
    "date-time": ("a date with time and zone such as `2024-01-05T10:00:00Z`", ""),
    "iso-date": ("an ISO 8601 date", "write it as `2024-01-05` or `2024-01-05T10:00:00Z`"),
    "time": ("a time such as `10:00:00Z`", ""),
    "uri": ("a web address", "start it with `https://`"),
    "iri": ("a web address", "start it with `https://`"),
    "uri-reference": ("a web address or a path", "write `%20` for a space"),
    "site-address": ("a web address or a path on the site", "start it with `https://`, `/`, `./` or `../`"),
    "email": ("an e-mail address", ""),
    "hostname": ("a host's name such as `example.org`", ""),
    "uuid": ("a UUID such as `123e4567-e89b-12d3-a456-426614174000`", ""),
    "regex": ("a regular expression", ""),
    "duration": ("an ISO 8601 duration such as `PT1H30M`", ""),
    "site-path": ("a path on this site", "leave out the scheme and the host"),
    "javascript-date": ("a date that JavaScript can read", "write it as `2024-01-05` or `2024-01-05T10:00:00Z`"),
    "hugo-date": ("a date that Hugo can read", "write it as `2024-01-05` or `2024-01-05T10:00:00Z`"),
    "zola-date": ("a date that Zola can read", "write it as `2024-01-05` or `2024-01-05T10:00:00Z`"),
    "ruby-date": ("a date that Ruby can read", "write it as `2024-01-05` or `2024-01-05 10:00:00 +0000`"),
    "vitepress-outline": ("a level of headings, two of them such as `[2, 4]`, `deep` or `false`", ""),
    "vitepress-head": ("an element such as `[meta, {name: author, content: Ada}]`", ""),
    "obsidian-tag": ("a tag without spaces that is not a number", "write `-` for a space"),
    "obsidian-property": ('a link in quotes, such as `"[[Note]]"`', "put quotes around each `[[…]]`"),
    "skill-name": ("lower-case letters and digits with single hyphens between them", ""),
}
"""How messages name the formats of text, and what to do."""

_FUNCTION_WORD = regex(r"(?:The|An?|Whether|Wh(?:at|en|ere|o|ich|y)|How|If|This|These|Its?|One|All|Any)\b")


def shown(value: Any) -> str:
    """A value as messages show it: short, in backticks, with its kind where that is in doubt."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, str):
        return f"`{shortened(value)}`" if value.strip() else "empty"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (dt.date, dt.time)):
        return f"the {'time' if isinstance(value, dt.time) else 'date'} `{value.isoformat()}`"
    return f"the number `{value}`"


def one_of(words: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def sentence_end(text: Any) -> str:
    """The first paragraph of a description as the end of a sentence, short; empty for anything but text."""
    if not isinstance(text, str) or not text.strip():
        return ""
    first = text.strip().split("\n\n")[0].rstrip(". \n")
    return shortened(first[0].lower() + first[1:] if _FUNCTION_WORD.match(first) else first, 120)


def example_of(values: Iterable[Any]) -> str:
    """The first of some values that can be shown as an example on one line; empty where there is none."""
    for value in values:
        if isinstance(value, list) and value and all(isinstance(item, (str, int, float)) for item in value):
            return f"[{', '.join(plain_value(item) for item in value)}]"
        if isinstance(value, (str, int, float)) and value != "":
            return plain_value(value)
    return ""


def plain_value(value: Any) -> str:
    """A value as it would be written in front matter."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def counted(number: int, what: str) -> str:
    """`1 item`, `2 items`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
