"""Arguments → files. Lists folders, opens no Markdown file, runs no git.

A folder is walked for Markdown files. What is hidden, what git ignores and what only looks like
content (`node_modules`, templates) is left out on the way, never when it is named; hidden names and the like also not when a
glob of the configuration spells them out. Links to folders are not followed on the way, as in git; a named one is.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from mdlint.globs import expanded, globs
from mdlint.named import NamedTuple
from mdlint.record import Record
from mdlint.settings import Settings
from mdlint.source import Source

if TYPE_CHECKING:
    from mdlint.gitignore import Ignores

ENDINGS = (".md", ".mdx", ".markdown", ".qmd", ".rmd")
"""Of the files that a walk takes, in any case."""

SKIPPED_FOLDERS = frozenset({"node_modules", "archetypes", "scaffolds", "Templates", "_templates"})
"""Not content: packages, and the skeletons of posts in Hugo, Hexo and Obsidian. The case matters:
`templates` may well be what a site writes about."""

FORMS = ("issue_template", "pull_request_template")
"""What the names of a forge's templates begin with, in any case; files as well as folders."""


class DiscoveryError(ValueError):
    """An argument that names nothing that can be read."""


class Found(Record):
    """The files to check, each once, what a person should know of what was left out, and the folders searched."""

    sources: tuple[Source, ...]
    notes: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def is_passed_over(name: str) -> bool:
    """Whether a walk leaves out a file or a folder of this name, of which nobody has spoken."""
    return name.startswith(".") or name in SKIPPED_FOLDERS or name.lower().startswith(FORMS)


def spelled_out(settings: Settings) -> frozenset[str]:
    """Such names of which the configuration speaks, as `.claude` in `.claude/skills/**`: a walk takes them."""
    return passed_over_in((*settings.include, *(glob for one in settings.collections for glob in one.files)))


def passed_over_in(globs: Iterable[str]) -> frozenset[str]:
    """Such names in some globs."""
    parts = (part for glob in globs for one in expanded(glob) for part in one.split("/"))
    return frozenset(part for part in parts if part not in (".", "..") and is_passed_over(part))


def wanted(found: Found, settings: Settings, named: Sequence[str] = ()) -> Found:
    """The files that the configuration wants checked. `include` speaks of files found in folders
    only, not of those named; `exclude` of both."""
    if not settings.include and not settings.exclude:
        return found
    by_name = {os.path.realpath(name) for name in named}
    kept = []
    for source in found.sources:
        path = settings.in_root(source.shown)
        if settings.exclude and globs(settings.exclude).match(path):
            continue
        # A folder that cannot be read is never left out: what it hides might have been included.
        included = not settings.include or source.problem or globs(settings.include).match(path)
        if included or os.path.realpath(source.path) in by_name:
            kept.append(source)
    return Found(tuple(kept), found.notes)


def others(given: Sequence[Source], settings: Settings, arguments: Sequence[str]) -> list[Source]:
    """The files below the configuration's folder that it wants checked, but for those given by these arguments.

    Nothing is searched where the arguments name a folder that holds all of them. What cannot be read is left out.
    """
    root = os.path.realpath(settings.root)
    folders = [_as_folder(os.path.realpath(name)) for name in arguments if os.path.isdir(name)]
    if _as_folder(root).startswith(tuple(folders)):
        return []
    found = wanted(discover([os.path.relpath(root)], spelled_out(settings)), settings)
    there = {_posix(os.path.realpath(source.path)) for source in given}
    left = [source for source in found.sources if not source.problem and source.path not in there]
    if settings.prefix:  # `../../posts/a.md` is `../a.md` for who stands in a folder of `posts`
        left = [source.replace(shown=_posix(os.path.relpath(source.path))) for source in left]
    return left


def discover(arguments: Sequence[str], taken: frozenset[str] = frozenset()) -> Found:
    """The files that the arguments name, in that order; those below a folder in order of path.

    taken: names that are not left out on the way, as they otherwise would be; see `spelled_out`.
    Raises DiscoveryError for an argument that is neither file nor folder.
    """
    try:
        search = _Search(os.path.realpath(os.getcwd()), taken)
    except OSError as error:
        raise DiscoveryError(f"the current directory cannot be read: {_reason(error)}") from None
    for argument in arguments:
        search.take(argument)
    return search.found()


class _Entry(NamedTuple):
    """What a walk has yet to look at. `ignores` are those of the folder it lies in, None outside a work tree."""

    path: str
    shown: str
    kind: Literal["file", "folder", "link"]
    ignores: Ignores | None


