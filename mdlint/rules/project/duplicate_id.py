from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence

from mdlint.at_first_sight import is_heading_certain
from mdlint.diagnostic import PlacedFact, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.below import scalars_below
from mdlint.rules.consistency import PAPER_ID, labelled_values
from mdlint.rules.project import is_published, kept, repeated
from mdlint.site import Site

_PAPER = "paper"
_HEADING = re.compile(r"\n {0,3}#{1,6}[ \t]*[Pp]aper (?:id|ID)\b[ \t]*(?=([^\n]*\s*[^\n]*))")
_PAPER_FIELDS = ("paper id", "paper-id", "paper_id", "paperId", "paperid", "arxiv", "arxiv-id", "arxiv_id", "arxivId")


_IN_BODY = ("aper id", "aper ID")


class DuplicateId(ProjectRule):
    """Two pages have one id, or are about one paper.

    What names a page by its id finds one of the two. Ids in fields are compared within a collection and a folder; a
    paper's id, in a field or under the heading `paper id`, within the site, and its version does not count. Pages in
    another language are not compared, nor are drafts.

    A schema can say of any field that no two pages have the same value, or the same item of a list:
    `x-mdlint: {unique: collection}` in a JSON Schema, `Unique()` in a Pydantic model; or `site`.

    ## Bad
    ```md path=posts/dough.md
    ---
    title: Dough in space
    ---

    ## paper id
    2501.05409v1
    ```
    ```md path=posts/dough-again.md
    ---
    title: Dough in space, again
    ---

    ## paper id
    2501.05409v2
    ```

    ## Good
    ```md path=posts/dough.md
    ---
    title: Dough in space
    ---

    ## paper id
    2501.05409v1
    ```
    ```md path=posts/crust.md
    ---
    title: Crust in space
    ---

    ## paper id
    2501.05410v1
    ```

    ## Options
    - `fields`: the fields that hold the id of a page.
    - `unique`: fields whose values, or items, must differ in all files of a collection.
    - `unique-in-site`: fields whose values, or items, must differ in all files of the site.
    """

    severity = "error"
    across = True
    fields: tuple[str, ...] = ("id", "uid", "uuid", "guid")
    unique: tuple[str, ...] = ()
    unique_in_site: tuple[str, ...] = ()

    def needs(self) -> Needs:
        fields = (*self.fields, *self.unique, *self.unique_in_site, *_PAPER_FIELDS)
        return Needs(fields=fields, body=_IN_BODY, either=True)

    def collect(self, doc: Document) -> Iterator[Fact]:
        if not is_published(doc):
            return
        for kind, found in (
            ("folder", doc.fields(self.fields)),
            ("collection", scalars_below(doc, self.unique)),
            ("site", scalars_below(doc, self.unique_in_site)),
            (_PAPER, doc.fields(_PAPER_FIELDS)),
        ):
            for path, node in found:
                if isinstance(node, Scalar) and node.value is not None and node.text.strip():
                    text = kept(doc, node.text)
                    if kind != _PAPER:
                        yield Fact(path, [kind, text])
                    elif match := PAPER_ID.search(node.text):
                        yield Fact(path, [kind, match[1]])
        yield from _in_body(doc)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        for group in repeated(facts, map(_key, facts), site):
            for fact in group.facts:
                kind, text = fact.value
                if kind == _PAPER:
                    message = f"the paper `{text}` is also that of {group.others(fact)}"
                    yield Verdict(fact, message, "keep one of the posts")
                else:
                    field = format_key_path(fact.key_path or ())
                    message = f"`{field}` is the same as in {group.others(fact)}"
                    yield Verdict(fact, message, "give each page an id of its own")


def _in_body(doc: Document) -> Iterator[Fact]:
    """The id under the heading `paper id`, or behind its colon."""
    heading = _HEADING.search(doc.text, max(doc.body_start - 1, 0))
    if heading is None:
        return
    start, end = heading.span(1)
    if not is_heading_certain(doc.text, doc.body_start, heading.start() + 1):
        start, end = dict(labelled_values(doc)).get("paper id", (0, 0))
    if match := PAPER_ID.search(doc.text[start:end]):
        yield Fact(doc.span(start + match.start(), start + match.end()), [_PAPER, match[1]])


def _key(fact: PlacedFact) -> tuple[str, ...]:
    kind, text = fact.value
    field = format_key_path(tuple(part for part in fact.key_path or () if isinstance(part, str)))
    if kind == "folder":
        return kind, text, field, fact.collection, posixpath.dirname(fact.path)
    if kind == "collection":
        return kind, text, field, fact.collection
    return (kind, text) if kind == _PAPER else (kind, text, field)
