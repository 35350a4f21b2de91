from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from mdlint.diagnostic import Finding, shortened
from mdlint.document import Document
from mdlint.regex import regex
from mdlint.rule import Needs, Rule
from mdlint.rules.consistency import PAPER_ID, labelled_values, names_of, values_at_first_sight

_DATE = regex(r"\d{4}-\d\d-\d\d")
_DATE_FIELDS = ("pubDate", "date")


class BodyValueMismatch(Rule):
    """A labelled value in a paper's post contradicts the front matter or another one.

    In a post that was put together from several records, the text may be about one paper and the
    link lead to another. Compared are `paper id` with the link under `download` (its version may
    differ), `authors` with the `meta` entry `author`, and `publish date` with the post's own
    date, which cannot be earlier by more than a time zone's day.

    ## Bad
    ```md
    ---
    title: Sourdough in space
    pubDate: 2024-07-09
    ---

    ## paper id
    2407.04049v1
    ## download
    [2407.04050v1](https://arxiv.org/abs/2407.04050v1)
    ```

    ## Good
    ```md
    ---
    title: Sourdough in space
    pubDate: 2024-07-09
    meta:
      - name: author
        content: Ada Lindqvist et al.
    ---

    ## publish date
    **2024-07-04**
    ## authors
    Ada Lindqvist
    ## paper id
    2407.04049v1
    ## download
    [2407.04049](https://arxiv.org/abs/2407.04049)
    ```
    """

    severity = "warning"

    def needs(self) -> Needs:
        return Needs(body=("aper id", "aper ID"))

    def check(self, doc: Document) -> Iterator[Finding]:
        # What the lines say at first sight decides whether reading the Markdown is worth its while.
        if self._check(doc, values_at_first_sight(doc)):
            yield from self._check(doc, dict(labelled_values(doc)))

    def _check(self, doc: Document, values: dict[str, tuple[int, int]]) -> list[Finding]:
        return [
            *self._check_id(doc, values),
            *self._check_authors(doc, values),
            *self._check_date(doc, values),
        ]

    def _check_id(self, doc: Document, values: dict[str, tuple[int, int]]) -> Iterator[Finding]:
        start, end = values.get("paper id", (0, 0))
        own = PAPER_ID.search(doc.text[start:end])
        start, end = values.get("download", (0, 0))
        for link in PAPER_ID.finditer(doc.text[start:end]) if own else ():
            if own and link[1] != own[1]:
                yield Finding(
                    doc.span(start + link.start(), start + link.end()),
                    f"the download is of `{link[0]}`, but the paper id is `{own[0]}`",
                    hint="find out which of the two papers the post is about",
                )
                return

    def _check_authors(self, doc: Document, values: dict[str, tuple[int, int]]) -> Iterator[Finding]:
        start, end = values.get("authors") or values.get("author") or (0, 0)
        authors = doc.text[start:end]
        entries = doc.get("meta")
        for number, entry in enumerate(entries) if isinstance(entries, list) and authors else ():
            if isinstance(entry, dict) and entry.get("name") == "author":
                content = entry.get("content")
                if isinstance(content, str) and content in authors:
                    continue
                names, others = names_of(authors), names_of(content)
                if names and others and names.isdisjoint(others):
                    yield Finding(
                        doc.span(start, end),
                        f"the authors are `{shortened(authors, 40)}`, but `meta` says `{shortened(str(content), 40)}`",
                        hint="make both say the same",
                        related=(("meta", number, "content"),),
                    )

    def _check_date(self, doc: Document, values: dict[str, tuple[int, int]]) -> Iterator[Finding]:
        start, end = values.get("publish date", (0, 0))
        paper = _DATE.search(doc.text[start:end])
        field = next((field for field in _DATE_FIELDS if field in doc), "")
        scalar = doc.scalar(field)
        post = _DATE.match(scalar.text) if scalar else None
        if not paper or not post or paper[0] <= post[0]:
            return
        try:
            days = dt.date.fromisoformat(paper[0]) - dt.date.fromisoformat(post[0])
        except ValueError:  # a date that no calendar has is another rule's finding
            return
        if days > dt.timedelta(days=1):
            yield Finding(
                doc.span(start + paper.start(), start + paper.end()),
                f"the paper's publish date is `{paper[0]}`, later than the post's `{field}`, `{post[0]}`",
                hint=f"correct the one that is wrong; `{field}` is when the post was published",
                related=((field,),),
            )
