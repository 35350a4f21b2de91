"""YAML front matter as located values, from PyYAML's events.

`yaml.load` and `yaml.compose` recurse in C and end the process on deep nesting, so the events are
taken one by one and put together here, without recursion and within `Limits`. No tag is ever
constructed. PyYAML's marks count code points and are used for their offset only: its line numbers
also count U+0085, U+2028 and U+2029, which end no line for an editor.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mdlint.front_matter.dialects import BOOLEANS_OF_YAML_1_1, DEFAULT, NUMBER_START, Dialect, dialect
from mdlint.front_matter.simple_yaml import Begun, read_simple
from mdlint.front_matter.values import (
    Alias,
    Collection,
    Mapping,
    Node,
    Noted,
    Problem,
    Scalar,
    Sequence,
    oversized,
    resolved,
    unknown_tag,
)
from mdlint.regex import regex
from mdlint.settings import Limits

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # PyYAML without libyaml: the same events, ten times slower

    class _Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


_PROPERTIES = regex(r"(?:(?:&[\w-]+|(!(?:<[^>\s]*>|[^\s,\[\]{}]*)))(?:[ \t\r\n]|#[^\r\n]*)*){1,2}")
"""A node's anchor and tag, in any order, and what stands between them and the node."""

_CORE = "tag:yaml.org,2002:"
_FLOAT = _CORE + "float"
_TIMESTAMP = _CORE + "timestamp"
_RESOLVED_TAGS = frozenset((_FLOAT, _TIMESTAMP, *(_CORE + name for name in ("int", "bool", "null"))))
_KNOWN_TAGS = _RESOLVED_TAGS | {
    "!",
    *(_CORE + name for name in ("str", "map", "seq", "merge", "binary", "omap", "pairs", "set")),
}
_BLOCK_STYLES = frozenset("|>")
_FIELD = regex(r"^([\w$@-]+)[ \t]*:(?!\S)", re.MULTILINE)


