from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdlint.diagnostic import PlacedFact, format_key_path, shortened
from mdlint.document import Document
from mdlint.locating.assets import assets_of, is_asset_path
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.url import ASSET_FIELDS, path_facts, paths_in, where_it_was_sought
from mdlint.site import Site


class MissingAsset(ProjectRule):
    """There is no such picture, film or other file in the site.

    The page shows a broken picture, or the site cannot be built. The file is looked for as the site's generator does:
    beside the Markdown, in `public/`, `static/`, `assets/`, `src/` and what the generator's configuration names,
    and behind the aliases of `tsconfig.json`. The finding says where. Nothing is said where the site's root is not known,
    where none of its assets are there, and of files that git ignores, since a script makes them.

    The fields that the schema calls assets are looked at too: `x-mdlint: {asset: true}` in a JSON Schema, `Asset()` in
    a Pydantic model, `image()` in Astro, the widgets `image` and `file` of Decap.

    ## Bad
    ```md path=src/content/blog/rye.md files="astro.config.mjs public/images/oat.jpg"
    ---
    title: Rye bread
    cover:
      url: /images/rye.jpg
    ---
    ```

    ## Bad: from the wrong folder
    ```md path=src/content/blog/rye.md files="astro.config.mjs src/assets/rye.jpg"
    ---
    title: Rye bread
    heroImage: ../assets/rye.jpg
    ---
    ```

    ## Good
    ```md path=src/content/blog/rye.md files="astro.config.mjs public/images/rye.jpg src/assets/rye.jpg"
    ---
    title: Rye bread
    cover:
      url: /images/rye.jpg
    heroImage: ../../assets/rye.jpg
    ogImage: https://images.bakery-site.org/rye.jpg
    ---
    ```

    ## Options
    - `fields`: the fields that hold a path, or a list of them; `cover.url` is `url` in `cover`. Only what ends like a
      picture, a film, a sound or a PDF is looked for.
    - `assets`: the fields that hold the path of a file of any kind, also in the items of lists.
    """

    severity = "error"
    needs_site = False
    fields: tuple[str, ...] = ASSET_FIELDS
    assets: tuple[str, ...] = ()

    def needs(self) -> Needs:
        return Needs(fields=(*self.fields, *self.assets))

    def collect(self, doc: Document) -> Iterator[Fact]:
        return path_facts(doc, (self.fields, is_asset_path), assets=self.assets)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        assets = assets_of(site)
        for fact in facts:
            for path, text, generator in paths_in(fact):
                sought = assets.look_up(fact.path, text, generator)
                if sought.state == "missing":
                    what = f"`{format_key_path(path)}` names a file that is not there: `{shortened(text)}`"
                    near = assets.near(fact.path, text, generator)
                    yield Verdict(fact, what, where_it_was_sought(sought, near), within=path)
