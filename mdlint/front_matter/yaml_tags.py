"""The tags and anchors that stand before YAML's values. No tag is ever obeyed but those of YAML's own scalars."""

from __future__ import annotations

from typing import Any

from mdlint.front_matter.dialects import Dialect
from mdlint.regex import regex

_PROPERTIES = regex(r"(?:(?:&[\w-]+|(!(?:<[^>\s]*>|[^\s,\[\]{}]*)))(?:[ \t\r\n]|#[^\r\n]*)*){1,2}")
"""A node's anchor and tag, in any order, and what stands between them and the node."""

_CORE = "tag:yaml.org,2002:"
_FLOAT = _CORE + "float"
_TIMESTAMP = _CORE + "timestamp"
_RESOLVED_TAGS = frozenset((_FLOAT, _TIMESTAMP, *(_CORE + name for name in ("int", "bool", "null"))))
KNOWN_TAGS = _RESOLVED_TAGS | {
    "!",
    *(_CORE + name for name in ("str", "map", "seq", "merge", "binary", "omap", "pairs", "set")),
}
"""The tags that every reader of YAML knows, as PyYAML's events spell them."""


def properties_at(source: str, at: int) -> tuple[int, str, int]:
    """Where a value's anchor and tag at an offset end, the tag as it is written, empty where there is none, and its offset."""
    properties = _PROPERTIES.match(source, at)
    assert properties is not None  # the event says that there are some
    return properties.end(), properties[1] or "", properties.start(1)


def tagged(tag: str, text: str, dialect: Dialect) -> Any:
    """The value of a scalar with a tag."""
    if tag == _TIMESTAMP:
        # Imported here: dialects without timestamps do without it.
        from mdlint.front_matter.dialects.timestamps import timestamp

        return timestamp(text)
    if tag not in _RESOLVED_TAGS and (tag != "!" or not dialect.bang_is_plain):
        return text
    value = dialect.resolve(text)
    return float(value) if tag == _FLOAT and type(value) is int else value
