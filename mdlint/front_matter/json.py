"""JSON as located values: the json module judges the syntax, a scan of its tokens gives the places."""

from __future__ import annotations

import json
import re

from mdlint.front_matter.values import Mapping, Node, Problem, Scalar, Sequence, give_values, oversized
from mdlint.settings import Limits

_TOKEN = re.compile(r'[ \t\r\n,:]*("(?:\\.|[^"\\])*"|[{}\[\]]|[^\s,:{}\[\]"]+)', re.DOTALL)
_CAUSES = {
    "Expecting ',' delimiter": ("a comma is missing before this", ""),
    "Expecting ':' delimiter": ("a colon is missing after the field's name", ""),
    "Expecting property name enclosed in double quotes": (
        "a field's name in double quotes is missing here",
        "put the name in double quotes",
    ),
    "Illegal trailing comma before end of object": ("there is a comma before the closing brace", "remove it"),
    "Illegal trailing comma before end of array": ("there is a comma before the closing bracket", "remove it"),
    "Expecting value": ("a value is missing here, or text stands without double quotes", ""),
    "Unterminated string starting at": ("this text is never closed", "add a double quote at its end"),
    "Invalid control character at": ("text holds a line break or a control character", r"write `\n` instead"),
    "Invalid \\escape": ("this backslash starts no valid escape", r"write `\\` for a backslash"),
    "Invalid \\uXXXX escape": (r"`\u` needs four hexadecimal digits", ""),
}
_CLOSING = {"}": "object", "]": "array"}


def read_json(source: str, offset: int, limits: Limits) -> tuple[Mapping | None, list[Problem], int]:
    """The object that `source` starts with, what is wrong with it, and the offset behind it.

    The root is None when the text is not JSON or over the limits; the problem then says why, and the
    offset is the end of the source.
    """
    end = offset + len(source)
    try:
        data, length = json.JSONDecoder().raw_decode(source)
    except json.JSONDecodeError as error:
        at = min(error.pos, len(source))
        if error.msg.startswith("Invalid control character") and source[at] in "\r\n":
            error.msg, at = "Unterminated string starting at", source.rfind('"', 0, at)
        message = error.msg.partition(": ")[0]
        if (
            source[at : at + 1] in _CLOSING and (before := source[:at].rstrip())[-1:] == ","
        ):  # Python 3.13 says so itself
            message, at = f"Illegal trailing comma before end of {_CLOSING[source[at]]}", len(before) - 1
        cause, hint = _CAUSES.get(message, (error.msg[:1].lower() + error.msg[1:], ""))
        problem = Problem(
            "json-syntax",
            at + offset,
            min(at + 1, len(source)) + offset,
            f"this is not valid JSON: {cause}",
            hint,
        )
        return None, [problem], end
    except RecursionError:
        return None, [oversized(offset, f"is nested more than {limits.depth} levels deep")], end
    except ValueError:  # an integer of more digits than Python reads
        return None, [oversized(offset, "holds a number of more than 4,300 digits")], end
    try:
        root = _scan(source[:length], offset, limits)
    except _TooMuch as error:
        return None, [oversized(offset, str(error))], offset + length
    give_values(root, data)
    return root, [], offset + length


class _TooMuch(Exception):  # noqa: N818 - the end of reading, not an error of ours
    pass


def _scan(source: str, offset: int, limits: Limits) -> Mapping:
    """The located tree of a text that is known to be a JSON object, without values."""
    stack: list[Mapping | Sequence] = []
    keys: list[Scalar | None] = []
    nodes = 0
    node: Node
    for match in _TOKEN.finditer(source):
        word = match[1]
        start, end = match.start(1) + offset, match.end(1) + offset
        if word in "{[":
            stack.append(Mapping(start, flow=True) if word == "{" else Sequence(start, flow=True))
            keys.append(None)
            if len(stack) > limits.depth:
                raise _TooMuch(f"is nested more than {limits.depth} levels deep")
            continue
        if word in "}]":
            node = stack.pop()
            keys.pop()
            node.end = end
            if not stack:
                assert isinstance(node, Mapping)  # the text starts with a brace
                return node
        else:
            text = json.loads(word) if word[0] == '"' else word
            node = Scalar(start, end, None, text, '"' if word[0] == '"' else "")
        nodes += 1
        if nodes > limits.nodes:
            raise _TooMuch(f"holds more than {limits.nodes:,} values")
        container = stack[-1]
        if isinstance(container, Sequence):
            container.items.append(node)
        elif (key := keys[-1]) is None:
            assert isinstance(node, Scalar)  # the json module has seen to it
            node.value = node.text
            keys[-1] = node
        else:
            container.entries.append((key, node))
            container.index[key.text] = (key, node)
            keys[-1] = None
    raise AssertionError("the json module accepted an object that does not end")
