"""One file as rules see it: values by key path, places, source text, and the body on demand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from mdlint.at_first_sight import is_heading_certain
from mdlint.diagnostic import Edit, Finding, KeyPath, Span
from mdlint.front_matter import read_front_matter
from mdlint.front_matter.paths import entry_of
from mdlint.front_matter.values import (
    Mapping,
    Node,
    Problem,
    Scalar,
)
from mdlint.lines import Lines
from mdlint.located import Address, Located
from mdlint.regex import regex
from mdlint.settings import Limits, Settings

if TYPE_CHECKING:
    from mdlint.body import Block

_DEFAULT_LIMITS = Limits()

_TEMPLATE = (
    r"(?:^|/)(?:(?:[^/]*[-_. ])?templates|template|issue_template|archetypes|scaffolds)/"
    r"|(?:^|[-_. /])template\.\w+$"
)
_LONGEST_TAG = 100
"""Code points before a value in which its tag and its anchor stand, if it has them."""

_ESCAPE = regex(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U00(0[0-9a-fA-F]{5}|10[0-9a-fA-F]{4}))")
"""A character by its number, as YAML, TOML and JSON write it."""
_OWN_COMMENT = regex(r"<!--\s*mdlint:[^>]*-->\s*")


class Document(Located):
    """A file's text, its front matter and what was met in reading it."""

    def __init__(
        self,
        path: str,
        text: str,
        limits: Limits | None = None,
        has_bom: bool = False,
        generator: str | None = None,
    ) -> None:
        """`path` is the POSIX path to report; `text` the file's content without byte-order mark;
        `generator` what reads the file, where that is known: values are as it reads them."""
        self.path = path
        self.text = text
        self.has_bom = has_bom
        self._utf8: bytes | None = None
        self.lines = Lines(text, has_bom)
        self._is_template: bool | None = None
        self._body: str | None = None
        self._lower_head: str | None = None
        front_matter, self.problems = read_front_matter(text, limits or _DEFAULT_LIMITS, generator)
        super().__init__(front_matter, text, generator)
        self.body_start = 0 if front_matter is None else front_matter.fences.body
        """The offset of the first character behind the front matter."""

    @classmethod
    def from_bytes(cls, path: str, data: bytes, limits: Limits | None = None, generator: str | None = None) -> Document:
        """Read UTF-8 bytes; anything else becomes a document with the problem `invalid-encoding`."""
        has_bom = data.startswith(b"\xef\xbb\xbf")
        content = data[3:] if has_bom else data
        try:
            text = content.decode()
        except UnicodeDecodeError:
            return cls._undecodable(path, data)
        if b"\0" in data:
            return cls._undecodable(path, data)
        document = cls(path, text, limits, has_bom, generator)
        document._utf8 = content
        return document

    @classmethod
    def read(cls, path: str, data: bytes, settings: Settings) -> Document:
        """Read bytes as settings say: within their limits, as their generator does."""
        return cls.from_bytes(path, data, settings.limits, settings.generator_of(path))

    @classmethod
    def _undecodable(cls, path: str, data: bytes) -> Document:
        # Imported here: only files in a wrong encoding need it.
        from mdlint.front_matter.encoding import encoding_problem

        text, problem = encoding_problem(data)
        document = cls(path, "")
        document.text = text
        document.lines = Lines(text)
        document.problems = [problem]
        document.body_start = len(text)  # no rule should judge characters that nobody wrote
        return document

    @property
    def is_template(self) -> bool:
        """Whether authors copy the file and fill it in, as its path tells: its placeholders are meant."""
        if self._is_template is None:
            path = self.path.lower()
            may_be = "templat" in path or "archetypes" in path or "scaffolds" in path
            # Compiled on use: few sites have such paths.
            self._is_template = may_be and re.search(_TEMPLATE, path) is not None
        return self._is_template

    @cached_property
    def unread(self) -> frozenset[str]:
        """The top-level fields that are there, but broken so that their values are unknown; `doc` lacks them."""
        return frozenset(name for problem in self.problems for name in problem.unread)

    # -- places and source text

    @property
    def lower_head(self) -> str:
        """The head in lower case, kept for the many that look for something in it; where it holds escapes, once more
        with the characters that they stand for."""
        if self._lower_head is None:
            self._lower_head = lower = self.head.lower()
            if "\\" in lower and ("\\u" in lower or "\\x" in lower):
                self._lower_head += "\n" + _ESCAPE.sub(_unescaped, self.head).lower()
        return self._lower_head

    def utf8_from(self, start: int) -> bytes:
        """The text from an offset on as UTF-8."""
        if self._utf8 is None:
            return self.text[start:].encode(errors="surrogatepass")
        return self._utf8[start if self.text.isascii() else len(self.text[:start].encode()) :]

    @property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts."""
        return self.lines.starts

    def span(self, start: int, end: int) -> Span:
        """The place of the code points `start:end` of the text."""
        return self.lines.span(start, end)

    def range_of(self, path: KeyPath, on_key: bool = False) -> tuple[int, int]:
        """The offsets of the value (or the key) at a key path; of its nearest parent when it is missing.

        A field missing at the root is placed at the opening fence; one missing in a mapping at the
        mapping's own key, or at its first key where it is a list's item. An empty value has no
        characters, so its key stands for it.
        """
        # The index is asked by what is no name, too: it has none.
        entry = self.root.index.get(path[0]) if self.root is not None and path else None  # type: ignore[arg-type]
        if entry is None:
            return self._fence()
        key: Node | None
        key, node = entry
        missing = False
        for part in path[1:]:
            below = entry_of(node, part)
            if below is None:
                missing = True
                break
            key, node = below
        if (on_key or missing or node.start == node.end) and key is not None:
            return key.start, key.end
        if missing and isinstance(node, Mapping) and node.entries:
            node = node.entries[0][0]
        if node.start == node.end and self.text.startswith("-", node.start - 1):
            return node.start - 1, node.end  # an empty item of a list: its dash stands for it
        return node.start, node.end

    def span_of(self, path: KeyPath, on_key: bool = False) -> Span:
        """The place of the value (or the key) at a key path; see `range_of`."""
        return self.lines.span(*self.range_of(path, on_key))

    def source_of(self, at: Address) -> str:
        """The characters of the value at a key path as written, quotes included; empty when missing."""
        node = self.node(at)
        return "" if node is None else self.text[node.start : node.end]

    def edit(self, path: KeyPath, text: str) -> Edit:
        """An edit that replaces the value at a key path. Raises KeyError when there is none."""
        node = self.node(path)
        if node is None:
            raise KeyError(path)
        if node.start == node.end and self.text[node.start - 1 : node.start] in (":", "-"):
            text = f" {text}"
        return Edit(node.start, node.end, text)

    def rewrite(self, path: KeyPath, text: str) -> Edit | None:
        """An edit that puts another text in the place of a single value, between the same quotes.

        None where the value is written with escapes or over lines, has a tag, or may be repeated by an alias.
        """
        node = self.node(path)
        if not isinstance(node, Scalar) or self.has_aliases or self.is_tagged(node):
            return None
        width = len(node.style)
        start, end = node.start + width, node.end - width
        return Edit(start, end, text) if self.text[start:end] == node.text else None

    def is_tagged(self, node: Node) -> bool:
        """Whether a YAML tag such as `!!str` before a value says what it is."""
        before = self.text[max(node.start - _LONGEST_TAG, 0) : node.start].split()[-2:]
        return any(word.lstrip("[{,").startswith("!") for word in before)

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The file's bytes after some edits, which must not overlap. Raises ValueError for one out of the file."""
        text = "\ufeff" + self.text if self.has_bom else self.text
        parts: list[str] = []
        at = 0
        for start, end, new in sorted(edits):
            if not at <= start + self.has_bom <= end + self.has_bom <= len(text):
                raise ValueError(f"an edit at {start}:{end} of {len(self.text)}")
            parts += text[at : start + self.has_bom], new
            at = end + self.has_bom
        return ("".join(parts) + text[at:]).encode()

    def problems_of(self, rule: str) -> Iterator[Finding]:
        """What the reader of the front matter has to say in the name of a rule."""
        for problem in self.problems:
            if problem.rule == rule:
                yield self.finding(problem)

    def finding(self, problem: Problem) -> Finding:
        """A problem of the reader's as a finding."""
        span = self.span(problem.start, problem.end)
        return Finding(span, problem.message, problem.hint, problem.fix, severity=problem.severity)

    def _fence(self) -> tuple[int, int]:
        return self.front_matter.fences.open if self.front_matter is not None else (0, 0)

    # -- the body

    @property
    def body(self) -> str:
        if self._body is None:
            self._body = self.text[self.body_start :]
        return self._body

    def body_behind_line_end(self) -> tuple[str, int, int]:
        """A text in which the body stands behind a line end, from where to look through it for what begins with one, and by
        how much its offsets are larger than the file's."""
        return (self.text, self.body_start - 1, 0) if self.body_start else (f"\n{self.text}", 0, 1)

    @cached_property
    def blocks(self) -> list[Block]:
        """The body's top-level blocks. Reading them costs more than all rules together on a short
        post, so a rule first looks whether `body` holds at all what it searches."""
        # Imported here: most runs on most files never need the Markdown parser.
        from mdlint.body import read_blocks

        return self._readable(read_blocks(self.text, self.body_start))

    def blocks_from(self, start: int) -> list[Block]:
        """The top-level blocks from a line on that starts with `#`, if that makes it a heading.

        Only fenced code and HTML above the line could make it anything else; where there is none the
        body above need not be read. Otherwise these are all blocks of the body.
        """
        if not is_heading_certain(self.text, self.body_start, start):
            return self.blocks
        from mdlint.body import read_blocks

        return self._readable(read_blocks(self.text, start))

    def _readable(self, blocks: list[Block]) -> list[Block]:
        """The blocks without those that are but a comment for mdlint, which must not change what rules see."""
        if self.text.find("mdlint:", self.body_start) < 0:
            return blocks
        return [
            block
            for block in blocks
            if block.kind != "htmlblock" or not _OWN_COMMENT.fullmatch(self.text, block.start, block.end)
        ]


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1] or escape[2] or escape[3], 16))
