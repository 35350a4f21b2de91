from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule
from mdlint.rules.url import ADDRESS_FIELDS, addresses

_HTTP = re.compile(r"\s*(http):/*(?:[^@/?#\s]*@)?([^/?#:\s]*)(:\d+)?", re.IGNORECASE)
_LOCAL = re.compile(r"(?:localhost|[^.]*|.*\.(?:local|localhost|internal|test|onion)|[\d.]+)\Z", re.IGNORECASE)


class InsecureUrl(Rule):
    """The URL begins with `http:`, so that it is fetched without encryption.

    A browser does not show such a picture on a page of an `https:` site, or asks for it by `https:`
    anyway; a canonical address tells search engines to list the old one. Addresses inside a network
    are left alone. The fix is unsafe because not every server answers by `https:`.

    ## Bad
    ```md
    ---
    title: Rye bread
    cover:
      url: http://bakery.example/rye.jpg
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    cover:
      url: https://bakery.example/rye.jpg
    ---
    ```

    ## Options
    - `fields`: the fields that hold a URL, or a list of them; `cover.url` is `url` in `cover`.
    """

    severity = "info"
    fixable = "unsafe"
    fields: tuple[str, ...] = ADDRESS_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, head=("http:",))

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, value in addresses(doc, self.fields):
            if (found := _HTTP.match(value)) and not _LOCAL.match(found[2]):
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is fetched without encryption: it begins with `{found[1]}:`",
                    hint="write `https:`, if the site answers to that",
                    fix=None if found[3] else _fix(doc, path, found[1]),
                )


def _fix(doc: Document, path: KeyPath, scheme: str) -> Fix | None:
    node = doc.node(path)
    if not isinstance(node, Scalar) or node.style in ("|", ">"):
        return None
    at = doc.text.find(f"{scheme}:", node.start, node.end)
    if at < 0 or doc.text[node.start : at].strip("'\" "):
        return None
    end = at + len(scheme)
    return Fix("write `https:`", (Edit(end, end, "s"),), safe=False)
