from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.date import EXPIRES, PUBLISHED, written_dates


class ExpiresBeforePublished(Rule):
    """The page expires before it is published, so it is never shown.

    Hugo leaves out what has expired without a word: the page is missing from the site, and nothing tells why.

    ## Bad
    ```md
    ---
    title: Rye bread
    publishDate: 2024-01-05
    expiryDate: 2023-12-31
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    publishDate: 2024-01-05
    expiryDate: 2024-12-31
    ---
    ```

    ## Options
    - `published`: the fields that say when a page was written or published.
    - `expires`: the fields that say from when on it is no longer shown.
    """

    severity = "error"
    published: tuple[str, ...] = PUBLISHED
    expires: tuple[str, ...] = EXPIRES

    def needs(self) -> Needs:
        return Needs(fields=self.expires)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, _, end in written_dates(doc, self.expires):
            for start, _, date in written_dates(doc, self.published):
                if end.is_before(date):
                    yield Finding(
                        path,
                        f"`{format_key_path(path)}` is {end.iso()}, before `{format_key_path(start)}`, {date.iso()}",
                        hint="correct the one that is wrong",
                        related=(start,),
                    )
                    break
