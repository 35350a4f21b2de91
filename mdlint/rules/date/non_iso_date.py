from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule
from mdlint.rules.date import DATE_FIELDS, WrittenDate, is_documented, rewritten, suspicious, written_dates


class NonIsoDate(Rule):
    """The date is written in another way than ISO 8601.

    Such a text is a date to some parsers and a mere text to others, JavaScript reads it in the time
    zone of the machine that builds the site. Where nothing tells which parser reads the file, the finding
    is an info; where the generator is known to read the form, as Quarto does, nothing is said. The fix is left to you where a time of day has no time zone.

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
    fixable = "safe"
    fields: tuple[str, ...] = DATE_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, scalar, date in written_dates(doc, self.fields):
            if not date.is_iso and len(date.days) < 2 and not _is_read(doc, scalar):
                form = "YYYY-MM-DDThh:mm:ss" if date.time else "YYYY-MM-DD"
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is `{scalar.text.strip()}`, not of the ISO form {form}",
                    hint=_hint(date),
                    fix=rewritten(doc, path, scalar, date.iso(), safe=True) if _is_certain(date) else None,
                )


def _is_read(doc: Document, scalar: Scalar) -> bool:
    """Whether the generator is known to take the text for a date."""
    return doc.generator is not None and (
        isinstance(scalar.value, dt.date) or is_documented(scalar.text.strip(), doc.generator)
    )


def _is_certain(date: WrittenDate) -> bool:
    """Whether there is one moment, or one day, that the author can have meant."""
    return bool(date.days) and not date.problem and bool(date.offset) == bool(date.time)


def _hint(date: WrittenDate) -> str:
    if not date.days:
        return "write the year in four digits, then the month and the day: YYYY-MM-DD"
    if date.time and not date.offset:
        return f"write `{date.iso()}` with the zone behind it: `Z` for UTC, or an offset such as `+08:00`"
    return f"write `{date.iso()}`"
