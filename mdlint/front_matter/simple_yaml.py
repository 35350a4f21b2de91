"""YAML as most front matter is written, read line by line: faster than from a parser's events, and without importing
a parser.

Only what is common is taken: lists and mappings by indentation and in brackets, text in one line, folded over some or in
a block, comments. Where anything is written in another way, or is wrong, `yaml.py` reads on from the field in which that is.
A test holds that both make the same tree.
"""

from __future__ import annotations

from typing import Any

from mdlint.front_matter.dialects import BOOLEANS_OF_YAML_1_1, NUMBER_START, Dialect
from mdlint.front_matter.simple_scalars import (
    CONTROLS,
    DOUBLE,
    END,
    FIRST,
    NAME,
    PLAIN,
    SINGLE,
    folded,
    key_in,
    plain_text,
    quoted_text,
)
from mdlint.front_matter.values import Mapping, Node, Noted, Scalar, Sequence
from mdlint.named import NamedTuple
from mdlint.regex import regex
from mdlint.settings import Limits

_ODD = regex("[\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that libyaml refuses or takes for the end of a line; the patterns below know those of Latin-1."""
_PLAIN_ITEM = rf"{FIRST}[^{CONTROLS}\[\]{{}},?:#]*+"
_QUOTED_ITEM = rf"'[^'{CONTROLS}]*+'|\"[^\"\\{CONTROLS}]*+\""
_ITEM = regex(rf"({_PLAIN_ITEM})|{_QUOTED_ITEM}")
_BRACKETS = rf"\[[ ]*+(?:(?:{_PLAIN_ITEM}|{_QUOTED_ITEM})[ ]*+(?:,[ ]*+(?=[^ \]])|(?=\])))*+\]"

# `(?:…|)` says what `(?:…)?` does, and takes half the time. Most lines end right here.
BEHIND = rf"(?:\n|[ ]*+(?:(?<![^ \n])#[^{CONTROLS}]*+|){END})"
_LINE = regex(
    rf"([ ]*+)(?:(-[ ]++)|)(?:({NAME}):(?:[ ]++|(?={END}))|)"
    rf"(?:(?:({PLAIN})|({SINGLE}|{DOUBLE})|({_BRACKETS})|){BEHIND}|([\[{{|>]))"
)
"""A line, and those that its text goes on in: its indentation, dash and name, and its value, plain, in quotes or in brackets;
of other brackets and of a block of text the first character."""
_BLANK, _DASH, _NAMED, _TEXT, _QUOTES, _LIST, _OPENING = range(1, 8)
"""These groups, by the last of which a line is told."""


class Begun(NamedTuple):
    """The first fields of a text that is not simple as a whole.

    at: where the line of the first field starts that is not read, an offset into the source; indent: how far it is indented.
    start: where the root starts. fields: those above, by name. leaves, undecided: the scalars in them, see `Noted`.
    """

    at: int
    indent: int
    start: int
    fields: dict[str, tuple[Node, Node]]
    leaves: list[Scalar]
    undecided: list[Scalar]

    def root(self) -> Mapping:
        """A root to go on with, which has no entries yet."""
        root = Mapping(self.start, flow=False)
        root.index = self.fields.copy()
        root.value = {name: node.value for name, (_, node) in self.fields.items()}
        return root


def read_simple(
    source: str, offset: int, limits: Limits, read_as: Dialect, begun: Begun | None = None
) -> Mapping | Begun | None:
    """The root of the YAML in `source`, which stands at `offset` in its file; where it is for a parser to read, its first
    fields, or None. `begun` are first fields that were read before.

    Reading a site spends much of its time in this loop: what is common stands in it, what is rare in functions.
    """
    # Every value takes a character at least.
    if len(source) > limits.nodes or not (source.isascii() or _ODD.search(source) is None):
        return None
    root: Mapping | None = None
    parent: Any = None  # the innermost collection that is open
    in_list = False  # whether that is a list
    indent = -1  # and its column
    outer: list[tuple[Any, int]] = []  # the same of those around it
    key: Scalar | None = None  # of the entry whose value comes next
    node: Any = None  # the last value
    read: tuple[Node, int] | None  # it and where it ends, where that takes more than a pattern
    leaves: list[Scalar] = []
    undecided: list[Scalar] = []
    at = 0
    if begun is not None:
        outer.append((parent, indent))
        root = parent = begun.root()
        at, indent, leaves, undecided = begun.at, begun.indent, begun.leaves.copy(), begun.undecided.copy()
        node = next(reversed(root.index.values()))[1]
    words, resolve, starts, booleans = read_as.words, read_as.resolve, NUMBER_START, BOOLEANS_OF_YAML_1_1
    new, match, size = Scalar.__new__, _LINE.match, len(source)
    while at < size:
        line = match(source, at)
        if line is None:
            break
        place = at + offset
        at = line.end()
        last = line.lastindex or 0
        if last == _BLANK:
            continue
        spaces, dash, name, text, quoted, _, sign = line.groups()
        column = len(spaces)
        if column != indent or dash is not None or name is None or key is not None or in_list:
            is_below = key is not None and (column > indent or (column == indent and dash is not None))
            if not is_below:
                if key is not None:
                    node = _enter_nothing(parent, key, leaves)
                    key = None
                while column < indent or (in_list and column == indent and dash is None):
                    parent.end = node.end
                    parent, indent = outer.pop()
                    in_list = type(parent) is Sequence
                if column != indent and root is not None:
                    break
            if dash is not None:
                if is_below:
                    node = Sequence(place + column, flow=False)
                    enter(parent, key, node)
                    outer.append((parent, indent))
                    parent, indent, key, in_list = node, column, None, True
                elif not in_list:
                    break
                column += len(dash)
            if name is not None:
                if is_below or dash is not None or root is None:
                    node = Mapping(place + column, flow=False)
                    if root is None:
                        root = node
                    else:
                        enter(parent, key, node)
                    outer.append((parent, indent))
                    parent, indent, in_list = node, column, False
                    if len(outer) >= limits.depth:
                        break
            elif last == _DASH or not (is_below or dash is not None):
                break  # nothing behind a dash, or text that goes on

        if name is not None:
            start = place + column
            if name[0] in "'\"":
                key = key_in(name, start, parent, read_as)
                if key is None:
                    break
            elif name in parent.index or name in words or name in booleans:
                break
            else:
                key = new(Scalar)  # without its constructor, which takes twice the time
                key.start = start
                key.end = start + len(name)
                key.value = key.text = name
                key.style = ""
            if last == _NAMED:
                continue
        start = line.start(last) + offset
        if last == _TEXT:
            text = text.rstrip(" ")
            end = start + len(text)
            if "\n" in text and not (text := folded(text, indent)):
                break
            node = new(Scalar)
            node.start = start
            node.end = end
            node.text = text
            node.style = ""
            if text[0] in starts or text in booleans:
                node.value = resolve(text)
                undecided.append(node)
            else:
                node.value = words.get(text, text)
            leaves.append(node)
        elif last == _QUOTES:
            end = start + len(quoted)
            if "\n" in quoted and not (quoted := folded(quoted, indent)):
                break
            node = quoted_text(quoted, start, end)
            leaves.append(node)
        elif last == _LIST:
            node = Sequence(start, flow=True)
            node.end = line.end(_LIST) + offset
            for found in _ITEM.finditer(source, line.start(_LIST) + 1, line.end(_LIST) - 1):
                text = found[0].rstrip(" ")
                start = found.start() + offset
                end = start + len(text)
                if found.lastindex is None:
                    item = quoted_text(text, start, end)
                else:
                    item = plain_text(text, start, end, read_as, undecided)
                leaves.append(item)
                enter(node, None, item)
        else:
            # Imported here: most files have neither.
            from mdlint.front_matter.simple_values import read_block, read_brackets

            at = line.start(_OPENING)
            if sign in "|>":
                read = read_block(source, at, offset, indent)
            else:
                noted, depth = Noted(leaves, undecided, []), limits.depth - len(outer)
                read = read_brackets(source, at, read_as, noted, offset=offset, depth=depth)
            if read is None:
                break
            node, at = read
            if sign in "|>":
                leaves.append(node)
        enter(parent, key, node)
        key = None
    else:
        if root is None:
            return None
        if key is not None:
            node = _enter_nothing(parent, key, leaves)
        while parent is not None:
            parent.end = node.end
            parent, _ = outer.pop()
        root.noted = Noted(leaves, undecided, [])
        return root
    if root is None or not root.index:
        return None
    # The last field may go on in what is not simple.
    rest: Any = key if key is not None and parent is root else root.index.popitem()[1][0]
    for scalars in leaves, undecided:
        while scalars and scalars[-1].start > rest.start:
            scalars.pop()
    if not root.index:
        return None
    at = source.rfind("\n", 0, rest.start - offset) + 1
    return Begun(at, rest.start - offset - at, root.start, root.index, leaves, undecided)


def enter(parent: Any, key: Scalar | None, node: Node) -> None:
    """Put a value into its list, or under its name into its mapping."""
    if key is None:
        parent.items.append(node)
        parent.value.append(node.value)
    else:
        name = key.text
        parent.index[name] = key, node
        parent.value[name] = node.value


def _enter_nothing(parent: Mapping, key: Scalar, leaves: list[Scalar]) -> Scalar:
    """Put in what stands for the missing value of a name."""
    node = Scalar(key.end + 1, key.end + 1, None, "", "")
    enter(parent, key, node)
    leaves.append(node)
    return node
