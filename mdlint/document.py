"""One file as rules see it: values by key path, places, source text, and the body on demand.

Accessors are total: they answer for any file, also one without front matter or with values of
the wrong type, so that a rule never has to guard itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mdlint.at_first_sight import is_heading_certain
from mdlint.diagnostic import Edit, Finding, KeyPath, Span
from mdlint.field_set import FieldSet, field_set
from mdlint.front_matter import FrontMatter, read_front_matter
from mdlint.front_matter.dialects import Dialect, dialect_of
from mdlint.front_matter.paths import below_field, child_at, child_of, entry_of
from mdlint.front_matter.values import (
    Alias,
    Mapping,
    Node,
    Noted,
    Problem,
    Scalar,
    Sequence,
    children,
    resolved,
    text_keyed,
)
from mdlint.lines import Lines
from mdlint.regex import regex
from mdlint.settings import Limits, Settings

if TYPE_CHECKING:
    from mdlint.body import Block

_DEFAULT_LIMITS = Limits()
_NOTHING = Noted([], [], [])
_FEW_PATHS = 8
"""Values whose key paths are looked for; for more, a table of all values is made."""

_TEMPLATE = (
    r"(?:^|/)(?:(?:[^/]*[-_. ])?templates|template|issue_template|archetypes|scaffolds)/"
    r"|(?:^|[-_. /])template\.\w+$"
)
_LONGEST_TAG = 100
"""Code points before a value in which its tag and its anchor stand, if it has them."""

_ESCAPE = regex(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U00(0[0-9a-fA-F]{5}|10[0-9a-fA-F]{4}))")
"""A character by its number, as YAML, TOML and JSON write it."""
_OWN_COMMENT = regex(r"<!--\s*mdlint:[^>]*-->\s*")

Address = str | KeyPath
"""A key path, or a top-level field's name."""


