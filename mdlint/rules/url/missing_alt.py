from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Mapping
from mdlint.rule import Needs, Rule

_SOURCES = ("url", "src", "image", "file")
_ALTS = ("{}Alt", "{}_alt", "{}-alt", "alt")


class MissingAlt(Rule):
    """The picture has no alternative text.

    Who does not see the picture hears its address instead, or nothing. `alt: ''` says that the picture
    is decoration, and is fine; so is an `imageAlt` or `image_alt` beside the picture. Layouts
    of other models may have no use for the text, or take it from elsewhere.

    ## Bad
    ```md
    ---
    title: Rye bread
    cover:
      url: /images/rye.jpg
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    cover:
      url: /images/rye.jpg
      alt: A dark loaf with a cracked crust on a wooden board
    heroImage:
      src: /images/wave.svg
      alt: ''
    ---
    ```

    ## Options
    - `fields`: the fields that hold a picture as a mapping.
    """

    severity = "warning"
    on_with = ("post",)
    fields: tuple[str, ...] = ("cover", "image", "heroImage", "featuredImage", "thumbnail")

    def needs(self) -> Needs:
        return Needs(fields=self.fields)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            if not isinstance(node, Mapping) or _value_of(node, "alt") is not None:
                continue
            has_source = any(isinstance(url := _value_of(node, name), str) and url.strip() for name in _SOURCES)
            if has_source and not any(form.format(path[-1]) in doc for form in _ALTS):
                yield Finding(
                    (*path, "alt"),
                    f"`{format_key_path(path)}` has no alternative text",
                    hint="say in `alt` what the picture shows, or write `alt: ''` if it is decoration",
                )


def _value_of(node: Mapping, name: str) -> Any:
    entry = node.index.get(name)
    return None if entry is None else entry[1].value
