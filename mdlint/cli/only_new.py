"""Of a run, only what is new: what the baseline does not know, on lines that have changed since a revision."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mdlint.baseline import Known
from mdlint.baseline.comparison import NEVER_KNOWN, Circumstances, Comparison, compare, new_among
from mdlint.baseline.file import BaselineError, read_baseline, tell, text_of
from mdlint.cli import UsageError
from mdlint.diagnostic import Diagnostic, Fixed
from mdlint.difference import unified_diff
from mdlint.files import Fixing
from mdlint.globs import globs
from mdlint.plugins import registry_of
from mdlint.report import Report
from mdlint.reporters.safe import escape
from mdlint.reporters.summary import number_of
from mdlint.rule import ProjectRule
from mdlint.rules.suppression.stale_baseline import StaleBaseline
from mdlint.settings import Settings
from mdlint.since import ChangedLines, SinceError, changed_lines
from mdlint.source import Source
from mdlint.writing import WriteError, write


def only_new(options: dict[str, Any], settings: Settings, named: Sequence[str], sources: Sequence[Source]) -> OnlyNew:
    """What the options of `check` ask for; `named` are the arguments that `sources` were found by. Raises UsageError."""
    writes = options["write_baseline"]
    if writes and not options["baseline"] and not settings.baseline:
        raise UsageError(
            "--write-baseline needs a file: add `--baseline mdlint-baseline.json`, "
            'or `baseline = "mdlint-baseline.json"` to the configuration'
        )
    if options["since"] is not None and any(source.data is not None for source in sources):
        raise UsageError("--since needs files: git knows nothing of standard input")
    return OnlyNew(options, settings, named, sources)


class OnlyNew:
    """What a run may report, and what it may fix."""

    def __init__(
        self, options: dict[str, Any], settings: Settings, named: Sequence[str], sources: Sequence[Source]
    ) -> None:
        """Reads the baseline and asks git. Raises UsageError."""
        self._settings = settings
        self._registry = registry_of(settings)
        self._root = os.path.realpath(settings.root)
        self._folders = [os.path.realpath(name) for name in named if os.path.isdir(name)]
        self._sources = sources
        self._writes = bool(options["write_baseline"])
        self._since: str | None = options["since"]
        self._file: str | None = None
        if not options["no_baseline"]:
            self._file = options["baseline"] or (
                settings.baseline and os.path.relpath(os.path.join(settings.root, settings.baseline))
            )
        self._shown = (self._file or "").replace(os.sep, "/")
        self._data: bytes | None = None
        self._known = self._read() if self._file is not None else {}
        self._changes = self._changed()

    def to_fix(self, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Of the findings in one file those that would be reported."""
        known = self._known.get(self._settings.in_root(findings[0].path), {}) if findings else {}
        new, _ = new_among(findings, known)
        return new if self._changes is None else self._changes.among(new)

    def of(self, report: Report, fixing: Fixing | None) -> Report:
        """What is new of a report; the baseline is written on the way, if that was asked for. Raises UsageError."""
        found: Sequence[Diagnostic] = report.diagnostics
        also: list[Diagnostic] = []
        if self._file is not None:
            compared = self._compare(found)
            found = compared.new
            if self._writes:
                report = report.replace(notes=(*report.notes, self._write(compared)))
                found = [finding for finding in found if finding.rule in NEVER_KNOWN]
            elif compared.stale and self._tells_of_stale():
                if fixing is not None and not {"stale-baseline", "suppression", "all"} & {*self._settings.unfixable}:
                    report = report.replace(fixed=(*report.fixed, self._prune(compared, fixing)))
                else:
                    also = self._stale(compared)
            report = report.replace(known=len(report.diagnostics) - len(found))
        if self._since is not None:
            # Anew, where files were fixed meanwhile.
            changes = self._changes if fixing is None else self._changed()
            changed = changes.among(found) if changes is not None else found
            report = report.replace(unchanged=len(found) - len(changed))
            found = changed
        return report.replace(diagnostics=(*found, *also))

    # -- lines

    def _changed(self) -> ChangedLines | None:
        if self._since is None:
            return None
        try:
            return changed_lines(self._since, self._sources, self._settings)
        except SinceError as error:
            raise UsageError(escape(str(error))) from None

    # -- the baseline

    def _read(self) -> Known:
        assert self._file is not None  # the caller has looked
        try:
            self._data = Path(self._file).read_bytes()
            return read_baseline(self._data.decode("utf-8-sig"), escape(self._shown))
        except FileNotFoundError:
            if self._writes:
                return {}
            raise UsageError(f"there is no baseline {escape(self._shown)}; --write-baseline makes it") from None
        except OSError as error:
            raise UsageError(
                f"{escape(self._shown)} cannot be read: {(error.strerror or str(error)).lower()}"
            ) from None
        except UnicodeDecodeError:
            raise UsageError(f"{escape(self._shown)} is not UTF-8") from None
        except BaselineError as error:
            raise UsageError(f"{error}; repair it, or delete it and run with --write-baseline") from None

    def _compare(self, found: Sequence[Diagnostic]) -> Comparison:
        run = Circumstances(
            checked=dict.fromkeys(self._settings.in_root(source.shown) for source in self._sources),
            in_root=self._settings.in_root,
            ran=self._ran,
            is_there=lambda path: os.path.lexists(os.path.join(self._root, path)),
            covered=lambda path: self._covers(os.path.normpath(os.path.join(self._root, path))),
        )
        return compare(self._known, found, run)

    def _covers(self, path: str) -> bool:
        """Whether the run looked into a folder, or into that of a file."""
        return any(path == folder or path.startswith(os.path.join(folder, "")) for folder in self._folders)

    def _ran(self, path: str, name: str) -> bool:
        """Whether a rule was asked about a file. Where fields decide on its collection, all that it may be in count."""
        if self._registry.group_of(name) is None:
            return True  # it never will be again
        if issubclass(self._registry.load(name), ProjectRule) and not self._covers(self._root):
            return False  # what it says of a file, others may have to do with
        words = {name, self._registry.group_of(name), "all"}
        return all(
            self._registry.is_selected(name, settings.select, settings.extend_select, settings.ignore)
            and not any(
                words & {*ignored} for glob, ignored in settings.per_file_ignores.items() if globs((glob,)).match(path)
            )
            for settings in self._settings_of(path)
        )

    def _settings_of(self, path: str) -> Iterable[Settings]:
        claiming = [c for c in self._settings.collections if not c.files or globs(c.files).match(path)]
        yield from (collection.settings for collection in claiming)
        if not any(collection.files and not collection.when for collection in claiming):
            yield self._settings

    def _tells_of_stale(self) -> bool:
        chosen = self._settings
        return self._registry.is_selected(StaleBaseline.name, chosen.select, chosen.extend_select, chosen.ignore)

    def _stale(self, compared: Comparison) -> list[Diagnostic]:
        severity = self._settings.severity.get(StaleBaseline.name, StaleBaseline.severity)
        hint = "`mdlint check --fix` takes it out of the baseline"
        return [
            Diagnostic(self._shown, span, StaleBaseline.name, severity, message, hint, excerpt=line)
            for span, line, message in tell(compared.stale, (self._data or b"").decode("utf-8-sig"))
        ]

    def _prune(self, compared: Comparison, fixing: Fixing) -> Fixed:
        assert self._data is not None  # what is stale was read
        text = text_of(compared.kept).encode()
        if fixing.writes:
            self._put(text)
        diff = "" if fixing.writes else unified_diff(self._shown, self._data, text)
        return Fixed(self._shown, {StaleBaseline.name: len(compared.stale)}, diff)

    def _write(self, compared: Comparison) -> str:
        """Write the baseline with all that was found; what to tell of it."""
        known = compared.with_new(self._settings.in_root)
        self._put(text_of(known).encode())
        count = sum(Counter(keys).total() for keys in known.values())
        files = sum(bool(keys) for keys in known.values())
        before = sum(Counter(keys).total() for keys in self._known.values())
        added = sum(Counter(keys).total() for keys in known.values()) - sum(
            Counter(keys).total() for keys in compared.kept.values()
        )
        told = f"{self._shown} knows {number_of(count, 'finding')} in {number_of(files, 'file')}"
        return told + (f": {added:,} new, {before + added - count:,} gone" if self._known else "")

    def _put(self, text: bytes) -> None:
        assert self._file is not None  # as above
        try:
            if text != self._data:
                write(self._file, text, expected=self._data)
        except WriteError as error:
            raise UsageError(f"the baseline {escape(self._shown)} {error}") from None
