from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mdlint.at_first_sight import is_heading_certain
from mdlint.diagnostic import Finding, shortened
from mdlint.document import Document
from mdlint.regex import regex
from mdlint.rule import Rule
from mdlint.rules.placeholder import bare

if TYPE_CHECKING:
    from mdlint.body import Block

_PROMISES = frozenset((
    "todo", "to do", "tbd", "tba", "tbc", "fixme", "wip", "xxx", "placeholder", "placeholder text", "work in progress",
    "under construction", "coming soon", "coming", "content coming soon", "details coming soon", "more details coming soon",
    "will be added soon", "will be updated soon", "to be added", "to be added soon", "to be announced", "to be completed",
    "to be continued", "to be decided", "to be defined", "to be determined", "to be done", "to be filled", "to be filled in",
    "to be updated", "to be written", "fill me in", "write me",
    "待补充", "待完善", "待续", "待更新", "待填写", "待添加", "待写", "待定", "未完待续", "敬请期待", "即将推出", "即将上线", "即将到来", "施工中",
    "建设中", "编写中", "整理中", "更新中", "待補充", "敬請期待", "即將推出", "施工中,敬请期待",
    "準備中", "工事中", "作成中", "執筆中", "近日公開", "近日公開予定", "乞うご期待", "後で書く",
    "준비 중", "준비중", "작성 중", "작성중", "공사 중", "공사중", "추후 추가", "추후 업데이트",
    "demnächst", "folgt", "folgt in kürze", "folgt noch", "in arbeit", "in kürze", "im aufbau", "kommt bald",
    "à venir", "bientôt", "bientôt disponible", "en construction", "en cours de rédaction", "à compléter", "à faire",
    "próximamente", "muy pronto", "en construcción", "por completar", "por hacer",
    "em breve", "em construção", "a fazer", "prossimamente", "in arrivo", "in costruzione", "da fare", "da completare",
    "скоро", "скоро будет", "будет добавлено", "в процессе написания", "незабаром",
    "wkrótce", "w budowie", "do uzupełnienia", "binnenkort", "yakında", "sắp ra mắt", "đang cập nhật", "segera hadir",
    "قريبا", "قريباً",
))  # fmt: skip
_SHORT_SECTION = regex(
    r"\n(##{0,5}[ \t][^\n]*+|[-=][-=]+[ \t\r]*)\n\s*+(?:<!--\s*mdlint:[^>\n]*+>\s*+)*+([^\s#\d][^\n]{1,40}+)(?![^\n])"
)
"""A heading and one short line below it, whatever they say: cheap, and misses no section of this kind. What asks to ignore
the section does not count. Each branch starts with one character, on which most lines fail at once."""
_TEXT = r"[^\r\n\\`*_\[\]<>&{}#|~]"
"""What means only itself in Markdown, inside a line."""
_BLANK = r"(?:[ \t]*+\n)*+"
_PLAIN_SECTION = regex(
    rf"(#{{1,6}})[ \t]+({_TEXT}+)\n{_BLANK}([^\W\d_]{_TEXT}*)(?:\n{_BLANK}(?:(#{{1,6}})[ \t]|[ \t]*\Z)|\Z)"
)
"""A heading, one line below it, and the next heading or the end, such that reading the Markdown would tell no more."""
_FEW = 20
"""Sections that are looked at one by one, each from the top of the body."""


class PlaceholderSection(Rule):
    """A section says only "coming soon", TBD or TODO.

    A reader who followed the heading finds nothing, and posts written from a template keep such
    sections for years. The text below the heading counts as a whole: "TODO lists are …" is safe,
    and so is a remark above subsections.

    ## Bad
    ```md
    # Rye bread

    Mix, wait, bake.

    ## Questions

    Coming soon!
    ```

    ## Good
    ```md
    # Rye bread

    ## Coming soon

    Wheat bread, in March.
    ```

    ## Options
    - `empty`: whether a heading with nothing below it counts too.
    """

    severity = "warning"
    empty: bool = False

    def check(self, doc: Document) -> Iterator[Finding]:
        promises = _promises(doc)
        if not (promises or self.empty) or doc.is_template:
            return
        sections = [] if self.empty else _plain_sections(doc, promises)
        if sections:
            for section in sections:
                if len(section[4] or "") <= len(section[1]):
                    yield _finding(doc, section[2], section.start(3), section[3], section[3])
            return
        # Where any section counts, or one stands below an underlined heading, all of the text must be read.
        is_certain = not self.empty and all(doc.text[at] == "#" for at in promises)
        blocks = doc.blocks_from(promises[0]) if is_certain else doc.blocks
        for number, heading in enumerate(blocks):
            if not heading.level:
                continue
            if self.empty and _ends(heading, blocks, number + 1):
                place = doc.span(heading.start, heading.start + len(doc.text[heading.start : heading.end].rstrip()))
                yield Finding(
                    place,
                    f"the section `{shortened(heading.text)}` is empty",
                    hint="write the section, or remove its heading",
                )
            elif _ends(heading, blocks, number + 2) and _is_promise(below := blocks[number + 1]):
                yield _finding(doc, heading.text, below.start, doc.text[below.start : below.end], below.text)


def _promises(doc: Document) -> list[int]:
    """The offsets of the lines that may be, or underline, the heading of a promise."""
    text, start, shift = doc.body_behind_line_end()
    return [
        section.start(1) - shift for section in _SHORT_SECTION.finditer(text, start) if bare(section[2]) in _PROMISES
    ]


def _plain_sections(doc: Document, promises: list[int]) -> list[re.Match[str]]:
    """These sections, if reading the Markdown would tell no more of any than a look does."""
    if len(promises) > _FEW or "mdlint:" in doc.text:
        return []
    if not all(is_heading_certain(doc.text, doc.body_start, at) for at in promises):
        return []
    sections = [section for at in promises if (section := _PLAIN_SECTION.match(doc.text, at))]
    return sections if len(sections) == len(promises) else []


def _ends(heading: Block, blocks: list[Block], number: int) -> bool:
    """Whether the heading's section ends before the block of that number."""
    return number == len(blocks) or (number < len(blocks) and 0 < blocks[number].level <= heading.level)


def _finding(doc: Document, heading: str, start: int, source: str, text: str) -> Finding:
    return Finding(
        doc.span(start, start + len(source.rstrip())),
        f"the section `{shortened(heading)}` says only `{shortened(text)}`",
        hint="write the section, or remove its heading",
    )


def _is_promise(block: Block) -> bool:
    return block.kind in ("paragraph", "list", "blockquote") and bare(block.text) in _PROMISES
