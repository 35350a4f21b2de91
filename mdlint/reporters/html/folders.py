"""A site's files by a handful of folders that tell something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

OTHERS = "other folders"
_LONGEST = 32
"""Characters of a folder's name before its middle is left out."""


def common_folder(paths: Sequence[str]) -> str:
    """The folder in which all files are, with a `/` at its end; empty where there is none."""
    folders = [path.split("/")[:-1] for path in paths]
    if not folders:
        return ""
    low, high = min(folders), max(folders)
    same = next((at for at, parts in enumerate(zip(low, high, strict=False)) if parts[0] != parts[1]), None)
    parts = low[:same] if same is not None else min(low, high, key=len)
    return "/".join(parts) + "/" if parts else ""


class Folders:
    """At most so many folders, each file in the deepest one that is named.

    The largest folder is opened again and again, as long as its subfolders find room; what then is too much
    goes into the last, "other folders". A folder that was opened still holds the files directly in it.
    names: what to call them, without the folder in which all of them are; long ones without their middle.
    """

    def __init__(self, paths: Iterable[str], most: int) -> None:
        self._paths = sorted(paths)
        start = common_folder(self._paths)
        groups = self._opened(start, self._paths)
        while len(groups) < most:
            for name in sorted((name for name in groups if name), key=lambda name: (-len(groups[name]), name)):
                inside = self._opened(name, groups[name])
                if list(inside) != [name] and len(groups) - 1 + len(inside) <= most:
                    del groups[name]
                    groups.update(inside)
                    break
            else:
                break
        order = sorted(groups, key=lambda name: (-len(groups[name]), name))
        kept = sorted(order if len(groups) <= most else order[: most - 1])
        self.names = [_brief(name[len(start) :]) for name in kept] + [OTHERS] * (len(groups) > most)
        place = {name: at for at, name in enumerate(kept)}
        self._of = {path: place.get(name, len(kept)) for name, those in groups.items() for path in those}

    def of(self, path: str) -> int:
        """The number of the folder in which a file is counted."""
        return self._of[path]

    @staticmethod
    def _opened(folder: str, paths: Iterable[str]) -> dict[str, list[str]]:
        """The files of a folder by its subfolders; of those with a single one, by what is in that."""
        groups: dict[str, list[str]] = {}
        for path in paths:
            head, slash, _ = path[len(folder) :].partition("/")
            groups.setdefault(folder + head + slash if slash else folder, []).append(path)
        return {(common_folder(those) if name != folder else name): those for name, those in groups.items()}


def _brief(name: str) -> str:
    parts = name.split("/")
    return f"{parts[0]}/…/{parts[-2]}/" if len(name) > _LONGEST and len(parts) > 3 else name or "./"
