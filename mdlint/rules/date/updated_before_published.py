from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.date import PUBLISHED, UPDATED, written_dates


class UpdatedBeforePublished(Rule):
    """The page was changed for the last time before it was published.

    One of the two dates is wrong: mostly a page was copied from another one with its date of change.
    Lists sorted by change show it far down, and search engines trust neither date. Dates in different time
    zones count only where they are more than a day apart.

    ## Bad
    ```md
    ---
    title: Rye bread
    pubDate: 2024-01-05
    updatedDate: 2023-01-09
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    pubDate: 2024-01-05
    updatedDate: 2024-01-09
    ---
    ```

    ## Options
    - `published`: the fields that say when a page was written or published.
    - `updated`: the fields that say when it was changed for the last time.
    """

    severity = "error"
    published: tuple[str, ...] = PUBLISHED
    updated: tuple[str, ...] = UPDATED

    def needs(self) -> Needs:
        return Needs(fields=self.updated)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, _, update in written_dates(doc, self.updated):
            for earlier, _, date in written_dates(doc, self.published):
                if update.is_before(date) and not _is_scheduled(earlier, path):
                    yield Finding(
                        path,
                        f"`{format_key_path(path)}` is {update.iso()}, before `{format_key_path(earlier)}`, {date.iso()}",
                        hint="correct the one that is wrong",
                        related=(earlier,),
                    )
                    break


def _is_scheduled(published: KeyPath, updated: KeyPath) -> bool:
    """In Hugo `publishDate` is a day to come, up to which the page is not shown."""
    return str(published[-1]).lower() == "publishdate" and str(updated[-1]) in ("lastmod", "modified")