class Document:
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
        self._paths_left = _FEW_PATHS
        self._is_template: bool | None = None
        self._body: str | None = None
        self._lower_head: str | None = None
        self._field_set: FieldSet | None = None
        self._fields: dict[int, tuple[tuple[str, ...], list[tuple[KeyPath, Scalar | Sequence | Mapping]]]] = {}
        self.generator = generator
        self.front_matter: FrontMatter | None
        self.front_matter, self.problems = read_front_matter(text, limits or _DEFAULT_LIMITS, generator)
        self.root: Mapping | None = None if self.front_matter is None else self.front_matter.root
        """The located front matter, or None where there is none that could be read."""
        self.data: dict[str, Any] = {} if self.root is None else self.root.value
        """The front matter's plain values; empty where it could not be read."""
        self.body_start = 0 if self.front_matter is None else self.front_matter.fences.body
        """The offset of the first character behind the front matter."""
        self.head = "" if self.front_matter is None else text[slice(*self.front_matter.fences.content)]
        """The text between the fences; empty where there is no front matter."""

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
        return cls.from_bytes(path, data, settings.limits, settings.generator)

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

    @property
    def dialect(self) -> Dialect:
        """How the reader of the file reads YAML."""
        return dialect_of(self.generator)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The top-level fields that are there, but broken so that their values are unknown; `doc` lacks them."""
        return frozenset(name for problem in self.problems for name in problem.unread)

    # -- values by key path

    @property
    def json_data(self) -> dict[str, Any]:
        """The plain values with text for every key, which is all that a schema can speak of."""
        return self._text_keyed if self.dialect.has_typed_keys else self.data

    @cached_property
    def _text_keyed(self) -> dict[str, Any]:
        return {} if self.root is None else text_keyed(self.root)

    @property
    def field_set(self) -> FieldSet:
        """The names of the top-level fields; none where the front matter could not be read."""
        if self._field_set is None:
            self._field_set = field_set(*self.root.index) if self.root is not None else field_set()
        return self._field_set

    def node(self, at: Address) -> Node | None:
        """The located value at a key path, or None."""
        node: Node | None = self.root
        if isinstance(at, str):
            entry = node.index.get(at) if isinstance(node, Mapping) else None
            return entry[1] if entry else None
        for part in at:
            node = child_of(node, part)
            if node is None:
                return None
        return node

    def __contains__(self, at: Address) -> bool:
        return self.node(at) is not None

    def get(self, at: Address, default: Any = None) -> Any:
        """The plain value at a key path, or the default."""
        node = self.node(at)
        return default if node is None else node.value

    def text_of(self, at: Address) -> str:
        """The text at a key path; empty when there is none or it is not text."""
        value = self.get(at)
        return value if isinstance(value, str) else ""

    def scalar(self, at: Address) -> Scalar | None:
        """The scalar at a key path as written, an alias followed; None for anything else."""
        node = self.node(at)
        target = resolved(node) if node is not None else None
        return target if isinstance(target, Scalar) else None

    def items(self, at: Address = ()) -> Iterator[tuple[KeyPath, Any]]:
        """The children of the list or mapping at a key path, with their own key paths and values."""
        path = (at,) if isinstance(at, str) else at
        node = self.node(path)
        for part, child in children(node) if node is not None else ():
            yield (*path, part), child.value

    def fields(self, names: tuple[str, ...]) -> list[tuple[KeyPath, Scalar | Sequence | Mapping]]:
        """The fields of those names that are there, aliases followed. The list is kept for the next who asks: do not change it.

        `cover.url` names the field `url` in `cover`, and a field that is called just that.
        """
        # Known by its identity, as in `FieldSet`.
        known = self._fields.get(id(names))
        if known is None:
            known = self._fields[id(names)] = names, self._find(names)
        return known[1]

    def _find(self, names: tuple[str, ...]) -> list[tuple[KeyPath, Scalar | Sequence | Mapping]]:
        if self.root is None:
            return []
        index = self.root.index
        found: list[tuple[KeyPath, Scalar | Sequence | Mapping]] = []
        for path in self.field_set.paths_of(names):
            node: Node | None = index[path[0]][1]  # type: ignore[index]
            if len(path) > 1:
                node = below_field(node, path)
            if node is not None:
                found.append((path, node.target if type(node) is Alias else node))
        return found

    @property
    def noted(self) -> Noted:
        """The single values, in order; what an alias or a merge key repeats is listed once. See `path_of`."""
        root = self.root
        if root is None:
            return _NOTHING
        if root.noted is None:
            # Imported here: readers of YAML note them, but where a value has no key path.
            from mdlint.front_matter.noted import noted

            root.noted = noted(root, self.front_matter is not None and self.front_matter.format == "yaml")
        return root.noted

    @property
    def leaves(self) -> list[Scalar]:
        """Every single value, in order; see `noted`."""
        return self.noted.leaves

    def path_of(self, scalar: Scalar) -> KeyPath:
        """The first key path at which a value of `leaves` stands."""
        if self._paths_left and "*" not in self.head and "<<" not in self.head:
            # Then every value stands where it is written. Going there by places is faster than a table of all values.
            self._paths_left -= 1
            path: KeyPath = ()
            node: Node | None = self.root
            while node is not None and node is not scalar:
                part, node = child_at(node, scalar.start, scalar.end)
                path = (*path, part)
            if node is scalar:
                return path
        return self._paths.get(id(scalar), ())

    @cached_property
    def _paths(self) -> dict[int, KeyPath]:
        """The first key path of every node that is no alias, by its identity."""
        paths: dict[int, KeyPath] = {}
        stack: list[tuple[KeyPath, Node]] = [((), self.root)] if self.root is not None else []
        while stack:
            path, node = stack.pop()
            target = resolved(node)
            if id(target) not in paths:
                paths[id(target)] = path
                stack.extend(reversed([((*path, part), child) for part, child in children(target)]))
        return paths

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

    @cached_property
    def has_aliases(self) -> bool:
        """Whether what is written in one place may stand in another one too."""
        stack: list[Node] = [self.root] if self.root is not None and "*" in self.head else []
        while stack:
            node = stack.pop()
            if isinstance(node, Alias):
                return True
            if isinstance(node, Mapping):
                stack.extend(value for _, value in node.entries)
            elif isinstance(node, Sequence):
                stack.extend(node.items)
        return False

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
