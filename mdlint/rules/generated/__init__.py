"""Rules of the group `generated`, and what they share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from mdlint.at_first_sight import is_heading_certain, is_in_code
from mdlint.diagnostic import Edit, Fix, KeyPath
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.named import NamedTuple
from mdlint.regex import regex

if TYPE_CHECKING:
    from mdlint.body import Block

_ABOUT_MODELS = (
    r"\b(?:chat|gpt|chatgpt|claude|gemini|copilot|llama|llms?|ai|assistant|language models?|prompts?|prompting|jailbreak\w*"
    r"|refus\w+|responses?|repl(?:y|ies)|answers?|outputs?|transcripts?|conversations?|antwort\w*|ausgabe|réponses?"
    r"|respuestas?)\b|提示词|回答|对话|拒绝|输出|人工智能|大模型|語言模型|语言模型|回复|プロンプト|応答|出力"
)
_PLAIN_TEXTS = frozenset((
    "title", "subtitle", "headline", "seotitle", "metatitle", "linktitle", "shorttitle", "navtitle", "sidebarlabel", "ogtitle",
    "description", "seodescription", "metadescription", "ogdescription", "keywords", "keyword", "tags", "tag", "categories",
    "category", "topics", "author", "authors", "name", "slug", "alt",
))  # fmt: skip
_LONGEST_START = 60
_SECTION = regex(r"\n( {0,3}(?:#|[-=]+[ \t]*$))(?=[^\n]*\n\s*(\S))", re.MULTILINE)
"""What may begin a heading, or underline one, and the first character below it. A line end in front is found faster than `^`."""
_FEW = 20
"""Sections for which it is asked one by one, each time from the top of the body, whether their headings are certain."""
_CODE = regex(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


def values(
    doc: Document, find: Callable[[str], re.Match[str] | None], starts: tuple[str, ...] = ("",)
) -> Iterator[tuple[KeyPath, Scalar, re.Match[str]]]:
    """The texts of the front matter in which a pattern is found, with where it is; they start with one of `starts`."""
    for scalar in doc.leaves:
        if scalar.text.startswith(starts) and isinstance(scalar.value, str) and (match := find(scalar.text)):
            yield doc.path_of(scalar), scalar, match


def begins(doc: Document, starts: tuple[str, ...]) -> bool:
    """Whether the body begins with one of these."""
    return doc.text[doc.body_start : doc.body_start + _LONGEST_START].lstrip().startswith(starts)


def is_in(text: str, signs: tuple[str, ...]) -> bool:
    """Whether a text holds one of these."""
    # A loop: it runs for each file, and `any` takes twice as long.
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False


def openings(
    doc: Document, match_at: Callable[[str, int, int], re.Match[str] | None], starts: tuple[str, ...]
) -> Iterator[tuple[Block, re.Match[str]]]:
    """The paragraphs that begin the body or a section, and begin with what a pattern matches, which starts with one of these.

    Quotations and code are other kinds of blocks; sections that say they show what a model answered are left out.
    """
    for heading, block in _first_blocks(doc, starts):
        if (
            block.kind == "paragraph"
            and (heading is None or not is_about_models(heading.text))
            and (match := match_at(doc.text, block.start, block.end))
        ):
            yield block, match


def _first_blocks(doc: Document, starts: tuple[str, ...]) -> list[tuple[Block | None, Block]]:
    """The first blocks of the body and of its sections, with the headings above them; those that start otherwise may be missing."""
    text, start = doc.text, doc.body_start
    sections = [section for section in _sections(doc) if text.startswith(starts, section.below)]
    # Definitions and comments for mdlint are no blocks, so that any block may be the first.
    is_plain = len(sections) <= _FEW and "\r" not in text and "]:" not in text and "mdlint:" not in text
    if is_plain:
        sections = [section for section in sections if not is_in_code(text, start, section.start)]
    if not is_plain or not all(s.mark == "#" and is_heading_certain(text, start, s.start) for s in sections):
        blocks = doc.blocks
        return [*[(None, block) for block in blocks[:1]], *_below_headings(blocks)]
    # Imported here: hardly any file comes so far.
    from mdlint.body import read_blocks

    def read(at: int, below: int) -> list[Block]:
        """The blocks from a line on, up to the end of a paragraph."""
        end = text.find("\n\n", below)
        return read_blocks(text, at, end if end >= 0 else len(text))

    found: list[tuple[Block | None, Block]] = []
    first = start + len(doc.body) - len(doc.body.lstrip())
    if text.startswith(starts, first):
        found.append((None, read(start, first)[0]))
    for section in sections:
        found += _below_headings(read(section.start, section.below)[:2])
    return found


class _Section(NamedTuple):
    """The offset of what may be a heading, the mark that makes it one, and the offset of the text below it."""

    start: int
    mark: str
    below: int


def _sections(doc: Document) -> Iterator[_Section]:
    text, start, shift = doc.body_behind_line_end()
    for section in _SECTION.finditer(text, start):
        yield _Section(section.start(1) - shift, section[1], section.start(2) - shift)


def _below_headings(blocks: list[Block]) -> list[tuple[Block | None, Block]]:
    return [(above, block) for above, block in pairwise(blocks) if above.level]


def is_about_models(text: str) -> bool:
    """Whether a heading or a title says that the text may quote what a model wrote."""
    return re.search(_ABOUT_MODELS, text, re.IGNORECASE) is not None


def outside_code(doc: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a pattern is found in the body, code left out."""
    hidden: list[tuple[int, int]] | None = None
    for match in pattern.finditer(doc.text, doc.body_start):
        if hidden is None:
            hidden = [] if "`" not in doc.text and "~~~" not in doc.text and "\n    " not in doc.text else _code(doc)
        at = bisect_right(hidden, match.start(), key=itemgetter(0)) - 1
        if at < 0 or hidden[at][1] <= match.start():
            yield match


def _code(doc: Document) -> list[tuple[int, int]]:
    """The places of code in the body, in order: blocks of it, and what stands between backticks."""
    places = []
    for block in doc.blocks:
        if block.kind in ("codeblock", "htmlblock"):
            places.append((block.start, block.end))
        else:
            # A list or a quotation may hold fenced code, which looks like code between backticks, too.
            places += [match.span() for match in _CODE.finditer(doc.text, block.start, block.end)]
    return places


def replaced(doc: Document, scalar: Scalar, text: str, title: str, *, safe: bool) -> Fix | None:
    """A fix that writes another text for a value of one line; None where how to write it is not certain."""
    if doc.front_matter is None or scalar.style in ("|", ">") or not text.strip() or not text.isprintable():
        return None
    old = doc.text[scalar.start : scalar.end]
    if "\n" in old or "\r" in old or old.startswith(("'''", '"""')):
        return None
    if "\\" not in text and old[:1] == "'" and (doc.front_matter.format == "yaml" or "'" not in text):
        new = "'" + text.replace("'", "''") + "'"
    elif "\\" not in text and '"' not in text:
        new = f'"{text}"'
    elif doc.front_matter.format == "yaml":
        new = "'" + text.replace("'", "''") + "'"
    else:
        return None
    return Fix(title, (Edit(scalar.start, scalar.end, new),), safe)


def is_plain_text(path: KeyPath) -> bool:
    """Whether a value stands in a field that sites show as it is, without reading Markdown."""
    if path[:1] == ("meta",):
        return path[-1] == "content"
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    return name.casefold().replace("_", "").replace("-", "") in _PLAIN_TEXTS
