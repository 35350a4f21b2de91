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

from mdlint.front_matter.resolver import resolve
from mdlint.front_matter.values import Alias, Mapping, Node, Problem, Scalar, Sequence, oversized, resolved
from mdlint.settings import Limits

try:
    from yaml.cyaml import CParser as _Parser
except ImportError:  # PyYAML without libyaml: the same events, ten times slower

    class _Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CORE_TAGS = {
    f"tag:yaml.org,2002:{name}": name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge")
}


class Stop(Exception):  # noqa: N818 - the end of reading, not an error of ours
    """Reading ended early; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_yaml(source: str, offset: int, limits: Limits) -> tuple[Node | None, list[Problem]]:
    """The root of the YAML in `source`, which stands at `offset` in its file, and what is wrong.

    The root is None when there is no value or when it could not be read; the problems then say why.
    """
    reader = _Reader(offset, limits)
    try:
        reader.read(source)
        if reader.root is not None and reader.aliases:
            _check_expansion(reader.root, limits)
    except Stop as stop:
        return None, [*reader.problems, stop.problem]
    except yaml.YAMLError as error:
        return None, [*reader.problems, _syntax_problem(error, source, offset)]
    return reader.root, reader.problems


class _Reader:
    def __init__(self, offset: int, limits: Limits) -> None:
        self.offset = offset
        self.limits = limits
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.aliases = 0
        self._anchors: dict[str, Scalar | Sequence | Mapping] = {}

    def read(self, source: str) -> None:
        """Raises Stop or yaml.YAMLError."""
        parser = _Parser(source)
        next_event = parser.get_event
        offset = self.offset
        stack: list[tuple[Sequence | Mapping, Node | None]] = []
        open_: Sequence | Mapping | None = None
        key: Node | None = None
        nodes = 0
        most = self.limits.nodes
        node: Node
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node = self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                start = event.start_mark.index + offset
                flow = source.startswith(("{", "["), start - offset) or self._opens_flow(event, source)
                container = (Mapping if kind is yaml.MappingStartEvent else Sequence)(start, flow)
                self._note(event, container)
                stack.append((container, key))
                if len(stack) > self.limits.depth:
                    raise Stop(oversized(start, f"is nested more than {self.limits.depth} levels deep"))
                open_, key = container, None
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node, key = stack.pop()
                self._close(node, event.end_mark.index + offset)
                open_ = stack[-1][0] if stack else None
            elif kind is yaml.AliasEvent:
                node = self._alias(event, stack)
            elif kind is yaml.DocumentStartEvent and self.root is not None:
                self._more_documents(event.start_mark.index + offset)
                return
            else:
                continue

            nodes += 1
            if nodes > most:
                raise Stop(oversized(node.start, f"holds more than {most:,} values"))
            if open_ is None:
                self.root = node
            elif type(open_) is Sequence:
                open_.items.append(node)
                open_.value.append(node.value)
            elif key is None:
                key = node
            else:
                self._enter(open_, key, node)
                key = None

    def _scalar(self, event: Any) -> Scalar:
        start = event.start_mark.index + self.offset
        end = event.end_mark.index + self.offset
        text = event.value
        style = event.style or ""
        if event.tag is None:
            value = resolve(text) if event.implicit[0] else text
            scalar = Scalar(start, end, value, text, style)
            if event.anchor is None:
                return scalar
            self._anchors[event.anchor] = scalar
            return scalar
        scalar = Scalar(start, end, text, text, style)
        self._note(event, scalar)
        tag = _CORE_TAGS.get(event.tag)
        if tag is not None and tag != "str" and not style:
            scalar.value = resolve(text)
        return scalar

    def _note(self, event: Any, node: Scalar | Sequence | Mapping) -> None:
        """Keep the node's anchor and judge its tag."""
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        tag = event.tag
        if tag is not None and tag != "!" and tag not in _CORE_TAGS:
            start = event.start_mark.index + self.offset
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(
                Problem(
                    "unknown-tag",
                    start,
                    start + len(shown),
                    f"`{shown}` is a YAML tag that a site generator does not know",
                    "remove the tag; put quotes around the value if the `!` belongs to it",
                )
            )

    def _opens_flow(self, event: Any, source: str) -> bool:
        """Whether a collection behind a tag or an anchor is written in brackets."""
        if event.anchor is None and event.tag is None:
            return False
        return source.startswith(("{", "["), event.end_mark.index - 1)

    def _close(self, node: Node, end: int) -> None:
        """Give a collection its end: a block's event ends behind the white space that follows it."""
        if isinstance(node, Mapping):
            last = node.entries[-1][1].end if node.entries else node.start
        else:
            last = node.items[-1].end if isinstance(node, Sequence) and node.items else node.start
        node.end = end if isinstance(node, (Mapping, Sequence)) and node.flow else max(last, node.start)

    def _alias(self, event: Any, stack: list[tuple[Sequence | Mapping, Node | None]]) -> Alias:
        start = event.start_mark.index + self.offset
        end = event.end_mark.index + self.offset
        target = self._anchors.get(event.anchor)
        self.aliases += 1
        if target is None:
            raise Stop(
                Problem(
                    "yaml-syntax",
                    start,
                    end,
                    f"`*{event.anchor}` refers to an anchor `&{event.anchor}` that does not exist",
                    "put quotes around the value if it is meant as text",
                )
            )
        if any(container is target for container, _ in stack):
            raise Stop(
                Problem(
                    "alias-bomb",
                    start,
                    end,
                    f"`*{event.anchor}` contains itself, so it has no end",
                    "write the value out instead of the alias",
                )
            )
        return Alias(start, end, target)

    def _enter(self, mapping: Mapping, key: Node, value: Node) -> None:
        mapping.entries.append((key, value))
        if type(key) is Scalar:
            name = key.text
            if name == "<<" and not key.style and not isinstance(resolved(value), Scalar):
                self._merge(mapping, key, value)
                return
        else:
            name = str(key.value)
        first = mapping.index.get(name)
        if first is not None and any(entry[0] is first[0] for entry in mapping.entries):
            self._duplicate(name, first[0], key)
        mapping.index[name] = (key, value)
        mapping.value[name] = value.value

    def _merge(self, mapping: Mapping, key: Node, value: Node) -> None:
        """`<<: *base` adds the base's entries; the mapping's own ones win, wherever they stand."""
        sources = resolved(value)
        for source in sources.items if isinstance(sources, Sequence) else [sources]:
            base = resolved(source)
            if not isinstance(base, Mapping):
                continue
            for name, entry in base.index.items():
                if name not in mapping.index:
                    mapping.index[name] = entry
                    mapping.value[name] = entry[1].value

    def _duplicate(self, name: str, first: Node, again: Node) -> None:
        self.problems.append(
            Problem(
                "duplicate-key",
                again.start,
                again.end,
                f"`{name}` is given twice",
                "keep one of the two: some parsers stop here, others silently take the last",
            )
        )

    def _more_documents(self, start: int) -> None:
        self.problems.append(
            Problem(
                "yaml-syntax",
                start,
                start + 3,
                "a second YAML document starts inside the front matter",
                "remove this line, or put quotes around the text it belongs to",
            )
        )


