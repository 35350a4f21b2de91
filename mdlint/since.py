"""What has changed since a revision, as git tells: lines of the files as they are now, uncommitted work included.

The revision is the merge base of HEAD and the one that was named, so that what others have committed there since
does not count.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from mdlint.diagnostic import NOWHERE, Diagnostic, KeyPath, Span
from mdlint.discovery import ENDINGS
from mdlint.document import Document
from mdlint.files import read_bytes
from mdlint.record import Record
from mdlint.settings import Settings
from mdlint.source import Source

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_LONE_CR = re.compile(rb"\r(?!\n)")
_LINK_TO_REPOSITORY = b"160000"
_PLAIN = (
    "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--find-renames", "--unified=0", "--inter-hunk-context=0",
    "--ignore-submodules=all", "--text", "--raw", "--patch", "-z",
)  # fmt: skip
"""Whatever the user's configuration says, the output is what is read here."""


class SinceError(Exception):
    """Why git cannot tell what has changed, and what to do."""


class Lines(Record):
    """The changed lines of a file: `(first, count)`; with a count of 0, lines behind `first` were taken away."""

    changes: tuple[tuple[int, int], ...]

    def touch(self, first: int, last: int, *, behind: bool = False) -> bool:
        """Whether one of the lines has changed, or lines between them are gone, or right `behind` them."""
        return any(
            start <= last and first < start + count if count else first <= start < last + behind
            for start, count in self.changes
        )


ALL = Lines(((1, 1 << 60),))
"""The lines of a new file."""


class Changes(Record):
    """The changed lines of the files of a work tree, by real path; files that have not changed are not there.

    tracked: the files that git knows. repositories: folders that are repositories of their own (submodules).
    """

    lines: Mapping[str, Lines]
    tracked: frozenset[str]
    repositories: tuple[str, ...] = ()

    def of(self, path: str) -> Lines | None:
        """The changed lines of a file, all of one that git does not know; None where nothing has changed."""
        real = os.path.realpath(path)
        if real in self.tracked:
            return self.lines.get(real)
        return None if real.startswith(self.repositories) else ALL


