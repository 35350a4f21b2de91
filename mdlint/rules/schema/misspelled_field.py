from __future__ import annotations

from typing import ClassVar, Literal

from mdlint.rule import ReportedRule


class MisspelledField(ReportedRule):
    """A field's name is misspelled: one that is nearly the same is known, and that one is missing.

    What the field holds is never read: the page is shown without its description, its date or its picture, the sidebar is
    in another order, and where the field is required the build stops.

    A schema that names its fields is strict: one letter may be wrong, two in long names, and upper and lower case, `-`, `_`
    and a plural count as well: `pubdate` and `pub_date` are not `pubDate`. Where the page can do without the field, the
    finding is a warning.

    Where any field may stand, as on most sites, because themes and layouts have fields of their own, the rule speaks of
    slips of the keys only, with a warning: two letters swapped, one doubled, or in longer names one wrong, missing or too
    much. It knows the fields that Docusaurus, Hugo, Jekyll and others read, by the schema or by what reads the site, and
    those that are read everywhere, such as `description`. Names that mean something (`titel`, `feature`, `last_updated`)
    are left alone. If such a name is a field of your own, put it into `fields` of the configuration.

    ## Bad
    ```md schema=post
    ---
    title: Rye bread
    author: Ada
    descripton: How to bake rye bread in an oven that does not close.
    pubDate: 2024-01-05
    layout: ../layouts/Post.astro
    cover:
      url: /rye.jpg
    tags:
      - bread
    ---
    ```

    ## Bad: a field of what reads the site
    ```md config="generator = 'docusaurus'"
    ---
    title: Rye bread
    descripton: How to bake rye bread in an oven that does not close.
    ---
    ```

    ## Bad: another form of its name
    ```md config="generator = 'docusaurus'"
    ---
    title: Rye bread
    sidebarPosition: 3
    ---
    ```

    ## Good
    ```md schema=post
    ---
    title: Rye bread
    author: Ada
    description: How to bake rye bread in an oven that does not close.
    pubDate: 2024-01-05
    layout: ../layouts/Post.astro
    cover:
      url: /rye.jpg
    tags:
      - bread
    ---
    ```

    ## Good: fields of a theme
    ```md config="generator = 'hugo'"
    ---
    title: Rye bread
    height: 3
    feature: rye.jpg
    last_updated: 2024-01-05
    ---
    ```
    """

    severity = "error"
    fixable = "unsafe"
    source: ClassVar[Literal["schema", "runner"]] = "schema"
