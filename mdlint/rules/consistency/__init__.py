"""Rules of the group `consistency`, and how they compare two texts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_SIGNS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w\w+")
_BETWEEN = re.compile(r"[,;，；、\n]")
_NO_NAMES = frozenset(("et", "al", "and"))


def plain(text: str) -> str:
    """A text's letters and digits in lower case: white space, punctuation, markup and emoji count for nothing."""
    return _SIGNS.sub("", text.casefold())


def keywords_of(value: Any) -> frozenset[str]:
    """The keywords in a comma text or a list, each as `plain` text."""
    if isinstance(value, str):
        return _keywords_in(value)
    return frozenset().union(*map(_keywords_in, _texts(value)))


@lru_cache(maxsize=1024)  # many posts of a site share these
def _keywords_in(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(plain, _BETWEEN.split(text))))


def names_of(value: Any) -> frozenset[str]:
    """The words of which the names in a text, a list, or mappings with a `name` are made; initials are left out."""
    return frozenset().union(*map(_names_in, _texts(value)))


@lru_cache(maxsize=1024)
def _names_in(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _NO_NAMES


def _texts(value: Any) -> list[str]:
    items = (
        item.get("name") if isinstance(item, dict) else item for item in (value if isinstance(value, list) else [value])
    )
    return [item for item in items if isinstance(item, str)]
