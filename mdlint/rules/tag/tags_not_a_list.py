from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Scalar, Sequence, children
from mdlint.rule import Needs, Rule
from mdlint.rules.tag import TAG_FIELDS, as_list, line_start, suspicious, written

_SEPARATOR = re.compile(r"[,，、;；]")
_HASHTAGS = re.compile(r"#[^\s,，、;；]+(?:[\s,，、;；]+#[^\s,，、;；]+)+[,，、;；]?")
_MOST_WORDS = 4
_LONGEST = 40
"""Of most tags, in words and in code points; longer parts between commas are prose."""
_SHOWN = 3
_PRINTED = re.compile(r"""\[\s*+(?:(?:'[^',\\]*+'|"[^",\\]*+"|[^'",\[\]\\]*+)\s*+(?:,\s*+|(?=\])))*+\]""")
"""A printed list of which each comma is between two items."""


class TagsNotAList(Rule):
    """Several tags are written as one text.

    The site then has one tag with commas in its name, on a page of its own, or the build stops
    because a text is not a list. One word, and Jekyll's `tags: bread rye`, are left alone, and so
    is a name that has a comma itself, such as `Portland, Oregon`, in a list.

    ## Bad
    ```md
    ---
    title: Rye bread
    tags: bread, rye, sourdough
    ---
    ```
    ```md
    ---
    title: Rye bread
    tags: '[bread, rye]'
    ---
    ```
    ```md
    ---
    title: Rye bread
    tags:
      - bread, rye, sourdough
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    tags: [bread, rye, sourdough]
    categories: baking
    ---
    ```

    ## Options
    - `fields`: the fields that hold a list of tags.
    """

    severity = "warning"
    fixable = "safe"
    fields: tuple[str, ...] = TAG_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            what = path[-1]
            if isinstance(node.value, str):
                text = node.value.strip()
                if (names := _printed(text)) is not None:
                    message, hint = "is a list printed as text", "remove the quotes around it"
                elif names := _several(text, is_sure=what == "tags", is_alone=True):
                    message, hint = f"is one text that holds {len(names)} {what}", "write a list"
                else:
                    continue
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` {message}",
                    hint=f"{hint}: `{_as_list(names)}`",
                    fix=_fix(doc, path, names, is_sure=what == "tags"),
                )
            elif not isinstance(node, Mapping):
                for at, item in children(node):
                    if not isinstance(item.value, str) or not _SEPARATOR.search(item.value):
                        continue
                    text = item.value.strip()
                    names = _printed(text) or _several(text, is_sure=False, is_alone=len(node.value) == 1)
                    if names:
                        at_item = (*path, at)
                        yield Finding(
                            at_item,
                            f"`{format_key_path(at_item)}` holds {len(names)} {what} in one",
                            hint=f"write each as an item of its own: `{_as_list(names)}`",
                            fix=_fix_of_item(doc, at_item, names),
                        )


def _fix(doc: Document, path: KeyPath, names: list[str], *, is_sure: bool) -> Fix | None:
    """The fix for a text; safe where its commas can only be between tags."""
    node = doc.node(path)
    if not isinstance(node, Scalar) or node.style in ("|", ">") or doc.has_aliases:
        return None
    text = node.text.strip()
    if text.startswith("["):
        if not _PRINTED.fullmatch(text):
            return None
    elif not is_sure or text.startswith("#") or any(_is_long(name) for name in names):
        is_sure = "、" in text
    return Fix("write a list", (Edit(node.start, node.end, as_list(doc, names)),), safe=is_sure)


def _fix_of_item(doc: Document, path: KeyPath, names: list[str]) -> Fix | None:
    """The fix for an item; it is never safe, since a tag of a list may have a comma in its name."""
    parent, node = doc.node(path[:-1]), doc.node(path)
    if not isinstance(parent, Sequence) or not isinstance(node, Scalar) or doc.has_aliases:
        return None
    source = doc.source_of(path)
    if node.style in ("|", ">") or "\n" in source or "\r" in source:
        return None
    if node.text.strip().startswith("[") and not _PRINTED.fullmatch(node.text.strip()):
        return None
    between = ", "
    if not parent.flow:
        start = line_start(doc, node)
        before = doc.text[start : node.start]
        if not re.fullmatch(r"[ \t]*-[ \t]+", before):
            return None
        between = ("\r\n" if doc.text[start - 2 : start] == "\r\n" else doc.text[start - 1]) + before
    text = between.join(written(doc, name) for name in names)
    return Fix("write each as an item of its own", (Edit(node.start, node.end, text),), safe=False)


def _is_long(name: str) -> bool:
    return len(name) > _LONGEST or len(name.split()) > _MOST_WORDS


def _printed(text: str) -> list[str] | None:
    """The names in `['bread', 'rye']`, a list that a script wrote as text; None for any other text."""
    inner = text[1:-1]
    if not (text.startswith("[") and text.endswith("]")) or inner.startswith("["):
        return None
    if inner and not any(mark in inner for mark in "',\""):
        return None
    return [name for part in inner.split(",") if (name := part.strip(" '\""))]


def _several(text: str, *, is_sure: bool, is_alone: bool) -> list[str]:
    """The names in a text, if it has several; unless that `is_sure`, only where it can be no one name."""
    if text.startswith("#") and _HASHTAGS.fullmatch(text):
        return [name for name in re.split(r"[\s,，、;；]+", text) if name]
    names = [name for part in _SEPARATOR.split(text) if (name := part.strip())]
    long = sum(map(_is_long, names))
    if len(names) < 2 or long * 4 > len(names):
        return []
    if is_sure or "、" in text:
        return names
    if any(re.match(r"(?:and|or)\b|&", name) or not re.search(r"[^\W\d_]", name) for name in names):
        return []
    # `Portland, Oregon` is one name. Names in lower case, or many of them, are several.
    enough = 4 - is_alone - (text == text.lower())
    return names if len(names) >= enough else []


def _as_list(names: list[str]) -> str:
    """The names as YAML's list in one line, not all of them where they are many."""
    shown = [name if re.fullmatch(r"\w[\w .+/-]*", name) else f'"{name}"' for name in map(shortened, names[:_SHOWN])]
    return f"[{', '.join([*shown, '…'] if len(names) > _SHOWN else shown)}]"
