from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule

_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"  # a pair, which JSON needs for emoji
    r"|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|.)",
    re.DOTALL,
)


class UnicodeEscapes(Rule):
    r"""Letters are written as escapes such as `\u5927` instead of as themselves.

    Programs that write front matter without being told to keep UTF-8 leave such values behind: for
    Python that takes `allow_unicode=True` for YAML and `ensure_ascii=False` for JSON. Readers see no
    difference, but whoever opens or searches the file does. Characters that nobody would see or tell
    apart (spaces, marks, controls) are better off as escapes.

    ## Bad
    ```md
    ---
    title: "\u9ED1\u9EA6\u9762\u5305"
    ---
    ```

    ## Good
    ```md
    ---
    title: 黑麦面包
    separator: "\u00a0"
    ---
    ```
    """

    severity = "info"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(head=("\\u", "\\x"))

    def check(self, doc: Document) -> Iterator[Finding]:
        for node in doc.leaves:
            if node.style == '"' and not node.text.isascii() and doc.text.find("\\", node.start, node.end) >= 0:
                edits = tuple(_edits(doc.text, node))
                if edits:
                    path = doc.path_of(node)
                    shown = shortened(doc.text[edits[0].start : edits[0].end])
                    yield Finding(
                        path,
                        f"`{format_key_path(path)}` spells letters as escapes: `{shown}` is `{edits[0].text}`",
                        "write the letters themselves",
                        fix=Fix("write the letters themselves", edits, safe=True),
                    )


def _edits(text: str, node: Scalar) -> Iterator[Edit]:
    for escape in _ESCAPE.finditer(text, node.start, node.end):
        high, low, *others = escape.groups()
        digits = others[0] or others[1] or others[2]
        if high:
            character = chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
        elif digits:
            character = chr(int(digits, 16))
        else:
            continue
        if character > "\x7f" and character.isprintable() and not _joins(character):
            yield Edit(*escape.span(), character)


def _joins(character: str) -> bool:
    """Whether a character shows only together with the one before it."""
    import unicodedata  # here: hardly any file has escapes

    return unicodedata.category(character)[0] == "M"
