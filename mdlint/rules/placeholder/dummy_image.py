from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.placeholder import is_sample

_SIGNS = (
    "placehold",
    "dummyimage",
    "fakeimg",
    "loremflickr",
    "lorempixel",
    "placekitten",
    "placeimg",
    "source.unsplash",
    "your-image",
)
_DUMMY = (
    r"(?:https?:)?//(?:[\w-]+\.)*(?:placehold\.(?:co|it|jp)|placeholder\.(?:com|pics)|dummyimage\.com|fakeimg\.pl|loremflickr\.com"
    r"|lorempixel\.com|placekitten\.com|placeimg\.com|source\.unsplash\.com/random)(?:[/:?].*)?"
    r"|(?:.*/)?(?:[\w-]+[-_])?placeholder(?:[-_](?:image|img|cover|hero|blog|post|square|wide|about|\d+x\d+|\d+))*"
    r"\.(?:png|jpe?g|gif|svg|webp|avif)(?:[?#].*)?"
    r"|(?:.*/)?your-image(?:[-_]?(?:url|here|name|path|\d+))*\.(?:png|jpe?g|gif|svg|webp|avif)"
)


class DummyImage(Rule):
    """The picture is one that only fills a place: `placehold.co`, `blog-placeholder-1.jpg`.

    Such services draw a grey box with its size in it, and themes bring such files for their first
    posts; link previews then show them. A photo picked by chance (`picsum.photos`) is left alone,
    since some sites mean it, and so are the pages by which a theme or a tool shows itself.

    ## Bad
    ```md
    ---
    title: Rye bread
    image: https://placehold.co/600x400
    cover:
      url: ../../assets/blog-placeholder-3.jpg
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    image: ../../assets/rye.jpg
    cover:
      url: /images/how-placeholders-work.png
    ---
    ```
    """

    severity = "warning"

    def needs(self) -> Needs:
        return Needs(head=_SIGNS)

    def check(self, doc: Document) -> Iterator[Finding]:
        for scalar in doc.leaves:
            if isinstance(scalar.value, str) and re.fullmatch(_DUMMY, scalar.text.strip(), re.IGNORECASE):
                if is_sample(doc):
                    return
                path = doc.path_of(scalar)
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is a placeholder of a picture: `{shortened(scalar.text)}`",
                    hint="put the post's own picture there, or remove the field",
                )
