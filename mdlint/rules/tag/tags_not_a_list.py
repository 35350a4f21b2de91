from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, children
from mdlint.rule import Needs, Rule

_SEPARATOR = re.compile(r"[,，、;；]")
_MOST_WORDS = 4
_LONGEST = 40
"""Of most tags, in words and in code points; longer parts between commas are prose."""
_SHOWN = 3


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
    fields: tuple[str, ...] = ("tags", "categories")

    def needs(self) -> Needs:
        return Needs(fields=self.fields)

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
                yield Finding(path, f"`{format_key_path(path)}` {message}", hint=f"{hint}: `{_as_list(names)}`")
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
                        )


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
    if text.startswith("#") and re.fullmatch(r"#\S+(?:\s+#\S+)+", text):
        return text.split()
    names = [name for part in _SEPARATOR.split(text) if (name := part.strip())]
    long = sum(len(name) > _LONGEST or len(name.split()) > _MOST_WORDS for name in names)
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
