from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.url import ADDRESS_FIELDS, FINE, addresses, suspicious

_NOT_TEXT = frozenset(("None", "undefined", "null", "NaN"))
_LOCAL = frozenset(("file", "blob", "about", "chrome", "chrome-extension", "moz-extension"))
_OTHER = frozenset(("ftp", "ftps", "javascript", "mailto", "tel", "vbscript", "view-source"))


class InvalidUrl(Rule):
    """The value is neither a URL nor a path, though the field holds the address of a picture or page.

    The page is built all the same; the picture is then a broken one, and the link preview is empty.
    Paths on the site, aliases such as `@/` and `~/`, `data:` and template expressions are fine.
    An empty value is reported inside a mapping, where the picture's other fields say that there is one; in a Hugo
    site only where one of them is filled in, since themes' archetypes bring such mappings along.

    ## Bad
    ```md
    ---
    title: Rye bread
    cover:
      url: htps://bakery.example/rye.jpg
    ---
    ```
    ```md
    ---
    title: Rye bread
    image: None
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    cover:
      url: https://bakery.example/rye.jpg
      square: ../images/rye square.jpg
    canonical: //bakery.example/rye
    ---
    ```

    ## Options
    - `fields`: the fields that hold a URL or a path, or a list of them; `cover.url` is `url` in `cover`.
    """

    severity = "error"
    fields: tuple[str, ...] = ADDRESS_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, value in addresses(doc, self.fields):
            if FINE.match(value):
                continue
            text = value.strip()
            if text:
                found = _problem(text)
            else:
                is_told = len(path) > 1 and not (doc.generator == "hugo" and _is_blank(doc.get(path[:-1])))
                found = ("is empty", "write the address of the picture") if is_told else None
            if found:
                yield Finding(path, f"`{format_key_path(path)}` {found[0]}", hint=found[1])


def _is_blank(mapping: object) -> bool:
    """Whether no text in a mapping is filled in."""
    return isinstance(mapping, dict) and not any(isinstance(text, str) and text.strip() for text in mapping.values())


# The patterns below are compiled when a value first needs them: most runs see fine URLs and paths only.


def _problem(text: str) -> tuple[str, str] | None:
    """What is wrong with an address and what to do about it; None where it may be meant so."""
    if text in _NOT_TEXT:
        return f"is `{text}`, which a script writes where it has no value", "write the address, or remove the field"
    if re.search(r"\{\{|\{%|<%|\$\{", text):
        return None
    if link := re.fullmatch(r"!?\[[^\[\]]*\]\(([^()]*)\)", text):
        target, *_ = link[1].split() or [""]
        return "is a Markdown link, not a URL", f"write `{target}` alone" if target else "write the address alone"
    if re.match(r"<img\s|[<\"'“‘]https?://", text, re.IGNORECASE):
        return "has more than a URL in it", "write the address alone"
    if text.startswith("www."):
        return "has no `https://` before `www.`, so that it is a path", f"write `https://{text}`"
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*)(:/*|//)", text)
    if scheme and (problem := _problem_of_scheme(scheme[1].lower(), scheme[2])):
        return problem
    if "\\" in text:
        return "has a backslash", "write `/` for each backslash"
    if scheme and scheme[1].lower() in ("http", "https"):
        return _problem_of_rest(text[scheme.end() :])
    return None


def _problem_of_scheme(scheme: str, mark: str) -> tuple[str, str] | None:
    if scheme in ("http", "https"):
        return None if mark == "://" else (f"starts with `{scheme}{mark}`", f"write `{scheme}://`")
    if mark[0] == ":":
        if len(scheme) == 1 or scheme in _LOCAL:
            return "is an address on one computer", "copy the file into the site, and write its path there"
        if scheme in _OTHER:
            return f"is a `{scheme}:` address, which shows no picture or page", "write an address with `https://`"
    for right in ("https", "http"):
        if "/" in mark and _is_slip(scheme, right):
            return f"starts with `{scheme}{mark}`", f"write `{right}://`"
    return None


def _problem_of_rest(rest: str) -> tuple[str, str] | None:
    """The same for what follows `https://`."""
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if host.rstrip(":").lower() in ("http", "https"):
        return f"has `{host}` twice", "remove one of the two"
    if not host:
        return "has no host", "write the site's name behind `https://`"
    if re.search(r"\s", rest):
        return "has a space inside its URL", "remove it, or write `%20` for it"
    name = r"(?:[^@\s]*@)?(?:\[[0-9a-fA-F:.]+\]|(?!\.)(?:[\w%~-]|\.(?!\.))+)(?::\d*)?"
    if not re.fullmatch(name, host):
        return f"has `{shortened(host)}` for a host, which is no host's name", "write the site's name behind `https://`"
    return None


def _is_slip(word: str, right: str) -> bool:
    """Whether a word has one letter too many, too few or wrong, or two letters swapped."""
    while word and right and word[0] == right[0]:
        word, right = word[1:], right[1:]
    while word and right and word[-1] == right[-1]:
        word, right = word[:-1], right[:-1]
    return max(len(word), len(right)) == 1 or (len(word) == 2 and word == right[::-1])
