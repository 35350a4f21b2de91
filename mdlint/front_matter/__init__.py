"""From a file's text to its front matter: fences, format, located values, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from mdlint.diagnostic import Edit, Fix
from mdlint.front_matter.dialects import Dialect, dialect_of
from mdlint.front_matter.fences import GOES_ON, UNCLOSED, Fences, Format, find_fences
from mdlint.front_matter.values import Mapping, Node, Problem, Scalar
from mdlint.named import NamedTuple
from mdlint.regex import regex
from mdlint.settings import Limits

if TYPE_CHECKING:
    from mdlint.front_matter.simple_yaml import Begun


class FrontMatter(NamedTuple):
    """The block between the fences. `root` is None where it could not be read as a mapping."""

    fences: Fences
    root: Mapping | None

    @property
    def format(self) -> Format:
        return self.fences.format


def read_front_matter(
    text: str, limits: Limits, generator: str | None = None
) -> tuple[FrontMatter | None, list[Problem]]:
    """The front matter of a text without byte-order mark, as the site generator reads it, and the
    problems met in reading it."""
    fences = find_fences(text)
    found, problems = (None, [_MISSING]) if fences is None else _read(text, fences, limits, generator)
    if _may_be_meant_otherwise(text, fences, problems):
        # Imported here: most files are what they seem to be.
        from mdlint.front_matter.meant import as_meant

        def read(text: str, fences: Fences) -> tuple[Mapping | None, list[Problem]]:
            meant, problems = _read(text, fences, limits, generator)
            return meant.root, problems

        meant = as_meant(text, fences, problems, read)
        if meant is not None:
            return FrontMatter(meant.fences, meant.root), meant.problems
    if fences is not None and fences.open[0]:
        problems.append(_below_blank_lines(text, fences))
    return found, problems


def _may_be_meant_otherwise(text: str, fences: Fences | None, problems: list[Problem]) -> bool:
    """Whether front matter may be there where none was found, or end elsewhere."""
    if fences is None:
        return _NEARLY_OPENED.match(text) is not None or "\n---" in text[:4000] or "\n+++" in text[:4000]
    if problems and any(problem.rule in UNCLOSED for problem in problems):
        return True
    return text[fences.body : fences.body + 1] not in _NEW_PARAGRAPH and GOES_ON.match(text, fences.body) is not None


def _read(text: str, fences: Fences, limits: Limits, generator: str | None) -> tuple[FrontMatter, list[Problem]]:
    """What stands between the fences."""
    problem = _unread(text, fences, limits)
    if problem is not None:
        return FrontMatter(fences, None), [problem]
    start, end = fences.content
    root: Node | None
    if fences.format == "yaml":
        root, problems = _read_yaml(text[start:end], start, limits, generator)
    elif fences.format == "toml":
        # Imported here, as below: few sites need these.
        from mdlint.front_matter.toml import read_toml

        root, problems = read_toml(text[start:end], start, limits)
    else:
        from mdlint.front_matter.json import read_json

        root, problems, end = read_json(text[start:end], start, limits)
        if fences.close is None:
            fences = fences._replace(content=(start, end), close=(end - 1, end), body=end)
        elif rest := text[end : fences.content[1]].strip():
            at = text.index(rest, end)
            message = "this is not valid JSON: more text follows behind the closing brace"
            root, problems = None, [Problem("json-syntax", at, at + len(rest.splitlines()[0]), message)]
    if type(root) is Mapping and (root.index or root.entries):
        return FrontMatter(fences, root), problems
    if root is not None or not problems:
        problems += _fields_meant(text, fences, root) or [_without_fields(fences, root)]
    return FrontMatter(fences, None), problems


def _read_yaml(source: str, offset: int, limits: Limits, generator: str | None) -> tuple[Node | None, list[Problem]]:
    read_simple, dialect = _simple_yaml(generator)
    root = read_simple(source, offset, limits, dialect)
    if isinstance(root, Mapping):
        return root, []
    return _yaml_reader()(source, offset, limits, dialect, root)


# Imported here: a file without YAML front matter needs neither of the readers, and a simple one no parser. Once: even
# a repeated import costs as much as finding the fences.


@cache
def _simple_yaml(
    generator: str | None,
) -> tuple[Callable[[str, int, Limits, Dialect], Mapping | Begun | None], Dialect]:
    from mdlint.front_matter.simple_yaml import read_simple

    return read_simple, dialect_of(generator)


@cache
def _yaml_reader() -> Callable[[str, int, Limits, Dialect, Begun | None], tuple[Node | None, list[Problem]]]:
    from mdlint.front_matter.yaml import read_yaml

    return read_yaml


_MISSING = Problem(
    "missing-front-matter",
    0,
    0,
    "the file has no front matter",
    "start the file with a line `---`, the fields, and another line `---`",
)
_NEARLY_OPENED = regex(r"\s*+(?:[-+–—]{2}|[—⸺⸻]|<!--)")
_NEW_PARAGRAPH = frozenset("\r\n#")


def _unread(text: str, fences: Fences, limits: Limits) -> Problem | None:
    """Why the front matter is not read at all, if it is not."""
    if fences.format != "json" and fences.close is None:
        return Problem(
            "unterminated-front-matter",
            *fences.open,
            "the front matter is never closed",
            f"add a line `{text[slice(*fences.open)]}` below its last field",
        )
    start, end = fences.content
    # No code point takes more than four bytes, so hardly any text has to be counted.
    if (end - start) * 4 > limits.bytes:
        size = len(text[start:end].encode("utf-8", "surrogatepass"))
        if size > limits.bytes:
            return Problem(
                "oversized-front-matter",
                *fences.open,
                f"the front matter has {size:,} bytes, more than {limits.bytes:,}; it was not read",
                "move the data into a file of its own",
            )
    return None


def _below_blank_lines(text: str, fences: Fences) -> Problem:
    start = fences.open[0]
    line = text[:start].replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    return Problem(
        "content-before-front-matter",
        *fences.open,
        f"the front matter starts only in line {line}, below blank lines",
        "remove them: most generators look for it in the first line",
        Fix("remove the blank lines", (Edit(0, start, ""),), safe=True),
    )


def _fields_meant(text: str, fences: Fences, root: Node | None) -> list[Problem]:
    """What is wrong where all of the front matter is text because its fields have no colons."""
    if not (fences.format == "yaml" and isinstance(root, Scalar) and isinstance(root.value, str) and not root.style):
        return []
    # Imported here: hardly any file is so.
    from mdlint.front_matter.broken_yaml.wrong_signs import fields_meant

    start, end = fences.content
    return fields_meant(text[start:end], start)


def _without_fields(fences: Fences, root: Node | None) -> Problem:
    if root is None or root.value in (None, {}):
        return Problem(
            "empty-front-matter", *fences.open, "the front matter is empty", "add its fields, or remove the fences"
        )
    kind = "text" if isinstance(root.value, str) else "a single value" if isinstance(root, Scalar) else "a list"
    return Problem(
        "not-a-mapping",
        root.start,
        root.end,
        f"the front matter is {kind}, not fields",
        "write each field as `name: value`",
    )
