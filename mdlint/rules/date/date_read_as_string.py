from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.front_matter.dialects import TITLES
from mdlint.rule import Needs, Rule
from mdlint.rules.date import DATE_FIELDS, rewritten, suspicious, written_dates

_WANT_DATES = ("astro", "starlight", "eleventy", "vitepress", "mkdocs", "myst")
"""Generators that hand on what YAML makes of a date; the others read its text themselves."""


class DateReadAsString(Rule):
    """The date has no quotes, yet the generator's YAML parser takes it for text.

    Parsers know a time of day only with its seconds, and an offset only with its colon. Anything else
    stays text without a word: a schema that wants a date refuses it, and it sorts and compares as text beside
    real dates. Generators that read the text of their dates themselves (Hugo, Jekyll, Hexo, Docusaurus) do not mind.

    ## Bad
    ```md config="generator = 'astro'"
    ---
    title: Rye bread
    pubDate: 2024-01-05 10:00
    updatedDate: 2024-01-06 10:00:00 +0800
    ---
    ```

    ## Good
    ```md config="generator = 'astro'"
    ---
    title: Rye bread
    pubDate: 2024-01-05
    updatedDate: 2024-01-06 10:00:00 +08:00
    ---
    ```

    ## Options
    - `fields`: the fields that hold a date; `date.created` is the field `created` in `date`.
    """

    severity = "warning"
    fixable = "safe"
    fields: tuple[str, ...] = DATE_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def applies(self, doc: Document, has_schema: bool) -> bool:  # noqa: ARG002 - the generator decides
        return doc.generator in _WANT_DATES and doc.front_matter is not None and doc.front_matter.format == "yaml"

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, scalar, date in written_dates(doc, self.fields):
            if scalar.style or not isinstance(scalar.value, str) or not date.is_iso or date.problem:
                continue
            text = date.iso()
            is_known = date.offset or not date.time
            yield Finding(
                path,
                f"`{format_key_path(path)}` is `{scalar.text}`, which {TITLES[doc.generator or '']} reads as text",
                hint=f"write `{text}`" if is_known else f"write `{text}` with the zone behind it, such as `+08:00`",
                fix=rewritten(doc, path, scalar, text, safe=True) if is_known else None,
            )
