"""Rules of the group `placeholder`, and what they share."""

from __future__ import annotations

import re

from mdlint.document import Document

_EDGES = " \t\r\n*_~`\"'“”‘’()[]{}<>（）【】「」《》.,:;!?¡¿…。，、：；！？-–—·•+🚧⚠\ufe0f🔜🏗"
_DEMO = r"(?:^|/)(?:example-?sites?|examples?|demos?|fixtures|__fixtures__|starters?)/"


def bare(text: str) -> str:
    """A text in lower case, without the markup, brackets and punctuation around it."""
    return text.casefold().strip(_EDGES)


def is_sample(doc: Document) -> bool:
    """Whether a file is a template, or shows what a theme or a tool can do: what it is filled with is meant."""
    return doc.is_template or re.search(_DEMO, doc.path.lower()) is not None
