from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mdlint.diagnostic import Edit, Finding, Fix, KeyPath, Severity, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import entries

_NAMES = {
    "\u00a0": "a no-break space",
    "\u00ad": "a soft hyphen",
    "\u180e": "a Mongolian vowel separator",
    "\u200b": "a zero-width space",
    "\u200e": "a left-to-right mark",
    "\u200f": "a right-to-left mark",
    "\u2060": "a word joiner",
    "\ufeff": "a byte-order mark",
}
_INVISIBLE = re.compile(f"[{''.join(_NAMES)}]")
_USED_WITH = {
    "\u180e": re.compile("[\u1800-\u18af]"),
    "\u200b": re.compile("[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf]"),  # scripts without spaces between words
    "\u200e": re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"),
    "\u200f": re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"),
}
"""The letters among which a character has its place."""
_OTHER_LETTER = re.compile(r"[^\W\d_a-zA-Z]")
_BEFORE = re.compile(r"(?:[\d.«–—“‘(\[§№#&+=×/|-]|(?<![^\W\d_])(?<!['’])[^\W\d_]{1,2})\Z")
_BEHIND = re.compile(r"[\d?!:;»%€$£°–—”’)\]&+=×/|-]|[^\W\d_]{1,2}(?![^\W\d_])")
"""Where a no-break space is good typography: at numbers, signs, initials and short words."""
_PROSE = frozenset(("title", "description", "summary", "excerpt", "subtitle", "headline", "abstract", "alt", "caption"))
_WORDS = frozenset(("tags", "tag", "categories", "category", "keywords", "topics", "series", "authors"))
_CHANGES_MEANING = re.compile(r":(?:\s|\Z)|\s#|\A[-?:,\[\]{}#&*!|>'\"%@`]")


class InvisibleCharacters(Rule):
    r"""A name or a value holds characters that nobody sees.

    Zero-width spaces, direction marks and no-break spaces come along when text is copied from a web page or a
    chat. Two tags that look the same are two, a field with one in its name is unknown, a path or a URL
    leads nowhere, and a search does not find the text. Where they have a use they are left alone: no-break
    spaces at numbers and signs or in other languages than English, joiners in Persian or emoji, zero-width
    spaces in Thai or Khmer. In a text for readers, a no-break space or a soft hyphen is an information only.

    ## Bad
    ```md escapes
    ---
    title: Rye\xe2\x80\x8b bread
    ---
    ```

    ```md escapes
    ---
    tags:
      - rye\xc2\xa0bread
    ---
    ```

    ## Good
    ```md escapes
    ---
    title: Bake at 220\xc2\xa0°C
    subtitle: "Qu\xe2\x80\x99est-ce que le pain de seigle\xc2\xa0?"
    ---
    ```
    """

    severity = "warning"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(head=("\u00a0", "\u200b", "\u00ad", "\ufeff", "\u200e", "\u200f", "\u2060", "\u180e"))

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, key, node in entries(doc):
            if key is not None and _INVISIBLE.search(doc.text, key.start, key.end):
                yield _in_name(doc, path, key)
            if isinstance(node, Scalar) and _INVISIBLE.search(doc.text, node.start, node.end):
                yield from _in_value(doc, path, node)


def _in_name(doc: Document, path: KeyPath, key: Scalar) -> Finding:
    found = list(_INVISIBLE.finditer(doc.text, key.start, key.end))
    name = _INVISIBLE.sub("", key.text)
    edits = tuple(Edit(*match.span(), " " if match[0] == "\u00a0" else "") for match in found)
    fix = Fix(_title(found), edits, safe=True)
    return Finding(
        doc.span(*found[0].span()),
        f"the name `{name}` holds {_what(found)}",
        "remove it: this is another name than the one it looks like",
        fix=fix if doc.node((*path[:-1], name)) is None and not key.style else None,
    )


def _in_value(doc: Document, path: KeyPath, node: Scalar) -> Iterator[Finding]:
    severity_of = _severities(path, node)
    judged = [(match, severity_of(match)) for match in _INVISIBLE.finditer(doc.text, node.start, node.end)]
    found = [match for match, severity in judged if severity is not None]
    if found:
        yield Finding(
            doc.span(*found[0].span()),
            f"`{format_key_path(path)}` holds {_what(found)}",
            "write a normal space" if found[0][0] == "\u00a0" else "remove it",
            fix=_fix(doc.text, node, found),
            severity="warning" if any(severity == "warning" for _, severity in judged) else "info",
        )


def _severities(path: KeyPath, node: Scalar) -> Callable[[re.Match[str]], Severity | None]:
    """What says how bad it is to have a character in the value; None where it has its place."""
    text = node.text.strip(" \t\r\n")
    field = next((part for part in reversed(path) if isinstance(part, str)), "").casefold()
    seen = text.replace("\u00ad", "").replace("\u00a0", "\n")
    is_name = field in _WORDS or seen != seen.strip() or (field not in _PROSE and not re.search("[ \t]", seen))
    in_place = {character for character, letters in _USED_WITH.items() if letters.search(text)}
    is_other_language = _OTHER_LETTER.search(text) is not None

    def severity(match: re.Match[str]) -> Severity | None:
        character = match[0]
        if character not in "\u00a0\u00ad":
            return None if character in in_place else "warning"
        if is_name:
            return "warning"
        if character == "\u00a0" and (
            is_other_language
            or _BEFORE.search(match.string[match.start() - 4 : match.start()])
            or _BEHIND.match(match.string, match.end(), node.end)
        ):
            return None
        return "info"

    return severity


def _fix(source: str, node: Scalar, found: list[re.Match[str]]) -> Fix | None:
    edits = []
    parts: list[str] = []
    at = node.start
    for match in found:
        before, behind = source[match.start() - 1], source[match.end() : match.end() + 1]
        is_edge = before in " \t\"'" or behind in " \t\r\n\"'"
        new = " " if match[0] == "\u00a0" and not is_edge else ""
        edits.append(Edit(*match.span(), new))
        parts += source[at : match.start()], new
        at = match.end()
    text = "".join(parts) + source[at : node.end]
    if not node.style and (not text or _CHANGES_MEANING.search(text)):
        return None
    return Fix(_title(found), tuple(edits), safe=all(match[0] != "\u00ad" for match in found))


def _what(found: list[re.Match[str]]) -> str:
    first = found[0][0]
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return f"{_NAMES[first]} (U+{ord(first):04X}){more}"


def _title(found: list[re.Match[str]]) -> str:
    return "write normal spaces" if all(match[0] == "\u00a0" for match in found) else "remove the invisible characters"
