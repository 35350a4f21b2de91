"""Rules of the group `placeholder`, and what they share."""

from __future__ import annotations

_EDGES = " \t\r\n*_~`\"'“”‘’()[]{}<>（）【】「」《》.,:;!?¡¿…。，、：；！？-–—·•+🚧⚠\ufe0f🔜🏗"


def bare(text: str) -> str:
    """A text in lower case, without the markup, brackets and punctuation around it."""
    return text.casefold().strip(_EDGES)