class _Stop(Exception):  # noqa: N818 - the end of reading, not an error of ours
    """Reading ended early; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_yaml(
    source: str, offset: int, limits: Limits, read_as: Dialect | None = None, begun: Begun | None = None
) -> tuple[Node | None, list[Problem]]:
    """The root of the YAML in `source`, which stands at `offset` in its file, and what is wrong.

    The root is None when there is no value or when it could not be read; the problems then say why. Front matter that
    is simple, as most is, does without this: see `simple_yaml.py`. `begun` are the first fields where they are.
    """
    if source.startswith("\ufeff"):  # PyYAML drops it, and counts from there
        offset += len(source)
        source = source.lstrip("\ufeff")
        offset -= len(source)
    read_as = read_as or dialect(DEFAULT)

    def attempt(text: str, begun: Begun | None = None) -> tuple[_Reader, Node | None, Exception | None]:
        reader = _Reader(text, offset, limits, read_as, begun)
        try:
            return reader, reader.read(), None
        except (_Stop, yaml.YAMLError, ValueError) as error:
            # Without its traceback, which would keep whoever has called this, and all that they know, until garbage is collected.
            return reader, None, error.with_traceback(None)

    reader, root, error = attempt(source, begun)
    if "\t" in source:
        # Imported here, as below: hardly any file has tabs.
        from mdlint.front_matter.tabs import read_with_spaces, tab_outside_of_text

        if error is None and root is not None and (tab := tab_outside_of_text(source, offset, root)):
            reader.problems.append(tab)
        elif error is not None and (found := read_with_spaces(source, offset, attempt)):
            return found
    if error is None:
        return root, reader.problems
    # Imported here: most files have no error to explain.
    from mdlint.front_matter.broken_yaml import recovered

    def again(text: str) -> tuple[_Reader, Node | None, Exception | None]:
        known = begun if begun is not None and text.startswith(source[: begun.at]) else None
        root = read_simple(text, offset, limits, read_as, known)  # what is left may be
        if isinstance(root, Mapping):
            return _Reader(text, offset, limits, read_as), root, None
        return attempt(text, root)

    return recovered(reader, error, again)


class _Reader:
    def __init__(self, source: str, offset: int, limits: Limits, read_as: Dialect, begun: Begun | None = None) -> None:
        self.source = source
        self.begun = begun
        self.offset = offset
        self.limits = limits
        self.dialect = read_as
        self.problems: list[Problem] = []
        self.last_quoted: Any = None
        """The event of the last value in quotes, for explaining an error behind it."""
        self.brackets: Collection | None = None
        """The last value of a field of the whole text that is in brackets, for the same."""
        self._anchors: dict[str, Scalar | Collection] = {}
        self._open: list[tuple[Collection | None, Node | None]] = []
        self._merges: dict[int, list[Node]] = {}
        self._merged = 0
        self._has_alias = False
        self._is_irregular = False
        """Whether there are values that no key path leads to."""

    def read(self) -> Node | None:
        """The root. Raises _Stop, and what PyYAML raises.

        Reading a file spends its time in this loop, which runs once for each key and value: what is
        common stands in it, what is rare in methods.
        """
        source, begun, restore = self.source, self.begun, None
        leaves: list[Scalar] = []
        undecided: list[Scalar] = []
        if begun is not None:
            # A comment in the place of what is known: offsets hold.
            source = f"{'#':{begun.at - 1}}\n{source[begun.at :]}"
            leaves, undecided = begun.leaves.copy(), begun.undecided.copy()
        if not source.isascii():
            source, restore = _with_breaks_hidden(source)
        next_event: Any = _Parser(source).get_event
        offset = self.offset
        words, resolve, starts, booleans = self.dialect.words, self.dialect.resolve, NUMBER_START, BOOLEANS_OF_YAML_1_1
        most, deepest = self.limits.nodes, self.limits.depth
        root: Node | None = None
        open_ = self._open
        parent: Any = None
        key: Any = None  # of the entry whose value comes next
        node: Any
        nodes = 0
        undecided_keys: list[Scalar] = []
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                text = event.value
                style = event.style or ""
                if restore is not None:
                    text = text.translate(restore)
                is_undecided = False
                if style:
                    value = text
                    self.last_quoted = event
                elif text[:1] in starts or text in booleans:
                    value = resolve(text)
                    is_undecided = True
                else:
                    value = words.get(text, text)
                node = Scalar(event.start_mark.index + offset, event.end_mark.index + offset, value, text, style)
                if is_undecided:
                    undecided.append(node)
                if event.anchor is not None or event.tag is not None:
                    self._take_properties(event, node)
                if value is None or style in _BLOCK_STYLES:
                    self._correct_end(node, key)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                open_.append((parent, key))
                if len(open_) > deepest:
                    raise _Stop(
                        oversized(event.start_mark.index + offset, f"is nested more than {deepest} levels deep")
                    )
                new = Mapping if kind is MappingStartEvent else Sequence
                parent = new(event.start_mark.index + offset, event.flow_style is True)
                if begun is not None and len(open_) == 1:
                    parent = begun.root()
                key = None
                if parent.flow and len(open_) == 2:
                    self.brackets = parent
                if event.anchor is not None or event.tag is not None:
                    self._take_properties(event, parent)
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = parent
                parent, key = open_.pop()
                self._close(node, event)
            elif kind is AliasEvent:
                node = self._alias(event, parent)
            elif kind is DocumentStartEvent and root is not None:
                start = event.start_mark.index + offset
                self.problems.append(self._second_document(start))
                break
            else:
                continue

            nodes += 1
            if nodes > most:
                raise _Stop(oversized(node.start, f"holds more than {most:,} values"))
            if key is not None:
                name = key.text if type(key) is Scalar else self._name_of(key)
                entry = (key, node)
                parent.entries.append(entry)
                if type(node) is Scalar:
                    leaves.append(node)
                if name in parent.index or name == "<<":
                    self._enter_special(parent, name, entry)
                else:
                    parent.index[name] = entry
                    parent.value[name if key.value is name else self._key_of(key, name)] = node.value
                key = None
            elif type(parent) is Mapping:
                key = node
                if undecided and undecided[-1] is node:
                    undecided_keys.append(undecided.pop())
                elif type(node) is Scalar and node.value is not node.text:
                    undecided_keys.append(node)
            elif parent is None:
                root = node
            else:
                parent.items.append(node)
                parent.value.append(node.value)
                if type(node) is Scalar:
                    leaves.append(node)
        if type(root) is Mapping and not self._is_irregular:
            root.noted = Noted(leaves, undecided, undecided_keys)
        if root is not None and self._has_alias:
            # Imported here: hardly any front matter has aliases.
            from mdlint.front_matter.expansion import check_expansion

            bomb = check_expansion(root, self.limits)
            if bomb is not None:
                raise _Stop(bomb)
        return root

    def _second_document(self, start: int) -> Problem:
        message = "a second YAML document starts here; what follows was not read"
        hint = "remove the line, or indent it if it belongs to the text above"
        names = tuple(_FIELD.findall(self.source, start - self.offset))
        return Problem("multiple-documents", start, start + 3, message, hint, unread=names)

    def _take_properties(self, event: Any, node: Scalar | Collection) -> None:
        """Keep the node's anchor, judge its tag, and let the node start behind both."""
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        properties = _PROPERTIES.match(self.source, node.start - self.offset)
        assert properties is not None  # the event says that there are some
        node.start = properties.end() + self.offset
        if isinstance(node, Scalar):
            node.start = min(node.start, node.end)
            if event.tag is not None:
                node.value = self._tagged(event.tag, node.text)
        if event.tag is not None and event.tag not in _KNOWN_TAGS:
            self.problems.append(unknown_tag(properties[1], properties.start(1) + self.offset))

    def _tagged(self, tag: str, text: str) -> Any:
        """The value of a scalar with a tag."""
        if tag == _TIMESTAMP:
            # Imported here: dialects without timestamps do without it.
            from mdlint.front_matter.dialects.timestamps import timestamp

            return timestamp(text)
        if tag not in _RESOLVED_TAGS and (tag != "!" or not self.dialect.bang_is_plain):
            return text
        value = self.dialect.resolve(text)
        return float(value) if tag == _FLOAT and type(value) is int else value

    def _correct_end(self, node: Scalar, key: Node | None) -> None:
        """Where the event of a scalar ends too late: below the blank lines behind a block, and for
        the missing value of a key without a colon at the next key."""
        start, end = node.start - self.offset, node.end - self.offset
        if node.style:
            node.end = start + len(self.source[start:end].rstrip(" \t\r\n")) + self.offset
        elif key is not None and start == end and ":" not in self.source[key.end - self.offset : start]:
            node.start = node.end = key.end

    def _close(self, node: Any, event: Any) -> None:
        """Give a collection its end; the event of one in block style ends where the next key starts."""
        if node.flow:
            node.end = event.end_mark.index + self.offset
            if type(node) is Mapping and self.source.startswith("{{", node.start - self.offset):
                self._note_template(node)
        elif type(node) is Mapping:
            node.end = node.entries[-1][1].end
        else:
            node.end = node.items[-1].end
        if type(node) is Mapping and len(node.value) < len(node.index):
            self._note_equal_keys(node)
        if self._merges and (sources := self._merges.pop(id(node), None)):
            for source in reversed(sources) if self.dialect.last_merge_wins else sources:
                self._merge(node, source)

    def _note_template(self, node: Mapping) -> None:
        """Note `{{ name }}`, which is a mapping with a mapping as its key, and hardly meant so."""
        start, end = node.start - self.offset, node.end - self.offset
        text = self.source[start:end]
        if text.endswith("}}") and self.source[start - 1 : start] != "{":
            # Imported here: hardly any front matter has templates.
            from mdlint.front_matter.templates import unquoted_template

            self.problems.append(unquoted_template(text, node.start))

    def _alias(self, event: Any, parent: Collection | None) -> Alias:
        start = event.start_mark.index + self.offset
        end = event.end_mark.index + self.offset
        target = self._anchors.get(event.anchor)
        self._has_alias = True
        if target is None:
            message = f"`*{event.anchor}` repeats a value marked `&{event.anchor}`, but there is none"
            raise _Stop(
                Problem("yaml-syntax", start, end, message, "put quotes around the value if it is meant as text")
            )
        if target is parent or any(target is container for container, _ in self._open):
            message = f"`*{event.anchor}` stands inside the value that it repeats, so it has no end"
            raise _Stop(Problem("alias-bomb", start, end, message, "write the value out instead"))
        return Alias(start, end, target)

    def _name_of(self, key: Node) -> str:
        """The name of a key that is no scalar: that of an alias's scalar, else its source."""
        self._is_irregular = True
        target = resolved(key)
        if isinstance(target, Scalar):
            return target.text
        return self.source[key.start - self.offset : key.end - self.offset]

    def _key_of(self, key: Node, name: str) -> Any:
        """What an entry goes by in the plain values, where that may not be the text of its key."""
        target = resolved(key)
        return self.dialect.key(target.value, name) if type(target) is Scalar else name

    def _enter_special(self, mapping: Mapping, name: str, entry: tuple[Node, Node]) -> None:
        key, value = entry
        plain = not (isinstance(key, Scalar) and key.style)
        if name == "<<" and plain and self.dialect.merges and not isinstance(resolved(value), Scalar):
            self._merges.setdefault(id(mapping), []).append(value)
            self._is_irregular = True  # a field of the mapping's own may hide one of these
            return
        if name in mapping.index:
            self._is_irregular = True
            if self._key_of(mapping.index[name][0], name) == self._key_of(key, name):  # else they are `1` and `"1"`
                hint = "keep one of them: some parsers stop here, others silently take the last"
                message = f"`{name}` is given more than once"
                self.problems.append(Problem("duplicate-key", key.start, key.end, message, hint))
        mapping.index[name] = entry
        mapping.value[self._key_of(key, name)] = value.value

    def _note_equal_keys(self, mapping: Mapping) -> None:
        """Note names that differ as they are written, and are one for the dialect: `1` and `1.0`."""
        names: dict[Any, str] = {}
        for name, (key, _) in mapping.index.items():
            value = self._key_of(key, name)
            # To Ruby these are two names, to Python and JavaScript one.
            other = names.setdefault((type(value), value) if self.dialect.name == "psych" else value, name)
            if other != name:
                message = f"`{name}` is the same field as `{other}` above: {self.dialect.title} reads both names alike"
                hint = "keep one of them, or put quotes around the names"
                self.problems.append(Problem("duplicate-key", key.start, key.end, message, hint))

    def _merge(self, mapping: Mapping, value: Node) -> None:
        """`<<: *base` adds the base's entries; the mapping's own ones win, wherever they stand."""
        sources = resolved(value)
        for source in sources.items if isinstance(sources, Sequence) else [sources]:
            base = resolved(source)
            if not isinstance(base, Mapping):
                continue
            self._merged += len(base.index)
            if self._merged > self.limits.nodes:
                message = f"the fields that `<<` adds are more than {self.limits.nodes:,}"
                raise _Stop(Problem("alias-bomb", value.start, value.end, message, "write the fields out instead"))
            for name, entry in base.index.items():
                mapping.index.setdefault(name, entry)
            for key, item in base.value.items():
                mapping.value.setdefault(key, item)


def _with_breaks_hidden(source: str) -> tuple[str, dict[int, str] | None]:
    """The source with stand-ins for U+0085, U+2028 and U+2029, and the table that turns them back.

    They are text like any other in YAML 1.2, but end a line, and so a value, for PyYAML.
    """
    breaks = [character for character in "\x85\u2028\u2029" if character in source]
    if not breaks:
        return source, None
    unused = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in source)
    stand_ins = list(zip(breaks, unused, strict=False))
    hidden = source.translate({ord(character): stand_in for character, stand_in in stand_ins})
    return hidden, {ord(stand_in): character for character, stand_in in stand_ins}
