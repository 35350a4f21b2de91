from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mdlint.diagnostic import Finding, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.below import texts_below
from mdlint.rules.url import PICTURE_FIELDS, addresses, suspicious

_ENDINGS = (
    ".md", ".mdx", ".html", ".htm", ".txt", ".pdf", ".doc", ".docx", ".ppt", ".pptx", ".xls", ".xlsx", ".csv", ".json",
    ".yml", ".yaml", ".xml", ".css", ".js", ".ts", ".astro", ".zip", ".gz", ".mp3", ".wav", ".psd", ".ai", ".heic",
)  # fmt: skip
_HOST = re.compile(r"(?:https?:)?//[^/]*", re.IGNORECASE)
_PAGE = re.compile(r"https?://(?:www\.)?(?:github\.com/[^/]+/[^/]+|gitlab\.com/.+/-)/blob/", re.IGNORECASE)


class WrongAssetType(Rule):
    """The field for a picture holds a file of another kind.

    A browser shows a broken picture in its place, and link previews show none. GitHub's address of a
    picture with `/blob/` in it is a page about the picture; the picture itself is at `/raw/`.

    ## Bad
    ```md
    ---
    title: Rye bread
    cover: ../recipes/rye.pdf
    ---
    ```
    ```md
    ---
    title: Rye bread
    image: https://github.com/bakery/site/blob/main/rye.jpg
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    cover: ../recipes/rye.jpg
    image: https://github.com/bakery/site/raw/main/rye.jpg
    ---
    ```

    ## Options
    - `fields`: the fields that hold a picture, or a list of them; `cover.url` is `url` in `cover`.
    - `pictures`: more such fields, also in the items of lists; those of which the schema says `x-mdlint: {asset: image}`,
      `Asset("image")`, `image()` or the widget `image` are known.
    - `endings`: the endings of files that are no pictures.
    """

    severity = "warning"
    fields: tuple[str, ...] = PICTURE_FIELDS
    pictures: tuple[str, ...] = ()
    endings: tuple[str, ...] = _ENDINGS

    def needs(self) -> Needs:
        return Needs(fields=(*self.fields, *self.pictures), look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        texts: Iterable[tuple[KeyPath, str]] = addresses(doc, self.fields)
        if self.pictures:
            texts = {**dict(texts), **dict(texts_below(doc, self.pictures))}.items()
        for path, value in texts:
            # Before a query anything may stand: a script that draws the picture, or one that scales it.
            if "?" in value:
                continue
            text = value.strip()
            file = text.partition("#")[0] if "#" in text else text
            if file.lower().endswith(self.endings) and not _HOST.fullmatch(file):
                ending = file[file.rindex(".") :]
                what, hint = f"is a `{ending}` file, not a picture", "write the address of a picture"
            elif "/blob/" in text and _PAGE.match(text):
                what, hint = "is a page about a picture, not the picture", "write `/raw/` in the place of `/blob/`"
            else:
                continue
            yield Finding(path, f"`{format_key_path(path)}` {what}", hint=hint)
