from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdlint.diagnostic import PlacedFact, format_key_path, shortened
from mdlint.document import Document
from mdlint.locating.assets import assets_of, is_asset_path, is_path
from mdlint.locating.layouts import COMPONENT_ENDINGS, look_up_layout
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.url import ASSET_FIELDS, addresses
from mdlint.site import Site


class AssetCaseMismatch(ProjectRule):
    """The file is there, but its name has other capital letters.

    On macOS and Windows `Rye.JPG` and `rye.jpg` are one file, on Linux they are two: the page is right on the author's
    computer, and the picture is missing once the site is built on a server. Where the file is looked for is said of
    `missing-asset`. The fix writes the name as the file has it.

    ## Bad
    ```md path=src/content/blog/rye.md files="astro.config.mjs public/images/rye.jpg"
    ---
    title: Rye bread
    cover:
      url: /images/Rye.JPG
    ---
    ```

    ## Good
    ```md path=src/content/blog/rye.md files="astro.config.mjs public/images/rye.jpg"
    ---
    title: Rye bread
    cover:
      url: /images/rye.jpg
    ---
    ```

    ## Options
    - `fields`: the fields that hold a path, or a list of them; `cover.url` is `url` in `cover`.
    """

    severity = "error"
    needs_site = False
    fixable = "safe"
    fix_is_safe = True
    fields: tuple[str, ...] = (*ASSET_FIELDS, "layout")

    def needs(self) -> Needs:
        return Needs(fields=self.fields)

    def collect(self, doc: Document) -> Iterator[Fact]:
        for path, value in addresses(doc, self.fields):
            text = value.strip()
            if (is_asset_path(text) or _is_component(text)) and not doc.is_template:
                yield Fact(path, [text, doc.generator], slot=doc.rewrite(path, text))

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        assets = assets_of(site)
        for fact in facts:
            text, generator = fact.value
            look_up = assets.look_up
            sought = (
                look_up_layout(assets, fact.path, text, generator)
                if _is_component(text)
                else look_up(fact.path, text, generator)
            )
            if sought.state == "misspelled":
                field = format_key_path(fact.key_path or ())
                what = f"`{field}` is `{shortened(text)}`, but the file is called `{shortened(sought.text)}`"
                yield Verdict(fact, what, "write it so, or it is missing on Linux", replacement=sought.text)


def _is_component(text: str) -> bool:
    return text.endswith(COMPONENT_ENDINGS) and is_path(text)
