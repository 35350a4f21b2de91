from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule

_ELEMENT = (
    r"(?<![`'\"“‘「])(?:<script\b[^<>]*>|<[a-z]\w*\b[^<>`]*\son[a-z]{3,}\s*=\s*\S[^<>]*>"
    r"|<iframe\b[^<>]*\bsrcdoc\s*=[^<>]*>)"
)
_ADDRESS = r"\s*(?:java|vb)script:\s*(?!void\b)[^\s;(=`][^\s(=`]*[(=`].*|\s*data\s*:\s*text/html\s*[;,].*"
_TEXTS = frozenset((
    "title", "linktitle", "name", "headline", "subtitle", "description", "summary", "excerpt", "abstract", "author",
    "authors", "tag", "tags", "category", "categories", "keywords", "slug", "alt", "content", "label", "lang", "image",
    "cover", "url", "square", "thumbnail",
))  # fmt: skip
"""Fields that hold plain text. Others hold code on purpose: `head`, `header-includes`, `custom_js`."""
_CODE = r"(?:^|[-_])(?:bookmarklets?|code|embeds?|examples?|head(?:er)?|html|js|scripts?|snippets?)(?:$|[-_])"


class ScriptInjection(Rule):
    """A value that is shown as text holds a script, or an address is `javascript:` code.

    Layouts that print the value unescaped run it in every reader's browser; text that was collected from
    elsewhere brings such things along. A title that names an element (`<script setup>`) is safe, also one
    that quotes a whole script, and so are fields that are for code.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: Bake it. <script src="https://ads.test-site.org/a.js"></script>
    link: "javascript:fetch('/api/bread')"
    ---
    ```

    ## Good
    ```md
    ---
    title: How <script setup> and <script async> work
    description: 'Why `<script>alert("bread")</script>` in a comment is dangerous'
    tags: ["javascript:", html]
    head: <script>track()</script>
    ---
    ```
    """

    severity = "error"

    def needs(self) -> Needs:
        return Needs(head=("<script", "script:", "srcdoc", "text/html", "onerror", "onload", "onclick", "onmouse"))

    def check(self, doc: Document) -> Iterator[Finding]:
        for scalar in doc.leaves:
            text = scalar.text
            if not isinstance(scalar.value, str) or not (":" in text or "<" in text):
                continue
            if re.fullmatch(_ADDRESS, text, re.IGNORECASE | re.DOTALL):
                path = doc.path_of(scalar)
                if _is_code(path):
                    continue
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is code where an address belongs",
                    hint="write an address with `https://`, or a path",
                )
            elif "<" in text and (element := _element(text)):
                path = doc.path_of(scalar)
                if _field(path) in _TEXTS and not _is_code(path):
                    yield _in_text(doc, path, scalar, element)


def _element(text: str) -> str:
    """The first element that runs code; a script only where it is closed, or loaded from elsewhere."""
    closed = text.casefold().rfind("</script")
    for match in re.finditer(_ELEMENT, text, re.IGNORECASE):
        start = match[0].casefold()
        if not start.startswith("<script") or match.end() <= closed or re.search(r"\ssrc\s*=", start):
            return match[0]
    return ""


def _in_text(doc: Document, path: KeyPath, scalar: Scalar, element: str) -> Finding:
    at = doc.text.find(element, scalar.start, scalar.end)
    return Finding(
        path if at < 0 else doc.span(at, at + len(element)),
        f"`{format_key_path(path)}` holds a script, which runs where a layout prints the value as it is",
        hint="remove it",
        related=(path,),
    )


def _field(path: KeyPath) -> str:
    names = [part for part in path if isinstance(part, str)]
    return names[-1].casefold() if names else ""


def _is_code(path: KeyPath) -> bool:
    """Whether a field around the value is one for code."""
    names = [part.casefold() for part in path if isinstance(part, str)]
    return any(re.search(_CODE, name) for name in names)
