from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.date import read_date, rewritten, written_dates

_DATED = re.compile(r"(?:.*/)?(\d{4}-\d\d-\d\d)(?:[-_. ][^/]*)?(?:/(?:_?index|README)\.\w+)?\Z", re.ASCII)
_FIRST_OF = ("date", "pubDate", "pubDatetime", "publishDate", "published", "publishedDate", "created")


class FilenameDateMismatch(Rule):
    """The file's name has another date than its front matter.

    Jekyll and Docusaurus take the date in the name for that of the page where the front matter has none,
    and the address may show the one while the page shows the other. Of a page in a folder of its own, as in
    `2024-01-05-rye-bread/index.md`, the folder's name counts. A date with a time zone may be a day off.

    ## Bad
    ```md path=_posts/2024-01-05-rye-bread.md
    ---
    title: Rye bread
    date: 2024-01-15
    ---
    ```

    ## Good
    ```md path=_posts/2024-01-05-rye-bread.md
    ---
    title: Rye bread
    date: 2024-01-05 10:00:00 +0200
    ---
    ```

    ## Options
    - `fields`: the fields that hold the date of the page; the first that is there counts.
    """

    severity = "warning"
    default = False
    fixable = "unsafe"
    fields: tuple[str, ...] = _FIRST_OF

    def needs(self) -> Needs:
        return Needs(fields=self.fields)

    def check(self, doc: Document) -> Iterator[Finding]:
        named = _DATED.match(doc.path)
        in_name = read_date(named[1]) if named else None
        if in_name is None or in_name.problem:
            return
        of_page = {path: (scalar, date) for path, scalar, date in written_dates(doc, self.fields)}
        for path in [(*name.split("."),) for name in self.fields]:
            if path not in of_page:
                continue
            scalar, date = of_page[path]
            if len(date.days) == 1 and not date.problem:
                apart = abs(dt.date(*date.days[0]) - dt.date(*in_name.days[0])).days
                if apart > bool(date.zone):
                    text = scalar.text.strip()
                    day = in_name.iso()
                    yield Finding(
                        path,
                        f"`{format_key_path(path)}` is {date.iso()[:10]}, but the file's name says {day}",
                        hint="correct the date, or rename the file",
                        fix=rewritten(doc, path, scalar, day + text[10:], safe=False) if date.is_iso else None,
                    )
            return
