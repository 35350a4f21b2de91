"""YAML front matter as located values: all that is not simple, with its errors explained."""

from __future__ import annotations

from yaml import YAMLError

from mdlint.front_matter.dialects import DEFAULT, Dialect, dialect
from mdlint.front_matter.simple_yaml import Begun, read_simple
from mdlint.front_matter.values import Mapping, Node, Problem
from mdlint.front_matter.yaml_reader import Reader, Stop
from mdlint.settings import Limits


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

    def attempt(text: str, begun: Begun | None = None) -> tuple[Reader, Node | None, Exception | None]:
        reader = Reader(text, offset, limits, read_as, begun)
        try:
            return reader, reader.read(), None
        except (Stop, YAMLError, ValueError) as error:
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

    def again(text: str) -> tuple[Reader, Node | None, Exception | None]:
        known = begun if begun is not None and text.startswith(source[: begun.at]) else None
        root = read_simple(text, offset, limits, read_as, known)  # what is left may be
        if isinstance(root, Mapping):
            return Reader(text, offset, limits, read_as), root, None
        return attempt(text, root)

    return recovered(reader, error, again)
