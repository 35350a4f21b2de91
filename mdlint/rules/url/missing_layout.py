from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdlint.diagnostic import PlacedFact, format_key_path, shortened
from mdlint.document import Document
from mdlint.locating.assets import assets_of, is_path
from mdlint.locating.layouts import look_up_layout
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.url import path_facts, paths_in, where_it_was_sought
from mdlint.site import Site


class MissingLayout(ProjectRule):
    """There is no such layout in the site.

    Astro and Eleventy cannot build the page, Jekyll writes it without its frame, Hugo takes the default template.
    Astro wants the path of a component from the page's own folder, or behind an alias; the others want a name. Nothing is
    said where a theme may bring the layout that is not in the site.

    ## Bad
    ```md path=src/pages/posts/rye.md files="astro.config.mjs src/layouts/Post.astro"
    ---
    layout: ../layouts/Post.astro
    title: Rye bread
    ---
    ```

    ## Bad: misspelled
    ```md path=_posts/2024-01-05-rye.md files="_config.yml _layouts/article.html"
    ---
    layout: artikle
    title: Rye bread
    ---
    ```

    ## Good
    ```md path=src/pages/posts/rye.md files="astro.config.mjs src/layouts/Post.astro"
    ---
    layout: ../../layouts/Post.astro
    title: Rye bread
    ---
    ```

    ## Options
    - `fields`: the fields that hold a layout.
    """

    severity = "error"
    needs_site = False
    fields: tuple[str, ...] = ("layout",)

    def needs(self) -> Needs:
        return Needs(fields=self.fields)

    def collect(self, doc: Document) -> Iterator[Fact]:
        return path_facts(doc, (self.fields, is_path))

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        assets = assets_of(site)
        for fact in facts:
            for path, text, generator in paths_in(fact):
                sought = look_up_layout(assets, fact.path, text, generator)
                if sought.state == "missing":
                    what = f"`{format_key_path(path)}` names a layout that is not there: `{shortened(text)}`"
                    yield Verdict(fact, what, where_it_was_sought(sought, sought.near), within=path)
