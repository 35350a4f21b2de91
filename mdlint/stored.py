"""Outcomes as JSON and back. What cannot be one raises ValueError, whoever has written it: nothing is taken on trust,
and nothing is run."""

from __future__ import annotations

from typing import Any

from mdlint.diagnostic import (
    SEVERITIES,
    Diagnostic,
    Edit,
    Excerpt,
    Fix,
    Ignore,
    IgnoredWord,
    KeyPath,
    PlacedFact,
    Span,
)

# The path of a file is left out: the same thing said of many files is stored once.


def row_of(item: Diagnostic | PlacedFact) -> tuple[Any, ...]:
    """A diagnostic or a fact, but for its path."""
    return item[1:]


def row_of_ignore(ignore: Ignore) -> tuple[Any, ...]:
    """The same for an ignore."""
    return ignore.words, None if ignore.unused is None else row_of(ignore.unused), ignore.shorter


def diagnostic_of(row: Any) -> tuple[Any, ...]:
    """All fields of a diagnostic behind its path. Raises ValueError."""
    span, rule, severity, message, hint, key_path, fix, excerpt, is_secret, byte_span = _list(row, 10)
    return (
        _span(span),
        _text(rule),
        _severity(severity),
        _text(message),
        _text(hint),
        _key_path(key_path),
        _fix(fix),
        _excerpt(excerpt),
        _bool(is_secret),
        None if byte_span is None else _span(byte_span),
    )


def fact_of(row: Any) -> tuple[Any, ...]:
    """All fields of a fact behind its path. Raises ValueError."""
    rule, collection, severity, span, key_path, excerpt, value, slot, ignored_by, byte_span = _list(row, 10)
    return (
        _text(rule),
        _text(collection),
        _severity(severity),
        _span(span),
        _key_path(key_path),
        _excerpt(excerpt),
        value,
        _fix(slot),
        None if ignored_by is None else _number(ignored_by),
        None if byte_span is None else _span(byte_span),
    )


def ignore_of(row: Any, path: str) -> Ignore:
    """An ignore of a file. Raises ValueError."""
    words, unused, shorter = _list(row, 3)
    return Ignore(
        tuple(_word(word) for word in _list(words)),
        None if unused is None else Diagnostic(path, *diagnostic_of(unused)),
        _fix(shorter),
    )


def _word(row: Any) -> IgnoredWord:
    text, is_used, is_judged = _list(row, 3)
    return IgnoredWord(_text(text), _bool(is_used), _bool(is_judged))


def _fix(row: Any) -> Fix | None:
    if row is None:
        return None
    title, edits, safe, changes, byte_ranges, spans, byte_spans = _list(row, 7)
    return Fix(
        _text(title),
        tuple(_edit(edit) for edit in _list(edits)),
        _bool(safe),
        tuple(_path(path) for path in _list(changes)),
        tuple((_number(start), _number(end)) for start, end in _list(byte_ranges)),
        tuple(_span(span) for span in _list(spans)),
        tuple(_span(span) for span in _list(byte_spans)),
    )


def _edit(row: Any) -> Edit:
    start, end, text = _list(row, 3)
    return Edit(_number(start), _number(end), _text(text))


def _excerpt(row: Any) -> Excerpt | None:
    if row is None:
        return None
    line, column, text = _list(row, 3)
    return Excerpt(_number(line), _number(column), _text(text))


def _span(row: Any) -> Span:
    line, column, end_line, end_column = _list(row, 4)
    if not type(line) is type(column) is type(end_line) is type(end_column) is int:
        raise ValueError(f"{row!r} is not a span")
    return Span(line, column, end_line, end_column)


def _key_path(row: Any) -> KeyPath | None:
    return None if row is None else _path(row)


def _path(row: Any) -> KeyPath:
    for part in _list(row):
        if type(part) is not str:
            _number(part)
    return tuple(row)


def _list(value: Any, size: int | None = None) -> list[Any]:
    if type(value) is not list or (size is not None and len(value) != size):
        raise ValueError(f"{value!r} is not a list of {size}")
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError(f"{value!r} is not a text")
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise ValueError(f"{value!r} is not a number")
    return value


def _bool(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _severity(value: Any) -> Any:
    if value not in SEVERITIES:
        raise ValueError(f"{value!r} is not a severity")
    return value
