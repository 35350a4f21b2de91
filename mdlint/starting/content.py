"""The front matter of many files, read for what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mdlint.document import Document
from mdlint.files import read_bytes
from mdlint.record import Record
from mdlint.settings import Settings
from mdlint.source import Source
from mdlint.starting.observation import Bounds, Values

_FEWEST_NAMED = 32
"""Files that a choice may always be broken by, however few there are in all."""


class Content(Record):
    """What was read. Files are numbered as in `paths`, which names all of them.

    without: how many files have no front matter. unread: path and reason, of those with front matter
    that cannot be read.
    """

    values: Values
    paths: tuple[str, ...]
    without: int
    unread: tuple[tuple[str, str], ...]


def read_content(
    sources: Sequence[Source],
    required_at: float,
    settings: Settings,
    progress: Callable[[int], None] | None = None,
) -> Content:
    """Read the files, one at a time. `progress` is told after each how many are done."""
    values = Values(Bounds(max(_FEWEST_NAMED, int(len(sources) * (1 - required_at)) + 1)))
    without = 0
    unread = []
    for number, source in enumerate(sources):
        try:
            doc = Document.read(source.shown, read_bytes(source.path), settings)
        except OSError as error:
            unread.append((source.shown, (error.strerror or str(error)).lower()))
        else:
            if doc.root is not None:
                values.add_mapping(doc.json_data, number)
            elif doc.problems and doc.problems[0].rule not in ("missing-front-matter", "empty-front-matter"):
                unread.append((source.shown, doc.problems[0].message))
            else:
                without += 1
        if progress is not None:
            progress(number + 1)
    return Content(values, tuple(source.shown for source in sources), without, tuple(unread))
