from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.date import DATE_FIELDS, day_in_words, is_documented, suspicious, written_dates


class AmbiguousDate(Rule):
    """The date may be two different days.

    JavaScript takes the first number of `05/06/2024` for the month and Ruby for the day, as readers in America
    and in Europe do. Where nothing tells which parser reads the file, the finding is an info. Quarto documents that it
    takes the first number for the month.

    ## Bad
    ```md
    ---
    title: Rye bread
    date: 05/06/2024
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    date: 2024-05-06
    updated: 23/06/2024
    ---
    ```

    ## Options
    - `fields`: the fields that hold a date; `date.created` is the field `created` in `date`.
    """

    severity = "error"
    severity_unscoped = "info"
    fields: tuple[str, ...] = DATE_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, scalar, date in written_dates(doc, self.fields):
            if len(date.days) < 2 or date.problem or is_documented(scalar.text.strip(), doc.generator):
                continue
            first, second = map(day_in_words, date.days)
            yield Finding(
                path,
                f"`{format_key_path(path)}` is `{scalar.text.strip()}`, which may be {first} or {second}",
                hint=f"write `{date.iso()}` for {first}, or `{date.iso(1)}` for {second}",
            )
