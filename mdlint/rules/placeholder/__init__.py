"""Rules of the group `placeholder`, and what they share."""

from __future__ import annotations

import re
from collections.abc import Container

from mdlint.document import Document

_EDGES = " \t\r\n*_~`\"'“”‘’()[]{}<>（）【】「」《》.,:;!?¡¿…。，、：；！？-–—·•+🚧⚠\ufe0f🔜🏗"
_DEMO = r"(?:^|/)(?:example-?sites?|examples?|demos?|fixtures|__fixtures__|starters?)/"


_ABOUT_BLANK = (("title", "empty-title"), ("description", "empty-description"))


def blank(doc: Document) -> Container[str]:
    """One look for titles and descriptions that are empty, for the rules about them."""
    data = doc.data
    return [rule for field, rule in _ABOUT_BLANK if is_blank(data.get(field, field))]


def is_blank(value: object) -> bool:
    """Whether a field has no value, or one without a visible character."""
    return value is None or (isinstance(value, str) and not value.strip())


def bare(text: str) -> str:
    """A text in lower case, without the markup, brackets and punctuation around it."""
    return text.casefold().strip(_EDGES)


def is_sample(doc: Document) -> bool:
    """Whether a file is a template, or shows what a theme or a tool can do: what it is filled with is meant."""
    return doc.is_template or re.search(_DEMO, doc.path.lower()) is not None
