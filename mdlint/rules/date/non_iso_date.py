from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Rule
from mdlint.rules.date import DATE_FIELDS, WrittenDate, written_dates


class NonIsoDate(Rule):
    """The date is written in another way than ISO 8601.

    Such a text is a date to some parsers and a mere text to others, JavaScript reads it in the time
    zone of the machine that builds the site, and `05/06/2024` is two different days. Where nothing
    tells which parser reads the file, the finding is an info.

    ## Bad
    ```md
    ---
    title: Rye bread
    pubDate: Jul 08 2022
    ---
    ```
    ```md
    ---
    title: Rye bread
    date: 2024-1-5
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    pubDate: 2022-07-08
    updatedDate: 2022-07-09 18:30:00 +02:00
    ---
    ```

    ## Options
    - `fields`: the fields that hold a date; `date.created` is the field `created` in `date`.
    """

    severity = "warning"
    severity_unscoped = "info"
    fields: tuple[str, ...] = DATE_FIELDS

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, scalar, date in written_dates(doc, self.fields):
            if not date.is_iso:
                form = "YYYY-MM-DDThh:mm:ss" if date.time else "YYYY-MM-DD"
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is `{scalar.text.strip()}`, not of the ISO form {form}",
                    hint=_hint(date),
                )


def _hint(date: WrittenDate) -> str:
    if not date.days:
        return "write the year in four digits, then the month and the day: YYYY-MM-DD"
    if len(date.days) > 1:
        return f"write `{date.iso()}`, or `{date.iso(1)}` if the day comes first"
    if date.time and not date.offset:
        return f"write `{date.iso()}` with the zone behind it: `Z` for UTC, or an offset such as `+08:00`"
    return f"write `{date.iso()}`"
