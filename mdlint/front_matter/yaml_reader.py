"""PyYAML's events, put together to located values.

`yaml.load` and `yaml.compose` recurse in C and end the process on deep nesting, so the events are
taken one by one and put together here, without recursion and within `Limits`. No tag is ever
constructed. PyYAML's marks count code points and are used for their offset only: its line numbers
also count U+0085, U+2028 and U+2029, which end no line for an editor.
"""

from __future__ import annotations

import re
from typing import Any

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mdlint.front_matter.dialects import BOOLEANS_OF_YAML_1_1, NUMBER_START, Dialect
from mdlint.front_matter.simple_yaml import Begun
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
from mdlint.front_matter.yaml_events import Parser, with_breaks_hidden
from mdlint.front_matter.yaml_tags import KNOWN_TAGS, properties_at, tagged
from mdlint.regex import regex
from mdlint.settings import Limits

_BLOCK_STYLES = frozenset("|>")
_FIELD = regex(r"^([\w$@-]+)[ \t]*:(?!\S)", re.MULTILINE)


class Stop(Exception):  # noqa: N818 - the end of reading, not an error of ours
    """Reading ended early; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Reader:
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
        """The root. Raises Stop, and what PyYAML raises.

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
            source, restore = with_breaks_hidden(source)
        next_event: Any = Parser(source).get_event
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
                    raise Stop(oversized(event.start_mark.index + offset, f"is nested more than {deepest} levels deep"))
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
                raise Stop(oversized(node.start, f"holds more than {most:,} values"))
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
                raise Stop(bomb)
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
        end, tag, tag_start = properties_at(self.source, node.start - self.offset)
        node.start = end + self.offset
        if isinstance(node, Scalar):
            node.start = min(node.start, node.end)
            if event.tag is not None:
                node.value = tagged(event.tag, node.text, self.dialect)
        if event.tag is not None and event.tag not in KNOWN_TAGS:
            self.problems.append(unknown_tag(tag, tag_start + self.offset))

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
            raise Stop(
                Problem("yaml-syntax", start, end, message, "put quotes around the value if it is meant as text")
            )
        if target is parent or any(target is container for container, _ in self._open):
            message = f"`*{event.anchor}` stands inside the value that it repeats, so it has no end"
            raise Stop(Problem("alias-bomb", start, end, message, "write the value out instead"))
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
                raise Stop(Problem("alias-bomb", value.start, value.end, message, "write the fields out instead"))
            for name, entry in base.index.items():
                mapping.index.setdefault(name, entry)
            for key, item in base.value.items():
                mapping.value.setdefault(key, item)
