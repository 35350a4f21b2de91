from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.url import ADDRESS_FIELDS, addresses

_SIGNS = ("example.", "localhost", "127.0.0.1", "://0.0.0.0", "://your", "//my-", "path/to/")
_HOST = re.compile(
    r"\s*(?:https?:)?//(?:[^@/?#\s]*@)?"
    r"((?:[\w-]+\.)*example\.(?:com|org|net|edu)|localhost|127\.0\.0\.1|0\.0\.0\.0"
    r"|(?:[\w-]+\.)*(?:your|my)-(?:domain|site|website|blog|company)\.[a-z]+"
    r"|(?:[\w-]+\.)*your(?:domain|site|website|blog|company|name)\.[a-z.]+)(?=[:/?#\s]|\Z)",
    re.IGNORECASE,
)
_PATH = re.compile(r"\s*/?path/to/", re.IGNORECASE)


class PlaceholderUrl(Rule):
    """The URL leads to a made-up host, or to the author's own computer.

    `example.com` and `your-domain.com` come from a template, `localhost` from the address bar while
    the site was being written. Nobody else can see such a picture or page.

    ## Bad
    ```md
    ---
    title: Rye bread
    cover:
      url: https://example.com/rye.jpg
    ---
    ```
    ```md
    ---
    title: Rye bread
    image: http://localhost:4321/rye.jpg
    ---
    ```

    ## Good
    ```md
    ---
    title: What example.com is for
    cover:
      url: https://images.bakery-site.org/example.com.jpg
    ---
    ```

    ## Options
    - `fields`: the fields that hold a URL, or a list of them; `cover.url` is `url` in `cover`.
    """

    severity = "warning"
    fields: tuple[str, ...] = ADDRESS_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, head=_SIGNS)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, value in addresses(doc, self.fields):
            found = _HOST.match(value)
            if found:
                what = f"leads to `{found[1]}`, which no reader can reach"
            elif _PATH.match(value):
                what = f"is a template's path: `{value.strip()}`"
            else:
                continue
            if not doc.is_template:
                yield Finding(path, f"`{format_key_path(path)}` {what}", hint="write the real address")
