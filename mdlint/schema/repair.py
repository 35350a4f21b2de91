"""The fixes for what a schema objects to: names, quotes, and fields that say nothing."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from typing import Any

from mdlint.diagnostic import Edit, Finding, Fix, KeyPath
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.values import Mapping, Scalar, Sequence
from mdlint.regex import regex
from mdlint.schema.native_dates import with_name
from mdlint.schema.violation import Violation
from mdlint.schema.words import plain_value
from mdlint.spelling import did_you_mean

Objects = Callable[[Any, KeyPath], bool]
"""Whether the schema would not take what stands in a field of some data, or misses it."""

_NAME = regex(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
_INTEGER = regex(r"-?(?:0|[1-9][0-9]*)\Z")
_NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\Z")


def repaired(finding: Finding, violation: Violation, doc: Document, objects: Objects) -> Finding:
    """The finding with its fix, where there is one that is sure to do what the finding says."""
    if doc.front_matter is None or doc.has_aliases:
        return finding
    path, kind, other = violation.path, violation.kind, violation.expected
    fix = None
    if kind == "misspelled":
        if not objects(with_name(doc.json_data, path, other), (*path[:-1], other)):
            fix = _renamed(doc, path, other, safe=False)
    elif kind == "deprecated" and other and (*path[:-1], other) not in doc:
        fix = _renamed(doc, path, other, safe=True)
    elif kind == "missing" and other:
        fix = _renamed(doc, (*path[:-1], other), str(path[-1]), safe=True)
    elif finding.rule == "null-value":
        fix = None if objects(with_name(doc.json_data, path, None), path) else _removed(doc, path)
    elif kind == "coerced":
        fix = _written(doc, path, plain_value(other), safe=True)
    elif kind == "type":
        fix = _of_type(doc, violation)
    elif kind == "enum" and not isinstance(violation.value, str) and plain_value(violation.value) in other:
        fix = _quoted(doc, path)
    return finding if fix is None else finding._replace(fix=fix)


def _renamed(doc: Document, path: KeyPath, name: str, *, safe: bool) -> Fix | None:
    """A field's name changed; the quotes around it stay."""
    above = doc.node(path[:-1])
    entry = above.index.get(str(path[-1])) if isinstance(above, Mapping) else None
    if entry is None or not _NAME.match(name) or doc.dialect.resolve(name) != name:
        return None
    key, value = entry
    if not isinstance(key, Scalar):
        return None
    if _format(doc) == "toml" and isinstance(value, (Mapping, Sequence)) and not value.flow:
        return None  # a table's name may stand in many headings
    start, end = key.start + len(key.style), key.end - len(key.style)
    if doc.text[start:end] != key.text:
        return None
    return Fix(f"rename it to `{name}`", (Edit(start, end, name),), safe)


def _removed(doc: Document, path: KeyPath) -> Fix | None:
    """A field's line taken out, if nothing else stands on it and the mapping does not end up empty."""
    above = doc.node(path[:-1])
    if _format(doc) != "yaml" or not isinstance(above, Mapping) or above.flow or len(above.entries) < 2:
        return None
    key, value = above.index[str(path[-1])]
    start = max(doc.text.rfind("\n", 0, key.start), doc.text.rfind("\r", 0, key.start)) + 1
    line = re.compile(r"[ ]*(?P<key>\S+?) *:[ \t]*(?P<value>~|null|Null|NULL)?[ \t]*(?:\r\n|\n|\r)").match(
        doc.text, start
    )
    if line is None or line.start("key") != key.start or line.end("key") != key.end or value.end > line.end():
        return None
    return Fix("remove the field", (Edit(start, line.end(), ""),), safe=False)


def _of_type(doc: Document, violation: Violation) -> Fix | None:
    """A single value written so that it has the type that is wanted, where it can be read so."""
    value, expected, path = violation.value, violation.expected, violation.path
    if not isinstance(value, str):
        is_single = isinstance(value, (bool, int, float, dt.date))
        return _quoted(doc, path) if is_single and "text" in expected else None
    text = value.strip()
    if "boolean" in expected and (meant := did_you_mean(text, ("true", "false"))):
        return _written(doc, path, meant, safe=text.lower() == meant)
    if ("number" in expected and _NUMBER.match(text)) or ("integer" in expected and _INTEGER.match(text)):
        return _written(doc, path, text, safe=True)
    is_date_wanted = "date" in expected or "datetime" in expected
    if is_date_wanted and _format(doc) == "yaml" and _is_date(doc.dialect.resolve(text), expected):
        return _written(doc, path, text, safe=True)
    return None


def _is_date(value: Any, expected: tuple[str, ...]) -> bool:
    if isinstance(value, dt.datetime):
        return "datetime" in expected
    return isinstance(value, dt.date) and "date" in expected


def _quoted(doc: Document, path: KeyPath) -> Fix | None:
    node = doc.node(path)
    if (
        not isinstance(node, Scalar)
        or doc.is_tagged(node)
        or node.style
        or doc.text[node.start : node.end] != node.text
        or not node.text
    ):
        return None
    text = in_quotes(node.text) if _format(doc) == "yaml" else json.dumps(node.text)
    return Fix(f"write `{text}`", (Edit(node.start, node.end, text),), safe=True)


def _written(doc: Document, path: KeyPath, text: str, *, safe: bool) -> Fix | None:
    """The value replaced by a plain one; not where it is written over lines."""
    node = doc.node(path)
    if (
        not isinstance(node, Scalar)
        or doc.is_tagged(node)
        or node.style in ("|", ">")
        or "\n" in doc.text[node.start : node.end]
    ):
        return None
    return Fix(f"write `{text}`", (Edit(node.start, node.end, text),), safe)


def _format(doc: Document) -> str:
    assert doc.front_matter is not None
    return doc.front_matter.format
