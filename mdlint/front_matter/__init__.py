"""From a file's text to its front matter: fences, format, located values, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from mdlint.front_matter.fences import Fences, Format, find_fences
from mdlint.front_matter.values import Mapping, Node, Problem
from mdlint.settings import Limits


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block between the fences. `root` is None where it could not be read as a mapping."""

    fences: Fences
    root: Mapping | None

    @property
    def format(self) -> Format:
        return self.fences.format


def read_front_matter(text: str, limits: Limits) -> tuple[FrontMatter | None, list[Problem]]:
    """The front matter of a text without byte-order mark, and the problems met in reading it."""
    fences = find_fences(text)
    if fences is None:
        return None, [Problem("missing-front-matter", 0, 0, "the file has no front matter", _MISSING_HINT)]
    start, end = fences.content
    if fences.close is None and fences.format != "json":
        return FrontMatter(fences, None), [
            Problem(
                "unterminated-front-matter",
                *fences.open,
                "the front matter is never closed",
                f"add a line `{text[slice(*fences.open)]}` behind its last field",
            )
        ]
    if fences.format != "yaml":
        return FrontMatter(fences, None), [
            Problem(
                "unread-format",
                *fences.open,
                f"{fences.format.upper()} front matter is not read yet, so it was not checked",
            )
        ]
    size = len(text[start:end].encode())
    if size > limits.bytes:
        return FrontMatter(fences, None), [
            Problem(
                "oversized-front-matter",
                *fences.open,
                f"the front matter has {size:,} bytes, over the limit of {limits.bytes:,}; it was not read",
                "move the data into a file of its own",
            )
        ]
    # Imported here: a file without YAML front matter needs no YAML parser.
    from mdlint.front_matter.yaml import read_yaml

    root, problems = read_yaml(text[start:end], start, limits)
    if isinstance(root, Mapping):
        if not root.entries:
            problems.append(_empty(fences))
        return FrontMatter(fences, root), problems
    if not problems:
        problems.append(_empty(fences) if _is_blank(root) else _not_a_mapping(root))
    return FrontMatter(fences, None), problems


_MISSING_HINT = "start the file with a line `---`, the fields, and another line `---`"


def _is_blank(root: Node | None) -> bool:
    return root is None or root.value is None


def _empty(fences: Fences) -> Problem:
    return Problem("empty-front-matter", *fences.open, "the front matter is empty", "add its fields, or remove the fences")


def _not_a_mapping(root: Node | None) -> Problem:
    assert root is not None  # _is_blank was asked first
    kind = "a list" if isinstance(root.value, list) else "a single value"
    return Problem(
        "not-a-mapping",
        root.start,
        root.end,
        f"the front matter is {kind}, not fields",
        "write each field as `name: value`",
    )