def _check_expansion(root: Node, limits: Limits) -> None:
    """Raise Stop when the tree, with every alias written out, is larger than the limit."""
    sizes: dict[int, int] = {}
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        target = resolved(node)
        if id(target) in sizes:
            continue
        below: list[Node] = []
        if isinstance(target, Mapping):
            below = [part for entry in target.entries for part in entry]
        elif isinstance(target, Sequence):
            below = target.items
        if not done and below:
            stack.append((node, True))
            stack.extend((child, False) for child in below)
            continue
        size = 1 + sum(sizes[id(resolved(child))] for child in below)
        sizes[id(target)] = size
        if size > limits.expanded_nodes:
            raise Stop(
                Problem(
                    "alias-bomb",
                    node.start,
                    min(node.end, node.start + 40),
                    f"its aliases expand to more than {limits.expanded_nodes:,} values",
                    "write the values out, or move the data into a file of its own",
                )
            )


def _syntax_problem(error: yaml.YAMLError, source: str, offset: int) -> Problem:
    hint = "put quotes around the value if it is meant as text"
    if isinstance(error, yaml.reader.ReaderError):
        found = _UNPRINTABLE.search(source)
        at = found.start() if found else 0
        code = ord(found[0]) if found else error.character
        message = f"the character U+{code:04X} is not allowed in YAML"
        return Problem("yaml-syntax", at + offset, at + offset + 1, message, "remove it")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.index, len(source)) if mark is not None else 0
    message = f"this is not valid YAML: {getattr(error, 'problem', None) or 'it cannot be read'}"
    return Problem("yaml-syntax", at + offset, min(at + 1, len(source)) + offset, message, hint)
