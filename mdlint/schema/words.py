"""The vocabulary of messages: how they name types, formats, values and lists of choices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
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
    "ruby-date": ("a date that Ruby can read", "write it as `2024-01-05` or `2024-01-05 10:00:00 +0000`"),
    "vitepress-outline": ("a level of headings, two of them such as `[2, 4]`, `deep` or `false`", ""),
    "vitepress-head": ("an element such as `[meta, {name: author, content: Ada}]`", ""),
    "obsidian-tag": ("a tag without spaces that is not a number", "write `-` for a space"),
    "obsidian-property": ('a link in quotes, such as `"[[Note]]"`', "put quotes around each `[[…]]`"),
    "skill-name": ("lower-case letters and digits with single hyphens between them", ""),
}
"""How messages name the formats of text, and what to do."""

_NEAR = 0.75
"""From which share of equal characters on one name may be meant by another."""
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


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known name that was most likely meant, or None. Case, `-` and `_` count for nothing."""
    return _nearest(word, tuple(known))


@lru_cache(maxsize=1000)  # files of a site share their mistakes
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    plain = _plain(word)
    # A file may have thousands of unknown fields, and comparing takes a while: most names share too few characters.
    by_plain = {other: name for name in known if _may_be_near(plain, other := _plain(name))}
    if not by_plain:
        return None
    # Imported here: only a finding needs it.
    from difflib import get_close_matches

    close = get_close_matches(plain, by_plain, n=1, cutoff=_NEAR)
    return by_plain[close[0]] if close else None


def _may_be_near(one: str, other: str) -> bool:
    """Whether what two names have in common, in any order, may be enough."""
    least = _NEAR * (len(one) + len(other)) / 2
    return len(one) >= least <= len(other) and sum(map(other.__contains__, one)) >= least


def misspelled_for(word: str, known: Iterable[str]) -> str | None:
    """The known name that a field's name is surely meant for, or the other way round; None where none is.

    Case, `-`, `_` and the plural's ending count for nothing. Else one letter may be wrong, missing, too much or
    swapped with the next, and two in long names; short names need the same letters. `update` is no `date`.
    """
    singular = _singular(word)
    near = [(_steps(singular, _singular(name)), name) for name in known]
    least, name = min(near, default=(1, ""))
    first, second = _plain(word), _plain(name)
    length = min(len(first), len(second))
    return name if least <= (length > 3 or set(first) == set(second)) + (length > 7) else None


def one_of(words: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _plain(name: str) -> str:
    return name.replace("-", "").replace("_", "").replace(" ", "").casefold()


@lru_cache(1000)
def _singular(name: str) -> str:
    plain = _plain(name)
    return plain[:-3] + "y" if plain.endswith("ies") else plain.removesuffix("s")


def _steps(first: str, second: str) -> int:
    """How many letters to change, leave out, put in or swap with the next to get from one to the other."""
    if abs(len(first) - len(second)) > 2 or sum(map(second.__contains__, first)) < len(first) - 2:
        return 3
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first):
        above, row = row, [i + 1]
        for j, other in enumerate(second):
            steps = min(above[j + 1] + 1, row[j] + 1, above[j] + (letter != other))
            if i and j and letter == second[j - 1] and first[i - 1] == other:
                steps = min(steps, before[j - 1] + 1)
            row.append(steps)
        before = above
    return row[-1]


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
