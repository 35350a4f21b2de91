"""Rules of the group `tag`, and what they share."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from mdlint.diagnostic import Edit, KeyPath
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.values import Node, Scalar
from mdlint.front_matter.values import Sequence as List
from mdlint.regex import regex

TAG_FIELDS = ("tags", "categories")
"""The fields that hold a list of tags, whatever the generator."""

_ALL = frozenset(("duplicate-tag", "empty-tag", "non-string-tag", "shredded-tags", "tags-not-a-list", "too-many-tags"))
_SEPARATOR = regex("[,，、;；]")
MANY = 10
"""More tags than a reader looks through."""


def suspicious(doc: Document) -> Container[str]:
    """One look at the tags, for the rules about each list of them."""
    speaking: set[str] = set()
    for _, node in doc.fields(TAG_FIELDS):
        tags = node.value
        if type(tags) is str:
            speaking.add("tags-not-a-list")
        elif type(tags) is list:
            try:
                text = "\n".join(tags)
            except TypeError:  # not all of them are texts
                return _ALL
            names = text.casefold().replace("-", " ").replace("_", " ").split("\n")
            different = set(map(str.strip, names))
            if len(different) < len(names):
                speaking.add("duplicate-tag")
            if "" in different:
                speaking.add("empty-tag")
            if _SEPARATOR.search(text):
                speaking.add("tags-not-a-list")
            if len(text) < 2 * len(tags):
                speaking.add("shredded-tags")
            if len(tags) > MANY:
                speaking.add("too-many-tags")
    return speaking


def spelt(tag: str) -> str:
    """What is the same for two spellings of one tag. Separators at the ends belong to it: `C`, `C--`."""
    return re.sub(r"(?<=[^\s_-])[\s_-]+(?=[^\s_-])", " ", tag.casefold())


def written(doc: Document, tag: str) -> str:
    """A tag as an item of a list, with quotes where it would be read as something else without them."""
    if doc.front_matter is None or doc.front_matter.format != "yaml":
        return json.dumps(tag, ensure_ascii=False)
    return tag if _is_plain(tag) else in_quotes(tag)


@lru_cache(1024)  # the tags of a site stand in many of its posts
def _is_plain(tag: str) -> bool:
    """Whether all parsers read a text without quotes as just this text, in brackets too."""
    if not re.fullmatch(r"[^\W\d_](?:[\w .+/-]*[\w+])?", tag):
        return False
    # Imported here: only a fix needs it.
    from mdlint.front_matter.readings import readings

    return all(value == tag for value, _ in readings(tag, None))


def removals(doc: Document, path: KeyPath, gone: Sequence[int]) -> dict[int, Edit]:
    """For each of these items of a list the edit that takes it out.

    The edits go together, and each one alone too. An item is missing here where a comment, an anchor or an
    unusual layout would be lost with it. Where no item is left, all share one edit that writes `[]`.
    """
    node = doc.node(path)
    if not isinstance(node, List) or doc.has_aliases:
        return {}
    if len(gone) == len(node.items):
        edit = _emptied(doc, path, node)
        return {} if edit is None else dict.fromkeys(gone, edit)
    edits = {}
    going = set(gone)
    first_left = next(at for at in range(len(node.items)) if at not in going)
    for at in gone:
        edit = _without_in_brackets(doc, node, at, first_left) if node.flow else _without_line(doc, node.items[at])
        if edit is not None:
            edits[at] = edit
    return edits


def _emptied(doc: Document, path: KeyPath, node: List) -> Edit | None:
    """The edit that leaves `[]` of a list."""
    if node.flow:
        start, end = node.start + 1, node.end - 1
        return None if "#" in doc.text[start:end] else Edit(start, end, "")
    after_key, end = doc.range_of(path, on_key=True)[1], node.items[-1].end
    between = re.match(r"\s*:", doc.text[after_key : node.start])
    if between is None or not re.fullmatch(r"(?:[\s\-'\"~]|null)*", doc.text[after_key + between.end() : end]):
        return None
    return Edit(after_key + between.end(), end, " []")


def _without_in_brackets(doc: Document, node: List, at: int, first_left: int) -> Edit | None:
    """An item goes with the comma before it; before the first that is left, with the one behind it."""
    items = node.items
    if at < first_left:
        start, end, comma = items[at].start, items[at + 1].start, (items[at].end, items[at + 1].start)
    else:
        start, end, comma = items[at - 1].end, items[at].end, (items[at - 1].end, items[at].start)
    return Edit(start, end, "") if re.fullmatch(r"\s*,\s*", doc.text[slice(*comma)]) else None


def _without_line(doc: Document, item: Node) -> Edit | None:
    """An item goes with its line, if nothing else is on it."""
    text, start = doc.text, line_start(doc, item)
    rest = re.compile(r"[ \t]*(?:\r\n|\n|\r)").match(text, item.end)
    if rest is None or not re.fullmatch(r"[ \t]*-[ \t]*", text[start : item.start]):
        return None
    return Edit(start, rest.end(), "")


def line_start(doc: Document, node: Node) -> int:
    """Where the line begins on which a value begins."""
    return max(doc.text.rfind("\n", 0, node.start), doc.text.rfind("\r", 0, node.start)) + 1


def respelt(doc: Document, path: KeyPath, tag: str) -> Edit | None:
    """The edit that puts another tag in the place of one, if that is sure to be read so."""
    node, edit = doc.node(path), doc.rewrite(path, tag)
    if edit is None or not isinstance(node, Scalar):
        return None
    if node.style == "":
        return Edit(node.start, node.end, written(doc, tag))
    return None if any(sign in tag for sign in "'\"\\\n") else edit


def as_list(doc: Document, tags: Iterable[str]) -> str:
    """Tags as a list in one line."""
    return f"[{', '.join(written(doc, tag) for tag in tags)}]"
