"""What an audit says of a file besides its findings: which fields it has, and what can be counted over a site."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from mdlint.diagnostic import Overview, RepeatableValue, Span, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Node, Scalar, children, resolved
from mdlint.rules.date import PUBLISHED, read_date, written_dates
from mdlint.rules.security.secret import Secret
from mdlint.rules.url import ADDRESS_FIELDS

_OWN = (
    "title", "description", "summary", "excerpt", "abstract", "subtitle", "keywords", "slug", "permalink", "url",
    *ADDRESS_FIELDS, *PUBLISHED,
)  # fmt: skip
"""The fields in which each page is expected to say something of its own. That two share an author or a layout
tells nothing, and what is in a field of unknown meaning is nobody's to copy."""

_MOST = 200
"""Fields, or tags, of one file; a hostile one may hold a hundred thousand."""
_LONGEST_NAME = 60
_LONGEST_VALUE = 160
_TELLING = 8
"""Characters by which a secret is known in another place."""
_DATED_NAME = re.compile(r"(?:.*/)?(\d{4}-\d\d-\d\d)(?!\d)[^/]*(?:/(?:_?index|README)\.\w+)?\Z", re.ASCII)


def overview(doc: Document, collection: str | None, secrets: Iterable[Span] = ()) -> Overview:
    """The overview of a document. No text is copied from where a secret is: one at these places, or one whose
    shape is known, whether or not the rule that reports it is selected."""
    spans = [*secrets, *(at for finding in Secret().check(doc) if isinstance(at := finding.at, Span))]
    hidden = _Hidden(doc, spans)
    fields = [] if doc.root is None else list(islice(doc.root.index.items(), _MOST))
    named = [(shortened(name, _LONGEST_NAME), node) for name, (key, node) in fields if key not in hidden]
    return Overview(
        doc.path,
        collection,
        _day(doc),
        tuple(name for name, node in named if not _is_empty(node.value)),
        tuple(name for name, node in named if _is_empty(node.value)),
        tuple(shortened(name, _LONGEST_NAME) for name in sorted(doc.unread)[:_MOST]),
        tuple(_values(doc, hidden)),
        tuple(islice(dict.fromkeys(_tags(doc, hidden)), _MOST)),
    )


class _Hidden:
    """The nodes that hold a secret, or the beginning of one."""

    def __init__(self, doc: Document, spans: list[Span]) -> None:
        self._doc = doc
        self._spans = spans
        self._signs = [_first_characters(doc, span) for span in spans]

    def __contains__(self, node: Node) -> bool:
        if not self._spans:
            return False
        target = resolved(node)
        at = self._doc.span(target.start, target.end)
        return any(at[:2] < span[2:] and span[:2] < at[2:] for span in self._spans) or (
            isinstance(target, Scalar) and any(sign and sign in target.text for sign in self._signs)
        )


def _first_characters(doc: Document, span: Span) -> str:
    start = doc.line_starts[span.line - 1] + span.column - 1
    end = start + _TELLING
    return doc.text[start : min(end, start + span.end_column - span.column) if span.end_line == span.line else end]


def _is_empty(value: Any) -> bool:
    """Whether nothing is said: null, a blank text, or a list or mapping of nothing else."""
    if isinstance(value, (list, dict)):
        return all(map(_is_blank, value.values() if isinstance(value, dict) else value))
    return _is_blank(value)


def _is_blank(value: Any) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def _day(doc: Document) -> str | None:
    """The day of publication: of the first field that has one, else the one in the file's name."""
    dates = [date for _, _, date in written_dates(doc, PUBLISHED)]
    if not dates and (named := _DATED_NAME.match(doc.path)) and (date := read_date(named[1])):
        dates = [date]
    return next((date.iso()[:10] for date in dates if len(date.days) == 1 and not date.problem), None)


def _values(doc: Document, hidden: _Hidden) -> Iterator[RepeatableValue]:
    for path, node in doc.fields(_OWN):
        items = [node] if isinstance(node, Scalar) else [] if isinstance(node, Mapping) else _items(node)
        name = ".".join(map(str, path))
        for item in items[:_MOST]:
            text = item.text.strip()
            if name in PUBLISHED and (":" not in text or "00:00:00" in text):
                continue  # a day, which many posts may share
            if text and item not in hidden:
                yield RepeatableValue(name, shortened(text, _LONGEST_VALUE), zlib.crc32(text.encode(errors="replace")))


def _tags(doc: Document, hidden: _Hidden) -> Iterator[str]:
    """The items of `tags`, or the names between the commas of a text."""
    for _, node in doc.fields(("tags",)):
        for item in [node] if isinstance(node, Scalar) else _items(node):
            if item not in hidden and item.value is not None:
                names = item.text.split(",") if item is node else [item.text]
                yield from (shortened(name, _LONGEST_NAME) for name in names if name.strip())


def _items(node: Node) -> list[Scalar]:
    return [item for _, child in children(node) if isinstance(item := resolved(child), Scalar)]
