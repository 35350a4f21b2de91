from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdlint.diagnostic import KeyPath, PlacedFact, format_key_path, shortened
from mdlint.document import Document
from mdlint.locating.assets import assets_of, is_asset_path, is_path
from mdlint.locating.layouts import COMPONENT_ENDINGS, look_up_layout
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.url import ASSET_FIELDS, path_facts, paths_in
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
    - `assets`: the fields that hold the path of a file of any kind, as of `missing-asset`.
    - `layouts`: the fields that hold a layout; only components of Astro and the like are looked for.
    """

    severity = "error"
    needs_site = False
    fixable = "safe"
    fix_is_safe = True
    fields: tuple[str, ...] = ASSET_FIELDS
    assets: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ("layout",)

    def needs(self) -> Needs:
        return Needs(fields=(*self.fields, *self.assets, *self.layouts))

    def collect(self, doc: Document) -> Iterator[Fact]:
        wanted = (self.fields, is_asset_path), (self.layouts, _is_component)
        return path_facts(doc, *wanted, assets=self.assets)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        assets = assets_of(site)
        for fact in facts:
            for path, text, generator in paths_in(fact):
                if _is_component(text):
                    sought = look_up_layout(assets, fact.path, text, generator)
                else:
                    sought = assets.look_up(fact.path, text, generator)
                if sought.state == "misspelled":
                    what = (
                        f"`{format_key_path(path)}` is `{shortened(text)}`, "
                        f"but the file is called `{shortened(sought.text)}`"
                    )
                    yield Verdict(fact, what, "write it so, or it is missing on Linux", sought.text, within=path)

    def closer(self, doc: Document, at: KeyPath, replacement: str | None) -> Fact:
        return Fact(at, slot=None if replacement is None else doc.rewrite(at, replacement))


def _is_component(text: str) -> bool:
    return text.endswith(COMPONENT_ENDINGS) and is_path(text)
