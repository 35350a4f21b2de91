from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.date import DATE_FIELDS, WrittenDate, suspicious, written_dates


class ImpossibleDate(Rule):
    """The date is in no calendar.

    JavaScript silently rolls such a date over, so that the 31st of February becomes the 2nd or
    3rd of March and a 13th month the next January; PyYAML, Hugo and Ruby stop the build.

    ## Bad
    ```md
    ---
    title: Rye bread
    date: 2023-02-29
    ---
    ```
    ```md
    ---
    title: Rye bread
    pubDate: '2021-26-02'
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    date: 2024-02-29
    ---
    ```

    ## Options
    - `fields`: the fields that hold a date; `date.created` is the field `created` in `date`.
    """

    severity = "error"
    fields: tuple[str, ...] = DATE_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, scalar, date in written_dates(doc, self.fields):
            if problem := date.problem:
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is `{scalar.text.strip()}`, but {problem}",
                    hint=_hint(date),
                )


def _hint(date: WrittenDate) -> str:
    if date.days:
        year, month, day = date.days[0]
        if 12 < month < 32 and 0 < day < 13:
            return f"the month comes before the day: write `{year:04}-{day:02}-{month:02}` if that is meant"
    return "write a date that exists, as YYYY-MM-DD"
