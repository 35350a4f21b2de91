"""Located values: the front matter's tree, each node with its place in the text.

`start` and `end` are offsets into the file's text in code points, the end exclusive.
Every node also carries its plain Python `value`; collections share the values of their
children, so `root.value` is what a schema validates. Nodes are made once by a reader and
never changed afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, final

from mdlint.diagnostic import Fix, Severity, shortened
from mdlint.named import NamedTuple
from mdlint.record import Record


class Scalar:
    """A single value. `text` is its content without quotes and escapes, `style` how it is written:
    empty for plain, else `'`, `"`, `|` or `>`."""

    __slots__ = ("end", "start", "style", "text", "value")

    def __init__(self, start: int, end: int, value: Any, text: str, style: str) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.text = text
        self.style = style


class Sequence:
    """A list. `flow` is true when it is written in brackets."""

    __slots__ = ("end", "flow", "items", "start", "value")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.items: list[Node] = []
        self.value: list[Any] = []


class Mapping:
    """Keys and values. `index` finds an entry by its key's name, which is its text; of several it is the one that counts
    (the last). In `value` a key is what the generator makes of it: nearly always that text, for PyYAML also 1, True or
    None. `noted` is what a reader wrote down of a root on its way, to save walking through the tree again."""

    __slots__ = ("_entries", "end", "flow", "index", "noted", "start", "value")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self._entries: list[tuple[Node, Node]] | None = None
        self.index: dict[str, tuple[Node, Node]] = {}
        self.value: dict[Any, Any] = {}
        self.noted: Noted | None = None

    @property
    def entries(self) -> list[tuple[Node, Node]]:
        """Every entry as written, repeated keys included. A reader that meets such keys adds to it before it does to the
        index; else it is what the index holds."""
        if self._entries is None:
            self._entries = list(self.index.values())
        return self._entries


@final
class Alias:
    """A use of an anchored value: its own place, the target's value."""

    __slots__ = ("end", "start", "target")

    def __init__(self, start: int, end: int, target: Scalar | Collection) -> None:
        self.start = start
        self.end = end
        self.target = target

    @property
    def value(self) -> Any:
        return self.target.value


class Noted(NamedTuple):
    """Scalars of a tree, in order: all single values, and of YAML the values and keys of which parsers may
    think differently, because they have no quotes and look like a number, a date or a boolean."""

    leaves: list[Scalar]
    undecided: list[Scalar]
    undecided_keys: list[Scalar]


Collection: TypeAlias = Sequence | Mapping
Node: TypeAlias = Scalar | Collection | Alias


def resolved(node: Node) -> Scalar | Collection:
    """The node itself, or what an alias stands for."""
    return node.target if type(node) is Alias else node


def children(node: Node) -> Iterator[tuple[str | int, Node]]:
    """The direct children with their names or indexes; nothing for a scalar."""
    node = resolved(node)
    if isinstance(node, Mapping):
        for name, (_, value) in node.index.items():
            yield name, value
    elif isinstance(node, Sequence):
        yield from enumerate(node.items)


def text_keyed(root: Mapping) -> dict[str, Any]:
    """The plain values with text for every key."""
    done: dict[int, Any] = {}

    def copied(node: Node) -> Any:
        node = resolved(node)
        if id(node) not in done:
            if isinstance(node, Mapping):
                done[id(node)] = {name: copied(value) for name, (_, value) in node.index.items()}
            elif isinstance(node, Sequence):
                done[id(node)] = [copied(item) for item in node.items]
            else:
                return node.value
        return done[id(node)]

    data: dict[str, Any] = copied(root)
    return data


class Problem(Record):
    """What a reader found wrong, by the rule that reports it and the offsets it is at.

    unread: top-level fields that could not be read because of it, so that nobody takes them for missing.
    severity: where the reader knows better than the rule.
    """

    rule: str
    start: int
    end: int
    message: str
    hint: str = ""
    fix: Fix | None = None
    unread: tuple[str, ...] = ()
    severity: Severity | None = None


def unknown_tag(tag: str, start: int) -> Problem:
    """The problem of a tag, such as `!foo`, that stands at an offset of the file."""
    message = f"`{shortened(tag)}` is a YAML tag that site generators do not know"
    hint = "remove it, or put quotes around the value if the `!` belongs to it"
    return Problem("unknown-tag", start, start + len(tag), message, hint)


def oversized(at: int, what: str) -> Problem:
    """The problem of front matter that is over a limit; `what` continues "the front matter …"."""
    return Problem(
        "oversized-front-matter",
        at,
        at + 1,
        f"the front matter {what}; it was not read further",
        "move the data into a file of its own",
    )


def give_values(root: Mapping, data: dict[str, Any]) -> None:
    """Give every node of a located tree its value from the plain data of the same shape."""
    stack: list[tuple[Node, Any]] = [(root, data)]
    while stack:
        node, value = stack.pop()
        if isinstance(node, Mapping):
            node.value = value
            stack.extend((child, value[name]) for name, (_, child) in node.index.items())
        elif isinstance(node, Sequence):
            node.value = value
            stack.extend(zip(node.items, value, strict=True))
        elif isinstance(node, Scalar):
            node.value = value
            if isinstance(value, str):
                node.text = value
