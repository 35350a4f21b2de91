"""Rules of the group `seo`, and what they share."""

from __future__ import annotations

import re
from functools import lru_cache

MODELS = ("post",)
"""The shipped models whose pages show the title and the description to search engines as they stand."""

_WIDE = "WF"
_JOINER = "\u200d"
_SKIN = range(0x1F3FB, 0x1F400)
_JAMO = range(0x1160, 0x1200)
_FLAG = range(0x1F1E6, 0x1F200)
_NO_SPACE = frozenset(("Mn", "Mc", "Me", "Cf", "Cc", "Zl", "Zp"))


@lru_cache(maxsize=256)  # the same few texts are asked for by several rules
def width(text: str) -> int:
    """How long a text looks: characters as people count them, emojis and the wide ones of East Asia twice.

    An accent, a skin tone or what is joined to an emoji belongs to the character before it.
    """
    text = " ".join(text.split())
    if text.isascii():
        return len(text)
    # Imported here: most texts of most sites are ASCII.
    from unicodedata import category, east_asian_width

    total = 0
    before = ""
    for character in text:
        code = ord(character)
        belongs = category(character) in _NO_SPACE or code in _JAMO or code in _SKIN or before == _JOINER
        if not belongs:
            # A flag is two letters, each of which counts one.
            total += 2 if east_asian_width(character) in _WIDE and code not in _FLAG else 1
        before = character
    return total


@lru_cache(maxsize=256)
def words(text: str) -> str:
    """What two texts share that say the same in other letters, spaces and punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))
