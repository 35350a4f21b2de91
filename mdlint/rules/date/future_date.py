from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from mdlint.diagnostic import PlacedFact, format_key_path
from mdlint.document import Document
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.date import PUBLISHED, suspicious, written_dates
from mdlint.site import Site

_EPOCH = dt.date(1970, 1, 1).toordinal() * 86400
_WRITTEN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC).timestamp()
"""A day before this rule was written: no clock that is right shows an earlier one, so earlier dates need not be kept."""
_AHEAD = 14 * 3600
"""Seconds by which the day begins earlier than in UTC, where it begins first."""


class FutureDate(ProjectRule):
    """The post was published later than now.

    Mostly the month or the year is wrong. The post stands above all others in lists until that day comes. A draft
    may have any date, and Hugo and Jekyll hold a post back until its day, so nothing is said about theirs.

    ## Bad
    ```md now=2026-11-27
    ---
    title: Rye bread
    pubDate: 2027-11-02
    ---
    ```

    ## Good
    ```md now=2026-11-27
    ---
    title: Rye bread
    pubDate: 2026-11-02
    ---
    ```

    ## Options
    - `fields`: the fields that hold the date of publication; `date.created` is the field `created` in `date`.
    """

    severity = "warning"
    needs_site = False
    fields: tuple[str, ...] = PUBLISHED

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def collect(self, doc: Document) -> Iterator[Fact]:
        if doc.generator in ("hugo", "jekyll") or doc.get("draft") is True or doc.is_template:
            return
        for path, _, date in written_dates(doc, self.fields):
            if len(date.days) == 1 and not date.problem:
                earliest = date.seconds() - _EPOCH - (0 if date.offset else _AHEAD)
                if earliest >= _WRITTEN:
                    yield Fact(path, earliest)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        for fact in facts:
            if fact.value > site.now:
                field = format_key_path(fact.key_path or ())
                yield Verdict(fact, f"`{field}` is later than today", "correct the date, or mark the post as a draft")
