"""What mdlint says, as plain data: frozen, picklable, standard library only.

A rule or a schema makes a `Finding` (which field, what is wrong); the linter turns it into a
`Diagnostic` (which file, which characters, which rule, how bad); a `Report` (`report.py`) holds a run's.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from mdlint.named import NamedTuple

KeyPath: TypeAlias = tuple[str | int, ...]
"""Where a value stands in the front matter: `("cover", "url")`, `("meta", 1, "content")`."""

Severity: TypeAlias = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the worst to the mildest."""


@lru_cache(1024)  # the files of a site have the same fields
def format_key_path(path: KeyPath) -> str:
    """A key path as people write it: `meta[1].content`; the root is an empty text."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text


def shortened(text: str, most: int = 60) -> str:
    """A text as messages quote it: on one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


class Span(NamedTuple):
    """A stretch of a file. Lines and columns are 1-based, columns count code points.

    The end is exclusive. A line ends at LF, CRLF or CR; a tab is one column, a byte-order mark none.
    """

    line: int
    column: int
    end_line: int
    end_column: int


NOWHERE = Span(1, 1, 1, 1)
"""The place of what is wrong with a file as a whole."""


class Edit(NamedTuple):
    """Replace the code points `start:end` of the file's text; a byte-order mark stands at -1."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that repair one finding. `safe` means: nothing the author meant can be lost.

    changes: key paths of values that the edits change beside the finding's own one; `()` means all.
    spans: per edit its lines and columns. byte_ranges: per edit its start and end in bytes of the file, byte-order
    mark included; empty where these are the edit's own. byte_spans: the spans, columns counting UTF-8 bytes; empty
    where they are the same. The linter sets all three.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool
    changes: tuple[KeyPath, ...] = ()
    byte_ranges: tuple[tuple[int, int], ...] = ()
    spans: tuple[Span, ...] = ()
    byte_spans: tuple[Span, ...] = ()


class Finding(NamedTuple):
    """What a rule or a schema found, before the linter gives it a place in a file.

    at: the field's key path (placed by the document), or the characters themselves.
    message: what is wrong, the field in backticks. hint: what to do, or empty.
    on_key: the key's characters are meant, not the value's.
    rule: set where one source speaks for several rules (the schema, the front matter's reader).
    severity: set where the source knows better than the rule's default.
    related: other fields that the finding is about (see `mdlint.precedence`).
    is_secret: the characters at `at`, a span within a line, must not be shown, not by other findings either.
    """

    at: KeyPath | Span
    message: str
    hint: str = ""
    fix: Fix | None = None
    on_key: bool = False
    rule: str = ""
    severity: Severity | None = None
    related: tuple[KeyPath, ...] = ()
    is_secret: bool = False


def internal_error(culprit: str, error: Exception) -> Finding:
    """The finding that says a rule, a schema or a plugin crashed, and how."""
    return Finding(
        NOWHERE,
        f"{culprit} crashed on this file: {type(error).__name__}: {error}",
        "the other checks went on; please report this as a bug of whoever wrote the check",
        rule="internal-error",
    )


class Excerpt(NamedTuple):
    """The source line that a frame shows, kept because the file may be gone when it is drawn.

    `column` is that of its first character: 1, or more where a very long line was cut.
    """

    line: int
    column: int
    text: str


class Diagnostic(NamedTuple):
    """One finding in one file. `path` is POSIX, relative to the current directory where it can be.

    is_secret: the characters at `span` are not shown, here or anywhere.
    byte_span: the span with columns that count UTF-8 bytes, those of a byte-order mark too; None where it is the same.
    """

    path: str
    span: Span
    rule: str
    severity: Severity
    message: str
    hint: str = ""
    key_path: KeyPath | None = None
    fix: Fix | None = None
    excerpt: Excerpt | None = None
    is_secret: bool = False
    byte_span: Span | None = None


def order_of(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    """What sorts the diagnostics of a file, and tells two that say the same."""
    return diagnostic.span, diagnostic.rule, diagnostic.message


class PlacedFact(NamedTuple):
    """What a project rule has taken out of a document, with all that a diagnostic about it needs.

    path: as in a `Diagnostic`. collection: the name of the collection that claims the file, or empty.
    severity: of a finding about it. value: JSON data, the rule's own. slot: a fix of one edit that would remove
    what is wrong, its places set. ignored_by: the place, in the file's `ignores`, of the one that keeps a finding
    about it quiet.
    """

    path: str
    rule: str
    collection: str
    severity: Severity
    span: Span
    key_path: KeyPath | None
    excerpt: Excerpt | None
    value: Any
    slot: Fix | None = None
    ignored_by: int | None = None
    byte_span: Span | None = None


class IgnoredWord(NamedTuple):
    """A rule or group that a comment asks to ignore; the text is empty where the comment names none.

    is_used: it has kept a finding about this file alone quiet. is_judged: all rules that it names were asked, so that
    a word which keeps nothing quiet is not needed.
    """

    text: str
    is_used: bool
    is_judged: bool


class Ignore(NamedTuple):
    """A comment that asks to ignore findings, with what is needed to say at the end of a run that it was not needed.

    unused: what to say then, but for the message; None where nobody wants to hear it. Its fix removes the whole comment.
    shorter: a fix of one edit in the place of the words, to write those that are needed; None where the comment names none.
    """

    words: tuple[IgnoredWord, ...]
    unused: Diagnostic | None = None
    shorter: Fix | None = None


Row: TypeAlias = tuple[Any, ...]
"""A `Diagnostic` or a `PlacedFact`, but for its path. Equal ones may be one object."""


def diagnostics_of(path: str, rows: Iterable[Row]) -> list[Diagnostic]:
    """The diagnostics that the rows are of a path."""
    # Tuples are made as such: this runs for each thing that is said of ten thousand files.
    make: Any = tuple.__new__
    return [make(Diagnostic, (path, *row)) for row in rows]


class Outcome(NamedTuple):
    """All that examining one file has brought: what is wrong with it, what to judge with other files, and the comments
    that ask to ignore findings."""

    diagnostics: tuple[Diagnostic, ...]
    facts: tuple[PlacedFact, ...] = ()
    ignores: tuple[Ignore, ...] = ()


class Fixed(NamedTuple):
    """What was fixed in one file, or would be.

    counts: per rule the findings that are gone. diff: a unified diff, where one was asked for.
    text: the new content, where the file is standard input.
    """

    path: str
    counts: dict[str, int]
    diff: str = ""
    text: bytes | None = None


class RepeatableValue(NamedTuple):
    """What a page says in a field in which each is expected to say something of its own.

    field: `cover.url`, in lists the list's. text: shortened. checksum: of the whole text, so that two
    values that begin alike are told apart.
    """

    field: str
    text: str
    checksum: int


class Overview(NamedTuple):
    """What an audit says of one file besides its findings; see `mdlint.overview`.

    collection: the one that claims the file. day: of publication, as ISO 8601 writes it.
    present, empty, unread: the top-level fields that have a value, are there without one, or cannot be read.
    """

    path: str
    collection: str | None
    day: str | None
    present: tuple[str, ...]
    empty: tuple[str, ...]
    unread: tuple[str, ...]
    values: tuple[RepeatableValue, ...]
    tags: tuple[str, ...]