def changes_since(revision: str, directory: str, sources: Iterable[Source]) -> Changes:
    """Ask git what has changed in the work tree of a directory. Raises SinceError."""
    git = _Git(directory)
    base = _merge_base(git, revision)
    top = os.fsdecode(git.run("rev-parse", "--show-toplevel").removesuffix(b"\n"))
    top = os.path.realpath(top)
    others = [source.path for source in sources if not source.path.lower().endswith(ENDINGS)]
    specs = [f":(top,icase)*{ending}" for ending in ENDINGS]
    specs += [f":(top,literal){name}" for name in _below(top, others)]
    listed = git.run("ls-files", "--full-name", "--stage", "-z", "--", ":(top)")
    tracked, repositories = [], []
    for entry in filter(None, listed.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        path = _absolute(top, name)
        if about.startswith(_LINK_TO_REPOSITORY):
            repositories.append(os.path.join(path, ""))
        else:
            tracked.append(path)
    changed = _changed(git.run("diff", *_PLAIN, base, "--", *specs))
    lines = {path: _as_read(path, found) for name, found in changed for path in (_absolute(top, name),)}
    return Changes(lines, frozenset(tracked), tuple(repositories))


def _absolute(top: str, name: bytes) -> str:
    path = os.path.join(top, os.fsdecode(name))
    return path if os.sep == "/" else os.path.normpath(path)


def _below(top: str, paths: Iterable[str]) -> Iterable[str]:
    for path in paths:
        real = os.path.realpath(path)
        if real.startswith(os.path.join(top, "")):
            yield os.path.relpath(real, top).replace(os.sep, "/")


class _Git:
    """The user's git, run in a directory."""

    def __init__(self, directory: str) -> None:
        self._directory = directory
        # It overrides `--unified`; and nothing is written for the sake of a question.
        self._environment = {k: v for k, v in os.environ.items() if k != "GIT_DIFF_OPTS"}
        self._environment |= {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}

    def ask(self, *arguments: str) -> tuple[int, bytes, str]:
        """The exit code, the output and the first line of the complaints. Raises SinceError without git."""
        try:
            done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
                ["git", *arguments],  # noqa: S607 - the user's own git
                cwd=self._directory,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise SinceError(f"git cannot be run: {(error.strerror or str(error)).lower()}") from None
        complaint = done.stderr.decode("utf-8", "backslashreplace").strip().partition("\n")[0]
        return done.returncode, done.stdout, complaint.removeprefix("fatal: ")

    def run(self, *arguments: str) -> bytes:
        """The output. Raises SinceError when git fails."""
        code, output, complaint = self.ask(*arguments)
        if code:
            raise SinceError(f"`git {arguments[0]}` failed: {complaint}")
        return output


def _merge_base(git: _Git, revision: str) -> str:
    code, _, complaint = git.ask("rev-parse", "--is-inside-work-tree")
    if code:
        if "not a git repository" in complaint:
            raise SinceError("the current folder is in no git repository; --since needs one")
        raise SinceError(f"git cannot be asked: {complaint}")
    code, found, _ = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    is_shallow = git.ask("rev-parse", "--is-shallow-repository")[1].strip() == b"true"
    deeper = "this clone is shallow: `git fetch --unshallow` gets the rest; in GitHub Actions, check out with `fetch-depth: 0`"
    if code:
        raise SinceError(
            f"git knows no revision `{revision}`; "
            + (deeper if is_shallow else "fetch it, or name another one, such as `origin/main`")
        )
    code, base, complaint = git.ask("merge-base", found.decode().strip(), "HEAD")
    if code:
        why = f": {complaint}" if complaint else ""
        raise SinceError(
            f"`{revision}` and the current branch have no common ancestor{why}"
            + (f"; {deeper}" if is_shallow else "; name a revision that this branch grew from")
        )
    return base.decode().strip()


def _changed(output: bytes) -> Iterator[tuple[bytes, Lines]]:
    """Each file that `git diff --raw --patch -z` tells of, by its present name below the top, with its lines."""
    records, _, patch = output.partition(b"\0\0")
    fields = iter(records.split(b"\0"))
    files: list[tuple[bytes, bytes]] = []
    for about in filter(None, fields):
        status = about.rpartition(b" ")[2][:1]
        name = next(fields)
        if status in (b"R", b"C"):
            name = next(fields)
        # A file that has become a link, or the other way round, is shown as one that goes and one that comes.
        files += [(b"D", name), (b"A", name)] if status == b"T" else [(status, name)]
    hunks: list[list[tuple[int, int]]] = []
    for line in patch.split(b"\n"):
        if line.startswith((b"diff --git ", b"* Unmerged path ")):
            hunks.append([])
        elif hunk := _HUNK.match(line):
            hunks[-1].append((int(hunk[1]), int(hunk[2] or 1)))
    if len(hunks) != len(files):
        raise SinceError("what `git diff` says cannot be understood")
    for (status, name), changes in zip(files, hunks, strict=True):
        if status not in (b"D", b"U"):
            yield name, ALL if status == b"A" else Lines(tuple(changes))


def _as_read(path: str, lines: Lines) -> Lines:
    """The lines as mdlint counts them: a CR alone ends one too, which git does not know."""
    try:
        with open(path, "rb") as file:
            return ALL if lines.changes and _LONE_CR.search(file.read()) else lines
    except OSError:
        return lines


class ChangedLines:
    """Tells the findings about changed lines from the others."""

    def __init__(self, changes: Changes, sources: Iterable[Source], settings: Settings) -> None:
        self._changes = changes
        self._paths = {source.shown: source.path for source in sources}
        self._settings = settings

    def among(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings about changed lines, in their order."""
        found: list[Diagnostic] = []
        for shown, of_file in groupby(findings, key=lambda finding: finding.path):
            lines = self._changes.of(self._paths.get(shown, shown))
            if lines is ALL:
                found += of_file
            elif lines is not None and lines.changes:
                found += self._concerned(lines, shown, of_file)
        return found

    def _concerned(self, lines: Lines, shown: str, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        doc = None
        for finding in findings:
            if not lines.touch(finding.span.line, _last_line(finding.span)):
                doc = doc or self._document(shown)
                if doc is None or not concerns(lines, finding, doc):
                    continue
            yield finding

    def _document(self, shown: str) -> Document | None:
        try:
            data = read_bytes(self._paths[shown])
        except OSError:
            return None
        return Document.read(shown, data, self._settings)


def changed_lines(revision: str, sources: Sequence[Source], settings: Settings) -> ChangedLines:
    """Ask git, in the current folder, what has changed. Raises SinceError."""
    return ChangedLines(changes_since(revision, os.curdir, sources), sources, settings)


def _last_line(span: Span) -> int:
    return span.end_line - (span.end_line > span.line and span.end_column == 1)


def concerns(lines: Lines, finding: Diagnostic, doc: Document) -> bool:
    """Whether a finding, whose own lines have not changed, is about changed ones all the same.

    One about the file as a whole is about the front matter; one about a field that is not there is about what it
    is missing in: the front matter, or the field around it.
    """
    path = finding.key_path
    if path is None:
        return finding.span == NOWHERE and _touches_head(lines, doc)
    while path and path not in doc:
        path = path[:-1]
    if not path:
        return _touches_head(lines, doc)
    return path != finding.key_path and _touches_field(lines, doc, path)


def _touches_head(lines: Lines, doc: Document) -> bool:
    """Whether lines of the front matter have changed, or some within or above it are gone."""
    end = max(doc.body_start - 1, 0)
    return lines.touch(0, doc.span(end, end).line)


def _touches_field(lines: Lines, doc: Document, path: KeyPath) -> bool:
    node = doc.node(path)
    assert node is not None  # it was looked for
    value = doc.span(node.start, node.end)
    # What was the field's last line stood behind what is left of it.
    return lines.touch(min(doc.span_of(path, on_key=True).line, value.line), _last_line(value), behind=True)
