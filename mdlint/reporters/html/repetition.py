"""What many files have in common: values that should be each file's own, and tags."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mdlint.diagnostic import Overview
from mdlint.named import NamedTuple
from mdlint.record import Record
from mdlint.reporters.html.bars import Bar, bar
from mdlint.reporters.safe import escape

_MOST_VALUES = 20
_MOST_TAGS = 40
_MOST_ALIKE = 30
_PATHS = 12
"""Files that are named of those that share a value."""
_LEAST_LETTERS = 7
"""Letters of a tag from which on another one that differs in one letter may be a slip."""


class Value(Record):
    """A value, the fields in which it stands, how many files share it, and some of these."""

    text: str
    fields: tuple[str, ...]
    count: int
    paths: tuple[str, ...]
    bar: tuple[Bar, ...]


class Repeated(NamedTuple):
    """The values of most files; `left_out` more are in two or more."""

    values: list[Value]
    left_out: int


class Tag(Record):
    name: str
    count: int
    bar: tuple[Bar, ...]


class Tags(Record):
    """The most frequent tags, and groups that may be spellings of one. `once`: tags of a single file."""

    tags: list[Tag]
    count: int
    once: int
    left_out: int
    alike: list[tuple[Tag, ...]]
    alike_left_out: int


def repeated(overviews: Sequence[Overview]) -> Repeated | None:
    """The values that files share; None where there are none."""
    paths: dict[tuple[str, int], dict[str, None]] = {}
    fields: dict[tuple[str, int], dict[str, None]] = {}
    for one in overviews:
        for field, text, checksum in one.values:
            paths.setdefault((text, checksum), {})[one.path] = None
            fields.setdefault((text, checksum), {})[field] = None
    shared = sorted((key for key in paths if len(paths[key]) > 1), key=lambda key: (-len(paths[key]), key))
    if not shared:
        return None
    most = len(paths[shared[0]])
    values = [
        Value(
            escape(key[0]),
            tuple(map(escape, fields[key])),
            len(paths[key]),
            tuple(map(escape, list(paths[key])[:_PATHS])),
            bar({"share": len(paths[key])}, most),
        )
        for key in shared[:_MOST_VALUES]
    ]
    return Repeated(values, len(shared) - len(values))


def tags(overviews: Sequence[Overview]) -> Tags | None:
    """The tags; None where there are none."""
    counts = Counter(tag for one in overviews for tag in one.tags)
    if not counts:
        return None
    order = sorted(counts, key=lambda tag: (-counts[tag], tag))
    most = counts[order[0]]
    named = {tag: Tag(escape(tag), counts[tag], bar({"share": counts[tag]}, most)) for tag in order}
    alike = sorted(_alike(order), key=lambda group: (-sum(counts[tag] for tag in group), group))
    return Tags(
        [named[tag] for tag in order[:_MOST_TAGS]],
        len(order),
        sum(count == 1 for count in counts.values()),
        max(len(order) - _MOST_TAGS, 0),
        [tuple(named[tag] for tag in group) for group in alike[:_MOST_ALIKE]],
        max(len(alike) - _MOST_ALIKE, 0),
    )


def _alike(order: Sequence[str]) -> Iterable[list[str]]:
    """Groups of tags that differ in case, accents, separators, the plural or, if they are long, in one letter."""
    groups: dict[str, list[str]] = {}
    for tag in order:
        groups.setdefault(_plain(tag), []).append(tag)
    lead: dict[str, str] = {}  # what is one letter away from a tag that is more frequent
    for plain in list(groups):
        near = next((lead[form] for form in _slips(plain) if form in lead), None)
        if near is None:
            lead.update(dict.fromkeys(_slips(plain), plain))
        else:
            groups[near] += groups.pop(plain)
    return [group for group in groups.values() if len(group) > 1]


def _plain(tag: str) -> str:
    """What spellings of one tag have in common. Signs at the ends belong to it: `C`, `C++`, `C#`."""
    text = unicodedata.normalize("NFKD", tag.casefold())
    text = re.sub(r"[\u0300-\u036f]", "", text)  # accents; the vowels of Hindi and the like make a difference
    text = re.sub(r"(?<=\w)[\s_./-]+(?=\w)", "", text)
    return text[:-1] if re.search(r"[a-z]{3}[a-rt-z]s\Z", text) else text


def _slips(plain: str) -> Iterator[str]:
    """A long word of letters without any one of them: two that share such a form differ in one letter."""
    if len(plain) >= _LEAST_LETTERS and plain.isalpha():
        yield from (plain[:at] + plain[at + 1 :] for at in range(len(plain)))
        yield plain
