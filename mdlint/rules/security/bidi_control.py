from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, Severity, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import entries

_NAMES = {
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "pop directional formatting",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "pop directional isolate",
}
_CONTROL = f"[{''.join(_NAMES)}]"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_OVERRIDES = "\u202d\u202e"


class BidiControl(Rule):
    r"""A name or a value holds a character that changes the direction of the text around it.

    After a right-to-left override `gpj.exe` is shown as `exe.jpg`: what people see, and review, is not what
    the program reads. An override is an error; embeddings and isolates come along in text copied from
    elsewhere, and are left alone where the value holds Hebrew, Arabic or another script that needs them.

    ## Bad
    ```md escapes
    ---
    title: Rye bread
    image: /images/\xe2\x80\xaegpj.exe
    ---
    ```

    ## Good
    ```md escapes
    ---
    title: "\xe2\x81\xa7\xd7\x9c\xd7\x97\xd7\x9d\xe2\x81\xa9 is bread"
    ---
    ```
    """

    severity = "error"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(head=tuple(_NAMES))

    def check(self, doc: Document) -> Iterator[Finding]:
        pattern = re.compile(_CONTROL)
        for path, key, node in entries(doc):
            field = format_key_path(path)
            if key is not None and pattern.search(key.text):
                yield from _findings(doc, pattern, key, f"the name `{pattern.sub('', key.text)}`", is_key=True)
            if isinstance(node, Scalar) and pattern.search(node.text):
                yield from _findings(doc, pattern, node, f"`{pattern.sub('', field)}`")


def _findings(
    doc: Document, pattern: re.Pattern[str], scalar: Scalar, what: str, is_key: bool = False
) -> Iterator[Finding]:
    text = scalar.text
    severity: Severity = "error" if any(sign in text for sign in _OVERRIDES) else "warning"
    if severity == "warning" and re.search(_RIGHT_TO_LEFT, text):
        return
    first = next(pattern.finditer(text))[0]
    found = list(pattern.finditer(doc.text, scalar.start, scalar.end))
    edits = tuple(Edit(*match.span(), "") for match in found)
    # Where the character is written as an escape, and where nothing else is left, the author must decide.
    is_sure = len(found) == len(pattern.findall(text)) and _is_safe(pattern.sub("", text), scalar.style) and not is_key
    yield Finding(
        doc.span(*found[0].span()) if found else doc.span(scalar.start, scalar.end),
        f"{what} holds a {_NAMES[first]} (U+{ord(first):04X}), which nobody sees",
        hint="remove it",
        fix=Fix("remove the characters that change the direction", edits, safe=True) if found and is_sure else None,
        severity=severity,
    )


def _is_safe(text: str, style: str) -> bool:
    """Whether what is left is read as the same text."""
    return bool(style) or (len(text) > len("false") and re.fullmatch(r"[^\W\d_][^:#\n]*", text) is not None)
