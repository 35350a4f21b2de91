"""Whether JavaScript's `new Date(text)` reads a text as a date.

Engines read far more than the ISO 8601 that the standard asks for; V8, which Node has, takes most
things with a number in them. So this refuses only what V8 surely refuses: a build fails on those.
"""

from __future__ import annotations

import re

_ISO = re.compile(r"\s*(?:\d{4}|[+-]\d{6})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d):(\d\d)(?::(\d\d))?|$|\s)")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_DIGIT = re.compile(r"[0-9]")
_WORD = re.compile(r"[^\x00-@\s]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHER_WORDS = frozenset((
    "am", "pm", "t", "z", "ut", "utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt",
))  # fmt: skip


def is_javascript_date(text: str) -> bool:
    """False only where V8 says `Invalid Date`."""
    number = _DIGIT.search(text)
    if number is None:
        return False
    if "(" in text:  # what stands in parentheses does not count
        return True
    words = [word.lower() for word in _WORD.findall(text, number.start())]
    months = [word for word in words if word.startswith(_MONTHS)]
    if not _OTHER_WORDS.issuperset(set(words) - set(months)):
        return False
    if months:
        return True
    if iso := _ISO.match(text):
        month, day, hour, minute, second = (int(part) if part else None for part in iso.groups())
        return (
            month in range(1, 13)
            and (day is None or day in range(1, 32))
            and (hour is None or hour in range(25))
            and (minute is None or minute in range(60))
            and (second is None or second in range(60))
        )
    if first := _DAY_FIRST.match(text):
        return int(first[1]) in range(1, 13) and int(first[3]) in range(1, 32)
    return True
