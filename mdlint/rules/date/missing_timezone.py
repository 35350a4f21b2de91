from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Needs, Rule
from mdlint.rules.date import DATE_FIELDS, lacks_zone, read_date, rewritten, suspicious


class MissingTimezone(Rule):
    """The date has a time of day but no time zone.

    In quotes it is text, which JavaScript reads in the zone of the machine that builds the site: a
    post dated in the evening is published on another day by another machine. Without quotes YAML
    takes it for UTC. Hugo takes the site's `timeZone` in any format, and Jekyll its `timezone` for
    text: nothing is said where that is set. A date without a time needs no zone. Nothing is said where the generator is known
    to want none: Obsidian has no zones, and Hexo takes the site's `timezone`, and moves a date that has one.

    ## Bad
    ```md
    ---
    title: Rye bread
    pubDate: '2024-12-09 21:41:04'
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    pubDate: 2024-12-09T21:41:04+08:00
    updatedDate: 2024-12-10
    ---
    ```

    ## Options
    - `fields`: the fields that hold a date; `date.created` is the field `created` in `date`.
    - `site-zone`: whether the site's configuration says which zone such dates are in; by default told from `timeZone` in Hugo's,
      `timezone` in Jekyll's.
    - `zone`: the zone that your dates are meant in, such as `+08:00` or `Z`: `--unsafe-fixes` writes it behind them.
    """

    severity = "warning"
    fixable = "unsafe"
    fields: tuple[str, ...] = DATE_FIELDS
    site_zone: bool = False
    zone: str = ""

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.generator in _WITHOUT:
            return
        for path, scalar in doc.fields(self.fields):
            if isinstance(scalar, Scalar) and lacks_zone(scalar.text):
                is_native = isinstance(scalar.value, dt.datetime)
                # Ruby's parser of YAML takes what it does not take for text to be in UTC.
                if self.site_zone and (doc.generator == "hugo" or (doc.generator == "jekyll" and not is_native)):
                    continue
                finding = _finding(path, _zone(doc, is_native=is_native))
                yield finding._replace(fix=self._fix(doc, path, scalar)) if self.zone else finding

    def _fix(self, doc: Document, path: KeyPath, scalar: Scalar) -> Fix | None:
        text = scalar.text.strip()
        date = read_date(text)
        if date is None or date.problem or not re.fullmatch(r"Z|[-+]\d\d:\d\d", self.zone):
            return None
        seconds = "" if len(date.time) == 3 else ":00"
        return rewritten(doc, path, scalar, f"{text}{seconds}{self.zone}", safe=False)


@lru_cache(maxsize=256)  # most posts of a site have the same dates
def _finding(path: KeyPath, what: str) -> Finding:
    return Finding(
        path,
        f"`{format_key_path(path)}` has no time zone, so {what}",
        hint="add the offset from UTC, such as `+08:00`, or `Z` for UTC",
    )


def _zone(doc: Document, *, is_native: bool) -> str:
    """Which zone a moment is in, that is a moment to the format's parser or text."""
    if doc.generator == "hugo":
        return "Hugo takes the site's `timeZone`, or UTC"
    is_toml = doc.front_matter is not None and doc.front_matter.format == "toml"
    # TOML itself knows dates with time that are in no zone.
    if doc.generator == "zola" or (is_native and not is_toml):
        return "it is read as UTC"
    if is_toml:
        return "it may be in any"
    if doc.generator == "jekyll":
        return "Jekyll takes the site's `timezone`, or the build machine's"
    return "JavaScript takes the build machine's" if doc.dialect.name.startswith("js-yaml") else "it may be in any"


_WITHOUT = frozenset(("hexo", "obsidian"))
"""The generators whose dates are better off without a zone."""
