"""Rules of the group `consistency`, and how they compare two texts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Any

from mdlint.document import Document
from mdlint.regex import regex

_SIGNS = regex(r"[\W_]+")
_WORD = regex(r"\w\w+")
_BETWEEN = regex(r"[,;，；、\n]")
_NO_NAMES = frozenset(("et", "al", "and"))
_LABELS = ("paper id", "download", "authors", "author", "publish date")
PAPER_ID = regex(r"(\d{4}\.\d{4,5}|(?<![a-z-])[a-z-]++(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
"""The id of a paper on arXiv; the first group is without its version."""
_LABELLED = regex(
    r"\n {0,3}#{1,6}[ \t]*(" + "|".join(sorted(_LABELS, reverse=True)) + r")[ \t]*[:：]?(?=([^\n]*\s*[^\n]*))",
    re.IGNORECASE,
)


_ABOUT_META = frozenset(("duplicate-meta", "meta-entry"))


def unusual_meta(doc: Document) -> Container[str]:
    """One look at the entries of `meta`, for the rules about the form of each."""
    entries = doc.data.get("meta")
    if not isinstance(entries, list):
        return ()
    names = set()
    for entry in entries:
        if type(entry) is not dict or len(entry) != 2:
            return _ABOUT_META
        name, content = entry.get("name"), entry.get("content")
        if type(name) is not str or type(content) is not str or not (name.strip() and content.strip()):
            return _ABOUT_META
        names.add(name.strip().casefold())
    return () if len(names) == len(entries) else _ABOUT_META


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
    if isinstance(value, str):
        return _names_in(value)
    return frozenset().union(*map(_names_in, _texts(value)))


@lru_cache(maxsize=1024)
def _names_in(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _NO_NAMES


def _texts(value: Any) -> list[str]:
    items = (
        item.get("name") if isinstance(item, dict) else item for item in (value if isinstance(value, list) else [value])
    )
    return [item for item in items if isinstance(item, str)]


def values_at_first_sight(doc: Document) -> dict[str, tuple[int, int]]:
    """The same as `labelled_values`, from lines that look like headings and the lines below them."""
    found = _LABELLED.finditer(doc.text, max(doc.body_start - 1, 0))
    return {match[1].casefold(): match.span(2) for match in found}


def labelled_values(doc: Document) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each label that is a heading, and where its value stands: in the block below, or behind the label's colon."""
    label = ""
    for block in doc.blocks:
        if not block.level:
            if label:
                yield label, _trimmed(doc, block.start, block.end)
            label = ""
            continue
        name, colon, rest = block.text.replace("：", ":").casefold().partition(":")
        label = name.strip() if name.strip() in _LABELS else ""
        if label and rest.strip():
            source = doc.text[block.start : block.end].replace("：", ":")
            yield label, _trimmed(doc, block.start + source.index(colon), block.end)
            label = ""


def _trimmed(doc: Document, start: int, end: int) -> tuple[int, int]:
    text = doc.text[start:end]
    value = text.strip(" \t\r\n:：*_")
    start += text.index(value)
    return start, start + len(value)