class _Search:
    """Paths are absolute and POSIX; those of folders end with a slash, so that joining is adding."""

    def __init__(self, current: str, taken: frozenset[str]) -> None:
        self._current = _as_folder(current)
        self._taken = taken
        self._sources: dict[str, Source] = {}  # by real path
        self._by_link: set[str] = set()  # the real paths that so far only a link has led to
        self._walked: set[str] = set()  # the folders that were named
        self._searched: list[str] = []  # these and those below
        self._folder_links: dict[str, str] = {}  # what is shown → where it leads
        self._folders: dict[str, tuple[str, str]] = {}  # as written → real, shown

    def take(self, argument: str) -> None:
        """Add the file, or the files below the folder, that was named."""
        try:
            mode = os.stat(argument).st_mode
        except (FileNotFoundError, NotADirectoryError):
            raise DiscoveryError(f"no such file or folder: {argument}") from None
        except OSError as error:
            raise DiscoveryError(f"{argument} cannot be read: {_reason(error)}") from None
        if stat.S_ISDIR(mode):
            self._walk(*self._folder(argument))
        else:
            parent, name = os.path.split(argument)
            folder, shown = self._folder(parent)
            self._add(folder + name, shown + name, is_link=os.path.islink(argument))

    def found(self) -> Found:
        notes = (
            f"{shown} is a link to a folder and was not followed; name it to check it too"
            for shown, target in self._folder_links.items()
            if not target.startswith(tuple(self._walked))
        )
        return Found(tuple(self._sources.values()), tuple(notes), tuple(self._searched))

    def _walk(self, top: str, shown: str) -> None:
        # Imported here: named files, all that a commit hook has, need no ignore files.
        from mdlint.gitignore import ignores_above

        self._walked.add(top)
        # A stack, not recursion: folders may lie deeper in one another than calls may. The last is next.
        pending = [_Entry(top, shown, "folder", ignores_above(top))]
        while pending:
            entry = pending.pop()
            if entry.kind == "folder":
                self._searched.append(entry.path)
                try:
                    pending += _inside(entry, self._current, self._taken)
                except OSError as error:
                    problem = f"the folder cannot be read: {_reason(error)}"
                    self._sources[entry.path] = Source(entry.path, entry.shown.rstrip("/") or ".", problem=problem)
            elif entry.kind == "file":
                self._add(entry.path, entry.shown, is_link=False)
            elif os.path.isdir(entry.path):
                self._folder_links[entry.shown] = _as_folder(os.path.realpath(entry.path))
            elif entry.path.lower().endswith(ENDINGS):
                self._add(entry.path, entry.shown, is_link=True)

    def _add(self, path: str, shown: str, *, is_link: bool) -> None:
        """Add a file unless it is there; one found by its own name takes the place of a link to it."""
        real = _posix(os.path.realpath(path)) if is_link else path
        if real not in self._sources:
            self._sources[real] = Source(path, shown)
            if is_link:
                self._by_link.add(real)
        elif not is_link and real in self._by_link:
            self._by_link.remove(real)
            del self._sources[real]
            self._sources[real] = Source(path, shown)

    def _folder(self, written: str) -> tuple[str, str]:
        """Where a folder lies and what to call it: relative to the current directory when it is
        inside, else as it was written; empty for the current directory itself."""
        if written not in self._folders:
            real = _as_folder(os.path.realpath(written))
            # Behind a link, `..` is not where the text says.
            lexical = real if ".." in _posix(written).split("/") else _as_folder(os.path.abspath(written))
            inside = (path for path in (lexical, real) if path.startswith(self._current))
            path = next(inside, None)
            self._folders[written] = real, _as_folder(written) if path is None else path[len(self._current) :]
        return self._folders[written]


def _inside(folder: _Entry, current: str, taken: frozenset[str]) -> list[_Entry]:
    """What a walk takes of a folder, the first name last. Raises OSError."""
    from mdlint.gitignore import work_tree

    kept: list[tuple[str, Literal["file", "folder", "link"]]] = []
    hidden = set()
    with os.scandir(folder.path) as entries:
        for entry in entries:
            name = entry.name
            lower = name.lower()
            is_hidden = name.startswith(".")
            if is_hidden:
                hidden.add(name)
            if (is_hidden or lower.startswith(FORMS)) and name not in taken:
                continue
            if entry.is_dir(follow_symlinks=False):
                if name not in SKIPPED_FOLDERS or name in taken:
                    kept.append((name, "folder"))
            elif entry.is_symlink():
                kept.append((name, "link"))
            elif lower.endswith(ENDINGS):
                kept.append((name, "file"))
    path, shown, _, ignores = folder
    if ".git" in hidden:
        ignores = work_tree(path) or ignores
    if ignores is not None and ".gitignore" in hidden:
        ignores = ignores.within(path)
    found = []
    for name, kind in sorted(kept, reverse=True):
        is_folder = kind == "folder"
        if ignores is not None and ignores.ignored(path + name, is_folder):
            continue
        if is_folder:
            below = f"{path}{name}/"
            found.append(_Entry(below, "" if below == current else f"{shown}{name}/", kind, ignores))
        else:
            found.append(_Entry(path + name, shown + name, kind, ignores))
    return found


def _as_folder(path: str) -> str:
    return _posix(path).rstrip("/") + "/"


def _posix(path: str) -> str:
    return path if os.sep == "/" else path.replace(os.sep, "/")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
