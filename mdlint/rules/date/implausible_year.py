from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.date import DATE_FIELDS, EXPIRES, suspicious, written_dates


class ImplausibleYear(Rule):
    """The date's year is hardly one in which the page was written.

    There were no web pages before 1990. Mostly a digit is wrong (`0224`, `2042` for `2024`), or a
    program wrote the first moment that it knows, 1970-01-01 or 0001-01-01, where it had no date.

    ## Bad
    ```md
    ---
    title: Rye bread
    date: 1970-01-01
    updated: 2204-02-01
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    date: 2024-02-01
    expiryDate: 2099-12-31
    ---
    ```

    ## Options
    - `fields`: the fields that hold a date; `date.created` is the field `created` in `date`.
    - `earliest`: the first year that is plausible, such as that of the oldest text on your site.
    - `latest`: the last year that is plausible; the date on which a page expires may be later.
    """

    severity = "warning"
    fields: tuple[str, ...] = DATE_FIELDS
    earliest: int = 1990
    latest: int = 2050

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, _, date in written_dates(doc, self.fields):
            if not date.days or date.problem:
                continue
            year = date.days[0][0]
            if year < self.earliest:
                if year in (1, 1970) and date.days[0][1:] == (1, 1):
                    hint = "a program writes this day where it has no date: write the real one"
                else:
                    hint = "correct the year"
            elif year > self.latest and path[-1] not in EXPIRES:
                hint = "correct the year"
            else:
                continue
            yield Finding(path, f"`{format_key_path(path)}` is in the year {year}", hint=hint)
