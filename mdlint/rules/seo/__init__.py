"""Rules of the group `seo`, and what they share."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from mdlint.document import Document
from mdlint.regex import regex

MODELS = ("post",)
"""The shipped models whose pages show the title and the description to search engines as they stand."""

LONGEST_TITLE = 70
SHORTEST, LONGEST = 50, 160
"""Of descriptions, in characters that search results show."""
_END = 60
_CRIES = regex(r"[!?！？]{2}")
_WIDE = "WF"
_JOINER = "\u200d"
_SKIN = range(0x1F3FB, 0x1F400)
_JAMO = range(0x1160, 0x1200)
_FLAG = range(0x1F1E6, 0x1F200)
_NO_SPACE = frozenset(("Mn", "Mc", "Me", "Cf", "Cc", "Zl", "Zp"))


def suspicious(doc: Document) -> Container[str]:
    """One look at the title and the description, for the rules about either."""
    speaking: set[str] = set()
    title, text = doc.data.get("title"), doc.data.get("description")
    title = title if isinstance(title, str) else ""
    if title:
        if len(title) > LONGEST_TITLE or (len(title) * 2 > LONGEST_TITLE and not title.isascii()):
            speaking.add("title-length")
        if title.isupper() or title.rstrip()[-1:] in (".", "。") or _CRIES.search(title):
            speaking.add("title-style")
    if isinstance(text, str) and (text := text.strip()):
        speaking.add("duplicate-description")
        if not text.isascii() or not SHORTEST <= len(" ".join(text.split())) <= LONGEST:
            speaking.add("description-length")
        if text[-1].isalnum() or ".." in (end := text[-_END:]) or "…" in end:
            speaking.add("truncated-description")
        if len(text) <= 2 * len(title):
            speaking.add("description-equals-title")
    return speaking


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
