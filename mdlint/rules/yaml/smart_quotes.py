from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.values import Node, Scalar, Sequence
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import entries

_QUOTED = re.compile(r"([“”„‟])([^“”„‟\"]*)([“”\"])\Z|([‘’‚‛])([^‘’‚‛']*)([‘’'])\Z")
_DATA = re.compile(
    r"\d[\d .:/TZ+-]*|true|false|yes|no|(?:https?:/|\.{0,2})/\S+|[\w./-]+\.(?:jpe?g|png|webp|svg|gif|html?|astro|md)",
    re.IGNORECASE,
)
_LONGEST_NAME = 30


class SmartQuotes(Rule):
    """Curly quotes stand where YAML's straight ones were meant.

    Word processors and chats turn `"` into `“` and `”`. For YAML those are letters like any other: the value
    holds them, so that a date is none, a path leads nowhere and a tag differs from the same tag without.
    Only quotes that are clearly delimiters are reported: around names, dates, paths, all items of a list, or
    most values of a file. A title in quotes is taken for a quotation.

    ## Bad
    ```md
    ---
    title: Rye bread
    date: “2024-01-05”
    tags: [“bread”, “rye”]
    ---
    ```

    ## Good
    ```md
    ---
    title: “Our daily bread”
    subtitle: How we say “rye”
    date: "2024-01-05"
    ---
    ```
    """

    severity = "warning"
    fixable = "unsafe"

    def needs(self) -> Needs:
        return Needs(formats=("yaml",), head=("“", "”", "„", "’", "‘"))

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from _quoted(doc)


def _quoted(doc: Document) -> Iterator[Finding]:
    values: list[tuple[KeyPath, Scalar, re.Match[str]]] = []
    plain = 0
    for path, key, node in entries(doc):
        if key is not None and not key.style and (match := _QUOTED.match(key.text)):
            message = f"the quotes around the name `{_inside(match)}` are curly ones, so they are part of it"
            yield _finding(path, message, key, match)._replace(on_key=True)
        if isinstance(node, Scalar) and not node.style and isinstance(node.value, str):
            plain += key is not None
            if match := _QUOTED.match(node.text):
                values.append((path, node, match))
    quoted = sum(isinstance(path[-1], str) for path, _, _ in values)
    is_habit = quoted > 1 and quoted * 2 >= plain
    names: dict[KeyPath, bool] = {}
    for path, node, match in values:
        if path[:-1] not in names:
            names[path[:-1]] = _is_list_of_names(doc.node(path[:-1]))
        if is_habit or _DATA.fullmatch(_inside(match)) or _is_mixed(match) or names[path[:-1]]:
            message = f"the quotes around `{format_key_path(path)}` are curly ones, so they are part of the value"
            yield _finding(path, message, node, match)


def _inside(match: re.Match[str]) -> str:
    return match[2] or match[5] or ""


def _is_mixed(match: re.Match[str]) -> bool:
    """Whether a curly quote opens and a straight one closes."""
    return (match[3] or match[6]) in "\"'"


def _is_list_of_names(node: Node | None) -> bool:
    """Whether a node is a list of names, all in curly quotes, rather than of quotations."""
    return isinstance(node, Sequence) and all(
        isinstance(item, Scalar) and _QUOTED.match(item.text) and len(item.text) <= _LONGEST_NAME for item in node.items
    )


def _finding(path: KeyPath, message: str, node: Scalar, match: re.Match[str]) -> Finding:
    edit = Edit(node.start, node.end, in_quotes(_inside(match)))
    return Finding(path, message, "write straight quotes", fix=Fix("write straight quotes", (edit,), safe=False))
