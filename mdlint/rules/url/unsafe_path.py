from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.url import ADDRESS_FIELDS, addresses, suspicious

_DOTS = re.compile(r"%2e", re.IGNORECASE)
_OWN_FOLDER = re.compile(
    r"(?:/(?:Users|home)/[^/]+|~)/(?:Desktop|Documents|Downloads|Dropbox|Library|Movies|OneDrive|Pictures)/"
    r"|/Volumes/[^/]+/|/mnt/[a-z]/|/var/folders/"
)


class UnsafePath(Rule):
    """The path leads out of the project.

    It climbs above the site's root with `..`, or names a folder of the author's own computer. The file
    is missing wherever else the site is built, and a script that follows such a path reads files
    that are not the site's. How far a path may climb that is relative to its own file is not known here.

    ## Bad
    ```md
    ---
    title: Rye bread
    image: /images/../../../secrets/rye.jpg
    ---
    ```
    ```md
    ---
    title: Rye bread
    image: /Users/ann/Desktop/rye.jpg
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    image: ../../assets/rye.jpg
    cover: /images/../photos/rye.jpg
    ---
    ```

    ## Options
    - `fields`: the fields that hold a path, or a list of them; `cover.url` is `url` in `cover`.
    """

    severity = "error"
    fields: tuple[str, ...] = (*ADDRESS_FIELDS, "layout")

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, value in addresses(doc, self.fields):
            text = value.strip()
            if text[:1] not in "/~@":
                continue
            if _OWN_FOLDER.match(text):
                what = f"is a path on one computer: `{shortened(text)}`"
                hint = "copy the file into the site, and write its path there"
            elif _climbs_out(text):
                what = f"leads out of the site: `{shortened(text)}`"
                hint = "write the file's path from the site's root"
            else:
                continue
            yield Finding(path, f"`{format_key_path(path)}` {what}", hint=hint)


def _climbs_out(text: str) -> bool:
    """Whether a path from the root, or from an alias that stands below it, climbs above the root."""
    if text.startswith("//"):
        return False
    first, *parts = _DOTS.sub(".", re.split(r"[?#]", text, maxsplit=1)[0]).split("/")
    # `@/` and `~/` may stand for `src/` or for a folder in it.
    depth = 2 if first else 0
    for part in parts:
        depth += {"..": -1, ".": 0, "": 0}.get(part, 1)
        if depth < 0:
            return True
    return False
