"""What git ignores, without git: `.gitignore` files of all levels, `.git/info/exclude`, the user's own.

Asked entry by entry on the way down, as git does: the last pattern that matches decides, inner
files before outer ones, and nothing below an ignored folder comes back. A text here holds bytes,
one a character, as git compares bytes: `?` is a third of a Chinese character.
https://git-scm.com/docs/gitignore
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from functools import cached_property

from mdlint.record import Record
from mdlint.regex import regex

_TOKEN = regex(
    r"""
    (?P<stars> \*+ )
    | \[ (?P<negated> [!^] )? (?P<set>
        (?> \[:[^\]]*:\] | (?: \\. | [^\\]   ) (?: -(?: \\. | [^]\\] ) )? )
        (?> \[:[^\]]*:\] | (?: \\. | [^]\\] ) (?: -(?: \\. | [^]\\] ) )? )*+
      ) \]
    | \\ (?P<escaped> . )
    | (?P<plain> [^\\[] )
    """,
    re.VERBOSE | re.DOTALL,
)
_SET_ITEM = regex(r"\[:([^\]]*):\]|(?:\\(.)|(.))(?:-(?:\\(.)|([^]\\])))?", re.DOTALL)
_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r" \t",
    "cntrl": r"\0-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r" \t-\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
_NEVER = "(?!)"


class Patterns:
    """The lines of one ignore file, asked about paths relative to its folder."""

    def __init__(self, text: str, *, ignore_case: bool = False) -> None:
        self._flags = re.DOTALL | re.ASCII | (re.IGNORECASE if ignore_case else 0)
        self._lines: list[tuple[str, bool, bool, bool]] = []
        by_name: list[str] = []
        by_path: list[str] = []
        for line in _lines(text):
            ignored = not line.startswith("!")
            folders_only = line.endswith("/")
            glob = line.removeprefix("!").removesuffix("/")
            source = _regex(glob.removeprefix("/"))
            on_path = "/" in glob
            (by_path if on_path else by_name).append(source)
            self._lines.append((source, on_path, folders_only, ignored))
        # Most names match nothing: two looks are enough to know.
        self._any_name = re.compile("|".join(by_name) or _NEVER, self._flags).fullmatch
        self._any_path = re.compile("|".join(by_path) or _NEVER, self._flags).fullmatch

    @cached_property
    def _last_first(self) -> list[tuple[Callable[[str], object], bool, bool, bool]]:
        """Each line, compiled, the last one first; not asked for where nothing matches."""
        return [
            (re.compile(source, self._flags).fullmatch, on_path, folders_only, ignored)
            for source, on_path, folders_only, ignored in reversed(self._lines)
        ]

    def verdict(self, path: str, name: str, is_folder: bool) -> bool | None:
        """Whether the entry is ignored; None where no pattern speaks of it.

        `path` is relative to the ignore file's folder, `name` its last part; a link is no folder.
        """
        if self._any_name(name) is None and self._any_path(path) is None:
            return None
        for match, on_path, folders_only, ignored in self._last_first:
            if (is_folder or not folders_only) and match(path if on_path else name):
                return ignored
        return None


class Ignores(Record):
    """The ignore files that hold in a folder of a work tree, the innermost first.

    start: where in a path, counted in bytes, the part begins that the patterns speak of.
    ignore_case: as `core.ignoreCase` says, which git sets on macOS and Windows.
    """

    start: int
    patterns: Patterns
    ignore_case: bool
    outer: Ignores | None = None

    def ignored(self, path: str, is_folder: bool) -> bool:
        """Whether git ignores the entry, its folder not being ignored itself.

        `path` is absolute and POSIX, without a slash at its end.
        """
        if not path.isascii():
            path = os.fsencode(path).decode("latin-1")
        name = path[path.rfind("/") + 1 :]
        level: Ignores | None = self
        while level is not None:
            verdict = level.patterns.verdict(path[level.start :], name, is_folder)
            if verdict is not None:
                return verdict
            level = level.outer
        return False

    def within(self, folder: str) -> Ignores:
        """These and the folder's own `.gitignore`."""
        return _ignores(folder, f"{folder}.gitignore", self.ignore_case, self)


def work_tree(folder: str) -> Ignores | None:
    """What holds in a whole work tree, if the folder is one's root; its `.gitignore` is not read yet.

    Folders are absolute and POSIX, with a slash at their end.
    """
    git = _git_folder(folder)
    if git is None:
        return None
    core = _core_settings(f"{git}/config")
    ignore_case = core.get("ignorecase", "").lower() in ("true", "yes", "on", "1")
    own = os.path.join(folder, os.path.expanduser(core.get("excludesfile") or f"{_user_folder()}/ignore"))
    return _ignores(folder, f"{git}/info/exclude", ignore_case, _ignores(folder, own, ignore_case, None))


def _ignores(folder: str, path: str, ignore_case: bool, outer: Ignores | None) -> Ignores:
    patterns = Patterns(_read(path).decode("latin-1"), ignore_case=ignore_case)
    return Ignores(len(os.fsencode(folder)), patterns, ignore_case, outer)


def ignores_above(folder: str) -> Ignores | None:
    """What the folders above say of a folder; None outside a work tree."""
    between: list[str] = []
    while folder := folder[: folder.rstrip("/").rfind("/") + 1]:
        if (ignores := work_tree(folder)) is not None:
            for inner in (folder, *reversed(between)):
                ignores = ignores.within(inner)
            return ignores
        between.append(folder)
    return None


def _lines(text: str) -> Iterator[str]:
    """The patterns of an ignore file, without the spaces behind them that are not escaped."""
    for raw in text.removeprefix("\xef\xbb\xbf").split("\n"):
        line = raw.removesuffix("\r")
        if line.startswith("#"):
            continue
        bare = line.rstrip(" ")
        if bare != line and (len(bare) - len(bare.rstrip("\\"))) % 2:
            bare += " "
        if bare:
            yield bare


def _regex(glob: str) -> str:
    """A pattern's regular expression; one that never matches for a broken pattern, as in git."""
    sections = [[""]]  # what stands between two `**/`, in pieces: what stands between two `*`
    tail = ""
    at = 0
    while at < len(glob):
        token = _TOKEN.match(glob, at)
        if token is None:
            return _NEVER
        start, at = token.span()
        if token["stars"] is None:
            sections[-1][-1] += _one_character(token)
        elif len(token["stars"]) == 1 or glob[start - 1 : start] not in ("", "/") or glob[at : at + 1] not in ("", "/"):
            sections[-1].append("")
        elif at == len(glob):
            tail = ".*"
        else:
            sections.append([""])
            at += 1
    first, *others = map(_section, sections)
    if not others:
        return first + tail
    # Only the last `**` and, in a section, the last `*` ever need a second try; the others keep
    # their first match, so that a hostile pattern costs no more than a plain one.
    return first + "".join(f"(?>(?:[^/]*/)*?{middle})" for middle in others[:-1]) + f"(?:.*/)?{others[-1]}{tail}"


def _section(pieces: list[str]) -> str:
    first, *others = pieces
    if not others:
        return first
    return first + "".join(f"(?>[^/]*?{middle})" for middle in others[:-1]) + f"[^/]*{others[-1]}"


def _one_character(token: re.Match[str]) -> str:
    if token["set"] is None:
        return "[^/]" if token["plain"] == "?" else re.escape(token["escaped"] or token["plain"])
    items = ""
    for name, *characters in _SET_ITEM.findall(token["set"]):
        if name:
            if name not in _CLASSES:
                return _NEVER
            items += _CLASSES[name]
            continue
        first, last = characters[0] or characters[1], characters[2] or characters[3]
        # The first character of a range matches whatever the last one is.
        items += f"{_escaped(first)}-{_escaped(max(first, last))}"
    return f"(?!/)[{'^' if token['negated'] else ''}{items}]"


def _escaped(character: str) -> str:
    return f"\\x{ord(character):02x}"


def _git_folder(folder: str) -> str | None:
    """The repository of a work tree's root; of a linked work tree the one that all share."""
    git = f"{folder}.git"
    if not os.path.isdir(git):
        link = os.fsdecode(_read(git))
        if not link.startswith("gitdir:"):
            return None
        git = os.path.join(folder, link.removeprefix("gitdir:").strip())
        if shared := os.fsdecode(_read(f"{git}/commondir")).strip():
            git = os.path.join(git, shared)
    return git if os.path.isfile(f"{git}/HEAD") else None


def _core_settings(repository: str) -> dict[str, str]:
    """The simple values of `[core]` in the user's configuration and, before it, the repository's."""
    own = os.environ.get("GIT_CONFIG_GLOBAL")
    paths = (own,) if own is not None else (f"{_user_folder()}/config", os.path.expanduser("~/.gitconfig"))
    found: dict[str, str] = {}
    for path in (*paths, repository):
        in_core = False
        for raw in os.fsdecode(_read(path)).splitlines():
            line = raw.strip()
            if line.startswith("["):
                in_core = line.lower() == "[core]"
            elif in_core and not line.startswith(("#", ";")):
                key, _, value = line.partition("=")
                found[key.strip().lower()] = value.strip().strip('"')
    return found


def _user_folder() -> str:
    return f"{os.environ.get('XDG_CONFIG_HOME') or os.path.expanduser('~/.config')}/git"


def _read(path: str) -> bytes:
    """A regular file's bytes; none where there is no such file or it cannot be read, as git has it."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return b""
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
