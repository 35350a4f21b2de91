"""Which files belong to which kind of content, and globs that say so."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from mdlint.globs import escaped, globs
from mdlint.models import MODELS
from mdlint.starting.layouts import Place

_MOST_FOLDERS = 12


def shared_out(places: Sequence[Place], paths: Sequence[str]) -> tuple[list[tuple[Place, list[str]]], list[str]]:
    """Each file with the first place that speaks of it, and the files that none does."""
    shares: list[tuple[Place, list[str]]] = [(place, []) for place in places]
    rest = []
    for path in paths:
        for place, files in shares:
            if globs(place.globs).match(path):
                files.append(path)
                break
        else:
            rest.append(path)
    return [(place.replace(globs=_joined(place.globs, paths)), files) for place, files in shares if files], rest


def _joined(written: Sequence[str], paths: Sequence[str]) -> tuple[str, ...]:
    """The globs, those of folders that hold nothing yet in one with the first that does: `{_posts,_drafts}/**`.

    The folders may come, and a run tells of every glob that matches no file.
    """
    whole = [glob for glob in written if glob.endswith("/**") and not glob.startswith("!")]
    empty = [glob for glob in whole if not any(map(globs((glob,)).match, paths))]
    first = next((glob for glob in whole if glob not in empty), None)
    if first is None or not empty:
        return tuple(written)
    folders = [glob.removesuffix("/**") for glob in (first, *empty)]
    shared = f"{posixpath.commonpath(folders)}/".lstrip("/")
    if any(len(folder) < len(shared) for folder in folders):
        shared = ""
    names = ",".join(folder.removeprefix(shared) for folder in folders)
    return tuple(f"{shared}{{{names}}}/**" if glob == first else glob for glob in written if glob not in empty)


def told_apart(shares: Sequence[tuple[Place, list[str]]]) -> Iterator[tuple[Place, list[str]]]:
    """The places, each without the files of those before it."""
    for number, (place, files) in enumerate(shares):
        taken = [
            f"!{glob}"
            for other, theirs in shares[:number]
            if any(globs(place.globs).match(path) for path in theirs)
            for glob in other.globs
        ]
        yield place.replace(globs=(*place.globs, *taken)), files


def guessed(paths: Sequence[str], home: str, others: Sequence[str], site: int) -> Iterator[Place]:
    """Places for files of a site that nothing else speaks of, all of them below `home` and in none of the folders `others`: each
    folder directly below it, as deep as its files begin; of many folders all together, since they hold one kind of content."""
    recognisable = tuple(name for name, model in MODELS.items() if model.signature_size)
    folders: dict[str, list[str]] = {}
    for path in paths:
        first, _, rest = path.removeprefix(home).partition("/")
        folders.setdefault(first if rest else "", []).append(posixpath.dirname(path))
    if len(folders) > _MOST_FOLDERS:
        yield Place(
            "pages", (f"{escaped(home)}**", *(f"!{escaped(other)}**" for other in others)), recognisable, site=site
        )
        return
    for top, inside in folders.items():
        folder = posixpath.commonpath(inside)
        if top:
            yield Place(posixpath.basename(folder), (f"{escaped(folder)}/**",), recognisable, site=site)
        else:
            endings = sorted({posixpath.splitext(path)[1] for path in paths if "/" not in path.removeprefix(home)})
            yield Place(
                "pages", tuple(f"{escaped(home) or '/'}*{ending}" for ending in endings), recognisable, site=site
            )
