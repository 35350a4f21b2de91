from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mdlint.diagnostic import Finding, shortened
from mdlint.document import Document
from mdlint.regex import regex
from mdlint.rule import Needs, Rule
from mdlint.rules.consistency import plain

if TYPE_CHECKING:
    from mdlint.body import Block

_HEADING = re.compile(r"\n(?:#[ \t]+([^\n]+)|={2,}[ \t\r]*(?![^\n])|(#{2,6})[ \t])")
"""A heading; its text, where it is of the first level and starts with `#`; the signs of a deeper one."""
_FIRST_LEVEL = regex(r"[\r\n] {0,3}(?:#(?:[ \t\r\n]|\Z)|=)")
"""What may be a heading of the first level, or underline one."""
_CODE = re.compile(r"\{\{|\{%|\A:::")
"""What a program puts a heading in the place of: `{{ $frontmatter.title }}`, `::: package.module`."""
_WITH_SECTIONS = (".rmd", ".qmd")
_DECORATION = r"\A\s*(?i:title|标题|標題|タイトル|제목)\s*[:：]|<[^<>]+>|:[a-z0-9_+-]+:"
"""What may stand in a heading beside the title: a label, an element, an emoji by its name."""


class TitleHeadingMismatch(Rule):
    """The body's only first-level heading says something else than the title.

    Where a theme shows both, the reader sees two titles; where one was copied from another post,
    only this shows it. Many sites word the two differently on purpose, so this is a remark and
    never fails a run. Nothing is said where one contains the other, where they differ in case,
    markup or punctuation or by a label such as `title:`, where one stands for the initials of the other, and where the heading
    is one of several of its level: those are sections. In documents of R Markdown and Quarto a heading of the first level is
    always a section.

    ## Bad
    ```md
    ---
    title: Rye bread
    ---

    # Wheat rolls
    ```

    ## Good
    ```md
    ---
    title: "Rye bread: a recipe"
    ---

    # title: **Rye Bread** 🍞
    ```

    ```md
    ---
    title: Rye bread
    ---

    # Ingredients

    # Method
    ```

    ## Options
    - `field`: the field that holds the title.
    """

    severity = "info"
    field: str = "title"

    def needs(self) -> Needs:
        return Needs(fields=(self.field,), body=("\n# ", "\n#\t", "\n=="))

    def check(self, doc: Document) -> Iterator[Finding]:
        title = doc.text_of(self.field)
        if not title or "{{" in title or doc.path.lower().endswith(_WITH_SECTIONS):
            return
        candidates = _headings(doc)
        first = next(candidates, None)
        if first is None or _is_deeper(first) or _same(title, first[1] or ""):
            return
        if not all(map(_is_deeper, candidates)):
            return
        headings = [block for block in _blocks(doc, first) if block.level]
        if not headings or [h.level for h in headings].count(1) != 1 or headings[0].level != 1:
            return
        heading = headings[0]
        if _CODE.search(heading.text):
            return
        if plain(heading.text) and plain(title) and not _same(title, heading.text):
            source = doc.text[heading.start : heading.end].rstrip()
            yield Finding(
                doc.span(heading.start, heading.start + len(source)),
                f"the first heading is `{shortened(heading.text)}`, but `{self.field}` is `{shortened(title)}`",
                hint="make them agree, or remove the heading where the site shows the title above the text",
                related=((self.field,),),
            )


def _headings(doc: Document) -> Iterator[re.Match[str]]:
    """What looks like the body's headings; lines inside fenced code do not count."""
    text, at, _ = doc.body_behind_line_end()
    fences = 0
    for match in _HEADING.finditer(text, at):
        fences += text.count("\n```", at, match.start())
        at = match.start()
        if fences % 2 == 0:
            yield match


def _blocks(doc: Document, heading: re.Match[str]) -> list[Block]:
    """The blocks of the body; only the heading, where it is certain that it begins the body and no other is of its level."""
    _, _, shift = doc.body_behind_line_end()
    start, end = heading.start() + 1 - shift, heading.end() - shift
    if (
        heading[1] is None
        or "[" in heading[1]  # what it means may be said anywhere
        or doc.text[doc.body_start : start].strip()
        or _FIRST_LEVEL.search(doc.text, start)
    ):
        return doc.blocks
    # Imported here: most headings are the title.
    from mdlint.body import read_blocks

    return read_blocks(doc.text, start, end)


def _is_deeper(heading: re.Match[str]) -> bool:
    return heading[2] is not None


def _same(title: str, heading: str) -> bool:
    if title in heading:
        return True
    one, other = plain(title), plain(heading)
    if one in (_initials(heading), other) or other == _initials(title):
        return True
    texts = filter(None, (other, plain(re.sub(_DECORATION, "", heading))))
    return any(one in text or text in one for text in texts)


def _initials(text: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", text.casefold()))
