"""Rules of the group `placeholder`, and what they share."""

from __future__ import annotations

import re
from functools import lru_cache

_EDGES = " \t\r\n*_~`\"'“”‘’()[]{}<>（）【】「」《》.,:;!?¡¿…。，、：；！？-–—·•+🚧⚠\ufe0f🔜🏗"
_TEMPLATE = (
    r"(?:^|/)(?:(?:[^/]*[-_. ])?templates|template|issue_template|archetypes|scaffolds)/"
    r"|(?:^|[-_. /])template\.\w+$"
)


def bare(text: str) -> str:
    """A text in lower case, without the markup, brackets and punctuation around it."""
    return text.casefold().strip(_EDGES)


@lru_cache(maxsize=1)
def is_template(path: str) -> bool:
    """Whether a file is one that authors copy and fill in: its placeholders are meant."""
    # Kept for the next rule that asks of the same file; the pattern is compiled
    # on use, since only a file with a finding asks.
    lower = path.lower()
    if not any(word in lower for word in ("templat", "archetypes", "scaffolds")):
        return False
    return re.search(_TEMPLATE, lower) is not None
