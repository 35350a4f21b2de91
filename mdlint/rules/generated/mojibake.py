from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

from mdlint.diagnostic import Edit, Finding, Fix, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.generated import is_in, outside_code

_SIGNS = ("Ã", "â€", "Â", "ï»¿", "ðŸ", "ã€", "ï¼", "Ð¾")
"""One of these comes up in whatever was read so."""
_LOST = "锟斤拷"
"""What GBK makes of the sign for a character that could not be read: what it was is lost."""
_BYTES = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What Windows-1252 and Latin-1 make of a byte that continues a character in UTF-8."""
_BROKEN = (
    rf"(?<![A-ZÀ-ÖØ-Þ])(?:[ÃÂ][{_BYTES}])+|â€[{_BYTES}]|ï»¿|ðŸ[{_BYTES}]{{2}}"
    rf"|(?:[ã-ï][{_BYTES}]{{2}}){{2,}}|(?:[Ð-Ñ][{_BYTES}]){{3,}}|(?:{_LOST})+"
)
_MOST = 1000
_ABOUT = (
    r"mojibake|encoding|unicode|utf-?8|latin-?1|iso-?8859|windows-1252|cp1252|charset|文字化け|乱码|亂碼|编码|編碼|gbk|zeichensatz"
    r"|kodierung|encodage|codificaci"
)


class Mojibake(Rule):
    """A text holds letters that were read in the wrong encoding: `cafÃ©`, `donâ€™t`.

    A program took UTF-8 for Latin-1 or Windows-1252, or wrote it twice. Every accent and every curly quote becomes two
    or three odd characters. Only sequences that no language has are reported, and not in code nor in texts
    about encodings.

    ## Bad
    ```md
    ---
    title: Le pain du cafÃ©
    ---
    ```

    ```md
    The oven doesnâ€™t close.
    ```

    ## Good
    ```md
    ---
    title: Le pain du café
    subtitle: PÃO, «CAFÉ», MAÇÃ!
    ---
    ```

    ```md
    This is what mojibake looks like: cafÃ©.
    ```
    """

    severity = "warning"
    fixable = "unsafe"

    def needs(self) -> Needs:
        signs = (*_SIGNS, _LOST)
        return Needs(head=tuple(sign.lower() for sign in signs), body=signs, either=True)

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        # In lower case, which the front matter is looked at in, letters of many languages look like these.
        if not is_in(text, (*_SIGNS, _LOST)):
            return
        pattern = re.compile(_BROKEN)
        in_head = _first(pattern.finditer(text, 0, doc.body_start))
        in_body = _first(outside_code(doc, pattern))
        if (in_head or in_body) and not re.search(_ABOUT, text, re.IGNORECASE):
            starts = [match.start() for match in in_head]
            for scalar in doc.leaves if in_head else ():
                found = in_head[bisect_left(starts, scalar.start) : bisect_left(starts, scalar.end)]
                if found:
                    yield _finding(doc, f"`{format_key_path(doc.path_of(scalar))}`", found)
            if in_body:
                yield _finding(doc, "the text", in_body)


def _first(matches: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """What is broken indeed; of very many the first."""
    return list(islice(filter(_is_broken, matches), _MOST))


def _finding(doc: Document, where: str, found: list[re.Match[str]]) -> Finding:
    number = "many" if len(found) == _MOST else len(found) - 1
    more = f" and {number} more" if len(found) > 1 else ""
    edits = tuple(Edit(*match.span(), _repaired(match[0])) for match in found if not match[0].startswith(_LOST))
    right = f", which was `{_repaired(found[0][0])}`" if edits and edits[0].text.isprintable() and edits[0].text else ""
    return Finding(
        doc.span(*found[0].span()),
        f"{where} was read in the wrong encoding: `{found[0][0]}`{right}{more}",
        "read it as UTF-8" if edits else "fetch the text again: what stood here is lost",
        fix=Fix("write the characters that were meant", edits, safe=False) if edits else None,
    )


def _is_broken(match: re.Match[str]) -> bool:
    return match[0].startswith(_LOST) or _repaired(match[0]) != match[0]


def _repaired(broken: str) -> str:
    """What a text was before it was read in the wrong encoding; the text itself where that was not so."""
    try:
        data = b"".join(c.encode("latin-1" if c < "\u0100" else "cp1252") for c in broken)
        return data.decode().removeprefix("\ufeff")
    except UnicodeError:
        return broken
