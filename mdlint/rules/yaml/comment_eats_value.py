from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import entries, is_marp

_COMMENT = re.compile(r"[ \t]+(#(?:[^\r\n]*[^ \t\r\n])?)")
_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})(?!\S)")
_NUMBER = re.compile(r"#\d")
_HASHTAG = re.compile(r"#[A-Za-z][\w/-]*\Z")
_HASHTAGS = re.compile(r"#[A-Za-z][\w/-]*[ ,]+#[A-Za-z]")
_GLUED = re.compile(r"#[^\W_]")
_LANGUAGE = re.compile(r"(?:\A|[\s(/,&+\"'])[CFJ]\Z")
_BEHIND_LANGUAGE = re.compile(r"#(?:\Z|[,:;.!?)/\"']| (?:\d|[&–-]|(?:and|for|from|in|is|on|or|to|vs|with)\b))")
_COUNTED = re.compile(
    r"\b(?:bug|chapter|day|episode|issue|no|number|part|pr|request|ticket|vol|volume|week)\.?\Z", re.IGNORECASE
)
_SPACED_NUMBER = re.compile(r"# ?\d+\b")
_SIGNS = re.compile(
    r"anchor|background|channel|colou?r|fragment|hash|href|id\b|issue|link|symbol|tag|url", re.IGNORECASE
)
"""Fields whose values may well start with a `#`."""
_TITLES = frozenset(("title", "description", "summary", "subtitle", "excerpt", "headline"))
_PROSE = re.compile(
    r"abstract|alt\b|caption|description|excerpt|head|keywords|label|name|summary|tags|title", re.IGNORECASE
)


class CommentEatsValue(Rule):
    """A `#` behind a space made a comment of the value, or of the rest of it.

    Everything from there to the end of the line is lost, without any error: `title: C # and F#` is the
    title "C", `color: #fff` no color, `- #bread` an empty item. Only text that can hardly be meant as a
    comment is reported; quotes around the value keep it whole. Marp reads `backgroundColor: #fff` as it is meant.

    ## Bad
    ```md
    ---
    title: Bake rye bread in C # and F#
    color: #ffcc00
    tags:
      - #bread
    ---
    ```

    ## Good
    ```md
    ---
    title: "Bake rye bread in C # and F#"
    subtitle: C# and F#
    color: "#ffcc00"
    draft: true # until the photos are there
    ---
    ```
    """

    severity = "warning"
    fixable = "unsafe"

    def needs(self) -> Needs:
        return Needs(formats=("yaml",), head=("#",))

    def check(self, doc: Document) -> Iterator[Finding]:
        head = doc.head
        if (" #" in head or "\t#" in head) and not doc.is_template and not is_marp(doc):
            for path, _, node in entries(doc):
                if isinstance(node, Scalar) and not node.style:
                    comment = _COMMENT.match(doc.text, node.end)
                    if comment is not None and _is_value(path, node, comment[1]):
                        yield _finding(doc, path, node, comment)


def _finding(doc: Document, path: KeyPath, node: Scalar, comment: re.Match[str]) -> Finding:
    field = format_key_path(path)
    start, end = comment.span(1)
    if node.value is not None:
        start = node.start
    elif color := _COLOR.match(comment[1]):
        end = start + color.end()
    read = "is empty" if node.value is None else f"is only `{shortened(node.text)}`"
    return Finding(
        doc.span(*comment.span(1)),
        f"`{field}` {read}: `{shortened(comment[1])}` is read as a comment",
        "put quotes around the value",
        fix=Fix(
            "put quotes around the value",
            (Edit(start, end, in_quotes(doc.text[start:end])),),
            safe=False,
            changes=(path,),
        ),
        related=(path,),
    )


def _is_value(path: KeyPath, node: Scalar, comment: str) -> bool:
    """Whether a comment is rather the value, or the rest of it."""
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    if not node.text:
        return _is_sign(field, comment) or (isinstance(path[-1], int) and _GLUED.match(comment) is not None)
    if not isinstance(node.value, str):
        return False
    if _HASHTAGS.match(comment) or (_opened(node.text) > 0 > _opened(comment)):
        return True
    if not _PROSE.search(field):
        return False
    if _LANGUAGE.search(node.text):
        return field in _TITLES or _BEHIND_LANGUAGE.match(comment) is not None
    return bool(_NUMBER.match(comment) or (_COUNTED.search(node.text) and _SPACED_NUMBER.match(comment)))


def _is_sign(field: str, comment: str) -> bool:
    """Whether a comment in the place of a field's value is a color, a number or hashtags."""
    is_likely = _SIGNS.search(field) is not None
    if _COLOR.match(comment):
        return is_likely or not comment.split(maxsplit=1)[0][1:].isalpha()
    return bool(_NUMBER.match(comment) or _HASHTAGS.match(comment) or (is_likely and _HASHTAG.match(comment)))


def _opened(text: str) -> int:
    """How many brackets a text opens and does not close; less than 0 if it closes more."""
    return text.count("(") - text.count(")")
