"""What was learned, for people: each choice with its evidence, and the files that are exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mdlint.reporters.safe import escape
from mdlint.spelling import did_you_mean
from mdlint.starting.content import Content
from mdlint.starting.inference import Known, Learned, Outlier, share

_MOST_PATHS = 10
_WIDEST = 32


def learned_lines(learned: Learned, content: Content) -> Iterator[str]:
    """The lines of the summary."""
    yield f"Learned from {_files(learned.files)} with front matter{_passed_over(content)}."
    yield ""
    rows = list(_rows(learned.shape.fields, ""))
    width = min(max((len(path) for path, _, _ in rows), default=0), _WIDEST)
    for path, required, evidence in rows:
        yield f"  {path:<{width}}  {'required' if required else '':<8}  {evidence}"
    exceptions = {file for outlier in learned.outliers for file in outlier.files}
    if exceptions:
        yield ""
        yield f"{_files(len(exceptions))} {'is an exception' if len(exceptions) == 1 else 'are exceptions'}:"
        for outlier in learned.outliers:
            yield f"  `{escape(outlier.at)}` {escape(outlier.what)} in {share(outlier.count, outlier.of)}"
            yield from _paths(outlier, content)
    if learned.rare:
        yield ""
        yield "Left out, because hardly any file has them:"
        yield from _limited(_rare(learned.rare, [path for path, _, _ in rows], content))
    if content.unread:
        yield ""
        yield "Passed over, because they cannot be read:"
        yield from _limited(f"{escape(path)}: {escape(why)}" for path, why in content.unread)


def _passed_over(content: Content) -> str:
    parts = [f"{_files(content.without)} without"] if content.without else []
    parts += [f"{len(content.unread):,} unreadable"] if content.unread else []
    return f" ({', '.join(parts)})" if parts else ""


def _rows(fields: Iterable[Known], prefix: str) -> Iterator[tuple[str, bool, str]]:
    """Every field's path, whether it is required, and the evidence; `tags[]` are the items of `tags`."""
    for field in fields:
        path, shape = prefix + escape(field.name), field.shape
        yield path, field.required, "; ".join((f"in {field.evidence}", *shape.evidence))
        yield from _rows(shape.fields, f"{path}.")
        while shape.items is not None:
            path, shape = f"{path}[]", shape.items
            if shape.evidence:
                yield path, False, "; ".join(shape.evidence)
            yield from _rows(shape.fields, f"{path}.")


def _rare(rare: Iterable[Outlier], known: list[str], content: Content) -> list[str]:
    """A line for each field that hardly any file has, those that look misspelled first."""
    lines = []
    for field in rare:
        meant = did_you_mean(field.at, known)
        paths = ", ".join(escape(content.paths[file]) for file in field.files)
        hint = f"; did you mean `{meant}`?" if meant else ""
        lines.append((meant is None, f"`{escape(field.at)}` in {share(field.count, field.of)}{hint} ({paths})"))
    return [line for _, line in sorted(lines, key=lambda row: row[0])]


def _paths(outlier: Outlier, content: Content) -> Iterator[str]:
    for line in _limited(escape(content.paths[file]) for file in outlier.files):
        yield f"    {line}"


def _limited(lines: Iterable[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    lines = list(lines)
    yield from (f"  {line}" for line in lines[:_MOST_PATHS])
    if len(lines) > _MOST_PATHS:
        yield f"  … and {len(lines) - _MOST_PATHS:,} more"


def _files(number: int) -> str:
    return f"{number:,} file" if number == 1 else f"{number:,} files"
