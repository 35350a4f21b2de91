from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.url import ADDRESS_FIELDS, addresses


class DataUri(Rule):
    """The picture itself is written into the front matter, as a `data:` URI.

    Link previews and feeds want an address and show nothing, and each page that lists the post carries
    the whole picture along. A picture in a file is scaled, cached and found by search engines.

    ## Bad
    ```md
    ---
    title: Rye bread
    cover:
      url: data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    cover:
      url: /images/rye.gif
      blurred: data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=
    ---
    ```

    ## Options
    - `fields`: the fields that hold a picture or an address, or a list of them; `cover.url` is `url` in `cover`.
    """

    severity = "warning"
    fields: tuple[str, ...] = ADDRESS_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, head=("data:",))

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, value in addresses(doc, self.fields):
            text = value.lstrip()
            if text[:5].lower() == "data:":
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` holds a whole picture of {len(text)} characters, not an address",
                    hint="save the picture as a file of the site, and write its path",
                )
